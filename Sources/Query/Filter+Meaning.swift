/// What a list shows.
public enum ListKind: Sendable, Hashable, CaseIterable {
    /// Articles.
    case articles
    /// Quotations.
    case quotations
    /// People and bodies.
    case people
}

extension Filter {
    /// The filter in plain words, for a list of articles: `quoting Ana Ruiz since March 2024, unread`. Empty for everything.
    public var meaning: String { meaning(in: .articles) }

    /// The filter in plain words, as they follow the name of what is listed: `by Ana Ruiz since March 2024, unread`. Empty for
    /// everything.
    public func meaning(in list: ListKind) -> String {
        var text = condition?.phrase(in: list) ?? ""
        if let order { text += (text.isEmpty ? "" : ", ") + order.meaning }
        return text
    }

    /// What is listed and which of it, in plain words: `quotations by Ana Ruiz since March 2024, unread`.
    public func sentence(for list: ListKind) -> String {
        let noun =
            switch list {
            case .articles: "articles"
            case .quotations: "quotations"
            case .people: condition == nil ? "people" : "people in articles"
            }
        let meaning = meaning(in: list)
        if meaning.isEmpty { return noun }
        // What only qualifies the whole stands behind a comma.
        let isApart = condition.map { $0.parts.allSatisfy(\.isApart) } ?? true
        return noun + (isApart ? ", " : " ") + meaning
    }
}

extension ListOrder {
    /// The order in plain words: `newest first`.
    public var meaning: String {
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
        case (.story, false): "by story, newest first"
        case (.story, true): "by story, oldest first"
        }
    }
}

extension Condition {
    /// What all has to be true.
    fileprivate var parts: [Condition] { if case .all(let parts) = self { parts } else { [self] } }

    /// Whether its words stand apart, behind a comma: `unread`, `not about Oslo`.
    fileprivate var isApart: Bool {
        switch self {
        case .state, .not: true
        case .words, .published, .hasQuotation, .any, .all: false
        }
    }

    /// Whether its words follow what stands before without a comma: `since March`, `from the Courier`.
    private var isClose: Bool {
        switch self {
        case .published, .words(.source, _): true
        case .words, .state, .hasQuotation, .any, .all, .not: false
        }
    }

    fileprivate func phrase(in list: ListKind) -> String {
        switch self {
        case .words(let field, let words): return field.phrase(of: words, in: list)
        case .published(let span): return span.meaning
        case .state(.noted): return "with a note"
        case .state(let state): return state.rawValue
        case .hasQuotation: return "with quotations"
        case .not(.words(.anywhere, let words)): return "without \(words.quoted)"
        case .not(.hasQuotation): return "without quotations"
        case .not(let inner): return "not " + inner.inner(in: list)
        case .any(let parts): return parts.map { $0.inner(in: list) }.joined(separator: " or ")
        case .all(let parts):
            // What stands apart comes last, in its order.
            let ordered = parts.filter { !$0.isApart } + parts.filter(\.isApart)
            var text = ""
            for part in Self.joiningWords(ordered) {
                let separator = text.isEmpty ? "" : part.condition.isClose ? " " : ", "
                text += separator + (part.text ?? part.condition.inner(in: list))
            }
            return text
        }
    }

    /// Inside another: groups stand in brackets.
    private func inner(in list: ListKind) -> String {
        switch self {
        case .all, .any: "(\(phrase(in: list)))"
        case .words, .published, .state, .hasQuotation, .not: phrase(in: list)
        }
    }

    /// The parts, with plain words that follow each other joined: `with “peace…” and “talks…”`.
    private static func joiningWords(_ parts: [Condition]) -> [(condition: Condition, text: String?)] {
        var joined: [(condition: Condition, text: String?)] = []
        for part in parts {
            if case .words(.anywhere, let words) = part, case .words(.anywhere, let before) = joined.last?.condition {
                joined[joined.count - 1].text = (joined.last?.text ?? "with \(before.quoted)") + " and \(words.quoted)"
            } else {
                joined.append((part, nil))
            }
        }
        return joined
    }
}

extension Words {
    /// The words as named: a beginning ends in an ellipsis.
    fileprivate var spoken: String { text + (isPrefix ? "…" : "") }
    fileprivate var quoted: String { "“\(spoken)”" }
}

extension Field {
    fileprivate func phrase(of words: Words, in list: ListKind) -> String {
        let name = words.spoken
        return switch (self, list) {
        case (.anywhere, _): "with \(words.quoted)"
        case (.person, _), (.entity, _): "naming \(name)"
        case (.said, .quotations): "by \(name)"
        case (.said, _): "quoting \(name)"
        case (.about, .quotations): "about \(name)"
        case (.about, _): "with words about \(name)"
        case (.quote, .quotations): "with \(words.quoted) in them"
        case (.quote, _): "with \(words.quoted) in a quotation"
        case (.organisation, _): "naming the organisation \(name)"
        case (.place, _): "naming the place \(name)"
        case (.title, _): "with \(words.quoted) in the title"
        case (.source, _): "from \(name)"
        case (.author, _): "written by \(name)"
        case (.tag, _): "filed under \(name)"
        }
    }
}

extension DateSpan {
    fileprivate var meaning: String {
        switch self {
        case .range(let from?, let to?): from == to ? "of \(from.spoken)" : "from \(from.spoken) to \(to.spoken)"
        case .range(let from?, nil): "since \(from.spoken)"
        case .range(nil, let to?): "until \(to.spoken)"
        case .range(nil, nil): "of any date"
        case .after(let period): "after \(period.spoken)"
        case .before(let period): "before \(period.spoken)"
        case .last(let count, let unit): "of the last " + (count == 1 ? String("\(unit)".dropLast()) : "\(count) \(unit)")
        }
    }
}

extension CalendarPeriod {
    fileprivate var spoken: String {
        switch self {
        case .date(let date): date.spoken
        case .word(let word): word.spoken
        case .month(let month): month.name
        }
    }

}

extension CalendarDate {
    /// As one says it: `18 August 2024`.
    fileprivate var spoken: String {
        let month = month.flatMap(MonthName.init(rawValue:))?.name
        return [day.map { "\($0)" }, month, "\(year)"].compactMap(\.self).joined(separator: " ")
    }
}
