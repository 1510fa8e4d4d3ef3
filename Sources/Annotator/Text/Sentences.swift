import EnglishModel

/// Splits a block into sentences. A quoted span is never split; what introduces or follows it stays with it.
enum Sentences {
    /// No sentence has more words; a text without full stops is cut, so that work within a sentence stays bounded.
    private static let longest = 400

    /// Appends the sentences of a block. Linear.
    static func split(_ text: AnalysedText, _ block: TokenRange, into sentences: inout [TokenRange]) {
        var start = block.lowerBound
        if let past = Dateline.end(text, block) {
            sentences.append(start..<past)
            start = past
        }
        var at = start
        while at < block.upperBound {
            if at - start > longest, !text.isQuoted(at) {
                sentences.append(start..<at)
                start = at
            }
            let quote = text.quoteOf[at]
            var past = at + 1
            var ends = false
            if quote >= 0 {
                past = text.quoted[Int(quote)].tokens.upperBound
                ends = endsAfterQuote(text, past, block)
            } else {
                ends = endsAfter(text, at, block)
                if ends {
                    while past < block.upperBound, text.tokens[past].kind == .closeBracket, !text.isQuoted(past) {
                        past += 1
                    }
                }
            }
            if ends {
                sentences.append(start..<past)
                start = past
            }
            at = past
        }
        if start < block.upperBound { sentences.append(start..<block.upperBound) }
    }

    private static func endsAfter(_ text: AnalysedText, _ at: Int, _ block: TokenRange) -> Bool {
        let token = text.tokens[at]
        if token.kind == .word, token.shape.contains(.dotted) {
            guard token.classes.contains(.finalAbbreviation), at + 1 < block.upperBound else { return false }
            let next = text.tokens[at + 1]
            return next.isCapital
                && next.isAny(of: [.determiner, .pronoun, .subordinator, .conjunction, .preposition, .possessive, .adverb])
        }
        guard token.kind == .stop else { return false }
        var next = at + 1
        while next < block.upperBound, text.tokens[next].kind == .closeBracket, !text.isQuoted(next) { next += 1 }
        guard next < block.upperBound else { return true }
        let following = text.tokens[next]
        if following.kind == .word {
            return following.isCapital || following.shape.contains(.foreign)
        }
        return following.kind == .number || following.kind == .mark || following.kind == .openBracket
            || following.kind == .symbol || following.kind == .dash
    }

    /// Whether a sentence ends with the quoted span before `at`.
    private static func endsAfterQuote(_ text: AnalysedText, _ at: Int, _ block: TokenRange) -> Bool {
        guard at < block.upperBound, at >= 2 else { return false }
        var last = at - 1
        while last > block.lowerBound, text.tokens[last].kind == .mark { last -= 1 }
        guard text.tokens[last].kind == .stop else { return false }
        let next = text.tokens[at]
        if next.kind == .mark { return text.isQuoted(at) }
        if next.kind == .openBracket { return true }
        guard next.kind == .word || next.kind == .number, next.isCapital || next.kind == .number else { return false }
        guard text.tokens[last].shape.contains(.exclaims) || text.tokens[last].end - text.tokens[last].start >= 3 else {
            return true
        }
        // *"Why?" Smith asked.* goes on; *"Why?" The answer …* does not.
        var index = at
        while index < min(at + 8, block.upperBound), text.tokens[index].kind != .stop, !text.isQuoted(index) {
            if text.tokens[index].classes.contains(.cue), !text.tokens[index].isCapital { return false }
            index += 1
        }
        return true
    }
}
