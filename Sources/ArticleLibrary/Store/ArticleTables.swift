import Foundation
import GRDB

extension Migration {
    /// What the first libraries had is made anew by ``articlesByDate``; only those libraries remember it by this name.
    static let firstLibrary = Migration("1: articles, quotations, names, marks") { _ in }

    /// Articles lie in the order of their dates: see ``ArticleNumber``. Marks lie in a database of the reader's own.
    static let articlesByDate = Migration("2: articles by date, marks apart", weight: 60) { db, progress in
        let isOld = try db.tableExists("article")
        if isOld { try FirstLibrary.setAside(db) }
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try db.execute(sql: articles + names + quotations)
        try db.execute(
            sql: "INSERT INTO state (library, articles, quotations, content) VALUES (randomblob(16), 0, 0, 0)")
        if isOld { try FirstLibrary.bringOver(db, progress) }
    }

    private static let articles = """
        -- What a list shows and sorts by; text and annotation lie apart, so that walking this table is quick.
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,      -- its place in the order by date: see ArticleNumber
            content INTEGER NOT NULL,
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
        CREATE INDEX article_by_day ON article (day DESC) WHERE day IS NOT NULL;
        CREATE INDEX article_by_title ON article (title_key);
        CREATE INDEX article_by_source ON article (source COLLATE NOCASE);
        CREATE INDEX article_by_quotations ON article (quotations DESC);
        -- Where an article's own second is taken, the first that may be free.
        CREATE TABLE crowd (number INTEGER PRIMARY KEY, next INTEGER NOT NULL);
        -- In the order of import, so that the bulk of a library is only ever written at its end.
        CREATE TABLE content (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            text BLOB NOT NULL,          -- a blob, since a text may hold NUL
            record BLOB NOT NULL         -- see ArticleRecord
        );
        CREATE VIEW searchable AS
            SELECT article.id, title, text, source, author, tags FROM article JOIN content ON content.id = article.content;
        CREATE VIRTUAL TABLE search USING fts5 (
            title, text, source, author, tags, content = 'searchable', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2'
        );
        CREATE TABLE file (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            reading INTEGER NOT NULL,    -- how often its reading was begun
            size INTEGER, modified INTEGER, inode INTEGER, annotator TEXT,  -- null until read to its end
            problems INTEGER NOT NULL DEFAULT 0  -- records that could not be read
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
        -- A text that took the place of another: marks follow it. See MarkStore.
        CREATE TABLE succession (id INTEGER PRIMARY KEY AUTOINCREMENT, old BLOB NOT NULL, new BLOB NOT NULL);
        -- What a cache may hold depends on `content`: it changes in the transaction that changes the tables.
        CREATE TABLE state (
            library BLOB NOT NULL, articles INTEGER NOT NULL, quotations INTEGER NOT NULL, content INTEGER NOT NULL
        );

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
            key INTEGER NOT NULL,        -- stable: see QuotationKeys
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
}
