import DocumentModel
import Query
import Testing

@testable import ArticleLibrary

/// Two people of one name: a minister, who has more articles and so the name's first row, and a striker.
@Suite struct NamesakeTests {
    static let articles = [
        Small.article("m1", "The minister [Ann Bell] met [=Tarn Parliament]. {Ann Bell|Taxes fall.}", date: "2024-08-05"),
        Small.article("m2", "The minister [Ann Bell] met [=Tarn Parliament] again.", date: "2024-08-03"),
        Small.article("m3", "The minister [Ann Bell] left [=Tarn Parliament].", date: "2024-08-01"),
        Small.article(
            "s1", "The striker [Ann Bell] left [=Rovers United]. [Annie=Ann Bell] {Ann Bell|We won.}", date: "2024-08-04"),
        Small.article("s2", "The striker [Ann Bell] met [=Rovers United]. {Cy Dunn|We lost.}", date: "2024-08-02"),
    ]

    private func identity(_ id: String) throws -> ArticleIdentity {
        try ArticleIdentity(of: #require(Self.articles.first { $0.article.id == id }).article)
    }

    private func ann(_ id: String) throws -> ActorName { ActorName("Ann Bell", in: try identity(id)) }

    private func people(_ library: Library) throws -> [String] {
        try library.people(matching: .all, rows: 0..<100).rows.filter { $0.kind == .person }
            .map { "\($0.name) \($0.articles)" }
    }

    /// How an article calls people.
    private func actors(_ library: Library, _ id: String) throws -> [String] {
        let key = try #require(try library.article(called: id))
        return try #require(try library.article(key)).annotation.actors.filter { $0.kind == .person }.map(\.name)
    }

    private func quotations(_ library: Library) throws -> [String] {
        try library.quotations(matching: .all, rows: 0..<100).rows.map { "\($0.speaker ?? "–"): \($0.text)" }
    }

    private func speakers(_ library: Library) throws -> [String] {
        try library.articles(matching: .all, rows: 0..<100).rows.map { $0.speakers.joined(separator: ", ") }
    }

    static let apart = ["Ann Bell 3", "Ann Bell 2", "Cy Dunn 1"]

    @Test func theyAreToldApart() throws {
        let library = try Small.library(Self.articles)
        let rows = try library.people(matching: .all, rows: 0..<3).rows
        #expect(rows.map(\.name) == ["Ann Bell", "Ann Bell", "Cy Dunn"])
        #expect(try rows.map(\.article) == [identity("m1"), identity("s1"), identity("s2")])
        #expect(try library.bearers(of: ActorName("Ann Bell")).count == 2)
        #expect(try library.person(rows[1].actor)?.roles.map(\.name) == ["striker"])
        #expect(try library.person(rows[0].actor)?.roles.map(\.name) == ["minister"])
    }

    @Test func theSecondIsRenamed() throws {
        let library = try Small.library(Self.articles)
        let number = try library.correct(.rename(ann("s2"), to: "Ann Bell Gray"))
        func expectRenamed(_ library: Library) throws {
            #expect(try people(library) == ["Ann Bell 3", "Ann Bell Gray 2", "Cy Dunn 1"])
            #expect(try quotations(library) == ["Ann Bell: Taxes fall.", "Ann Bell Gray: We won.", "Cy Dunn: We lost."])
            #expect(try speakers(library) == ["Ann Bell", "Ann Bell Gray", "", "Cy Dunn", ""])
            #expect(try actors(library, "m1") == ["Ann Bell"])
            #expect(try actors(library, "s1") == ["Ann Bell Gray"])
            #expect(try Small.ids(library, "person:gray") == "s1 s2")
            #expect(try library.check().problems == [])
        }
        try expectRenamed(library)
        // By the name that was given, in an article that has it by no other way.
        #expect(try library.person(ActorName("Ann Bell Gray", in: identity("s1")))?.roles.map(\.name) == ["striker"])
        // A newer model annotates anew; more articles come.
        try library.add(Self.articles.flatMap { Small.steps(for: $0, size: 2) })
        try library.settle()
        try expectRenamed(library)
        // What is exported is imported, in whatever parts.
        let exported = try ExchangeTests.export(library)
        for batch in [1, 3, 1000] {
            let other = try ExchangeTests.restored(exported, batch: batch)
            try expectRenamed(other)
            #expect(try ExchangeTests.export(other) == exported)
        }
        try library.undoCorrection(number)
        #expect(try people(library) == Self.apart)
        #expect(try actors(library, "s1") == ["Ann Bell"])
    }

    @Test func theFirstIsRenamed() throws {
        let library = try Small.library(Self.articles)
        try library.correct(.rename(ann("m2"), to: "A. Bell"))
        #expect(try people(library) == ["A. Bell 3", "Ann Bell 2", "Cy Dunn 1"])
        #expect(try quotations(library) == ["A. Bell: Taxes fall.", "Ann Bell: We won.", "Cy Dunn: We lost."])
        #expect(try speakers(library) == ["A. Bell", "Ann Bell", "", "Cy Dunn", ""])
        #expect(try actors(library, "s1") == ["Ann Bell"])
    }

    @Test func theSecondIsMergedWithSomebody() throws {
        let library = try Small.library(Self.articles)
        let number = try library.correct(.merge(ActorName("Cy Dunn"), ann("s1")))
        #expect(try people(library) == ["Cy Dunn 2", "Ann Bell 3"])
        #expect(try quotations(library) == ["Ann Bell: Taxes fall.", "Cy Dunn: We won.", "Cy Dunn: We lost."])
        #expect(try actors(library, "m1") == ["Ann Bell"])
        #expect(try actors(library, "s1") == ["Cy Dunn"])
        #expect(try actors(library, "s2") == ["Cy Dunn"])
        try library.undoCorrection(number)
        #expect(try people(library) == Self.apart)
    }

    @Test func somebodyIsMergedWithTheSecond() throws {
        let library = try Small.library(
            Self.articles + [Small.article("x", "The minister [Ann Bell] met [Di Eck].", date: "2024-07-01")])
        try library.correct(.merge(ann("s1"), ActorName("Di Eck")))
        #expect(try people(library) == ["Ann Bell 4", "Ann Bell 3", "Cy Dunn 1"])
        // Where both are named they stay two.
        #expect(try actors(library, "x") == ["Ann Bell", "Ann Bell"])
    }

    @Test func theTwoAreOne() throws {
        let library = try Small.library(Self.articles)
        let number = try library.correct(.merge(ann("m1"), ann("s1")))
        #expect(try people(library) == ["Ann Bell 5", "Cy Dunn 1"])
        #expect(try library.bearers(of: ActorName("Ann Bell")).count == 1)
        #expect(try actors(library, "s1") == ["Ann Bell"])
        try library.undoCorrection(number)
        #expect(try people(library) == Self.apart)
    }

    @Test func aSpellingOfTheSecondIsAnothers() throws {
        let library = try Small.library(
            Self.articles + [
                Small.article("m4", "The minister [Ann Bell] came. [Annie=Ann Bell]", date: "2024-07-02"),
                Small.article("n", "{Annie|Hello.}", date: "2024-07-01"),
            ])
        #expect(try actors(library, "s1") == ["Ann Bell"])
        let number = try library.correct(.split(ann("s1"), ActorName("Annie", in: identity("s1"))))
        #expect(try actors(library, "s1") == ["Ann Bell", "Annie"])
        #expect(try actors(library, "m4") == ["Ann Bell"])
        let names = try ["m1", "s1"].map { try #require(try library.person(ann($0))).names.map(\.name) }
        #expect(names[0].contains("Annie") || names[0] == ["Ann Bell"])
        #expect(names[1] == ["Ann Bell"])
        try library.undoCorrection(number)
        #expect(try actors(library, "s1") == ["Ann Bell"])
    }

    /// The article by which the second is meant goes, changes, comes back.
    @Test func itOutlivesItsArticle() throws {
        let library = try Small.library(Self.articles)
        try library.correct(.rename(ann("s2"), to: "Ann Gray"))
        try library.add([.vanished(path: "s2")])
        #expect(try people(library) == ["Ann Bell 3", "Ann Gray 1"])
        #expect(try library.corrections()[0].correction.change.names == [ann("s1")])
        let changed = Small.article("s1", "The striker [Ann Bell] left [=Rovers United]. [Ann Bell] stayed.")
        try library.add(Small.steps(for: changed, size: 2))
        #expect(try people(library) == ["Ann Bell 3", "Ann Gray 1"])
        #expect(try library.corrections()[0].correction.change.article == ArticleIdentity(of: changed.article))
        // Nobody is taken for the other.
        try library.add([.vanished(path: "s1")])
        #expect(try people(library) == ["Ann Bell 3"])
        try library.add(Small.steps(for: changed, size: 3))
        #expect(try people(library) == ["Ann Bell 3", "Ann Gray 1"])
        _ = try library.forget([#require(try library.article(called: "s1"))])
        #expect(try people(library) == ["Ann Bell 3"])
        #expect(try library.corrections().isEmpty)
    }

    /// What an older library holds says no article: it holds for whoever is called so in most.
    @Test func withoutAnArticleTheFirstIsMeant() throws {
        let library = try Small.library(Self.articles)
        try library.correct(.rename(ActorName("Ann Bell"), to: "A. Bell"))
        #expect(try people(library) == ["A. Bell 3", "Ann Bell 2", "Cy Dunn 1"])
        #expect(try actors(library, "m1") == ["A. Bell"])
        #expect(try actors(library, "s1") == ["Ann Bell"])
    }

    @Test func aNameThatNobodyHasIsGiven() throws {
        let library = try Small.library(Self.articles)
        try library.correct(.merge(ActorName("Di Eck"), ActorName("Cy Dunn")))
        #expect(try people(library) == ["Ann Bell 3", "Ann Bell 2", "Di Eck 1"])
        #expect(try quotations(library).last == "Di Eck: We lost.")
    }
}

/// Two people whom nothing tells apart but somebody who knows.
@Suite struct UntoldNamesakeTests {
    static let articles = [
        Small.article("a1", "[Ann Bell] met [Cy Dunn]. {Ann Bell|One.}", date: "2024-08-06"),
        Small.article("a2", "[Ann Bell] met [Cy Dunn] in [@Oslo].", date: "2024-08-05"),
        Small.article("b1", "[Ann Bell] met [Di Eck]. {Ann Bell|Two.}", date: "2024-08-04"),
        Small.article("b2", "[Ann Bell] met [Di Eck] in [@Rome].", date: "2024-08-03"),
        Small.article("c", "[Ann Bell] came.", date: "2024-08-02"),
    ]

    private func name(_ id: String) throws -> ActorName {
        try ActorName("Ann Bell", in: ArticleIdentity(of: #require(Self.articles.first { $0.article.id == id }).article))
    }

    private func anns(_ library: Library) throws -> [Int] {
        try library.people(matching: .all, rows: 0..<100).rows.filter { $0.name == "Ann Bell" }.map(\.articles).sorted()
    }

    /// Each other article goes with the company it keeps.
    @Test func theyAreSplit() throws {
        let library = try Small.library(Self.articles)
        #expect(try anns(library) == [5])
        let number = try library.correct(#require(try library.splitting(name("b1"))))
        #expect(try anns(library) == [2, 3])
        #expect(try library.bearers(of: ActorName("Ann Bell")).count == 2)
        #expect(try library.person(name("b2"))?.summary.articles == 2)
        #expect(try library.person(name("c"))?.summary.articles == 3)
        try library.correct(.rename(name("b2"), to: "Ann Gray"))
        func quotations(_ library: Library) throws -> [String?] {
            try library.quotations(matching: .all, rows: 0..<9).rows.map(\.speaker)
        }
        #expect(try quotations(library) == ["Ann Bell", "Ann Gray"])
        // However the articles come.
        let exported = try ExchangeTests.export(library)
        for batch in [1, 4, 100] {
            let other = try ExchangeTests.restored(exported, batch: batch)
            #expect(try anns(other) == [3] && quotations(other) == ["Ann Bell", "Ann Gray"])
            #expect(try other.check().problems == [])
        }
        try library.undoLastCorrection()
        try library.undoCorrection(number)
        #expect(try anns(library) == [5])
        #expect(try library.check().problems == [])
    }

    @Test func ofOneArticleNobodyIsSplit() throws {
        let library = try Small.library(Array(Self.articles.prefix(1)))
        #expect(try library.splitting(name("a1")) == nil)
    }
}
