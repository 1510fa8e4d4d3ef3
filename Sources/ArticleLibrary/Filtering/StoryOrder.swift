import GRDB

/// Brings near-copies together in a list by date: all of a story's articles stand where the first of them would.
struct StoryOrder {
    private let db: Database
    private let set: NumberSet
    private let isReversed: Bool
    /// The stories that stand in the list already.
    private var told: Set<Int64> = []
    /// Every article's story, once all are loaded.
    private var stories: [Int64: Int64]?

    /// The order of a set of articles by date, oldest first where it is reversed.
    init(_ db: Database, _ set: NumberSet, isReversed: Bool) {
        self.db = db
        self.set = set
        self.isReversed = isReversed
    }

    /// Reads all stories at once: for lists of so many articles that to look each up takes longer.
    mutating func load() throws {
        var stories: [Int64: Int64] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT article, story FROM story")
        while let row = try rows.next() { stories[row[0]] = row[1] }
        self.stories = stories
    }

    /// What stands in the list at the place of an article, which are asked for in the order of dates: itself, its whole story,
    /// or nothing where the story stands before.
    mutating func numbers(at number: Int64) throws -> [Int64] {
        guard let story = try story(of: number) else { return [number] }
        guard told.insert(story).inserted else { return [] }
        let members = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT article FROM story WHERE story = ? ORDER BY article"), arguments: [story]
        ).filter(set.contains)
        return isReversed ? ListOrdering.oldestFirst(members) : members
    }

    private func story(of number: Int64) throws -> Int64? {
        if let stories { return stories[number] }
        return try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT story FROM story WHERE article = ?"), arguments: [number])
    }
}
