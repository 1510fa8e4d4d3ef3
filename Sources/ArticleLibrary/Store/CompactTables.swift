import GRDB

extension Migration {
    /// Texts may be packed: see ``PackedText``. Those that were there before stay as they are, which is a form of it.
    static let packedTexts = Migration("packed texts", weight: 10) { db, progress in
        try db.execute(sql: packedTables)
        try progress.part(10) {
            try db.execute(sql: "INSERT INTO quotation_search (quotation_search) VALUES ('rebuild')")
        }
    }

    /// From here on texts are packed by ``Zstandard``. What is there stays as it is; a program that could not read what comes is told so.
    static let textsByZstandard = Migration("texts by Zstandard") { _ in }

    private static let packedTables = """
        DROP VIEW searchable;
        CREATE VIEW searchable AS
            SELECT article.id, title, unpacked(text) AS text, source, author, tags
            FROM article JOIN content ON content.id = article.content;
        -- The words of the index: see IndexedWords.
        CREATE VIRTUAL TABLE search_words USING fts5vocab (search, instance);
        -- Half as much is written while a library grows, and a word is looked for in some more places.
        INSERT INTO search (search, rank) VALUES ('automerge', 8);
        -- How long quotations are nobody asks.
        DROP TABLE quotation_search;
        CREATE VIRTUAL TABLE quotation_search USING fts5 (
            text, content = 'quotation', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
        );
        INSERT INTO quotation_search (quotation_search, rank) VALUES ('automerge', 8);
        -- Blocks that may come out otherwise since names of another block changed: see PersonStore.
        CREATE TABLE person_dependent (block TEXT PRIMARY KEY) WITHOUT ROWID;
        """
}
