import GRDB

/// What becomes of a library of the first form, in which articles were numbered as they came.
enum FirstLibrary {
    /// The tables whose rows speak of articles by number, and those that are as they were.
    private static let tables = [
        "article", "content", "file", "origin", "name", "spelling", "appearance", "quotation", "topic", "mark", "state",
    ]

    /// Takes the old tables out of the way of the new; the indexes of words are made again.
    static func setAside(_ db: Database) throws {
        for index in ["search", "quotation_search", "name_search"] { try db.execute(sql: "DROP TABLE \(index)") }
        try db.execute(sql: "DROP VIEW searchable")
        for index in try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
        {
            try db.execute(sql: "DROP INDEX \(index)")
        }
        for table in tables { try db.execute(sql: "ALTER TABLE \(table) RENAME TO old_\(table)") }
    }

    /// Fills the new tables. Marks stay in `old_mark` until a reader takes them: see ``MarkStore``.
    static func bringOver(_ db: Database, _ progress: MigrationProgress) throws {
        try db.execute(sql: "CREATE TABLE renumbering (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
        var numbers = ArticleNumbers(db)
        let articles = try Row.fetchCursor(db, sql: "SELECT id, date FROM old_article ORDER BY id")
        let count = Int(try db.number("SELECT count(*) FROM old_article") ?? 0)
        try progress.part(10, rows: count) { step in
            while let row = try articles.next() {
                let date: String? = row[1]
                let number = try numbers.next(for: date.flatMap(PublicationDate.init(parsing:)))
                try db.cachedStatement(sql: "INSERT INTO renumbering VALUES (?, ?)").execute(arguments: [
                    row[0] as Int64, number,
                ])
                // Its place is taken from here on.
                try db.cachedStatement(
                    sql: """
                        INSERT INTO article SELECT ?1, id, identity, name, title, title_key, source, author, url, date, instant, day,
                            tags, language, words, quotations, speakers, added FROM old_article WHERE id = ?2
                        """
                ).execute(arguments: [number, row[0] as Int64])
                try step()
            }
        }
        try numbers.store()
        // As quotations were numbered then: see ``Migration/leanIndexes``.
        let bits = 20
        try db.execute(
            sql: """
                INSERT INTO content SELECT article, text, record FROM old_content ORDER BY article;
                INSERT INTO file SELECT id, path, reading, size, modified, inode, annotator, 0 FROM old_file;
                INSERT INTO origin SELECT file, name, line, reading, new FROM old_origin JOIN renumbering ON old = article;
                INSERT INTO name SELECT * FROM old_name;
                INSERT INTO spelling SELECT * FROM old_spelling;
                INSERT INTO appearance SELECT new, name, kind, mentions, old_appearance.quotations, aliases
                    FROM renumbering JOIN old_appearance ON old = article ORDER BY new, name;
                INSERT INTO quotation SELECT (new << \(bits)) | (id & \(1 << bits - 1)), key, speaker, speaker_name, form, act,
                    confidence, text FROM old_quotation JOIN renumbering ON old = id >> \(bits) ORDER BY 1;
                INSERT INTO topic SELECT name, (new << \(bits)) | (quotation & \(1 << bits - 1))
                    FROM old_topic JOIN renumbering ON old = quotation >> \(bits);
                UPDATE state SET articles = (SELECT count(*) FROM article), quotations = (SELECT count(*) FROM quotation),
                    content = (SELECT content + 1 FROM old_state);
                DROP TABLE renumbering;
                """)
        for (index, weight) in [("search", 40), ("quotation_search", 9), ("name_search", 1)] {
            try progress.part(weight) { try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')") }
        }
        for table in tables.reversed() where table != "mark" { try db.execute(sql: "DROP TABLE old_\(table)") }
    }
}
