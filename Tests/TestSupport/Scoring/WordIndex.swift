import DocumentModel

/// The words of a text, to measure how far two quotations overlap: in words, so that a quotation mark or a comma more or
/// less does not count.
struct WordIndex {
    /// Where each word stands, in order.
    private let words: [TextRange]

    /// Finds the words: letters, digits, and apostrophes and hyphens after one.
    init(_ text: String) {
        var words: [TextRange] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            let isPart = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isPart || "'’-".unicodeScalars.contains(scalar), let last = words.last, last.upperBound == offset {
                words[words.count - 1] = last.lowerBound..<offset + length
            } else if isPart {
                words.append(offset..<offset + length)
            }
            offset += length
        }
        self.words = words
    }

    /// The indices of the words that a range touches.
    func touched(by spans: [TextRange]) -> Set<Int> {
        var touched: Set<Int> = []
        for span in spans {
            for (index, word) in words.enumerated() where word.overlaps(span) { touched.insert(index) }
        }
        return touched
    }
}
