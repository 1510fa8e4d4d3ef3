import GRDB
public import Query

/// Filters under names, for all who use a library: `@name` stands for one in any filter.
extension Library {
    /// All of them.
    public func savedFilters() throws(LibraryError) -> SavedFilters {
        try reading { db in
            SavedFilters(
                try Row.fetchAll(db, sql: "SELECT name, text FROM saved_filter").map {
                    SavedFilters.Entry(name: $0[0], text: $0[1])
                })
        }
    }

    /// Keeps a filter's text under a name (``SavedFilters/isName(_:)``), in place of the one that had it; nil removes it. Whether
    /// the text is a filter is the caller's to see.
    public func saveFilter(_ text: String?, as name: String) throws(LibraryError) {
        try writing { db in
            if let text {
                try db.run(
                    "INSERT INTO saved_filter (name, text) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET name = ?1, text = ?2",
                    name, text.withoutNUL)
            } else {
                try db.run("DELETE FROM saved_filter WHERE name = ?", name)
            }
        }
    }
}
