import DocumentModel

/// The places in an article where what is searched for stands, and which of them the reader is at.
struct ArticleMatches: Sendable, Equatable {
    /// One of them.
    struct Match: Sendable, Equatable {
        var part: TextPart
        var range: TextRange
    }

    /// What is searched for: typed, or nil for the words of the filter in force.
    var phrase: String?
    /// Those in the title that came beside the text, then those in the text, in their order.
    var all: [Match]
    /// The one the reader is at; nil before the first jump.
    var current: Int?

    /// Those that touch a range of a part.
    func touching(_ range: TextRange, in part: TextPart) -> [TextRange] {
        let first = all.partitioningIndex { $0.part == .text && (part == .title || $0.range.upperBound > range.lowerBound) }
        if part == .title { return all[..<first].map(\.range).filter { $0.overlaps(range) } }
        return all[first...].prefix { $0.range.lowerBound < range.upperBound }.map(\.range)
    }
}

extension OpenArticle {
    /// The match the reader is at.
    var currentMatch: ArticleMatches.Match? {
        guard let matches, let current = matches.current, matches.all.indices.contains(current) else { return nil }
        return matches.all[current]
    }

    /// Looks for a phrase in title and text.
    mutating func search(for phrase: String) {
        var all: [ArticleMatches.Match] = []
        if case .own(let title) = article.article.headline {
            all += TextSearch(title, in: 0..<title.utf8.count).ranges(of: phrase).map { .init(part: .title, range: $0) }
        }
        let text = article.article.text
        let prepared = searchable ?? TextSearch(text, in: 0..<text.utf8.count)
        searchable = prepared
        all += prepared.ranges(of: phrase).map { .init(part: .text, range: $0) }
        matches = ArticleMatches(phrase: phrase, all: all)
    }

    /// Looks for what the filter lit.
    mutating func search(for lit: LitWords) {
        light(lit)
        var all: [ArticleMatches.Match] = []
        if case .own(let title) = article.article.headline {
            all += lit.ranges(in: title, 0..<title.utf8.count).map { .init(part: .title, range: $0) }
        }
        let text = article.article.text
        var ranges = lit.ranges(in: text, 0..<text.utf8.count)
        // A person whom the filter names is lit under every spelling.
        let names = article.annotation.entities.filter { $0.actor.map(litActors.contains) == true }.map(\.range)
        ranges = (ranges + names.filter { name in !ranges.contains { $0.overlaps(name) } })
            .sorted { $0.lowerBound < $1.lowerBound }
        all += ranges.map { .init(part: .text, range: $0) }
        matches = ArticleMatches(phrase: nil, all: all)
    }

    /// Goes to the next match, or the one before, counted from the one the reader is at or, when that is not on the screen,
    /// from the screen's top. False when there is none.
    mutating func jumpToMatch(_ direction: Direction) -> Bool {
        guard let matches else { return false }
        var index: Int
        if let current = matches.current, shows(matches.all[current].range, in: matches.all[current].part) {
            index = direction == .forward ? current + 1 : current - 1
        } else {
            let place = topPlace()
            index = matches.all.partitioningIndex { Self.isAtOrAfter($0, place) }
            if direction == .backward { index -= 1 }
        }
        guard matches.all.indices.contains(index) else { return false }
        go(toMatch: index)
        return true
    }

    /// Goes to the first match at or after a place; to the very first when none is there.
    mutating func goToMatch(from place: TextPlace) {
        guard let matches, !matches.all.isEmpty else { return }
        let index = matches.all.partitioningIndex { Self.isAtOrAfter($0, place) }
        go(toMatch: index < matches.all.count ? index : 0)
    }

    /// Goes to the first or the last match, if there is any.
    mutating func goToMatch(first: Bool) {
        guard let count = matches?.all.count, count > 0 else { return }
        go(toMatch: first ? 0 : count - 1)
    }

    private mutating func go(toMatch index: Int) {
        guard let match = matches?.all[index] else { return }
        matches?.current = index
        reveal(match.range, in: match.part)
    }

    private static func isAtOrAfter(_ match: ArticleMatches.Match, _ place: TextPlace) -> Bool {
        match.part == place.part ? match.range.lowerBound >= place.offset : match.part == .text
    }
}
