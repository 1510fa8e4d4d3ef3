import DocumentModel
import Foundation
import GRDB

/// Writes into the tables who is who in a block, where that is other than before.
struct PersonWriter {
    private let db: Database
    private let loaded: LoadedBlock
    private let clusters: PersonClusters
    private let appearancesOf: [Int: [Int]]
    /// Whether a name has other rows now, or an appearance another row.
    private(set) var isRearranged = false

    init(_ db: Database, _ loaded: LoadedBlock, _ clusters: PersonClusters) {
        self.db = db
        self.loaded = loaded
        self.clusters = clusters
        appearancesOf = Dictionary(grouping: loaded.block.appearances.indices) { loaded.block.appearances[$0].name }
    }

    mutating func write() throws {
        let own = loaded.block.names.indices.filter { !loaded.block.names[$0].isOutside }
        // What the tables say now: little of it is other than before.
        var known: [Int64: KnownRow] = [:]
        try db.forEachRow("SELECT id, bearer, person, family IS NULL, folded FROM name WHERE block = ?", loaded.key) {
            known[$0.number(0)] = KnownRow(
                bearer: $0.number(1), person: $0.number(2), isSingle: $0.number(3) != 0, folded: $0.text(4))
        }
        let isAlone = try PersonLinks(db).isAlone(loaded.key)
        var obsolete: Set<Link> = []
        try db.forEachRow("SELECT one, other FROM name JOIN link ON link.one = name.id WHERE block = ?", loaded.key) {
            obsolete.insert(Link(one: $0.number(0), other: $0.number(1)))
        }
        // Each person's rows, the block's own and those of other blocks.
        var rows: [Int: [(row: Int64, name: Int, count: Int)]] = [:]
        var unused: [Int64] = []
        for name in own { try place(name, &rows, &unused) }
        for name in loaded.block.names.indices where loaded.block.names[name].isOutside {
            for (row, person) in outsidePersons(of: name) { rows[person, default: []].append((row, name, -1)) }
        }
        var all: Set<Int64> = []
        for rows in rows.values { all.formUnion(rows.filter { $0.count >= 0 }.map(\.row)) }
        obsolete = obsolete.filter { all.contains($0.one) }
        var new: Set<Link> = []
        for (_, rows) in rows.sorted(by: { $0.key < $1.key }) {
            let inside = rows.filter { $0.count >= 0 }
            guard let main = inside.min(by: { isBefore($0, $1) }) else { continue }
            for row in inside where known[row.row]?.bearer != main.row {
                try db.run("UPDATE name SET bearer = ?1 WHERE id = ?2 AND bearer IS NOT ?1", main.row, row.row)
            }
            for row in rows where row.count < 0 {
                let link = Link(one: main.row, other: row.row)
                if obsolete.remove(link) == nil { new.insert(link) }
            }
        }
        for link in obsolete { try db.run("DELETE FROM link WHERE one = ? AND other = ?", link.one, link.other) }
        for link in new { try db.run("INSERT OR IGNORE INTO link (one, other) VALUES (?, ?)", link.one, link.other) }
        for row in unused { try NameWriter.dropUnused(row, db) }
        if isAlone, new.isEmpty, !isRearranged {
            try setPersons(rows.values.map { $0.map { ($0.row, $0.count) } }, known)
        } else {
            try PersonLinks(db).update(all.subtracting(unused), formerly: Set(known.values.map(\.person)))
        }
    }

    /// What the table says of a row.
    private struct KnownRow {
        var bearer: Int64
        var person: Int64
        var isSingle: Bool
        var folded: String
    }

    /// Gives the rows of a block that nothing ties to another their persons: all of a bearer have the same, by the rule of
    /// ``PersonLinks``.
    private func setPersons(_ bearers: [[(row: Int64, count: Int)]], _ known: [Int64: KnownRow]) throws {
        for rows in bearers {
            let ranked = rows.compactMap { row in
                known[row.row].map { ($0.isSingle ? 1 : 0, -row.count, $0.folded, row.row) }
            }
            guard let person = ranked.min(by: <)?.3 else { continue }
            for row in rows where known[row.row]?.person != person {
                try db.run("UPDATE name SET person = ? WHERE id = ?", person, row.row)
            }
        }
    }

    /// A name that a name of another block is the same person's as.
    private struct Link: Hashable {
        var one: Int64
        var other: Int64
    }

    /// Full names before short ones, then the most used, then the first in the alphabet.
    private func isBefore(_ one: (row: Int64, name: Int, count: Int), _ other: (row: Int64, name: Int, count: Int)) -> Bool
    {
        let (first, second) = (loaded.block.names[one.name], loaded.block.names[other.name])
        return (first.parts.isSingle ? 1 : 0, -one.count, first.spelling) < (
            second.parts.isSingle ? 1 : 0, -other.count, second.spelling
        )
    }

    // MARK: Rows of a name

    /// Gives each bearer of a name a row, and moves the appearances there.
    private mutating func place(
        _ name: Int, _ rows: inout [Int: [(row: Int64, name: Int, count: Int)]], _ unused: inout [Int64]
    ) throws {
        var appearances: [Int: [Int]] = [clusters.personOfName[name]: []]
        for index in appearancesOf[name] ?? [] {
            appearances[clusters.personOfAppearance[index], default: []].append(index)
        }
        // Whoever bears it most keeps the first row: that is where new appearances go.
        let main = clusters.personOfName[name]
        let persons = appearances.sorted { one, other in
            (one.key == main ? 0 : 1, -one.value.count, first(one.value))
                < (other.key == main ? 0 : 1, -other.value.count, first(other.value))
        }
        for (place, person) in persons.enumerated() {
            let row =
                place < loaded.rows[name].count ? loaded.rows[name][place] : try addRow(name, place + 1)
            for index in person.value where loaded.rowOfAppearance[index] != row {
                isRearranged = true
                try move(loaded.block.appearances[index].article, from: loaded.rowOfAppearance[index], to: row)
            }
            rows[person.key, default: []].append((row, name, person.value.count))
        }
        unused += loaded.rows[name].dropFirst(persons.count)
        if persons.count != loaded.rows[name].count { isRearranged = true }
    }

