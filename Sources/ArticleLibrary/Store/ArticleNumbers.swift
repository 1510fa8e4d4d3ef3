import GRDB

/// Articles' numbers, which are their order by date: the newest has the lowest, what has no date follows as it came.
///
/// A number is the second in which an article was published, counted backwards, so that every index that lists articles
/// by number (words, names, quotations) gives them in the order of the list, the first of them at once, and a span of days
/// is a span of numbers. Whose second is taken gets one of the next: articles with a day and no time share out the seconds
/// of their day.
struct ArticleNumbers {
    /// The number of the last second of the year 9999, and of a day's worth of time zones.
    private static let latest: Int64 = 253_402_387_200
    /// From here on stands what has no date; beyond the first second of the year 1.
    static let undated: Int64 = 1 << 39
    private static let secondsOfADay: Int64 = 86_400
    /// How many seconds one by one are tried before the steps grow.
    private static let patience = 16

    private let db: Database
    private var next: [Int64: Int64] = [:]

    init(_ db: Database) { self.db = db }

    /// A number that no article has, for one published then. Whoever takes it stores the article before asking again.
    mutating func next(for published: PublicationDate?) throws -> Int64 {
        let wanted = Self.wanted(published)
        var number = try next[wanted] ?? stored(wanted) ?? wanted
        var (step, tries): (Int64, Int) = (1, 0)
        while try isTaken(number) {
            number += step
            tries += 1
            // Thousands in one second: nearly in order is soon enough.
            if tries > Self.patience { step *= 2 }
        }
        if number != wanted || published?.hasTime != true { next[wanted] = number + 1 }
        return number
    }

    /// Stores where the next ones go; to be called before the transaction ends.
    mutating func store() throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO crowd (number, next) VALUES (?, ?) ON CONFLICT DO UPDATE SET next = excluded.next")
        for (number, next) in next.sorted(by: { $0.key < $1.key }) { try statement.execute(arguments: [number, next]) }
        next = [:]
    }

    /// The number of an article that is the only one of its second.
    private static func wanted(_ published: PublicationDate?) -> Int64 {
        guard let published else { return undated }
        // The day's last second: those that come after lie before it in time and are still of that day.
        let instant = published.hasTime ? published.instant : published.instant + secondsOfADay - 1
        return max(1, min(latest - instant, undated - 1))
    }

    /// The numbers that articles of these days can have, whatever their time zone and however crowded their seconds are.
    static func span(first: Int?, last: Int?, _ db: Database) throws -> ClosedRange<Int64> {
        let crowd = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(next - number) FROM crowd WHERE number < ?"), arguments: [undated])
        let newest = last.map { latest - (Int64($0) + 2) * secondsOfADay } ?? 1
        let oldest = first.map { latest - (Int64($0) - 1) * secondsOfADay + (crowd ?? 0) } ?? undated - 1
        let lower = max(1, min(newest, undated - 1))
        return lower...max(lower, min(oldest, undated - 1))
    }

    private func isTaken(_ number: Int64) throws -> Bool {
        try db.number("SELECT 1 FROM article WHERE id = ?", number) != nil
    }

    private func stored(_ wanted: Int64) throws -> Int64? {
        try db.number("SELECT next FROM crowd WHERE number = ?", wanted)
    }
}
