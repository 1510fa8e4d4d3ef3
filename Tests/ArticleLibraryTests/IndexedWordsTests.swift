import GRDB
import Query
import Testing

@testable import ArticleLibrary

/// The beginnings of words are replaced by the words of the library that begin so, where these are few.
@Suite struct IndexedWordsTests {
    private static func expanded(_ text: String) throws -> IndexedWords.Expansion {
        var articles = [
            Small.article("1", "Peace and peaches; the élan of two words, and two wolves.", title: "Peaceful"),
            Small.article("2", "Bridges, bridge, BRIDGED.", title: "-"),
        ]
        articles.append(Small.article("3", (0..<40).map { "many\($0)" }.joined(separator: " "), title: "-"))
        let library = try Small.library(articles)
        let condition = try #require(Filter(parsing: text).condition)
        return try library.reading { try IndexedWords(db: $0).expanded(condition) }
    }

    @Test(arguments: [
        ("pea", "\"peace\" OR \"peaceful\" OR \"peaches\""), ("peac", "\"peace\" OR \"peaceful\" OR \"peaches\""),
        ("bridge", "\"bridge\" OR \"bridged\" OR \"bridges\""), ("\"two wol\"*", "\"two wolves\""),
        ("\"two wo\"*", "\"two wolves\" OR \"two words\""),
        ("éla", "\"elan\""), ("title:pea", "title:\"peace\" OR title:\"peaceful\" OR title:\"peaches\""), ("zzz", "zzz"),
        ("pe", "\"peace\" OR \"peaceful\" OR \"peaches\""), ("\"peace\"", "\"peace\""),
        ("-bridg", "-(\"bridge\" OR \"bridged\" OR \"bridges\")"),
    ])
    func fewAreNamed(_ text: String, _ expected: String) throws {
        let expansion = try Self.expanded(text)
        #expect(try expansion.condition == Filter(parsing: expected).condition)
        #expect(expansion.isQuick)
    }

    @Test(arguments: ["man", "many", "bridge OR man"]) func manyAreNot(_ text: String) throws {
        #expect(try !Self.expanded(text).isQuick)
    }
}
