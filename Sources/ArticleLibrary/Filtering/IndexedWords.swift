import GRDB
import Query

/// The words that stand in the index of words.
struct IndexedWords {
    let db: Database

    /// A beginning that more words have is not taken apart: each costs some hundredths of a millisecond.
    private static let most = 24

    /// A condition that means the same in this library, and whether the index gives the first articles that meet it without
    /// putting a list together beforehand.
    struct Expansion {
        var condition: Condition
        var isQuick: Bool
    }

    /// The condition with the beginnings of words replaced by the words that begin so, as far as they are few.
    func expanded(_ condition: Condition) throws -> Expansion {
        switch condition {
        case .words(let field, let words):
            guard words.isPrefix, let start = TextFold.words(of: words.text).last else {
                return Expansion(condition: condition, isQuick: true)
            }
            guard let ends = try self.words(beginning: start.folded) else {
                return Expansion(condition: condition, isQuick: false)
            }
            // Where no word begins so, the index sees it at once.
            if ends.isEmpty { return Expansion(condition: condition, isQuick: true) }
            let before = words.text.utf8.prefix(start.range.lowerBound)
            let exact = ends.map {
                Condition.words(field, Words(String(decoding: before, as: UTF8.self) + $0, isPrefix: false))
            }
            return Expansion(condition: exact.count == 1 ? exact[0] : .any(exact), isQuick: true)
        case .not(let inner):
            let inner = try expanded(inner)
            return Expansion(condition: .not(inner.condition), isQuick: inner.isQuick)
        case .all(let parts): return try expanded(parts) { .all($0) }
        case .any(let parts): return try expanded(parts) { .any($0) }
        case .published, .state, .hasQuotation: return Expansion(condition: condition, isQuick: true)
        }
    }

    private func expanded(_ parts: [Condition], _ join: ([Condition]) -> Condition) throws -> Expansion {
        let parts = try parts.map { try expanded($0) }
        return Expansion(condition: join(parts.map(\.condition)), isQuick: parts.allSatisfy(\.isQuick))
    }

    /// All words that begin so, in the order of their bytes; nil where they are many. Takes some hundredths of a millisecond for
    /// each.
    func words(beginning start: String) throws -> [String]? {
        let statement = try db.cachedStatement(sql: "SELECT term FROM search_words WHERE term >= ? AND term < ? LIMIT 1")
        var words: [String] = []
        var next = start
        while let word = try String.fetchOne(statement, arguments: [next, start + "\u{10FFFF}"]) {
            guard words.count < Self.most else { return nil }
            words.append(word)
            // No word has this character: what follows it in order is the next word.
            next = word + "\u{1}"
        }
        return words
    }
}
