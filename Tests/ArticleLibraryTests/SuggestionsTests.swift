import DocumentModel
import Query
import Testing

@testable import ArticleLibrary

/// What completes a name where thousands begin alike.
@Suite struct SuggestionsTests {
    /// Six hundred people called Ann, each in one old article, and two who stand in many new ones.
    private static func library() throws -> Library {
        var articles: [AnnotatedArticle] = []
        for number in 0..<600 {
            articles.append(Small.article("old\(number)", "[Ann F\(number)] came.", title: "-", date: "2010-01-01"))
        }
        for number in 0..<30 {
            let second = number < 10 ? " [Ann Bell] met her, and {Ann Bell|We agree \(number).}" : ""
            articles.append(
                Small.article(
                    "new\(number)", "[Ann Quill] spoke for \(number) minutes.\(second)", title: "-",
                    date: "2024-01-\(10 + number % 20)"))
        }
        return try Small.library(articles)
    }

    @Test(arguments: [
        (Field.person, "", "Ann Quill", "30 articles"), (.person, "a", "Ann Quill", "30 articles"),
        (.person, "ann", "Ann Quill", "30 articles"), (.person, "bel", "Ann Bell", "10 articles"),
        (.said, "", "Ann Bell", "10 quotations"), (.said, "ann", "Ann Bell", "10 quotations"),
    ])
    func theMostNamedComeFirst(_ field: Field, _ typed: String, _ name: String, _ detail: String) throws {
        let first = try #require(try Self.library().suggestions(for: field, beginning: typed, limit: 5).first)
        #expect(first.name == name)
        #expect(first.detail == detail)
    }

    @Test func anArticleIsFoundByItsRecordsIdAndItsFilesPath() throws {
        let library = try Library.inMemory()
        try library.add([
            .article(Addition(Small.article("r1", "One text."), from: Origin(path: "/d/a.jsonl", line: 1))),
            .article(Addition(Small.article("r2", "Another text."), from: Origin(path: "/d/a.jsonl", line: 2))),
            .article(Addition(Small.article("/d/b.txt", "A third text."), from: Origin(path: "/d/b.txt"))),
        ])
        for id in ["r1", "r2", "/d/b.txt"] {
            let key = try #require(try library.article(called: id))
            #expect(try library.article(key)?.article.id == id)
        }
        #expect(try library.article(called: "r3") == nil)
        #expect(try library.article(called: "") == nil)
        // Where its file is gone it stays under the name it is listed by, as long as it has another place.
        try library.add([
            .article(Addition(Small.article("other", "One text."), from: Origin(path: "/d/c.jsonl", line: 1))),
            .vanished(path: "/d/a.jsonl"),
        ])
        #expect(try library.article(called: "r1") == library.article(called: "other"))
        #expect(try library.article(called: "r1") != nil)
    }
}
