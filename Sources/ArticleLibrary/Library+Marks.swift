public import DocumentModel
import Foundation
import GRDB
import Synchronization

/// What a reader marks. Marks are the reader's own and are kept by an article's identity: they stay when the article is
/// imported again, comes from another place, or goes and comes back. Setting them never waits for an import; setting them for
/// an article that is gone does nothing.
extension Library {
    /// The note on an article; nil for none.
    public func note(on key: ArticleKey) throws(LibraryError) -> String? {
        try reading { db in
            let sql = "SELECT note FROM own.mark JOIN article USING (identity) WHERE article.id = ?"
            return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [key.rawValue])
        }
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

    /// The places that the reader marked with letters, in the letters' order; without those in articles that this library does
    /// not hold.
    public func bookmarks() throws(LibraryError) -> [Bookmark] {
        try reading { db in
            let sql = """
                SELECT letter, article.id, title, place FROM own.bookmark JOIN article USING (identity) ORDER BY letter
                """
            return try Row.fetchAll(db.cachedStatement(sql: sql)).compactMap { row in
                (row[0] as String).first.map {
                    Bookmark(letter: $0, article: ArticleKey(rawValue: row[1]), title: row[2], place: row[3])
                }
            }
        }
    }

    /// Marks a place in an article with a letter, which marks nothing else any more.
    public func setBookmark(_ letter: Character, at place: Int, in key: ArticleKey) throws(LibraryError) {
        try marking(key) { try marks.setBookmark(letter, place, of: $0) }
    }

    private func mark(_ key: ArticleKey, _ column: String, _ value: (any DatabaseValueConvertible)?) throws(LibraryError) {
        try marking(key) { try marks.set(column, value, of: $0) }
    }

    /// Writes a mark under an article's identity; nothing where the article is gone.
    private func marking(_ key: ArticleKey, _ write: (Data) throws -> Void) throws(LibraryError) {
        let identity = try reading { db in
            let statement = try db.cachedStatement(sql: "SELECT identity FROM article WHERE id = ?")
            return try Data.fetchOne(statement, arguments: [key.rawValue])
        }
        guard let identity else { return }
        do { try write(identity) } catch { throw LibraryError(error, path: marks.path ?? "") }
    }

    /// Lets marks follow the texts that took the place of others, whoever imported them. Costs microseconds when there are
    /// none.
    func followTexts() throws(LibraryError) {
        let content = try reading { try LibraryState($0).content }
        guard marks.followed.withLock({ $0 }) != content else { return }
        do {
            let library = try database.read { try Data.fetchOne($0, sql: "SELECT library FROM state") ?? Data() }
            let last = try marks.followed(in: library)
            let successions = try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT id, old, new FROM succession WHERE id > ? ORDER BY id", arguments: [last]
                ).map { (id: $0[0] as Int64, old: $0[1] as Data, new: $0[2] as Data) }
            }
            try marks.follow(successions, in: library)
            marks.followed.withLock { $0 = content }
        } catch {
            throw LibraryError(error, path: marks.path ?? "")
        }
    }
}
