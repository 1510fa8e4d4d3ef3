import DocumentModel
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

@Suite struct VerifyTests {
    private static let articles = [
        Small.article(
            "1", "{Ada Poe|We will rebuild the bridge before winter comes.} {Jan Berg|Nobody asked the fishermen.}",
            date: "2024-03-02", source: "The Courier"),
        Small.article("2", "{Ada Poe|We will rebuild the bridge before winter comes.}", date: "2024-03-01", source: "Wire"),
        Small.article("3", "{Ada Poe|will rebuild the old bridge before summer}", date: "2024-03-03"),
        Small.article("4", "{Kim Lo|The harbour fund holds 14 million crowns and not one more.}", date: "2024-05-01"),
        Small.article("5", "{Kim Lo|We have nothing to say about that.} {Jan Berg|The ice is thin this year.}"),
    ]

    private func told(_ matches: [QuotationMatch]) -> [String] {
        matches.map { "\($0.quotation.id) \($0.quotation.speaker ?? "-") ×\($0.reports): \($0.alignment.marked)" }
    }

    @Test func theNearestQuotationsAreFoundWithWhatDiffers() throws {
        let library = try Small.library(Self.articles)
        #expect(
            try told(library.quotations(nearestTo: "we will rebuild the bridge before summer")) == [
                "3 Ada Poe ×1: {+we+} will rebuild the [-old-] bridge before summer",
                "2 Ada Poe ×2: We will rebuild the bridge before [-winter-]{+summer+} comes.",
            ])
        #expect(
            try told(library.quotations(nearestTo: "“The harbour fund holds 40 million crowns”")) == [
                "4 Kim Lo ×1: The harbour fund holds [-14-]{+40+} million crowns and not one more."
            ])
    }

    @Test(arguments: [
        "I never met the ambassador in my life", "crocodile", "the the the", "…", "",
        "We will demolish a town hall after lunch was served",
    ])
    func whatNobodySaidIsNotFound(_ words: String) throws {
        #expect(try Small.library(Self.articles).quotations(nearestTo: words).isEmpty)
    }

    @Test func aWordingOfFrequentWordsIsFoundAmongMany() throws {
        var random = SplitMix(seed: 3)
        let words = ["we", "have", "to", "say", "that", "it", "is", "not", "the", "time", "for", "this"]
        let noise = (0..<3000).map { number in
            Small.article(
                "n\(number)",
                "{Ann Bell|"
                    + (0..<8).map { _ in words.randomElement(using: &random)! }
                    .joined(separator: " ") + ".}")
        }
        let library = try Small.library(noise + Self.articles)
        let best = try library.quotations(nearestTo: "we have nothing to say about that")
        #expect(best.first?.quotation.id == "5" && best.first?.closeness == .certain)
    }

    @Test func theSameWordsElsewhere() throws {
        let library = try Small.library(Self.articles)
        let listed = try library.quotations(matching: .all, rows: 0..<50).rows
        let first = try #require(listed.first { $0.id == "1" && $0.speaker == "Ada Poe" })
        let reports = try library.reports(ofQuotation: first.ordinal, in: first.article)
        #expect(
            told(reports) == [
                "2 Ada Poe ×1: We will rebuild the bridge before winter comes.",
                "3 Ada Poe ×1: {+We+} will rebuild the [-old-] bridge before [-summer-]{+winter comes+}",
            ])
        let alone = try #require(listed.first { $0.id == "4" })
        #expect(try library.reports(ofQuotation: alone.ordinal, in: alone.article).isEmpty)
        #expect(try library.reports(ofQuotation: 99, in: alone.article).isEmpty)
    }

    @Test func theOrderOfImportMakesNoDifference() throws {
        let asked = "we will rebuild the bridge before summer"
        let expected = try told(Small.library(Self.articles).quotations(nearestTo: asked))
        var random = SplitMix(seed: 4)
        for _ in 0..<5 {
            let library = try Small.library(Self.articles.shuffled(using: &random))
            #expect(try told(library.quotations(nearestTo: asked)) == expected)
        }
    }
}
