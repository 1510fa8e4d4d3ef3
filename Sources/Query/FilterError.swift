/// A mistake in a filter, at its place.
public struct FilterError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where the mistake begins, as an offset into the filter's UTF-8 bytes.
    public var position: Int
    /// How many bytes are mistaken; 0 where something is missing.
    public var length: Int
    /// What is wrong: `no field is called “autor”`.
    public var problem: String
    /// What may stand there: `person:, said:, …`.
    public var expected: String

    /// What was most likely meant in place of what is mistaken, as one would type it: `author:`; nil where nothing is near.
    public var suggestion: String?

    /// A mistake at this place.
    public init(at position: Int, length: Int = 0, _ problem: String, expected: String, suggestion: String? = nil) {
        self.position = position
        self.length = length
        self.problem = problem
        self.expected = expected
        self.suggestion = suggestion
    }

    /// One line: what is wrong, what was expected, and what is near.
    public var description: String {
        "\(problem); " + (suggestion.map { "did you mean “\($0)”? It may be \(expected)" } ?? "expected \(expected)")
    }

    /// The filter with a mark under the mistake, for a command line: two lines. A column is a character here.
    public func pointing(into filter: String) -> String {
        let line = filter.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        var offset = 0
        var column = 0
        for character in filter {
            if offset >= position { break }
            offset += character.utf8.count
            column += 1
        }
        return String(line) + "\n" + String(repeating: " ", count: column) + "^"
    }
}
