import DocumentModel
import EnglishModel

/// Cues that are no verb with its subject: *asked whether*, *was told that*, *his claim that*, *in her view*.
extension QuotationFinder {
    /// What such a cue at a token reports, or nil.
    func sideCue(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        guard text.tokens[at].isWord, phrases.nameOf[at] < 0 else { return nil }
        if let report = heard(at, sentence, floor) ?? raised(at, sentence, floor) { return report }
        if text.tokens[at].classes.contains(.cue) { return passive(at, sentence, floor) ?? nounCue(at, sentence, floor) }
        if text.token(at, is: "in") { return view(at, sentence) }
        return nounCue(at, sentence, floor)
    }

    /// Where the auxiliaries and adverbs before a verb begin, and whether a form of *be* is among them.
    func helpers(of verb: Int, from floor: Int) -> (start: Int, hasBe: Bool) {
        var start = verb
        var hasBe = false
        while start > floor, text.tokens[start - 1].isAny(of: [.auxiliary, .adverb]), !text.isQuoted(start - 1),
            phrases.nameOf[start - 1] < 0
        {
            start -= 1
            hasBe = hasBe || text.tokens[start].classes.contains(.be)
        }
        return (start, hasBe)
    }

    /// *The jury heard that*, *…, an inquest was told on Friday*: what is said in front of a court, by whom no word tells.
    private func heard(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        let isTold = text.token(at, is: "told")
        guard isTold || text.token(at, is: "heard") || text.token(at, is: "hears"), phrases.nameOf[at] < 0 else {
            return nil
        }
        let (start, hasBe) = helpers(of: at, from: floor)
        guard hasBe == isTold, let subject = clauses.subject(endingAt: start, in: sentence), subject.lowerBound >= floor,
            subject.contains(where: { at in Self.hearings.contains { text.token(at, is: $0) } })
        else { return nil }
        func report(_ content: TokenRange) -> Report {
            Report(
                spans: [content], cue: start..<at + 1, verb: at, speaker: nil, tie: .cue, isWeak: true, isOverheard: true)
        }
        let next = at + 1
        if next + 2 < sentence.upperBound, !text.isQuoted(next),
            text.token(next, is: "that") || text.token(next, is: "how") || clauses.startsClause(next, sentence.upperBound)
        {
            let end = clauses.contentEnd(from: next, joint: .that, in: sentence)
            return end > next + 2 ? report(next..<end) : nil
        }
        let comma = subject.lowerBound - 1
        guard comma > sentence.lowerBound + 2, floor <= sentence.lowerBound, text.tokens[comma].kind == .comma,
            !text.isQuoted(comma - 1), hasClause(sentence.lowerBound..<comma, false)
        else { return nil }
        let left = leftStart(sentence.lowerBound..<comma)
        let end = clauses.trimmed(left, comma)
        return end > left + 2 ? report(left..<end) : nil
    }

    /// *A man had begged them to stop, an inquest heard*: the whole of a sentence is said before a court, whatever clauses of
    /// saying are in it.
    func heardAtEnd(_ sentence: TokenRange) -> Report? {
        var comma = sentence.upperBound - 1
        while comma > sentence.lowerBound + 2, sentence.upperBound - comma < 14,
            text.tokens[comma].kind != .comma || text.isQuoted(comma)
        { comma -= 1 }
        guard comma > sentence.lowerBound + 2, comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma,
            let verb = (comma + 2..<sentence.upperBound).first(where: {
                text.token($0, is: "heard") || text.token($0, is: "told") || text.token($0, is: "hears")
            }), let report = heard(verb, sentence, sentence.lowerBound), report.spans.first?.lowerBound ?? verb < verb
        else { return nil }
        return report
    }

    private static let hearings: [StaticString] = [
        "court", "jury", "jurors", "inquest", "inquiry", "tribunal", "hearing", "trial", "committee", "panel", "judge",
        "magistrates", "lawmakers", "mps", "peers", "conference",
    ]

    /// *Bose minuted that “feelings ran high”*: a verb that the lists do not have, of somebody, with quoted words.
    func unlistedCue(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        let token = text.tokens[at]
        guard token.isWord, !token.isCapital, phrases.nameOf[at] < 0, at > floor, at + 2 < sentence.upperBound,
            !token.isAny(of: .function), text.token(at + 1, is: "that"), hasQuoteAhead(at + 2, sentence),
            text.bytes(of: at).count > 4, text.bytes(of: at).suffix(2).elementsEqual("ed".utf8),
            let subject = clauses.subject(endingAt: at, in: sentence), phrases.isAgent(subject),
            subject.lowerBound >= floor,
            !text.tokens[subject.lowerBound].classes.contains(.relative)
        else { return nil }
        let end = clauses.contentEnd(from: at + 1, joint: .that, in: sentence)
        guard (at + 1..<end).contains(where: { text.isQuoted($0) }) else { return nil }
        return Report(spans: [at + 1..<end], cue: at..<at + 1, verb: at, speaker: subject, tie: .cue, isWeak: true)
    }

