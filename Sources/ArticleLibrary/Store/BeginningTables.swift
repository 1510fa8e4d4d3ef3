import GRDB

extension Migration {
    /// How words begin: see ``WordBeginnings``. An import writes larger parts of the indexes of words, of which there are fewer to
    /// bring together.
    static let beginnings = Migration("beginnings of words", weight: 5) { db, progress in
        try db.execute(
            sql: """
                CREATE TABLE beginning (article INTEGER PRIMARY KEY, words BLOB NOT NULL);
                INSERT INTO search (search, rank) VALUES ('hashsize', \(8 << 20));
                INSERT INTO quotation_search (quotation_search, rank) VALUES ('hashsize', \(4 << 20));
                """)
        let articles = Int(try db.number("SELECT count(*) FROM article") ?? 0)
        try progress.part(5, rows: articles) { step in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT article.id, title, text, source, author, tags FROM article JOIN content ON content.id = article.content
                    ORDER BY article.id
                    """)
            while let row = try rows.next() {
                // A damaged text has no words; a check says so.
                let text = try? row.unpackedText(atIndex: 2)
                let words = WordBeginnings(of: row[1], text, row[3], row[4], row[5])
                try db.run("INSERT INTO beginning (article, words) VALUES (?, ?)", row[0] as Int64, words.bytes)
                try step()
            }
        }
    }
}
