import DocumentModel
import Foundation
import GRDB

/// Makes a new library of everything that can still be read of a damaged one.
///
/// Rows are asked for one by one, by their numbers, so that a damaged page costs what lies on it and no more. Indexes are made
/// anew. Of an article whose row is lost the text and the annotation may be there, of one whose text is lost nothing is.
public struct LibraryRepair {
    /// What a repair did.
    public struct Outcome: Sendable, Equatable {
        /// How many articles the new library has.
        public var articles = 0
        /// How many articles cannot be read any more.
        public var lost = 0
        /// What else was lost, each in a line.
        public var losses: [String] = []
        /// Where the damaged file is now.
        public var damaged = ""
    }

    private let path: String

    /// The repair of the library in this file.
    public init(at path: String) { self.path = path }

    /// Repairs: the new library takes the damaged one's place in one step, and that is kept beside it. Nobody else may use the
    /// library meanwhile. Where articles were lost, their files are read again when they are added again. Throws when nothing
    /// of it can be read.
    public func run() throws -> Outcome {
        let source: DatabaseQueue
        let new = path + ".repaired"
        Self.remove(new)
        do {
            var configuration = Configuration()
            configuration.label = "pullquote.repair"
            try fillUp()
            source = try DatabaseQueue(path: path, configuration: configuration)
            let isOurs = try source.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") == Schema.applicationID }
            guard isOurs else { throw LibraryError(.notALibrary, path: path) }
        } catch {
            throw LibraryError(error, path: path)
        }
        var outcome = Outcome()
        do {
            // Marks lie elsewhere, and are nobody's loss.
            let library = try Library(at: new, marksAt: new + "-marks")
            try salvage(source, into: library, &outcome)
            outcome.articles = try library.statistics().articles
            let counted = (try? source.read { try Int.fetchOne($0, sql: "SELECT articles FROM state") }) ?? nil
            outcome.lost = max(outcome.lost, (counted ?? 0) - outcome.articles)
            if outcome.lost > 0 {
                // Known as unchanged, their files would never be read again.
                try library.writing { try $0.run("UPDATE file SET size = NULL, modified = NULL, inode = NULL") }
            }
            try library.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try library.database.close()
            Self.remove(new, suffixes: ["-wal", "-shm"] + Self.marks)
            try source.close()
        } catch {
            Self.remove(new)
            throw error
        }
        outcome.damaged = Self.freeName(beside: path)
        for suffix in ["", "-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
            guard rename(path + suffix, outcome.damaged + suffix) == 0 else {
                throw LibraryError(.cannotOpen(String(cString: strerror(errno))), path: path)
            }
        }
        guard rename(new, path) == 0 else { throw LibraryError(.cannotOpen(String(cString: strerror(errno))), path: path) }
        return outcome
    }

    /// SQLite reads nothing of a file that is shorter than its first page says: empty pages take the place of those that are
    /// missing.
    private func fillUp() throws {
        guard let file = FileHandle(forUpdatingAtPath: path), let header = try file.read(upToCount: 100),
            header.count == 100,
            header.starts(with: Array("SQLite format 3\0".utf8))
        else { return }
        let bytes = Array(header)
        let size = UInt64(bytes[16]) << 8 | UInt64(bytes[17])
        let pages = bytes[28..<32].reduce(0) { $0 << 8 | UInt64($1) }
        let whole = pages * (size == 1 ? 65_536 : size)
        if try file.seekToEnd() < whole, whole < 1 << 44 { try file.truncate(atOffset: whole) }
        try file.close()
    }

    private static let marks = ["-marks", "-marks-wal", "-marks-shm"]

    private static func remove(_ path: String, suffixes: [String] = ["", "-wal", "-shm"] + marks) {
        for suffix in suffixes { unlink(path + suffix) }
    }

    private static func freeName(beside path: String) -> String {
        var number = 1
        while access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
        return "\(path).damaged-\(number)"
    }

    // MARK: Salvage

    private func salvage(_ source: DatabaseQueue, into library: Library, _ outcome: inout Outcome) throws {
        let rows = Salvage(source)
        var records: [LibraryRecord] = []
        let files = rows.rows(of: "file", "path, size, modified, inode, annotator, problems")
        for row in files.rows {
            let facts = [row[1], row[2], row[3]] as [Int64?]
            records.append(
                .file(
                    KeptFile(
                        path: row[0], facts: facts.contains(nil) ? nil : facts.compactMap(\.self), annotator: row[4],
                        problems: row[5] ?? 0)))
        }
        if files.lost > 0 { outcome.losses.append("\(files.lost) files are no longer known: they will be read again") }
        let corrections = rows.corrections()
        records += corrections.all.map { .correction($0) }
        if corrections.lost > 0 { outcome.losses.append("\(corrections.lost) corrections cannot be read") }
        records += rows.savedFilters().map { .filter(name: $0.name, text: $0.text) }
        _ = try library.restore(records)
        try rows.forEachArticle { article in
            guard let article else {
                outcome.lost += 1
                return
            }
            _ = try library.restore([.article(article)])
        }
    }
}

