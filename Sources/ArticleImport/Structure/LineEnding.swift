/// How a line or a paragraph ends.
enum LineEnding {
    /// With a sentence's end: `.`, `!`, `?`, `…`, also inside quotation marks or brackets.
    case sentence
    /// With a colon.
    case colon
    /// In the middle: after a comma, a dash, an opening mark or an abbreviation such as *Gen.*
    case middle
    /// With a word.
    case word

    init(_ range: Range<Int>, _ bytes: Span<UInt8>) {
        var end = range.upperBound
        var isClosed = false
        while end > range.lowerBound {
            let start = bytes.characterStart(before: end)
            switch bytes.scalar(at: start).scalar {
            case "\"", "'":
                // A straight mark after a space opens.
                if start == range.lowerBound || bytes.whiteSpaceLength(before: start, from: range.lowerBound) > 0 {
                    self = .middle
                    return
                }
                isClosed = true
            case ")", "]", "}", "\u{201D}", "\u{2019}", "\u{BB}", "\u{203A}", "*", "_": isClosed = true
            case ".":
                self = !isClosed && Self.isAbbreviation(bytes.lastWord(range.lowerBound..<end), bytes) ? .middle : .sentence
                return
            case "!", "?", "…", "。", "！", "？", "؟", "।", "‽": self = .sentence; return
            case ":", "：": self = .colon; return
            case ",", ";", "-", "–", "—", "(", "[", "{", "\u{201C}", "\u{2018}", "\u{201E}", "\u{201A}", "\u{AB}",
                "\u{2039}", "&",
                "،", "、", "，":
                self = .middle
                return
            default: self = .word; return
            }
            end = start
        }
        self = .word
    }

    /// Titles and months, after which a sentence goes on.
    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "gen", "maj", "col", "lt", "capt", "sgt", "cmdr", "adm", "sen", "rep", "gov",
        "pres",
        "rev", "hon", "st", "mt", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "vs", "approx", "dept",
    ]

    private static func isAbbreviation(_ word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        word.count <= 8 && abbreviations.contains(bytes.bareWord(word))
    }
}
