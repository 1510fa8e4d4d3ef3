import ArgumentParser

/// `pullquote read`, and `pullquote` alone: the reader.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read files and folders of articles, or the library.",
        discussion: """
            “read” may be left out. A folder that is called like a command is ./list. With “-” articles come from \
            standard input and keys from the terminal.
            """)

    @Flag(help: "Read the sample articles that are part of the program.")
    var samples = false

    @Option(help: ArgumentHelp("Take this theme, this once.", valueName: "name"))
    var theme: String?

    @Flag(inversion: .prefixedNo, help: "Listen to the mouse, or do not, this once.")
    var mouse: Bool?

    @Argument(help: ArgumentHelp("Files and folders; “-” for standard input.", valueName: "path"), completion: .file())
    var paths: [String] = []

    func validate() throws {
        if samples, !paths.isEmpty { throw ValidationError("--samples and paths exclude each other") }
    }

    func run() throws {
        throw Failure(.internalError, "the reader is not there yet")
    }
}
