import DocumentModel

/// The first words of a text that has no title.
enum Lead {
    /// About so many characters stand for a title.
    private static let limit = 70

    /// The words at the begin of a paragraph, as many as fit; the whole paragraph where it is short. A word that is longer
    /// by itself, as in scripts without spaces, is cut between characters.
    static func range(of paragraph: Range<Int>, in text: String) -> TextRange {
        let bytes = text.utf8Span.span
        var columns = 0
        var fitting: Int?
        var at = paragraph.lowerBound
        while at < paragraph.upperBound, columns <= limit {
            if bytes.whiteSpaceLength(at: at) > 0 { fitting = at }
            columns += 1
            at += bytes.scalar(at: at).length
        }
        if at >= paragraph.upperBound, columns <= limit { return paragraph }
        if let fitting {
            var end = bytes.trimmed(paragraph.lowerBound..<fitting).upperBound
            while end > paragraph.lowerBound, ",;:-(\"".utf8.contains(bytes[end - 1]) { end -= 1 }
            let trimmed = bytes.trimmed(paragraph.lowerBound..<end)
            if !trimmed.isEmpty { return trimmed }
        }
        let head = text.text(in: paragraph.lowerBound..<at)
        let length = head.prefix(limit / 2).utf8.count
        return paragraph.lowerBound..<(paragraph.lowerBound + max(length, bytes.scalar(at: paragraph.lowerBound).length))
    }
}