    /// *“Lots of butter,” chuckled Anna Berg*: a verb of any kind between what somebody says and a name.
    func manner(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        let token = text.tokens[at]
        let last = at > floor + 1 && text.tokens[at - 1].kind == .comma ? at - 2 : at - 1
        guard token.isWord, !token.isCapital, phrases.nameOf[at] < 0, at > floor, text.isQuoted(last),
            !token.isAny(of: .function), clauses.isPastVerb(at) || last == at - 1 && isPresentVerb(at),
            at + 1 < sentence.upperBound, !text.isQuoted(at + 1),
            let past = phrases.phrase(from: at + 1, before: sentence.upperBound, whole: true),
            let name = phrases.name(at: phrases.head(of: at + 1..<past)), name.kind == .person,
            past >= sentence.upperBound || !text.tokens[past].isWord
                || text.tokens[past].isAny(of: [.preposition, .adverb])
        else { return nil }
        let quote = text.quoted[Int(text.quoteOf[last])].tokens
        guard quote.lowerBound >= floor, endsComplete(quote) || last < at - 1 && quote.lowerBound == sentence.lowerBound
        else { return nil }
        let end = clauses.apposition(after: past, of: at + 1..<past, in: sentence) ?? past
        return Report(
            spans: [quote], cue: at..<at + 1, verb: at, speaker: at + 1..<end, tie: .cue, isWeak: true)
    }

    /// *snorts*, by its form.
    private func isPresentVerb(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        return bytes.count > 3 && bytes.last == UInt8(ascii: "s") && !bytes.suffix(2).elementsEqual("ss".utf8)
    }

    /// *Berg's claim that*, *their pledge to*: the one who has it is who speaks.
    private func nounCue(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        let next = at + 1
        guard next + 2 < sentence.upperBound, at > floor, !text.tokens[at].isCapital else { return nil }
        let takesThat = text.token(next, is: "that")
        guard takesThat || text.token(next, is: "to"), !text.isQuoted(next) else { return nil }
        let nouns = takesThat ? Self.nounsOfThat : Self.nounsOfTo
        guard nouns.contains(where: { text.token(at, is: $0) }) else { return nil }
        // Adjectives may stand between: *his recent claim*.
        var owner = at - 1
        while owner > floor, at - owner < 4, text.tokens[owner].isWord, phrases.nameOf[owner] < 0,
            !text.tokens[owner].isAny(of: .function)
        { owner -= 1 }
        guard owner >= floor, !text.isQuoted(owner) else { return nil }
        let speaker: TokenRange
        if text.tokens[owner].kind == .clitic, owner > floor,
            let phrase = phrases.phrase(endingAt: owner, floor: floor), phrases.isAgent(phrase)
        {
            speaker = phrase
        } else if text.tokens[owner].isAny(of: .possessive), text.tokens[owner].isWord, phrases.nameOf[owner] < 0 {
            speaker = owner..<owner + 1
        } else {
            return nil
        }
        // What is claimed ends where the claim is the subject of a verb: no rule tells where, so that one is left out.
        guard speaker.lowerBound > sentence.lowerBound, text.tokens[speaker.lowerBound - 1].kind != .comma,
            !takesThat || clauses.hasFiniteVerb(next + 1, sentence.upperBound)
        else { return nil }
        let end = clauses.contentEnd(from: next, joint: takesThat ? .that : .infinitive, in: sentence)
        guard words(next..<end) > 2 else { return nil }
        return Report(spans: [next..<end], cue: at..<next, verb: at, speaker: speaker, tie: .cue, isWeak: true)
    }

    private static let nounsOfThat: [StaticString] = [
        "claim", "claims", "assertion", "assertions", "allegation", "allegations", "accusation", "accusations", "statement",
        "statements", "argument", "arguments", "suggestion", "suggestions", "pledge", "promise", "vow", "complaint",
        "complaints", "warning", "warnings", "contention", "announcement", "admission", "insistence", "charge", "charges",
        "prediction", "denial", "remark", "remarks", "comment", "comments", "declaration", "assurance", "assurances",
    ]

    private static let nounsOfTo: [StaticString] = [
        "pledge", "promise", "promises", "vow", "threat", "threats", "refusal", "offer", "call", "calls", "proposal",
        "demand",
    ]

