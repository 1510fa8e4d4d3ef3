import GRDB

extension Migration {
    /// Near-copies: see ``StoryWriter``.
    static let stories = Migration("stories", tables: tables)

    /// New keys of sketches lie apart: see ``SketchKeys``. Articles of older libraries get their sketches here.
    static let newSketchKeys = Migration("new keys of sketches", weight: 40) { db, progress in
        try db.execute(
            sql: """
                CREATE TABLE sketch_key_new (
                    key INTEGER NOT NULL, place INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, place, article)
                ) WITHOUT ROWID;
                CREATE TABLE sketch_turn (next INTEGER NOT NULL);
                INSERT INTO sketch_turn VALUES (0);
                """)
        guard try db.row("SELECT 1 FROM sketch LIMIT 1", []) == nil else { return }
        let numbers = try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id")
        var writer = StoryWriter(db)
        try progress.part(40, rows: numbers.count) { step in
            for number in numbers {
                try step()
                guard let article = try writer.article(number) else { continue }
                try writer.add(number, TextSketch(article))
            }
        }
        try writer.close()
    }

    private static let tables = """
        CREATE TABLE sketch (article INTEGER PRIMARY KEY, size INTEGER NOT NULL, signature BLOB NOT NULL);
        -- Articles that share a key may be copies. `place` orders those of a key, by a hash of the text: the same whatever the
        -- order of import.
        CREATE TABLE sketch_key (
            key INTEGER NOT NULL, place INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, place, article)
        ) WITHOUT ROWID;
        -- Pairs of near-copies, both ways round, that so many keys bring side by side.
        CREATE TABLE copy (
            article INTEGER NOT NULL, other INTEGER NOT NULL, keys INTEGER NOT NULL, PRIMARY KEY (article, other)
        ) WITHOUT ROWID;
        -- The story of each article that has copies: the number of one of them.
        CREATE TABLE story (article INTEGER PRIMARY KEY, story INTEGER NOT NULL);
        CREATE INDEX story_members ON story (story);
        """
}
