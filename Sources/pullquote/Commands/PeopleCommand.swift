import ArgumentParser
import ArticleLibrary
import DocumentModel

/// `pullquote people`: a row for everybody.
struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List everybody in the articles that match a filter, with how often they speak and are named.",
        discussion: "Columns: name, kind, quotes, mentions, articles.")

    @OptionGroup var options: RowOptions

    func run() throws {
        try printTable(options) { (library, filter, print: (PersonSummary) throws -> Void) in
            try library.people(matching: filter, rows: 0..<(options.limiting.limit ?? Int.max)).rows.forEach(print)
        }
    }
}
