import GRDB

/// Keeps which articles share a key of their sketches.
///
/// Keys are hashes: each of an article's lies on another page of a large library. New ones are therefore put into a small table,
/// and with every transaction those of the next part of all keys move over to the large one, so that many go to the same page
/// at once (as in a log-structured merge tree, O'Neil et al. 1996, with one step of merging at a time).
struct SketchKeys {
    private let db: Database
    private var added = 0
    private let insertion = RepeatedStatement("INSERT INTO sketch_key_new (key, place, article) VALUES (?, ?, ?)")
    private let look = RepeatedStatement(
        "SELECT 1 FROM sketch_key_new WHERE key = ?1 UNION ALL SELECT 1 FROM sketch_key WHERE key = ?1 LIMIT 1")

    /// How many keys the library gets while each of them moves once.
    private static let round = 1 << 17
    /// Keys are below this.
    private static let end: Int64 = 1 << 40

    init(_ db: Database) { self.db = db }

    /// An article has a key; `place` orders those of a key.
    mutating func insert(_ key: Int64, _ place: Int64, _ article: Int64) throws {
        try insertion.run(db, key, place, article)
        added += 1
    }

    /// An article goes.
    func remove(_ key: Int64, _ place: Int64, _ article: Int64) throws {
        for table in ["sketch_key", "sketch_key_new"] {
            try db.run("DELETE FROM \(table) WHERE key = ? AND place = ? AND article = ?", key, place, article)
        }
    }

    /// The articles of a key that are nearest to a place on either side, nearest first.
    func neighbours(
        _ key: Int64, _ place: Int64, _ article: Int64, reach: Int
    ) throws -> (before: [Int64], after: [Int64]) {
        guard try look.number(db, key) != nil else { return ([], []) }
        func nearest(_ side: String, _ order: String) throws -> [Int64] {
            let parts = ["sketch_key", "sketch_key_new"].map { table in
                """
                SELECT * FROM (SELECT place, article FROM \(table) WHERE key = ?1 AND (place, article) \(side) (?2, ?3)
                ORDER BY place \(order), article \(order) LIMIT \(reach))
                """
            }
            let sql = """
                SELECT article, place FROM (\(parts.joined(separator: " UNION ALL ")))
                ORDER BY place \(order), article \(order) LIMIT \(reach)
                """
            return try db.numbers(sql, key, place, article)
        }
        return (try nearest("<", "DESC"), try nearest(">", "ASC"))
    }

    /// Moves the next part over; to be called before the transaction ends.
    mutating func close() throws {
        guard added > 0, let next: Int64 = try db.row("SELECT next FROM sketch_turn", [])?[0] else { return }
        let end = added < Self.round ? min(Self.end, next + Self.end / Int64(Self.round) * Int64(added)) : Self.end
        try db.run("INSERT INTO sketch_key SELECT * FROM sketch_key_new WHERE key >= ? AND key < ?", next, end)
        try db.run("DELETE FROM sketch_key_new WHERE key >= ? AND key < ?", next, end)
        try db.run("UPDATE sketch_turn SET next = ?", end < Self.end ? end : 0)
        added = 0
    }
}
