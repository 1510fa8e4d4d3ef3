import DocumentModel
import Foundation
import GRDB
import Query

/// Carries out the steps of an import inside one transaction.
struct ImportWriter {
    private let db: Database
    private let now: Int64
    private(set) var result = Additions()
    private var files: [String: (id: Int64, reading: Int64)] = [:]
    private var names: [ArticleNames.Spelling: Int64] = [:]
    /// Names whose spellings changed: see ``NameResolution``.
    private var changedNames: Set<Int64> = []

    init(_ db: Database, now: Int64) {
        self.db = db
        self.now = now
    }

    mutating func carryOut(_ step: ImportStep) throws {
        switch step {
        case .began(let path): try begin(path)
        case .article(let addition): try add(addition)
        case .finished(let path, let facts, let annotator): try finish(path, facts, annotator)
        case .vanished(let path): try remove(path)
        }
    }

    /// What is left to do once all steps are done.
    mutating func close() throws {
        if !changedNames.isEmpty { try NameResolution(db: db).update(changedNames) }
        changedNames = []
        if result.changesAnything {
            try run("UPDATE state SET content = content + 1, articles = articles + ?", [result.added - result.removed])
        }
    }

    // MARK: Files

    private mutating func begin(_ path: String) throws {
        try run(
            """
            INSERT INTO file (path, reading) VALUES (?, 1) ON CONFLICT (path) DO UPDATE
            SET reading = reading + 1, size = NULL, modified = NULL, inode = NULL, annotator = NULL
            """, [path])
        files[path] = nil
    }

    private mutating func file(_ path: String) throws -> (id: Int64, reading: Int64) {
        if let file = files[path] { return file }
        guard let row = try row("SELECT id, reading FROM file WHERE path = ?", [path]) else {
            try begin(path)
            return try file(path)
        }
        let file: (Int64, Int64) = (row[0], row[1])
        files[path] = file
        return file
    }

    private mutating func finish(_ path: String, _ facts: FileFacts?, _ annotator: String) throws {
        let file = try file(path)
        if file.reading > 1 { try dropOrigins("file = ? AND reading < ?", [file.id, file.reading]) }
        try run(
            "UPDATE file SET size = ?, modified = ?, inode = ?, annotator = ? WHERE id = ?",
            [facts?.size, facts?.modified, facts.map { Int64(bitPattern: $0.inode) }, annotator, file.id])
    }

    private mutating func remove(_ path: String) throws {
        guard let id = try row("SELECT id FROM file WHERE path = ?", [path])?[0] as Int64? else { return }
        try dropOrigins("file = ?", [id])
        try run("DELETE FROM file WHERE id = ?", [id])
        files[path] = nil
    }

    private mutating func dropOrigins(_ condition: String, _ arguments: StatementArguments) throws {
        let articles = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT DISTINCT article FROM origin WHERE \(condition)"), arguments: arguments)
        guard !articles.isEmpty else { return }
        try run("DELETE FROM origin WHERE \(condition)", arguments)
        for article in articles { try removeIfOrphan(article) }
    }

    private mutating func removeIfOrphan(_ article: Int64) throws {
        guard try row("SELECT 1 FROM origin WHERE article = ? LIMIT 1", [article]) == nil else { return }
        try clear(article)
        try run("DELETE FROM article WHERE id = ?", [article])
        result.removed += 1
    }

    // MARK: Articles

    private mutating func add(_ addition: Addition) throws {
        let file = try file(addition.origin.path)
        let line = addition.origin.line ?? 0
        let name = addition.origin.line == nil ? "" : addition.article.id.withoutNUL
        let known: Int64? = try row("SELECT id FROM article WHERE identity = ?", [Self.blob(addition.identity.bytes)])?[0]
        // What this record was when the file was read before.
        let old = try row(
            "SELECT line, article FROM origin WHERE file = ? AND name = ? AND reading < ? ORDER BY line LIMIT 1",
            [file.id, name, file.reading])
        let oldArticle: Int64? = old?[1]
        if let old {
            try run("DELETE FROM origin WHERE file = ? AND name = ? AND line = ?", [file.id, name, old[0] as Int])
        }

        let article: Int64
        if let known {
            article = known
            if let oldArticle, oldArticle != known { try keepMarks(of: oldArticle, for: addition.identity) }
            if oldArticle == known, try !holds(known, addition.record) {
                try replace(known, with: addition)
            } else {
                result.known += 1
            }
        } else if let oldArticle {
            try keepMarks(of: oldArticle, for: addition.identity)
            if try row("SELECT 1 FROM origin WHERE article = ? LIMIT 1", [oldArticle]) == nil {
                article = oldArticle
                try replace(oldArticle, with: addition)
            } else {
                article = try insert(addition)
            }
        } else {
            article = try insert(addition)
        }
        try run(
            """
            INSERT INTO origin (file, name, line, reading, article) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET reading = excluded.reading, article = excluded.article
            """, [file.id, name, line, file.reading, article])
        if let oldArticle, oldArticle != article { try removeIfOrphan(oldArticle) }
    }

