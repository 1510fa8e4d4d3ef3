import GRDB

extension Migration {
    /// Which model annotated which article, so that a newer one finds what to annotate anew: see
    /// ``Library/outdated(by:after:most:)``.
    static let annotators = Migration("annotators") { db in
        try db.execute(
            sql: """
                -- How many articles each has annotated; 0 is nobody knows who.
                CREATE TABLE annotator (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL);
                INSERT INTO annotator VALUES (0, '', 0);
                INSERT INTO annotator (name, articles) SELECT DISTINCT annotator, 0 FROM file WHERE annotator > '';
                ALTER TABLE article ADD COLUMN annotator INTEGER NOT NULL DEFAULT 0;
                UPDATE article SET annotator = coalesce((
                    SELECT annotator.id FROM origin JOIN file ON file.id = origin.file
                    JOIN annotator ON annotator.name = file.annotator WHERE origin.article = article.id LIMIT 1), 0);
                UPDATE annotator SET articles = (SELECT count(*) FROM article WHERE annotator = annotator.id);
                CREATE INDEX origin_by_name ON origin (name, article) WHERE name <> '';
                """)
    }
}

/// Who annotated how many articles: kept up to date by whoever writes articles, inside one transaction.
struct Annotators {
    /// The number of whoever is not known.
    static let nobody: Int64 = 0

    private let db: Database
    private var numbers: [String: Int64] = [:]
    private var changes: [Int64: Int] = [:]

    init(_ db: Database) { self.db = db }

    /// The number of an annotator, new or known.
    mutating func number(of name: String) throws -> Int64 {
        if let known = numbers[name] { return known }
        try db.run("INSERT INTO annotator (name, articles) VALUES (?, 0) ON CONFLICT DO NOTHING", name)
        let number: Int64 = try db.row("SELECT id FROM annotator WHERE name = ?", [name])?[0] ?? Self.nobody
        numbers[name] = number
        return number
    }

    /// So many articles more are of this one.
    mutating func count(_ change: Int, _ number: Int64) { changes[number, default: 0] += change }

    /// Stores the counts; to be called before the transaction ends.
    mutating func store() throws {
        for (number, change) in changes.sorted(by: { $0.key < $1.key }) where change != 0 {
            try db.run("UPDATE annotator SET articles = articles + ? WHERE id = ?", change, number)
        }
        changes = [:]
    }

    /// How many articles each has annotated, by name.
    static func counts(_ db: Database) throws -> [String: Int] {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT name, articles FROM annotator WHERE articles > 0"))
        return Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }) { one, _ in one }
    }
}
