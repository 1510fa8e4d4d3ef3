import Foundation
import GRDB
import Query

/// Finds the first articles of a list in the order of dates without finding them all, where that is quicker.
///
/// The index of words gives articles in their order, the first of them at once. What it would have to put together
/// beforehand (the beginnings of words), and what other indexes know, is looked at article by article, for as many as can be
/// looked at meanwhile: if many articles meet the filter, the first of them are soon found; if few do, finding all is quick.
struct FirstRows {
    let db: Database
    let today: Day

    /// So many articles are looked at by their words, a hundredth of a millisecond each.
    private static let mostRead = 300
    /// So many numbers are looked up in a set.
    private static let mostLookedUp = 20_000

    /// The first articles that meet the condition, at least `wanted` of them; nil where finding them is no quicker than
    /// finding all.
    func articles(_ condition: Condition, atLeast wanted: Int) throws -> [Int64]? {
        var parts: [Condition] = if case .all(let parts) = condition { parts } else { [condition] }
        let span = try takeDates(&parts)
        // What words alone decide, be it that some are not there.
        let (indexed, others) = parts.parted { IndexQuery.match($0) != nil || IndexQuery.match($0.negated) != nil }
        if Condition.joined(indexed).flatMap(IndexQuery.match) == nil {
            // Dates alone, or nothing that the index of words could begin with.
            return parts.isEmpty ? try candidates(nil, span, limit: wanted) : nil
        }
        let set = try FilterEvaluation(db: db, today: today).articles(withoutIndex: others)
        var (slow, quick) = indexed.parted(by: \.isSlowToBegin)
        let match = Condition.joined(quick).flatMap(IndexQuery.match)
        if match == nil { (slow, quick) = (indexed, []) }
        var found: [Int64] = []
        if slow.isEmpty, let match {
            if set == .all { return try candidates(match, span, limit: wanted) }
            found = try candidates(match, span, limit: wanted, lookedAt: Self.mostLookedUp) { set.contains($0) }
        } else {
            let rest = Condition.joined(slow) ?? condition
            found = try candidates(match, span, limit: wanted, lookedAt: Self.mostRead) { number in
                guard set.contains(number), let words = try words(of: number) else { return false }
                return words.meet(rest)
            }
        }
        return found.count < wanted ? nil : found
    }

    /// Takes the dates out of the parts; gives the days, and the numbers that articles of these days have.
    private func takeDates(_ parts: inout [Condition]) throws -> Span {
        var span = Span(numbers: 1...Int64.max, days: nil)
        for part in parts {
            guard case .published(let dates) = part else { continue }
            let (first, last) = dates.days(today: today)
            let numbers = try ArticleNumbers.span(first: first?.rawValue, last: last?.rawValue, db)
            let days = (first?.rawValue ?? .min)...(last?.rawValue ?? .max)
            span.numbers = span.numbers.clamped(to: numbers)
            span.days = span.days.map { $0.clamped(to: days) } ?? days
        }
        parts.removeAll { if case .published = $0 { true } else { false } }
        return span
    }

    /// Days, and the numbers among which their articles are.
    private struct Span {
        var numbers: ClosedRange<Int64>
        var days: ClosedRange<Int>?
    }

    /// The first articles that the index of words names, or that there are, of these days, that are as wanted.
    private func candidates(
        _ match: String?, _ span: Span, limit: Int, lookedAt most: Int = .max,
        where isWanted: (Int64) throws -> Bool = { _ in true }
    ) throws -> [Int64] {
        let (table, condition) = match == nil ? ("article", "?1 IS NULL") : ("search", "search MATCH ?1")
        let cursor = try Int64.fetchCursor(
            db.cachedStatement(
                sql: "SELECT rowid FROM \(table) WHERE \(condition) AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid"),
            arguments: [match, span.numbers.lowerBound, span.numbers.upperBound])
        var found: [Int64] = []
        var count = 0
        while found.count < limit, count < most, let number = try cursor.next() {
            count += 1
            if try isWanted(number), try span.days.map({ try isPublished(number, on: $0) }) ?? true { found.append(number) }
        }
        return found
    }

    private func isPublished(_ number: Int64, on days: ClosedRange<Int>) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT day FROM article WHERE id = ?")
        guard let day = try Int.fetchOne(statement, arguments: [number]) else { return false }
        return days.contains(day)
    }

    private func words(of number: Int64) throws -> ArticleWords? {
        let statement = try db.cachedStatement(
            sql: "SELECT title, text, source, author, tags FROM searchable WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
        return ArticleWords(
            title: row[0],
            text: try row.withUnsafeData(atIndex: 1) { String(decoding: $0 ?? Data(), as: UTF8.self) },
            source: row[2], author: row[3], tags: row[4])
    }
}
