/// What is wrong in a file of settings or a theme, line by line: all of it, so that one round of editing mends it.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One mistake.
    public struct Mistake: Sendable, Equatable {
        /// The line, from 1; nil when it concerns the whole file.
        public var line: Int?
        /// What is wrong and what to do about it.
        public var message: String
        /// A mistake on a line.
        public init(line: Int?, _ message: String) {
            self.line = line
            self.message = message
        }
    }

    /// The file, as it was named.
    public var fileName: String
    /// The mistakes, in the file's order; at least one.
    public var mistakes: [Mistake]

    /// These mistakes of a file.
    public init(fileName: String, mistakes: [Mistake]) {
        self.fileName = fileName
        self.mistakes = mistakes
    }

    /// A line for each: `config.toml:3: …`. Holds the file's own words: clean it before a terminal shows it.
    public var description: String {
        mistakes.map { mistake in
            fileName + (mistake.line.map { ":\($0)" } ?? "") + ": " + mistake.message
        }.joined(separator: "\n")
    }
}
