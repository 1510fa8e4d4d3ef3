import Foundation
import GRDB
import Synchronization

/// What a reader marked, in a database of the reader's own: one for all libraries.
///
/// Marks hang on an article's identity. So they find it in whichever library it stands, stay when a library is moved, lost
/// or made anew, belong to one reader where many share a library, and never wait for an import. Connections that read a
/// library see them as the tables of the attached database `own`.
final class MarkStore: Sendable {
    /// The database's file; nil for one in memory.
    let path: String?
    /// Whether the file is for this session alone, since the reader's own can not be written.
    let isTemporary: Bool
    /// Writes marks. In memory this is the library's own connection.
    let database: any DatabaseWriter
    /// The library's change up to which marks have followed texts that were replaced.
    let followed = Mutex(-1)

    static let applicationID: Int32 = 0x5051_4D4B  // PQMK
    private static let version = 2

    /// The marks in this file, made where there is none. Where it can neither be made nor written marks last for the session.
    init(at path: String) throws {
        do {
            database = try LibraryFile.retrying { try Self.open(path) }
            (self.path, isTemporary) = (path, false)
        } catch let error as DatabaseError where Self.cannotKeep(error) {
            let path = NSTemporaryDirectory() + "/pullquote-marks-\(UUID().uuidString).db"
            database = try Self.open(path)
            (self.path, isTemporary) = (path, true)
        }
    }

    /// Marks in the memory of a connection that ``attach(to:)`` has prepared.
    init(in database: any DatabaseWriter) throws {
        self.database = database
        (path, isTemporary) = (nil, false)
    }

    deinit {
        guard isTemporary, let path else { return }
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        SQLiteProcess.setUp()
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.journalMode = .wal
        configuration.label = "pullquote.marks"
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let found = try queue.read { db -> (application: Int32, version: Int) in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            )
        }
        guard found.version <= version else { throw LibraryError(.newerVersion, path: path) }
        guard found.version == 0 || found.application == applicationID else { throw LibraryError(.notALibrary, path: path) }
        if found.version < version {
            try queue.write { db in
                if found.version == 0 { try makeTables(db, in: "main") }
                try makeBookmarks(db, in: "main")
                try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
            }
        }
        return queue
    }

    /// Whether nothing is wrong but that nothing can be written there.
    private static func cannotKeep(_ error: DatabaseError) -> Bool {
        [.SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR].contains(error.resultCode)
    }

    private static func makeTables(_ db: Database, in schema: String) throws {
        try db.execute(
            sql: """
                -- What a reader did, by the article's identity.
                CREATE TABLE \(schema).mark (
                    identity BLOB PRIMARY KEY,
                    read INTEGER NOT NULL DEFAULT 0,
                    starred INTEGER NOT NULL DEFAULT 0,
                    place INTEGER NOT NULL DEFAULT 0,
                    note TEXT
                ) WITHOUT ROWID;
                -- Grows with every mark.
                CREATE TABLE \(schema).mark_state (changes INTEGER NOT NULL);
                INSERT INTO \(schema).mark_state VALUES (0);
                -- Up to where the marks have followed each library's successions.
                CREATE TABLE \(schema).followed (library BLOB PRIMARY KEY, succession INTEGER NOT NULL) WITHOUT ROWID;
                """)
    }

    /// Lets a connection to a library read these marks. To be called as it is opened.
    static func attach(_ path: String?, to db: Database) throws {
        try db.execute(sql: "ATTACH DATABASE ? AS own", arguments: [path ?? ":memory:"])
        guard path == nil else { return }
        try makeTables(db, in: "own")
        try makeBookmarks(db, in: "own")
    }

    /// What the second version added.
    private static func makeBookmarks(_ db: Database, in schema: String) throws {
        try db.execute(
            sql: """
                CREATE TABLE \(schema).bookmark (
                    letter TEXT PRIMARY KEY, identity BLOB NOT NULL, place INTEGER NOT NULL
                ) WITHOUT ROWID;
                """)
    }

    // MARK: Writing

    /// Sets one mark of an article.
    func set(_ column: String, _ value: (any DatabaseValueConvertible)?, of identity: Data) throws {
        try database.write { db in
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO mark (identity, \(column)) VALUES (?2, ?1) ON CONFLICT DO UPDATE SET \(column) = ?1
                    """)
            try statement.execute(arguments: [value, identity])
            try Self.noteChange(db)
        }
    }

    /// Marks a place in an article with a letter, which marks nothing else any more.
    func setBookmark(_ letter: Character, _ place: Int, of identity: Data) throws {
        try database.write { db in
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO bookmark (letter, identity, place) VALUES (?, ?, ?)")
                .execute(arguments: [String(letter), identity, place])
        }
    }

    /// Takes over marks that a library of the first form holds.
    func adopt(_ marks: [Row]) throws {
        try database.write { db in
            for mark in marks {
                try db.cachedStatement(
                    sql: "INSERT OR IGNORE INTO mark (identity, read, starred, place, note) VALUES (?, ?, ?, ?, ?)"
                )
                .execute(arguments: StatementArguments(mark.databaseValues))
            }
            try Self.noteChange(db)
        }
    }

    /// Up to which succession of a library the marks have followed.
    func followed(in library: Data) throws -> Int64 {
        try database.read {
            try Int64.fetchOne($0, sql: "SELECT succession FROM followed WHERE library = ?", arguments: [library]) ?? 0
        }
    }

    /// Lets the marks of a text that another took the place of be the other's, unless it has its own.
    func follow(_ successions: [(id: Int64, old: Data, new: Data)], in library: Data) throws {
        guard let last = successions.last else { return }
        try database.write { db in
            for succession in successions {
                try db.cachedStatement(
                    sql: """
                        INSERT OR IGNORE INTO mark (identity, read, starred, place, note)
                        SELECT ?, read, starred, place, note FROM mark WHERE identity = ?
                        """
                ).execute(arguments: [succession.new, succession.old])
                try db.cachedStatement(sql: "UPDATE bookmark SET identity = ? WHERE identity = ?")
                    .execute(arguments: [succession.new, succession.old])
            }
            try db.execute(
                sql: "INSERT INTO followed VALUES (?, ?) ON CONFLICT DO UPDATE SET succession = excluded.succession",
                arguments: [library, last.id])
            try Self.noteChange(db)
        }
    }

    private static func noteChange(_ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE mark_state SET changes = changes + 1").execute()
    }
}
