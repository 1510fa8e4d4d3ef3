import GRDB
import TestSupport
import Testing

@testable import ArticleLibrary

/// Keys are found wherever they lie, whatever has moved meanwhile.
@Suite struct SketchKeysTests {
    private struct Entry: Hashable {
        var key: Int64
        var place: Int64
        var article: Int64
    }

    @Test func theNearestOfAKeyAreFoundInBothTables() throws {
        let library = try Library.inMemory()
        var random = SplitMix(seed: 31)
        var entries: Set<Entry> = []
        // Few keys, all over the range.
        let keys = (0..<40).map { _ in Int64(random.next() >> 24) }
        for round in 0..<60 {
            try library.writing { db in
                var table = SketchKeys(db)
                for _ in 0..<(round == 30 ? 4_000 : 600) {
                    let entry = Entry(
                        key: keys[Int(random.next() % 40)], place: Int64(random.next() % 1_000_000),
                        article: Int64(random.next() % 1_000_000))
                    guard entries.insert(entry).inserted else { continue }
                    try table.insert(entry.key, entry.place, entry.article)
                }
                for entry in entries.sorted(by: { ($0.place, $0.article) < ($1.place, $1.article) }).prefix(50) {
                    try table.remove(entry.key, entry.place, entry.article)
                    entries.remove(entry)
                }
                try table.close()
            }
        }
        try library.reading { db in
            let table = SketchKeys(db)
            for key in keys {
                let (place, article) = (Int64(random.next() % 1_000_000), Int64(random.next() % 1_000_000))
                let sorted = entries.filter { $0.key == key }.sorted { ($0.place, $0.article) < ($1.place, $1.article) }
                let before = sorted.filter { ($0.place, $0.article) < (place, article) }.suffix(2).reversed().map(\.article)
                let after = sorted.filter { ($0.place, $0.article) > (place, article) }.prefix(2).map(\.article)
                let found = try table.neighbours(key, place, article, reach: 2)
                #expect(found.before == Array(before))
                #expect(found.after == Array(after))
            }
            #expect(try table.neighbours(7, 1, 1, reach: 2).before.isEmpty)
            let counts = try ["sketch_key", "sketch_key_new"].map { table in
                try #require(try db.row("SELECT count(*) FROM \(table)", [])?[0] as Int?)
            }
            #expect(counts.reduce(0, +) == entries.count)
            #expect(counts.allSatisfy { $0 > 0 })
        }
    }
}
