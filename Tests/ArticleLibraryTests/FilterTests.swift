import DocumentModel
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

@Suite struct FilterTests {
    /// a is the newest, then b, c; d and e have no date.
    static let articles = [
        Small.article(
            "d", "[Ada Quill] met [Bo Reed] in [@Paris].", title: "Harvest talks", source: "The Wire", author: "Kim Roe"),
        Small.article(
            "a", "{Ada Quill|The peace talks go on, [Reed=Bo Reed] knows.} said [Quill=Ada Quill] in [@Oslo].",
            title: "Córdoba votes",
            date: "2024-08-18", source: "Daily Ledger", tags: ["peace", "city council"]),
        Small.article(
            "b", "{Bo Reed|Bread is dear.} {=City Council|No comment on peace.} War in peace-time [#Harvest Day].",
            title: "Bread", date: "2024-03-01T23:30:00-05:00", source: "The Wire", author: "Lee Noor"),
        Small.article("c", "[Adah Quill] wrote to the [=City Council]. {Ada Quill|Rain again.}", date: "2022-11"),
        Small.article("e", "Nothing \u{0}at all, l’été, naïve, ОТЕЦ отец, 東京 新聞."),
    ]

    @Test(arguments: [
        ("", "a b c d e"),
        ("sort:date", "a b c d e"), ("sort:-date", "c b a d e"), ("sort:title", "c b a d e"), ("sort:quotes", "b a c d e"),
        ("sort:source", "a b d c e"), ("sort:-source", "b d a c e"),
        // Plain words: everywhere, as beginnings, whatever case and accents.
        ("pea", "a b"), ("peace talks", "a"), ("PEACE tal", "a"), ("cordoba", "a"), ("CÓRDOBA", "a"), ("wire", "b d"),
        ("noor", "b"), ("ete", "e"), ("отец", "e"), ("東京", "e"), ("naive all", "e"), ("—", "a b c d e"), ("zzz", ""),
        // Phrases are words as they stand.
        ("\"peace talks\"", "a"), ("\"talks peace\"", ""), ("\"pea\"", ""), ("\"peace ta\"*", "a"), ("peace-time", "b"),
        // Logic.
        ("-peace", "c d e"), ("peace -talks", "b"), ("peace -\"talks\"", "b"), ("talks OR bread", "a b d"),
        ("(talks OR bread) wire", "b d"), ("-(talks OR bread)", "c e"), ("peace -(source:wire)", "a"),
        ("-peace -talks", "c e"),
        ("--peace", "a b"), ("peace is:unread OR rain", "a b c"),
        // Fields of words.
        ("title:talks", "d"), ("title:peace", ""), ("source:wire", "b d"), ("source:\"the wire\"", "b d"),
        ("author:roe", "d"),
        ("tag:peace", "a"), ("tag:\"city council\"", "a"), ("quote:peace", "a b"), ("quote:war", ""),
        ("quote:\"peace talks\"", "a"),
        // Names.
        ("person:ada", "a c d"), ("person:quill", "a c d"), ("person:\"Ada Quill\"", "a c d"), ("person:paris", ""),
        ("person:reed", "a b d"),
        ("said:quill", "a c"), ("said:reed", "b"), ("said:council", "b"), ("about:reed", "a"), ("about:quill", ""),
        ("entity:council", "b c"), ("entity:harvest", "b"), ("org:council", "b c"), ("org:paris", ""), ("place:paris", "d"),
        ("place:o", "a"), ("said:quill -person:reed", "c"),
        // One quotation, not one speaker and another's words.
        ("said:reed quote:bread", "b"), ("said:reed quote:peace", ""), ("said:reed said:council", "b"),
        ("said:quill about:reed quote:talks", "a"),
        // Dates: the last day of each counts.
        ("date:2024", "a b"), ("date:2024-03", "b"), ("date:2024-03-01", "b"), ("date:2022-11..2024-03", "b c"),
        ("date:>2024-03", "a"), ("date:<2024-08-18", "b c"), ("date:..2022", "c"), ("date:2024-08..", "a"), ("date:7d", ""),
        ("date:2w", "a"), ("date:6m", "a b"), ("date:2y", "a b c"), ("-date:2024", "c d e"),
        ("has:quote", "a b c"), ("-has:quote", "d e"), ("is:noted", ""), ("is:unread", "a b c d e"), ("is:read", ""),
        ("peace sort:-date", "b a"), ("talks sort:relevance", "d a"), ("person:quill sort:quotes", "a c d"),
    ])
    func aFilterFinds(_ filter: String, _ expected: String) throws {
        #expect(try Small.ids(Small.library(Self.articles), filter) == expected)
    }

