import DocumentModel
import Foundation
import GRDB
import Query
import Testing

@testable import ArticleLibrary

/// Libraries of the first form, which people have: opened, they are libraries of today with everything in them.
@Suite final class FirstLibraryTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "pullquote-first-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// What the first libraries were made by.
    private static let schema = """
        -- What a list shows and sorts by; text and annotation lie apart, so that walking this table is quick.
        CREATE TABLE article (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            identity BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL,          -- path or record's id
            title TEXT NOT NULL,
            title_key TEXT NOT NULL,     -- folded, to sort by
            source TEXT, author TEXT, url TEXT,
            date TEXT,                   -- as given
            instant INTEGER,             -- seconds since 1970, UTC
            day INTEGER,                 -- days since 1970, as written
            tags TEXT,                   -- one a line
            language TEXT NOT NULL,
            words INTEGER NOT NULL,
            quotations INTEGER NOT NULL,
            speakers TEXT NOT NULL,      -- one a line, those with most quotations first
            added INTEGER NOT NULL       -- seconds since 1970
        );
        CREATE INDEX article_by_date ON article (instant DESC, id);
        CREATE INDEX article_by_day ON article (day);
        CREATE TABLE content (
            article INTEGER PRIMARY KEY,
            text BLOB NOT NULL,          -- a blob, since a text may hold NUL
            record BLOB NOT NULL         -- see ArticleRecord
        );
        CREATE VIEW searchable AS
            SELECT id, title, text, source, author, tags FROM article JOIN content ON content.article = article.id;
        CREATE VIRTUAL TABLE search USING fts5 (
            title, text, source, author, tags, content = 'searchable', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2'
        );
        CREATE TABLE file (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            reading INTEGER NOT NULL,    -- how often its reading was begun
            size INTEGER, modified INTEGER, inode INTEGER, annotator TEXT   -- null until read to its end
        );
        CREATE TABLE origin (
            file INTEGER NOT NULL,
            name TEXT NOT NULL,          -- the record's id; empty where the file is the article
            line INTEGER NOT NULL,       -- 0 where the file is the article
            reading INTEGER NOT NULL,    -- the file's reading that saw it last
            article INTEGER NOT NULL,
            PRIMARY KEY (file, name, line)
        ) WITHOUT ROWID;
        CREATE INDEX origin_by_article ON origin (article);
        -- What a cache may hold depends on these: they change in the transaction that changes the tables.
        CREATE TABLE state (articles INTEGER NOT NULL, content INTEGER NOT NULL, marks INTEGER NOT NULL);
        INSERT INTO state VALUES (0, 0, 0);
        -- Everything that is named, under one spelling each. `person` is the name's own number, or that of the full name
        -- that it is a spelling of: see NameResolution.
        CREATE TABLE name (
            id INTEGER PRIMARY KEY,
            class INTEGER NOT NULL,      -- 0 person, 1 body, 2 other
            folded TEXT NOT NULL,
            display TEXT NOT NULL,
            family TEXT,                 -- a full name's last word, folded
            person INTEGER NOT NULL,
            UNIQUE (class, folded)
        );
        CREATE INDEX name_by_person ON name (person);
        CREATE INDEX name_by_family ON name (family) WHERE family IS NOT NULL;
        CREATE VIRTUAL TABLE name_search USING fts5 (
            display, content = 'name', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
        );
        -- In so many articles whoever is called `name` is called `alias` too.
        CREATE TABLE spelling (
            name INTEGER NOT NULL, alias INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (name, alias)
        ) WITHOUT ROWID;
        CREATE INDEX spelling_by_alias ON spelling (alias);
        CREATE TABLE appearance (
            article INTEGER NOT NULL,
            name INTEGER NOT NULL,
            kind INTEGER NOT NULL,       -- ArticleRecord.entityKinds
            mentions INTEGER NOT NULL,
            quotations INTEGER NOT NULL,
            aliases BLOB NOT NULL,       -- numbers of other spellings here
            PRIMARY KEY (article, name)
        ) WITHOUT ROWID;
        CREATE INDEX appearance_by_name ON appearance (name, article, quotations, kind);
        CREATE TABLE quotation (
            id INTEGER PRIMARY KEY,      -- article << 20 | ordinal
            key INTEGER NOT NULL,        -- stable: see QuotationKey
            speaker INTEGER,             -- name
            speaker_name TEXT,
            form INTEGER NOT NULL,
            act INTEGER NOT NULL,
            confidence INTEGER NOT NULL, -- the speaker's, in thousandths
            text TEXT NOT NULL
        );
        CREATE INDEX quotation_by_speaker ON quotation (speaker) WHERE speaker IS NOT NULL;
        CREATE VIRTUAL TABLE quotation_search USING fts5 (
            text, content = 'quotation', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
        );
        -- Who or what is named inside which quotation.
        CREATE TABLE topic (name INTEGER NOT NULL, quotation INTEGER NOT NULL, PRIMARY KEY (name, quotation)) WITHOUT ROWID;
        -- What a reader did, by the article's identity: it outlives the article and finds it again.
        CREATE TABLE mark (
            identity BLOB PRIMARY KEY,
            read INTEGER NOT NULL DEFAULT 0,
            starred INTEGER NOT NULL DEFAULT 0,
            place INTEGER NOT NULL DEFAULT 0,
            note TEXT
        ) WITHOUT ROWID;
        """

    private static let articles =
        FilterTests.articles + [
            Small.article("f", "Later on the same day.", date: "2024-08-18"),
            Small.article("g", "{Ada Quill|One.} {Bo Reed|Two of [Oslo].} {|Three.}", date: "1024-01-01T10:00:00Z"),
        ]

    /// Makes a library of the first form out of one of today: the same rows, articles numbered as they came.
    private func makeFirstLibrary(at path: String) throws -> Library {
        let today = try Small.library(Self.articles)
        let old = try DatabaseQueue(path: path)
        try old.write { db in
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try db.execute(sql: Self.schema)
            try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            try db.execute(
                sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [Schema.migrations[0].name])
            var numbers: [Int64: Int64] = [:]
            func rows(_ sql: String) throws -> [[DatabaseValue]] {
                try today.reading { try Row.fetchAll($0, sql: sql).map { Array($0.databaseValues) } }
            }
            func insert(_ table: String, _ values: [DatabaseValue]) throws {
                let marks = values.map { _ in "?" }.joined(separator: ", ")
                try db.execute(sql: "INSERT INTO \(table) VALUES (\(marks))", arguments: StatementArguments(values))
            }
            func integer(_ value: DatabaseValue) -> Int64 { Int64.fromDatabaseValue(value) ?? 0 }
            func renumbered(_ value: DatabaseValue) -> DatabaseValue {
                (numbers[integer(value)] ?? 0).databaseValue
            }
            func renumbered(quotation value: DatabaseValue) -> DatabaseValue {
                ((numbers[integer(value) >> Schema.ordinalBits] ?? 0) << 20
                    | integer(value) & Int64(Schema.ordinals - 1)).databaseValue
            }
            // `content` counts as they came.
            for row in try rows("SELECT * FROM article ORDER BY content") {
                numbers[integer(row[0])] = integer(row[1])
                try insert("article", Array(row.dropFirst().dropLast()))
            }
            for row in try rows("SELECT id, unpacked(text), unpacked(record, text) FROM content") {
                try insert("content", row)
            }
            for row in try rows("SELECT id, path, reading, size, modified, inode, annotator FROM file") {
                try insert("file", row)
            }
            for row in try rows("SELECT * FROM origin") { try insert("origin", row.dropLast() + [renumbered(row[4])]) }
            for (table, columns) in [("name", "id, class, folded, display, family, person"), ("spelling", "*")] {
                for row in try rows("SELECT \(columns) FROM \(table)") { try insert(table, row) }
            }
            for row in try rows("SELECT article, name, kind, mentions, quotations, aliases FROM appearance") {
                try insert("appearance", [renumbered(row[0])] + row.dropFirst())
            }
            for row in try rows(
                """
                SELECT id, key, speaker, spoken.speaker_name, form, act, confidence, text FROM quotation JOIN spoken USING (id)
                """)
            {
                try insert("quotation", [renumbered(quotation: row[0])] + row.dropFirst())
            }
            for row in try rows(Small.topics) { try insert("topic", [row[0], renumbered(quotation: row[1])]) }
            for index in ["search", "name_search", "quotation_search"] {
                try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
            }
            try db.execute(sql: "UPDATE state SET articles = ?, content = 7", arguments: [numbers.count])
            try db.execute(
                sql: """
                    INSERT INTO mark SELECT identity, 1, 0, 5, NULL FROM article WHERE name = 'a';
                    INSERT INTO mark SELECT identity, 0, 1, 0, 'a word' FROM article WHERE name = 'e';
                    INSERT INTO mark VALUES (x'00', 1, 1, 1, 'gone')
                    """)
        }
        return today
    }

    @Test func everythingIsThere() throws {
        let path = folder + "/library.db"
        let today = try makeFirstLibrary(at: path)
        do {
            let library = try Library(at: path)
            try expectSound(library)
            for filter in [
                "", "sort:-date", "peace", "person:quill", "said:reed", "about:reed", "quote:war", "date:2024", "bre",
            ] {
                #expect(try Small.ids(library, filter) == Small.ids(today, filter), "\(filter)")
                let filter = try Filter(parsing: filter)
                #expect(
                    try library.quotations(matching: filter, rows: 0..<99).rows.map(\.text)
                        == today.quotations(matching: filter, rows: 0..<99).rows.map(\.text))
                #expect(
                    try library.people(matching: filter, rows: 0..<99).rows
                        == today.people(matching: filter, rows: 0..<99).rows)
            }
            for row in try library.articles(matching: .all, rows: 0..<99).rows {
                #expect(try library.article(row.key) == Self.articles.first { $0.article.id == row.id })
            }
            #expect(try library.isUnchanged("a", FileFacts(size: 1, modified: 1, inode: 1)))
            #expect(library.changeCount == 8)
        }
        // And again, from what was written; with the marks, and the next import.
        let library = try Library(at: path)
        #expect(try Small.ids(library, "is:read") == "a")
        #expect(try Small.ids(library, "is:starred") == "e")
        let read = try #require(library.articles(matching: Filter(parsing: "is:read"), rows: 0..<1).rows.first)
        let noted = try #require(library.articles(matching: Filter(parsing: "is:noted"), rows: 0..<1).rows.first)
        #expect(try library.openedArticle(read.key)?.place == 5)
        #expect(try library.note(on: noted.key) == "a word")
        #expect(try library.reading { try !$0.tableExists("old_mark") })
        try library.add(Self.articles.flatMap { Small.steps(for: $0) })
        try library.add(Small.steps(for: Small.article("h", "Newest.", date: "2024-08-18")))
        #expect(try Small.ids(library, "") == "a f h b c g d e")
        try expectSound(library)
    }

    @Test func anEmptyOneToo() throws {
        let path = folder + "/library.db"
        let old = try DatabaseQueue(path: path)
        try old.write { db in
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try db.execute(sql: Self.schema)
            try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [Schema.migrations[0].name])
        }
        let library = try Library(at: path)
        try library.add(Self.articles.flatMap { Small.steps(for: $0) })
        #expect(try Small.ids(library, "") == "a f b c g d e")
        try expectSound(library)
    }
}
