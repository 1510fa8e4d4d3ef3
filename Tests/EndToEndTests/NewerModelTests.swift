import Annotator
import ArticleLibrary
import DocumentModel
import Foundation
import Query
import Testing

/// A library that an older model annotated: the reader opens at once, and the newer model's annotation comes while one reads.
@Suite(
    "A newer model", .enabled(if: TerminalSession.isAvailable, Comment(rawValue: TerminalSession.unavailable)))
struct NewerModelTests {
    /// More than are annotated between two lines of progress.
    private static let count = 480

    private static func article(_ number: Int) -> Article {
        let said = "“We shall open the \(["bridge", "ferry", "road", "tunnel"][number % 4]) in \(number + 2) days,”"
        return Article(
            id: "r\(number)",
            text: "\(said) Ada Quill told reporters in Stennby. “It will be worth the wait,” Quill said.",
            headline: .own("Report \(number)"),
            details: Details(date: "2024-05-\(number % 20 + 10)T10:00:00Z"))
    }

    /// Articles in which an older model found nothing but, in the first of them, what a reader put right.
    private func library(in home: TemporaryHome) throws -> Library {
        let folder = home.folder.path + "/data/pullquote"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let library = try Library(at: folder + "/library.db")
        let annotator = Annotator()
        try library.add(
            (0..<Self.count).map { number in
                let article = Self.article(number)
                let annotation = number == 0 ? annotator.annotation(of: article) : Annotation(language: "en")
                return .article(
                    Addition(
                        AnnotatedArticle(article, annotation), from: Origin(path: "/old.jsonl", line: number + 1),
                        annotator: "older"))
            })
        let first = try #require(try library.quotations(matching: .all, rows: 0..<1).rows.first)
        let anchor = try #require(try library.anchor(ofQuotation: first.ordinal, in: first.article))
        try library.correct(.speaker(anchor, ActorName("Mira Lund", kind: .person)))
        return library
    }

    private func program(_ home: TemporaryHome, _ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: TerminalSession.program)
        process.arguments = arguments
        process.environment = home.environment
        let path = try home.file("output-\(UUID().uuidString)", "")
        process.standardOutput = FileHandle(forWritingAtPath: path)
        process.standardError = process.standardOutput
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: path, encoding: .utf8))
    }

    private func left(_ screen: [String]) -> Int? {
        screen.last { !$0.isEmpty }.flatMap { $0.firstMatch(of: /annotating anew, (\d+) left/) }.flatMap {
            Int($0.output.1)
        }
    }

    @Test("It annotates while one reads, stops when one quits, and goes on the next time")
    func inTheBackground() throws {
        let home = TemporaryHome()
        let library = try library(in: home)
        var terminal = try TerminalSession(in: home, size: (160, 24))
        // The list is there before anything is annotated; then it is told how far that is.
        try terminal.shows("1 of \(Self.count)", "Report 19")
        try terminal.waits(for: "some annotated anew") { (left($0) ?? Self.count) < Self.count }
        try terminal.press("q")
        #expect(try terminal.exitStatus() == 0)
        let outdated = try library.outdated(by: Annotator.modelName)
        #expect(0 < outdated && outdated < Self.count)

        terminal = try TerminalSession(in: home, size: (160, 24))
        // Others read and write meanwhile.
        #expect(try program(home, "list", "-n", "1000").output.split(separator: "\n").count == Self.count)
        let file = try home.file("new/dam.txt", "The dam\n\n“It is full,” Petra Lindqvist said on Monday.\n")
        let added = try program(home, "add", file)
        #expect(added.status == 0, "\(added.output)")
        // The article beside the list is shown as the newer model has it, without a key.
        try terminal.waits(for: "the end of it") { screen in
            try library.outdated(by: Annotator.modelName) == 0 && left(screen) == nil
        }
        try terminal.press("q")
        #expect(try terminal.exitStatus() == 0)

        let annotator = Annotator()
        let key = try #require(
            try library.articles(matching: Filter(parsing: "title:\"report 7\""), rows: 0..<1).rows.first?.key)
        #expect(try library.article(key)?.annotation == annotator.annotation(of: Self.article(7)))
        #expect(try library.quotations(matching: Filter(parsing: "said:quill"), rows: 0..<1).total > Self.count)
        let mine = try library.quotations(matching: Filter(parsing: "said:lund"), rows: 0..<9)
        #expect(mine.total == 1 && mine.rows.first?.speaker == "Mira Lund")
        #expect(try library.check().problems.isEmpty)
    }
}
