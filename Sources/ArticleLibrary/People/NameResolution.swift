import DocumentModel
import GRDB

/// Decides which names of bodies and things are spellings of another; persons are ``PersonResolver``'s.
///
/// A name that some article uses as a second spelling of exactly one other name is that other's. The outcome depends on the
/// names and spellings in the library, not on the order in which they came.
struct NameResolution {
    let db: Database

    /// Decides anew for names whose spellings have changed, and for all that depends on them.
    func update(_ changed: Set<Int64>) throws {
        var seen: Set<Int64> = []
        var waiting = Array(changed)
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            waiting += try numbers("SELECT alias FROM spelling WHERE name = ?", id)
        }
        for id in seen.sorted() {
            let body = try body(of: id)
            try db.run("UPDATE name SET person = ? WHERE id = ? AND person <> ? AND block IS NULL", body, id, body)
        }
    }

    /// Follows a name to the one that it is a spelling of.
    private func body(of id: Int64) throws -> Int64 {
        var way = [id]
        while let last = way.last, let parent = try parent(of: last) {
            // Two names that call each other so: the longer stands for both, of equals the first in the alphabet.
            if let start = way.firstIndex(of: parent) { return try best(of: Array(way[start...])) }
            way.append(parent)
        }
        return way.last ?? id
    }

    private func parent(of id: Int64) throws -> Int64? {
        let parents = try numbers("SELECT name FROM spelling WHERE alias = ? LIMIT 2", id)
        return parents.count == 1 ? parents[0] : nil
    }

    private func best(of ids: [Int64]) throws -> Int64 {
        let names: [(Int64, String)] = try ids.compactMap { id in
            try db.row("SELECT folded FROM name WHERE id = ?", [id]).map { (id, $0[0]) }
        }
        let best = names.min { one, two in
            (-one.1.utf8.count, one.1) < (-two.1.utf8.count, two.1)
        }
        return best?.0 ?? ids[0]
    }

    private func numbers(_ sql: String, _ id: Int64) throws -> [Int64] {
        try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
    }
}
