import DocumentModel
import Foundation
import GRDB
import Query

extension Migration {
    /// What readers know better than the annotator, and filters under names.
    static let corrections = Migration(
        "corrections, saved filters",
        tables: """
            -- In the order in which they were made: the last word counts. See Correction.
            CREATE TABLE correction (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                what INTEGER NOT NULL,       -- CorrectionTable.codes
                identity BLOB,               -- the article's; null for what is said of people
                quotation INTEGER,           -- its stable key
                words TEXT,                  -- its words
                class INTEGER, name TEXT,    -- the speaker, or the first name
                other_class INTEGER, other TEXT,
                value INTEGER,               -- a form or an act
                author TEXT NOT NULL,
                instant INTEGER NOT NULL     -- seconds since 1970
            );
            CREATE INDEX correction_by_article ON correction (identity);
            CREATE TABLE saved_filter (name TEXT PRIMARY KEY COLLATE NOCASE, text TEXT NOT NULL) WITHOUT ROWID;
            """)
}

extension Migration {
    /// What is said of a person says in which article they are called so, since others may be called the same.
    static let namesInArticles = Migration(
        "corrections of namesakes",
        tables: """
            ALTER TABLE correction ADD COLUMN bearer BLOB;        -- the identity of an article that calls somebody by `name`
            ALTER TABLE correction ADD COLUMN other_bearer BLOB;  -- and by `other`
            -- Articles that are gone and were the last to name one of several who are called the same: see NameBearers.
            CREATE TABLE departed (identity BLOB PRIMARY KEY) WITHOUT ROWID;
            """)
}

/// The table of corrections.
struct CorrectionTable {
    let db: Database

    /// A correction and its number.
    struct Entry {
        var id: Int64
        var correction: Correction
    }

    // MARK: Reading

    /// All, in the order in which they were made.
    func all() throws -> [Entry] { try entries("ORDER BY id", []) }

    /// What is said of the quotations of an article and of people, in order.
    func changes(for identity: ArticleIdentity) throws -> [Correction.Change] {
        guard try !isEmpty else { return [] }
        return try entries("WHERE identity = ? OR identity IS NULL ORDER BY id", [Data(identity.bytes)]).map(
            \.correction.change)
    }

    /// What is said of the quotations of an article alone.
    func quotationChanges(for identity: ArticleIdentity) throws -> [Correction.Change] {
        guard try !isEmpty else { return [] }
        return try entries("WHERE identity = ? ORDER BY id", [Data(identity.bytes)]).map(\.correction.change)
    }

    /// What is said of people.
    func peopleChanges() throws -> [Correction.Change] {
        try entries("WHERE identity IS NULL ORDER BY id", []).map(\.correction.change)
    }

    /// The splits of people who are called the same, by the articles that call them so.
    func splitsOfNamesakes() throws -> [(one: ActorName, other: ActorName)] {
        guard try !isEmpty else { return [] }
        return try entries("WHERE what = 5 AND bearer IS NOT NULL AND other_bearer IS NOT NULL ORDER BY id", []).compactMap
        {
            guard case .split(let one, let other) = $0.correction.change, one.kind == .person, other.kind == .person,
                TextFold.folded(one.name) == TextFold.folded(other.name)
            else { return nil }
            return (one, other)
        }
    }

    func entry(_ id: Int64) throws -> Entry? { try entries("WHERE id = ?", [id]).first }

    private var isEmpty: Bool {
        get throws { try db.number("SELECT 1 FROM correction LIMIT 1") == nil }
    }

