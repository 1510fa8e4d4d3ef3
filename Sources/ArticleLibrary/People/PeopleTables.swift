import GRDB

extension Migration {
    /// What tells persons apart beside their names.
    static let peopleByEvidence = Migration("people by evidence") { db in
        try db.execute(sql: people)
        let names = try Row.fetchCursor(db, sql: "SELECT id, folded FROM name WHERE class = 0")
        var blocks: [(Int64, String)] = []
        while let row = try names.next() { blocks.append((row[0], NameParts(folded: row[1]).block)) }
        for (name, block) in blocks {
            try db.run("UPDATE name SET block = ? WHERE id = ?", block, name)
            try db.run("INSERT OR IGNORE INTO person_block (block, appearances, pending) VALUES (?, 0, 1)", block)
        }
    }

    private static let people = """
        -- A person's name has one row for each person who bears it: the first under its folded words, the others with #2, #3 …
        -- behind them. Names that may be one person's share a block: see NameParts.
        ALTER TABLE name ADD COLUMN block TEXT;
        ALTER TABLE name ADD COLUMN bearer INTEGER;  -- the person as the names of its block alone tell; `person`: with links
        CREATE INDEX name_by_block ON name (block, bearer) WHERE block IS NOT NULL;
        -- What an article says a person is.
        CREATE TABLE role (
            name INTEGER NOT NULL, article INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (name, article, role)
        ) WITHOUT ROWID;
        -- Names of different blocks that are one person's; `one` is the name whose block found it out.
        CREATE TABLE link (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
        CREATE INDEX link_by_other ON link (other);
        -- How many appearances a block had when it was resolved last, and how many came or went since.
        CREATE TABLE person_block (
            block TEXT PRIMARY KEY, appearances INTEGER NOT NULL, pending INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX person_block_pending ON person_block (block) WHERE pending > 0;
        """
}
