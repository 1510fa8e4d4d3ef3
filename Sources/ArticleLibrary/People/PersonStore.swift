import DocumentModel
import Foundation
import GRDB

/// Keeps who is who in the tables: notes which blocks of names an import touches, and resolves these anew.
///
/// A block is resolved from what the tables hold of it, so that the outcome is the same in whatever order and batches the
/// articles came. Small blocks are resolved in the transaction that touches them, unless more is to come. One that many bear, and
/// any while more is to come, waits until it has grown to several times its size, so that a long import costs little more than its
/// last state; ``Library/settle(turn:while:)`` does what is left.
struct PersonStore {
    private let db: Database
    /// Touched blocks, and how many appearances came or went.
    private var touched: [String: Int] = [:]
    /// Spellings that stand in new or changed appearances.
    private var spellings: Set<String> = []
    /// The blocks of spellings, as far as they were asked for.
    private var blocks: [String: String] = [:]

    /// A block of this many appearances is resolved whenever it is touched, if nothing more is to come.
    private static let small = 64
    /// While more is to come, fewer new appearances than this are not worth it, nor are fewer than so many times those that were
    /// there.
    private static let (few, growth) = (256, 7)

    init(_ db: Database) { self.db = db }

    /// A person's name stands in one more article.
    mutating func noteAppearance(of spelling: String) {
        spellings.insert(spelling)
        touched[block(of: spelling), default: 0] += 1
    }

    /// The block of a person's name.
    mutating func block(of spelling: String) -> String {
        if let known = blocks[spelling] { return known }
        let block = NameParts(folded: spelling).block
        blocks[spelling] = block
        return block
    }

    /// Something changes about a name: an article went, or calls somebody so.
    mutating func noteChange(of spelling: String) { noteAppearance(of: spelling) }

    /// A name as it is written, whoever of its bearers a row is about.
    static func spelling(_ folded: String) -> String { String(folded.prefix { $0 != "#" }) }

    // MARK: Resolving

    /// Resolves what was touched, as far as it does not wait.
    ///
    /// - Parameter spelling: a name whose block does not wait, however many bear it.
    mutating func resolve(isMoreToCome: Bool = false, atOnce spelling: String? = nil) throws {
        let reader = try BlockReader(db)
        let urgent = spelling.map { NameParts(folded: $0).block }
        // Those that wait look for their dependents when their time comes.
        if !isMoreToCome { try touchDependents() }
        for (block, count) in touched.sorted(by: { $0.key < $1.key }) {
            let count = max(1, count)
            var (known, pending) = (0, 0)
            try db.forEachRow(
                """
                INSERT INTO person_block (block, appearances, pending) VALUES (?1, 0, ?2)
                ON CONFLICT DO UPDATE SET pending = pending + ?2 RETURNING appearances, pending
                """, block, count
            ) { (known, pending) = (Int($0.number(0)), Int($0.number(1))) }
            let isDue =
                isMoreToCome
                ? pending >= max(Self.few, known * Self.growth) : known + pending <= Self.small || pending * 2 > known
            guard isDue || block == urgent else { continue }
            let (dependents, isRearranged) = try write(reader.outcome(of: block))
            if isRearranged { reader.forgetNames() }
            if isMoreToCome || pending > count { try note(dependents) }
        }
        (touched, spellings, blocks) = ([:], [], [:])
    }

