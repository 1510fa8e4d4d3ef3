import DocumentModel
import GRDB
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

/// The bits of how words begin say what the index of words says.
@Suite struct WordBeginningsTests {
    private static let texts = [
        "Peace. Appeased by (peaches)", "élan of naïve ones", "O’Brien’s 19 x-rays", "東京 新聞 and отец",
        "e\u{301}te\u{301} \u{301}pe",
        "pé\u{301}ace, PÉCHÉ; p", "1,000 of 2000; 19th", "", "a\0b co\0", "…ha “Ünder” ß Ωmega", "under–way/soon",
        "\u{1F600}ok y\u{200D}e",
    ]

    private func condition(_ start: String) -> Condition { .words(.anywhere, Words(start, isPrefix: true)) }

    /// Every beginning of one and two letters that there is a bit for.
    @Test(arguments: texts) func aBitSaysThatAWordBeginsSo(_ text: String) {
        let bytes = WordBeginnings(of: nil, text).bytes
        let words = TextFold.words(of: text).map(\.folded)
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)
        var known = 0
        for start in letters + letters.flatMap({ first in letters.map { first + $0 } }) {
            guard let bit = WordBeginnings.bit(of: condition(start)) else { continue }
            known += 1
            #expect((bytes[bit >> 3] >> (bit & 7) & 1 == 1) == words.contains { $0.hasPrefix(start) }, "\(start)")
        }
        // All bits are used.
        #expect(known == WordBeginnings.size * 8)
    }

    @Test(arguments: ["zq", "é東", "abc", "a b", "", "-", "東"]) func othersHaveNone(_ start: String) {
        #expect(WordBeginnings.bit(of: condition(start)) == nil)
        #expect(WordBeginnings.bit(of: .words(.title, Words("a", isPrefix: true))) == nil)
        #expect(WordBeginnings.bit(of: .words(.anywhere, Words("a", isPrefix: false))) == nil)
        #expect(WordBeginnings.bit(of: condition("É")) == WordBeginnings.bit(of: condition("e")))
    }

    /// Of articles with so many words that each beginning is one of many, in whatever company it is asked for.
    @Test func theTableSaysWhatTheIndexSays() throws {
        var random = SplitMix(seed: 4)
        let starts = ["ba", "be", "co", "ha", "st", "th", "in", "zq", "éc"]
        let library = try Small.library(
            (0..<300).map { number in
                let words = (0..<6).map { _ in "\(starts[Int(random.next() % 9)])\(random.next() % 60)" }
                return Small.article(
                    "\(number)", words.joined(separator: " "), title: number % 7 == 0 ? "Thorn" : "-",
                    date: "2024-08-\(10 + number % 9)")
            })
        for number in 0..<40 {
            // Replaced and gone, they are no longer found.
            try library.add(Small.steps(for: Small.article("\(number)", "stone \(number)", date: "2024-08-01")))
        }
        for filter in [
            "b", "ba", "-b", "-ba", "ba -be", "c -ba -be", "st th", "st -th in", "(ba OR be) -c", "ba12", "ba1 -s", "-z",
            "zq -c",
            "éc -b", "title:th -st", "date:2024-08-12 b -h", "b -ba1 -ba2 -ba3", "-b -c -h -s -t -i",
        ] {
            let condition = try #require(Filter(parsing: filter).condition)
            let found = try library.reading { db in
                try FilterEvaluation(db: db, today: Day(rawValue: 1)).articles(condition)
            }
            let expected = try library.reading { db in
                try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id").filter { number in
                    let article = try #require(try ArticleWriter.stored(number, db)?.article)
                    let words = ArticleWords(title: article.title, text: article.text)
                    guard case .all(let parts) = condition else { return words.meets(condition, article) }
                    return parts.allSatisfy { words.meets($0, article) }
                }
            }
            let all = try library.reading { try Int64.fetchAll($0, sql: "SELECT id FROM article ORDER BY id") }
            #expect(all.filter(found.contains) == expected, "\(filter)")
        }
        #expect(try library.check().problems == [])
    }
}

extension ArticleWords {
    fileprivate func meets(_ condition: Condition, _ article: Article) -> Bool {
        if case .published = condition { return article.details.date == "2024-08-12" }
        return meet(condition)
    }
}
