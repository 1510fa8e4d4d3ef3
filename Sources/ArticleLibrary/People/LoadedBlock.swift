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

    private let db: Database
    private var indexes: [String: Int] = [:]
    /// A given name that more bear than this tells nothing.
    private static let mostBearers = 8

    init(_ key: String, _ db: Database) throws {
        self.key = key
        self.db = db
        let names = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, folded FROM name WHERE block = ? ORDER BY folded"), arguments: [key])
        for row in names { add(PersonStore.spelling(row[1]), row[0], isOutside: false) }
        try readAliases()
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
    mutating func addOutside(_ spelling: String) throws -> Int? {
        if let known = indexes[spelling] { return known }
        let names = try Row.fetchAll(
            db.cachedStatement(
                // Joined by OR they would be looked for among all names there are.
                sql: """
                    SELECT id FROM name WHERE class = 0 AND folded = ?1
                    UNION ALL SELECT id FROM name WHERE class = 0 AND folded > ?1 || '#' AND folded < ?1 || '$'
                    """),
            arguments: [spelling])
        for row in names { add(spelling, row[0], isOutside: true) }
        return indexes[spelling]
    }

    /// Takes in full names that begin with this given name, if few do.
    mutating func addBearers(ofGiven word: String) throws {
        let names = try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT folded FROM name WHERE class = 0 AND folded > ?1 || ' ' AND folded < ?1 || '!' LIMIT ?2"),
            arguments: [word, Self.mostBearers * 2])
        let bearers = Set(names.map(PersonStore.spelling))
        guard bearers.count <= Self.mostBearers else { return }
        for bearer in bearers.sorted() { try addOutside(bearer) }
    }

    /// Who is called by which of these names, names of other blocks among them.
    private mutating func readAliases() throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT name.folded FROM spelling JOIN name ON name.id = spelling.name
                WHERE spelling.alias = ? ORDER BY name.folded
                """)
        for index in block.names.indices {
            for row in rows[index] {
                for name in try String.fetchAll(statement, arguments: [row]) {
                    guard let other = try addOutside(PersonStore.spelling(name)), other != index else { continue }
                    block.aliases.append((name: other, alias: index))
                }
            }
        }
    }

    /// Reads where all names stand, and as what.
    mutating func readAppearances() throws {
        let articles = try db.cachedStatement(sql: "SELECT article FROM appearance WHERE name = ?")
        let roles = try db.cachedStatement(sql: "SELECT article, role FROM role WHERE name = ?")
        for index in block.names.indices {
            for row in rows[index] {
                var fields: [Int64: RoleField] = [:]
                let told = try Row.fetchCursor(roles, arguments: [row])
                while let one = try told.next() { fields[one[0], default: []].formUnion(RoleField(role: one[1])) }
                for article in try Int64.fetchAll(articles, arguments: [row]) {
                    block.appearances.append(
                        PersonBlock.Appearance(article: article, name: index, fields: fields[article] ?? []))
                    rowOfAppearance.append(row)
                }
            }
            if !block.names[index].isOutside { ownAppearances = block.appearances.count }
        }
    }
}
