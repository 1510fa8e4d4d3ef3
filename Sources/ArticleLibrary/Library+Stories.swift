public import DocumentModel
import GRDB

extension Library {
    /// Near-copies of an article, in the order of their dates: the same story with another headline, cut, edited or with
    /// something added; without the article itself. Also those that it joins two of, or is joined in.
    public func copies(of key: ArticleKey) throws(LibraryError) -> [ArticleSummary] {
        try reading { db in
            let numbers = try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT two.article FROM story AS one JOIN story AS two USING (story) WHERE one.article = ?1
                        UNION SELECT other FROM copy WHERE article = ?1 ORDER BY 1
                        """), arguments: [key.rawValue])
            return try summaries(numbers.filter { $0 != key.rawValue }[...], db)
        }
    }

    /// The story that an article belongs to: the same number for all its near-copies, and for nobody else. It may change when
    /// articles come or go.
    public func story(of key: ArticleKey) throws(LibraryError) -> Int64 {
        try reading { db in
            try db.row("SELECT story FROM story WHERE article = ?", [key.rawValue])?[0] ?? key.rawValue
        }
    }
}
