/// A line that says who wrote an article.
enum Byline {
    /// The author of a line such as *By Jane Doe and John Roe | Staff*; nil for a line that is anything else.
    static func author(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String? {
        guard range.count <= 120, LineEnding(range, bytes) == .word else { return nil }
        var at = range.lowerBound
        guard let first = bytes.word(from: at, to: range.upperBound) else { return nil }
        at = first.upperBound
        switch bytes.bareWord(first) {
        case "by", "author": break
        case "written", "reported", "story", "text":
            guard let second = bytes.word(from: at, to: range.upperBound), bytes.bareWord(second) == "by" else {
                return nil
            }
            at = second.upperBound
        default: return nil
        }
        let start = bytes.trimmed(at..<range.upperBound).lowerBound
        var end = start
        var names = 0
        while let word = bytes.word(from: at, to: range.upperBound), !isDivider(word, bytes) {
            at = word.upperBound
            let bare = bytes.bare(word)
            guard !bare.isEmpty else { return nil }
            let text = bytes.bareWord(word)
            if names == 0, notNames.contains(text) { return nil }
            if bytes.isUppercase(at: bare.lowerBound) {
                names += 1
            } else if !particles.contains(text) {
                return nil
            }
            end = bare.upperBound
        }
        return 1...12 ~= names ? bytes.string(in: start..<end) : nil
    }

    private static func isDivider(_ word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        switch bytes.scalar(at: word.lowerBound).scalar {
        case "|", "-", "–", "—", "•", "·", "/", "(", "0"..."9": true
        default: false
        }
    }

    private static let particles: Set<String> = [
        "and", "with", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "du", "al", "el",
        "bin",
        "ibn", "ter", "ten", "zu", "for", "in", "of", "the", "&", "y", "e",
    ]

    /// What a sentence may begin with after *By*.
    private static let notNames: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april",
        "june", "july", "august", "september", "october", "november", "december", "the", "contrast", "comparison",
    ]
}
