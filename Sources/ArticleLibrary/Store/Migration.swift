import GRDB

/// One step on the way from an older library to one of today, with the tables it makes.
///
/// A library remembers the names of those it has been through: neither the name nor what it does may change once people
/// have libraries that went through it. What changes a table later is a migration of its own.
struct Migration: Sendable {
    /// Unique, with a number that grows.
    let name: String
    /// How long it takes beside others: 1 for about a millisecond in each hundred articles.
    let weight: Int
    /// Carries it out, in a transaction of its own.
    let carryOut: @Sendable (Database, MigrationProgress) throws -> Void

    /// A migration that is done in a moment, however many articles there are.
    init(_ name: String, _ carryOut: @escaping @Sendable (Database) throws -> Void) {
        self.init(name, weight: 0) { db, _ in try carryOut(db) }
    }

    /// A migration that takes the longer the more articles there are, and says how far it has come.
    ///
    /// - Parameter weight: that of all its parts.
    init(_ name: String, weight: Int, _ carryOut: @escaping @Sendable (Database, MigrationProgress) throws -> Void) {
        self.name = name
        self.weight = weight
        self.carryOut = carryOut
    }

    /// A migration that only makes tables.
    init(_ name: String, tables sql: String) { self.init(name) { try $0.execute(sql: sql) } }
}