    private func holds(_ article: Int64, _ record: [UInt8]) throws -> Bool {
        try row("SELECT 1 FROM content WHERE article = ? AND record = ?", [article, Self.blob(record)]) != nil
    }

    /// Marks are kept by identity: a changed text inherits them.
    private func keepMarks(of article: Int64, for identity: ArticleIdentity) throws {
        try run(
            """
            INSERT OR IGNORE INTO mark (identity, read, starred, place, note)
            SELECT ?, read, starred, place, note FROM mark JOIN article USING (identity) WHERE article.id = ?
            """, [Self.blob(identity.bytes), article])
    }

    private mutating func replace(_ article: Int64, with addition: Addition) throws {
        try clear(article)
        try fill(article, with: addition)
        result.replaced += 1
    }

    private mutating func insert(_ addition: Addition) throws -> Int64 {
        let article = try fill(nil, with: addition)
        result.added += 1
        return article
    }

    /// Takes out of all tables what hangs on an article's text; its own row stays.
    private mutating func clear(_ article: Int64) throws {
        try run(
            """
            INSERT INTO search (search, rowid, title, text, source, author, tags)
            SELECT 'delete', id, title, text, source, author, tags FROM searchable WHERE id = ?
            """, [article])
        try run("DELETE FROM content WHERE article = ?", [article])
        let first = article << Schema.ordinalBits
        let last = first | Int64(Schema.ordinals - 1)
        try run(
            """
            INSERT INTO quotation_search (quotation_search, rowid, text)
            SELECT 'delete', id, text FROM quotation WHERE id BETWEEN ? AND ?
            """, [first, last])
        try run("DELETE FROM quotation WHERE id BETWEEN ? AND ?", [first, last])
        for row in try Row.fetchAll(
            db.cachedStatement(sql: "SELECT name, aliases FROM appearance WHERE article = ?"), arguments: [article])
        {
            let name: Int64 = row[0]
            try run("DELETE FROM topic WHERE name = ? AND quotation BETWEEN ? AND ?", [name, first, last])
            let aliases = try row.withUnsafeData(atIndex: 1) { try Self.numbers($0 ?? Data()) }
            for alias in aliases {
                try run("UPDATE spelling SET articles = articles - 1 WHERE name = ? AND alias = ?", [name, alias])
                try run("DELETE FROM spelling WHERE name = ? AND alias = ? AND articles < 1", [name, alias])
            }
            changedNames.formUnion(aliases + [name])
        }
        let names = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT name FROM appearance WHERE article = ?"), arguments: [article])
        try run("DELETE FROM appearance WHERE article = ?", [article])
        for name in changedNames.union(names) { try dropUnused(name) }
    }