    /// Whether blocks wait.
    static func isUnsettled(_ db: Database) throws -> Bool {
        try db.row(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM person_block WHERE pending > 0) OR EXISTS (SELECT 1 FROM person_dependent)
            """, []) != nil
    }

    /// A block that waits.
    struct Waiting {
        var block: String
        /// Nothing came to it: it depends on one to which something did.
        var isDependent: Bool
    }

    /// The next blocks that wait, in their order, and whether they only depend on others: these come once no others wait.
    ///
    /// - Parameter last: only those of its kind that come behind it.
    static func waiting(
        most: Int, behind last: Waiting? = nil, _ db: Database
    ) throws -> (blocks: [String], areDependents: Bool) {
        func blocks(_ table: String) throws -> [String] {
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT block FROM \(table) AND block > ? ORDER BY block LIMIT ?"),
                arguments: [last?.block ?? "", most])
        }
        if last?.isDependent != true {
            let blocks = try blocks("person_block WHERE pending > 0")
            if last != nil || !blocks.isEmpty { return (blocks, false) }
        }
        return (try blocks("person_dependent WHERE true"), true)
    }

    /// Resolves blocks that wait, and then those that depend on them, as long as it may; says whether others are left.
    ///
    /// - Parameter found: what was found out of the next of them: it ends with these, and is nil afterwards if others are next. Nil for
    ///   whatever is next, found out right here.
    func settle(_ found: inout FoundBlocks?, while goesOn: () -> Bool) throws -> Bool {
        let reader = try BlockReader(db, companions: found.map { Companions(sharing: $0.companions) } ?? Companions())
        let next = [
            ("SELECT block FROM person_block WHERE pending > 0 ORDER BY block LIMIT 1", true),
            ("SELECT block FROM person_dependent ORDER BY block LIMIT 1", false),
        ]
        for (sql, hasDependents) in next {
            while let block: String = try db.row(sql, [])?[0] {
                guard goesOn() else { return true }
                if let found, found.outcomes.isEmpty { return true }
                let known = found?.outcomes.removeValue(forKey: block)
                if known == nil, found != nil {
                    // The others are no longer next.
                    found = nil
                    return true
                }
                try db.run("DELETE FROM person_dependent WHERE block = ?", block)
                let holds = try known?.holds(after: found?.rearranged ?? [], db) ?? false
                let outcome = if let known, holds { known } else { try reader.outcome(of: block) }
                let written = try write(outcome)
                if written.isRearranged {
                    found?.rearranged.insert(block)
                    found?.justRearranged.insert(block)
                    reader.forgetNames()
                }
                if hasDependents { try note(written.dependents) }
            }
        }
        return false
    }

    /// Remembers blocks that are to be resolved once nothing else waits.
    private func note(_ blocks: Set<String>) throws {
        for block in blocks.sorted() { try db.run("INSERT OR IGNORE INTO person_dependent (block) VALUES (?)", block) }
    }

    /// Other blocks whose outcome depends on the touched names: those that a link leads from, given names that stand alone, and
    /// names that are nearly the same.
    private mutating func touchDependents() throws {
        var blocks: Set<String> = []
        var given: Set<String> = []
        for spelling in spellings {
            if let word = spelling.firstWord { given.insert(word) }
            for near in try BlockReader.neighbours(of: spelling, db) { blocks.insert(near.block) }
        }
        blocks.formUnion(try BlockReader.blocks(ofGiven: given, db))
        for block in touched.keys.sorted() {
            blocks.formUnion(try owners(of: block))
            blocks.formUnion(try BlockReader.blocks(ofAliasesIn: block, db))
        }
        for block in blocks where touched[block] == nil { touched[block] = 0 }
    }

    /// The blocks of names that links lead from, to names of this one.
    private func owners(of block: String) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT owner.block FROM name JOIN link ON link.other = name.id
                    JOIN name AS owner ON owner.id = link.one WHERE name.block = ?
                    """),
            arguments: [block])
    }

    // MARK: One block

    /// Writes who is who in a block.
    ///
    /// Gives the other blocks whose outcome depends on its names, and whether a name has other rows now, or an appearance another
    /// row.
    private func write(_ outcome: BlockOutcome) throws -> (dependents: Set<String>, isRearranged: Bool) {
        switch outcome.kind {
        case .plain(let name):
            // What is left in the tables is what would be written of it.
            try db.run("UPDATE name SET bearer = id WHERE id = ? AND bearer IS NOT id", name)
            try db.run(
                """
                UPDATE person_block SET appearances = (SELECT count(*) FROM appearance WHERE name = ?1), pending = 0
                WHERE block = ?2
                """, name, outcome.key)
            return (outcome.dependents, false)
        case .resolved(let loaded, let clusters):
            var dependents = outcome.dependents.union(try owners(of: outcome.key))
            dependents.remove(outcome.key)
            var writer = PersonWriter(db, loaded, clusters)
            try writer.write()
            try db.run(
                "UPDATE person_block SET appearances = ?, pending = 0 WHERE block = ?", loaded.ownAppearances, outcome.key)
            return (dependents, writer.isRearranged)
        }
    }
}