    @Test(arguments: [
        ("", "a0 b0 b1 c0"), ("said:quill", "a0 c0"), ("said:reed OR said:council", "b0 b1"), ("quote:peace", "a0 b1"),
        ("about:reed", "a0"), ("peace", "a0 b0 b1"), ("-said:reed", "a0 b1 c0"), ("said:reed peace", "b0"),
        ("has:quote", "a0 b0 b1 c0"),
        ("said:reed OR rain", "b0 c0"), ("sort:-date", "c0 b0 b1 a0"), ("date:2024 said:quill", "a0"), ("is:starred", ""),
        ("quote:peace sort:relevance", "b1 a0"),
    ])
    func quotationsAreThoseOfWhichTheFilterSpeaks(_ filter: String, _ expected: String) throws {
        let page = try Small.library(Self.articles).quotations(matching: Filter(parsing: filter), rows: 0..<100)
        #expect(Set(page.rows.map { "\($0.id)\($0.ordinal)" }) == Set(expected.split(separator: " ").map(String.init)))
        if !filter.contains("relevance") {
            #expect(page.rows.map { "\($0.id)\($0.ordinal)" }.joined(separator: " ") == expected)
        }
        #expect(page.total == page.rows.count)
    }

    @Test func aWindowOfAListKnowsItsPlace() throws {
        let library = try Small.library(Self.articles)
        for filter in ["", "is:unread"] {
            let filter = try Filter(parsing: filter)
            let all = try library.articles(matching: filter, rows: 0..<10)
            #expect(all.total == 5 && all.first == 0)
            for (row, summary) in all.rows.enumerated() {
                let page = try library.articles(matching: filter, rows: 2..<4, keeping: summary.key)
                #expect(page == ArticlePage(total: 5, first: 2, rows: Array(all.rows[2..<4]), kept: row))
            }
            #expect(try library.articles(matching: filter, rows: 7..<9).rows.isEmpty)
            #expect(try library.articles(matching: filter, rows: 0..<1, keeping: ArticleKey(rawValue: 99)).kept == nil)
        }
    }

    @Test func marksDecideAndTheListSeesThem() throws {
        let library = try Small.library(Self.articles)
        let keys = try library.articles(matching: .all, rows: 0..<5).rows.map(\.key)
        #expect(try Small.ids(library, "is:unread") == "a b c d e")
        try library.setRead(true, keys[0])
        try library.setStarred(true, keys[1])
        try library.setNote("a word", on: keys[2])
        #expect(try Small.ids(library, "is:unread") == "b c d e")
        #expect(try Small.ids(library, "is:read") == "a")
        #expect(try Small.ids(library, "is:starred") == "b")
        #expect(try Small.ids(library, "is:noted") == "c")
        #expect(try Small.ids(library, "is:unread quote:rain") == "c")
        try library.setRead(false, keys[0])
        try library.setNote("", on: keys[2])
        #expect(try Small.ids(library, "is:unread") == "a b c d e")
        #expect(try Small.ids(library, "is:noted") == "")
    }

    /// Whatever the parser lets through, the library answers without an error.
    @Test func anyFilterIsAnswered() throws {
        let library = try Small.library(Self.articles)
        let pieces = [
            "peace", "\"", "“x”", "*", "(", ")", "-", " ", "OR", "AND", "NOT", ":", "said:", "person:", "quote:\"",
            "date:7d", "is:read",
            "sort:relevance", "has:quote", "title:", "\u{0}", "'", ";--", "^", "+", "NEAR(", "{", "}", "é", "東", "about:",
            "tag:x",
        ]
        var random = SplitMix(seed: 7)
        for _ in 0..<3000 {
            let text = (0..<Int(random.next() % 9)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            guard let filter = try? Filter(parsing: text, whileTyping: true) else { continue }
            #expect(throws: Never.self, "\(text)") {
                _ = try library.articles(matching: filter, rows: 0..<3)
                _ = try library.quotations(matching: filter, rows: 0..<3)
                _ = try library.people(matching: filter, rows: 0..<3)
            }
        }
    }
}
