import DocumentModel
import GRDB
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

@Suite struct StoryTests {
    /// For each article the first of its story, by id.
    private func stories(_ library: Library) throws -> [String: String] {
        try library.reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT article.name, coalesce(story, article.id) FROM article LEFT JOIN story ON story.article = article.id
                    ORDER BY article.name
                    """)
            var first: [Int64: String] = [:]
            var stories: [String: String] = [:]
            for row in rows {
                if first[row[1]] == nil { first[row[1]] = row[0] }
                stories[row[0]] = first[row[1]]
            }
            return stories
        }
    }

    private func f1(_ articles: [StoryGold.Article], _ stories: [String: String]) -> (f1: Double, wrong: [String]) {
        var (both, found, gold) = (0, 0, 0)
        var wrong: [String] = []
        for (index, one) in articles.enumerated() {
            for other in articles[..<index] {
                let isFound = stories[one.annotated.article.id] == stories[other.annotated.article.id]
                let isGold = one.story == other.story
                if isFound { found += 1 }
                if isGold { gold += 1 }
                if isFound, isGold { both += 1 }
                if isFound != isGold {
                    wrong.append(
                        "\(isFound ? "+" : "-") \(one.story) \(one.annotated.article.id) \(other.story) \(other.annotated.article.id)"
                    )
                }
            }
        }
        return (2 * Double(both) / Double(max(1, found + gold)), wrong)
    }

    @Test(arguments: [11, 12] as [UInt64]) func nearCopiesAreOneStoryAndFollowUpsAndFormsAreNot(seed: UInt64) throws {
        let articles = StoryGold(seed: seed).articles
        let (f1, wrong) = try f1(articles, stories(Small.library(articles.map(\.annotated))))
        print("near-copies: pairwise F1 \(f1) of \(articles.count) articles, \(wrong.count) pairs wrong")
        for pair in wrong.prefix(30) { print("  \(pair)") }
        #expect(f1 >= 0.95)
    }

    @Test func theOrderAndTheBatchesOfImportMakeNoDifference() throws {
        let articles = StoryGold(seed: 13, stories: 12).articles.map(\.annotated)
        let expected = try stories(Small.library(articles))
        var random = SplitMix(seed: 9)
        for _ in 0..<2 {
            let library = try Library.inMemory()
            var rest = articles.shuffled(using: &random)[...]
            while !rest.isEmpty {
                let size = 1 + Int(random.next() % 40)
                try library.add(rest.prefix(size).flatMap { Small.steps(for: $0) })
                rest = rest.dropFirst(size)
            }
            #expect(try stories(library) == expected)
        }
    }

    @Test func whatGoesLeavesTheStoriesAsIfItHadNeverCome() throws {
        var random = SplitMix(seed: 10)
        let articles = StoryGold(seed: 14, stories: 12).articles.map(\.annotated)
        let library = try Small.library(articles)
        let gone = Set(articles.shuffled(using: &random).prefix(articles.count / 3).map(\.article.id))
        try library.add(gone.sorted().map { .vanished(path: $0) })
        #expect(try stories(library) == stories(Small.library(articles.filter { !gone.contains($0.article.id) })))
        let left = try library.reading { db in
            try ["sketch", "sketch_key", "sketch_key_new", "copy", "story"].map { table in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE article NOT IN (SELECT id FROM article)")
            }
        }
        #expect(left == [0, 0, 0, 0, 0])
    }

    @Test func copiesAreListedInTheOrderOfTheirDates() throws {
        let gold = StoryGold(seed: 15, stories: 2).articles
        let library = try Small.library(gold.map(\.annotated))
        let all = try library.articles(matching: .all, rows: 0..<100).rows
        let first = try #require(all.first { $0.id == "s1" })
        let copies = try library.copies(of: first.key)
        let expected = gold.filter { $0.story == gold[0].story }.map(\.annotated.article.id).filter { $0 != "s1" }
        #expect(Set(copies.map(\.id)) == Set(expected))
        #expect(copies.map(\.key) == copies.map(\.key).sorted())
        for copy in copies { #expect(try library.story(of: copy.key) == library.story(of: first.key)) }
        let form = try #require(all.first { $0.title == "Form 0" })
        #expect(try library.copies(of: form.key).isEmpty)
        #expect(try library.story(of: form.key) == form.key.rawValue)
    }

    @Test(arguments: ["sort:story", "sort:-story"])
    func aListByStoryHasNearCopiesTogether(_ filter: String) throws {
        let gold = StoryGold(seed: 18, stories: 6).articles
        let library = try Small.library(gold.map(\.annotated))
        let byDate = try library.articles(
            matching: Filter(parsing: filter.replacing("story", with: "date")), rows: 0..<1000
        ).rows
        var told: Set<Int64> = []
        let expected = byDate.flatMap { row -> [ArticleSummary] in
            guard let story = row.story?.number else { return [row] }
            return told.insert(story).inserted ? byDate.filter { $0.story?.number == story } : []
        }
        #expect(expected != byDate && expected.count == gold.count)
        let sorted = try Filter(parsing: filter)
        #expect(try library.articles(matching: sorted, rows: 0..<1000).rows == expected)
        #expect(try Array(library.articles(matching: sorted, rows: 3..<9).rows) == Array(expected[3..<9]))
        var all: [ArticleSummary] = []
        try library.forEachArticle(matching: sorted) { all.append($0) }
        #expect(all == expected)
        for row in expected {
            let copies = try library.copies(of: row.key)
            #expect(row.story.map { copies.count >= 1 && $0.articles >= 2 } ?? true)
        }
    }

    @Test func aManyTimesCopiedStoryStaysOne() throws {
        let base = StoryGold(seed: 16, stories: 1).articles[0].annotated.article
        let copies = (0..<150).map { number in
            // Each with a sentence of its own at the end.
            let text = base.text + " Desk \(number) adds its own line here."
            return AnnotatedArticle(
                Article(
                    id: "c\(number)", text: text, headline: .own("C\(number)"),
                    blocks: [Block(.paragraph, 0..<text.utf8.count)]),
                Annotation())
        }
        var random = SplitMix(seed: 17)
        let library = try Small.library(copies.shuffled(using: &random))
        #expect(try Set(stories(library).values).count == 1)
    }
}
