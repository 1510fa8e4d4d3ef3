import DocumentModel
import Foundation
import GRDB
import Query
import Testing

@testable import ArticleLibrary

@Suite struct ImportTests {
    private let one = Small.article(
        "/a/one.txt", "[Ada Quill] {Ada Quill|is here} today.", title: "One", date: "2024-01-02")

    private func record(_ id: String, _ text: String, line: Int) -> ImportStep {
        .article(Addition(Small.article(id, text), from: Origin(path: "/f.jsonl", line: line)))
    }
    private let began = ImportStep.began(path: "/f.jsonl")
    private let finished = ImportStep.finished(path: "/f.jsonl", nil, annotator: "test")

    @Test func theSameTwiceIsThereOnce() throws {
        let library = try Small.library([one])
        let key = try #require(library.articles(matching: .all, rows: 0..<1).rows.first?.key)
        let before = library.changeCount
        let again = try library.add(Small.steps(for: one))
        #expect(again.known == 1 && !again.changesAnything)
        #expect(library.changeCount == before)
        #expect(try library.article(key) == one)
        #expect(try library.people(matching: .all, rows: 0..<9).rows.map(\.mentions) == [1])
        try expectSound(library)
    }

    @Test func aChangedFileReplacesItsArticleAndKeepsItsMarks() throws {
        let library = try Small.library([one])
        let key = try #require(library.articles(matching: .all, rows: 0..<1).rows.first?.key)
        try library.setRead(true, key)
        try library.setStarred(true, key)
        try library.setPlace(5, in: key)
        let before = library.changeCount
        let changed = Small.article("/a/one.txt", "[Bo Reed] {Bo Reed|came later}.", title: "Two", date: "2024-01-02")
        let result = try library.add(Small.steps(for: changed, size: 2))
        #expect(result.replaced == 1 && result.added == 0 && result.removed == 0)
        #expect(library.changeCount > before)
        let row = try #require(library.articles(matching: .all, rows: 0..<9).rows.first)
        #expect(row.key == key && row.title == "Two" && row.isRead && row.isStarred && row.speakers == ["Bo Reed"])
        #expect(try library.openedArticle(key)?.place == 5)
        #expect(try library.article(key) == changed)
        #expect(try Small.ids(library, "today OR person:quill OR quote:here") == "")
        #expect(try Small.ids(library, "said:reed quote:later") == "/a/one.txt")
        #expect(try library.people(matching: .all, rows: 0..<9).rows.map(\.name) == ["Bo Reed"])
        try expectSound(library)
    }

    @Test func whatIsStillElsewhereIsCalledByThatPlace() throws {
        let library = try Small.library([one])
        var twin = one
        twin.article.id = "/b/twin.txt"
        try library.add(Small.steps(for: twin))
        let key = try #require(try library.article(called: "/a/one.txt"))
        try library.setStarred(true, key)
        // The one file has other words now, the other has the old ones still.
        try library.add(Small.steps(for: Small.article("/a/one.txt", "[Bo Reed] came.", date: "2024-01-01"), size: 2))
        #expect(try Small.ids(library, "") == "/b/twin.txt /a/one.txt")
        #expect(try Small.ids(library, "person:quill is:starred") == "/b/twin.txt")
        #expect(try Small.ids(library, "person:reed") == "/a/one.txt")
        #expect(try library.article(key) == twin)
        try expectSound(library)
    }

    @Test func oneTextInTwoPlacesIsOneArticle() throws {
        let library = try Small.library([one])
        var twin = one
        twin.article.id = "/b/twin.txt"
        let result = try library.add(Small.steps(for: twin))
        #expect(result.known == 1)
        let key = try #require(library.articles(matching: .all, rows: 0..<9).rows.first?.key)
        #expect(try library.origins(of: key) == [Origin(path: "/a/one.txt"), Origin(path: "/b/twin.txt")])
        // One of them goes, then the other; a mark waits for the article to come back.
        try library.setStarred(true, key)
        #expect(try library.add([.vanished(path: "/a/one.txt")]).removed == 0)
        #expect(try library.add([.vanished(path: "/b/twin.txt")]).removed == 1)
        #expect(try library.articles(matching: .all, rows: 0..<9).total == 0)
        #expect(try library.people(matching: .all, rows: 0..<9).total == 0)
        try expectSound(library)
        try library.add(Small.steps(for: one))
        #expect(try Small.ids(library, "is:starred") == "/a/one.txt")
    }

    @Test func oneOfTwoPlacesChanges() throws {
        let library = try Small.library([one])
        var twin = one
        twin.article.id = "/b/twin.txt"
        try library.add(Small.steps(for: twin))
        let changed = Small.article("/b/twin.txt", "Now something else.")
        #expect(try library.add(Small.steps(for: changed)).added == 1)
        #expect(try Small.ids(library, "") == "/a/one.txt /b/twin.txt")
        // And becomes the same again.
        let result = try library.add(Small.steps(for: twin))
        #expect(result.known == 1 && result.removed == 1)
        #expect(try Small.ids(library, "") == "/a/one.txt")
        try expectSound(library)
    }

