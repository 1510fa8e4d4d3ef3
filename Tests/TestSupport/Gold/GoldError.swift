/// What is wrong with a gold file, and in which line.
public struct GoldError: Error, Equatable, CustomStringConvertible {
    /// The file's name.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// What is wrong.
    public var reason: String

    /// An error in this line.
    public init(file: String, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// `harbour-strike-wire.txt:3: ⟦Q1⟧ is not closed`
    public var description: String { "\(file):\(line): \(reason)" }
}
