import DocumentModel
import EnglishModel

/// Sentences whose parts stand in another order: a clause or a participle in front, words in marks that go on, names that are given.
extension QuotationFinder {
    /// *Conceding that the plan was “rough,” Berg went home*: a participle in front, of the subject that follows.
    func fronted(_ sentence: TokenRange) -> Report? {
        let verb = sentence.lowerBound
        guard verb + 4 < sentence.upperBound, !text.isQuoted(verb), phrases.nameOf[verb] < 0, text.tokens[verb].entry >= 0
        else { return nil }
        let entry = text.lexicon.entries[Int(text.tokens[verb].entry)]
        guard entry.cueVerb >= 0, entry.verbForm.contains(.progressive) else { return nil }
        let lexical = text.lexicon.cueVerbs[Int(entry.cueVerb)]
        let clause = Clauses.Clause(
            verb: verb, cue: verb..<verb + 1, subject: nil, lexical: lexical, form: .progressive, extent: verb..<verb + 1)
        guard !lexical.isThought, let content = clauses.content(after: clause, in: sentence) else { return nil }
        let isQuoted = hasQuoteAhead(content.start, sentence)
        guard content.joint == .that || content.joint == .quote || isQuoted else { return nil }
        var at = content.start
        while at < sentence.upperBound {
            var end = at
            if text.isQuoted(at) {
                at = max(at + 1, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                end = at
                guard at < sentence.upperBound, !text.isQuoted(at),
                    clauses.endsInComma(before: at)
                        || text.tokens[at].classes.contains(.subjectPronoun) && phrases.nameOf[at] < 0
                else { continue }
            } else if text.tokens[at].kind == .comma {
                at += 1
            } else {
                at += 1
                continue
            }
            guard at < sentence.upperBound, let past = phrases.phrase(from: at, before: sentence.upperBound, whole: true),
                past < sentence.upperBound, phrases.isAgent(at..<past),
                text.tokens[past].isAny(of: [.auxiliary, .adverb]) || clauses.isPastVerb(past)
            else { continue }
            guard end > content.start else { return nil }
            return Report(
                spans: [content.start..<end], cue: verb..<(content.cueEnd ?? verb + 1), verb: verb, speaker: at..<past,
                tie: .cue, isWeak: true)
        }
        return nil
    }

    /// *When Berg learned that the mill would close, she left*: where the main clause begins after one that stands before it.
    func mainClause(after clause: Clauses.Clause, _ content: TokenRange, _ sentence: TokenRange) -> Int? {
        var first = sentence.lowerBound
        while first < clause.extent.lowerBound, text.tokens[first].isAny(of: [.conjunction, .adverb]),
            !Self.fronting.contains(where: { text.token(first, is: $0) })
        { first += 1 }
        // *Last month, when I asked her if*
        if let comma = (first..<min(first + 6, clause.extent.lowerBound)).first(where: { text.tokens[$0].kind == .comma }),
            text.token(comma + 1, is: "when") || text.token(comma + 1, is: "after")
        {
            first = comma + 1
        }
        guard first < clause.extent.lowerBound, Self.fronting.contains(where: { text.token(first, is: $0) }),
            !(first..<clause.extent.lowerBound).contains(where: { text.tokens[$0].kind == .comma })
        else { return nil }
        var at = content.lowerBound
        while at < content.upperBound {
            if text.isQuoted(at) {
                at = max(at + 1, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                if at < content.upperBound, !text.isQuoted(at), clauses.endsInComma(before: at),
                    clauses.startsClause(at, sentence.upperBound)
                {
                    return at
                }
                continue
            }
            if text.tokens[at].kind == .comma, at > content.lowerBound, at + 1 < sentence.upperBound,
                !text.isQuoted(at + 1),
                !text.tokens[at + 1].isAny(of: [.conjunction, .relative, .subordinator]),
                clauses.startsClause(at + 1, sentence.upperBound)
            {
                return clauses.trimmed(content.lowerBound, at)
            }
            at += 1
        }
        return nil
    }

    /// *Reed, who says the mill is safe, wrote that …*: where the clause of a relative word ends before the main verb.
    func verbAfterAside(_ content: TokenRange, _ sentence: TokenRange) -> Int? {
        // *A nephew who claimed to own “the lot” has lost*: an infinitive has no second verb.
        if content.count > 2, text.token(content.lowerBound, is: "to"),
            // Few tokens are looked at, so that long sentences stay linear.
            let verb = (content.lowerBound + 2..<min(content.upperBound, content.lowerBound + 60)).first(where: { at in
                text.tokens[at].classes.contains(.auxiliary) && phrases.nameOf[at] < 0 && !text.isQuoted(at)
                    && !(content.lowerBound + 2..<at).contains {
                        text.tokens[$0].isAny(of: [.conjunction, .relative, .subordinator, .subjectPronoun, .auxiliary])
                            && !text.tokens[$0].isAny(of: .preposition) && !text.token($0, is: "have")
                            && !text.token($0, is: "be") && !text.token($0, is: "been") && !text.isQuoted($0)
                    } && at > content.lowerBound + 4
            }), !text.token(verb, is: "been"), !text.token(verb, is: "be"), !text.token(verb, is: "have")
        {
            return verb
        }
        var at = content.lowerBound
        while at < content.upperBound {
            if text.isQuoted(at) {
                at = max(at + 1, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                if at < content.upperBound, !text.isQuoted(at), clauses.endsInComma(before: at), clauses.isPastVerb(at) {
                    return at
                }
                continue
            }
            if text.tokens[at].kind == .comma, at > content.lowerBound + 1, at + 1 < sentence.upperBound,
                !text.isQuoted(at + 1), phrases.nameOf[at + 1] < 0,
                text.tokens[at + 1].isAny(of: [.auxiliary]) || clauses.isPastVerb(at + 1)
            {
                return clauses.trimmed(content.lowerBound, at)
            }
            at += 1
        }
        return nil
    }

    static let fronting: [StaticString] = [
        "when", "as", "if", "after", "before", "although", "though", "while", "since", "because", "until", "once",
        "whenever", "unless",
    ]

    /// *“It holds,” said Berg, who built it, “as long as it is dry.”*: where the quoted words go on after an aside.
    func quoteAfterAside(_ start: Int, _ quote: TokenRange, _ sentence: TokenRange) -> Int? {
        guard text.tokens[start - 1].kind == .comma,
            let next = (start..<min(start + 40, sentence.upperBound)).first(where: { text.isQuoted($0) }),
            text.tokens[next - 1].kind == .comma,
            !(start..<next).contains(where: {
                text.tokens[$0].classes.contains(.cue)
                    && clauses.clause(at: $0, in: sentence, previous: nil, titleCase: false) != nil
            })
        else { return nil }
        let first = text.quoted[Int(text.quoteOf[next])].tokens.first { text.tokens[$0].isWord }
        return first.map { text.tokens[$0].isCapital } ?? true ? nil : next
    }

    /// *“No comment” was all Berg would say*, *“A mess” is how he put it.*
    func quoteThatWas(_ clause: Clauses.Clause, _ sentence: TokenRange) -> Report? {
        guard text.isQuoted(sentence.lowerBound), let subject = clause.subject, !clause.isInverted else { return nil }
        let quote = text.quoted[Int(text.quoteOf[sentence.lowerBound])].tokens
        let next = quote.upperBound
        guard quote.lowerBound == sentence.lowerBound, next + 2 < clause.extent.upperBound,
            text.tokens[next].classes.contains(.be),
            ["all", "how", "what"].contains(where: { text.token(next + 1, is: $0) }), subject.lowerBound == next + 2,
            clause.extent.upperBound >= sentence.upperBound - 3
        else { return nil }
        return Report(spans: [quote], cue: clause.cue, verb: clause.verb, speaker: subject, tie: .cue)
    }

    /// *Ines Duarte, whom everybody calls “Nina,”*: a name that somebody goes by.
    func isNickname(_ quoted: Int, _ relative: Int) -> Bool {
        guard text.token(relative, is: "whom") || text.token(relative, is: "who") else { return false }
        let words = text.quoted[Int(text.quoteOf[quoted])].tokens.filter { text.tokens[$0].isWord }
        return words.count < 4 && words.allSatisfy { text.tokens[$0].isCapital || text.token($0, is: "the") }
    }

    /// *what Berg called “a mess”*, *whom she described as a thief*: the relative word and the name that is given.
    func naming(_ clause: Clauses.Clause, _ sentence: TokenRange) -> Report? {
        let first = clause.extent.lowerBound
        guard first > sentence.lowerBound, !clause.isInverted, !clause.isImplied, !clause.lexical.isThought,
            let subject = clause.subject, subject.lowerBound == first, phrases.isAgent(subject),
            clause.lexical.takes.contains(.nounPhrase), !text.isQuoted(first - 1),
            ["what", "which", "whom", "who"].contains(where: { text.token(first - 1, is: $0) })
                || text.token(first - 1, is: "that") && text.token(clause.verb, is: "called")
                    && first - 2 > sentence.lowerBound
                    && !text.tokens[first - 2].isAny(of: .function.union(.cue))
                    && clause.extent.upperBound < sentence.upperBound
                    && text.isQuoted(clause.extent.upperBound),
            phrases.nameOf[first - 1] < 0
        else { return nil }
        var start = clause.extent.upperBound
        if start < sentence.upperBound, text.token(start, is: "as") { start += 1 }
        guard start < sentence.upperBound else { return nil }
        let isNamed = text.token(start, is: "a") || text.token(start, is: "an") || text.token(start, is: "the")
        guard
            text.isQuoted(start) || isNamed && (start..<min(start + 4, sentence.upperBound)).contains(where: text.isQuoted)
        else { return nil }
        var end = start
        while end < sentence.upperBound, !text.isQuoted(end) { end += 1 }
        guard end < sentence.upperBound else { return nil }
        if isNickname(end, first - 1) { return nil }
        end = min(sentence.upperBound, text.quoted[Int(text.quoteOf[end])].tokens.upperBound)
        // *what it calls “deep” profiles of voters*
        if end < sentence.upperBound, !clauses.endsInComma(before: end), text.tokens[end].isWord,
            !text.tokens[end].isAny(of: .function.union([.adverb, .cue])), !clauses.isPastVerb(end), !text.isQuoted(end),
            let past = phrases.phrase(from: end, before: sentence.upperBound, whole: true)
        {
            end = past
        }
        // *what it called a “brazen breach” of the rules*
        if end + 1 < sentence.upperBound, text.token(end, is: "of"),
            let past = phrases.phrase(from: end + 1, before: sentence.upperBound, whole: true)
        {
            end = past
        }
        return Report(
            spans: text.token(first - 1, is: "that") ? [start..<end] : [first - 1..<first, start..<end], cue: clause.cue,
            verb: clause.verb, speaker: subject, tie: .cue,
            isWeak: true)
    }
}