    @Test func recordsAreKnownByTheirIdsWhereverTheyStand() throws {
        let library = try Library.inMemory()
        try library.add([began, record("x", "First text.", line: 1), record("y", "Second text.", line: 2), finished])
        let key = try #require(library.articles(matching: Filter(parsing: "second"), rows: 0..<1).rows.first?.key)
        try library.setStarred(true, key)
        // A line came before them, one changed, and one is gone.
        let result = try library.add([
            began, record("new", "Zeroth text.", line: 1), record("y", "Second text, corrected.", line: 2), finished,
        ])
        #expect(result.added == 1 && result.replaced == 1 && result.removed == 1)
        #expect(try Small.ids(library, "") == "y new" || Small.ids(library, "") == "new y")
        #expect(try Small.ids(library, "is:starred corrected") == "y")
        try expectSound(library)
    }

    @Test func whatAnInterruptedReadingDidNotSeeStaysUntilAWholeOne() throws {
        let library = try Library.inMemory()
        try library.add([began, record("x", "First text.", line: 1), record("y", "Second text.", line: 2), finished])
        try library.add([began, record("x", "First text.", line: 1)])
        #expect(try Small.ids(library, "") == "x y")
        try library.add([began, record("x", "First text.", line: 1), finished])
        #expect(try Small.ids(library, "") == "x")
        try expectSound(library)
    }

    @Test func aFileIsUnchangedOnceReadWholeWhoeverAnnotatedIt() throws {
        let library = try Library.inMemory()
        let facts = FileFacts(size: 1, modified: 2, inode: .max)
        try library.add([.began(path: "/x")])
        #expect(try !library.isUnchanged("/x", facts))
        try library.add([.finished(path: "/x", facts, annotator: "rules")])
        #expect(try library.isUnchanged("/x", facts))
        #expect(try !library.isUnchanged("/x", FileFacts(size: 2, modified: 2, inode: .max)))
        #expect(try !library.isUnchanged("/x", FileFacts(size: 1, modified: 3, inode: .max)))
        #expect(try !library.isUnchanged("/y", facts))
        #expect(try library.files() == ["/x"])
    }

    @Test func aFailureInTheMiddleLeavesNothingOfItsBatch() throws {
        let library = try Small.library([one])
        let before = library.changeCount
        #expect(throws: LibraryError.self) {
            try library.writing { db in
                var writer = ImportWriter(db, now: 0)
                for step in Small.steps(for: Small.article("/b", "Half.")) { try writer.carryOut(step) }
                throw LibraryError(.diskFull, path: "")
            }
        }
        #expect(library.changeCount == before)
        #expect(try Small.ids(library, "") == "/a/one.txt")
        try expectSound(library)
    }

    @Test func aLongerListOfThingsComesBackAsItWas() throws {
        let library = try Small.library(FilterTests.articles)
        for article in FilterTests.articles {
            let key = try #require(
                library.articles(matching: .all, rows: 0..<9).rows.first { $0.id == article.article.id }?.key)
            #expect(try library.article(key) == article)
        }
        #expect(try library.article(ArticleKey(rawValue: 77)) == nil)
        try expectSound(library)
    }
}

/// The indexes agree with the tables, and nothing hangs on an article that is gone.
func expectSound(_ library: Library) throws {
    try library.writing { db in
        try db.forEachRow("SELECT article, topics FROM appearance WHERE topics IS NOT NULL") { row in
            let first = row.number(0) << Schema.ordinalBits
            var topics: [Int64] = []
            row.bytes(1) { QuotationOrdinals.forEach(in: $0) { topics.append(first | Int64($0)) } }
            #expect(!topics.isEmpty)
            for topic in topics {
                let isThere = try db.number("SELECT 1 FROM quotation WHERE id = ?", topic) == 1
                #expect(isThere)
            }
        }
        for table in ["search", "quotation_search", "name_search"] {
            try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
        }
        #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
        for (what, sql) in [
            ("content", "SELECT count(*) FROM content WHERE id NOT IN (SELECT content FROM article)"),
            ("articles without content", "SELECT count(*) FROM article WHERE content NOT IN (SELECT id FROM content)"),
            ("articles without origin", "SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM origin)"),
            ("origins", "SELECT count(*) FROM origin WHERE article NOT IN (SELECT id FROM article)"),
            ("appearances", "SELECT count(*) FROM appearance WHERE article NOT IN (SELECT id FROM article)"),
            (
                "quotations",
                "SELECT count(*) FROM quotation WHERE id >> \(Schema.ordinalBits) NOT IN (SELECT id FROM article)"
            ),
            ("names", "SELECT count(*) FROM appearance WHERE name NOT IN (SELECT id FROM name)"),
            ("persons", "SELECT count(*) FROM name WHERE person NOT IN (SELECT id FROM name)"),
            ("count", "SELECT articles <> (SELECT count(*) FROM article) FROM state"),
            ("count of quotations", "SELECT quotations <> (SELECT count(*) FROM quotation) FROM state"),
            (
                "unused names",
                """
                SELECT count(*) FROM name WHERE id NOT IN (SELECT name FROM appearance)
                AND id NOT IN (SELECT alias FROM spelling)
                """
            ),
        ] {
            #expect(try Int.fetchOne(db, sql: sql) == 0, "\(what)")
        }
    }
}
