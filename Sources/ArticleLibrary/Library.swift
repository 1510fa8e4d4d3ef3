import Foundation
import GRDB
import Query
import Synchronization

/// A library: articles with their annotation, found by any filter, and what a reader marked in them.
///
/// Every function may be called from any thread, returns when it is done, and wakes nobody afterwards. Reading a library
/// in a file never waits for writing; writing waits for the batch that another thread or process is writing.
public final class Library: Sendable {
    /// The library's file; nil for one in memory.
    public let path: String?
    /// Whether it holds what is in certain folders and nothing else: an import then drops what is gone from them.
    public let mirrorsFolders: Bool
    /// Whether its file may only be read: articles and corrections cannot be added, marks can.
    public let isReadOnly: Bool
    let roots: Roots
    let database: any DatabaseWriter
    /// What the reader marked.
    let marks: MarkStore
    let cache = Mutex(ListingCache())
    /// How rare words are in quotations, and of which state of the library.
    let weights = Mutex<(content: Int, weights: WordWeights)?>(nil)
    /// Under which names people are shown, and in which state of the library.
    let shown = Mutex<(content: Int, names: ShownNames)?>(nil)
    /// The reader's day, for `date:7d`.
    let today: @Sendable () -> Day

    /// Opens the library in this file, making it where there is none, for its owner alone; its folder must be there.
    /// Marks are kept in `marks.db` beside it.
    public convenience init(at path: String) throws(LibraryError) {
        try self.init(
            at: path,
            marksAt: path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)] + "marks.db")
    }

    /// - Parameters:
    ///   - marksPath: the reader's own marks.
    ///   - folders: the paths whose articles the library holds, as given; none for a library of all that is added.
    ///   - goesOn: called now and then, in this thread, while a library that an older program made is brought up to date, if that
    ///     takes more than a moment: some minutes for a million articles. Takes how much is done, from 0 to 1; once it says
    ///     false the library is left as it was, and the error is ``LibraryError/Reason/cancelled``.
    init(
        at path: String, marksAt marksPath: String, mirroring folders: [String] = [],
        whileUpgrading goesOn: @escaping @Sendable (Double) -> Bool = { _ in true },
        today: @escaping @Sendable () -> Day = { Day.today }
    ) throws(LibraryError) {
        self.path = path
        self.today = today
        mirrorsFolders = !folders.isEmpty
        roots = Roots(folders)
        do {
            // The marks first: connections to the library attach them.
            marks = try MarkStore(at: marksPath)
        } catch {
            throw LibraryError(error, path: marksPath)
        }
        let access = try LibraryFile.access(path)
        isReadOnly = access != .readWrite
        do {
            var configuration = Self.configuration(marks: marks.path)
            configuration.readonly = access != .readWrite
            let name = access == .unchanging ? LibraryFile.unchangingName(path) : path
            database = try LibraryFile.retrying { [marks] in
                let pool = try DatabasePool(path: name, configuration: configuration)
                try Self.prepare(pool, path, marks, goesOn)
                return pool
            }
        } catch {
            throw LibraryError(error, path: path, isOpening: true)
        }
    }

    private init(mirroring folders: [String], today: @escaping @Sendable () -> Day) throws(LibraryError) {
        path = nil
        isReadOnly = false
        mirrorsFolders = true
        roots = Roots(folders)
        self.today = today
        do {
            let queue = try DatabaseQueue(configuration: Self.configuration(marks: nil))
            try Schema.migrator.migrate(queue)
            database = queue
            marks = try MarkStore(in: queue)
        } catch {
            throw LibraryError(error, path: "", isOpening: true)
        }
    }

    /// A library that is gone with the process. Reading it waits for a batch that is being written.
    public static func inMemory() throws(LibraryError) -> Library { try inMemory(today: { Day.today }) }

    static func inMemory(
        mirroring folders: [String] = [], today: @escaping @Sendable () -> Day
    ) throws(LibraryError) -> Library {
        try Library(mirroring: folders, today: today)
    }

    /// Grows whenever articles come, go or change, whoever wrote them; marks do not count. Cheap enough for every key.
    /// 0 for a library that cannot be read.
    public var changeCount: Int { (try? reading { try LibraryState($0).content }) ?? 0 }

    // MARK: Opening

    /// - Parameter marks: the marks' file; nil for a library in memory, which has its marks there, too.
    private static func configuration(marks: String?) -> Configuration {
        SQLiteProcess.setUp()
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 3
        configuration.label = "pullquote.library"
        configuration.prepareDatabase { db in
            WriteLock.wait(db)
            PackedText.addFunctions(to: db)
            QuotedWords.addFunction(to: db)
            QuotationOrdinals.addFunction(to: db)
            // Larger pages make the index a fifth smaller; it is up to the file's first writer.
            // Some builds of SQLite write zeros over all that goes, the pages of merged indexes among it: as much again as an
            // import has to write. See Library.forget.
            try db.execute(
                sql: """
                    PRAGMA page_size = 8192; PRAGMA temp_store = memory; PRAGMA cache_size = -8000; PRAGMA secure_delete = FAST
                    """)
            if !db.configuration.readonly {
                // An import writes the same pages again and again: the more of them stay in memory, and the longer the log
                // grows before it is brought in, the fewer are written.
                try db.execute(sql: "PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 16000")
            }
            // Whoever writes a library would lock the marks with it.
            if marks == nil || db.configuration.readonly { try MarkStore.attach(marks, to: db) }
        }
        return configuration
    }

    private static func prepare(
        _ pool: DatabasePool, _ path: String, _ marks: MarkStore, _ goesOn: @escaping @Sendable (Double) -> Bool
    ) throws {
        let migrator = Schema.migrator
        let isNew = try pool.read { db -> Bool in
            let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            // The list of migrations is there before the first of them has said whose the file is.
            let isEmpty =
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'") == 0
            guard isEmpty || application == Schema.applicationID else { throw LibraryError(.notALibrary, path: path) }
            guard try !migrator.hasBeenSuperseded(db) else { throw LibraryError(.newerVersion, path: path) }
            return try !migrator.hasCompletedMigrations(db)
        }
        if isNew {
            guard !pool.configuration.readonly else { throw LibraryError(.needsWriting, path: path) }
            try migrate(pool, by: pool.read { try Schema.migrator(for: $0, while: goesOn) })
        }
        // A library of the first form held its reader's marks.
        if !pool.configuration.readonly, try pool.read({ try $0.tableExists("old_mark") }), !marks.isTemporary {
            try marks.adopt(pool.read { try Row.fetchAll($0, sql: "SELECT * FROM old_mark") })
            try pool.write { try $0.execute(sql: "DROP TABLE old_mark") }
        }
    }

    /// Makes the tables that are missing. Another process may be doing just that: then the one that comes second finds them
    /// made, and looks again.
    private static func migrate(_ pool: DatabasePool, by migrator: DatabaseMigrator) throws {
        var patience = 20
        while true {
            do { return try migrator.migrate(pool) } catch let error as DatabaseError {
                let isOvertaken = [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
                guard isOvertaken, patience > 0 else { throw error }
            }
            if try pool.read({ try migrator.hasCompletedMigrations($0) }) { return }
            patience -= 1
            usleep(50_000)
        }
    }

    /// After much was written: the log goes into the file, unless somebody is reading what was before.
    func bringLogIn() {
        var log = stat()
        guard let path, !isReadOnly, stat(path + "-wal", &log) == 0, log.st_size > 1 << 22 else { return }
        try? database.writeWithoutTransaction { db in
            // Whoever reads, or writes, need not wait, and neither do we.
            WriteLock.waitForNobody(db)
            defer { WriteLock.wait(db) }
            // Most of it while others may write; emptying the log keeps them from it.
            _ = try db.checkpoint(.passive)
            _ = try db.checkpoint(.truncate)
        }
    }

    // MARK: Reading and writing

    /// Reads one unchanging state of the library.
    func reading<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
        do { return try database.read(body) } catch { throw LibraryError(error, path: path ?? "") }
    }

    /// Writes in one transaction.
    func writing<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
        do {
            let start = ContinuousClock.now
            let result = try database.write(body)
            // Nobody else writes what is in memory.
            if path != nil { WriteLock.letOthersWrite(after: start.duration(to: .now)) }
            return result
        } catch {
            throw LibraryError(error, path: path ?? "")
        }
    }
}

