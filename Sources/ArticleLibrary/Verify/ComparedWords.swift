import DocumentModel
import Query

/// A wording's words as two wordings are compared: case and accents make no difference, a number with its points and commas is
/// one word, and so is a word with an apostrophe inside.
struct ComparedWords {
    struct Word: Equatable {
        /// Where it stands in the text.
        var range: TextRange
        /// Folded.
        var folded: [UInt8]
        /// A number is like no other word, however similar it looks.
        var isNumber: Bool
    }

    let text: String
    private(set) var words: [Word] = []

    init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        for word in TextFold.words(of: text) {
            let folded = Array(word.folded.utf8)
            let isNumber = folded.allSatisfy(Self.isDigit)
            if let last = words.last, let joint = Self.joint(bytes, last.range.upperBound, word.range.lowerBound) {
                if joint == .apostrophe, !last.isNumber, !isNumber {
                    words[words.count - 1].folded += [UInt8(ascii: "'")] + folded
                    words[words.count - 1].range = last.range.lowerBound..<word.range.upperBound
                    continue
                }
                if joint != .apostrophe, last.isNumber, isNumber {
                    // 1,000 is 1000; 1.5 is not 15.
                    if joint == .point || folded.count != 3 { words[words.count - 1].folded.append(UInt8(ascii: ".")) }
                    words[words.count - 1].folded += folded
                    words[words.count - 1].range = last.range.lowerBound..<word.range.upperBound
                    continue
                }
            }
            words.append(Word(range: word.range, folded: folded, isNumber: isNumber))
        }
    }

    private enum Joint { case apostrophe, point, comma }

    /// What alone stands between two words.
    private static func joint(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Joint? {
        switch bytes[start..<end] {
        case [UInt8(ascii: "'")], [0xE2, 0x80, 0x99]: .apostrophe
        case [UInt8(ascii: ".")]: .point
        case [UInt8(ascii: ",")]: .comma
        default: nil
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether one is a spelling or a form of the other: they begin alike, and two letters in three are in common. Numbers
    /// never are.
    static func isSimilar(_ one: Word, _ other: Word) -> Bool {
        guard !one.isNumber, !other.isNumber else { return false }
        let (short, long) = one.folded.count < other.folded.count ? (one.folded, other.folded) : (other.folded, one.folded)
        guard short.count >= 4, short.first == long.first, long.count - short.count <= 3 else { return false }
        var prefix = 0
        while prefix < short.count, short[prefix] == long[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < short.count - prefix, short[short.count - 1 - suffix] == long[long.count - 1 - suffix] {
            suffix += 1
        }
        return (prefix + suffix) * 3 >= long.count * 2
    }
}

extension ArraySlice<UInt8> {
    fileprivate static func ~= (pattern: [UInt8], slice: ArraySlice<UInt8>) -> Bool { slice.elementsEqual(pattern) }
}
