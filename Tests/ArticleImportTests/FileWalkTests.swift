import Foundation
import Testing

@testable import ArticleImport

@Suite("Paths become files")
struct FileWalkTests {
    @Test("A folder's articles come in the order of their paths; hidden and other files are passed over")
    func order() throws {
        let folder = try TemporaryFolder()
        for name in [
            "b.txt", "a/z.md", "a.txt", "a/b/c.JSONL", ".hidden.txt", ".git/x.txt", "x.jpg", "a-b.text", "plain",
            "y.ndjson",
        ] {
            try folder.write(name, "x")
        }
        #expect(folder.walk() == ["a-b.text", "a.txt", "a/b/c.JSONL", "a/z.md", "b.txt", "plain", "y.ndjson"])
    }

    @Test("A given file is taken whatever its name, in the order given, and once")
    func given() throws {
        let folder = try TemporaryFolder()
        let odd = try folder.write("x.log", "x")
        let hidden = try folder.write(".notes", "x")
        let found = FileWalk([odd, hidden, odd, "-"]).compactMap { try? $0.get().path.description }
        #expect(found == [odd, hidden, "-"])
        #expect(FileWalk(["-"]).compactMap { try? $0.get() } == [.standardInput])
    }

    @Test("Links are followed, loops are found, a file under two names comes once")
    func links() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/one.txt", "x")
        try folder.link("a/back", to: "..")
        try folder.link("a/self.txt", to: "self.txt")
        try folder.link("again", to: "a")
        try folder.link("b.txt", to: "a/one.txt")
        try folder.link("gone.txt", to: "nowhere.txt")
        #expect(
            folder.walk() == [
                "a/back: is a link that leads back to itself; passed over", "a/one.txt",
                "a/self.txt: is a link that leads back to itself; passed over", "gone.txt: no such file or folder",
            ])
    }

    @Test("What is no file, not there or holds nothing is a problem")
    func problems() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path + "/pipe.txt", 0o600) == 0)
        try folder.write("empty/x.jpg", "x")
        let paths = [
            folder.path + "/none.txt", folder.path + "/empty", "/dev/null", folder.path + "/pipe.txt/x", folder.path,
        ]
        #expect(
            FileWalk(paths).map { result in
                do {
                    return try result.get().path.description
                } catch {
                    return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
                }
            } == [
                "none.txt: no such file or folder",
                "empty: holds no article: no file that ends in \(FileFormat.endings)", "/dev/null: is a device, not a file",
                "pipe.txt/x: no such file or folder", "pipe.txt: is a named pipe, not a file",
            ])
        #expect(FileWalk([folder.path + "/pipe.txt"]).compactMap { try? $0.get().isStream } == [true])
    }

    @Test("A name that is no UTF-8 is read by its bytes and shown in print")
    func bytes() throws {
        let folder = try TemporaryFolder()
        let path = SourcePath(bytes: Array(folder.path.utf8) + Array("/caf".utf8) + [0xE9] + Array("\n.txt".utf8))
        let descriptor = path.withCString { creat($0, 0o600) }
        try #require(descriptor >= 0)
        close(descriptor)
        let found = try #require(FileWalk([folder.path]).map { try? $0.get() }.first ?? nil)
        #expect(found.path == path)
        #expect(found.path.description == folder.path + "/caf\\xE9\n.txt")
        var messages: [String] = []
        ArticleReader().articles(in: found) { result in
            if case .failure(let problem) = result { messages.append(problem.description) }
            return true
        }
        #expect(messages == [folder.path + "/caf\\xE9\\n.txt: is empty"])
    }

    @Test("What the file system says comes along")
    func status() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.md", "12345")
        let file = try #require(FileWalk([path]).map { try? $0.get() }.first ?? nil)
        #expect(file.size == 5)
        #expect(file.format == .markdown)
        #expect(file.modified > 1_600_000_000 * 1_000_000_000)
        #expect(!file.isGuess)
    }

    @Test(
        "Endings say how a file is read",
        arguments: [
            ("a.txt", FileFormat.text), ("a.TXT", .text), ("d.d/a.markdown", .markdown), ("a.ndjson", .lines),
            ("a.json", .json),
            ("a", .unknown), (".txt", .unknown), ("a.", .unknown), ("a.txt/", .text), ("x.txt.gz", .unknown),
        ])
    func formats(_ path: String, _ format: FileFormat) {
        #expect(FileFormat(of: SourcePath(path)) == format)
    }
}
