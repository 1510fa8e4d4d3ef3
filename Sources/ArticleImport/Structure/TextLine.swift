/// A line with something on it.
struct TextLine {
    /// Where it stands, without the white space at its ends.
    var range: Range<Int> { Int(start)..<Int(end) }
    private let start: Int32
    private let end: Int32
    /// How many columns of white space are in front of it, at most 255; a tab counts as four.
    let indent: UInt8
    /// Whether there is a no-break space among them: the page set it in.
    let isSetIn: Bool
    /// Whether a blank line is above it, or nothing.
    let followsBlank: Bool

    init(_ range: Range<Int>, indent: Int, isSetIn: Bool, followsBlank: Bool) {
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
        self.indent = UInt8(min(indent, 255))
        self.isSetIn = isSetIn
        self.followsBlank = followsBlank
    }

    /// The lines of a text shorter than 2 GiB that are not blank. A line ends as Unicode has it: LF, CR, CR LF, and the line
    /// and paragraph separators.
    static func lines(of bytes: Span<UInt8>, from begin: Int = 0) -> [TextLine] {
        var lines: [TextLine] = []
        lines.reserveCapacity(bytes.count / 256)
        var start = begin
        var isAfterBlank = true
        while start < bytes.count {
            let (end, next) = lineEnd(bytes, from: start)
            let range = bytes.trimmed(start..<end)
            if range.isEmpty {
                isAfterBlank = true
            } else {
                let (indent, isSetIn) = indent(bytes, start..<range.lowerBound)
                lines.append(TextLine(range, indent: indent, isSetIn: isSetIn, followsBlank: isAfterBlank))
                isAfterBlank = false
            }
            start = next
        }
        return lines
    }

    /// Where the line that begins at `start` ends, and where the next begins.
    private static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case 0x0A: return (at, at + 1)
            case 0x0D: return (at, at + 1 < bytes.count && bytes[at + 1] == 0x0A ? at + 2 : at + 1)
            case 0xE2
            where at + 2 < bytes.count && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9):
                return (at, at + 3)
            default: at += 1
            }
        }
        return (at, at)
    }

    private static func indent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (Int, Bool) {
        var columns = 0
        var isSetIn = false
        var at = range.lowerBound
        while at < range.upperBound {
            let length = max(1, bytes.whiteSpaceLength(at: at))
            columns += bytes[at] == 0x09 ? 4 : 1
            if length == 2, bytes[at + 1] == 0xA0 { isSetIn = true }
            at += length
        }
        return (columns, isSetIn)
    }
}
