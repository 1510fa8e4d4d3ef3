public import DocumentModel
import Foundation
import GRDB
public import Query
import Synchronization

extension Library {
    /// The articles that match, those at `rows` among them, and the row of the article `keeping`.
    ///
    /// The list is remembered while the library does not change: the next rows of it cost microseconds each.
    public func articles(
        matching filter: Filter, rows: Range<Int>, keeping key: ArticleKey? = nil
    ) throws(LibraryError) -> ArticlePage {
        try followTexts()
        return try reading { db in
            if filter == .all { return try everything(rows, keeping: key, db) }
            let numbers = try articleNumbers(filter, db)
            let range = rows.clamped(to: 0..<numbers.count)
            return ArticlePage(
                total: numbers.count, first: range.lowerBound, rows: try summaries(numbers[range], db),
                kept: key.flatMap { numbers.firstIndex(of: $0.rawValue) })
        }
    }

    /// All articles that match, in the filter's order, one after the other. The library may change meanwhile; what is gone
    /// when its turn comes is left out.
    public func forEachArticle(
        matching filter: Filter, _ body: (ArticleSummary) throws -> Void
    ) throws {
        try followTexts()
        let numbers = try reading { try articleNumbers(filter, $0) }
        for start in stride(from: 0, to: numbers.count, by: 256) {
            let part = numbers[start..<min(start + 256, numbers.count)]
            for row in try reading({ try summaries(part, $0) }) { try body(row) }
        }
    }

    /// An article with its annotation; nil when it is gone.
    public func article(_ key: ArticleKey) throws(LibraryError) -> AnnotatedArticle? {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: "SELECT text, record FROM article JOIN content ON content.id = article.content WHERE article.id = ?")
            guard let row = try Row.fetchOne(statement, arguments: [key.rawValue]) else { return nil }
            let text = try row.withUnsafeData(atIndex: 0) { String(decoding: $0 ?? Data(), as: UTF8.self) }
            var annotated = try row.withUnsafeData(atIndex: 1) {
                try ArticleRecord.decode(Array($0 ?? Data()), text: text)
            }
            annotated.article.id = roots.shown(annotated.article.id)
            return annotated
        }
    }

    /// Without a filter nothing is looked up beforehand: the first rows are there at once however many articles there are.
    private func everything(_ rows: Range<Int>, keeping key: ArticleKey?, _ db: Database) throws -> ArticlePage {
        let total = try LibraryState(db).articles
        let range = rows.clamped(to: 0..<total)
        let statement = try db.cachedStatement(sql: "SELECT id FROM article ORDER BY id LIMIT ? OFFSET ?")
        let numbers = try Int64.fetchAll(statement, arguments: [range.count, range.lowerBound])
        return ArticlePage(
            total: total, first: range.lowerBound, rows: try summaries(numbers[...], db),
            kept: try key.flatMap { try Self.row(of: $0, db) })
    }

    /// The row of an article in the list of all.
    private static func row(of key: ArticleKey, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(
            sql: "SELECT (SELECT count(*) FROM article WHERE id < ?1) FROM article WHERE id = ?1")
        return try Int.fetchOne(statement, arguments: [key.rawValue])
    }

    // MARK: Lists

    func articleNumbers(_ filter: Filter, _ db: Database) throws -> [Int64] {
        let version = try version(for: filter, db)
        if let known = cache.withLock({ $0.listing(.articles, filter, version) }) { return known.numbers }
        let ranking = try ranking(filter.order, version, db)
        var numbers: [Int64]
        if let condition = filter.condition {
            numbers = try matching(condition, version, db)
        } else {
            numbers = try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM article"))
        }
        if let order = filter.order, order.key == .relevance, let condition = filter.condition {
            numbers = try Self.byRelevance(numbers, condition, isReversed: order.isReversed, ranking, db)
        } else {
            numbers.sort { ranking[$0] < ranking[$1] }
        }
        let listing = Listing(filter: filter, version: version, numbers: numbers)
        cache.withLock { $0.keep(.articles, listing) }
        return listing.numbers
    }

    private func matching(_ condition: Condition, _ version: ListingVersion, _ db: Database) throws -> [Int64] {
        if let match = FilterSQL.match(condition) {
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM search WHERE search MATCH ?")
            return try Int64.fetchAll(statement, arguments: [match])
        }
        var sql = FilterSQL(today: version.today)
        let text = sql.article(condition)
        return try Int64.fetchAll(
            db, sql: "SELECT article.id FROM article WHERE \(text)", arguments: StatementArguments(sql.arguments))
    }

    func version(for filter: Filter, _ db: Database) throws -> ListingVersion {
        let state = try LibraryState(db)
        let marks = filter.condition?.dependsOnMarks == true ? state.marks : 0
        return ListingVersion(content: state.content, marks: marks, today: today())
    }

    func ranking(_ order: ListOrder?, _ version: ListingVersion, _ db: Database) throws -> Ranking {
        let order = order ?? ListOrder(.date)
        if let known = cache.withLock({ $0.ranking(order, content: version.content) }) { return known }
        let ranking = try Ranking(db, order, content: version.content)
        cache.withLock { $0.keep(ranking) }
        return ranking
    }

    /// Best match first, of equals the newest: BM25 (Robertson and Zaragoza, 2009), a word in the title worth ten.
    private static func byRelevance(
        _ numbers: [Int64], _ condition: Condition, isReversed: Bool, _ ranking: Ranking, _ db: Database
    ) throws -> [Int64] {
        let words = Filter(condition).positiveWords.filter { TextFold.hasWords($0.words.text) }
            .map { Condition.words($0.field.holdsNames || $0.field == .quote ? .anywhere : $0.field, $0.words) }
        var scores: [Int64: Double] = [:]
        if let match = Condition.either(words).flatMap(FilterSQL.match) {
            let statement = try db.cachedStatement(
                sql: "SELECT rowid, bm25(search, 10.0, 1.0, 3.0, 3.0, 3.0) FROM search WHERE search MATCH ?")
            let rows = try Row.fetchCursor(statement, arguments: [match])
            while let row = try rows.next() { scores[row[0]] = row[1] }
        }
        return numbers.sorted { one, two in
            // Better matches have the lower score.
            let (first, second) = (scores[one] ?? 0, scores[two] ?? 0)
            return first == second ? ranking[one] < ranking[two] : isReversed ? first > second : first < second
        }
    }

    // MARK: Rows

    func summaries(_ numbers: ArraySlice<Int64>, _ db: Database) throws -> [ArticleSummary] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT title, name, source, date, speakers, quotations, words, own.mark.read, own.mark.starred
                FROM article LEFT JOIN own.mark USING (identity) WHERE article.id = ?
                """)
        return try numbers.compactMap { number in
            try Row.fetchOne(statement, arguments: [number]).map { row in
                let speakers: String = row[4]
                return ArticleSummary(
                    key: ArticleKey(rawValue: number), title: row[0], id: roots.shown(row[1]), source: row[2], date: row[3],
                    speakers: speakers.split(separator: "\n").map { String($0) }, quotations: row[5], words: row[6],
                    isRead: row[7] ?? false, isStarred: row[8] ?? false)
            }
        }
    }
}
