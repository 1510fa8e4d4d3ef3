import ArticleImport
import DocumentModel
import TestSupport
import Testing

/// What the import makes of the sample articles: title, outlet, paragraphs, and what is set apart.
@Suite("The structure of the sample articles")
struct SampleStructureTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        var name: String
        var title: String
        var source: String?
        var paragraphs: Int
        var headings: [String] = []
        var tags: [String] = []
        /// Words that stand in boilerplate and in no other block.
        var setApart: [String] = []

        var testDescription: String { name }
    }

    static let expected: [Expected] = [
        Expected(
            name: "bridge-trial-court-report.md", title: "Engineer tells court she warned of bridge cables twice",
            source: "The Averyn Courier", paragraphs: 8),
        Expected(
            name: "cup-final.txt", title: "Harriers win Northern Cup in the ninety-sixth minute", paragraphs: 10,
            tags: ["Football, Northern Cup, Tidewater Harriers"], setApart: ["Comments"]),
        Expected(
            name: "ferry-rescue-gazette.md", title: "All 214 saved as ferry burns off Isla Verde",
            source: "The Tidewater Gazette", paragraphs: 8),
        Expected(
            name: "ferry-rescue-isla-verde-today.md", title: "“I counted them out again”: a captain's night off Isla Verde",
            source: "Isla Verde Today", paragraphs: 11),
        Expected(
            name: "harbour-strike-courier.md", title: "Dockers vow to keep Port Averyn shut until pilots are reinstated",
            source: "The Averyn Courier", paragraphs: 9),
        Expected(
            name: "harbour-strike-ledger.md", title: "Three days of strike leave 41 ships at anchor off Port Averyn",
            source: "The Trade Ledger", paragraphs: 9),
        Expected(name: "harbour-strike-wire.txt", title: "Dockers close Valdria's largest port", paragraphs: 1),
        Expected(
            name: "interview-seo-yun-ha.md", title: "Seo Yun-ha: ‘A silence has to be cast, like an actor’",
            source: "The Meridian Post", paragraphs: 13),
        Expected(
            name: "profile-leonie-von-der-heyde.md", title: "The woman who cuts letters in steel",
            source: "Sunday Quarto", paragraphs: 9),
        Expected(
            name: "sarun-talks-dispatch.md", title: "A signature in Geneva, and rain in Mirna",
            source: "Sarun Dispatch", paragraphs: 9),
        Expected(
            name: "sarun-talks-meridian.md", title: "Harbuzenko: Kelvaria will not open the dam under threat",
            source: "The Meridian Post", paragraphs: 9),
        Expected(
            name: "sarun-talks-repost.txt",
            title: "Kelvarian leader Sergei Garbuzenko named his price on Sunday, and it", paragraphs: 11,
            headings: ["Petrosian: Kelvaria owes us a summer"],
            setApart: [
                "Garbuzenko's villages", "Follow", "RiverWatch on our new channel", "Kettles in Mirna",
                "counts its dry wells",
                "asks for silence", "Sources include", "MeridianPost.example",
            ]),
        Expected(
            name: "sarun-talks-state-news.md", title: "President Harbuzenka: Treaty first, water second",
            source: "Kelvarian State News", paragraphs: 9),
        Expected(
            name: "speech-at-the-flood-wall.md", title: "At the flood wall, a mayor reads out the names",
            source: "The Tidewater Gazette", paragraphs: 9),
        Expected(
            name: "tide-tablet-science.md", title: "Clay tablet may be the oldest tide table in the world",
            source: "The Meridian Post", paragraphs: 7, headings: ["Ben-Shahar: A shopping list can be punctual"]),
        Expected(
            name: "tour-opening.md", title: "Zoë Okonjo-Lind opens tour by candlelight", paragraphs: 6,
            tags: ["Tags: music, Mirna, The Paper Foxes"],
            setApart: ["Related", "ten best concerts", "weekly newsletter", "Comments (3)"]),
    ]

    @Test("Every sample is listed here")
    func allAreHere() {
        #expect(Samples.articles().map(\.id) == Self.expected.map(\.name))
    }

    @Test("Title, outlet, paragraphs and what is set apart", arguments: expected)
    func structure(_ expected: Expected) throws {
        let article = try #require(Samples.articles().first { $0.id == expected.name })
        func texts(_ kind: Block.Kind) -> [String] {
            article.blocks.filter { $0.kind == kind }.map { BlockText(article.text, $0.range).joined }
        }
        #expect(article.title == expected.title)
        #expect(article.details.source == expected.source)
        #expect(texts(.paragraph).count == expected.paragraphs, "\(texts(.paragraph))")
        #expect(texts(.heading) == expected.headings)
        #expect(texts(.tags) == expected.tags)
        let boilerplate = texts(.boilerplate).joined(separator: "\n")
        for words in expected.setApart {
            #expect(boilerplate.contains(words))
            #expect(!(texts(.paragraph) + texts(.heading) + texts(.listItem)).contains { $0.contains(words) }, "\(words)")
        }
        #expect(expected.setApart.isEmpty == boilerplate.isEmpty, "\(boilerplate)")
    }

    @Test("What front matter says is known", arguments: [("harbour-strike-courier.md", "2025-03-04", "Hanne Brandt")])
    func details(_ name: String, _ date: String, _ author: String) throws {
        let article = try #require(Samples.articles().first { $0.id == name })
        #expect(article.details.date == date)
        #expect(article.details.author == author)
        #expect(article.details.url == "https://averyncourier.example/news/harbour-strike")
        #expect(article.details.tags == ["Port Averyn", "strikes", "shipping"])
    }
}