    /// *In Berg's view, CLAUSE.*
    private func view(_ at: Int, _ sentence: TokenRange) -> Report? {
        let isInside = at > sentence.lowerBound && text.tokens[at - 1].kind == .comma
        guard at == sentence.lowerBound || isInside || text.tokens[at - 1].isAny(of: .conjunction),
            let past = phrases.phrase(from: at + 1, before: sentence.upperBound), past > at + 2,
            past + 1 < sentence.upperBound, text.tokens[past].kind == .comma,
            ["view", "opinion", "telling", "words", "account"].contains(text.lower(past - 1))
        else { return nil }
        let isOwn = past == at + 3 && text.tokens[at + 1].isAny(of: .possessive)
        let speaker = at + 1..<past - (text.tokens[past - 2].kind == .clitic ? 2 : 1)
        guard !speaker.isEmpty, isOwn || text.tokens[past - 2].kind == .clitic && phrases.isAgent(speaker) else {
            return nil
        }
        // *She was, in Berg's words, “the best we had”*
        guard !isInside || text.isQuoted(past + 1) else { return nil }
        let end =
            isInside
            ? min(sentence.upperBound, text.quoted[Int(text.quoteOf[past + 1])].tokens.upperBound)
            : clauses.contentEnd(from: past + 1, joint: .clause, in: sentence)
        guard end > past + 1 else { return nil }
        return Report(
            spans: [past + 1..<end], cue: past - 1..<past, verb: past - 1, speaker: speaker, tie: .cue)
    }

    /// *As Jones noted, CLAUSE.* and *as Jones put it, CLAUSE*.
    func asClause(_ clause: Clauses.Clause, _ sentence: TokenRange) -> Report? {
        let first = clause.extent.lowerBound
        guard first > sentence.lowerBound, text.token(first - 1, is: "as"), !clause.isImplied, !clause.lexical.isThought,
            let subject = clause.subject, phrases.isAgent(subject),
            first - 1 == sentence.lowerBound || text.tokens[first - 2].isAny(of: .conjunction)
                || text.tokens[first - 2].kind == .dash,
            let comma = tail(clause, sentence), comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma
        else { return nil }
        let next = clause.extent.upperBound
        guard
            comma == next || text.tokens[next].isAny(of: [.preposition, .adverb]) || phrases.name(at: next)?.kind == .date
                || clause.lexical.takes.contains(.addressee)
        else { return nil }
        guard text.isQuoted(comma + 1) || clauses.hasFiniteVerb(comma + 1, sentence.upperBound) else { return nil }
        let end = clauses.contentEnd(from: comma + 1, joint: .clause, in: sentence)
        guard end > comma + 1 else { return nil }
        return Report(spans: [comma + 1..<end], cue: clause.cue, verb: clause.verb, speaker: subject, tie: .cue)
    }

    /// *Those were the words of Anna Berg*, *That was the verdict of the court.*
    private func wordsOf(_ sentence: TokenRange) -> Clauses.Clause? {
        let noun = sentence.lowerBound + 3
        guard noun + 2 < sentence.upperBound, text.tokens[noun - 2].classes.contains(.be), text.token(noun - 1, is: "the"),
            [
                "words", "verdict", "message", "view", "opinion", "conclusion", "answer", "response", "advice", "warning",
                "plea",
            ]
            .contains(where: { text.token(noun, is: $0) }),
            text.token(noun + 1, is: "of") || text.token(noun + 1, is: "from"),
            let past = phrases.phrase(from: noun + 2, before: sentence.upperBound, whole: true),
            phrases.isAgent(noun + 2..<past)
        else { return nil }
        return Clauses.Clause(
            verb: noun, cue: noun..<noun + 1, subject: noun + 2..<past, lexical: CueVerb.colon, form: .past,
            extent: noun..<past)
    }

    /// A paragraph that names who spoke the one before: *Russia Today noted.*, *That is what Berg told the court.*
    func laterCue(_ sentence: TokenRange) -> Clauses.Clause? {
        guard sentence.count < 40 else { return nil }
        let isPointer =
            text.token(sentence.lowerBound, is: "that") || text.token(sentence.lowerBound, is: "this")
            || text.token(sentence.lowerBound, is: "so") || text.token(sentence.lowerBound, is: "these")
            || text.token(sentence.lowerBound, is: "those")
        if isPointer, let clause = wordsOf(sentence) { return clause }
        for at in sentence where !text.isQuoted(at) && text.tokens[at].isAny(of: [.cue, .opensPhrase]) {
            guard let clause = clauses.clause(at: at, in: sentence, previous: nil, titleCase: false),
                clause.lexical.takes.contains(.quote), !clause.lexical.isThought, let subject = clause.subject,
                phrases.isAgent(subject)
            else { continue }
            let isWhat =
                clause.extent.lowerBound > sentence.lowerBound + 1
                && text.tokens[clause.extent.lowerBound - 1].isAny(of: [.interrogative, .relative])
            if isPointer, isWhat { return clause }
            if clause.extent.lowerBound == sentence.lowerBound, let past = tail(clause, sentence),
                past >= sentence.upperBound || text.tokens[past].kind == .stop && past + 1 == sentence.upperBound,
                clauses.content(after: clause, in: sentence) == nil
            {
                return clause
            }
        }
        return nil
    }
}
