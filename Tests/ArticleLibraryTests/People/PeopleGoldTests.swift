import DocumentModel
import Foundation
import GRDB
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

@Suite struct PeopleGoldTests {
    /// For each person in each article whom the library takes them for: the article and name that its person's first
    /// appearance has, so that it means the same in any library.
    static func persons(_ library: Library) throws -> [String: String] {
        try library.reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT article.name, name.folded, name.person FROM appearance JOIN article ON article.id = appearance.article
                    JOIN name ON name.id = appearance.name WHERE name.class = 0 ORDER BY article.name, name.folded
                    """)
            var first: [Int64: String] = [:]
            var persons: [String: String] = [:]
            for row in rows {
                let appearance = "\(row[0] as String) \(PersonStore.spelling(row[1]))"
                if first[row[2]] == nil { first[row[2]] = appearance }
                persons[appearance] = first[row[2]]
            }
            return persons
        }
    }

    private static func elements(
        _ articles: [PeopleGold.Article], _ persons: [String: String]
    ) -> [(name: String, cluster: String, truth: String)] {
        articles.flatMap { article in
            article.who.sorted { $0.key < $1.key }.map { name, who in
                let appearance = "\(article.annotated.article.id) \(TextFold.folded(name))"
                let group = article.annotated.article.id.split(separator: ".")[0]
                return (appearance, persons[appearance] ?? "none", (group.hasPrefix("h") ? group + " " : "m ") + who)
            }
        }
    }

    @Test func whoIsWhoIsFoundInEasyAndInHardArticles() throws {
        #expect(PeopleGold.all.count >= 200)
        let library = try Small.library(PeopleGold.all.map(\.annotated))
        let persons = try Self.persons(library)
        let all = Self.elements(PeopleGold.all, persons)
        let hard = Self.elements(PeopleGold.written, persons)
        let (score, hardScore) = (BCubed(all.map { ($0.cluster, $0.truth) }), BCubed(hard.map { ($0.cluster, $0.truth) }))
        print("people: B³ F1 \(score.f1) (P \(score.precision), R \(score.recall)) of \(all.count)")
        print("people, hard half: B³ F1 \(hardScore.f1) (P \(hardScore.precision), R \(hardScore.recall)) of \(hard.count)")
        if score.f1 < 0.97 {
            var byTruth: [String: Set<String>] = [:]
            for element in all { byTruth[element.truth, default: []].insert(element.cluster) }
            for (truth, clusters) in byTruth.sorted(by: { $0.key < $1.key }) where clusters.count > 1 {
                print("  apart: \(truth): \(clusters.sorted())")
            }
            var byCluster: [String: Set<String>] = [:]
            for element in all { byCluster[element.cluster, default: []].insert(element.truth) }
            for (cluster, truths) in byCluster.sorted(by: { $0.key < $1.key }) where truths.count > 1 {
                print("  one: \(cluster): \(truths.sorted())")
            }
        }
        #expect(score.f1 >= 0.95)
        #expect(hardScore.f1 >= 0.9)
    }

    @Test func theOrderAndTheBatchesOfImportMakeNoDifference() throws {
        let articles = PeopleGold.all.map(\.annotated)
        let expected = try Self.persons(Small.library(articles))
        var random = SplitMix(seed: 7)
        for round in 0..<4 {
            let library = try Library.inMemory()
            var rest = articles.shuffled(using: &random)[...]
            while !rest.isEmpty {
                let size = 1 + Int(random.next() % (round == 0 ? 3 : 90))
                // Who is who may be left for the end, all the time or now and then.
                let isMoreToCome = round == 2 || round == 3 && random.next() % 3 > 0
                try library.add(rest.prefix(size).flatMap { Small.steps(for: $0) }, isMoreToCome: isMoreToCome)
                rest = rest.dropFirst(size)
            }
            try library.settle()
            let persons = try Self.persons(library)
            for (appearance, person) in expected where persons[appearance] != person {
                Issue.record("\(appearance): \(persons[appearance] ?? "nobody") and not \(person)")
            }
            try expectSound(library)
        }
    }

    @Test func severalThreadsFindOutTheSame() throws {
        let articles = PeopleGold.all.map(\.annotated)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let library = try Library(at: folder.path + "/library.db")
        try library.add(articles.flatMap { Small.steps(for: $0) }, isMoreToCome: true)
        // Short turns: what was found out is written in many transactions, and another writes between two of them.
        var turns = 0
        try library.settle(turn: .microseconds(200)) {
            turns += 1
            if turns == 3 { _ = try? library.add(Small.steps(for: articles[0])) }
            return turns != 8
        }
        let isUnsettled = try library.reading { try PersonStore.isUnsettled($0) }
        #expect(turns == 8 && isUnsettled, "it stopped where it was told to")
        try library.settle()
        #expect(try Self.persons(library) == Self.persons(Small.library(articles)))
        try expectSound(library)
    }

    @Test(arguments: [1, 2]) func aNameIsDisplayedAsItFirstCameInWhateverBatch(_ size: Int) throws {
        let articles = [
            Small.article("older", "[=Nord-Stahl Inc] is closed.", date: "2020-01-01"),
            Small.article("newer", "[=Nord Stahl Inc] is open.", date: "2024-01-01"),
        ]
        let library = try Library.inMemory()
        for start in stride(from: 0, to: articles.count, by: size) {
            try library.add(articles[start..<start + size].flatMap { Small.steps(for: $0) })
        }
        let names = try library.reading { try String.fetchAll($0, sql: "SELECT display FROM name") }
        #expect(names == ["Nord-Stahl Inc"])
    }

    @Test func whatGoesLeavesThePeopleAsIfItHadNeverCome() throws {
        var random = SplitMix(seed: 8)
        let articles = PeopleGold.written.map(\.annotated)
        for _ in 0..<3 {
            let library = try Small.library(articles)
            let gone = Set(articles.shuffled(using: &random).prefix(articles.count / 3).map(\.article.id))
            try library.add(gone.sorted().map { .vanished(path: $0) })
            let left = try Small.library(articles.filter { !gone.contains($0.article.id) })
            #expect(try Self.persons(library) == Self.persons(left))
        }
    }
}
