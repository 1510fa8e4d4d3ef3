import GRDB
import Query
import Testing

/// The folding that lights matches is the index's own: every character that Unicode 6 knew is asked of SQLite itself.
@Suite struct TextFoldTests {
    @Test func everyCharacterFoldsAsInTheIndex() throws {
        let database = try DatabaseQueue()
        let folded = try database.write { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2');
                    CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance');
                    """)
            let insert = try db.makeStatement(sql: "INSERT INTO t (rowid, x) VALUES (?, ?)")
            for scalar in Self.scalars { try insert.execute(arguments: [Int(scalar.value), "q\(scalar)z"]) }
            var folded: [UInt32: [String]] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT doc, term FROM v ORDER BY doc, offset")
            while let row = try rows.next() { folded[UInt32(row[0] as Int), default: []].append(row[1]) }
            return folded
        }
        var wrong: [String] = []
        for scalar in Self.scalars {
            let ours = TextFold.words(of: "q\(scalar)z").map(\.folded)
            if ours != folded[scalar.value] { wrong.append("U+\(String(scalar.value, radix: 16)) \(ours)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    }

    /// All of the first plane but what later versions of Unicode made letters or marks of, and what is no character.
    private static let scalars: [Unicode.Scalar] = (1..<0xFDD0).compactMap(Unicode.Scalar.init).filter { scalar in
        guard let age = scalar.properties.age, ![0x1885, 0x1886, 0x1CF2].contains(scalar.value),
            !(0x19B0...0x19C9).contains(scalar.value)
        else { return false }
        return age.major < 6 || age.major == 6 && age.minor < 1
    }
}
