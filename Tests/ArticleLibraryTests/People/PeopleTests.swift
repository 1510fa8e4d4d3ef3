import DocumentModel
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

@Suite struct PeopleTests {
    /// `name quotations/mentions/articles`.
    private func people(_ library: Library, _ filter: String = "") throws -> [String] {
        try library.people(matching: Filter(parsing: filter), rows: 0..<50).rows
            .map { "\($0.name) \($0.quotations)/\($0.mentions)/\($0.articles)" }
    }

    private static let articles = [
        Small.article("1", "{Alexander Lukashenko|Talk.} [Alexander Lukashenko] [Lukashenka=Alexander Lukashenko]"),
        Small.article("2", "{Lukashenko|More.} [Lukashenko]"),
        Small.article("3", "[Lukashenka] [@Minsk] {=City Council|No.}"),
        Small.article(
            "4", "[Alexander Lukashenka] {Alexander Lukashenka|Yes.} [Alexander Lukashenko=Alexander Lukashenka]"),
        Small.article("5", "[Ann Smith] [Smith=Ann Smith]"), Small.article("6", "[Bob Smith]"),
        Small.article("7", "[Smith] {Smith|Who am I?}"),
        Small.article("8", "[Zoë Zelenský] [ZOE ZELENSKY]"), Small.article("9", "[Zelensky]"),
    ]

    @Test func onePersonUnderAllSpellingsAndNamesakesApart() throws {
        let library = try Small.library(Self.articles)
        #expect(
            try people(library) == [
                "Alexander Lukashenka 3/6/4", "Smith 1/1/1", "City Council 1/0/1", "Zoë Zelenský 0/3/2", "Ann Smith 0/2/1",
                "Bob Smith 0/1/1",
            ])
        #expect(try Small.ids(library, "person:lukashenka") == "1 2 3 4")
        #expect(try Small.ids(library, "said:\"Alexander Lukashenko\"") == "1 2 4")
        #expect(try Small.ids(library, "person:zelensky") == "8 9")
        #expect(try Small.ids(library, "person:\"ann smith\"") == "5")
        #expect(try Small.ids(library, "person:smith") == "5 6 7")
        #expect(try people(library, "date:2024") == [])
        #expect(try people(library, "person:\"bob smith\"") == ["Bob Smith 0/1/1"])
        try expectSound(library)
    }

    @Test func theOrderOfImportMakesNoDifference() throws {
        let expected = try people(Small.library(Self.articles))
        var random = SplitMix(seed: 1)
        for _ in 0..<20 {
            let library = try Library.inMemory()
            for article in Self.articles.shuffled(using: &random) { try library.add(Small.steps(for: article)) }
            #expect(try people(library) == expected)
        }
    }

    @Test func whatGoesLeavesThePeopleAsIfItHadNeverCome() throws {
        var random = SplitMix(seed: 2)
        for _ in 0..<10 {
            let library = try Small.library(Self.articles)
            let gone = Self.articles.shuffled(using: &random).prefix(4).map(\.article.id)
            try library.add(gone.map { .vanished(path: $0) })
            let left = Self.articles.filter { !gone.contains($0.article.id) }
            #expect(try people(library) == people(Small.library(left)), "without \(gone)")
            try expectSound(library)
        }
    }

    @Test func aSecondFullNameEndsTheSingleNamesBelonging() throws {
        let library = try Small.library([
            Small.article("1", "[Ann Smith]"), Small.article("2", "{Smith|Yes.}"),
        ])
        #expect(try people(library) == ["Ann Smith 1/1/2"])
        try library.add(Small.steps(for: Small.article("3", "[Bob Smith]")))
        #expect(try people(library) == ["Smith 1/0/1", "Ann Smith 0/1/1", "Bob Smith 0/1/1"])
        try library.add([.vanished(path: "3")])
        #expect(try people(library) == ["Ann Smith 1/1/2"])
    }

    @Test func aWindowOfPeople() throws {
        let library = try Small.library(Self.articles)
        let page = try library.people(matching: .all, rows: 1..<3)
        #expect(page.total == 6 && page.first == 1 && page.rows.map(\.name) == ["Smith", "City Council"])
        #expect(page.rows.map(\.kind) == [.person, .body])
    }
}
