extension Filter: CustomStringConvertible {
    /// The filter in the language: parsed, it gives this filter again. Empty for everything.
    public var description: String {
        var parts: [String] = []
        if let condition { parts.append(condition.written(inside: .list)) }
        if let order { parts.append("sort:\(order.isReversed ? "-" : "")\(order.key.rawValue)") }
        return parts.joined(separator: " ")
    }
}

extension Condition {
    fileprivate enum Surroundings { case list, group, negation }

    fileprivate func written(inside surroundings: Surroundings) -> String {
        switch self {
        case .words(let field, let words): field == .anywhere ? words.written : "\(field.rawValue):\(words.written)"
        case .published(let span): "date:\(span)"
        case .state(let state): "is:\(state.rawValue)"
        case .hasQuotation: "has:quote"
        case .not(let inner): "-" + inner.written(inside: .negation)
        case .all(let parts):
            Self.bracketed(surroundings == .negation, parts.map { $0.written(inside: .group) }.joined(separator: " "))
        case .any(let parts):
            // Without brackets, an OR beside an order would still read right; beside other conditions it would not.
            Self.bracketed(surroundings != .list, parts.map { $0.written(inside: .list) }.joined(separator: " OR "))
        }
    }

    private static func bracketed(_ needed: Bool, _ text: String) -> String { needed ? "(\(text))" : text }
}

extension Words {
    /// A plain word where that reads as one, a phrase otherwise.
    var written: String {
        if isPrefix, FilterLexer.tokens(of: text).map(\.kind) == [.word(text)] { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            + (isPrefix ? "*" : "")
    }
}
