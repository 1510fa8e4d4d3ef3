import Foundation
import GRDB
import GRDBSQLite

/// How those who write one library wait for each other. One transaction of an import follows the other, and so does one turn of
/// what is put in order at its end: between two of them whoever waits comes to their turn.
enum WriteLock {
    /// So long an open transaction makes others wait that it is worth leaving them a moment behind it.
    static var long: Duration { .milliseconds(20) }
    /// The moment: some looks of whoever waits.
    private static let pause: UInt32 = 4_000
    /// Whoever waits looks so often, in microseconds. SQLite itself would look less and less often, at last ten times a second,
    /// and miss the moment again and again.
    private static let interval: UInt32 = 1_000
    /// After so many looks, about ten seconds, it gives up.
    private static let looks: Int32 = 9_000

    /// Lets a connection wait for locks from here on.
    static func wait(_ db: Database) {
        sqlite3_busy_handler(
            db.sqliteConnection,
            { _, count in
                guard count < WriteLock.looks else { return 0 }
                usleep(WriteLock.interval)
                return 1
            }, nil)
    }

    /// Lets a connection wait for nobody.
    static func waitForNobody(_ db: Database) { sqlite3_busy_handler(db.sqliteConnection, nil, nil) }

    /// After a transaction that took so long.
    static func letOthersWrite(after time: Duration) { if time > long { usleep(pause) } }
}
