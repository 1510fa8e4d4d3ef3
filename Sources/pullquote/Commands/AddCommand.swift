import Annotator
import ArgumentParser
import ArticleLibrary
import Ingest

/// `pullquote add`: articles into the library.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Import files and folders into the library.",
        discussion: """
            What the library knows unchanged is passed over, so that adding a folder again adds what is new. It may be \
            interrupted at any time: ^C ends it after what is being stored, and says how far it came; the same command goes on \
            from there.
            """)

    @Argument(
        help: ArgumentHelp("Files and folders; “-” for standard input.", valueName: "path"), completion: .file())
    var paths: [String]

    func run() throws {
        let library = try LibrarySource.open(.standard)
        let progress = try LibrarySource.importing(paths, into: library)
        let failed =
            progress.failed > 0 ? ", \(progress.failed) could not be read (\(ProgressLine.reasons(progress)))" : ""
        try StandardOutput.print("\(progress.done) looked at: \(progress.stored) articles new or changed\(failed)\n")
        if let outdated = try? library.outdated(by: Annotator.modelName), outdated > 0 {
            StandardError.complain(
                "\(outdated) articles are as an older model annotated them; the reader and “watch” annotate them anew meanwhile"
            )
        }
        if progress.failed > 0 { throw ExitCode(ExitStatus.badInput.rawValue) }
    }
}
