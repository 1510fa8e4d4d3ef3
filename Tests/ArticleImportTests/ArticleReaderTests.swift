import DocumentModel
import Foundation
import Testing

@testable import ArticleImport

@Suite("Files become articles")
struct ArticleReaderTests {
    private func articles(_ path: String) -> [Article] {
        var all: [Article] = []
        for case .success(let file) in FileWalk([path]) {
            ArticleReader().articles(in: file) { result in
                if case .success(let article) = result { all.append(article) }
                return true
            }
        }
        return all
    }

    @Test("A text file is one article, named by its path, with its text as it stands")
    func text() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "\u{FEFF}Mill opens\r\n\r\nIt opened on Sunday.  \r\n")
        let article = try #require(articles(path).first)
        #expect(article.id == path)
        #expect(article.text == "Mill opens\n\nIt opened on Sunday.  \n")
        #expect(article.title == "Mill opens")
        #expect(article.blocks == [Block(.title, 0..<10), Block(.paragraph, 12..<32)])
    }

    @Test("A file of records gives one for each line, and a problem for each line that is none")
    func lines() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.jsonl",
            "\u{FEFF}{\"id\":1,\"text\":\"x\"}\r\n\n  \n{\"id\":2}\n{\"text\":\"y\"}\nnonsense\n{\"id\":\"3\",\"text\":\"z\"}"
        )
        #expect(
            folder.read() == [
                "1", "a.jsonl:4: is no article record: \"text\" is missing", "a.jsonl#5",
                "a.jsonl:6: is not JSON: a value expected at byte 2", "3",
            ])
        #expect(
            folder.read(reader: ArticleReader(missingID: .isAProblem)).contains(
                "a.jsonl:5: is no article record: \"id\" is missing"))
    }

    @Test(
        "A .json file is a record, an array of them or one a line",
        arguments: [
            ("{\n \"id\": \"a\",\n \"text\": \"x\"\n}\n", ["a"]),
            (" [ {\"id\":\"a\",\"text\":\"x\"},\n{\"id\":\"b\",\"text\":\"y\"} ]", ["a", "b"]), ("[]", []),
            ("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n", ["a", "b"]),
            ("{\"id\":\"a\",\"text\":\"x\"}", ["a"]),
            (
                "[{\"id\":\"a\",\"text\":\"x\"},\n5,\n{\"id\":\"b\",\"text\":\"y\"},\n{\"id\":\"c\" 1}]",
                [
                    "a", "a.json:2: is no article record: an object with \"id\" and \"text\" is expected", "b",
                    "a.json:4: is not JSON: ',' or '}' expected at byte 11",
                ]
            ), ("{\"name\":\n\"x\"}", ["a.json:1: is no article record: \"text\" is missing"]),
        ])
    func json(_ content: String, _ expected: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.json", content)
        #expect(folder.read() == expected)
    }

    @Test("A file without a known ending is read by its content")
    func unknown() throws {
        let folder = try TemporaryFolder()
        try folder.write("records", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n")
        try folder.write("text", "[Obern] The mill opened.\n")
        try folder.write("brace", "{x} marks the spot.\n")
        #expect(folder.read() == ["brace", "a", "b", "text"])
    }

    @Test("Files without ending are passed over in silence when they are no text; given, they get a word")
    func guesses() throws {
        let folder = try TemporaryFolder()
        let program = try folder.write("program", [0x7F, 0x45, 0x4C, 0x46, 0, 0])
        try folder.write("script", "#!/bin/sh\necho x\n")
        try folder.write("a.txt", "It opened.")
        #expect(folder.read() == ["a.txt"])
        #expect(
            folder.read([program]) == ["program: is an ELF program, not an article; text, Markdown and JSON Lines are read"]
        )
    }

    @Test("Each bad file gets one line, and the rest goes on")
    func problems() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "")
        try folder.write("b.txt", " \n\n")
        try folder.write("c.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        try folder.write("d.txt", "It opened.")
        try folder.write("e.md", "---\ntitle: x\n---\n")
        #expect(
            folder.read() == [
                "a.txt: is empty", "b.txt: is empty",
                "c.txt: is a PNG image, not an article; text, Markdown and JSON Lines are read", "d.txt", "e.md: is empty",
            ])
    }

    @Test("A file that goes between the walk and the reading is told")
    func vanished() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "It opened.")
        let file = try #require(FileWalk([path]).map { try? $0.get() }.first ?? nil)
        try FileManager.default.removeItem(atPath: path)
        var messages: [String] = []
        ArticleReader().articles(in: file) {
            if case .failure(let problem) = $0 { messages.append(problem.description) }
            return true
        }
        #expect(messages == [path + ": is gone since the folder was read"])
        #expect(mkfifo(path, 0o600) == 0)
        ArticleReader().articles(in: file) {
            if case .failure(let problem) = $0 { messages.append(problem.description) }
            return true
        }
        #expect(messages.last == path + ": is something else by now, not a file")
    }

    @Test("A file that may not be read is told", .enabled(if: geteuid() != 0, "root may read everything"))
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "It opened.")
        #expect(chmod(path, 0) == 0)
        #expect(folder.read() == ["a.txt: no permission to read it"])
    }

    @Test("The error numbers of the system have their reasons")
    func errors() {
        #expect(ImportProblem.Reason(errno: EACCES) == .notPermitted)
        #expect(ImportProblem.Reason(errno: ENOENT) == .notFound)
        #expect(ImportProblem(.init(errno: EIO), path: "a").description == "a: Input/output error")
        #expect(ImportProblem(.empty, path: "-").description == "standard input: is empty")
    }

    @Test("Reading stops when it is told to")
    func stops() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.jsonl", String(repeating: "{\"id\":1,\"text\":\"x\"}\n", count: 10))
        let file = try #require(FileWalk([path]).map { try? $0.get() }.first ?? nil)
        var count = 0
        ArticleReader().articles(in: file) { _ in
            count += 1
            return count < 3
        }
        #expect(count == 3)
    }

    @Test("What is too large is refused, not read")
    func limits() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", String(repeating: "x", count: 2 << 20))
        try folder.write(
            "b.jsonl", "{\"id\":1,\"text\":\"\(String(repeating: "x", count: 2 << 20))\"}\n{\"id\":2,\"text\":\"x\"}\n")
        #expect(
            folder.read(reader: ArticleReader(limit: 1 << 20)) == [
                "a.txt: is too large: one article may have 1 MiB",
                "b.jsonl:1: the line is too long: one record may have 1 MiB", "2",
            ])
    }

    @Test("The samples are articles with titles or leads, in the order of their names")
    func samples() {
        let samples = Samples.articles()
        #expect(samples.count >= 12)
        #expect(samples.map(\.id) == samples.map(\.id).sorted())
        #expect(samples.allSatisfy { !$0.title.isEmpty && $0.blocks.contains { $0.kind == .paragraph } })
    }
}
