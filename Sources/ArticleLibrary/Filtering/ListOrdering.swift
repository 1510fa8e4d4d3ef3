import Foundation
import GRDB
import Query

/// Puts articles into the order of a list. Numbers are in the order of dates as they are; the other orders have an index each.
struct ListOrdering {
    let db: Database
    let order: ListOrder
    /// What is looked for, for the order by relevance.
    let condition: Condition?

    /// Up to so many are sorted by looking each up; for more the order's index is walked.
    private static let few = 2_000

    init(_ db: Database, _ filter: Filter) {
        self.db = db
        condition = filter.condition
        let order = filter.order ?? ListOrder(.date)
        // Without words nothing is relevant.
        self.order = order.key == .relevance && filter.condition == nil ? ListOrder(.date) : order
    }

    /// Whether numbers are in this order already.
    var isByNumber: Bool { order == ListOrder(.date) }

    /// The articles of a set, all of them, in order.
    func ordered(_ set: NumberSet) throws -> [Int64] {
        switch (order.key, set) {
        case (.date, _):
            let numbers = try all(of: set)
            return order.isReversed ? Self.oldestFirst(numbers) : numbers
        case (.relevance, _): return try byRelevance(all(of: set))
        case (.story, _):
            let numbers = try all(of: set)
            var stories = StoryOrder(db, set, isReversed: order.isReversed)
            if numbers.count > Self.few { try stories.load() }
            return try (order.isReversed ? Self.oldestFirst(numbers) : numbers).flatMap { try stories.numbers(at: $0) }
        case (_, .these(let numbers)) where numbers.count <= Self.few: return try sorted(numbers)
        default: return try walk(set, rows: 0..<Int.max)
        }
    }

    /// Some rows of a set, found by walking the order's index from its start: quick for the first of many. Nil for an order
    /// without an index.
    func rows(_ rows: Range<Int>, of set: NumberSet) throws -> [Int64]? {
        order.key == .relevance ? nil : try walk(set, rows: rows)
    }

    /// The row of an article in the list of a set. Quick in the order of numbers.
    func row(of number: Int64, in set: NumberSet) throws -> Int? {
        guard try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?"), arguments: [number]) != nil,
            set.contains(number)
        else { return nil }
        guard isByNumber else { return try ordered(set).firstIndex(of: number) }
        switch set {
        case .these(let numbers): return numbers.firstSorted(notBelow: number)
        case .allBut(let gone):
            let before = try Int.fetchOne(
                db.cachedStatement(sql: "SELECT count(*) FROM article WHERE id < ?"), arguments: [number])
            return (before ?? 0) - gone.firstSorted(notBelow: number)
        }
    }

    // MARK: Ways

    private func walk(_ set: NumberSet, rows: Range<Int>) throws -> [Int64] {
        var numbers: [Int64] = []
        var row = 0
        var stories = order.key == .story ? StoryOrder(db, set, isReversed: order.isReversed) : nil
        for part in walks {
            // What is passed over of all there are SQLite passes over.
            let skipped = set == .all && walks.count == 1 && stories == nil ? rows.lowerBound : 0
            row += skipped
            let cursor = try Int64.fetchCursor(
                db.cachedStatement(sql: "SELECT id FROM article \(part) LIMIT -1 OFFSET ?"), arguments: [skipped])
            while row < rows.upperBound, let number = try cursor.next() {
                guard set.contains(number) else { continue }
                for number in try stories?.numbers(at: number) ?? [number] {
                    if rows.contains(row) { numbers.append(number) }
                    row += 1
                }
            }
        }
        return numbers
    }

    /// The walks of all articles, one after the other, that each follow an index.
    private var walks: [String] {
        switch (order.key, order.isReversed) {
        case (.date, false), (.story, false), (.relevance, _): ["ORDER BY id"]
        case (.date, true), (.story, true):
            [
                "WHERE id < \(ArticleNumbers.undated) ORDER BY id DESC",
                "WHERE id >= \(ArticleNumbers.undated) ORDER BY id",
            ]
        case (.title, let isReversed):
            ["WHERE title_key > '' ORDER BY title_key\(isReversed ? " DESC" : ""), id", "WHERE title_key = '' ORDER BY id"]
        case (.source, let isReversed):
            [
                "WHERE source IS NOT NULL ORDER BY source COLLATE NOCASE\(isReversed ? " DESC" : ""), id",
                "WHERE source IS NULL ORDER BY id",
            ]
        case (.quotes, let isReversed): ["ORDER BY quotations\(isReversed ? "" : " DESC"), id"]
        }
    }

    private func all(of set: NumberSet) throws -> [Int64] {
        if case .these(let numbers) = set { return numbers }
        // The smallest index there is, sorted afterwards, is quicker than the table.
        let numbers = try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM article INDEXED BY article_by_quotations"))
        guard case .these(let sorted) = NumberSet(unordered: numbers), case .allBut(let gone) = set, !gone.isEmpty else {
            return numbers.sorted()
        }
        guard case .these(let rest) = NumberSet.these(sorted).intersection(set) else { return sorted }
        return rest
    }

    /// What has no date stays last, as it came.
    static func oldestFirst(_ numbers: [Int64]) -> [Int64] {
        let undated = numbers.firstSorted(notBelow: ArticleNumbers.undated)
        return numbers[..<undated].reversed() + numbers[undated...]
    }

    private func sorted(_ numbers: [Int64]) throws -> [Int64] {
        let list = "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
        return try Int64.fetchAll(
            db.cachedStatement(
                sql:
                    "SELECT article.id FROM json_each(?) CROSS JOIN article ON article.id = json_each.value ORDER BY \(sql)"
            ),
            arguments: [list])
    }

    /// Best match first, of equals the newest: BM25 (Robertson and Zaragoza, 2009), a word in the title worth ten.
    private func byRelevance(_ numbers: [Int64]) throws -> [Int64] {
        let words = Filter(condition).positiveWords.filter { TextFold.hasWords($0.words.text) }
            .map { Condition.words($0.field.holdsNames || $0.field == .quote ? .anywhere : $0.field, $0.words) }
        var scores: [Int64: Double] = [:]
        if let match = Condition.either(words).flatMap(IndexQuery.match) {
            let statement = try db.cachedStatement(
                sql: "SELECT rowid, bm25(search, 10.0, 1.0, 3.0, 3.0, 3.0) FROM search WHERE search MATCH ?")
            let rows = try Row.fetchCursor(statement, arguments: [match])
            while let row = try rows.next() { scores[row[0]] = row[1] }
        }
        return numbers.sorted { one, two in
            // Better matches have the lower score.
            let (first, second) = (scores[one] ?? 0, scores[two] ?? 0)
            return first == second ? one < two : order.isReversed ? first > second : first < second
        }
    }

    private var sql: String {
        switch (order.key, order.isReversed) {
        case (.date, _), (.story, _), (.relevance, _): "article.id"
        case (.title, let isReversed): "title_key = '', title_key\(isReversed ? " DESC" : ""), article.id"
        case (.source, let isReversed): "source IS NULL, source COLLATE NOCASE\(isReversed ? " DESC" : ""), article.id"
        case (.quotes, let isReversed): "quotations\(isReversed ? "" : " DESC"), article.id"
        }
    }
}