    private func entries(_ condition: String, _ arguments: StatementArguments) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, what, identity, quotation, words, class, name, other_class, other, value, author, instant, bearer,
                    other_bearer
                FROM correction \(condition)
                """)
        return try Row.fetchAll(statement, arguments: arguments).compactMap { row in
            try Self.change(row).map { Entry(id: row[0], correction: Correction($0, by: row[10], at: row[11])) }
        }
    }

    // MARK: Writing

    /// Keeps a correction; gives its number. The same said again by the same person at the same time is one.
    @discardableResult
    func insert(_ correction: Correction) throws -> Int64 {
        let values = Self.values(correction)
        let known = try db.row(
            """
            SELECT id FROM correction WHERE what IS ? AND identity IS ? AND quotation IS ? AND words IS ? AND class IS ?
                AND name IS ? AND other_class IS ? AND other IS ? AND value IS ? AND author IS ? AND instant IS ?
                AND bearer IS ? AND other_bearer IS ?
            """, values)
        if let id: Int64 = known?[0] { return id }
        try db.run(
            """
            INSERT INTO correction (what, identity, quotation, words, class, name, other_class, other, value, author, instant,
                bearer, other_bearer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, arguments: values)
        return db.lastInsertedRowID
    }

    func remove(_ id: Int64) throws { try db.run("DELETE FROM correction WHERE id = ?", id) }

    /// A text took the place of another: what was put right in the one is put right in the other, where it says the same.
    func follow(from old: Data, to new: ArticleIdentity) throws {
        try db.run(
            """
            INSERT INTO correction (what, identity, quotation, words, class, name, other_class, other, value, author, instant)
            SELECT what, ?1, quotation, words, class, name, other_class, other, value, author, instant FROM correction AS one
            WHERE identity = ?2 AND identity <> ?1 AND NOT EXISTS (
                SELECT 1 FROM correction AS two WHERE two.identity = ?1 AND two.quotation = one.quotation
                    AND two.what = one.what AND two.instant >= one.instant)
            ORDER BY id
            """, Data(new.bytes), old)
    }

    /// What is said of people by an article.
    func peopleChanges(by article: Data) throws -> [Entry] {
        guard try !isEmpty else { return [] }
        return try entries("WHERE bearer = ?1 OR other_bearer = ?1 ORDER BY id", [article])
    }

    /// Another article says from now on whom a correction means.
    func setArticle(of column: BearerColumn, _ id: Int64, to article: Data) throws {
        try db.run("UPDATE correction SET \(column.rawValue) = ? WHERE id = ?", article, id)
    }

    /// Where the articles of a correction's first and second name stand.
    enum BearerColumn: String, CaseIterable {
        case bearer
        case other = "other_bearer"
    }

    // MARK: Rows

    private static let classes: [Actor.Kind] = [.person, .body]

    private static func values(_ correction: Correction) -> StatementArguments {
        let anchor = correction.change.quotation
        var (code, name, other, value): (Int, ActorName?, ActorName?, Int?) = (0, nil, nil, nil)
        switch correction.change {
        case .speaker(_, let speaker): (code, name) = (0, speaker)
        case .notAQuotation: code = 1
        case .form(_, let form): (code, value) = (2, Int(ArticleRecord.code(form, ArticleRecord.quotationForms)))
        case .act(_, let act): (code, value) = (3, Int(ArticleRecord.code(act, ArticleRecord.acts)))
        case .merge(let one, let two): (code, name, other) = (4, one, two)
        case .split(let one, let two): (code, name, other) = (5, one, two)
        case .rename(let one, let new): (code, name, other) = (6, one, ActorName(new, kind: one.kind))
        }
        func number(_ name: ActorName?) -> Int? { name.flatMap { classes.firstIndex(of: $0.kind) } }
        return [
            code, anchor.map { Data($0.article.bytes) }, anchor?.key, anchor?.words.withoutNUL, number(name),
            name?.name.onOneLine, number(other), other?.name.onOneLine, value, correction.author.onOneLine,
            correction.instant, (name?.article).map { Data($0.bytes) }, (other?.article).map { Data($0.bytes) },
        ]
    }

    /// The change in a row; nil for one of a kind that this program does not know.
    private static func change(_ row: Row) throws -> Correction.Change? {
        func name(_ class: Int, _ name: Int, _ article: Int) -> ActorName? {
            guard let number: Int = row[`class`], classes.indices.contains(number), let text: String = row[name] else {
                return nil
            }
            let identity = (row[article] as Data?).flatMap { ArticleIdentity(bytes: Array($0)) }
            return ActorName(text, kind: classes[number], in: identity)
        }
        let (first, second) = (name(5, 6, 12), name(7, 8, 13))
        let value: Int = row[9] ?? -1
        if let data: Data = row[2] {
            guard let identity = ArticleIdentity(bytes: Array(data)) else { throw DamagedBytes() }
            let anchor = QuotationAnchor(article: identity, key: row[3] ?? 0, words: row[4] ?? "")
            switch row[1] as Int {
            case 0: return .speaker(anchor, first)
            case 1: return .notAQuotation(anchor)
            case 2 where ArticleRecord.quotationForms.indices.contains(value):
                return .form(anchor, ArticleRecord.quotationForms[value])
            case 3 where ArticleRecord.acts.indices.contains(value): return .act(anchor, ArticleRecord.acts[value])
            default: return nil
            }
        }
        guard let first, let second else { return nil }
        switch row[1] as Int {
        case 4: return .merge(first, second)
        case 5: return .split(first, second)
        case 6: return .rename(first, to: second.name)
        default: return nil
        }
    }
}
