public import DocumentModel
import Foundation
import GRDB

/// What an import of an export brought.
public struct Restored: Sendable, Equatable {
    /// Articles that were not there before.
    public var articles = 0
    /// Articles that were there already.
    public var known = 0
    /// Articles in which the reader's marks were set.
    public var marks = 0
    /// Corrections.
    public var corrections = 0
    /// Saved filters.
    public var filters = 0

    /// Nothing.
    public init() {}

    /// Both together.
    public static func += (one: inout Restored, other: Restored) {
        one.articles += other.articles
        one.known += other.known
        one.marks += other.marks
        one.corrections += other.corrections
        one.filters += other.filters
    }
}

extension Library {
    /// Puts records into the library, in one transaction. What it has already stays as it is: an article of the same text, a
    /// mark, a saved filter of the same name.
    public func restore(_ records: [LibraryRecord]) throws(LibraryError) -> Restored {
        var restored = try writing { db in
            var restoring = Restoring(db: db)
            for record in records { try restoring.take(record) }
            return try restoring.finish()
        }
        let marks = records.compactMap { if case .mark(let mark) = $0 { mark } else { nil } }
        do {
            restored.marks = try self.marks.add(marks)
        } catch {
            throw LibraryError(error, path: self.marks.path ?? "")
        }
        return restored
    }
}

/// Puts records into the tables, in one transaction.
private struct Restoring {
    let db: Database
    private var articles: ArticleWriter
    private var files: [String: (id: Int64, reading: Int64)] = [:]
    private var changes: [Correction.Change] = []
    private var inserted: Set<ArticleIdentity> = []
    private var restored = Restored()

    init(db: Database) {
        self.db = db
        articles = ArticleWriter(db, now: Int64(Date().timeIntervalSince1970))
    }

    mutating func take(_ record: LibraryRecord) throws {
        switch record {
        case .file(let file):
            try db.run(
                """
                INSERT INTO file (path, reading, size, modified, inode, annotator, problems) VALUES (?, 1, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                file.path, file.facts?[0], file.facts?[1], file.facts?[2], file.annotator, file.problems)
        case .article(let article): try take(article)
        case .correction(let correction):
            let known = db.totalChangesCount
            try CorrectionTable(db: db).insert(correction)
            guard db.totalChangesCount > known else { break }
            changes.append(correction.change)
            restored.corrections += 1
        case .filter(let name, let text):
            try db.run("INSERT INTO saved_filter (name, text) VALUES (?, ?) ON CONFLICT DO NOTHING", name, text)
            restored.filters += db.changesCount
        case .mark: break
        }
    }

    private mutating func take(_ kept: KeptArticle) throws {
        let first = kept.origins.first ?? KeptArticle.Origin(path: "-", name: kept.annotated.article.id, line: 1)
        let addition = Addition(
            kept.annotated, from: Origin(path: first.path, line: first.line == 0 ? nil : first.line),
            annotator: kept.annotator)
        let number: Int64
        if let known = try articles.number(of: addition.identity) {
            number = known
            restored.known += 1
        } else {
            number = try articles.insert(addition, added: kept.added)
            restored.articles += 1
            inserted.insert(addition.identity)
        }
        for origin in kept.origins.isEmpty ? [first] : kept.origins {
            let file = try file(origin.path)
            try db.run(
                "INSERT INTO origin (file, name, line, reading, article) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                file.id, origin.name.withoutNUL, origin.line, file.reading, number)
        }
    }

    private mutating func file(_ path: String) throws -> (id: Int64, reading: Int64) {
        if let file = files[path] { return file }
        try db.run("INSERT INTO file (path, reading) VALUES (?, 1) ON CONFLICT DO NOTHING", path)
        let row = try db.row("SELECT id, reading FROM file WHERE path = ?", [path])
        let file: (Int64, Int64) = (row?[0] ?? 0, row?[1] ?? 1)
        files[path] = file
        return file
    }

    mutating func finish() throws -> Restored {
        try articles.close()
        try db.run(
            "UPDATE state SET content = content + 1, articles = articles + ?, quotations = quotations + ?",
            restored.articles, articles.quotations)
        // Articles that came with their corrections have them already.
        let others = changes.filter { change in change.quotation.map { !inserted.contains($0.article) } ?? true }
        if !others.isEmpty { try Library.carryOut(others, db) }
        return restored
    }
}

extension MarkStore {
    /// Sets marks of articles that have none; gives how many these were.
    func add(_ marks: [KeptMark]) throws -> Int {
        guard !marks.isEmpty else { return 0 }
        return try database.write { db in
            var count = 0
            for mark in marks {
                try db.run(
                    "INSERT OR IGNORE INTO mark (identity, read, starred, place, note) VALUES (?, ?, ?, ?, ?)",
                    Data(mark.article.bytes), mark.isRead, mark.isStarred, mark.place, mark.note?.withoutNUL)
                count += db.changesCount
            }
            try db.run("UPDATE mark_state SET changes = changes + 1")
            return count
        }
    }

    /// Takes marks of articles away.
    func remove(_ articles: [Data]) throws {
        guard !articles.isEmpty else { return }
        try database.write { db in
            for article in articles { try db.run("DELETE FROM mark WHERE identity = ?", article) }
            try db.run("UPDATE mark_state SET changes = changes + 1")
        }
    }
}
