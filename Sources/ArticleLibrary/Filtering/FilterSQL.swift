import DocumentModel
import Foundation
import GRDB
import Query

/// A filter as SQL: a condition on a row `article` or `quotation`, and the values of its question marks in their order.
struct FilterSQL {
    private(set) var arguments: [any DatabaseValueConvertible] = []
    private let today: Day

    init(today: Day) { self.today = today }

    // MARK: Articles

    /// True of an article `article` that meets the condition.
    mutating func article(_ condition: Condition) -> String {
        // One question to the index is quicker than many answers put together.
        if let match = Self.match(condition) {
            return self.in("article.id", "SELECT rowid FROM search WHERE search MATCH ?", match)
        }
        switch condition {
        case .words(let field, let words): return article(field, words)
        case .published(let span): return days(span)
        case .state(let state): return Self.state(state)
        case .hasQuotation: return "article.quotations > 0"
        case .not(let inner): return "NOT (\(article(inner)))"
        case .any(let parts):
            return joined(parts.map { article($0) }, by: "OR")
        case .all(let parts):
            let (indexed, others) = parts.parted { Self.match($0) != nil }
            let (spoken, plain) = others.parted(by: \.speaksOfQuotation)
            var conditions: [String] = []
            if !indexed.isEmpty { conditions.append(article(.joined(indexed) ?? .hasQuotation)) }
            conditions += plain.map { article($0) }
            // What is said by somebody and holds these words is one quotation, not two; two speakers are two.
            if spoken.filter(\.isSaid).count <= 1, spoken.count > 1 {
                let one = joined(spoken.map { quotation($0) }, by: "AND")
                conditions.append(
                    "article.id IN (SELECT quotation.id >> \(Schema.ordinalBits) FROM quotation WHERE \(one))")
            } else {
                conditions += spoken.map { article($0) }
            }
            return joined(conditions, by: "AND")
        }
    }

    private mutating func article(_ field: Field, _ words: Words) -> String {
        guard TextFold.hasWords(words.text) else { return "1" }
        let pattern = Self.pattern(words)
        switch field {
        case .anywhere, .title, .source, .author, .tag: return "1"  // Only without words: those with are for the index.
        case .quote:
            return self.in(
                "article.id",
                "SELECT rowid >> \(Schema.ordinalBits) FROM quotation_search WHERE quotation_search MATCH ?", pattern)
        case .about:
            return "article.id IN (SELECT quotation >> \(Schema.ordinalBits) FROM topic WHERE name IN (\(names(pattern))))"
        case .said: return named(pattern, "quotations > 0")
        case .person:
            return
                "article.id IN (SELECT article FROM appearance WHERE name IN (\(names(pattern, where: "name.class = 0"))))"
        case .entity: return named(pattern, "1")
        case .organisation: return named(pattern, Self.kinds([.organisation]))
        case .place: return named(pattern, Self.kinds([.location, .facility]))
        }
    }

    private mutating func named(_ pattern: String, _ condition: String) -> String {
        "article.id IN (SELECT article FROM appearance WHERE \(condition) AND name IN (\(names(pattern))))"
    }

    // MARK: Quotations

    /// True of a quotation `quotation` that meets the condition: what speaks of quotations speaks of this one, the rest of
    /// its article.
    mutating func quotation(_ condition: Condition) -> String {
        switch condition {
        case .words(.said, let words) where TextFold.hasWords(words.text):
            return "quotation.speaker IN (\(names(Self.pattern(words))))"
        case .words(.about, let words) where TextFold.hasWords(words.text):
            return "quotation.id IN (SELECT quotation FROM topic WHERE name IN (\(names(Self.pattern(words)))))"
        case .words(.quote, let words) where TextFold.hasWords(words.text):
            return self.in(
                "quotation.id", "SELECT rowid FROM quotation_search WHERE quotation_search MATCH ?", Self.pattern(words))
        case .hasQuotation: return "1"
        case .not(let inner) where inner.mentionsQuotation: return "NOT (\(quotation(inner)))"
        case .any(let parts) where condition.mentionsQuotation: return joined(parts.map { quotation($0) }, by: "OR")
        case .all(let parts) where condition.mentionsQuotation:
            let (spoken, plain) = parts.parted(by: \.mentionsQuotation)
            var conditions = spoken.map { quotation($0) }
            if let rest = Condition.joined(plain) { conditions.append(quotation(rest)) }
            return joined(conditions, by: "AND")
        default:
            return "quotation.id >> \(Schema.ordinalBits) IN (SELECT article.id FROM article WHERE \(article(condition)))"
        }
    }

    // MARK: Parts

    private mutating func `in`(_ column: String, _ query: String, _ argument: String) -> String {
        arguments.append(argument)
        return "\(column) IN (\(query))"
    }

