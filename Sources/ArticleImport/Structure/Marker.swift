/// What stands in front of a list's item.
struct Marker {
    /// Whether it is a bullet, which is a mark only; a number says something.
    var isBullet: Bool
    /// Where the item's own words begin.
    var content: Int

    /// The marker that a line begins with; nil where there is none, or nothing after it.
    init?(_ line: Range<Int>, _ bytes: Span<UInt8>) {
        let (scalar, length) = bytes.scalar(at: line.lowerBound)
        var end = line.lowerBound + length
        switch scalar {
        case "-", "*", "+", "•", "◦", "▪", "‣", "●", "■", "·", "∙": isBullet = true
        case "0"..."9":
            isBullet = false
            if end < line.upperBound, bytes[end].isASCIIDigit { end += 1 }
            guard end < line.upperBound, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
                return nil
            }
            end += 1
        default: return nil
        }
        guard end < line.upperBound, bytes.whiteSpaceLength(at: end) > 0 else { return nil }
        content = bytes.trimmed(end..<line.upperBound).lowerBound
        guard content < line.upperBound else { return nil }
    }
}
