import DocumentModel
import Foundation
import GRDB
import Query
import Testing

@testable import ArticleLibrary

/// Marks are the reader's own, and are kept whatever happens to the library.
@Suite final class MarkTests {
    private let folder: String
    private let article = Small.article("/a/one.txt", "[Ada Quill] {Ada Quill|is here}.", title: "One")

    init() throws {
        folder = NSTemporaryDirectory() + "pullquote-marks-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func library(_ name: String = "library.db", reader: String = "marks.db") throws -> Library {
        try Library(at: folder + "/" + name, marksAt: folder + "/" + reader)
    }

    private func firstKey(_ library: Library) throws -> ArticleKey {
        try #require(library.articles(matching: .all, rows: 0..<1).rows.first?.key)
    }

    @Test func twoReadersOfOneLibraryHaveTheirOwn() throws {
        let (ada, bo) = (try library(reader: "ada.db"), try library(reader: "bo.db"))
        try ada.add(Small.steps(for: article))
        try ada.setRead(true, firstKey(ada))
        try bo.setStarred(true, firstKey(bo))
        #expect(try Small.ids(ada, "is:read -is:starred") == "/a/one.txt")
        #expect(try Small.ids(bo, "is:unread is:starred") == "/a/one.txt")
    }

    @Test func aLibraryMadeAnewFindsThemAgain() throws {
        do {
            let library = try library()
            try library.add(Small.steps(for: article))
            try library.setNote("so", on: firstKey(library))
        }
        for suffix in ["", "-wal", "-shm"] { unlink(folder + "/library.db" + suffix) }
        let library = try library()
        try library.add(Small.steps(for: article))
        #expect(try library.note(on: firstKey(library)) == "so")
    }

    @Test func lettersMarkPlaces() throws {
        do {
            let library = try library()
            try library.add(Small.steps(for: article))
            let key = try firstKey(library)
            try library.setBookmark("a", at: 3, in: key)
            try library.setBookmark("b", at: 0, in: key)
            try library.setBookmark("a", at: 5, in: key)
            try library.setBookmark("c", at: 1, in: ArticleKey(rawValue: 99))
        }
        let library = try library()
        let key = try firstKey(library)
        #expect(
            try library.bookmarks() == [
                Bookmark(letter: "a", article: key, title: "One", place: 5),
                Bookmark(letter: "b", article: key, title: "One", place: 0),
            ])
        #expect(try self.library("other.db").bookmarks() == [], "the article is not there")
    }

    @Test func marksOfTheFirstVersionAreTakenOver() throws {
        do {
            let library = try library()
            try library.add(Small.steps(for: article))
            try library.setNote("so", on: firstKey(library))
        }
        let queue = try DatabaseQueue(path: folder + "/marks.db")
        try queue.write { try $0.execute(sql: "DROP TABLE bookmark; PRAGMA user_version = 1") }
        try queue.close()
        let library = try library()
        #expect(try library.note(on: firstKey(library)) == "so")
        try library.setBookmark("z", at: 1, in: firstKey(library))
        #expect(try library.bookmarks().map(\.place) == [1])
    }

    @Test func aMarkDoesNotWaitForAnImport() throws {
        let (importing, reading) = (try library(), try library())
        try importing.add(Small.steps(for: article))
        let key = try firstKey(reading)
        try importing.writing { db in
            try db.execute(sql: "UPDATE article SET title = 'Other'")
            // It would wait for ten seconds, and fail.
            let time = try ContinuousClock().measure { try reading.setRead(true, key) }
            #expect(time < .seconds(5))
        }
        #expect(try Small.ids(reading, "is:read") == "/a/one.txt")
    }

    /// Another process imports: the marks of whoever reads follow the text all the same, through several changes.
    @Test func marksFollowATextThatSomebodyElseReplaced() throws {
        let (ada, bo) = (try library(reader: "ada.db"), try library(reader: "bo.db"))
        try ada.add(Small.steps(for: article))
        try bo.setStarred(true, firstKey(bo))
        for (size, text) in [(Int64(2), "Now this."), (3, "And now that.")] {
            try ada.add(Small.steps(for: Small.article("/a/one.txt", text), size: size))
        }
        #expect(try Small.ids(bo, "is:starred that") == "/a/one.txt")
        #expect(try Small.ids(ada, "is:starred") == "")
        // Taken away, the star stays away.
        try bo.setStarred(false, firstKey(bo))
        #expect(try Small.ids(self.library(reader: "bo.db"), "is:starred") == "")
    }

    @Test func whereTheyCannotBeWrittenTheyLastForTheSession() throws {
        try Data("a file".utf8).write(to: URL(fileURLWithPath: folder + "/own"))
        let library = try library(reader: "own/marks.db")
        #expect(library.marks.isTemporary)
        try library.add(Small.steps(for: article))
        try library.setRead(true, firstKey(library))
        #expect(try Small.ids(library, "is:read") == "/a/one.txt")
    }

    @Test func marksOfANewerProgramAreNotTouched() throws {
        let queue = try DatabaseQueue(path: folder + "/marks.db")
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: LibraryError(.newerVersion, path: folder + "/marks.db")) { try self.library() }
    }
}
