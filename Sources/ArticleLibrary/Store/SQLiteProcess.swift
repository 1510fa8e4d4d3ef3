import CSQLite

/// What is set for all of SQLite in this process.
enum SQLiteProcess {
    /// To be called before each database is opened; does its work once. Where something else has used SQLite before, nothing is
    /// set, and all works as it did.
    static func setUp() { _ = countsNoMemory }

    private static let countsNoMemory = pullquote_sqlite_count_no_memory()
}
