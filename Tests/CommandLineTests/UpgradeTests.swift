import DocumentModel
import Foundation
import GRDB
import Screen
import TestSupport
import Testing

@testable import ArticleLibrary

/// A library of many articles that the version before made: it takes a while to bring it up to date.
@Suite struct UpgradeTests {
    private static let count = 2_000

    private func library(_ program: Program) -> String { program.folder.path + "/.local/share/pullquote/library.db" }

    /// Many articles that are one, with numbers of their own.
    private func makeOlderLibrary(_ program: Program) throws {
        let folder = program.folder.path + "/.local/share/pullquote"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var configuration = Configuration()
        configuration.prepareDatabase { PackedText.addFunctions(to: $0) }
        let queue = try DatabaseQueue(path: library(program), configuration: configuration)
        try Schema.migrator.migrate(queue, upTo: "annotators")
        let text = (0..<200).map { "word\($0 * 7919 % 1000)" }.joined(separator: " ")
        let block = Block(.paragraph, 0..<text.utf8.count)
        let article = Article(id: "a", text: text, headline: .lead(block.range), blocks: [block])
        let record = ArticleRecord.encode(AnnotatedArticle(article, Annotation()))
        try queue.write { db in
            try db.execute(sql: "INSERT INTO content VALUES (1, ?, ?)", arguments: [Data(text.utf8), Data(record)])
            try db.execute(
                sql: """
                    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
                    INSERT INTO article (id, content, identity, name, title, title_key, language, words, quotations, speakers, added)
                    SELECT n, 1, randomblob(32), 'a' || n, 'Title ' || n, 'title ' || n, 'en', 200, 0, '', 0 FROM number
                    """, arguments: [Self.count])
            try db.execute(sql: "UPDATE state SET articles = ?", arguments: [Self.count])
        }
    }

    /// Whether the titles with 77 were found, in the index of words.
    private static func isFound(_ list: Program.Result) -> Bool {
        !list.lines.isEmpty && list.lines.allSatisfy { $0.contains("Title 77") }
    }

    private func migrations(_ program: Program) throws -> [String] {
        try DatabaseQueue(path: library(program)).read { db in
            try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
        }
    }

    @Test func aLineSaysSo() throws {
        try withProgram { program in
            try makeOlderLibrary(program)
            let first = try program.run("list", "title:77")
            #expect(first.status == 0 && Self.isFound(first))
            let line =
                "pullquote: library \(library(program)): made by an older pullquote; it is brought up to date, which takes a while: "
            #expect(first.errors.hasPrefix(line + "0 %\n"), "\(first.errors)")
            #expect(try program.run("list", "-n", "1").errors.isEmpty)
            #expect(try migrations(program).contains("lean indexes"))
        }
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func interruptedItIsAsItWas(_ signal: Int32, _ status: Int32) throws {
        try withProgram { program in
            try makeOlderLibrary(program)
            let process = program.process(["list"])
            let errors = Pipe()
            process.standardOutput = Pipe()
            process.standardError = errors
            try process.run()
            // It has said that it began.
            var said = errors.fileHandleForReading.availableData
            kill(process.processIdentifier, signal)
            said += try errors.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            #expect(process.terminationStatus == status && process.terminationReason == .exit)
            #expect(String(decoding: said, as: UTF8.self).hasSuffix("pullquote: interrupted: the library is as it was\n"))
            #expect(try !migrations(program).contains("lean indexes"))
            #expect(try Self.isFound(program.run("list", "title:77")))
        }
    }

    @Test func theReaderSaysSoBeforeItsFirstScreen() throws {
        try withProgram { program in
            try makeOlderLibrary(program)
            let terminal = try PseudoTerminal(
                [Program.path], size: Size(width: 80, height: 24),
                environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": program.folder.path])
            #expect(terminal.waitFor("brings the library up to date"))
            #expect(terminal.waitFor("1 of \(Self.count)") || terminal.waitFor("2,000"))
            terminal.type("q")
            #expect(terminal.waitForEnd() != nil)
        }
    }
}
