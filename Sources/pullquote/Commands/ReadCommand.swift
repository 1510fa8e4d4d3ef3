import ArgumentParser
import ArticleImport
import ArticleLibrary
import Foundation
import Ingest
import Reader
import ReaderLoop
import Terminal

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

    @Option(help: ArgumentHelp("Take this theme, this once.", valueName: "name"), completion: themeNames)
    var theme: String?

    @Flag(inversion: .prefixedNo, help: "Listen to the mouse, or do not, this once.")
    var mouse: Bool?

    @Flag(help: "For screen readers and braille, this once: one pane at a time, no lines or signs.")
    var plain = false

    @Option(
        help: ArgumentHelp("Note all that happens in this file: a session that --replay plays again.", valueName: "file"),
        completion: .file())
    var log: String?

    @Option(
        help: ArgumentHelp(
            "Play a session again that --log noted, and say whether its screens are the same. No terminal is needed; the library is to be as it was.",
            valueName: "file"), completion: .file())
    var replay: String?

    @Argument(help: ArgumentHelp("Files and folders; “-” for standard input.", valueName: "path"), completion: .file())
    var paths: [String] = []

    func validate() throws {
        if samples, !paths.isEmpty { throw ValidationError("--samples and paths exclude each other") }
    }

    func run() throws {
        var configuration = try Configuration.ofThisUser(theme: theme)
        if let mouse { configuration.settings.mouse = mouse }
        if plain { configuration.settings.plain = true }
        let keyMap = try configuration.keyMap()
        let missing = sourcePaths(paths).filter { $0 != "-" && !$0.exists }
        if let first = missing.first, missing.count == paths.count {
            throw Failure(.usage, "no such file, folder or command: \(first)")
        }
        let (library, notice) = try openLibrary()
        let reader = ReaderLoop(
            library: library, importing: source, configuration: configuration, keyMap: keyMap,
            notices: notice.map { [Notice(.information, $0)] } ?? [], logPath: log)
        if let replay { return try play(replay, on: reader) }
        let code: Int32
        do throws(TerminalError) {
            code = try reader.run()
        } catch {
            throw Failure(.usage, error.message)
        }
        if code != 0 { throw ExitCode(code) }
    }

    private func play(_ path: String, on reader: ReaderLoop) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let outcome = reader.replay(text) else {
            throw Failure(.inputOutput, "\(path): no log of a session")
        }
        try StandardOutput.print("\(outcome.screens) screens are the same\n")
        if let difference = outcome.difference { throw Failure(.badInput, "\(path): \(difference)") }
    }

    /// What is brought into the library while one reads.
    private var source: ImportSource? {
        if samples { return .articles(Samples.articles()) }
        return paths.isEmpty ? nil : .paths(sourcePaths(paths))
    }

    /// The folders' own library, or the one that `add` fills. Samples, and what comes down a pipe, are there once. The notice
    /// says where a library is not kept.
    private func openLibrary() throws(Failure) -> (library: Library, notice: String?) {
        guard samples else { return try LibrarySource.opened(LibrarySource.location(of: paths)) }
        do throws(LibraryError) {
            return (try Library.inMemory(), nil)
        } catch {
            throw Failure(.inputOutput, error.description)
        }
    }
}