    private func first(_ appearances: [Int]) -> Int64 {
        appearances.map { loaded.block.appearances[$0].article }.min() ?? .max
    }

    private func addRow(_ name: Int, _ place: Int) throws -> Int64 {
        let row = try db.row("SELECT display, family, block FROM name WHERE id = ?", [loaded.rows[name][0]])
        var number = place
        let spelling = loaded.block.names[name].spelling
        while try db.row("SELECT 1 FROM name WHERE class = 0 AND folded = ?", ["\(spelling)#\(number)"]) != nil {
            number += 1
        }
        return try NameWriter.insert(
            .person, "\(spelling)#\(number)", row?[0] ?? spelling, family: row?[1], block: row?[2], db)
    }

    /// Hangs what an article has of a name on another row.
    private func move(_ article: Int64, from old: Int64, to new: Int64) throws {
        let aliases = try db.row("SELECT aliases FROM appearance WHERE article = ? AND name = ?", [article, old])
        for alias in try aliases?.withUnsafeData(atIndex: 0, { try NameWriter.numbers($0 ?? Data()) }) ?? [] {
            try db.run("UPDATE spelling SET articles = articles - 1 WHERE name = ? AND alias = ?", old, alias)
            try db.run("DELETE FROM spelling WHERE name = ? AND alias = ? AND articles < 1", old, alias)
            try db.run(
                """
                INSERT INTO spelling (name, alias, articles) VALUES (?, ?, 1)
                ON CONFLICT DO UPDATE SET articles = articles + 1
                """, new, alias)
        }
        let first = article << Schema.ordinalBits
        let last = first | Int64(Schema.ordinals - 1)
        try db.run("UPDATE appearance SET name = ? WHERE article = ? AND name = ?", new, article, old)
        try db.run("UPDATE role SET name = ? WHERE name = ? AND article = ?", new, old, article)
        try db.run("UPDATE quotation SET speaker = ? WHERE id BETWEEN ? AND ? AND speaker = ?", new, first, last, old)
    }

    // MARK: Other blocks

    /// For each row of a name of another block the person it mostly stands for here.
    private func outsidePersons(of name: Int) -> [(row: Int64, person: Int)] {
        var counts: [Int64: [Int: Int]] = [:]
        for index in appearancesOf[name] ?? [] {
            counts[loaded.rowOfAppearance[index], default: [:]][clusters.personOfAppearance[index], default: 0] += 1
        }
        return loaded.rows[name].map { row in
            let most = counts[row]?.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
            return (row, most?.key ?? clusters.personOfName[name])
        }
    }
}

/// Follows the links between blocks: names that links join, directly or through others, are one person's.
struct PersonLinks {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Whether no link leads from or to the names of a block, and none of another block has the person of one of them.
    func isAlone(_ block: String) throws -> Bool {
        try db.number(
            """
            SELECT NOT EXISTS (SELECT 1 FROM name JOIN link ON link.one = name.id WHERE block = ?1)
                AND NOT EXISTS (SELECT 1 FROM name JOIN link ON link.other = name.id WHERE block = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM name AS own JOIN name AS other ON other.person = own.person
                    WHERE own.block = ?1 AND other.block <> ?1)
            """, block) == 1
    }

    /// Gives names their persons anew: these, all that were of the same persons before, and all that links lead to.
    func update(_ names: Set<Int64>, formerly persons: Set<Int64>) throws {
        var waiting = names
        for person in persons.sorted() {
            waiting.formUnion(try db.numbers("SELECT id FROM name WHERE person = ? AND block IS NOT NULL", person))
        }
        var seen: Set<Int64> = []
        for start in waiting.sorted() where !seen.contains(start) {
            let group = try group(of: start)
            seen.formUnion(group)
            guard let person = try main(of: group) else { continue }
            for name in group.sorted() {
                try db.run("UPDATE name SET person = ?1 WHERE id = ?2 AND person <> ?1", person, name)
            }
        }
    }

    private func group(of start: Int64) throws -> Set<Int64> {
        var group: Set<Int64> = []
        var waiting = [start]
        while let name = waiting.popLast() {
            guard group.insert(name).inserted else { continue }
            // Of the same bearer, or linked.
            try db.forEachRow(
                """
                SELECT two.id FROM name AS one JOIN name AS two ON two.block = one.block AND two.bearer = one.bearer
                    WHERE one.id = ?1
                UNION ALL SELECT other FROM link WHERE one = ?1 UNION ALL SELECT one FROM link WHERE other = ?1
                """, name
            ) { if !group.contains($0.number(0)) { waiting.append($0.number(0)) } }
        }
        return group
    }

    /// A full name before single ones, then the most used, then the first in the alphabet.
    private func main(of group: Set<Int64>) throws -> Int64? {
        if group.count == 1 { return group.first }
        var best: (rank: Int, count: Int, folded: String, name: Int64)?
        for name in group.sorted() {
            let row = try db.row(
                "SELECT family IS NULL, (SELECT count(*) FROM appearance WHERE name = name.id), folded FROM name WHERE id = ?",
                [name])
            guard let row else { continue }
            let one: (Int, Int, String, Int64) = (row[0], row[1], row[2], name)
            if let known = best, (known.rank, -known.count, known.folded) < (one.0, -one.1, one.2) { continue }
            best = one
        }
        return best?.name
    }
}
