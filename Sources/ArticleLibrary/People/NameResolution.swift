import GRDB

/// Decides which names are spellings of another: the first, simple form of *one person under all spellings*.
///
/// A full name that some article uses as a second spelling of exactly one other full name is that other's. A person's
/// single name (*Lukashenko*) belongs to the full name that ends in it or that some article calls so, if that is one
/// person alone. Two namesakes stay two. The outcome depends on the names and spellings in the library, not on the order
/// in which they came.
struct NameResolution {
    let db: Database

    /// Decides anew for names whose spellings have changed, and for all that depends on them.
    func update(_ changed: Set<Int64>) throws {
        var full: Set<Int64> = []
        var single: Set<Int64> = []
        var waiting = Array(changed)
        while let id = waiting.popLast() {
            guard let name = try name(id) else { continue }
            if name.isSingle {
                single.insert(id)
                continue
            }
            guard full.insert(id).inserted else { continue }
            waiting += try numbers("SELECT alias FROM spelling WHERE name = ?", id)
            waiting += try numbers(
                "SELECT one.id FROM name AS one JOIN name AS two ON one.class = 0 AND one.folded = two.family WHERE two.id = ?",
                id)
        }
        // Single names go by the persons of full ones.
        for id in full { try set(id, to: try person(ofFull: id)) }
        for id in single { try set(id, to: try person(ofSingle: id)) }
    }

    private func set(_ id: Int64, to person: Int64) throws {
        try db.cachedStatement(sql: "UPDATE name SET person = ? WHERE id = ? AND person <> ?")
            .execute(arguments: [person, id, person])
    }

    /// Follows a full name to the one that it is a spelling of.
    private func person(ofFull id: Int64) throws -> Int64 {
        var way = [id]
        while let last = way.last, let parent = try parent(of: last) {
            // Two names that call each other so: the longer stands for both, of equals the first in the alphabet.
            if let start = way.firstIndex(of: parent) { return try best(of: Array(way[start...])) }
            way.append(parent)
        }
        return way.last ?? id
    }

    private func parent(of id: Int64) throws -> Int64? {
        let parents = try numbers(
            """
            SELECT spelling.name FROM spelling JOIN name ON name.id = spelling.name
            WHERE spelling.alias = ? AND (name.class <> 0 OR name.family IS NOT NULL) LIMIT 2
            """, id)
        return parents.count == 1 ? parents[0] : nil
    }

    private func best(of ids: [Int64]) throws -> Int64 {
        let names = try ids.compactMap { id in try name(id).map { (id, $0.folded) } }
        let best = names.min { one, two in
            (-one.1.utf8.count, one.1) < (-two.1.utf8.count, two.1)
        }
        return best?.0 ?? ids[0]
    }

    private func person(ofSingle id: Int64) throws -> Int64 {
        let persons = try numbers(
            """
            SELECT name.person FROM spelling JOIN name ON name.id = spelling.name
            WHERE spelling.alias = ?1 AND name.family IS NOT NULL
            UNION
            SELECT name.person FROM name JOIN name AS single ON single.id = ?1 AND name.family = single.folded
            WHERE name.class = 0 LIMIT 2
            """, id)
        return persons.count == 1 ? persons[0] : id
    }

    private struct Name {
        var isSingle: Bool
        var folded: String
    }

    private func name(_ id: Int64) throws -> Name? {
        let statement = try db.cachedStatement(sql: "SELECT class = 0 AND family IS NULL, folded FROM name WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map { Name(isSingle: $0[0], folded: $0[1]) }
    }

    private func numbers(_ sql: String, _ id: Int64) throws -> [Int64] {
        try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
    }
}
