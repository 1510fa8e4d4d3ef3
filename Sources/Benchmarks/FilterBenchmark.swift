import ArticleLibrary
import Foundation
import Ingest
import Query

/// Filters on a library, to the first screen of rows.
struct FilterBenchmark {
    let folder: String

    func run() throws {
        let count = 10_000
        let records = try GeneratedArticles().writeRecords(count, to: folder + "/filter.jsonl")
        let library = try Library(at: folder + "/filter.db")
        _ = ImportJob([records], into: library).run()
        Report.heading("filters: \(count) articles, the first 50 rows and the count; asked first, and again")
        for text in [
            "", "bridge", "h", "\"cannot wait\"", "n4711", "person:\"Anna Adler\"", "said:adler", "place:oslo",
            "source:ledger",
            "date:2020..", "bridge -treaty (oslo OR lyon)", "has:quote sort:title",
        ] {
            let filter = try Filter(parsing: text, whileTyping: true)
            var total = 0
            let ask = { total = try library.articles(matching: filter, rows: 0..<50).total }
            let (first, again) = (try shortest(of: 1, ask), try shortest(of: 5, ask))
            Report.line(
                text.isEmpty ? "(all)" : text, Report.milliseconds(first), Report.milliseconds(again),
                Report.count(Double(total), "match"))
        }
    }
}
