import DocumentModel
import Testing

@testable import ArticleLibrary

@Suite struct PersonPageTests {
    private static let articles = [
        Small.article(
            "1", "Finance Minister [Ada Quill] spoke. {Ada Quill|Ask [Bo Reed], not me.} [Quill=Ada Quill]",
            date: "2024-01-05",
            source: "The Post"),
        Small.article(
            "2",
            "[Ada Quill], the finance minister, left. {Ada Quill|Ask Bo Reed, not me.} {=Town Council|[Ada Quill] will stay in [@Oslo].}",
            date: "2024-02-01", source: "Wire"),
        Small.article("3", "[Quill] was seen. {Bo Reed|I like [Quill].}", date: "2024-02-09", source: "Wire"),
        Small.article("4", "[Ada Quill Marsh], the minister, and [Bo Reed] danced.", source: "The Post"),
        Small.article("5", "The striker [Cy Dole] met [Hal Ott].", source: "Sport"),
        Small.article("6", "Judge [Cy Dole] sat with [Una Birk].", source: "Law"),
    ]

    @Test func allThatIsKnownOfAPerson() throws {
        let library = try Small.library(Self.articles)
        let pages = try library.people(called: "quill")
        #expect(
            pages.map(\.summary) == [
                PersonSummary(name: "Ada Quill", kind: .person, quotations: 2, mentions: 7, articles: 4)
            ])
        let page = try #require(pages.first)
        #expect(page.names.map(\.name) == ["Ada Quill", "Quill", "Ada Quill Marsh"])
        #expect(page.names.map(\.articles) == [2, 2, 1])
        #expect(
            page.roles == [PersonPage.Count("finance minister", articles: 2), PersonPage.Count("minister", articles: 1)])
        #expect(page.firstSeen == "2024-01-05" && page.lastSeen == "2024-02-09")
        #expect(
            page.outlets == [
                PersonPage.Share("The Post", articles: 2, quotations: 1),
                PersonPage.Share("Wire", articles: 2, quotations: 1),
            ])
        #expect(
            page.months == [
                PersonPage.Share("2024-01", articles: 1, quotations: 1),
                PersonPage.Share("2024-02", articles: 2, quotations: 1),
            ])
        #expect(page.speaksOf == [PersonPage.Other("Bo Reed", kind: .person, quotations: 1)])
        #expect(
            page.spokenOfBy == [
                PersonPage.Other("Bo Reed", kind: .person, quotations: 1),
                PersonPage.Other("Town Council", kind: .body, quotations: 1),
            ])
        #expect(page.mostReported.map(\.articles) == [2])
        #expect(page.mostReported.map(\.quotation.id) == ["1"])
    }

    @Test("A word that anybody says again and again is no report")
    func mostReported() throws {
        let texts = ["{Ada Quill|No comment.} {Ada Quill|We shall build it twice.}", "{Ada Quill|No comment.}"]
        let library = try Small.library(
            texts.enumerated().map { Small.article("\($0)", "[Ada Quill] spoke. " + $1, date: "2024-01-05") })
        let page = try #require(try library.people(called: "quill").first)
        #expect(page.mostReported.map(\.quotation.text) == ["We shall build it twice."])
    }

    @Test func namesakesHaveAPageEach() throws {
        let library = try Small.library(Self.articles)
        let pages = try library.people(called: "Cy Dole")
        #expect(
            pages.map { $0.roles.map(\.name) } == [["judge"], ["striker"]]
                || pages.map { $0.roles.map(\.name) } == [["striker"], ["judge"]])
        #expect(pages.map(\.summary.articles) == [1, 1])
        #expect(try library.people(called: "Town Council").map(\.summary.kind) == [.body])
        #expect(try library.people(called: "nobody").isEmpty)
        #expect(try library.people(called: "…").isEmpty)
    }
}
