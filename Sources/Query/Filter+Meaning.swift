extension Filter {
    /// The filter in plain words, for a status line: `Lukashenko speaks, unread, by title`. Empty for everything.
    public var meaning: String {
        var parts: [String] = []
        if let condition { parts.append(condition.meaning(isInside: false)) }
        if let order { parts.append(order.meaning) }
        return parts.joined(separator: ", ")
    }
}

extension ListOrder {
    fileprivate var meaning: String {
        switch (key, isReversed) {
        case (.date, false): "newest first"
        case (.date, true): "oldest first"
        case (.title, false): "by title"
        case (.title, true): "by title, backwards"
        case (.source, false): "by source"
        case (.source, true): "by source, backwards"
        case (.quotes, false): "most quotations first"
        case (.quotes, true): "fewest quotations first"
        case (.relevance, false): "best match first"
        case (.relevance, true): "weakest match first"
        }
    }
}

extension Condition {
    fileprivate func meaning(isInside: Bool) -> String {
        switch self {
        case .words(let field, let words): return field.meaning(of: words)
        case .published(let span): return span.meaning
        case .state(let state): return state.rawValue
        case .hasQuotation: return "with quotations"
        case .not(let inner): return "not " + inner.meaning(isInside: true)
        case .all(let parts):
            let text = parts.map { $0.meaning(isInside: true) }.joined(separator: ", ")
            return isInside ? "(\(text))" : text
        case .any(let parts):
            let text = parts.map { $0.meaning(isInside: true) }.joined(separator: " or ")
            return isInside ? "(\(text))" : text
        }
    }
}

extension Field {
    fileprivate func meaning(of words: Words) -> String {
        let name = words.text + (words.isPrefix ? "…" : "")
        return switch self {
        case .anywhere: "“\(name)”"
        case .person: "\(name) is named"
        case .said: "\(name) speaks"
        case .about: "\(name) is spoken of"
        case .quote: "“\(name)” in a quotation"
        case .entity: "\(name) is named"
        case .organisation: "organisation \(name)"
        case .place: "place \(name)"
        case .title: "“\(name)” in the title"
        case .source: "from \(name)"
        case .author: "by \(name)"
        case .tag: "filed under \(name)"
        }
    }
}

extension DateSpan {
    fileprivate var meaning: String {
        switch self {
        case .range(let from?, let to?): from == to ? "of \(from)" : "\(from) to \(to)"
        case .range(let from?, nil): "since \(from)"
        case .range(nil, let to?): "until \(to)"
        case .range(nil, nil): "of any date"
        case .after(let date): "after \(date)"
        case .before(let date): "before \(date)"
        case .last(let count, let unit): "of the last \(count) \(count == 1 ? String("\(unit)".dropLast()) : "\(unit)")"
        }
    }
}
