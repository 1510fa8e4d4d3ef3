import DocumentModel
import Foundation
import GRDB

/// A block of names as the tables hold it.
struct LoadedBlock {
    let key: String
    private(set) var block = PersonBlock()
    /// For each name its rows: one for each person who bears it, as they were resolved last.
    private(set) var rows: [[Int64]] = []
    /// For each appearance the row it hangs on.
    private(set) var rowOfAppearance: [Int64] = []
    /// How many appearances are of the block's own names.
    private(set) var ownAppearances = 0

    private var indexes: [String: Int] = [:]
    /// A given name that more bear than this tells nothing.
    private static let mostBearers = 8

    /// - Parameter told: what somebody said of namesakes.
    init(_ key: String, _ told: [NameBearers.Apart], _ db: Database) throws {
        self.key = key
        var names: [(id: Int64, spelling: String)] = []
        try db.forEachRow("SELECT id, folded FROM name WHERE block = ? ORDER BY folded", key) {
            names.append(($0.number(0), PersonStore.spelling($0.text(1))))
        }
        for name in names { add(name.spelling, name.id, isOutside: false) }
        try readAliases(db)
        for told in told {
            guard let name = indexes[told.spelling], !block.names[name].isOutside else { continue }
            block.told.append(PersonBlock.Apart(name: name, one: told.one, other: told.other))
        }
    }

    private mutating func add(_ spelling: String, _ row: Int64, isOutside: Bool) {
        if let known = indexes[spelling] {
            if !rows[known].contains(row) { rows[known].append(row) }
            return
        }
        indexes[spelling] = block.names.count
        block.names.append(
            PersonBlock.Name(spelling: spelling, parts: NameParts(folded: spelling), isOutside: isOutside))
        rows.append([row])
    }

    /// Takes a name of another block in; nil where the library has none such.
    @discardableResult
    mutating func addOutside(_ spelling: String, _ db: Database) throws -> Int? {
        if let known = indexes[spelling] { return known }
        // Joined by OR they would be looked for among all names there are.
        let names = try db.numbers(
            """
            SELECT id FROM name WHERE class = 0 AND folded = ?1
            UNION ALL SELECT id FROM name WHERE class = 0 AND folded > ?1 || '#' AND folded < ?1 || '$'
            """, spelling)
        for name in names { add(spelling, name, isOutside: true) }
        return indexes[spelling]
    }

    /// Takes in full names that begin with this given name, if few do.
    mutating func addBearers(ofGiven word: String, _ db: Database) throws {
        let names = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT folded FROM name
                    WHERE class = 0 AND folded > ?1 || ' ' AND folded < ?1 || '!' AND instr(folded, '#') = 0 LIMIT ?2
                    """),
            arguments: [word, Self.mostBearers * 2])
        let bearers = Set(names.map(PersonStore.spelling))
        guard bearers.count <= Self.mostBearers else { return }
        for bearer in bearers.sorted() { try addOutside(bearer, db) }
    }

    /// Who is called by which of these names, names of other blocks among them.
    private mutating func readAliases(_ db: Database) throws {
        for index in block.names.indices {
            for row in rows[index] {
                var names: [(spelling: String, articles: Int)] = []
                try db.forEachRow(
                    """
                    SELECT name.folded, articles FROM spelling JOIN name ON name.id = spelling.name
                    WHERE spelling.alias = ? ORDER BY name.folded
                    """, row
                ) { names.append((PersonStore.spelling($0.text(0)), Int($0.number(1)))) }
                for name in names {
                    guard let other = try addOutside(name.spelling, db), other != index else { continue }
                    block.aliases.append((name: other, alias: index, articles: name.articles))
                }
            }
        }
    }

    /// Reads where all names stand, and as what.
    mutating func readAppearances(_ db: Database) throws {
        for index in block.names.indices {
            // Whoever's rows they hang on now: the outcome depends on the articles, not on what came out the last time.
            var own: [(article: Int64, row: Int64, fields: RoleField)] = []
            for row in rows[index] {
                var fields: [Int64: RoleField] = [:]
                try db.forEachRow("SELECT article, role FROM role WHERE name = ?", row) {
                    fields[$0.number(0), default: []].formUnion(RoleField(role: $0.text(1)))
                }
                for article in try db.numbers("SELECT article FROM appearance WHERE name = ?", row) {
                    own.append((article, row, fields[article] ?? []))
                }
            }
            if rows[index].count > 1 { own.sort { ($0.article, $0.row) < ($1.article, $1.row) } }
            for one in own {
                block.appearances.append(PersonBlock.Appearance(article: one.article, name: index, fields: one.fields))
                rowOfAppearance.append(one.row)
            }
            if !block.names[index].isOutside { ownAppearances = block.appearances.count }
        }
    }
}
