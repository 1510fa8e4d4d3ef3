import DocumentModel
import Foundation
import GRDB

/// Finds out who is who in a block of names, reading alone: so several blocks can be found out at once, each on a thread of its own
/// that reads the same state of the library, and written afterwards by ``PersonStore``.
struct BlockReader {
    private let db: Database
    private let companions: Companions
    /// What somebody said of namesakes.
    private let told: [NameBearers.Apart]

    /// - Parameter companions: what is remembered of articles, if nobody has changed any since.
    init(_ db: Database, companions: Companions = Companions()) throws {
        self.db = db
        self.companions = companions
        told = try NameBearers(db).apart()
    }

    /// Who is who in a block.
    func outcome(of key: String) throws -> BlockOutcome {
        if let outcome = try plain(key) { return outcome }
        var loaded = try LoadedBlock(key, told, db)
        var dependents: Set<String> = []
        var given: Set<String> = []
        for index in loaded.block.names.indices where !loaded.block.names[index].isOutside {
            let spelling = loaded.block.names[index].spelling
            for near in try Self.neighbours(of: spelling, db) {
                _ = try loaded.addOutside(near.spelling, db)
                dependents.insert(near.block)
            }
            if let word = spelling.firstWord { given.insert(word) }
            if loaded.block.names[index].parts.isSingle { try loaded.addBearers(ofGiven: spelling, db) }
        }
        try loaded.readAppearances(db)
        let clusters = try PersonResolver.resolve(loaded.block) {
            try companions.companions(in: $0, besides: key, db)
        }
        dependents.formUnion(try Self.blocks(ofGiven: given, db))
        dependents.formUnion(try Self.blocks(ofAliasesIn: key, db))
        dependents.remove(key)
        return BlockOutcome(key: key, kind: .resolved(loaded, clusters), dependents: dependents)
    }

    /// A block of one full name that nothing connects with others and that nothing makes two persons', as most are; nil for
    /// another.
    private func plain(_ key: String) throws -> BlockOutcome? {
        var name: (id: Int64, folded: String)?
        var rows = 0
        try db.forEachRow("SELECT id, folded FROM name WHERE block = ? LIMIT 2", key) {
            name = ($0.number(0), $0.text(1))
            rows += 1
        }
        guard rows == 1, let name, !name.folded.utf8.contains(UInt8(ascii: "#")) else { return nil }
        let parts = NameParts(folded: name.folded)
        guard !parts.isSingle, !parts.isInitial, try BlockOutcome.isAlone(name.id, in: key, db),
            !told.contains(where: { $0.spelling == name.folded }), try Self.neighbours(of: name.folded, db).isEmpty
        else { return nil }
        var fields = RoleField()
        try db.forEachRow("SELECT role FROM role WHERE name = ?", name.id) { fields.formUnion(RoleField(role: $0.text(0))) }
        guard fields.rawValue.nonzeroBitCount <= 1 else { return nil }
        var dependents = try Self.blocks(ofGiven: Set([name.folded.firstWord].compactMap(\.self)), db)
        dependents.formUnion(try Self.blocks(ofAliasesIn: key, db))
        dependents.remove(key)
        return BlockOutcome(key: key, kind: .plain(name.id), dependents: dependents)
    }

    /// To be called when rows of names went: see ``Companions/forgetNames()``.
    func forgetNames() { companions.forgetNames() }

    // MARK: Other blocks

    /// The blocks of given names that stand alone.
    static func blocks(ofGiven words: Set<String>, _ db: Database) throws -> Set<String> {
        var blocks: Set<String> = []
        for word in words {
            try db.forEachRow("SELECT block FROM name WHERE class = 0 AND folded = ? AND block IS NOT NULL", word) {
                blocks.insert($0.text(0))
            }
        }
        return blocks
    }

    /// The blocks of names that articles call those of this block by.
    static func blocks(ofAliasesIn key: String, _ db: Database) throws -> Set<String> {
        var blocks: Set<String> = []
        try db.forEachRow(
            """
            SELECT DISTINCT alias.block FROM name JOIN spelling ON spelling.name = name.id
            JOIN name AS alias ON alias.id = spelling.alias WHERE name.block = ?1 AND alias.block <> ?1
            """, key
        ) { blocks.insert($0.text(0)) }
        return blocks
    }

    /// A name of another block.
    struct Neighbour {
        var spelling: String
        var block: String
    }

    /// Full names of other blocks that a name may be a slip of, or a longer or shorter form of.
    static func neighbours(of spelling: String, _ db: Database) throws -> [Neighbour] {
        let words = spelling.split(separator: " ")
        guard words.count > 1 else { return [] }
        let parts = NameParts(folded: spelling)
        // Same first word, and the next begins alike.
        let start = "\(words[0]) \(words[1].prefix(2))"
        var neighbours: [Neighbour] = []
        try db.forEachRow(
            """
            SELECT folded, block FROM name
            WHERE class = 0 AND folded >= ? AND folded < ? AND block <> ? AND instr(folded, '#') = 0 LIMIT 64
            """,
            start, start + "\u{7F}", parts.block
        ) { row in
            let other = PersonStore.spelling(row.text(0))
            if other.goesOn(after: spelling) || spelling.goesOn(after: other)
                || NameParts(folded: other).isNearly(parts)
            {
                neighbours.append(Neighbour(spelling: other, block: row.text(1)))
            }
        }
        return neighbours
    }
}

/// Who is who in a block, as it is to be written.
struct BlockOutcome {
    enum Kind {
        /// One full name by itself, of this number: it stays as it is.
        case plain(Int64)
        case resolved(LoadedBlock, PersonClusters)
    }

    let key: String
    let kind: Kind
    /// Other blocks whose outcome depends on the names of this one.
    let dependents: Set<String>

    /// Whether it is still what would be found out now.
    ///
    /// - Parameter rearranged: the blocks whose names have other rows than when it was found out.
    func holds(after rearranged: Set<String>, _ db: Database) throws -> Bool {
        switch kind {
        case .plain(let name): try Self.isAlone(name, in: key, db)
        case .resolved(let loaded, _):
            rearranged.isEmpty
                || !loaded.block.names.contains { rearranged.contains($0.isOutside ? $0.parts.block : key) }
        }
    }

    /// Whether a name is the only one of its block, has a person of its own, and nothing ties it to another.
    static func isAlone(_ name: Int64, in key: String, _ db: Database) throws -> Bool {
        try db.number(
            """
            SELECT (SELECT count(*) = 1 AND max(person) = ?1 FROM name WHERE block = ?2)
                AND NOT EXISTS (SELECT 1 FROM spelling WHERE alias = ?1)
                AND NOT EXISTS (SELECT 1 FROM link WHERE one = ?1) AND NOT EXISTS (SELECT 1 FROM link WHERE other = ?1)
                AND NOT EXISTS (SELECT 1 FROM name WHERE person = ?1 AND id <> ?1)
            """, name, key) == 1
    }
}

extension String {
    /// Whether it has these words and then more.
    func goesOn(after words: String) -> Bool {
        utf8.count > words.utf8.count && utf8.starts(with: words.utf8)
            && utf8[utf8.index(utf8.startIndex, offsetBy: words.utf8.count)] == UInt8(ascii: " ")
    }

    /// The first of several words.
    var firstWord: String? {
        firstIndex(of: " ").map { String(self[..<$0]) }
    }
}
