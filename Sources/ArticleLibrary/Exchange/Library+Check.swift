import Foundation
import GRDB

/// What a check of a library found.
public struct LibraryCheck: Sendable, Equatable {
    /// What is wrong, each in a line; none for a sound library.
    public var problems: [String] = []
    /// How many articles there are.
    public var articles = 0
    /// How many quotations there are.
    public var quotations = 0
    /// Whether the indexes of words were looked at, too: SQLite compares them only where it may write.
    public var isWhole = true
    /// Whether all is right.
    public var isSound: Bool { problems.isEmpty }

    /// A check that found these.
    public init(problems: [String] = [], articles: Int = 0, quotations: Int = 0) {
        (self.problems, self.articles, self.quotations) = (problems, articles, quotations)
    }
}

extension Library {
    /// Looks at every page, index and article of the library. Takes about as long as reading the file and indexing its words.
    public func check() throws(LibraryError) -> LibraryCheck {
        var check = LibraryCheck()
        do {
            try look(&check)
        } catch {
            guard error.reason == .damaged else { throw error }
            check.problems.append("the file: what it holds cannot all be read")
        }
        return check
    }

    private func look(_ check: inout LibraryCheck) throws(LibraryError) {
        let pages = try reading { try String.fetchAll($0, sql: "PRAGMA integrity_check(20)") }
        check.problems += pages.filter { $0 != "ok" }.map { "the file: \($0)" }
        // A damaged file would only say the same again in other words.
        guard check.isSound else { return }
        try checkCounts(&check)
        try checkArticles(&check)
        check.isWhole = !isReadOnly
        guard check.isWhole else { return }
        for (table, what) in [("search", "words"), ("quotation_search", "words of quotations"), ("name_search", "names")] {
            do {
                // Compares what is indexed with what is there.
                try writing { try $0.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)") }
            } catch {
                guard error.reason == .damaged else { throw error }
                check.problems.append("the index of \(what) does not fit the articles")
            }
        }
    }

    private func checkCounts(_ check: inout LibraryCheck) throws(LibraryError) {
        let counts = try reading { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT count(*) FROM article UNION ALL SELECT articles FROM state
                    UNION ALL SELECT count(*) FROM quotation UNION ALL SELECT quotations FROM state
                    UNION ALL SELECT total(quotations) FROM article UNION ALL SELECT count(*) FROM content
                    UNION ALL SELECT count(*) FROM article WHERE NOT EXISTS (SELECT 1 FROM origin WHERE article = article.id)
                    UNION ALL SELECT count(*) FROM beginning
                    UNION ALL SELECT count(*) FROM appearance WHERE NOT EXISTS (SELECT 1 FROM article WHERE id = appearance.article)
                    """)
        }
        guard counts.count == 9 else { return }
        (check.articles, check.quotations) = (counts[0], counts[2])
        func expect(_ isSo: Bool, _ problem: String) { if !isSo { check.problems.append(problem) } }
        expect(counts[0] == counts[1], "\(counts[0]) articles where \(counts[1]) are counted")
        expect(counts[2] == counts[3], "\(counts[2]) quotations where \(counts[3]) are counted")
        expect(counts[2] == counts[4], "\(counts[2]) quotations where the articles have \(counts[4])")
        expect(counts[0] == counts[5], "\(counts[0]) articles with \(counts[5]) texts")
        expect(counts[0] == counts[7], "\(counts[0]) articles where of \(counts[7]) it is known how their words begin")
        expect(counts[8] == 0, "\(counts[8]) names in articles that are gone")
    }

    private func checkArticles(_ check: inout LibraryCheck) throws(LibraryError) {
        var last = Int64.min
        while true {
            let batch = try reading { db in
                try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT article.id, name, text, record FROM article JOIN content ON content.id = article.content
                            WHERE article.id > ? ORDER BY article.id LIMIT 128
                            """), arguments: [last]
                ).map { row -> (Int64, String, Bool) in
                    let text = try? row.unpackedText(atIndex: 2)
                    let annotated = text.flatMap { text in
                        try? ArticleRecord.decode(row.unpackedRecord(atIndex: 3, of: text), text: text)
                    }
                    return (row[0], row[1], annotated != nil)
                }
            }
            guard let end = batch.last else { return }
            for (_, name, isWhole) in batch where !isWhole {
                check.problems.append("\(name): its text or annotation cannot be read")
            }
            last = end.0
        }
    }
}
