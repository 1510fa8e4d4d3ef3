import GRDB

extension Migration {
    /// In which quotations somebody is named stands with where they appear: a row for each took as much room as the article's own.
    static let topicsInAppearances = Migration("topics in appearances", weight: 5) { db, progress in
        try db.execute(
            sql: """
                -- In which of the article's quotations it is named: see QuotationOrdinals; null for none.
                ALTER TABLE appearance ADD COLUMN topics BLOB;
                DROP INDEX appearance_by_name;
                """)
        let topics = Int(try db.number("SELECT count(*) FROM topic") ?? 0)
        try progress.part(4, rows: topics) { step in
            var (name, article): (Int64, Int64) = (0, 0)
            var ordinals: [Int] = []
            func store() throws {
                try db.run(
                    "UPDATE appearance SET topics = ? WHERE article = ? AND name = ?", QuotationOrdinals.encoded(ordinals),
                    article, name)
            }
            let rows = try Row.fetchCursor(
                db, sql: "SELECT name, quotation >> \(Schema.ordinalBits), quotation FROM topic ORDER BY name, quotation")
            while let row = try rows.next() {
                let (one, place): (Int64, Int64) = (row[0], row[1])
                if one != name || place != article {
                    if !ordinals.isEmpty { try store() }
                    (name, article, ordinals) = (one, place, [])
                }
                ordinals.append(Int((row[2] as Int64) & Int64(Schema.ordinals - 1)))
                try step()
            }
            if !ordinals.isEmpty { try store() }
        }
        try progress.part(1) {
            try db.execute(
                sql: """
                    DROP TABLE topic;
                    CREATE INDEX appearance_by_name ON appearance (name, article, quotations, kind, topics);
                    """)
        }
    }
}
