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

    @Test func anArticleWithTwoSpellingsIsOneArticle() throws {
        let library = try Small.library([
            Small.article("1", "[Ann Bell] [Anna Bell] {Ann Bell|Yes.} {Anna Bell|No.}", date: "2024-01-05"),
            Small.article("2", "[Ann Bell] [Anna Bell]"), Small.article("3", "[Anna Bell=Ann Bell]"),
        ])
        #expect(try people(library) == ["Ann Bell 2/5/3"])
        #expect(try people(library, "date:2024") == ["Ann Bell 2/2/1"])
        #expect(try people(library, "-date:2024") == ["Ann Bell 0/3/2"])
        #expect(try library.people(called: "Ann Bell").map(\.summary.articles) == [3])
    }

    @Test func aWindowOfPeople() throws {
        let library = try Small.library(Self.articles)
        let page = try library.people(matching: .all, rows: 1..<3)
        #expect(page.total == 6 && page.first == 1 && page.rows.map(\.name) == ["Smith", "City Council"])
        #expect(page.rows.map(\.kind) == [.person, .body])
    }
}

/// What one article calls somebody by another's name.
@Suite struct RenownTests {
    /// Reed in thirty articles, in some by the family name alone; Bell in as many, in one under a headline of both.
    private static let articles =
        (1...30).map { Small.article("r\($0)", "{Bo Reed|Word \($0) of mine.} [Bo Reed] [Reed=Bo Reed]") }
        + (1...30).map { Small.article("b\($0)", "{Ann Bell|Word \($0) of hers.} [Ann Bell] [=Town Hall]") }
        + [
            Small.article("both", "{Ann Bell Thanks Reed|Thanks.} [Ann Bell Thanks Reed] [Ann Bell] [=Town Hall]"),
            Small.article("slip", "{Ann Bell|Hm.} [Ann Bell] [Reed=Ann Bell]"),
            Small.article("alone", "{Reed|I agree.} [Reed]"),
        ]

    private func count(_ library: Library, _ filter: String) throws -> Int {
        try library.quotations(matching: Filter(parsing: filter), rows: 0..<1).total
    }

    @Test func oneHeadlineOfTwoBringsNobodyAllThatTheOtherSays() throws {
        let library = try Small.library(Self.articles)
        let pages = try library.people(called: "Ann Bell Thanks Reed")
        #expect(pages.map(\.summary.name) == ["Ann Bell"], "the headline's name is Bell's, as a name that grew longer")
        #expect(try count(library, "said:reed") == 32, "all of Reed's and what stands under the headline's name")
        #expect(try count(library, "said:\"bo reed\"") == 31)
        #expect(try count(library, "said:bell") == 32)
        #expect(try count(library, "about:reed") == 0)
        #expect(try library.articles(matching: Filter(parsing: "person:reed"), rows: 0..<1).total == 32)
    }

    @Test func aNameAloneIsWhoseItMostlyIs() throws {
        let library = try Small.library(Self.articles)
        #expect(try library.people(called: "Reed").map(\.summary.name) == ["Bo Reed"])
    }

    @Test func aRareSpellingThatIsNobodyElsesBringsAll() throws {
        let library = try Small.library(
            (1...30).map { Small.article("r\($0)", "{Bo Reed|Word \($0) of mine.} [Bo Reed]") }
                + [Small.article("s", "{Bo Reid|More.} [Bo Reid] [Bo Reed=Bo Reid]")])
        #expect(try count(library, "said:reid") == 31)
    }

    @Test func whatIsStillBeingTypedMeansEverybody() throws {
        let library = try Small.library(Self.articles)
        #expect(try count(library, "said:re") >= 63)
    }
}