    private func joined(_ parts: [String], by word: String) -> String {
        parts.isEmpty ? "1" : "(" + parts.joined(separator: " \(word) ") + ")"
    }

    /// The names of everybody of whom some spelling has these words.
    private mutating func names(_ pattern: String, where condition: String = "1") -> String {
        arguments += [pattern, pattern]
        return """
            SELECT name.id FROM name WHERE \(condition) AND name.person IN (
                SELECT one.person FROM name_search JOIN name AS one ON one.id = name_search.rowid
                WHERE name_search MATCH ?
                UNION SELECT one.person FROM name_search JOIN spelling ON spelling.alias = name_search.rowid
                JOIN name AS one ON one.id = spelling.name WHERE name_search MATCH ?)
            """
    }

    private mutating func days(_ span: DateSpan) -> String {
        let (first, last) = span.days(today: today)
        var parts = ["article.day IS NOT NULL"]
        if let first {
            parts.append("article.day >= ?")
            arguments.append(first.rawValue)
        }
        if let last {
            parts.append("article.day <= ?")
            arguments.append(last.rawValue)
        }
        return joined(parts, by: "AND")
    }

    private static func state(_ state: ReadingState) -> String {
        func marked(_ condition: String) -> String {
            "(SELECT one.id FROM own.mark JOIN article AS one USING (identity) WHERE \(condition))"
        }
        return switch state {
        case .unread: "article.id NOT IN \(marked("mark.read"))"
        case .read: "article.id IN \(marked("mark.read"))"
        case .starred: "article.id IN \(marked("mark.starred"))"
        case .noted: "article.id IN \(marked("mark.note IS NOT NULL"))"
        }
    }

    private static func kinds(_ kinds: [EntityKind]) -> String {
        let numbers = kinds.map { String(ArticleRecord.code($0, ArticleRecord.entityKinds)) }
        return "kind IN (\(numbers.joined(separator: ", ")))"
    }

    // MARK: The index's own language

    /// A question for the index `search` that is true of the same articles; nil where the index does not know.
    static func match(_ condition: Condition) -> String? {
        switch condition {
        case .words(let field, let words):
            guard let column = column(field), TextFold.hasWords(words.text) else { return nil }
            return column + pattern(words)
        case .any(let parts):
            let matches = parts.compactMap { match($0) }
            return matches.count == parts.count ? "(" + matches.joined(separator: " OR ") + ")" : nil
        case .all(let parts):
            // The index knows "this and not that", but not "not that".
            var positive: [String] = []
            var negative: [String] = []
            for part in parts {
                if case .not(let inner) = part, let match = match(inner) {
                    negative.append(match)
                } else if let match = match(part) {
                    positive.append(match)
                } else {
                    return nil
                }
            }
            guard !positive.isEmpty else { return nil }
            let all = "(" + positive.joined(separator: " AND ") + ")"
            return negative.isEmpty ? all : "(\(all) NOT (\(negative.joined(separator: " OR "))))"
        case .not, .published, .state, .hasQuotation: return nil
        }
    }

    private static func column(_ field: Field) -> String? {
        switch field {
        case .anywhere: ""
        case .title: "title : "
        case .source: "source : "
        case .author: "author : "
        case .tag: "tags : "
        case .person, .said, .about, .quote, .entity, .organisation, .place: nil
        }
    }

    /// Words as a phrase of FTS5: https://sqlite.org/fts5.html#fts5_phrases
    static func pattern(_ words: Words) -> String {
        "\"" + words.text.withoutNUL.replacing("\"", with: "\"\"") + "\"" + (words.isPrefix ? " *" : "")
    }
}

extension Condition {
    /// Whether it is about one quotation.
    fileprivate var speaksOfQuotation: Bool {
        guard case .words(let field, let words) = self else { return false }
        return [.said, .about, .quote].contains(field) && TextFold.hasWords(words.text)
    }

    fileprivate var isSaid: Bool { if case .words(.said, _) = self { true } else { false } }

    /// Whether anything in it is about one quotation.
    fileprivate var mentionsQuotation: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.mentionsQuotation)
        case .not(let inner): inner.mentionsQuotation
        case .hasQuotation: true
        case .words, .published, .state: speaksOfQuotation
        }
    }

    /// Whether marks decide it.
    var dependsOnMarks: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.dependsOnMarks)
        case .not(let inner): inner.dependsOnMarks
        case .state: true
        case .words, .published, .hasQuotation: false
        }
    }
}

extension Array {
    /// Those that are so, and those that are not.
    fileprivate func parted(by isSo: (Element) -> Bool) -> (those: [Element], others: [Element]) {
        (filter(isSo), filter { !isSo($0) })
    }
}
