import DocumentModel
import Query
import Testing

@testable import ArticleLibrary

@Suite struct LibraryCorrectionsTests {
    static let articles = [
        Small.article("a", "{Ann Bell|We agree.} {Bob Cole|We do not.}", date: "2024-08-02"),
        Small.article("b", "[Nora Bell] met. {Nora Bell|It is late.}", date: "2024-08-01"),
    ]

    func key(_ library: Library, _ id: String) throws -> ArticleKey { try #require(try library.article(called: id)) }

    func anchor(_ library: Library, _ id: String, _ ordinal: Int = 0) throws -> QuotationAnchor {
        try #require(try library.anchor(ofQuotation: ordinal, in: key(library, id)))
    }

    func quotations(_ library: Library, _ filter: String) throws -> [String] {
        try library.quotations(matching: Filter(parsing: filter), rows: 0..<100).rows.map {
            "\($0.speaker ?? "–"): \($0.text)"
        }
    }

    func people(_ library: Library) throws -> [String] {
        try library.people(matching: .all, rows: 0..<100).rows.map { "\($0.name) \($0.quotations)" }
    }

    @Test func aCorrectedSpeakerIsFoundEverywhere() throws {
        let library = try Small.library(Self.articles)
        let before = library.changeCount
        let number = try library.correct(.speaker(anchor(library, "a"), ActorName("Cy Dunn")), by: "me")
        #expect(library.changeCount > before)
        #expect(try quotations(library, "said:dunn") == ["Cy Dunn: We agree."])
        #expect(try quotations(library, "said:\"Ann Bell\"") == [])
        #expect(try Small.ids(library, "said:dunn") == "a")
        #expect(try people(library) == ["Nora Bell 1", "Bob Cole 1", "Cy Dunn 1", "Ann Bell 0"])
        let article = try #require(try library.article(key(library, "a")))
        #expect(article.annotation.speaker(of: article.annotation.quotations[0])?.name == "Cy Dunn")
        #expect(
            try library.articles(matching: .all, rows: 0..<1).rows[0].speakers == ["Bob Cole", "Cy Dunn"])

        #expect(try library.corrections().map(\.correction.author) == ["me"])
        #expect(try library.undoCorrection(number)?.author == "me")
        #expect(try library.undoCorrection(number) == nil)
        #expect(try quotations(library, "said:dunn") == [])
        #expect(try quotations(library, "said:\"Ann Bell\"") == ["Ann Bell: We agree."])
        #expect(try library.check().problems == [])
    }

    @Test func whatIsNoneIsCountedNowhere() throws {
        let library = try Small.library(Self.articles)
        let second = try anchor(library, "a", 1)
        try library.correct(.notAQuotation(anchor(library, "a")))
        #expect(try quotations(library, "") == ["Bob Cole: We do not.", "Nora Bell: It is late."])
        #expect(try anchor(library, "a") == second)
        #expect(try library.articles(matching: .all, rows: 0..<1).rows[0].quotations == 1)
        try library.correct(.notAQuotation(second))
        #expect(try Small.ids(library, "has:quote") == "b")
        #expect(try library.check().problems == [])
        // The last first.
        #expect(try library.undoLastCorrection()?.change == .notAQuotation(second))
        #expect(try quotations(library, "said:cole") == ["Bob Cole: We do not."])
    }

    /// A newer model annotates the same text: what was put right stays.
    @Test func aCorrectionOutlivesANewAnnotation() throws {
        let library = try Small.library(Self.articles)
        try library.correct(.speaker(anchor(library, "a"), ActorName("Cy Dunn")))
        let newer = Small.article("a", "{Bob Cole|We agree.} {Ann Bell|We do not.}", date: "2024-08-02")
        try library.add(Small.steps(for: newer))
        #expect(try quotations(library, "") == ["Cy Dunn: We agree.", "Ann Bell: We do not.", "Nora Bell: It is late."])
        #expect(try library.check().problems == [])
    }

    /// The text changes around the quotation.
    @Test func aCorrectionFollowsAChangedText() throws {
        let library = try Small.library(Self.articles)
        try library.correct(.speaker(anchor(library, "a"), ActorName("Cy Dunn")))
        try library.correct(.notAQuotation(anchor(library, "a", 1)))
        let changed = Small.article("a", "Updated. {Ann Bell|We agree.} {Bob Cole|Nothing more.}", date: "2024-08-02")
        try library.add(Small.steps(for: changed, size: 2))
        #expect(try quotations(library, "") == ["Cy Dunn: We agree.", "Bob Cole: Nothing more.", "Nora Bell: It is late."])
    }

