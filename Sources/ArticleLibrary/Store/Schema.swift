import GRDB

/// The library's tables, and how an older library becomes one of today.
enum Schema {
    /// Marks a file as ours: `PQLB`.
    static let applicationID: Int32 = 0x5051_4C42

    /// A quotation's number is its article's number and its place in it, so that all quotations of an article lie side by
    /// side and neither needs a column: `article << 20 | ordinal`.
    static let ordinalBits = 20
    /// The most quotations of one article that are indexed.
    static let ordinals = 1 << ordinalBits

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: articles, quotations, names, marks") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: articles + names + quotations + marks)
        }
        return migrator
    }

    private static let articles = """
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
        """

    private static let names = """
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
        """

    private static let quotations = """
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
        """

    private static let marks = """
        -- What a reader did, by the article's identity: it outlives the article and finds it again.
        CREATE TABLE mark (
            identity BLOB PRIMARY KEY,
            read INTEGER NOT NULL DEFAULT 0,
            starred INTEGER NOT NULL DEFAULT 0,
            place INTEGER NOT NULL DEFAULT 0,
            note TEXT
        ) WITHOUT ROWID;
        """
}
