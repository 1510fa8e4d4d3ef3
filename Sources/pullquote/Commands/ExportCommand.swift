import Annotator
import ArgumentParser
import ArticleLibrary
import DocumentModel
import Interchange
import Query

/// `pullquote export`: the library to keep or to take elsewhere.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the library as JSON Lines that “import” makes the same library of.",
        discussion: """
            The lines hold everything: articles with what was found in them, the files they came from, corrections, saved \
            filters, and your own marks and notes. Lines of articles are those of “annotate” with one member more. With a \
            filter, only the articles that match. With another format, the quotations in these articles: as rows, or as \
            citations.
            """)

    @OptionGroup var source: LibraryOptions

    @Option(help: "What is written: jsonl for everything, any other for quotations.")
    var format = QuotationFormat.table(.jsonl)

    @OptionGroup var filtering: FilterOptions

    func run() throws {
        guard case .table(.jsonl) = format else {
            return try printQuotations(source, filtering, format, limit: nil)
        }
        let library = try source.open()
        let filter = try filtering.filter(in: library)
        let hasProblems = try source.bringUpToDate(library)
        let writer = LibraryJSON(program: Version.program, model: Annotator.modelName)
        var output = StandardOutput()
        try output.append { writer.begin(&$0) }
        try carryOut {
            try library.forEachRecord(matching: filter) { record in try output.append { writer.append(record, to: &$0) } }
        }
        try output.flush()
        if hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
    }
}
