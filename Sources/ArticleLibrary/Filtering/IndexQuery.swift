import Query

/// Conditions in the language of the index of words: https://sqlite.org/fts5.html#full_text_query_syntax
enum IndexQuery {
    /// A question for the index `search` that is true of the articles that meet the condition; nil where it does not know.
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

    /// Words as a phrase.
    static func pattern(_ words: Words) -> String {
        "\"" + words.text.withoutNUL.replacing("\"", with: "\"\"") + "\"" + (words.isPrefix ? " *" : "")
    }
}

/// The words of an article, to look at where the index would take longer.
struct ArticleWords {
    var title: String
    var text: String
    var source: String?
    var author: String?
    var tags: String?

    /// What ``IndexQuery/match(_:)`` would say of the article.
    func meet(_ condition: Condition) -> Bool {
        switch condition {
        case .words(let field, let words):
            columns(field).contains { column in column.map { words.occur(in: $0) } ?? false }
        case .all(let parts): parts.allSatisfy { meet($0) }
        case .any(let parts): parts.contains { meet($0) }
        case .not(let inner): !meet(inner)
        case .published, .state, .hasQuotation: false
        }
    }

    /// The article's words because of which it does not meet a condition that no word begins so; none where it meets it.
    func beginnings(forbiddenBy condition: Condition) -> Set<String> {
        guard case .not(.words(let field, let words)) = condition else { return [] }
        return Set(columns(field).flatMap { $0.map { words.beginnings(in: $0) } ?? [] })
    }

    private func columns(_ field: Field) -> [String?] {
        switch field {
        case .anywhere: [title, text, source, author, tags]
        case .title: [title]
        case .source: [source]
        case .author: [author]
        case .tag: [tags]
        case .person, .said, .about, .quote, .entity, .organisation, .place: []
        }
    }
}

extension Condition {
    /// Whether it is about one quotation.
    var speaksOfQuotation: Bool {
        guard case .words(let field, let words) = self else { return false }
        return [.said, .about, .quote].contains(field) && TextFold.hasWords(words.text)
    }

    var isSaid: Bool { if case .words(.said, _) = self { true } else { false } }

    /// Whether anything in it is about one quotation.
    var mentionsQuotation: Bool {
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
    func parted(by isSo: (Element) -> Bool) -> (those: [Element], others: [Element]) {
        (filter(isSo), filter { !isSo($0) })
    }
}
