import DocumentModel
import GRDB
public import Query

extension Library {
    /// Names that begin like what is typed, for a field of the filter language: people and bodies by how often they are quoted
    /// and named, outlets, authors and tags by their articles. Empty for fields of plain words.
    public func suggestions(for field: Field, beginning typed: String, limit: Int = 20) throws(LibraryError)
        -> [FilterSuggestion]
    {
        try reading { db in
            switch field {
            case .person: return try names(typed, "name.class = 0", "articles", limit, db)
            case .said, .about:
                return try names(typed, "name.class < 2", field == .said ? "quotations" : "articles", limit, db)
            case .entity: return try names(typed, "1", "articles", limit, db)
            case .organisation: return try names(typed, "kind = \(Self.code(.organisation))", "articles", limit, db)
            case .place:
                return try names(typed, "kind IN (\(Self.code(.location)), \(Self.code(.facility)))", "articles", limit, db)
            case .source: return try column("source", typed, limit, db)
            case .author: return try column("author", typed, limit, db)
            case .tag: return try tags(typed, limit, db)
            case .anywhere, .quote, .title: return []
            }
        }
    }

    private static func code(_ kind: EntityKind) -> Int { Int(ArticleRecord.code(kind, ArticleRecord.entityKinds)) }

    private func names(
        _ typed: String, _ condition: String, _ order: String, _ limit: Int, _ db: Database
    ) throws -> [FilterSuggestion] {
        let beginning = TextFold.hasWords(typed) ? IndexQuery.pattern(Words(typed, isPrefix: true)) : nil
        let candidates =
            try beginning.flatMap { try fewNames(beginning: $0, db) }
            ?? newestNames(beginning: beginning, condition, order, limit, db)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT display, count(*) AS articles, total(quotations) AS quotations
                FROM name JOIN appearance ON appearance.name = name.id
                WHERE \(condition) AND name.id IN (SELECT value FROM json_each(?))
                GROUP BY name.id \(order == "quotations" ? "HAVING total(quotations) > 0" : "")
                ORDER BY \(order) DESC, display LIMIT \(limit)
                """, arguments: ["[" + candidates.map { String($0) }.joined(separator: ",") + "]"])
        return rows.map { row in
            let count: Int = row[order == "quotations" ? 2 : 1]
            return FilterSuggestion(row[0], detail: Self.counted(count, order == "quotations" ? "quotation" : "article"))
        }
    }

    /// So many names are counted in all articles.
    private static let mostCounted = 500
    /// Of more, those are counted that stand in the newest articles: where so many names stand.
    private static let mostLookedThrough = 20_000

    /// The names with words that begin so, if they are few.
    private func fewNames(beginning pattern: String, _ db: Database) throws -> [Int64]? {
        let names = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT rowid FROM name_search WHERE name_search MATCH ? LIMIT ?"),
            arguments: [pattern, Self.mostCounted + 1])
        return names.count > Self.mostCounted ? nil : names
    }

    /// The names that stand most often in the newest articles: whom one is likely to mean, found in some milliseconds however
    /// large the library is.
    private func newestNames(
        beginning pattern: String?, _ condition: String, _ order: String, _ limit: Int, _ db: Database
    ) throws -> [Int64] {
        let matching = pattern == nil ? "1" : "name.id IN (SELECT rowid FROM name_search WHERE name_search MATCH :pattern)"
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT name.id FROM (
                    SELECT name AS number, kind, quotations FROM appearance ORDER BY article LIMIT \(Self.mostLookedThrough)
                ) CROSS JOIN name ON name.id = number WHERE \(condition) AND \(matching)
                GROUP BY name.id ORDER BY \(order == "quotations" ? "total(quotations)" : "count(*)") DESC, display
                LIMIT \(limit)
                """, arguments: pattern.map { ["pattern": $0] } ?? [:])
    }

    private func column(_ column: String, _ typed: String, _ limit: Int, _ db: Database) throws -> [FilterSuggestion] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(column), count(*) FROM article WHERE \(column) IS NOT NULL GROUP BY \(column) COLLATE NOCASE
                ORDER BY count(*) DESC, \(column)
                """)
        return Self.suggestions(rows.map { ($0[0], $0[1]) }, typed, limit)
    }

    private func tags(_ typed: String, _ limit: Int, _ db: Database) throws -> [FilterSuggestion] {
        var counts: [String: Int] = [:]
        let rows = try String.fetchCursor(db, sql: "SELECT tags FROM article WHERE tags IS NOT NULL")
        while let tags = try rows.next() { for tag in tags.split(separator: "\n") { counts[String(tag), default: 0] += 1 } }
        return Self.suggestions(
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }, typed, limit)
    }

    /// Those of which some word begins as typed; those that themselves do first.
    private static func suggestions(_ all: [(String, Int)], _ typed: String, _ limit: Int) -> [FilterSuggestion] {
        let typed = TextFold.folded(typed)
        let folded = all.map { (name: $0.0, count: $0.1, folded: TextFold.folded($0.0)) }
        let first = folded.filter { $0.folded.hasPrefix(typed) }
        let others = typed.isEmpty ? [] : folded.filter { !$0.folded.hasPrefix(typed) && $0.folded.contains(" " + typed) }
        return (first + others).prefix(limit).map { FilterSuggestion($0.name, detail: counted($0.count, "article")) }
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
