import DocumentModel
import Foundation
import Interchange
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

@Suite struct ExchangeTests {
    /// A library with something of everything.
    static func library(seed: UInt64) throws -> Library {
        var random = SplitMix(seed: seed)
        func pick<T>(_ list: [T]) -> T { list[Int(random.next() % UInt64(list.count))] }
        let people = ["Ann Bell", "Bob Cole", "Çağla Ünal", "Cy O’Dunn", "=City Council"]
        let sentences = [
            "We agree.", "It is “late” now.", "Nothing\nmore.", "日本 waits.", "No \u{0} end.", "👩‍👩‍👧 came.", "a\\b \"c\"",
        ]
        let articles = (0..<12).map { number -> AnnotatedArticle in
            var text = "Article \(number). "
            for _ in 0..<1 + random.next() % 5 {
                let name = pick(people)
                text += "[\(name)] met. {\(pick([name, ""]))|\(pick(sentences)) \(random.next() % 1000)} "
            }
            return Small.article(
                "dir/\(number).txt", text, title: pick([nil, "Title é \(number)"]),
                date: pick([nil, "2024-08-\(10 + number)", "2024-08-11T09:30:00Z"]),
                source: pick([nil, "The Courier", "Ünion"]),
                author: pick([nil, "Jo Reed"]), tags: pick([[], ["a", "b c"]]))
        }
        let library = try Small.library(articles)
        try library.add([
            .began(path: "-"), .article(articles[0], Origin(path: "-", line: 3)), .finished(path: "-", nil, annotator: "m"),
        ])
        for row in try library.articles(matching: .all, rows: 0..<100).rows {
            if random.next() % 3 == 0 { try library.setRead(true, row.key) }
            if random.next() % 4 == 0 { try library.setNote("A note\non “it”", on: row.key) }
            if random.next() % 4 == 0 { try library.setPlace(Int(random.next() % 50), in: row.key) }
            if random.next() % 4 == 0 { try library.setStarred(true, row.key) }
            guard row.quotations > 0, let anchor = try library.anchor(ofQuotation: 0, in: row.key) else { continue }
            switch random.next() % 5 {
            case 0: try library.correct(.speaker(anchor, ActorName("Dee Eck")), by: "me")
            case 1: try library.correct(.notAQuotation(anchor), by: "you")
            case 2: try library.correct(.form(anchor, .indirect), by: "me")
            case 3: try library.correct(.speaker(anchor, nil), by: "me")
            default: break
            }
        }
        try library.correct(.merge(ActorName("Ann Bell"), ActorName("Bob Cole")), by: "me")
        try library.correct(.rename(ActorName("Çağla Ünal"), to: "C. Ünal"), by: "me")
        try library.saveFilter("date:7d sort:title", as: "week")
        return library
    }

    static func export(_ library: Library, _ filter: String = "") throws -> String {
        let writer = LibraryJSON(program: "p", model: "m")
        var bytes: [UInt8] = []
        writer.begin(&bytes)
        try library.forEachRecord(matching: Filter(parsing: filter)) { writer.append($0, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Restores line by line, a few at a time.
    static func restored(_ text: String, batch: Int) throws -> Library {
        let library = try Small.library([])
        let records = try text.split(separator: "\n").compactMap { try LibraryReader.record(in: Array($0.utf8)) }
        for start in stride(from: 0, to: records.count, by: batch) {
            _ = try library.restore(Array(records[start..<min(start + batch, records.count)]))
        }
        return library
    }

    @Test(arguments: 1...6) func whatIsExportedComesBackWhole(_ seed: UInt64) throws {
        let library = try Self.library(seed: seed)
        let exported = try Self.export(library)
        for batch in [1, 7, 1000] {
            let other = try Self.restored(exported, batch: batch)
            #expect(try Self.export(other) == exported)
            #expect(try other.check().problems == [])
            for filter in ["", "said:bell", "said:eck", "is:read", "is:noted", "sort:title", "said:ünal", "tag:a"] {
                #expect(try Small.ids(other, filter) == Small.ids(library, filter), "\(filter)")
            }
            let people = try library.people(matching: .all, rows: 0..<100).rows
            #expect(try other.people(matching: .all, rows: 0..<100).rows == people)
        }
    }

    /// The second time nothing is new.
    @Test func comingTwiceIsComingOnce() throws {
        let exported = try Self.export(Self.library(seed: 3))
        let library = try Self.restored(exported, batch: 100)
        let records = try exported.split(separator: "\n").compactMap { try LibraryReader.record(in: Array($0.utf8)) }
        let again = try library.restore(records)
        #expect((again.articles, again.known, again.marks, again.corrections, again.filters) == (0, 12, 0, 0, 0))
        #expect(try Self.export(library) == exported)
    }

    @Test func aPartIsExported() throws {
        let library = try Small.library([
            Small.article("a", "{Ann Bell|We agree.}"), Small.article("b", "{Bob Cole|We do not.}"),
        ])
        for row in try library.articles(matching: .all, rows: 0..<2).rows { try library.setStarred(true, row.key) }
        let lines = try Self.export(library, "said:bell").split(separator: "\n")
        #expect(lines.count == 3)
        #expect(try Small.ids(Self.restored(lines.joined(separator: "\n"), batch: 10), "is:starred") == "a")
    }

    @Test(arguments: [
        ("{", "no JSON"), ("{}", "no line of a library"), ("{\"mark\":{\"article\":\"xyz\"}}", "there is no article “xyz”"),
        ("{\"library\":99}", "made by a newer pullquote"), ("{\"filter\":{\"name\":\"a\"}}", "“text” is missing at filter"),
        ("{\"correction\":\"other\"}", "there is no correction “other”"),
        ("{\"correction\":\"merge\",\"names\":[]}", "two names expected"),
    ])
    func aLineThatIsNone(_ line: String, _ problem: String) {
        #expect(throws: LibraryReader.Problem(description: problem)) { try LibraryReader.record(in: Array(line.utf8)) }
    }

    @Test func offsetsOutsideTheTextAreNotTaken() throws {
        let line = try #require(
            try Self.export(Small.library([Small.article("a", "{Ann Bell|We agree.}")])).split(separator: "\n").last)
        for (old, new) in [("\"start\":0", "\"start\":99"), ("[[0,9]]", "[[0,99]]"), ("\"a0\"", "\"a7\"")] {
            let changed = line.replacingOccurrences(of: old, with: new)
            #expect(changed != line)
            #expect(throws: LibraryReader.Problem.self) { try LibraryReader.record(in: Array(changed.utf8)) }
        }
    }

    @Test func citationsSayWhereFromAndWhen() throws {
        let library = try Small.library([
            Small.article("a", "{Ann Bell|We agree.}", date: "2024-08", source: "The Courier", author: "Jo Reed"),
            Small.article("b", "{Bob Cole|We do not.}"),
        ])
        var cited: [CitedQuotation] = []
        try library.forEachCitation(matching: .all) { cited.append($0) }
        #expect(cited.map(\.issued) == [[2024, 8], []])
        #expect(cited.map(\.author) == ["Jo Reed", nil])
        #expect(cited[0].content == ArticleIdentity(ofText: "We agree."))
    }
}
