import GRDB

/// One step on the way from an older library to one of today, with the tables it makes.
///
/// A library remembers the names of those it has been through: neither the name nor what it does may change once people
/// have libraries that went through it. What changes a table later is a migration of its own.
struct Migration: Sendable {
    /// Unique, with a number that grows.
    let name: String
    /// Carries it out, in a transaction of its own.
    let carryOut: @Sendable (Database) throws -> Void

    init(_ name: String, _ carryOut: @escaping @Sendable (Database) throws -> Void) {
        self.name = name
        self.carryOut = carryOut
    }

    /// A migration that only makes tables.
    init(_ name: String, tables sql: String) { self.init(name) { try $0.execute(sql: sql) } }
}
