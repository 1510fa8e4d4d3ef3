/// A block as one reads it: the source's line breaks inside it are a space, or nothing where a line breaks right after an
/// opening quotation mark or bracket, and runs of white space are one space. The `>` that a quoted line begins with, in mail
/// and Markdown, goes with the break before it.
///
/// Pieces are ranges of the article's text; between two of them stands one space unless the later says it is joined.
public struct BlockText: Sendable {
    /// A run of the block without white space folded inside.
    public struct Piece: Sendable, Equatable {
        /// Where it stands in the article's text.
        public var range: TextRange
        /// Whether it follows its predecessor with no space between.
        public var isJoined: Bool
    }

    /// The runs in their order.
    public let pieces: [Piece]
    private let text: String

    /// The block of `text` in `range`. Linear in the range's length.
    public init(_ text: String, _ range: TextRange) {
        self.text = text
        var text = text
        pieces = text.withUTF8 { Self.pieces(of: $0, in: range.clamped(to: 0..<$0.count)) }
    }

    /// The block's text as read, on one line.
    public var joined: String {
        if pieces.count == 1 { return String(text.text(in: pieces[0].range)) }
        var result = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0, !piece.isJoined { result += " " }
            result += text.text(in: piece.range)
        }
        return result
    }

    private static func pieces(of bytes: UnsafeBufferPointer<UInt8>, in range: TextRange) -> [Piece] {
        var pieces: [Piece] = []
        var start = range.lowerBound
        var joined = false
        var at = range.lowerBound
        while at < range.upperBound {
            // Most bytes begin no white space.
            if bytes[at] > 0x20, bytes[at] != 0xC2, bytes[at] != 0xE2 {
                at += 1
                continue
            }
            guard let gap = whiteSpace(bytes, from: at, to: range.upperBound) else {
                at += 1
                continue
            }
            let isOneSpace = gap.count == 1 && bytes[at] == UInt8(ascii: " ")
            if !isOneSpace {
                if start < at { pieces.append(Piece(range: start..<at, isJoined: joined)) }
                // 0xE2 begins a line separator.
                let breaksLine = bytes[gap].contains { $0 == 0x0A || $0 == 0x0D || $0 == 0xE2 }
                joined = breaksLine && opensBefore(at, from: range.lowerBound, in: bytes)
                start = gap.upperBound
            }
            at = gap.upperBound
        }
        if start < range.upperBound { pieces.append(Piece(range: start..<range.upperBound, isJoined: joined)) }
        return pieces
    }

    /// The run of white space (ASCII, the no-break space, line and paragraph separators) that begins at `at`, marks of quoted lines in it, or nil.
    private static func whiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, from at: Int, to end: Int) -> TextRange? {
        var next = at
        var breaksLine = false
        while next < end {
            if bytes[next] == 0x0A || bytes[next] == 0x0D { breaksLine = true }
            if breaksLine, bytes[next] == UInt8(ascii: ">") {
                next += 1
            } else if bytes[next] == 0x20 || (0x09...0x0D).contains(bytes[next]) {
                next += 1
            } else if bytes[next] == 0xC2, next + 1 < end, bytes[next + 1] == 0xA0 {
                next += 2
            } else if bytes[next] == 0xE2, next + 2 < end, bytes[next + 1] == 0x80, (0xA8...0xA9).contains(bytes[next + 2])
            {
                breaksLine = true
                next += 3
            } else {
                break
            }
        }
        return next > at ? at..<next : nil
    }

    /// Whether an opening mark stands right before `at`. A straight mark opens when white space or nothing is before it.
    private static func opensBefore(_ at: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard at > start else { return false }
        switch bytes[at - 1] {
        case UInt8(ascii: "("), UInt8(ascii: "["): return true
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return at - 1 == start || bytes[at - 2] == 0x20 || (0x09...0x0D).contains(bytes[at - 2])
        default:
            guard at >= start + 3, bytes[at - 3] == 0xE2, bytes[at - 2] == 0x80 else { return false }
            return bytes[at - 1] == 0x9C || bytes[at - 1] == 0x98 || bytes[at - 1] == 0x9E
        }
    }
}
