public import DocumentModel
import GRDB

/// What a reader marks. Marks are kept by an article's identity: they stay when the article is imported again, comes from
/// another place, or goes and comes back. Setting them for an article that is gone does nothing.
extension Library {
    /// Where the reader left an article, as an offset into its text; 0 for one never opened.
    public func place(in key: ArticleKey) throws(LibraryError) -> Int {
        try reading { try Int.fetchOne($0.cachedStatement(sql: Self.select("place")), arguments: [key.rawValue]) ?? 0 }
    }

    /// The note on an article; nil for none.
    public func note(on key: ArticleKey) throws(LibraryError) -> String? {
        try reading { try String.fetchOne($0.cachedStatement(sql: Self.select("note")), arguments: [key.rawValue]) }
    }

    /// Remembers where in an article the reader is.
    public func setPlace(_ place: Int, in key: ArticleKey) throws(LibraryError) { try mark(key, "place", place) }

    /// Remembers that an article was read, or was not.
    public func setRead(_ isRead: Bool, _ key: ArticleKey) throws(LibraryError) { try mark(key, "read", isRead) }

    /// Remembers that an article is starred, or is not.
    public func setStarred(_ isStarred: Bool, _ key: ArticleKey) throws(LibraryError) {
        try mark(key, "starred", isStarred)
    }

    /// Keeps a note on an article; nil or an empty one removes it.
    public func setNote(_ note: String?, on key: ArticleKey) throws(LibraryError) {
        try mark(key, "note", note.flatMap { $0.isEmpty ? nil : $0.withoutNUL })
    }

    private static func select(_ column: String) -> String {
        "SELECT \(column) FROM mark JOIN article USING (identity) WHERE article.id = ?"
    }

    private func mark(_ key: ArticleKey, _ column: String, _ value: (any DatabaseValueConvertible)?) throws(LibraryError) {
        try writing { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO mark (identity, \(column)) SELECT identity, ?1 FROM article WHERE id = ?2
                    ON CONFLICT DO UPDATE SET \(column) = ?1
                    """)
            try statement.execute(arguments: [value, key.rawValue])
            try db.cachedStatement(sql: "UPDATE state SET marks = marks + 1").execute()
        }
    }
}
