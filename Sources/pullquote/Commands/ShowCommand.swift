import Annotator
import ArgumentParser
import ArticleImport
import ArticleLibrary
import DocumentModel
import Foundation
import Interchange
import Query

/// `pullquote show`: one article to read in a plain terminal or a pipe.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print an article with its quotations and who says them.",
        discussion: """
            The article is one of the library, by the id that “list” gives first, or a file. Numbers in brackets stand behind \
            the quotations; who says them is listed at the end. With “--json” it is the line that “annotate” gives, with what \
            was put right.
            """)

    @OptionGroup var source: LibraryOptions

    @Option(
        name: [.customShort("w"), .long],
        help: ArgumentHelp(
            "Break lines at so many columns; 0 leaves them whole. The terminal's own if not given.", valueName: "columns"))
    var width: Int?

    @Flag(help: "Print the line of JSON instead.")
    var json = false

    @Argument(help: ArgumentHelp("The article's id, or a file.", valueName: "id"), completion: .file())
    var id: String

    func validate() throws {
        if let width, width < 0 || width > 10_000 { throw ValidationError("--width takes a number from 0 to 10000") }
    }

    func run() throws {
        // A file can be shown where no library can be kept.
        let library = try LibrarySource.open(LibrarySource.location(of: source.paths), needsFile: false)
        let hasProblems = try source.bringUpToDate(library)
        guard let article = try article(in: library) else { throw Failure(.badInput, "no such article or file: \(id)") }
        var output = StandardOutput()
        if json {
            let writer = ArticleJSON(program: Version.program, model: Annotator.modelName)
            try output.append { writer.append(article, to: &$0) }
        } else {
            let text = ArticleText(article, width: width ?? Self.columns).text
            try output.append { $0 += text.utf8 }
        }
        try output.flush()
        if hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
    }

    /// The article of the library, or the first one in the file.
    private func article(in library: Library) throws -> AnnotatedArticle? {
        try carryOut {
            if let key = try library.article(called: id) { return try library.article(key) }
            guard source.paths.isEmpty, let path = sourcePaths([id]).first, path.exists else { return nil }
            let file = try LibrarySource.open(paths: [id])
            _ = try LibrarySource.importing([id], into: file)
            let first = try file.articles(matching: .all, rows: 0..<1).rows.first
            return try first.flatMap { try file.article($0.key) }
        }
    }

    /// As wide as the terminal, up to what reads well; for a pipe as RFC 678 had it.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 72 }
        return min(Int(size.ws_col), 100)
    }
}
