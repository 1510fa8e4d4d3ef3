import DocumentModel
import Foundation
import GRDB

/// Carries out the steps of an import inside one transaction: which file holds what, and what is new, changed or gone.
struct ImportWriter {
    private let db: Database
    private var articles: ArticleWriter
    private(set) var result = Additions()
    private var files: [String: (id: Int64, reading: Int64)] = [:]

    init(_ db: Database, now: Int64) {
        self.db = db
        articles = ArticleWriter(db, now: now)
    }

    mutating func carryOut(_ step: ImportStep) throws {
        switch step {
        case .began(let path): try begin(path)
        case .article(let addition): try add(addition)
        case .finished(let path, let facts, let annotator, let problems): try finish(path, facts, annotator, problems)
        case .vanished(let path): try remove(path)
        }
    }

    /// What is left to do once all steps are done.
    mutating func close(isMoreToCome: Bool) throws {
        try articles.close(isMoreToCome: isMoreToCome)
        if result.changesAnything {
            try db.run(
                "UPDATE state SET content = content + 1, articles = articles + ?, quotations = quotations + ?",
                result.added - result.removed, articles.quotations)
        }
    }

    // MARK: Files

    private mutating func begin(_ path: String) throws {
        try db.run(
            """
            INSERT INTO file (path, reading) VALUES (?, 1) ON CONFLICT (path) DO UPDATE
            SET reading = reading + 1, size = NULL, modified = NULL, inode = NULL, annotator = NULL
            """, path)
        files[path] = nil
    }

    private mutating func file(_ path: String) throws -> (id: Int64, reading: Int64) {
        if let file = files[path] { return file }
        guard let row = try db.row("SELECT id, reading FROM file WHERE path = ?", [path]) else {
            try begin(path)
            return try file(path)
        }
        let file: (Int64, Int64) = (row[0], row[1])
        files[path] = file
        return file
    }

    private mutating func finish(_ path: String, _ facts: FileFacts?, _ annotator: String, _ problems: Int) throws {
        let file = try file(path)
        if file.reading > 1 { try dropOrigins("file = ? AND reading < ?", [file.id, file.reading]) }
        try db.run(
            "UPDATE file SET size = ?, modified = ?, inode = ?, annotator = ?, problems = ? WHERE id = ?",
            facts?.size, facts?.modified, facts.map { Int64(bitPattern: $0.inode) }, annotator, problems, file.id)
    }

    private mutating func remove(_ path: String) throws {
        guard let id = try db.row("SELECT id FROM file WHERE path = ?", [path])?[0] as Int64? else { return }
        try dropOrigins("file = ?", [id])
        try db.run("DELETE FROM file WHERE id = ?", id)
        files[path] = nil
    }

    private mutating func dropOrigins(_ condition: String, _ arguments: StatementArguments) throws {
        let articles = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT DISTINCT article FROM origin WHERE \(condition)"), arguments: arguments)
        guard !articles.isEmpty else { return }
        try db.run("DELETE FROM origin WHERE \(condition)", arguments: arguments)
        for article in articles { try removeIfOrphan(article) }
    }

    private mutating func removeIfOrphan(_ article: Int64) throws {
        guard try db.row("SELECT 1 FROM origin WHERE article = ? LIMIT 1", [article]) == nil else { return }
        try articles.remove(article)
        result.removed += 1
    }

    /// Gives an article the id of a place where it still is, where the id that it has is another's by now.
    private mutating func callByOrigin(_ article: Int64, insteadOf taken: String) throws {
        guard let origin = try Library.origins(of: article, db).first, var stored = try ArticleWriter.stored(article, db),
            stored.article.id == taken
        else { return }
        stored.article.id = origin.name.isEmpty ? origin.path : origin.name
        guard stored.article.id != taken else { return }
        let place = Origin(path: origin.path, line: origin.line == 0 ? nil : origin.line)
        _ = try articles.replace(article, with: Addition(stored, from: place))
    }

    // MARK: Articles

    private mutating func add(_ addition: Addition) throws {
        let file = try file(addition.origin.path)
        let line = addition.origin.line ?? 0
        let name = addition.origin.line == nil ? "" : addition.article.id.withoutNUL
        let known = try articles.number(of: addition.identity)
        // What this record was when the file was read before.
        var oldArticle: Int64?
        if file.reading > 1,
            let old = try db.row(
                "SELECT line, article FROM origin WHERE file = ? AND name = ? AND reading < ? ORDER BY line LIMIT 1",
                [file.id, name, file.reading])
        {
            oldArticle = old[1]
            try db.run("DELETE FROM origin WHERE file = ? AND name = ? AND line = ?", file.id, name, old[0] as Int)
        }

        var article: Int64
        if let known {
            article = known
            if let oldArticle, oldArticle != known { try articles.noteSuccession(of: oldArticle, by: addition.identity) }
            if oldArticle == known, try !articles.holds(known, addition.record) {
                article = try replace(known, with: addition)
            } else {
                if oldArticle == known { try articles.setAnnotator(of: known, to: addition.annotator) }
                result.known += 1
            }
        } else if let oldArticle {
            try articles.noteSuccession(of: oldArticle, by: addition.identity)
            if try db.row("SELECT 1 FROM origin WHERE article = ? LIMIT 1", [oldArticle]) == nil {
                article = try replace(oldArticle, with: addition)
            } else {
                article = try insert(addition)
            }
        } else {
            article = try insert(addition)
        }
        try db.run(
            """
            INSERT INTO origin (file, name, line, reading, article) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET reading = excluded.reading, article = excluded.article
            """, file.id, name, line, file.reading, article)
        // Unless it is the one that was replaced.
        if let oldArticle, oldArticle != article, try articles.exists(oldArticle) {
            try removeIfOrphan(oldArticle)
            try callByOrigin(oldArticle, insteadOf: addition.article.id)
        }
    }

    private mutating func insert(_ addition: Addition) throws -> Int64 {
        result.added += 1
        return try articles.insert(addition)
    }

    private mutating func replace(_ old: Int64, with addition: Addition) throws -> Int64 {
        result.replaced += 1
        let new = try articles.replace(old, with: addition)
        if new != old { try db.run("UPDATE origin SET article = ? WHERE article = ?", new, old) }
        return new
    }
}
