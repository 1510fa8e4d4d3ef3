import EnglishModel

/// Splits blocks into sentences. A quoted span is never split; what introduces or follows it stays with it.
struct Sentences {
    private let tokens: Tokens
    private let quoted: [QuotedSpan]
    private let quoteOf: SpanMap
    /// The sentences found so far.
    private(set) var found: [TokenRange] = []

    /// No sentences yet of a text with its quoted spans.
    init(_ tokens: Tokens, _ quoted: [QuotedSpan], _ quoteOf: SpanMap) {
        self.tokens = tokens
        self.quoted = quoted
        self.quoteOf = quoteOf
    }

    /// No sentence has more words; a text without full stops is cut, so that work within a sentence stays bounded.
    private static let longest = 400

    /// Finds the sentences of a block, and gives their numbers. Linear.
    mutating func split(_ block: TokenRange) -> Range<Int> {
        let first = found.count
        var start = block.lowerBound
        if let past = Dateline.end(tokens, block) {
            found.append(start..<past)
            start = past
        }
        var at = start
        while at < block.upperBound {
            if at - start > Self.longest, !quoteOf.contains(at) {
                found.append(start..<at)
                start = at
            }
            let quote = quoteOf[at]
            var past = at + 1
            var ends = false
            if quote >= 0 {
                past = quoted[Int(quote)].tokens.upperBound
                ends = endsAfterQuote(past, block)
            } else {
                ends = endsAfter(at, block)
                if ends {
                    while past < block.upperBound, tokens[past].kind == .closeBracket, !quoteOf.contains(past) {
                        past += 1
                    }
                }
            }
            if ends {
                found.append(start..<past)
                start = past
            }
            at = past
        }
        if start < block.upperBound { found.append(start..<block.upperBound) }
        return first..<found.count
    }

    private func endsAfter(_ at: Int, _ block: TokenRange) -> Bool {
        let token = tokens[at]
        if token.kind == .word, token.shape.contains(.dotted) {
            guard token.classes.contains(.finalAbbreviation), at + 1 < block.upperBound else { return false }
            let next = tokens[at + 1]
            return next.isCapital
                && next.isAny(of: [
                    .determiner, .pronoun, .subordinator, .conjunction, .preposition, .possessive, .adverb, .number,
                ])
        }
        guard token.kind == .stop else { return false }
        var next = at + 1
        while next < block.upperBound, tokens[next].kind == .closeBracket, !quoteOf.contains(next) { next += 1 }
        guard next < block.upperBound else { return true }
        let following = tokens[next]
        if following.kind == .word {
            return following.isCapital || following.shape.contains(.foreign)
        }
        return following.kind == .number || following.kind == .mark || following.kind == .openBracket
            || following.kind == .symbol || following.kind == .dash
    }

    /// Whether a sentence ends with the quoted span before `at`.
    private func endsAfterQuote(_ at: Int, _ block: TokenRange) -> Bool {
        guard at < block.upperBound, at >= 2 else { return false }
        var last = at - 1
        while last > block.lowerBound, tokens[last].kind == .mark { last -= 1 }
        guard tokens[last].kind == .stop else { return false }
        let next = tokens[at]
        if next.kind == .mark { return quoteOf.contains(at) }
        if next.kind == .openBracket { return true }
        guard next.kind == .word || next.kind == .number, next.isCapital || next.kind == .number else { return false }
        guard tokens[last].shape.contains(.exclaims) || tokens[last].end - tokens[last].start >= 3 else {
            return true
        }
        // *"Why?" Smith asked.* goes on; *"Why?" The answer …* does not.
        var index = at
        while index < min(at + 8, block.upperBound), tokens[index].kind != .stop, !quoteOf.contains(index) {
            // *The tweet is gone*: a noun.
            if tokens[index].classes.contains(.cue), !tokens[index].isCapital,
                !tokens[index - 1].isAny(of: [.determiner, .possessive])
            {
                return false
            }
            index += 1
        }
        return true
    }
}
