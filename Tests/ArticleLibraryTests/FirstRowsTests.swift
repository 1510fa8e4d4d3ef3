import DocumentModel
import Foundation
import GRDB
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

/// The first rows of a list, found before the list is, are its first rows.
@Suite struct FirstRowsTests {
    /// Twelve hundred articles of words that are in all, in many and in few of them.
    private static let library: Library? = {
        var random = SplitMix(seed: 8)
        var steps: [ImportStep] = []
        for number in 0..<1_200 {
            var text = "Constant words stand in number \(number)."
            if random.next() % 2 == 0 { text += " Halves are common." }
            if random.next() % 8 == 0 { text += " [Ada Quill] {Ada Quill|writes of eighths}." }
            if random.next() % 300 == 0 { text += " A rarity." }
            let day = 10 + Int(random.next() % 20)
            let date = random.next() % 10 == 0 ? nil : "2024-0\(1 + random.next() % 9)-\(day)"
            let article = Small.article("\(number)", text, title: "Title \(number)", date: date, source: "The Wire")
            steps.append(.article(Addition(article, from: Origin(path: "/f", line: number + 1))))
        }
        guard let library = try? Library.inMemory() else { return nil }
        _ = try? library.add(steps)
        return library
    }()

    @Test(arguments: [
        "constant", "c", "co", "con", "halves", "hal", "h", "rarity", "rar", "ra", "zzz", "constant con", "halves con",
        "con -hal",
        "constant -halves", "\"constant words\"", "\"constant wor\"*", "title:t", "title:title", "source:w con",
        "con OR rar",
        "(hal OR rar) con", "date:2024-03", "con date:2024-03", "constant date:2024-03-05..2024-03-20", "date:>2024-05 hal",
        "con person:quill", "person:quill", "said:quill halves", "halves is:unread", "con has:quote", "-con", "-halves",
        "is:unread",
        "con date:2023", "con -1", "halves -11", "rarity -1", "halves con -1 -2", "halves -rar", "con -ha", "a", "-a", "wo",
        "-wo",
        "h -wo", "wo -ha", "halves a", "halves -a -1", "a OR con", "wo is:unread", "a person:quill", "said:quill -wo",
        "a date:2024-03",
        "-wo date:2024-05", "a -rar", "w \"constant words\"", "title:t wo", "wo -is:read", "a wo 1", "zz", "-zz",
    ])
    func theyAreTheFirstOfAll(_ text: String) throws {
        let library = try #require(Self.library)
        let condition = try #require(Filter(parsing: text).condition)
        let all = try library.articles(matching: Filter(condition), rows: 0..<2_000).rows.map(\.key.rawValue)
        let first = try library.reading { db in
            try FirstRows(db: db, today: Day(rawValue: 19_900), total: 1_200).articles(condition, atLeast: 20)
        }
        guard let first else { return }
        #expect(first == Array(all.prefix(first.count)))
        #expect(first.count >= min(20, all.count))
    }

    /// They are found that way where they are many.
    @Test(arguments: [
        "constant", "c", "con", "halves con", "con -rar", "con date:2024-03", "date:2024-03", "con is:unread",
    ])
    func manyAreFoundAtOnce(_ text: String) throws {
        let library = try #require(Self.library)
        let condition = try #require(Filter(parsing: text).condition)
        let first = try library.reading { db in
            try FirstRows(db: db, today: Day(rawValue: 19_900), total: 1_200).articles(condition, atLeast: 20)
        }
        #expect(first?.count == 20)
    }

    /// Those that all words of the text are looked through for.
    @Test(arguments: ["pe", "PE", "é", "naive", "1", "東", "σ", "o", "zz"])
    func theWordsThatBeginSo(_ start: String) {
        let text =
            "Peace, appeased by PEACHES (pea); élan of naïve ones, O’Brien’s e\u{301}te\u{301}. 東京 新聞 σίσυφος 11 1st pé\u{301}ace o-o"
        let folded = TextFold.folded(start)
        #expect(
            Words(start, isPrefix: true).beginnings(in: text)
                == TextFold.words(of: text).map(\.folded).filter { $0.hasPrefix(folded) })
    }

    @Test(arguments: [
        "peace", "PEACE", "pea", "élan", "naive", "o'brien", "x-ray", "\"two words\"", "\"two wo\"*", "東京", "отец",
        "ΣΊΣΥΦΟΣ", "1",
    ])
    func aTextSaysOfWordsWhatTheIndexSays(_ words: String) throws {
        let texts = [
            "Peace.", "Appeased by peaches", "(pea)", "the elan of naïve ones", "O’Brien and O'Brien", "an x-ray, x ray",
            "two words",
            "two wordy ones", "one two, words", "東京 新聞", "ОТЕЦ", "σίσυφος", "11 1st 1", "", "peace\u{301}ful pe\u{301}ace",
        ]
        let library = try Small.library(texts.enumerated().map { Small.article("\($0)", $1, title: "-") })
        guard case .words(_, let wanted)? = try Filter(parsing: words).condition else { return }
        let found = try library.articles(matching: Filter(parsing: words), rows: 0..<99).rows.compactMap { Int($0.id) }
        #expect(texts.indices.filter { wanted.occur(in: texts[$0]) } == found.sorted())
    }
}
