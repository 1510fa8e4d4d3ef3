public import DocumentModel
import Foundation
import GRDB

/// What was forgotten.
public struct Forgotten: Sendable, Equatable {
    /// The articles that are gone.
    public var articles = 0
    /// The files that are no longer known.
    public var files = 0

    /// Nothing.
    public init() {}
}

extension Library {
    /// The articles that came from a file, or from the files in a folder, and from nowhere else.
    public func articles(from path: String) throws(LibraryError) -> [ArticleKey] {
        let path = FilePath.absolute(path)
        return try reading { db in
            let below = path == "/" ? "/" : path + "/"
            return try Int64.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT article FROM origin AS one JOIN file ON file.id = one.file
                    WHERE (path = ?1 OR substr(path, 1, length(?2)) = ?2) AND NOT EXISTS (
                        SELECT 1 FROM origin AS two JOIN file AS other ON other.id = two.file
                        WHERE two.article = one.article AND other.path <> ?1 AND substr(other.path, 1, length(?2)) <> ?2)
                    ORDER BY article
                    """, arguments: [path, below]
            ).map { ArticleKey(rawValue: $0) }
        }
    }

    /// Whether articles came from this file, or from files in this folder.
    public func knows(path: String) throws(LibraryError) -> Bool {
        let path = FilePath.absolute(path)
        return try reading { db in
            let below = path == "/" ? "/" : path + "/"
            return try db.row(
                "SELECT 1 FROM file WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2 LIMIT 1", [path, below])
                != nil
        }
    }

    /// The article of this id: a path or a record's id, as it is listed; nil for none. Of several the newest.
    public func article(called id: String) throws(LibraryError) -> ArticleKey? {
        let path = FilePath.absolute(id)
        let ways = [
            "SELECT article FROM origin WHERE name = ?1 AND name <> '' ORDER BY article LIMIT 1",
            "SELECT article FROM origin JOIN file ON file.id = origin.file WHERE path = ?2 ORDER BY article LIMIT 1",
            // An article whose first place is gone is still listed under it.
            "SELECT id FROM article WHERE name IN (?1, ?2) ORDER BY id LIMIT 1",
        ]
        return try reading { db in
            for way in ways {
                if let row = try db.row(way, way.contains("?2") ? [id, path] : [id]) {
                    return ArticleKey(rawValue: row[0])
                }
            }
            return nil
        }
    }

    /// Takes articles out of the library with all that is known of them: where they came from, the reader's marks, what was
    /// put right in them. What lay there is overwritten. A file that only they came from is forgotten with them, so that it
    /// can be added again; a file of many records stays known, so that adding it again does not bring them back.
    public func forget(_ articles: [ArticleKey]) throws(LibraryError) -> Forgotten {
        var identities: [Data] = []
        let forgotten = try securely { db in
            var forgotten = Forgotten()
            var writer = ArticleWriter(db, now: 0)
            for key in articles {
                guard let identity: Data = try db.row("SELECT identity FROM article WHERE id = ?", [key.rawValue])?[0]
                else {
                    continue
                }
                identities.append(identity)
                try writer.remove(key.rawValue, isForgotten: true)
                try db.run("DELETE FROM origin WHERE article = ?", key.rawValue)
                try db.run("DELETE FROM correction WHERE identity = ?", identity)
                try db.run("DELETE FROM succession WHERE old = ?1 OR new = ?1", identity)
                forgotten.articles += 1
            }
            try writer.close()
            try db.run("DELETE FROM file WHERE NOT EXISTS (SELECT 1 FROM origin WHERE origin.file = file.id)")
            forgotten.files = db.changesCount
            try db.run(
                "UPDATE state SET content = content + 1, articles = articles - ?, quotations = quotations + ?",
                forgotten.articles, writer.quotations)
            return forgotten
        }
        do { try marks.remove(identities) } catch { throw LibraryError(error, path: marks.path ?? "") }
        return forgotten
    }

    /// Writes in one transaction that leaves nothing of what it takes away in the file.
    private func securely<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
        do {
            return try database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA secure_delete = ON")
                defer { try? db.execute(sql: "PRAGMA secure_delete = FAST") }
                var result: T?
                try db.inTransaction {
                    result = try body(db)
                    // The indexes keep words of what is gone until their parts are merged.
                    for table in ["search", "quotation_search", "name_search"] {
                        try db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('optimize')")
                    }
                    try overwriteFreePages(db)
                    return .commit
                }
                // The log holds pages as they were before.
                _ = try? db.checkpoint(.truncate)
                guard let result else { throw LibraryError(.other("nothing was written"), path: path ?? "") }
                return result
            }
        } catch {
            throw LibraryError(error, path: path ?? "")
        }
    }

    /// Pages that are free since before may hold what is gone, too: a table of zeros takes them all for a moment.
    private func overwriteFreePages(_ db: Database) throws {
        let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        try db.execute(sql: "CREATE TABLE zeros (bytes BLOB NOT NULL)")
        while let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count"), free > 0 {
            // Four bytes of each page say which is the next.
            try db.run("INSERT INTO zeros (bytes) VALUES (zeroblob(?))", min(free, Self.pagesAtOnce) * (size - 4))
        }
        try db.execute(sql: "DROP TABLE zeros")
    }

    /// So many free pages are overwritten by one statement.
    private static let pagesAtOnce = 4_096
}
