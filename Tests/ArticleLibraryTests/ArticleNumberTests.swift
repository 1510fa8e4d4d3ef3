import DocumentModel
import GRDB
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

/// Articles' numbers are their order in the list.
@Suite struct ArticleNumberTests {
    private func article(_ id: String, _ date: String?) -> AnnotatedArticle {
        Small.article(id, "Text of \(id).", date: date)
    }

    @Test(arguments: [
        (["a 2024-01-01", "b 2024-01-02"], "b a"),
        // By instant, whatever the zone.
        (["a 2024-01-01T10:00:00+02:00", "b 2024-01-01T09:00:00Z", "c 2024-01-01T09:00:01Z"], "c b a"),
        // As imported within a day, and before its hours; as imported in a second.
        (["a 2024-01-01", "b 2024-01-01", "c 2024-01-01T12:00Z", "d 2024-01-01"], "a b d c"),
        (["a 2024-01-01T12:00Z", "b 2024-01-01T12:00Z", "c 2024-01-01T12:00:01Z"], "c a b"),
        // No date comes last, as imported.
        (["x -", "y soon", "a 0001-01-01T00:00+14:00", "b 9999-12-31T23:59:59-12:00", "z -"], "b a x y z"),
    ])
    func listsAreInTheOrderOfDates(_ articles: [String], _ expected: String) throws {
        let all = articles.map { line in
            let parts = line.split(separator: " ").map(String.init)
            return article(parts[0], parts[1] == "-" ? nil : parts[1])
        }
        // In one transaction, and in one each.
        let together = try Small.library(all)
        #expect(try Small.ids(together, "") == expected)
        let library = try Library.inMemory()
        for article in all { try library.add(Small.steps(for: article)) }
        #expect(try Small.ids(library, "") == expected)
        #expect(try Small.ids(library, "text") == expected)
        try expectSound(library)
    }

    /// Ten thousand in one second, and some days found among them.
    @Test func aCrowdedSecond() throws {
        let library = try Library.inMemory()
        var steps: [ImportStep] = []
        for number in 0..<10_000 {
            let article = Small.article("\(number)", "n\(number)", date: "2024-01-01T00:00:05Z")
            steps.append(.article(Addition(article, from: Origin(path: "/f", line: number + 1))))
        }
        steps.append(.article(Addition(article("before", "2023-12-31T23:59:59Z"), from: Origin(path: "/g"))))
        steps.append(.article(Addition(article("after", "2024-01-01T00:00:06Z"), from: Origin(path: "/h"))))
        for start in stride(from: 0, to: steps.count, by: 3_000) {
            try library.add(Array(steps[start..<min(start + 3_000, steps.count)]))
        }
        let rows = try library.articles(matching: .all, rows: 0..<10_002).rows
        #expect(rows.count == 10_002)
        #expect(rows.first?.id == "after")
        #expect(rows.dropFirst().filter { $0.id != "before" }.map(\.id) == (0..<10_000).map { "\($0)" })
        #expect(try library.articles(matching: Filter(parsing: "date:2024-01-01"), rows: 0..<0).total == 10_001)
        #expect(try Small.ids(library, "date:2023") == "before")
    }

    @Test func anotherDateIsAnotherPlace() throws {
        let library = try Small.library([article("a", "2024-01-01"), article("b", "2024-01-02")])
        let key = try #require(library.articles(matching: .all, rows: 0..<1).rows.first?.key)
        try library.setStarred(true, key)
        #expect(try library.add(Small.steps(for: article("b", "2023-01-02"), size: 2)).replaced == 1)
        #expect(try Small.ids(library, "") == "a b")
        #expect(try Small.ids(library, "is:starred text") == "b")
        #expect(try library.origins(of: library.articles(matching: .all, rows: 1..<2).rows[0].key) == [Origin(path: "b")])
        try expectSound(library)
    }

    /// The number of a quotation of the last article there can be is a number of SQLite's.
    @Test func numbersHaveRoom() {
        #expect(
            (ArticleNumbers.undated + 1 << 38).multipliedReportingOverflow(by: Int64(Schema.ordinals)).overflow == false)
    }
}
