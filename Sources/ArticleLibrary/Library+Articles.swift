public import DocumentModel
import Foundation
import GRDB
public import Query
import Synchronization

extension Library {
    /// The articles that match, those at `rows` among them, and the row of the article `keeping`.
    ///
    /// The list is remembered while the library does not change: the next rows of it cost microseconds each. In the order of
    /// dates it takes some tenth of a microsecond for each article that a part of the filter lists; without a filter no time.
    ///
    /// - Parameter isWanted: asked now and then; once it says false the answer is nil.
    public func articles(
        matching filter: Filter, rows: Range<Int>, keeping key: ArticleKey? = nil, while isWanted: () -> Bool
    ) throws(LibraryError) -> ArticlePage? {
        try followTexts()
        return try reading { db in
            guard let listing = try listing(.articles, filter, db, isWanted) else { return nil }
            let ordering = ListOrdering(db, filter)
            let range = rows.clamped(to: 0..<listing.total)
            let (numbers, kept) =
                switch listing.numbers {
                case .listed(let all): (Array(all[range]), key.flatMap { all.firstIndex(of: $0.rawValue) })
                case .walked(let set, _):
                    (
                        try ordering.rows(range, of: set) ?? [],
                        try key.flatMap { try ordering.row(of: $0.rawValue, in: set) }
                    )
                }
            return ArticlePage(
                total: listing.total, first: range.lowerBound, rows: try summaries(numbers[...], db), kept: kept)
        }
    }

    /// The articles that match, those at `rows` among them, and the row of the article `keeping`.
    public func articles(
        matching filter: Filter, rows: Range<Int>, keeping key: ArticleKey? = nil
    ) throws(LibraryError) -> ArticlePage {
        try articles(matching: filter, rows: rows, keeping: key) { true } ?? ArticlePage(total: 0, first: 0, rows: [])
    }

    /// The first rows of a list at once, where finding all that match would take longer: a page that is not counted. Nil where
    /// ``articles(matching:rows:keeping:)`` is as quick.
    ///
    /// Takes some milliseconds whatever the size of the library.
    public func firstArticles(matching filter: Filter, rows: Range<Int>) throws(LibraryError) -> ArticlePage? {
        try followTexts()
        return try reading { db in
            guard let numbers = try firstNumbers(.articles, filter, rows, db) else { return nil }
            return ArticlePage(
                total: numbers.count, isCounted: false, first: 0, rows: try summaries(numbers[...], db))
        }
    }

    /// All articles that match, in the filter's order, one after the other. The library may change meanwhile; what is gone
    /// when its turn comes is left out.
    public func forEachArticle(
        matching filter: Filter, _ body: (ArticleSummary) throws -> Void
    ) throws {
        try followTexts()
        let numbers = try reading { db in
            let set = try filter.condition.map { try FilterEvaluation(db: db, today: today()).articles($0) } ?? .all
            return try ListOrdering(db, filter).ordered(set)
        }
        for start in stride(from: 0, to: numbers.count, by: 256) {
            let part = numbers[start..<min(start + 256, numbers.count)]
            for row in try reading({ try summaries(part, $0) }) { try body(row) }
        }
    }

    /// An article with its annotation as it was put right; nil when it is gone.
    public func article(_ key: ArticleKey) throws(LibraryError) -> AnnotatedArticle? {
        try reading { try shown(key, $0) }
    }

    /// An article as ``article(_:)`` gives it, with what the reader left in it: one look at the library.
    public func openedArticle(_ key: ArticleKey) throws(LibraryError) -> OpenedArticle? {
        try reading { db in
            guard let article = try shown(key, db) else { return nil }
            let sql = "SELECT place, note FROM own.mark JOIN article USING (identity) WHERE article.id = ?"
            let mark = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [key.rawValue])
            return OpenedArticle(
                article: article, place: mark.flatMap { $0[0] as Int? } ?? 0, note: mark.flatMap { $0[1] as String? })
        }
    }

    private func shown(_ key: ArticleKey, _ db: Database) throws -> AnnotatedArticle? {
        guard var annotated = try corrected(key, db)?.annotated else { return nil }
        annotated.article.id = roots.shown(annotated.article.id)
        return annotated
    }

    // MARK: Rows

    func summaries(_ numbers: ArraySlice<Int64>, _ db: Database) throws -> [ArticleSummary] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT title, name, source, date, speakers, quotations, words, own.mark.read, own.mark.starred, story.story,
                    (SELECT count(*) FROM story AS told WHERE told.story = story.story)
                FROM article LEFT JOIN own.mark USING (identity) LEFT JOIN story ON story.article = article.id
                WHERE article.id = ?
                """)
        let shown = try shownNames(db)
        return try numbers.compactMap { number in
            try Row.fetchOne(statement, arguments: [number]).map { row in
                let speakers: String = row[4]
                return ArticleSummary(
                    key: ArticleKey(rawValue: number), title: row[0], id: roots.shown(row[1]), source: row[2], date: row[3],
                    speakers: try shown.list(speakers, in: number, db), quotations: row[5], words: row[6],
                    isRead: row[7] ?? false, isStarred: row[8] ?? false,
                    story: (row[9] as Int64?).map { ArticleSummary.Story(number: $0, articles: row[10]) })
            }
        }
    }
}

/// An article with what the reader left in it.
public struct OpenedArticle: Sendable, Equatable {
    /// The article with its annotation as it was put right.
    public var article: AnnotatedArticle
    /// Where the reader left it, as an offset into its text; 0 for one never opened.
    public var place: Int
    /// What the reader wrote on it; nil for nothing.
    public var note: String?
}
