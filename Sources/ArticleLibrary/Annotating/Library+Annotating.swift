public import DocumentModel
import Foundation
import GRDB

/// An article whose annotation is of another model than is wanted.
public struct OutdatedArticle: Sendable {
    /// Its place in the library.
    public let key: ArticleKey
    /// Its text and structure.
    public let article: Article
    /// Of which text this is: it may be another by the time the new annotation comes.
    let content: Int64
}

extension Library {
    /// How many articles another model than this one has annotated. Takes no time.
    public func outdated(by annotator: String) throws(LibraryError) -> Int {
        try reading { db in try Annotators.counts(db).reduce(0) { $0 + ($1.key == annotator ? 0 : $1.value) } }
    }

    /// Some articles that another model than this one has annotated, in the order of the list, the newest first.
    ///
    /// - Parameter last: only those that come after this one.
    public func outdated(
        by annotator: String, after last: ArticleKey?, most: Int
    ) throws(LibraryError) -> [OutdatedArticle] {
        try reading { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT article.id, content FROM article JOIN annotator ON annotator.id = article.annotator
                        WHERE article.id > ? AND annotator.name <> ? ORDER BY article.id LIMIT ?
                        """),
                arguments: [last?.rawValue ?? .min, annotator, most])
            return try rows.compactMap { row in
                try ArticleWriter.stored(row[0], db).map {
                    OutdatedArticle(key: ArticleKey(rawValue: row[0]), article: $0.article, content: row[1])
                }
            }
        }
    }

    /// Puts new annotations in the place of old ones, in one transaction; gives how many are other than before. Articles that
    /// changed or went meanwhile are passed over. Marks and corrections stay. To be followed by ``settle(turn:while:)`` at the end.
    ///
    /// - Parameter isMoreToCome: others follow soon: who is who is left for then, as far as it can wait.
    public func annotate(
        _ articles: [(outdated: OutdatedArticle, annotation: Annotation)], annotator: String, isMoreToCome: Bool = true
    ) throws(LibraryError) -> Int {
        let additions = articles.map { article in
            let annotated = AnnotatedArticle(article.outdated.article, article.annotation)
            return (article.outdated, Addition(annotated, from: Origin(path: ""), annotator: annotator))
        }
        return try writing { db in
            var writer = ArticleWriter(db, now: 0)
            var changed = 0
            for (outdated, addition) in additions {
                let number = outdated.key.rawValue
                let content: Int64? = try db.row("SELECT content FROM article WHERE id = ?", [number])?[0]
                guard content == outdated.content else { continue }
                if try writer.holds(number, addition.record) {
                    try writer.setAnnotator(of: number, to: annotator)
                } else {
                    _ = try writer.replace(number, with: addition)
                    changed += 1
                }
            }
            try writer.close(isMoreToCome: isMoreToCome)
            if changed > 0 {
                try db.run(
                    "UPDATE state SET content = content + 1, quotations = quotations + ?", writer.quotations)
            }
            return changed
        }
    }
}
