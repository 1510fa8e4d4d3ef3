import GRDB

extension Library {
    /// Brings together the parts of which the indexes of words consist since articles came, a part for each transaction: a word is
    /// then looked for in a few places, and its list is walked in half the time. Nobody waits longer than a turn.
    func mergeIndexes(
        _ indexes: [String] = ["search", "quotation_search", "name_search"], turn: Duration = .milliseconds(50),
        while mayGoOn: () -> Bool = { true }
    ) throws(LibraryError) {
        let pages = max(8, Int(turn / .milliseconds(1)) * Self.pagesInAMillisecond)
        for index in indexes {
            var goesOn = true
            while goesOn {
                guard mayGoOn() else { return }
                goesOn = try writing { db in
                    let start = ContinuousClock.now
                    repeat {
                        let known = db.totalChangesCount
                        try db.execute(sql: "INSERT INTO \(index) (\(index), rank) VALUES ('merge', \(pages))")
                        // One change is the statement's own: https://sqlite.org/fts5.html#the_merge_command
                        if db.totalChangesCount - known < 2 { return false }
                    } while start.duration(to: .now) < turn
                    return true
                }
            }
        }
    }

    /// Of a turn's pages about so many are merged between two looks at the clock.
    private static let pagesInAMillisecond = 2
}

extension Migration {
    /// An import leaves nearly all that is to be merged for its end, where it is merged once.
    static let widerMerges = Migration(
        "wider merges",
        tables: ["search", "quotation_search", "name_search"].map {
            """
            INSERT INTO \($0) (\($0), rank) VALUES ('automerge', 16);
            INSERT INTO \($0) (\($0), rank) VALUES ('crisismerge', 64);
            """
        }.joined(separator: "\n"))
}