/// The counts that say whether anything has changed.
struct LibraryState {
    /// How many articles there are.
    var articles: Int
    /// How many quotations there are.
    var quotations: Int
    /// Grows when articles come, go or change.
    var content: Int
    /// Grows with every mark of the reader's.
    var marks: Int

    /// The count that grows when articles come, go or change, for those who write, too.
    static func content(_ db: Database) throws -> Int { Int(try db.number("SELECT content FROM state") ?? 0) }

    init(_ db: Database) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT articles, quotations, content, changes FROM state, own.mark_state"))
        articles = row?[0] ?? 0
        quotations = row?[1] ?? 0
        content = row?[2] ?? 0
        marks = row?[3] ?? 0
    }
}

extension Day {
    /// Today where the reader is.
    static var today: Day {
        var now = time(nil)
        var local = tm()
        localtime_r(&now, &local)
        return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
            ?? Day(rawValue: now / 86_400)
    }
}

extension LibraryError {
    /// What a failure of the database means to whoever uses the library.
    init(_ error: any Error, path: String, isOpening: Bool = false) {
        if let error = error as? LibraryError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(
                error is DamagedBytes ? .damaged : error is MigrationProgress.Cancelled ? .cancelled : .other("\(error)"),
                path: path)
            return
        }
        let message = error.message ?? "database error \(error.resultCode.rawValue)"
        let reason: Reason =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notALibrary
            case .SQLITE_CORRUPT: .damaged
            // A database of somebody else, without our tables.
            case .SQLITE_ERROR where isOpening: .notALibrary
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
            case .SQLITE_CANTOPEN: .cannotOpen(message)
            case .SQLITE_FULL: .diskFull
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_PROTOCOL: .noLocks
            case .SQLITE_IOERR: Self.reason(ofDisk: error, message)
            default: .other(message)
            }
        self.init(reason, path: path)
    }
    /// What a failure to read, write or lock means.
    private static func reason(ofDisk error: DatabaseError, _ message: String) -> Reason {
        switch error.extendedResultCode {
        // Over a quota, or a limit of files' sizes.
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE: .diskFull
        case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_CHECKRESERVEDLOCK,
            .SQLITE_IOERR_SHMLOCK:
            .noLocks
        case .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS: .damaged
        default: .other(message)
        }
    }
}
