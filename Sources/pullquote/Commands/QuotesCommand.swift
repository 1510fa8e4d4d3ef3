import ArgumentParser
import ArticleLibrary
import DocumentModel

/// `pullquote quotes`: a row for each quotation.
struct QuotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes",
        abstract: "List the quotations in the articles that match a filter, or those it names.",
        discussion: "Columns: speaker, text, type, act, speaker_confidence, date, source, title, id.")

    @OptionGroup var options: RowOptions

    func run() throws {
        try printRows(options) { (library, filter, print: (QuotationSummary) throws -> Void) in
            try library.forEachQuotation(matching: filter, print)
        }
    }
}
