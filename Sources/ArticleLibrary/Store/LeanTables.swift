import DocumentModel
import Foundation
import GRDB

extension Migration {
    /// What takes much room and helps little goes: the words of quotations, which stand in the texts, and the lists of the beginnings
    /// of words, which ``FirstRows`` does without. Quotations have shorter numbers.
    static let leanIndexes = Migration("lean indexes", weight: 100) { db, progress in
        let articles = Int(try db.number("SELECT count(*) FROM article") ?? 0)
        try db.execute(sql: tables)
        try progress.part(50, rows: articles) { try bringQuotationsOver(db, $0) }
        try progress.part(48, rows: articles) { try indexTexts(db, $0) }
        try progress.part(2) { try db.execute(sql: "INSERT INTO name_search (name_search) VALUES ('rebuild')") }
        try db.execute(
            sql: """
                INSERT INTO topic SELECT name, (quotation >> 20 << \(Schema.ordinalBits)) | (quotation & 0xFFFFF)
                    FROM old_topic WHERE quotation & 0xFFFFF < \(Schema.ordinals);
                UPDATE article SET quotations = \(Schema.ordinals) WHERE quotations > \(Schema.ordinals);
                UPDATE state SET quotations = (SELECT count(*) FROM quotation);
                DROP TABLE old_quotation;
                DROP TABLE old_topic;
                """)
    }

    private static let tables = """
        -- Nobody asks for it; `family` says only whether a name is one in full.
        DROP INDEX name_by_family;
        DROP TABLE search_words;
        DROP TABLE search;
        CREATE VIRTUAL TABLE search USING fts5 (
            title, text, source, author, tags, content = 'searchable', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE search_words USING fts5vocab (search, instance);
        -- The end of an import merges whatever are two: see mergeIndexes.
        INSERT INTO search (search, rank) VALUES ('usermerge', 2);
        INSERT INTO search (search, rank) VALUES ('automerge', 8);
        DROP TABLE name_search;
        CREATE VIRTUAL TABLE name_search USING fts5 (
            display, content = 'name', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2',
            columnsize = 0
        );
        INSERT INTO name_search (name_search, rank) VALUES ('usermerge', 2);
        DROP TABLE quotation_search;
        DROP INDEX quotation_by_speaker;
        DROP INDEX quotation_sample;
        ALTER TABLE quotation RENAME TO old_quotation;
        CREATE TABLE quotation (
            id INTEGER PRIMARY KEY,      -- article << 12 | ordinal
            key INTEGER NOT NULL,        -- stable: see QuotationKeys
            speaker INTEGER,             -- name
            speaker_name TEXT,           -- as the article has it, where that is not as the name is displayed
            form INTEGER NOT NULL,
            act INTEGER NOT NULL,
            confidence INTEGER NOT NULL, -- the speaker's, in thousandths
            words BLOB NOT NULL          -- see QuotedWords
        );
        CREATE INDEX quotation_by_speaker ON quotation (speaker) WHERE speaker IS NOT NULL;
        CREATE INDEX quotation_sample ON quotation (key) WHERE key & \(1 << WordWeights.sampleBits - 1) = 0;
        CREATE VIEW spoken AS
            SELECT quotation.id, quoted(quotation.words, content.text) AS text, coalesce(speaker_name, display) AS speaker_name
            FROM quotation JOIN article ON article.id = quotation.id >> \(Schema.ordinalBits)
            JOIN content ON content.id = article.content LEFT JOIN name ON name.id = speaker;
        CREATE VIRTUAL TABLE quotation_search USING fts5 (
            text, content = 'spoken', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
        );
        INSERT INTO quotation_search (quotation_search, rank) VALUES ('automerge', 8);
        INSERT INTO quotation_search (quotation_search, rank) VALUES ('usermerge', 2);
        ALTER TABLE topic RENAME TO old_topic;
        CREATE TABLE topic (name INTEGER NOT NULL, quotation INTEGER NOT NULL, PRIMARY KEY (name, quotation)) WITHOUT ROWID;
        """

    /// Fills the index of texts, as its own command would: article by article, so that it is known how far that has come.
    private static func indexTexts(_ db: Database, _ step: () throws -> Void) throws {
        let insert = try db.makeStatement(
            sql: "INSERT INTO search (rowid, title, text, source, author, tags) VALUES (?, ?, ?, ?, ?, ?)")
        let articles = try Row.fetchCursor(
            db, sql: "SELECT id, title, text, source, author, tags FROM searchable ORDER BY id")
        while let row = try articles.next() {
            try insert.execute(arguments: StatementArguments(row.databaseValues))
            try step()
        }
    }

    /// Fills the new table of quotations and its index. What cannot be read of a damaged article stays as it was.
    private static func bringQuotationsOver(_ db: Database, _ step: () throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id >> 20, id & 0xFFFFF, key, speaker, speaker_name, form, act, confidence, old_quotation.text
                FROM old_quotation WHERE id & 0xFFFFF < \(Schema.ordinals) ORDER BY id
                """)
        var last: (article: Int64, corrected: CorrectedArticle?) = (.min, nil)
        while let row = try rows.next() {
            let (article, ordinal): (Int64, Int) = (row[0], row[1])
            if last.article != article {
                last = (article, try? corrected(article, db))
                try step()
            }
            let words: String = row[8]
            var kept = QuotedWords.words(words)
            if let corrected = last.corrected, corrected.anchors.indices.contains(ordinal),
                corrected.anchors[ordinal].words.withoutNUL == words
            {
                kept = QuotedWords(words, of: corrected.annotated.annotation.quotations[ordinal], key: row[2])
            }
            try Quotations.insert(
                article << Schema.ordinalBits | Int64(ordinal), key: row[2], speaker: row[3], speakerName: row[4],
                form: row[5], act: row[6], confidence: row[7], kept, db)
            try db.run(
                "INSERT INTO quotation_search (rowid, text) VALUES (?, ?)",
                article << Schema.ordinalBits | Int64(ordinal), words)
        }
    }

    private static func corrected(_ article: Int64, _ db: Database) throws -> CorrectedArticle? {
        try ArticleWriter.stored(article, db).map {
            CorrectedArticle($0, by: try CorrectionTable(db: db).quotationChanges(for: ArticleIdentity(of: $0.article)))
        }
    }
}

/// The table of quotations.
enum Quotations {
    /// Puts one in.
    static func insert(
        _ number: Int64, key: Int64, speaker: Int64?, speakerName: String?, form: Int, act: Int, confidence: Int,
        _ words: QuotedWords, _ db: Database
    ) throws {
        try db.run(
            """
            INSERT INTO quotation (id, key, speaker, speaker_name, form, act, confidence, words)
            VALUES (?1, ?2, ?3, nullif(?4, (SELECT display FROM name WHERE id = ?3)), ?5, ?6, ?7, ?8)
            """, number, key, speaker, speakerName, form, act, confidence, words)
    }

    /// Puts one in as an article has it: what its speaker is called there only where the name is displayed otherwise.
    static let insertion =
        "INSERT INTO quotation (id, key, speaker, speaker_name, form, act, confidence, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
}

extension QuotedWords {
    /// How a quotation's words are kept: themselves where they are asked for without their article.
    init(_ words: String, of quotation: Quotation, key: Int64) {
        let isOfSample = key & (1 << Int64(WordWeights.sampleBits) - 1) == 0
        self = quotation.part == .title || isOfSample ? .words(words) : .spans(quotation.spans)
    }
}
