import DocumentModel
import Foundation
import GRDB
import Query
import Synchronization
import Testing

@testable import ArticleLibrary

/// Libraries of the version before, brought to the form of today.
@Suite final class UpgradeTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "pullquote-upgrade-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The last migration that the version before knew.
    static let last = "annotators"

    private static func articles(_ count: Int) -> [AnnotatedArticle] {
        (0..<count).map { number in
            Small.article(
                "\(number)",
                "[Ann Bell] met [=City Council] in [@Oslo]. {Ann Bell|We of \(number) agree.} {Bob Cole|No. \(number)}",
                title: number % 3 == 0 ? "Talks on \(number)" : nil, date: "2024-08-\(10 + number % 20)",
                source: "The Courier",
                tags: ["talks"])
        }
    }

    /// A library as the version before left it, with what one of today holds.
    private func olderLibrary(of today: Library) throws -> String {
        let path = folder + "/library.db"
        let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
        try Schema.migrator.migrate(queue, upTo: Self.last)
        try today.reading { today in
            try queue.write { old in
                let tables = try String.fetchAll(
                    old,
                    sql: """
                        SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '%search%'
                            AND name NOT LIKE 'sqlite%' AND name NOT IN ('grdb_migrations', 'quotation', 'topic')
                        """)
                func copy(_ table: String, _ columns: [String], _ query: String) throws {
                    let marks = columns.map { _ in "?" }.joined(separator: ", ")
                    for row in try Row.fetchAll(today, sql: query) {
                        try old.execute(
                            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))",
                            arguments: StatementArguments(row.databaseValues))
                    }
                }
                for table in tables {
                    try old.execute(sql: "DELETE FROM \(table)")
                    let columns = try old.columns(in: table).map(\.name)
                    try copy(table, columns, "SELECT \(columns.joined(separator: ", ")) FROM \(table)")
                }
                let number = "(%@ >> \(Schema.ordinalBits) << 20) | (%@ & \(Schema.ordinals - 1))"
                try copy(
                    "quotation", ["id", "key", "speaker", "speaker_name", "form", "act", "confidence", "text"],
                    """
                    SELECT \(number.replacing("%@", with: "id")), key, speaker, spoken.speaker_name, form, act, confidence, text
                    FROM quotation JOIN spoken USING (id)
                    """)
                try copy(
                    "topic", ["name", "quotation"],
                    "SELECT name, \(number.replacing("%@", with: "quotation")) FROM (\(Small.topics))")
                for index in ["search", "name_search", "quotation_search"] {
                    try old.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
                }
            }
        }
        return path
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            PackedText.addFunctions(to: db)
            QuotedWords.addFunction(to: db)
        }
        return configuration
    }

    @Test func everythingIsThereAfterwards() throws {
        let today = try Small.library(Self.articles(30))
        let path = try olderLibrary(of: today)
        let library = try Library(at: path)
        for filter in [
            "", "talks", "person:bell", "said:cole", "quote:agree", "about:oslo", "date:2024-08-12", "tag:talks",
        ] {
            #expect(try Small.ids(library, filter) == Small.ids(today, filter), "\(filter)")
            let filter = try Filter(parsing: filter)
            let rows = try library.quotations(matching: filter, rows: 0..<99).rows
            #expect(try rows == today.quotations(matching: filter, rows: 0..<99).rows)
        }
        #expect(try library.people(matching: .all, rows: 0..<9).rows == today.people(matching: .all, rows: 0..<9).rows)
        #expect(try library.check().problems == [])
    }

    @Test func itSaysHowFarItHasCome() throws {
        let path = try olderLibrary(of: Small.library(Self.articles(100)))
        let shares = Mutex<[Double]>([])
        let known = try #require(Schema.migrations.firstIndex { $0.name == Self.last })
        let progress = MigrationProgress(weight: Schema.migrations[(known + 1)...].reduce(0) { $0 + $1.weight }) {
            share in
            shares.withLock { $0.append(share) }
            return true
        }
        try Schema.migrator(reporting: progress).migrate(DatabaseQueue(path: path, configuration: Self.configuration))
        let told = shares.withLock(\.self)
        #expect(told.count > 8 && told == told.sorted() && told[0] == 0)
        #expect(told.allSatisfy { (0...1).contains($0) } && told.last.map { $0 > 0.9 } == true)
    }

    /// Whenever it is cancelled the library is as it was, and the next attempt brings it up to date.
    @Test(arguments: [0.0, 0.3, 0.7, 0.97])
    func cancelledItIsAsItWas(_ share: Double) throws {
        let path = try olderLibrary(of: Small.library(Self.articles(100)))
        func contents() throws -> [String] {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
            return try queue.read { db in
                try [
                    "SELECT sql FROM sqlite_schema", "SELECT * FROM grdb_migrations", "SELECT * FROM quotation",
                    "SELECT * FROM topic",
                ]
                .flatMap { try Row.fetchAll(db, sql: $0).map(\.description) }
            }
        }
        let before = try contents()
        let progress = MigrationProgress(weight: 100) { $0 < share }
        let pool = try DatabasePool(path: path, configuration: Self.configuration)
        #expect(throws: MigrationProgress.Cancelled.self) { try Schema.migrator(reporting: progress).migrate(pool) }
        try pool.close()
        // What takes no time is done already.
        let after = try contents().filter { !$0.contains("corrections of namesakes") && !$0.contains("departed") }
        #expect(after.filter { !$0.contains("TABLE correction") } == before.filter { !$0.contains("TABLE correction") })
        #expect(try Library(at: path).check().problems == [])
    }

    /// Few articles take a moment, of which nothing is said.
    @Test func ofFewNothingIsSaid() throws {
        let path = try olderLibrary(of: Small.library(Self.articles(3)))
        _ = try Library(at: path, marksAt: folder + "/marks.db", whileUpgrading: { _ in false })
    }
}
