import ArgumentParser
import ArticleLibrary
import DocumentModel

/// `pullquote list`: a row for each article.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the articles that match a filter.",
        discussion: "Columns: id, title, date, source, quotes, words, speakers, read, starred.")

    @OptionGroup var options: RowOptions

    func run() throws {
        try printTable(options) { (library, filter, print: (ArticleSummary) throws -> Void) in
            try library.forEachArticle(matching: filter, print)
        }
    }
}
