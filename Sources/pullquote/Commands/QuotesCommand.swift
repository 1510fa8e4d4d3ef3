import ArgumentParser
import ArticleLibrary
import DocumentModel
import Interchange

/// How quotations are written: as rows or as citations.
enum QuotationFormat: ExpressibleByArgument, CaseIterable {
    case table(TableFormat)
    case citations(CitationFormat)

    static let allCases = TableFormat.allCases.map { Self.table($0) } + CitationFormat.allCases.map { Self.citations($0) }
    static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }

    init?(argument: String) {
        guard let format = Self.allCases.first(where: { $0.defaultValueDescription == argument }) else { return nil }
        self = format
    }

    var defaultValueDescription: String {
        switch self {
        case .table(let format): format.rawValue
        case .citations(let format): format.rawValue
        }
    }
}

/// `pullquote quotes`: a row for each quotation.
struct QuotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes",
        abstract: "List the quotations in the articles that match a filter, or those it names.",
        discussion: """
            Columns: speaker, text, type, act, speaker_confidence, date, source, title, id. As BibTeX, RIS or CSL-JSON each \
            quotation is an entry of its own, with its source, its date, the day when the article came into the library and \
            the hash of its text.
            """)

    @OptionGroup var source: LibraryOptions

    @Option(help: "How quotations are written: rows (tsv without a header, csv with one), or citations.")
    var format = QuotationFormat.table(.tsv)

    @OptionGroup var limiting: LimitOption

    @OptionGroup var filtering: FilterOptions

    func run() throws { try printQuotations(source, filtering, format, limit: limiting.limit) }
}

/// Quotations on their way to standard output, as rows or as citations.
func printQuotations(
    _ source: LibraryOptions, _ filtering: FilterOptions, _ format: QuotationFormat, limit: Int?
) throws {
    switch format {
    case .table(let format):
        var table = TableWriter<QuotationSummary>(format, isForTerminal: StandardOutput.isTerminal)
        try printRows(
            source, filtering, limit: limit, begin: { table.begin(&$0) }, append: { table.append($0, to: &$1) },
            end: { table.end(&$0) },
            rows: { (library, filter, print: (QuotationSummary) throws -> Void) in
                try library.forEachQuotation(matching: filter, print)
            })
    case .citations(let format):
        var writer = CitationWriter(format)
        try printRows(
            source, filtering, limit: limit, begin: { writer.begin(&$0) }, append: { writer.append($0, to: &$1) },
            end: { writer.end(&$0) },
            rows: { (library, filter, print: (CitedQuotation) throws -> Void) in
                try library.forEachCitation(matching: filter, print)
            })
    }
}
