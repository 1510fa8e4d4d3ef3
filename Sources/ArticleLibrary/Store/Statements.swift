import Foundation
import GRDB
import GRDBSQLite

/// What can stand for a parameter of a statement.
protocol Bindable {
    /// Puts it in the place of a parameter, which are counted from 1; gives SQLite's result.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

/// Statements that are carried out a hundred times for each article that comes. They stay prepared, and their values go to
/// SQLite as they are: GRDB's own way, through arrays of boxed values, takes longer than most of these statements do.
extension Database {
    /// Carries a statement out.
    func run<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws {
        try run(cachedStatement(sql: sql), repeat each values)
    }

    fileprivate func run<each Value: Bindable>(_ prepared: Statement, _ values: repeat each Value) throws {
        let statement = prepared.sqliteStatement
        defer { sqlite3_reset(statement) }
        try bind(repeat each values, to: prepared)
        try step(prepared)
    }

    /// The first column of the first row of a query; nil where there is no row, or where it holds nothing.
    func number<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws -> Int64? {
        try number(cachedStatement(sql: sql), repeat each values)
    }

    fileprivate func number<each Value: Bindable>(_ prepared: Statement, _ values: repeat each Value) throws -> Int64? {
        let statement = prepared.sqliteStatement
        defer { sqlite3_reset(statement) }
        try bind(repeat each values, to: prepared)
        guard try step(prepared), sqlite3_column_type(statement, 0) != SQLITE_NULL else { return nil }
        return sqlite3_column_int64(statement, 0)
    }

    /// The first column of all rows of a query.
    func numbers<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws -> [Int64] {
        let prepared = try cachedStatement(sql: sql)
        let statement = prepared.sqliteStatement
        defer { sqlite3_reset(statement) }
        try bind(repeat each values, to: prepared)
        var numbers: [Int64] = []
        while try step(prepared) { numbers.append(sqlite3_column_int64(statement, 0)) }
        return numbers
    }

    /// Gives all rows of a query, one after the other; each is there until the next one comes.
    func forEachRow<each Value: Bindable>(
        _ sql: String, _ values: repeat each Value, body: (RawRow) throws -> Void
    ) throws {
        try forEachRow(cachedStatement(sql: sql), repeat each values, body: body)
    }

    fileprivate func forEachRow<each Value: Bindable>(
        _ prepared: Statement, _ values: repeat each Value, body: (RawRow) throws -> Void
    ) throws {
        let statement = prepared.sqliteStatement
        defer { sqlite3_reset(statement) }
        try bind(repeat each values, to: prepared)
        while try step(prepared) { try body(RawRow(statement: statement)) }
    }

    /// Carries a statement out whose values are put together elsewhere.
    func run(_ sql: String, arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The first row of a query.
    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    private func bind<each Value: Bindable>(_ values: repeat each Value, to prepared: Statement) throws {
        let statement = prepared.sqliteStatement
        var index: Int32 = 0
        var code = SQLITE_OK
        for value in repeat each values {
            index += 1
            code = max(code, value.bind(to: statement, at: index))
        }
        guard code == SQLITE_OK, index == sqlite3_bind_parameter_count(statement) else {
            throw DatabaseError(
                resultCode: code == SQLITE_OK ? .SQLITE_MISUSE : ResultCode(rawValue: code), message: lastErrorMessage,
                sql: prepared.sql)
        }
    }

    /// Whether there is a row.
    @discardableResult
    private func step(_ prepared: Statement) throws -> Bool {
        switch sqlite3_step(prepared.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let extended = sqlite3_extended_errcode(sqliteConnection)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: extended & 0xFF == code & 0xFF ? extended : code),
                message: lastErrorMessage, sql: prepared.sql)
        }
    }
}

/// A statement that whoever writes holds while a transaction lasts: to look one up by its text takes as long as to carry it out.
final class RepeatedStatement {
    private let sql: String
    private var prepared: Statement?

    /// Nothing is prepared before it is carried out for the first time.
    init(_ sql: String) { self.sql = sql }

    /// Carries it out, always in the same database.
    func run<each Value: Bindable>(_ db: Database, _ values: repeat each Value) throws {
        try db.run(statement(db), repeat each values)
    }

    /// The first column of the first row; nil where there is no row, or where it holds nothing.
    func number<each Value: Bindable>(_ db: Database, _ values: repeat each Value) throws -> Int64? {
        try db.number(statement(db), repeat each values)
    }

    /// Gives all rows, one after the other; each is there until the next one comes.
    func forEachRow<each Value: Bindable>(
        _ db: Database, _ values: repeat each Value, body: (RawRow) throws -> Void
    ) throws {
        try db.forEachRow(statement(db), repeat each values, body: body)
    }

    private func statement(_ db: Database) throws -> Statement {
        if let prepared { return prepared }
        let statement = try db.cachedStatement(sql: sql)
        prepared = statement
        return statement
    }
}

/// A row of a statement that is being carried out.
struct RawRow {
    fileprivate let statement: OpaquePointer

    /// The number in a column; 0 where there is none.
    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    /// The text in a column; empty where there is none.
    func text(_ column: Int32) -> String { bytes(column) { String(decoding: $0, as: UTF8.self) } }

    /// The bytes in a column, which are there until the call ends.
    func bytes<T>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        // In this order: https://sqlite.org/c3ref/column_blob.html
        let address = sqlite3_column_blob(statement, column)
        return try body(UnsafeRawBufferPointer(start: address, count: Int(sqlite3_column_bytes(statement, column))))
    }
}

extension Int64: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self) }
}

extension Int: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, Int64(self)) }
}

extension Bool: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { (self ? 1 : 0).bind(to: statement, at: index) }
}

extension String: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            // Without an address it would be nothing.
            guard let address = bytes.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, transient) }
            return address.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text(statement, index, $0, Int32(clamping: bytes.count), transient)
            }
        }
    }
}

extension [UInt8]: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        withUnsafeBytes { bytes in
            guard let address = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
            return sqlite3_bind_blob64(statement, index, address, UInt64(bytes.count), transient)
        }
    }
}

extension Data: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { Array(self).bind(to: statement, at: index) }
}

extension Optional: Bindable where Wrapped: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        self?.bind(to: statement, at: index) ?? sqlite3_bind_null(statement, index)
    }
}

/// Says that SQLite is to copy what it is given, as the macro `SQLITE_TRANSIENT` does in C.
private let transient = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
