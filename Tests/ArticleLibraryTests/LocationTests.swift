import DocumentModel
import Foundation
import GRDB
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

/// Libraries in files, and all that can be wrong with those.
@Suite final class LocationTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "pullquote-library-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        chmod(folder, 0o700)
        try? FileManager.default.removeItem(atPath: folder)
    }

    private var file: String { folder + "/library.db" }
    private let article = Small.article("/a/one.txt", "[Ada Quill] {Ada Quill|is here}.", title: "One")

    private func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    @Test func aLibraryIsThereAgainAndItsOwnersAlone() throws {
        do {
            let library = try Library(at: file)
            try library.add(Small.steps(for: article))
        }
        let library = try Library(at: file)
        #expect(try Small.ids(library, "person:ada quote:here") == "/a/one.txt")
        #expect(mode(file) == 0o600)
        try expectSound(library)
    }

    @Test func twoReadersAndAWriterSeeEachOther() throws {
        let one = try Library(at: file)
        let two = try Library(at: file)
        #expect(try two.articles(matching: .all, rows: 0..<9).total == 0)
        let before = two.changeCount
        try one.add(Small.steps(for: article))
        #expect(two.changeCount > before)
        #expect(try Small.ids(two, "ada") == "/a/one.txt")
        let key = try #require(two.articles(matching: .all, rows: 0..<1).rows.first?.key)
        #expect(try Small.ids(one, "is:unread") == "/a/one.txt")
        try two.setRead(true, key)
        #expect(try Small.ids(one, "is:unread") == "")
        #expect(mode(file + "-wal") == 0o600)
    }

    @Test func readingDoesNotWaitForAWriter() throws {
        let one = try Library(at: file)
        let two = try Library(at: file)
        try one.add(Small.steps(for: article))
        #expect(throws: LibraryError.self) {
            try one.writing { db in
                try db.execute(sql: "DELETE FROM article")
                #expect(try Small.ids(two, "ada") == "/a/one.txt")
                throw CancellationError()
            }
        }
    }

    @Test(arguments: [10, 100, 5_000])
    func somethingElseIsNotTouched(_ size: Int) throws {
        let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 * 7 + 65) })
        try bytes.write(to: URL(fileURLWithPath: file))
        #expect { try Library(at: self.file) } throws: { error in
            guard let error = error as? LibraryError else { return false }
            return error.reason == .notALibrary && error.description.contains(self.file)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    }

    @Test func anotherProgramsDatabaseIsNotTouched() throws {
        let other = try DatabaseQueue(path: file)
        try other.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
        #expect(throws: LibraryError(.notALibrary, path: file)) { try Library(at: self.file) }
        #expect(try other.read { try $0.tableExists("bookmarks") && !$0.tableExists("article") })
    }

    @Test func aNewerLibraryIsNotTouched() throws {
        do {
            let library = try Library(at: file)
            try library.writing { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')") }
        }
        #expect(throws: LibraryError(.newerVersion, path: file)) { try Library(at: self.file) }
    }

    @Test func aDamagedLibraryIsAnErrorAndNotACrash() throws {
        do {
            let library = try Library(at: file)
            for number in 0..<60 {
                let text = (0..<200).map { "[Ada Quill] {Ada Quill|says \(number) \($0)}" }.joined(separator: " ")
                try library.add(Small.steps(for: Small.article("/a/\(number)", text)))
            }
            try library.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        var random = SplitMix(seed: 4)
        var errors = 0
        for _ in 0..<12 {
            var bytes = whole
            for _ in 0..<40 {
                let start = 200 + Int(random.next() % UInt64(bytes.count - 1_000))
                for index in start..<start + 400 { bytes[index] = UInt8(truncatingIfNeeded: random.next()) }
            }
            try? FileManager.default.removeItem(atPath: file + "-wal")
            try? FileManager.default.removeItem(atPath: file + "-shm")
            try bytes.write(to: URL(fileURLWithPath: file))
            do {
                let library = try Library(at: file)
                for row in try library.articles(matching: .all, rows: 0..<99).rows { _ = try library.article(row.key) }
                for filter in ["says", "person:ada", "quote:7"] { _ = try Small.ids(library, filter) }
                try library.add(Small.steps(for: article))
            } catch let error as LibraryError {
                errors += 1
                #expect(error.description.hasPrefix("library \(file):"))
            }
        }
        #expect(errors > 0)
    }

    @Test func aFolderThatCannotBeMadeLeavesALibraryInMemory() throws {
        let blocked = folder + "/blocked"
        try Data("a file".utf8).write(to: URL(fileURLWithPath: blocked))
        let (library, notice) = try LibraryLocation.standard.open(environment: ["XDG_DATA_HOME": blocked])
        #expect(library.path == nil)
        #expect(notice?.contains(blocked) == true)
        try library.add(Small.steps(for: article))
        #expect(try Small.ids(library, "ada") == "/a/one.txt")
    }

    @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
    func aReadOnlyFolderLeavesALibraryInMemory() throws {
        chmod(folder, 0o500)
        let (library, notice) = try LibraryLocation.standard.open(environment: ["XDG_DATA_HOME": folder])
        #expect(library.path == nil && notice?.contains("cannot be written") == true)
    }

    @Test func placesOfLibraries() throws {
        let home = ["HOME": "/h"]
        #expect(LibraryLocation.standard.path(environment: home) == "/h/.local/share/pullquote/library.db")
        #expect(
            LibraryLocation.standard.path(environment: ["HOME": "/h", "XDG_DATA_HOME": "/d"]) == "/d/pullquote/library.db")
        #expect(
            LibraryLocation.standard.path(environment: ["HOME": "/h", "XDG_DATA_HOME": "rel"])?.hasPrefix("/h") == true)
        #expect(LibraryLocation.standard.path(environment: [:]) == nil)
        let one = try #require(LibraryLocation.folder([folder]).path(environment: home))
        #expect(one.hasPrefix("/h/.local/share/pullquote/folders/pullquote-library-"))
        #expect(LibraryLocation.folder([folder + "/./"]).path(environment: home) == one)
        #expect(
            LibraryLocation.folder(["/", folder]).path(environment: home)
                == LibraryLocation.folder([folder, "/"]).path(environment: home))
        #expect(LibraryLocation.folder(["/"]).path(environment: home) != one)
        let (library, notice) = try LibraryLocation.folder([folder]).open(environment: ["HOME": folder])
        #expect(notice == nil && library.mirrorsFolders)
        let path = try #require(library.path)
        #expect(mode(path) == 0o600)
        #expect(mode(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])) == 0o700)
    }

    @Test func anIDThatIsNoPathIsShownAsItIs() { #expect(Roots(["/"]).shown("id-7") == "id-7") }

    @Test(arguments: [
        (["."], "CWD/a.txt", "./a.txt"), (["news/"], "CWD/news/a.txt", "news/a.txt"),
        (["news", "news/old"], "CWD/news/old/a", "news/old/a"),
        (["../x"], "CWD/../x/a", "../x/a"), (["/x"], "/x/a", "/x/a"), (["/x"], "/xy/a", "/xy/a"),
        (["a.txt"], "CWD/a.txt", "a.txt"),
        (["/"], "/a", "/a"), ([], "/a", "/a"),
    ])
    func pathsAreShownAsGiven(_ given: [String], _ stored: String, _ shown: String) {
        let stored = FilePath.absolute(stored.replacing("CWD", with: FileManager.default.currentDirectoryPath))
        #expect(Roots(given).shown(stored) == shown)
    }
}
