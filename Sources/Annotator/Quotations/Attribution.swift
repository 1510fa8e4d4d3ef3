import DocumentModel
import EnglishModel

/// What the clauses of saying in a sentence report.
extension QuotationFinder {
    /// What is reported on each side of a semicolon, behind which the article begins anew.
    mutating func attribute(_ sentence: TokenRange, titleCase: Bool) {
        var start = sentence.lowerBound
        for at in sentence where text.tokens[at].kind == .semicolon && beginsAnew(at + 1, start, sentence) {
            attributeClause(start..<at, titleCase: titleCase)
            start = at + 1
        }
        attributeClause(start..<sentence.upperBound, titleCase: titleCase)
    }

    /// *He denied it; the rent, he said, was low*: whether both sides of a semicolon have a clause of saying of their own.
    private func beginsAnew(_ at: Int, _ start: Int, _ sentence: TokenRange) -> Bool {
        guard at + 2 < sentence.upperBound, !text.isQuoted(at - 1), !text.isQuoted(at), at - start > 3,
            !text.token(at, is: "that"), !text.tokens[at].isAny(of: .conjunction)
        else { return false }
        let says = { (run: TokenRange) in
            run.contains { at in
                self.text.tokens[at].classes.contains(.cue) && !self.text.isQuoted(at) && self.phrases.nameOf[at] < 0
                    && self.clauses.clause(at: at, in: run, previous: nil, titleCase: false) != nil
            }
        }
        return says(start..<at - 1) && says(at..<sentence.upperBound)
    }

