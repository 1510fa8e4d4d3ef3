import ArticleLibrary
import DocumentModel
import Foundation
import Query
import Synchronization
import Testing

@testable import Ingest

@Suite final class ImportJobTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "pullquote-ingest-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/news", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private var news: String { folder + "/news" }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: news + "/" + name))
    }

    private func library() throws -> Library {
        try LibraryLocation.folder([news]).open(environment: ["HOME": folder]).library
    }

    private func ids(_ library: Library) throws -> [String] {
        try library.articles(matching: .all, rows: 0..<10_000).rows.map { String($0.id.dropFirst(news.count + 1)) }
    }

    private func importing(_ library: Library) -> (progress: ImportJob.Progress, problems: [String]) {
        let problems = Mutex<[String]>([])
        let progress = ImportJob([news], into: library) { report in
            if case .problem(let problem) = report { problems.withLock { $0.append(problem) } }
        }.run()
        return (progress, problems.withLock { $0 })
    }

    @Test func aFolderIsImportedInTheOrderOfItsPaths() throws {
        var expected: [String] = []
        for number in 100..<250 {
            // Long and short in turn, so that threads finish out of order.
            let text = String(repeating: "“We go on,” said Ada Quill. ", count: number % 7 * 3 + 1) + "Number \(number)."
            try write("\(number).txt", text)
            expected.append("\(number).txt")
        }
        let library = try library()
        let (progress, problems) = importing(library)
        #expect(problems.isEmpty)
        #expect(progress.done == 150 && progress.total == 150 && progress.stored == 150 && progress.failed == 0)
        #expect(!progress.isRunning)
        #expect(try ids(library) == expected)
        // Nothing is read twice, in another process either.
        let again = importing(try self.library()).progress
        #expect(again.done == 150 && again.stored == 0)
    }

    @Test func whatAnOlderModelAnnotatedIsNotReadAgain() throws {
        let text = "“We shall open it soon,” Ada Quill told reporters."
        try write("a.txt", text)
        let path = news + "/a.txt"
        var status = stat()
        try #require(stat(path, &status) == 0)
        let facts = FileFacts(
            size: Int64(status.st_size),
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            inode: UInt64(status.st_ino))
        let library = try library()
        let article = AnnotatedArticle(Article(id: path, text: text), Annotation())
        try library.add([
            .began(path: path), .article(Addition(article, from: Origin(path: path), annotator: "older")),
            .finished(path: path, facts, annotator: "older"),
        ])
        let progress = importing(library).progress
        #expect(progress.unchanged == 1 && progress.stored == 0)
        // It is annotated anew from what the library keeps.
        #expect(AnnotationJob(library).run() == 1)
        #expect(try library.quotations(matching: Filter(parsing: "said:quill"), rows: 0..<9).total == 1)
        #expect(importing(library).progress.unchanged == 1)
    }

    @Test func whatChangesComesAndWhatVanishesGoes() throws {
        for name in ["a.txt", "b.txt", "c.md"] { try write(name, "Text of \(name).") }
        let library = try library()
        _ = importing(library)
        let key = try #require(library.articles(matching: Filter(parsing: "\"b txt\""), rows: 0..<1).rows.first?.key)
        try library.setStarred(true, key)
        try write("b.txt", "Other words altogether.")
        try FileManager.default.removeItem(atPath: news + "/a.txt")
        try write("d.jsonl", "{\"id\":\"x\",\"text\":\"A record.\"}\n{\"id\":\"y\",\"text\":\"Another.\"}\n")
        let progress = importing(library).progress
        #expect(progress.stored == 3)
        let rows = try library.articles(matching: .all, rows: 0..<9).rows
        #expect(Set(rows.map(\.id)) == [news + "/b.txt", news + "/c.md", "x", "y"])
        #expect(rows.first { $0.id.hasSuffix("b.txt") }?.isStarred == true)
    }

    @Test func whatCannotBeReadIsSaidAndTheRestGoesOn() throws {
        try write("a.txt", "Fine.")
        try write("b.txt", "")
        try write("c.jsonl", "{\"id\":\"x\",\"text\":\"Fine too.\"}\nnot json\n{\"id\":\"z\",\"text\":\"Also fine.\"}\n")
        let library = try library()
        let (progress, problems) = importing(library)
        #expect(problems.count == 2 && problems[0].contains("b.txt") && problems[1].contains("c.jsonl:2"))
        #expect(progress.failed == 2 && progress.stored == 3 && progress.done == progress.total)
    }

    @Test func ofAFileOfRecordsItIsKnownHowManyAreToCome() throws {
        let lines = (1_000..<3_000).map { "{\"id\":\"\($0)\",\"text\":\"Record number \($0) said so.\"}\n" }
        try write("a.jsonl", lines.joined())
        let seen = Mutex<[ImportJob.Progress]>([])
        let last = ImportJob([news], into: try library()) { report in
            if case .progress(let progress) = report { seen.withLock { $0.append(progress) } }
        }.run()
        #expect(last.done == 2_000 && last.total == 2_000)
        let under = seen.withLock { $0 }.filter { $0.done >= 16 && $0.isRunning }
        #expect(!under.isEmpty && under.allSatisfy { abs($0.total - 2_000) < 20 }, "\(under.map(\.total))")
    }

    @Test func anEmptiedFileLosesItsArticle() throws {
        try write("a.txt", "Something.")
        let library = try library()
        _ = importing(library)
        try write("a.txt", "")
        _ = importing(library)
        #expect(try ids(library).isEmpty)
    }

    @Test func aCancelledImportIsTakenUpAgain() throws {
        var records = ""
        for number in 0..<3_000 { records += "{\"id\":\"\(number)\",\"text\":\"Record number \(number) said so.\"}\n" }
        try write("a.jsonl", records)
        let library = try library()
        let job = Mutex<ImportJob?>(nil)
        let first = ImportJob([news], into: library) { report in
            if case .libraryChanged = report { job.withLock { $0 }?.cancel() }
        }
        job.withLock { $0 = first }
        let progress = first.run()
        #expect(!progress.isRunning && progress.stored > 0 && progress.stored < 3_000)
        #expect(try library.articles(matching: .all, rows: 0..<0).total == progress.stored)
        #expect(importing(try self.library()).progress.stored == 3_000 - progress.stored)
        #expect(try library.articles(matching: .all, rows: 0..<0).total == 3_000)
    }

    @Test func itRunsOnThreadsOfItsOwnToo() throws {
        for number in 0..<20 { try write("\(number).txt", "Text \(number).") }
        let library = try library()
        let changes = Atomic<Int>(0)
        let job = ImportJob([news], into: library) { report in
            if case .libraryChanged = report { changes.add(1, ordering: .relaxed) }
        }
        job.start()
        job.wait()
        #expect(try ids(library).count == 20)
        #expect(changes.load(ordering: .relaxed) > 0)
    }

    @Test func articlesAtHand() throws {
        let library = try Library.inMemory()
        let articles = (0..<5).map { Article(id: "sample-\($0)", text: "“Yes,” said Ada Quill. \($0)") }
        let progress = ImportJob(.articles(articles), into: library).run()
        #expect(progress.done == 5 && progress.total == 5 && progress.stored == 5)
        #expect(try library.articles(matching: .all, rows: 0..<9).rows.map(\.id) == articles.map(\.id))
    }

    @Test func aMissingFolderIsAProblem() throws {
        let problems = Mutex<[String]>([])
        let progress = ImportJob([folder + "/none"], into: try Library.inMemory()) { report in
            if case .problem(let problem) = report { problems.withLock { $0.append(problem) } }
        }.run()
        #expect(progress.failed == 1)
        #expect(problems.withLock { $0.first?.contains("/none") } == true)
    }
}