/// Reads what can be read of a damaged library.
private struct Salvage {
    let source: DatabaseQueue

    init(_ source: DatabaseQueue) { self.source = source }

    private func read<T>(_ body: (Database) throws -> T) -> T? { try? source.read(body) }

    /// The numbers of a table's rows, as far as they can be walked from either end.
    private func numbers(of table: String) -> Range<Int64> {
        let first = read { try Int64.fetchOne($0, sql: "SELECT min(rowid) FROM \(table)") } ?? nil
        let last = read { try Int64.fetchOne($0, sql: "SELECT max(rowid) FROM \(table)") } ?? nil
        let known =
            read { try Int64.fetchOne($0, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table]) }
            ?? nil
        let start = first ?? 1
        return start..<max(start, max(last ?? 0, known ?? 0) + 1)
    }

    /// The rows of a small table; those that cannot be read are counted.
    func rows(of table: String, _ columns: String) -> (rows: [Row], lost: Int) {
        if let all = read({ try Row.fetchAll($0, sql: "SELECT \(columns) FROM \(table)") }) { return (all, 0) }
        var (rows, lost): ([Row], Int) = ([], 0)
        for number in numbers(of: table) {
            if let row = read({
                try Row.fetchOne($0, sql: "SELECT \(columns) FROM \(table) WHERE rowid = ?", arguments: [number])
            }) {
                if let row { rows.append(row) }
            } else {
                lost += 1
            }
        }
        return (rows, lost)
    }

    func corrections() -> (all: [Correction], lost: Int) {
        if let all = read({ try CorrectionTable(db: $0).all() }) { return (all.map(\.correction), 0) }
        var (all, lost): ([Correction], Int) = ([], 0)
        for number in numbers(of: "correction") {
            if let entry = read({ try CorrectionTable(db: $0).entry(number) }) {
                if let entry { all.append(entry.correction) }
            } else {
                lost += 1
            }
        }
        return (all, lost)
    }

    func savedFilters() -> [(name: String, text: String)] {
        (read { try Row.fetchAll($0, sql: "SELECT name, text FROM saved_filter ORDER BY name") } ?? []).map {
            ($0[0], $0[1])
        }
    }

    /// Gives each article in the order in which they came; nil for one that cannot be read.
    func forEachArticle(_ body: (KeptArticle?) throws -> Void) throws {
        // Which row belongs to which text, as far as rows can be read.
        var articles: [Int64: (number: Int64, added: Int64)] = [:]
        var last = Int64.min
        while true {
            let next = read { db in
                try Row.fetchAll(
                    db, sql: "SELECT id, content, added FROM article WHERE id > ? ORDER BY id LIMIT 64", arguments: [last])
            }
            if let next {
                guard let end = next.last else { break }
                for row in next { articles[row[1]] = (row[0], row[2]) }
                last = end[0]
                continue
            }
            // Somewhere in these rows is the damage: one by one up to it, then on behind it.
            let one = read {
                try Row.fetchOne(
                    $0, sql: "SELECT id, content, added FROM article WHERE id > ? ORDER BY id LIMIT 1", arguments: [last])
            }
            if let row = one ?? nil {
                articles[row[1]] = (row[0], row[2])
                last = row[0]
            } else {
                break
            }
        }
        for number in numbers(of: "content") {
            let found = read { db -> AnnotatedArticle? in
                guard
                    let row = try Row.fetchOne(
                        db, sql: "SELECT text, record FROM content WHERE id = ?", arguments: [number])
                else { return nil }
                let text = try row.unpackedText(atIndex: 0)
                return try ArticleRecord.decode(try row.unpackedRecord(atIndex: 1, of: text), text: text)
            }
            guard let found else {
                try body(nil)
                continue
            }
            guard let annotated = found else { continue }
            let row = articles[number]
            let origins = row.flatMap { row in read { try Library.origins(of: row.number, $0) } } ?? []
            // Who annotated it is no loss: it would be annotated anew.
            let annotator = row.flatMap { row in read { try Library.annotator(of: row.number, $0) } } ?? nil
            try body(
                KeptArticle(
                    annotated, origins: origins, added: row?.added ?? Int64(Date().timeIntervalSince1970),
                    annotator: annotator))
        }
    }
}