    private mutating func attributeClause(_ sentence: TokenRange, titleCase: Bool) {
        var floor = sentence.lowerBound
        var previous: TokenRange?
        if let report = heardAtEnd(sentence) ?? trailing(sentence, titleCase: titleCase) {
            reports.append(report)
            floor = max(report.end, report.cue.upperBound)
            previous = report.speaker
        }
        if floor == sentence.lowerBound, let report = fronted(sentence) {
            reports.append(report)
            floor = report.end
            previous = report.speaker
        }
        var at = floor
        while at < sentence.upperBound {
            if text.isQuoted(at) {
                at = max(at + 1, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                continue
            }
            let token = text.tokens[at]
            if let past = sourcePhrase(at, sentence), let report = accordingTo(at, past, sentence, floor) {
                reports.append(report)
                floor = max(report.end, past)
                previous = report.speaker ?? previous
                at = max(past, floor)
                continue
            }
            guard token.isAny(of: [.cue, .opensPhrase]),
                let clause = clauses.clause(at: at, in: sentence, previous: previous, titleCase: titleCase),
                clause.cue.lowerBound >= floor, let report = report(clause, sentence, floor, titleCase)
            else {
                if let report = sideCue(at, sentence, floor) ?? unlistedCue(at, sentence, floor)
                    ?? manner(at, sentence, floor)
                {
                    reports.append(report)
                    floor = max(report.end, at + 1)
                    at = floor
                    continue
                }
                at += 1
                continue
            }
            reports.append(report)
            floor = max(report.end, clause.extent.upperBound)
            if !clause.isImplied || previous == nil { previous = clause.subject }
            at = max(at + 1, floor)
        }
    }

    /// What a clause of saying reports: the quoted words before it, or what follows it.
    func report(_ clause: Clauses.Clause, _ sentence: TokenRange, _ floor: Int, _ titleCase: Bool) -> Report? {
        guard let subject = clause.subject, !saysOnThing(subject),
            subject.count > 1
                || !text.token(subject.lowerBound, is: "whose") && !text.token(subject.lowerBound, is: "nobody")
        else { return nil }
        // *The statement quoted him as saying*
        if Clauses.quoting.contains(where: { text.token(clause.verb, is: $0) }),
            (clause.verb + 1..<min(clause.verb + 9, sentence.upperBound)).contains(where: { text.token($0, is: "saying") })
        {
            return nil
        }
        if let report = asClause(clause, sentence) ?? quoteThatWas(clause, sentence) ?? naming(clause, sentence) {
            return report
        }
        let takes = clause.lexical.takes
        let isAgent = phrases.isAgent(subject)
        let isStrong = takes.contains(.quote) && takes.contains(.that) && !takes.contains(.weak)
        let isRelative =
            text.tokens[subject.lowerBound].classes.contains(.relative) && phrases.nameOf[subject.lowerBound] < 0
        if !isRelative, let quote = quoteBefore(clause, floor), takes.contains(.quote) || takes.contains(.that),
            !clause.isImplied
                || text.tokens[clause.extent.lowerBound].kind == .comma
                    && !(clause.extent.upperBound < sentence.upperBound
                        && text.tokens[clause.extent.upperBound].kind == .colon),
            quote.lowerBound == sentence.lowerBound && !isComplete(quote) || !clauseFollows(clause, sentence)
        {
            let start = spanStart(quote, floor)
            var spans = [start..<quote.upperBound]
            if let past = tail(clause, sentence) {
                var next = past
                if next < sentence.upperBound,
                    text.tokens[next].kind == .comma || text.tokens[next].kind == .colon || text.tokens[next].kind == .dash
                {
                    next += 1
                }
                if next + 2 < sentence.upperBound, text.token(next, is: "that"), text.tokens[next - 1].kind == .comma {
                    // *“We are worried,” they wrote, that …*
                    let end = clauses.contentEnd(from: next, joint: .that, in: sentence)
                    if end > next + 2 { spans.append(next..<end) }
                } else if next < sentence.upperBound, !text.isQuoted(next),
                    let past = quoteAfterAside(next, quote, sentence)
                {
                    next = past
                }
                // *“I love him,” he said, but “he is late.”*
                if let quoted = joinedQuote(next, sentence) {
                    spans.append(next..<quoted)
                    next = quoted
                } else if next < sentence.upperBound, text.isQuoted(next), !isWork(next) {
                    spans.append(next..<clauses.contentEnd(from: next, joint: .quote, in: sentence))
                }
            }
            return Report(
                spans: spans, cue: clause.cue, verb: clause.verb, speaker: subject, tie: .cue,
                isThought: clause.lexical.isThought, isImplied: clause.isImplied, isWeak: !isAgent)
        }
        guard let content = clauses.content(after: clause, in: sentence) else { return gapped(clause, sentence) }
        guard
            isAgent || isStrong || content.joint == .that || content.joint == .quote
                || hasQuoteAhead(content.start, sentence)
        else { return nil }
        if content.joint == .nounPhrase || content.joint == .infinitive, !isAgent, !hasQuoteAhead(content.start, sentence) {
            return nil
        }
        // *a film called “Dawn”*
        if content.joint == .quote, text.token(clause.verb, is: "called"), content.start == clause.extent.upperBound {
            return nil
        }
        // *a woman called Anna will come*
        if text.token(clause.verb, is: "called"), phrases.nameOf[content.start] >= 0,
            text.token(subject.lowerBound, is: "a") || text.token(subject.lowerBound, is: "an")
        {
            return nil
        }
        // *did not mention the alarm*
        if content.joint == .nounPhrase, clause.cue.contains(where: { text.tokens[$0].isAny(of: .negation) }),
            !hasQuoteAhead(content.start, sentence)
        {
            return nil
        }
        if content.joint == .quote, isSign(content.start, clause) || isPerformed(clause.verb, content.start) { return nil }
        if content.joint == .quote, clause.extent.lowerBound > sentence.lowerBound,
            isNickname(content.start, clause.extent.lowerBound - 1)
        {
            return nil
        }
        if content.joint == .colon, !takes.contains(.quote) { return nil }
        var end = clauses.contentEnd(from: content.start, joint: content.joint, in: sentence)
        if content.joint == .quote, let complete = completeQuote(at: content.start, sentence) { end = complete }
        if content.joint != .quote, let main = mainClause(after: clause, content.start..<end, sentence) { end = main }
        if isRelative, let main = verbAfterAside(content.start..<end, sentence) { end = main }
        guard end > content.start else { return nil }
        if asksToStayUnnamed(content.start..<end) { return nil }
        // *two of them called Lucia*
        if text.token(clause.verb, is: "called"), content.joint == .nounPhrase,
            let name = phrases.name(at: content.start), name.tokens.lowerBound == content.start,
            name.tokens.upperBound == end
        {
            return nil
        }
        if clauses.isDoneToPeople(clause.verb, content.start..<end) { return nil }
        // *Nobody knows who he is*, *No one here thinks it will*
        if clause.lexical.isThought, isNobody(subject) { return nil }
        // *Reed says it*
        if !clauses.answersWhatWasSaid(clause.verb, content.start), end == content.start + 1,
            text.tokens[content.start].isAny(of: [.pronoun, .determiner]),
            phrases.nameOf[content.start] < 0, !text.isQuoted(content.start)
        {
            return nil
        }
        // *had expected “radicals”*
        if content.joint == .quote, clause.lexical.isThought, words(content.start..<end) < 3 { return nil }
        let cue = clause.cue.lowerBound..<(content.cueEnd ?? clause.cue.upperBound)
        if content.joint == .quote, takes.contains(.weak), words(content.start..<end) < 2 { return nil }
        let lead = content.joint == .quote ? begun(clause, content.start, sentence, floor) : nil
        return Report(
            spans: (lead.map { [$0] } ?? []) + [content.start..<end], cue: cue, verb: clause.verb, speaker: subject,
            tie: .cue,
            isThought: clause.lexical.isThought,
            isImplied: clause.isImplied, isWeak: content.joint == .nounPhrase || !isAgent || takes.contains(.weak))
    }

    /// *nobody*, *no one here*
    func isNobody(_ subject: TokenRange) -> Bool {
        let first = subject.lowerBound
        return text.token(first, is: "nobody") || text.token(first, is: "none")
            || text.token(first, is: "no") && subject.count > 1 && text.token(first + 1, is: "one")
    }

    /// *she recalled in her memoir, “String”*: the title of what was just called a book.
    private func isWork(_ mark: Int) -> Bool {
        guard mark > 1, text.tokens[mark - 1].kind == .comma else { return false }
        let words = text.quoted[Int(text.quoteOf[mark])].tokens.filter { text.tokens[$0].isWord }
        return words.count < 6 && words.first.map { text.tokens[$0].isCapital } ?? false
            && ["memoir", "book", "novel", "autobiography", "album", "film", "essay", "play", "poem", "song"].contains {
                text.token(mark - 2, is: $0)
            }
    }

    /// Where quoted words end that a conjunction joins to those before the clause of saying.
    private func joinedQuote(_ start: Int, _ sentence: TokenRange) -> Int? {
        guard start + 1 < sentence.upperBound, text.tokens[start - 1].kind == .comma, !text.isQuoted(start),
            text.token(start, is: "but") || text.token(start, is: "and") || text.token(start, is: "so")
        else { return nil }
        var at = start + 1
        while at < sentence.upperBound, at - start < 3, text.tokens[at].isAny(of: .adverb), !text.isQuoted(at) { at += 1 }
        guard at < sentence.upperBound, text.isQuoted(at) else { return nil }
        let quote = text.quoted[Int(text.quoteOf[at])].tokens
        guard words(quote) > 2, !saysAfter(quote.upperBound, sentence) else { return nil }
        return min(sentence.upperBound, quote.upperBound)
    }

    /// Whether words in marks end as a sentence does, with no comma that leads on.
    private func isComplete(_ quote: TokenRange) -> Bool {
        endsComplete(quote) && !clauses.endsInComma(before: quote.upperBound)
    }

    /// *an official who asked not to be named*
    func asksToStayUnnamed(_ content: TokenRange) -> Bool {
        content.prefix(11).contains { at in
            ["anonymity", "unnamed", "anonymous", "unidentified"].contains { text.token(at, is: $0) }
                || at > content.lowerBound + 1 && text.tokens[at - 1].isAny(of: .possessive)
                    && text.token(at - 2, is: "give")
                    && ["name", "names", "surname", "surnames"].contains { text.token(at, is: $0) }
                || at > content.lowerBound && text.token(at - 1, is: "name")
                    && ["used", "published", "printed", "given", "disclosed", "out"].contains { text.token(at, is: $0) }
                || at > content.lowerBound && text.token(at - 1, is: "be")
                    && ["named", "identified", "quoted"].contains { text.token(at, is: $0) }
        }
    }

    /// *To cries of “Shame!” she said that …*: the words in marks before are not hers.
    private func clauseFollows(_ clause: Clauses.Clause, _ sentence: TokenRange) -> Bool {
        guard !clause.isInverted, !clause.isImplied, let content = clauses.content(after: clause, in: sentence) else {
            return false
        }
        // *“Get off!” A second voice replied: “Make me.”*
        if content.joint == .quote, text.tokens[clause.extent.upperBound].kind == .colon {
            return text.tokens[clause.extent.lowerBound].isCapital
        }
        return content.start == clause.extent.upperBound && (content.joint == .that || content.joint == .clause)
    }

    /// *the changes, which officials said will begin soon*: the relative word and what follows the verb are the content.
    private func gapped(_ clause: Clauses.Clause, _ sentence: TokenRange) -> Report? {
        let first = clause.extent.lowerBound
        let start = clause.extent.upperBound
        guard let subject = clause.subject, phrases.isAgent(subject), first > sentence.lowerBound, !clause.isInverted,
            clause.lexical.takes.contains(.clause), start + 1 < sentence.upperBound, !text.isQuoted(start),
            text.tokens[start].classes.contains(.auxiliary), phrases.nameOf[first - 1] < 0
        else { return nil }
        let isThat = text.token(first - 1, is: "that")
        guard
            isThat || text.token(first - 1, is: "which") || text.token(first - 1, is: "what")
                || text.token(first - 1, is: "who")
        else { return nil }
        var end = clauses.contentEnd(from: start, joint: .clause, in: sentence)
        if let comma = (start..<end).first(where: { text.tokens[$0].kind == .comma && !text.isQuoted($0) }) { end = comma }
        let rest = start..<end
        return Report(
            spans: isThat ? [rest] : [first - 1..<first, rest], cue: clause.cue, verb: clause.verb, speaker: subject,
            tie: .cue, isThought: clause.lexical.isThought, isWeak: true)
    }

    /// The end of a quoted span that is a whole utterance, so that what follows is not part of it.
    func completeQuote(at start: Int, _ sentence: TokenRange) -> Int? {
        guard text.isQuoted(start) else { return nil }
        let span = text.quoted[Int(text.quoteOf[start])].tokens
        guard span.lowerBound == start, endsComplete(span) else { return nil }
        var end = span.upperBound
        while end < sentence.upperBound {
            // *chanted “Send them home,” and “Build it.”*
            var next = end
            if text.token(next, is: "and") || text.token(next, is: "or") { next += 1 }
            if next > end, next < sentence.upperBound, text.tokens[next].kind == .comma { next += 1 }
            guard next < sentence.upperBound, text.isQuoted(next) else { break }
            let more = text.quoted[Int(text.quoteOf[next])].tokens.upperBound
            guard next == end || !saysAfter(more, sentence) else { break }
            end = more
        }
        return min(end, sentence.upperBound)
    }

    /// *“Yes,” and “no,” said Berg*: whether quoted words that end here have a clause of saying of their own.
    private func saysAfter(_ at: Int, _ sentence: TokenRange) -> Bool {
        (at..<min(at + 6, sentence.upperBound)).contains { text.tokens[$0].classes.contains(.cue) && !text.isQuoted($0) }
    }

    /// The quoted span right before a clause of saying.
    func quoteBefore(_ clause: Clauses.Clause, _ floor: Int) -> TokenRange? {
        var at = clause.extent.lowerBound
        if clause.isImplied, text.tokens[at].kind != .comma, !text.isQuoted(at) { return nil }
        if clause.isImplied { at += text.isQuoted(at) ? 1 : 0 }
        at -= 1
        if at >= floor, !text.isQuoted(at),
            text.tokens[at].kind == .comma || text.tokens[at].kind == .dash || text.tokens[at].kind == .stop
        {
            at -= 1
        }
        guard at >= floor, text.isQuoted(at) else { return nil }
        return text.quoted[Int(text.quoteOf[at])].tokens
    }

    /// Where a quotation begins whose last words are quoted: words before the marks belong to it when they are part of the
    /// same clause.
    func spanStart(_ quote: TokenRange, _ floor: Int) -> Int {
        var start = floor
        while start < quote.lowerBound, !text.isQuoted(start), text.tokens[start].kind != .word,
            text.tokens[start].kind != .number
        { start += 1 }
        guard start < quote.lowerBound else { return quote.lowerBound }
        let lead = start..<quote.lowerBound
        let endsInComma =
            text.tokens[quote.lowerBound - 1].kind == .comma || text.tokens[quote.lowerBound - 1].kind == .colon
        // *Anna Berg, the former treasurer, “sold her signature,”*: a verb in marks whose subject stands before them.
        if endsInComma, text.tokens[quote.lowerBound - 1].kind == .comma, words(lead) > 1,
            phrases.name(at: start) != nil || text.tokens[start].isAny(of: .determiner),
            let verb = quote.first(where: { text.tokens[$0].isWord }), isPastWord(verb),
            !clauses.hasFiniteVerb(lead.lowerBound, lead.upperBound),
            lead.contains(where: { text.tokens[$0].kind == .comma && $0 < lead.upperBound - 1 })
        {
            return start
        }
        if endsInComma || words(lead) <= 1 && text.tokens[start].isAny(of: [.conjunction, .adverb]) {
            return quote.lowerBound
        }
        return start
    }

    /// *sold*, *wanted*: the past form of a verb, small.
    private func isPastWord(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        return !text.tokens[at].isCapital
            && (FiniteVerb.isIrregular(bytes) || bytes.count > 3 && bytes.suffix(2).elementsEqual("ed".utf8))
    }

    /// After the subject and verb: where the words of place, time and audience end, at a comma, a quotation or the
    /// sentence's end; nil when something else follows.
    func tail(_ clause: Clauses.Clause, _ sentence: TokenRange) -> Int? {
        var at = clause.extent.upperBound
        let end = sentence.upperBound
        if at < end, clause.lexical.takes.contains(.obligatoryAddressee) { at = clauses.outletInMarks(at) ?? at }
        var steps = 0
        while at < end, steps < 60 {
            steps += 1
            if text.isQuoted(at) { return at }
            let token = text.tokens[at]
            switch token.kind {
            case .comma, .stop, .colon, .semicolon, .dash: return at
            case .openBracket:
                while at < end, text.tokens[at].kind != .closeBracket { at += 1 }
                at += 1
                continue
            default: break
            }
            if token.classes.contains(.relative), !token.isAny(of: .preposition) { return nil }
            if token.isAny(of: [.preposition, .adverb, .determiner, .time]) || phrases.nameOf[at] >= 0 || steps == 1
                || text.tokens[at - 1].isAny(of: [.preposition, .determiner, .possessive])
            {
                if let past = phrases.phrase(from: at, before: end), past > at {
                    at = past
                    continue
                }
                at += 1
                continue
            }
            if token.isAny(of: [.auxiliary, .subordinator, .conjunction]) { return nil }
            at += 1
        }
        return at
    }
}
