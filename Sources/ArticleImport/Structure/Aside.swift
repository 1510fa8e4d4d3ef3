/// What a page put in brackets into the middle of a paragraph: *(Related: …)*.
enum Aside {
    /// An aside is at most so long.
    private static let limit = 400

    /// The next aside in a paragraph at or after `at`, brackets included, with the punctuation that is left over when
    /// nothing follows it; nil where there is none. Linear over the paragraph.
    static func next(in range: Range<Int>, from at: Int, _ bytes: Span<UInt8>) -> Range<Int>? {
        var at = at
        while at < range.upperBound {
            let byte = bytes[at]
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "["), isAside(at + 1, range.upperBound, bytes),
                let end = close(of: at, to: range.upperBound, bytes)
            {
                let rest = bytes.trimmed(end..<range.upperBound)
                return at..<(rest.contains { bytes[$0].isWordByte } ? end : range.upperBound)
            }
            at += 1
        }
        return nil
    }

    private static func isAside(_ start: Int, _ end: Int, _ bytes: Span<UInt8>) -> Bool {
        let opening = Opening(start..<min(end, start + 60), bytes)
        guard let first = opening.bytes.first else { return false }
        for phrase in CuePhrases.beginning(with: first) where opening.begins(with: phrase.words) {
            let next = opening.rest(after: phrase.words.count).first
            switch phrase.use {
            case .introduces where phrase.words != source, .beforeColon: if next == UInt8(ascii: ":") { return true }
            case .alone where next == UInt8(ascii: ")") || next == UInt8(ascii: "]"): return true
            case .credits where next == UInt8(ascii: ":") || phrase.words.suffix(3) == Array(" by".utf8)[...]: return true
            default: continue
            }
        }
        return false
    }

    /// *(Source: Eurostat)* belongs to what it stands in.
    private static let source = Array("source".utf8)

    private static func close(of open: Int, to end: Int, _ bytes: Span<UInt8>) -> Int? {
        let mark = bytes[open]
        let closing = mark == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var depth = 0
        for at in open..<min(end, open + limit) {
            if bytes[at] == mark { depth += 1 }
            if bytes[at] == closing {
                depth -= 1
                if depth == 0 { return at + 1 }
            }
        }
        return nil
    }
}
