/// A run of a text, as offsets into its UTF-8 bytes, end exclusive.
///
/// Every range of the model begins and ends on a character boundary (a Unicode scalar's first byte). Only at the JSON
/// border are offsets counted in code points; see the part `Interchange`.
public typealias TextRange = Range<Int>

extension String {
    /// The characters in a range of UTF-8 offsets; empty when the range does not lie inside the text on character
    /// boundaries. Linear in the range's length.
    public func text(in range: TextRange) -> Substring {
        guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return "" }
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        let end = utf8.index(start, offsetBy: range.count)
        guard let from = start.samePosition(in: unicodeScalars), let to = end.samePosition(in: unicodeScalars) else {
            return ""
        }
        return self[from..<to]
    }
}