    @Test func anArticleThatComesLaterIsPutRight() throws {
        let library = try Small.library(Self.articles)
        let change = Correction.Change.speaker(try anchor(library, "a"), ActorName("Cy Dunn"))
        let other = try Small.library([])
        try other.add([Correction(change, by: "me", at: 1)])
        try other.add([Correction(change, by: "me", at: 1)])
        try other.add(Self.articles.flatMap { Small.steps(for: $0) })
        #expect(try quotations(other, "said:dunn") == ["Cy Dunn: We agree."])
        #expect(try other.corrections().count == 1)
    }

    @Test func twoPeopleAreMerged() throws {
        let library = try Small.library(Self.articles)
        let number = try library.correct(.merge(ActorName("Ann Bell"), ActorName("Nora Bell")))
        #expect(try people(library) == ["Ann Bell 2", "Bob Cole 1"])
        #expect(try quotations(library, "said:\"Nora Bell\"") == ["Ann Bell: We agree.", "Ann Bell: It is late."])
        #expect(try library.article(key(library, "b"))?.annotation.actors.map(\.name) == ["Ann Bell"])
        // Whatever comes later keeps to it.
        try library.add(Small.steps(for: Small.article("c", "{Nora Bell|And more.}", date: "2024-07-01")))
        #expect(try people(library) == ["Ann Bell 3", "Bob Cole 1"])
        try library.undoCorrection(number)
        #expect(try people(library) == ["Nora Bell 2", "Ann Bell 1", "Bob Cole 1"])
    }

    @Test func aSpellingIsAnotherPerson() throws {
        let library = try Small.library([
            Small.article("a", "[Ann Bell] [Anna Bell=Ann Bell] {Ann Bell|We agree.}", date: "2024-08-02"),
            Small.article("b", "{Anna Bell|It is late.}", date: "2024-08-01"),
        ])
        #expect(try people(library) == ["Ann Bell 2"])
        let number = try library.correct(.split(ActorName("Ann Bell"), ActorName("Anna Bell")))
        #expect(try people(library) == ["Ann Bell 1", "Anna Bell 1"])
        #expect(try quotations(library, "said:\"Anna Bell\"") == ["Anna Bell: It is late."])
        try library.undoCorrection(number)
        #expect(try people(library) == ["Ann Bell 2"])
    }

    @Test func aPersonIsListedUnderAnotherName() throws {
        let library = try Small.library(Self.articles)
        let number = try library.correct(.rename(ActorName("Bob Cole"), to: "Robert Cole"))
        #expect(try people(library) == ["Nora Bell 1", "Ann Bell 1", "Robert Cole 1"])
        #expect(try quotations(library, "said:robert") == ["Robert Cole: We do not."])
        #expect(try quotations(library, "said:\"Bob Cole\"") == ["Robert Cole: We do not."])
        #expect(try library.articles(matching: .all, rows: 0..<1).rows[0].speakers == ["Ann Bell", "Robert Cole"])
        try library.undoCorrection(number)
        #expect(try quotations(library, "said:cole") == ["Bob Cole: We do not."])
    }

    @Test func filtersAreSaved() throws {
        let library = try Small.library(Self.articles)
        try library.saveFilter("said:bell", as: "Bells")
        try library.saveFilter("date:7d", as: "week")
        try library.saveFilter("said:\"Ann Bell\"", as: "bells")
        #expect(
            try library.savedFilters().entries == [
                .init(name: "bells", text: "said:\"Ann Bell\""), .init(name: "week", text: "date:7d"),
            ])
        let filter = try Filter(parsing: "@bells", saved: library.savedFilters())
        #expect(try library.articles(matching: filter, rows: 0..<9).total == 1)
        try library.saveFilter(nil, as: "BELLS")
        #expect(try library.savedFilters().entries.map(\.name) == ["week"])
    }

    @Test(arguments: [
        (Field.person, "be", "Ann Bell, Nora Bell"), (.said, "c", "Bob Cole"), (.source, "cour", "The Courier"),
        (.tag, "", "courts, ferry"), (.author, "x", ""), (.quote, "w", ""), (.place, "o", "Oslo"),
    ])
    func namesAreSuggested(_ field: Field, _ typed: String, _ names: String) throws {
        let more = Small.article("c", "[@Oslo]", source: "The Courier", tags: ["ferry", "courts"])
        let library = try Small.library(Self.articles + [more])
        #expect(try library.suggestions(for: field, beginning: typed).map(\.name).joined(separator: ", ") == names)
    }
}
