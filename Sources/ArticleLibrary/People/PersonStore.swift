import DocumentModel
import Foundation
import GRDB

/// Keeps who is who in the tables: notes which blocks of names an import touches, and resolves these anew.
///
/// A block is resolved from what the tables hold of it, so that the outcome is the same in whatever order and batches the
/// articles came. Small blocks are resolved in the transaction that touches them, unless more is to come. One that many bear, and
/// any while more is to come, waits until it has grown to several times its size, so that a long import costs little more than its
/// last state; ``Library/settle()`` does what is left.
struct PersonStore {
    private let db: Database
    private let companions: Companions
    /// Touched blocks, and how many appearances came or went.
    private var touched: [String: Int] = [:]
    /// Spellings that stand in new or changed appearances, and their blocks.
    private var spellings: [String: String] = [:]

    /// A block of this many appearances is resolved whenever it is touched, if nothing more is to come.
    private static let small = 64
    /// While more is to come, fewer new appearances than this are not worth it, nor are fewer than so many times those that were
    /// there.
    private static let (few, growth) = (64, 3)

    /// - Parameter companions: what is remembered of articles, if nobody has changed any since.
    init(_ db: Database, companions: Companions = Companions()) {
        self.db = db
        self.companions = companions
    }

    /// A person's name stands in one more article.
    mutating func noteAppearance(of spelling: String) {
        let block = spellings[spelling] ?? NameParts(folded: spelling).block
        spellings[spelling] = block
        touched[block, default: 0] += 1
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
        let told = try NameBearers(db).apart()
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
            let dependents = try resolve(block, told)
            if isMoreToCome || pending > count { try note(dependents) }
        }
        (touched, spellings) = ([:], [:])
    }

    /// Whether blocks wait.
    static func isUnsettled(_ db: Database) throws -> Bool {
        try db.row(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM person_block WHERE pending > 0) OR EXISTS (SELECT 1 FROM person_dependent)
            """, []) != nil
    }

    /// Resolves blocks that wait, and then those that depend on them, as long as it may; says whether others are left.
    func settle(while goesOn: () -> Bool) throws -> Bool {
        let told = try NameBearers(db).apart()
        let next = [
            ("SELECT block FROM person_block WHERE pending > 0 LIMIT 1", true),
            ("SELECT block FROM person_dependent LIMIT 1", false),
        ]
        for (sql, hasDependents) in next {
            while let block: String = try db.row(sql, [])?[0] {
                guard goesOn() else { return true }
                try db.run("DELETE FROM person_dependent WHERE block = ?", block)
                let dependents = try resolve(block, told)
                if hasDependents { try note(dependents) }
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
        for spelling in spellings.keys {
            if let word = spelling.firstWord { given.insert(word) }
            for near in try neighbours(of: spelling) { blocks.insert(near.block) }
        }
        blocks.formUnion(try self.blocks(ofGiven: given))
        for block in touched.keys.sorted() { blocks.formUnion(try owners(of: block)) }
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

    /// The blocks of given names that stand alone.
    private func blocks(ofGiven words: Set<String>) throws -> Set<String> {
        var blocks: Set<String> = []
        for word in words {
            try db.forEachRow("SELECT block FROM name WHERE class = 0 AND folded = ? AND block IS NOT NULL", word) {
                blocks.insert($0.text(0))
            }
        }
        return blocks
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
        var neighbours: [Neighbour] = []
        try db.forEachRow(
            "SELECT folded, block FROM name WHERE class = 0 AND folded >= ? AND folded < ? AND block <> ? LIMIT 64",
            start, start + "\u{7F}", parts.block
        ) { row in
            let other = Self.spelling(row.text(0))
            if other.goesOn(after: spelling) || spelling.goesOn(after: other)
                || NameParts(folded: other).isNearly(parts)
            {
                neighbours.append(Neighbour(spelling: other, block: row.text(1)))
            }
        }
        return neighbours
    }

    // MARK: One block

    /// Resolves a block; gives the other blocks whose outcome depends on its names.
    @discardableResult
    private func resolve(_ key: String, _ told: [NameBearers.Apart]) throws -> Set<String> {
        if let dependents = try resolvePlain(key, told) { return dependents }
        var loaded = try LoadedBlock(key, told, db)
        var dependents = Set(try owners(of: key))
        var given: Set<String> = []
        for index in loaded.block.names.indices where !loaded.block.names[index].isOutside {
            let spelling = loaded.block.names[index].spelling
            for near in try neighbours(of: spelling) {
                _ = try loaded.addOutside(near.spelling)
                dependents.insert(near.block)
            }
            if let word = spelling.firstWord { given.insert(word) }
            if loaded.block.names[index].parts.isSingle { try loaded.addBearers(ofGiven: spelling) }
        }
        try loaded.readAppearances()
        let clusters = try PersonResolver.resolve(loaded.block) {
            try companions.companions(in: $0, besides: key, db)
        }
        try PersonWriter(db, loaded, clusters).write()
        try db.run(
            "UPDATE person_block SET appearances = ?, pending = 0 WHERE block = ?", loaded.ownAppearances, key)
        dependents.formUnion(try blocks(ofGiven: given))
        dependents.remove(key)
        return dependents
    }

    /// Resolves a block of one full name that nothing connects with others and that nothing makes two persons', as most are; nil
    /// for another, which nothing was done to. What it leaves in the tables is what ``PersonWriter`` would leave.
    private func resolvePlain(_ key: String, _ told: [NameBearers.Apart]) throws -> Set<String>? {
        var rows: [(id: Int64, folded: String, bearer: Int64, person: Int64)] = []
        try db.forEachRow("SELECT id, folded, bearer, person FROM name WHERE block = ? LIMIT 2", key) {
            rows.append(($0.number(0), $0.text(1), $0.number(2), $0.number(3)))
        }
        guard rows.count == 1, let name = rows.first, name.person == name.id, !name.folded.utf8.contains(UInt8(ascii: "#"))
        else { return nil }
        let parts = NameParts(folded: name.folded)
        guard !parts.isSingle, !parts.isInitial, try neighbours(of: name.folded).isEmpty else { return nil }
        let ties = try db.number(
            """
            SELECT EXISTS (SELECT 1 FROM spelling WHERE alias = ?1) OR EXISTS (SELECT 1 FROM link WHERE one = ?1)
                OR EXISTS (SELECT 1 FROM link WHERE other = ?1)
                OR EXISTS (SELECT 1 FROM name WHERE person = ?1 AND id <> ?1)
            """, name.id)
        guard ties == 0, !told.contains(where: { $0.spelling == name.folded }) else { return nil }
        var fields = RoleField()
        try db.forEachRow("SELECT role FROM role WHERE name = ?", name.id) { fields.formUnion(RoleField(role: $0.text(0))) }
        guard fields.rawValue.nonzeroBitCount <= 1 else { return nil }
        if name.bearer != name.id { try db.run("UPDATE name SET bearer = id WHERE id = ?", name.id) }
        try db.run(
            """
            UPDATE person_block SET appearances = (SELECT count(*) FROM appearance WHERE name = ?1), pending = 0
            WHERE block = ?2
            """, name.id, key)
        var dependents = try blocks(ofGiven: Set([name.folded.firstWord].compactMap(\.self)))
        dependents.remove(key)
        return dependents
    }
}

extension String {
    /// Whether it has these words and then more.
    func goesOn(after words: String) -> Bool {
        utf8.count > words.utf8.count && utf8.starts(with: words.utf8)
            && utf8[utf8.index(utf8.startIndex, offsetBy: words.utf8.count)] == UInt8(ascii: " ")
    }

    /// The first of several words.
    fileprivate var firstWord: String? {
        firstIndex(of: " ").map { String(self[..<$0]) }
    }
}
