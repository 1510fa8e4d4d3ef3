import Annotator
import ArgumentParser
import ArticleImport
import ArticleLibrary
import DocumentModel
import Foundation
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

    @Argument(help: ArgumentHelp("Files and folders; “-” for standard input.", valueName: "path"), completion: .file())
    var paths: [String] = []

    func validate() throws {
        if samples, !paths.isEmpty { throw ValidationError("--samples and paths exclude each other") }
    }

    func run() throws {
        var configuration = try Configuration.ofThisUser(theme: theme)
        if let mouse { configuration.settings.mouse = mouse }
        let keyMap = try configuration.keyMap()
        if let missing = paths.first(where: { $0 != "-" && !FileManager.default.fileExists(atPath: $0) }), paths.count == 1
        {
            throw Failure(.usage, "no such file or folder: \(missing)")
        }
        let (library, notice) = try openLibrary()
        let reader = ReaderLoop(
            library: library, importing: paths, configuration: configuration, keyMap: keyMap,
            notices: notice.map { [Notice(.information, $0)] } ?? [])
        let code: Int32
        do throws(TerminalError) {
            code = try reader.run()
        } catch {
            throw Failure(.usage, error.message)
        }
        if code != 0 { throw ExitCode(code) }
    }

    /// What is to be read: the samples, the folders' own library, or the library. The notice says where it is not kept.
    private func openLibrary() throws(Failure) -> (library: Library, notice: String?) {
        do throws(LibraryError) {
            if samples {
                let library = try Library.inMemory()
                let annotator = Annotator()
                try library.add(
                    Samples.articles().map { article in
                        .article(
                            AnnotatedArticle(article, annotator.annotation(of: article)), Origin(path: article.id))
                    })
                return (library, nil)
            }
            // What comes down a pipe is there once.
            if paths.contains("-") { return (try Library.inMemory(), nil) }
            return try (paths.isEmpty ? LibraryLocation.standard : .folder(paths)).open()
        } catch {
            throw Failure(.inputOutput, error.description)
        }
    }
}
