import DocumentModel
import Foundation
import GRDB

/// Keeps who is who in the tables: notes which blocks of names an import touches, and resolves these anew.
///
/// A block is resolved from what the tables hold of it, so that the outcome is the same in whatever order and batches the
/// articles came. Small blocks are resolved in the transaction that touches them. One that many bear waits until it has grown by
/// half, so that a long import costs no more than a few times its last state; ``Library/settle()`` does what is left.
struct PersonStore {
    private let db: Database
    /// Touched blocks, and how many appearances came or went.
    private var touched: [String: Int] = [:]
    /// Spellings that stand in new or changed appearances.
    private var spellings: Set<String> = []

    /// A block of this many appearances is resolved whenever it is touched.
    private static let small = 64

    init(_ db: Database) { self.db = db }

    /// A person's name stands in one more article.
    mutating func noteAppearance(of spelling: String) {
        spellings.insert(spelling)
        touched[NameParts(folded: spelling).block, default: 0] += 1
    }

    /// Something changes about a name: an article went, or calls somebody so.
    mutating func noteChange(of spelling: String) { noteAppearance(of: spelling) }

    /// A name as it is written, whoever of its bearers a row is about.
    static func spelling(_ folded: String) -> String { String(folded.prefix { $0 != "#" }) }

    // MARK: Resolving

    /// Resolves what was touched, as far as it does not wait.
    mutating func resolve() throws {
        try touchDependents()
        for (block, count) in touched.sorted(by: { $0.key < $1.key }) {
            try db.run(
                """
                INSERT INTO person_block (block, appearances, pending) VALUES (?1, 0, ?2)
                ON CONFLICT DO UPDATE SET pending = pending + ?2
                """, [block, max(1, count)])
            let row = try db.row("SELECT appearances, pending FROM person_block WHERE block = ?", [block])
            let (known, pending): (Int, Int) = (row?[0] ?? 0, row?[1] ?? 0)
            if known + pending <= Self.small || pending * 2 > known { try resolve(block) }
        }
        (touched, spellings) = ([:], [])
    }

    /// Whether blocks wait.
    static func isUnsettled(_ db: Database) throws -> Bool {
        try db.row("SELECT 1 FROM person_block WHERE pending > 0 LIMIT 1", []) != nil
    }

    /// Resolves some of the blocks that wait; says whether others are left.
    func settle(most: Int) throws -> Bool {
        let blocks = try String.fetchAll(
            db.cachedStatement(sql: "SELECT block FROM person_block WHERE pending > 0 ORDER BY block LIMIT ?"),
            arguments: [most])
        for block in blocks { try resolve(block) }
        return blocks.count == most
    }

    /// Other blocks whose outcome depends on the touched names: those that a link leads from, given names that stand alone, and
    /// names that are nearly the same.
    private mutating func touchDependents() throws {
        var blocks: Set<String> = []
        var given: Set<String> = []
        for spelling in spellings {
            if let word = spelling.firstWord { given.insert(word) }
            for near in try neighbours(of: spelling) { blocks.insert(near.block) }
        }
        for word in given {
            let row = try db.row("SELECT block FROM name WHERE class = 0 AND folded = ?", [word])
            if let block: String = row?[0] { blocks.insert(block) }
        }
        let owners = try db.cachedStatement(
            sql: """
                SELECT DISTINCT owner.block FROM name JOIN link ON link.other = name.id JOIN name AS owner ON owner.id = link.one
                WHERE name.block = ?
                """)
        for block in touched.keys.sorted() { blocks.formUnion(try String.fetchAll(owners, arguments: [block])) }
        for block in blocks where touched[block] == nil { touched[block] = 0 }
    }

    private struct Neighbour {
        var spelling: String
        var block: String
    }

    /// Full names of other blocks that a name may be a slip of, or a longer or shorter form of.
    private func neighbours(of spelling: String) throws -> [Neighbour] {
        let words = spelling.split(separator: " ")
        guard words.count > 1 else { return [] }
        let parts = NameParts(folded: spelling)
        // Same first word, and the next begins alike.
        let start = "\(words[0]) \(words[1].prefix(2))"
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT folded, block FROM name WHERE class = 0 AND folded >= ? AND folded < ? AND block <> ? LIMIT 64"
            ),
            arguments: [start, start + "\u{7F}", parts.block])
        var neighbours: [Neighbour] = []
        while let row = try rows.next() {
            let other = Self.spelling(row[0])
            guard
                other.hasPrefix(spelling + " ") || spelling.hasPrefix(other + " ")
                    || NameParts(folded: other).isNearly(parts)
            else { continue }
            neighbours.append(Neighbour(spelling: other, block: row[1]))
        }
        return neighbours
    }

    // MARK: One block

    private func resolve(_ key: String) throws {
        var loaded = try LoadedBlock(key, db)
        for index in loaded.block.names.indices where !loaded.block.names[index].isOutside {
            let spelling = loaded.block.names[index].spelling
            for near in try neighbours(of: spelling) { _ = try loaded.addOutside(near.spelling) }
            if loaded.block.names[index].parts.isSingle { try loaded.addBearers(ofGiven: spelling) }
        }
        try loaded.readAppearances()
        let clusters = try PersonResolver.resolve(loaded.block) { try loaded.companions(in: $0) }
        try PersonWriter(db, loaded, clusters).write()
        try db.run(
            "UPDATE person_block SET appearances = ?, pending = 0 WHERE block = ?", [loaded.ownAppearances, key])
    }
}

extension String {
    /// The first of several words.
    fileprivate var firstWord: String? {
        firstIndex(of: " ").map { String(self[..<$0]) }
    }
}
