import DocumentModel
import Foundation
import GRDB
import Query

/// Finds what meets a condition: each part asks one index, and the answers, all in the order of numbers, are put together.
///
/// So a filter costs what its parts list, some tenth of a microsecond for each, and never the whole library.
struct FilterEvaluation {
    let db: Database
    let today: Day
    /// False when nobody waits for the answer any more.
    var isWanted: () -> Bool = { true }

    /// Thrown when nobody waits any more.
    struct Unwanted: Error {}

    // MARK: Articles

    /// The articles that meet the condition.
    func articles(_ condition: Condition) throws -> NumberSet {
        var parts: [Condition] = if case .all(let parts) = condition { parts } else { [condition] }
        if let check = try BeginningCheck(takingFrom: &parts, db) {
            let rest = Condition.joined(parts)
            let total = Int(try db.number("SELECT articles FROM state") ?? 0)
            if let match = rest.flatMap(IndexQuery.match),
                let found = try check.articles(matching: match, total: total, isWanted: isWanted)
            {
                return found
            }
            let set = try rest.map { try articles($0) } ?? .all
            guard let found = try check.articles(of: set, total: total, isWanted: isWanted) else { throw Unwanted() }
            return found
        }
        // One question to the index is quicker than many answers put together.
        if let match = IndexQuery.match(condition) {
            return .these(try numbers("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", [match]))
        }
        switch condition {
        case .words(let field, let words): return try articles(field, words)
        case .published(let span): return try published(span)
        case .state(let state): return try inState(state)
        case .hasQuotation:
            return .allBut(try numbers("SELECT id FROM article WHERE quotations = 0 ORDER BY id", []))
        case .not(let inner): return try articles(inner).complement
        case .any(let parts):
            return try parts.reduce(.none) { try $0.union(articles($1)) }
        case .all(let parts):
            let (indexed, others) = parts.parted { IndexQuery.match($0) != nil }
            var found = try articles(withoutIndex: others)
            if let rest = Condition.joined(indexed), found != .none { found = found.intersection(try articles(rest)) }
            return found
        }
    }

    /// The articles that meet all of these, of which the index of words knows none.
    func articles(withoutIndex parts: [Condition]) throws -> NumberSet {
        let (spoken, plain) = parts.parted(by: \.speaksOfQuotation)
        var found = NumberSet.all
        // What is said by somebody and holds these words is one quotation, not two; two speakers are two.
        if spoken.filter(\.isSaid).count <= 1, spoken.count > 1 {
            let quotations = try spoken.reduce(NumberSet.all) { try $0.intersection(spokenQuotations($1)) }
            found = articles(of: quotations)
        } else {
            for part in spoken where found != .none { found = found.intersection(try articles(part)) }
        }
        for part in plain where found != .none { found = found.intersection(try articles(part)) }
        return found
    }

    private func articles(_ field: Field, _ words: Words) throws -> NumberSet {
        guard TextFold.hasWords(words.text) else { return .all }
        switch field {
        case .anywhere, .title, .source, .author, .tag: return .all  // Only without words: those with are for the index.
        case .quote, .about: return articles(of: try spokenQuotations(.words(field, words)))
        case .said: return try named(words, "quotations > 0")
        case .person: return try named(words, "1", names: "+name.class = 0")
        case .entity: return try named(words, "1")
        case .organisation: return try named(words, Self.kinds([.organisation]))
        case .place: return try named(words, Self.kinds([.location, .facility]))
        }
    }

    private func named(_ words: Words, _ condition: String, names nameCondition: String = "1") throws -> NumberSet {
        let sql = "SELECT article FROM appearance WHERE name = ? AND \(condition) ORDER BY article"
        return try all(of: names(words, where: nameCondition)) { try numbers(sql, [$0]) }
    }

    private func inState(_ state: ReadingState) throws -> NumberSet {
        func marked(_ condition: String) throws -> NumberSet {
            NumberSet(
                unordered: try numbers(
                    "SELECT id FROM own.mark CROSS JOIN article USING (identity) WHERE \(condition)", []))
        }
        switch state {
        case .unread: return try marked("own.mark.read").complement
        case .read: return try marked("own.mark.read")
        case .starred: return try marked("own.mark.starred")
        case .noted: return try marked("own.mark.note IS NOT NULL")
        }
    }

    private func published(_ span: DateSpan) throws -> NumberSet {
        let (first, last) = span.days(today: today)
        // By days, not by numbers: the rows of the index are a tenth of the articles'.
        return NumberSet(
            unordered: try numbers(
                "SELECT id FROM article WHERE day IS NOT NULL AND day <= ? AND day >= ? ORDER BY day DESC",
                [last?.rawValue ?? .max, first?.rawValue ?? .min]))
    }

