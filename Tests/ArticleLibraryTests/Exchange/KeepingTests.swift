import DocumentModel
import Foundation
import GRDB
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

/// Checking, repairing and forgetting, in libraries in files.
@Suite struct LibraryKeepingTests {
    private func withLibrary(_ count: Int = 40, _ body: (String, Library) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "pullquote-keeping-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let library = try Library(at: folder + "/library.db")
        var random = SplitMix(seed: 5)
        let articles = (0..<count).map { number in
            // No two words are the same, so that packed texts are about as long as those of articles.
            let filler = (0..<200).map { _ in String(random.next() % 100_000_000, radix: 36) }.joined(separator: " ")
            return Small.article(
                "/d/\(number).txt", "Secretword\(number) \(filler) {Ann Bell|We agree \(number).}")
        }
        try library.add(articles.flatMap { Small.steps(for: $0) })
        try body(folder + "/library.db", library)
    }

    private func close(_ library: Library) throws {
        try library.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try library.database.close()
    }

    @Test func aSoundLibraryIsSound() throws {
        try withLibrary { _, library in
            let check = try library.check()
            #expect(check == LibraryCheck(problems: [], articles: 40, quotations: 40))
        }
    }

    @Test func whatDoesNotFitIsTold() throws {
        try withLibrary { _, library in
            try library.writing { db in
                try db.execute(sql: "UPDATE state SET articles = 7")
                try db.execute(sql: "UPDATE content SET record = x'00' WHERE id = 1")
                try db.execute(sql: "UPDATE quotation SET words = 'other words' WHERE id = (SELECT min(id) FROM quotation)")
            }
            let problems = try library.check().problems
            #expect(problems.contains("40 articles where 7 are counted"))
            #expect(problems.contains("/d/0.txt: its text or annotation cannot be read"))
            #expect(problems.contains("the index of words of quotations does not fit the articles"))
        }
    }

    /// A page somewhere in the file is overwritten.
    @Test(arguments: [3, 4, 5, 6, 7, 8, 9]) func aDamagedLibraryIsRepairedFromWhatIsReadable(tenth: Int) throws {
        try withLibrary(200) { path, library in
            try library.correct(.rename(ActorName("Ann Bell"), to: "Ann B. Bell"))
            try close(library)
            let file = try #require(FileHandle(forUpdatingAtPath: path))
            let page = try file.seekToEnd() / 8192 * UInt64(tenth) / 10
            try file.seek(toOffset: page * 8192)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 8192))
            try file.close()
            let outcome = try LibraryRepair(at: path).run()
            #expect(outcome.articles + outcome.lost >= 200)
            #expect(outcome.articles >= 180)
            #expect(FileManager.default.fileExists(atPath: outcome.damaged))
            let repaired = try Library(at: path)
            #expect(try repaired.check().problems == [])
            #expect(try repaired.articles(matching: .all, rows: 0..<1).total == outcome.articles)
            #expect(try repaired.corrections().count == 1)
        }
    }

    @Test func aSoundLibraryIsTheSameRepaired() throws {
        try withLibrary { path, library in
            let before = try ExchangeTests.export(library)
            try close(library)
            let outcome = try LibraryRepair(at: path).run()
            #expect((outcome.articles, outcome.lost, outcome.losses) == (40, 0, []))
            #expect(try ExchangeTests.export(Library(at: path)) == before)
        }
    }

    @Test func whatIsNoLibraryIsNotRepaired() throws {
        try withLibrary(1) { path, _ in
            let other = path + ".txt"
            try Data("no library".utf8).write(to: URL(fileURLWithPath: other))
            #expect(throws: LibraryError.self) { try LibraryRepair(at: other).run() }
            #expect(try String(contentsOfFile: other, encoding: .utf8) == "no library")
        }
    }

    @Test func whatIsForgottenIsGone() throws {
        try withLibrary { path, library in
            let keys =
                try library.articles(from: "/d/9.txt")
                + library.articles(matching: Filter(parsing: "secretword5"), rows: 0..<9).rows.map(\.key)
            #expect(keys.count == 2)
            for key in keys { try library.setNote("Secretnote", on: key) }
            #expect(try library.forget(keys) == forgotten(2, files: 2))
            #expect(try library.articles(matching: .all, rows: 0..<1).total == 38)
            #expect(try library.check().problems == [])
            #expect(try Small.ids(library, "is:noted").isEmpty)
            try close(library)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for word in ["Secretword9 ", "secretword9", "filler5 filler5"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
            }
            #expect(bytes.range(of: Data("Secretword4 ".utf8)) != nil)
        }
    }

    /// A text that another had taken the place of, and parts of indexes that were merged, lie in pages that are free since.
    @Test func whatLayInFreePagesIsGoneToo() throws {
        try withLibrary { path, library in
            for round in 0..<3 {
                let text = (0..<20_000).map { String($0 &* 7_919 &+ round, radix: 36) }.joined(separator: " ")
                try library.add(Small.steps(for: Small.article("/d/long.txt", text)))
            }
            try library.add(Small.steps(for: Small.article("/d/long.txt", "Short.")))
            try library.mergeIndexes()
            #expect(try freePages(of: library, at: path).contains { $0.contains { $0 != 0 } })
            #expect(try library.forget(library.articles(from: "/d/long.txt")) == forgotten(1, files: 1))
            let free = try freePages(of: library, at: path)
            #expect(free.count > 20 && free.allSatisfy { $0.allSatisfy { $0 == 0 } })
            #expect(try library.check().problems == [])
        }
    }

    /// The free pages of the file, but for those that list the others: https://sqlite.org/fileformat2.html#the_freelist
    private func freePages(of library: Library, at path: String) throws -> [ArraySlice<UInt8>] {
        try library.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        let size = 8_192
        var pages: [ArraySlice<UInt8>] = []
        var list = number(32)
        while list > 0 {
            let start = (list - 1) * size
            for index in 0..<number(start + 4) {
                let page = (number(start + 8 + 4 * index) - 1) * size
                pages.append(bytes[page..<page + size])
            }
            list = number(start)
        }
        return pages
    }

    private func forgotten(_ articles: Int, files: Int) -> Forgotten {
        var forgotten = Forgotten()
        (forgotten.articles, forgotten.files) = (articles, files)
        return forgotten
    }

    @Test(arguments: [("/d", 40), ("/d/1.txt", 1), ("/d/", 40), ("/", 40), ("/e", 0), ("/d/1", 0)])
    func articlesFromAPath(_ path: String, _ count: Int) throws {
        try withLibrary { _, library in
            let (articles, isKnown) = (try library.articles(from: path), try library.knows(path: path))
            #expect(articles.count == count)
            #expect(isKnown == (count > 0))
        }
    }

    @Test func whatElseHoldsAnArticleKeepsIt() throws {
        try withLibrary(2) { _, library in
            let key = try #require(try library.article(called: "/d/0.txt"))
            let copy = try #require(try library.article(key))
            try library.add([
                .began(path: "/e/copy.txt"), .article(copy, Origin(path: "/e/copy.txt")),
                .finished(path: "/e/copy.txt", nil, annotator: "m"),
            ])
            #expect(try library.articles(from: "/d").count == 1)
            #expect(try library.articles(from: "/").count == 2)
        }
    }

    @Test func everythingIsCounted() throws {
        try withLibrary { _, library in
            let statistics = try library.statistics()
            #expect((statistics.articles, statistics.quotations, statistics.attributed) == (40, [40, 0, 0], 40))
            #expect((statistics.people, statistics.outlets, statistics.files) == (1, 0, 40))
            #expect(statistics.fileBytes > 8192)
        }
    }
}