    /// A name that nothing in the library bears any more would still make others ambiguous.
    private mutating func dropUnused(_ name: Int64) throws {
        let used = try row(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM appearance WHERE name = ?1) OR EXISTS (SELECT 1 FROM spelling WHERE alias = ?1)
            """, [name])
        guard used == nil, let old = try row("SELECT class, folded, display, family FROM name WHERE id = ?", [name]) else {
            return
        }
        try run("INSERT INTO name_search (name_search, rowid, display) VALUES ('delete', ?, ?)", [name, old[2] as String])
        try run("DELETE FROM name WHERE id = ?", [name])
        names = [:]
        if let family: String = old[3] { try noteSingle(family) }
    }

    /// The person's name of one word that full names end in, if the library has it, may belong to another now.
    private mutating func noteSingle(_ family: String) throws {
        if let single: Int64 = try row("SELECT id FROM name WHERE class = 0 AND folded = ?", [family])?[0] {
            changedNames.insert(single)
        }
    }

    // MARK: Rows

    @discardableResult
    private mutating func fill(_ existing: Int64?, with addition: Addition) throws -> Int64 {
        let details = addition.article.details
        let values: StatementArguments = [
            existing, Self.blob(addition.identity.bytes), addition.article.id.withoutNUL, addition.title.withoutNUL,
            addition.titleKey, details.source?.withoutNUL, details.author?.withoutNUL, details.url?.withoutNUL,
            details.date?.withoutNUL, addition.published?.instant, addition.published?.day.rawValue,
            details.tags.isEmpty ? nil : details.tags.map(\.onOneLine).joined(separator: "\n"), addition.language,
            addition.words, addition.quotations.count, addition.speakers, now,
        ]
        try run(
            """
            INSERT INTO article (id, identity, name, title, title_key, source, author, url, date, instant, day, tags, language,
                words, quotations, speakers, added)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET identity = excluded.identity, name = excluded.name, title = excluded.title,
                title_key = excluded.title_key, source = excluded.source, author = excluded.author, url = excluded.url,
                date = excluded.date, instant = excluded.instant, day = excluded.day, tags = excluded.tags,
                language = excluded.language, words = excluded.words, quotations = excluded.quotations,
                speakers = excluded.speakers
            """, values)
        let article = existing ?? db.lastInsertedRowID
        try run(
            "INSERT INTO content (article, text, record) VALUES (?, ?, ?)",
            [article, Self.blob(Array(addition.article.text.utf8)), Self.blob(addition.record)])
        try run(
            """
            INSERT INTO search (rowid, title, text, source, author, tags)
            SELECT id, title, text, source, author, tags FROM searchable WHERE id = ?
            """, [article])
        try fillNames(of: article, addition)
        return article
    }

    private mutating func fillNames(of article: Int64, _ addition: Addition) throws {
        let first = article << Schema.ordinalBits
        var numbers: [Int64] = []
        for appearance in addition.names.appearances {
            let name = try number(of: appearance.spelling, appearance.display)
            numbers.append(name)
            var aliases: [Int64] = []
            for alias in appearance.aliases {
                let number = try number(of: alias.spelling, alias.display)
                aliases.append(number)
                try run(
                    """
                    INSERT INTO spelling (name, alias, articles) VALUES (?, ?, 1)
                    ON CONFLICT DO UPDATE SET articles = articles + 1
                    """, [name, number])
                if try row("SELECT 1 FROM spelling WHERE name = ? AND alias = ? AND articles = 1", [name, number]) != nil {
                    changedNames.insert(number)
                }
            }
            let kind = Int(ArticleRecord.code(appearance.kind, ArticleRecord.entityKinds))
            try run(
                "INSERT INTO appearance (article, name, kind, mentions, quotations, aliases) VALUES (?, ?, ?, ?, ?, ?)",
                [article, name, kind, appearance.mentions, appearance.quotations, Self.blob(Self.bytes(of: aliases))])
            for ordinal in appearance.topicOf where ordinal < Schema.ordinals {
                try run("INSERT INTO topic (name, quotation) VALUES (?, ?)", [name, first | Int64(ordinal)])
            }
        }
        for (ordinal, quotation) in addition.quotations.enumerated() {
            let id = first | Int64(ordinal)
            try run(
                """
                INSERT INTO quotation (id, key, speaker, speaker_name, form, act, confidence, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    id, quotation.key, quotation.speaker.map { numbers[$0] },
                    quotation.speaker.map { addition.names.appearances[$0].display.withoutNUL }, Int(quotation.form),
                    Int(quotation.act), quotation.confidence, quotation.text,
                ])
            try run("INSERT INTO quotation_search (rowid, text) VALUES (?, ?)", [id, quotation.text])
        }
    }

    private mutating func number(of spelling: ArticleNames.Spelling, _ display: String) throws -> Int64 {
        if let known = names[spelling] { return known }
        let nameClass = spelling.nameClass.rawValue
        if let known: Int64 = try row("SELECT id FROM name WHERE class = ? AND folded = ?", [nameClass, spelling.folded])?[
            0]
        {
            names[spelling] = known
            return known
        }
        let words = display.split(whereSeparator: \.isWhitespace).map { TextFold.folded(String($0)) }.filter { !$0.isEmpty }
        let family = spelling.nameClass == .person && words.count > 1 ? words.last : nil
        let display = display.onOneLine
        try run(
            "INSERT INTO name (class, folded, display, family, person) VALUES (?, ?, ?, ?, 0)",
            [nameClass, spelling.folded, display, family])
        let id = db.lastInsertedRowID
        try run("UPDATE name SET person = id WHERE id = ?", [id])
        try run("INSERT INTO name_search (rowid, display) VALUES (?, ?)", [id, display])
        names[spelling] = id
        changedNames.insert(id)
        if let family { try noteSingle(family) }
        return id
    }

    // MARK: Statements

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    private static func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

    private static func bytes(of numbers: [Int64]) -> [UInt8] {
        var writer = ByteWriter()
        for number in numbers { writer.write(Int(number)) }
        return writer.bytes
    }

    private static func numbers(_ data: Data) throws -> [Int64] {
        var reader = ByteReader(Array(data))
        var numbers: [Int64] = []
        while !reader.isAtEnd { numbers.append(Int64(try reader.int())) }
        return numbers
    }
}