    // MARK: Quotations

    /// The quotations that meet the condition: what speaks of quotations speaks of this one, the rest of its article.
    func quotations(_ condition: Condition) throws -> NumberSet {
        switch condition {
        case .words where condition.speaksOfQuotation: return try spokenQuotations(condition)
        case .hasQuotation: return .all
        case .not(let inner) where inner.mentionsQuotation: return try quotations(inner).complement
        case .any(let parts) where condition.mentionsQuotation:
            return try parts.reduce(.none) { try $0.union(quotations($1)) }
        case .all(let parts) where condition.mentionsQuotation:
            let (spoken, plain) = parts.parted(by: \.mentionsQuotation)
            let found = try spoken.reduce(NumberSet.all) { try $0.intersection(quotations($1)) }
            guard let rest = Condition.joined(plain), found != .none else { return found }
            let articles = try articles(rest)
            guard case .these(let numbers) = found else {
                return found.intersection(.these(try quotations(of: articles)))
            }
            return .these(numbers.filter { articles.contains($0 >> Schema.ordinalBits) })
        default: return .these(try quotations(of: articles(condition)))
        }
    }

    private func spokenQuotations(_ condition: Condition) throws -> NumberSet {
        guard case .words(let field, let words) = condition else { return .all }
        switch field {
        case .said:
            return try all(of: names(words)) {
                try numbers("SELECT id FROM quotation WHERE speaker = ? ORDER BY id", [$0])
            }
        case .about:
            return try all(of: names(words)) { try quotations(about: $0) }
        default:
            return .these(
                try numbers(
                    "SELECT rowid FROM quotation_search WHERE quotation_search MATCH ? ORDER BY rowid",
                    [IndexQuery.pattern(words)]))
        }
    }

    /// The quotations in which a name stands.
    private func quotations(about name: Int64) throws -> [Int64] {
        var quotations: [Int64] = []
        try db.forEachRow(
            "SELECT article, topics FROM appearance WHERE name = ? AND topics IS NOT NULL ORDER BY article", name
        ) {
            let first = $0.number(0) << Schema.ordinalBits
            $0.bytes(1) { QuotationOrdinals.forEach(in: $0) { quotations.append(first | Int64($0)) } }
        }
        return quotations
    }

    /// The articles that some of these quotations stand in.
    private func articles(of quotations: NumberSet) -> NumberSet {
        guard case .these(let numbers) = quotations else { return .all }
        var articles: [Int64] = []
        for number in numbers where articles.last != number >> Schema.ordinalBits {
            articles.append(number >> Schema.ordinalBits)
        }
        return .these(articles)
    }

    /// All quotations of these articles, in order.
    func quotations(of articles: NumberSet, atMost limit: Int = .max) throws -> [Int64] {
        var quotations: [Int64] = []
        func add(_ article: Int64, _ count: Int) {
            for ordinal in 0..<Int64(count) { quotations.append(article << Schema.ordinalBits | ordinal) }
        }
        if case .these(let numbers) = articles {
            let statement = try db.cachedStatement(sql: "SELECT quotations FROM article WHERE id = ?")
            for number in numbers where quotations.count < limit {
                add(number, try Int.fetchOne(statement, arguments: [number]) ?? 0)
            }
            return quotations
        }
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT id, quotations FROM article WHERE quotations > 0 ORDER BY id"))
        while quotations.count < limit, let row = try rows.next() {
            if articles.contains(row[0]) { add(row[0], row[1]) }
        }
        return quotations
    }

    // MARK: Parts

    /// What the numbers of an ascending query are.
    private func numbers(_ sql: String, _ arguments: StatementArguments) throws -> [Int64] {
        var numbers: [Int64] = []
        let cursor = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let number = try cursor.next() {
            numbers.append(number)
            if numbers.count & 0xFFF == 0, !isWanted() { throw Unwanted() }
        }
        return numbers
    }

    /// All that is listed for some name.
    private func all(of names: [Int64], _ list: (Int64) throws -> [Int64]) throws -> NumberSet {
        if names.count == 1 { return .these(try list(names[0])) }
        return NumberSet(unordered: try names.flatMap(list))
    }

    private func names(_ words: Words, where condition: String = "1") throws -> [Int64] {
        try MeantNames(db: db).names(words, where: condition)
    }

    private static func kinds(_ kinds: [EntityKind]) -> String {
        let numbers = kinds.map { String(ArticleRecord.code($0, ArticleRecord.entityKinds)) }
        return "kind IN (\(numbers.joined(separator: ", ")))"
    }
}
