import DocumentModel
import EnglishModel

/// Cues in the passive: *was told that*, *have been urged to*, *is thought to*, *was hailed by Berg as*.
extension QuotationFinder {
    /// *She is thought to have made ninety journeys*, *He is said to be ill*: nobody tells who says or thinks so; the subject is
    /// part of it.
    func raised(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        let isThought = Self.raising.thought.contains { text.token(at, is: $0) }
        guard isThought || Self.raising.speech.contains(where: { text.token(at, is: $0) }), at + 3 < sentence.upperBound,
            !text.isQuoted(at + 1)
        else { return nil }
        var to = at + 1
        var speaker: TokenRange?
        if text.token(to, is: "by"), let past = phrases.phrase(from: to + 1, before: sentence.upperBound, whole: true),
            phrases.isAgent(to + 1..<past)
        {
            speaker = to + 1..<past
            to = past
        }
        guard to + 2 < sentence.upperBound, text.token(to, is: "to"), !text.isQuoted(to), clauses.isBaseVerb(to + 1) else {
            return nil
        }
        // *is expected to give evidence*: what is going to happen, by nobody's word.
        if text.token(at, is: "expected"), speaker == nil { return nil }
        let (start, hasBe) = helpers(of: at, from: floor)
        guard hasBe, let subject = wholeSubject(before: start, in: sentence), subject.lowerBound >= floor,
            !text.tokens[subject.lowerBound].classes.contains(.relative)
        else { return nil }
        let end = clauses.contentEnd(from: to, joint: .infinitive, in: sentence)
        guard end > to + 1 else { return nil }
        return Report(
            spans: [subject.lowerBound..<clauses.trimmed(subject.lowerBound, subject.upperBound), to..<end],
            cue: start..<at + 1, verb: at, speaker: speaker, tie: .cue, isThought: isThought, isWeak: true,
            isOverheard: speaker == nil)
    }

    /// Participles that tell what is said or thought of a subject: *is understood to*.
    private static let raising: (thought: [StaticString], speech: [StaticString]) = (
        ["thought", "believed", "understood", "expected", "feared", "estimated"],
        ["said", "reported", "rumoured", "rumored", "alleged", "claimed"]
    )

    /// *It was reported that*, *he was told that*, *asked by Jones whether*, *is accused of*: who speaks stands after *by*,
    /// or nowhere.
    func passive(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        let token = text.tokens[at]
        guard token.entry >= 0, !token.isCapital || at == sentence.lowerBound else { return nil }
        let entry = text.lexicon.entries[Int(token.entry)]
        guard entry.cueVerb >= 0, entry.verbForm.contains(.participle) || entry.verbForm.contains(.past) else { return nil }
        let verb = text.lexicon.cueVerbs[Int(entry.cueVerb)]
        guard !verb.isThought else { return nil }
        var start = at
        while start > max(floor, at - 4), text.tokens[start - 1].isAny(of: .adverb) { start -= 1 }
        let isLead =
            start == sentence.lowerBound
            || start > floor && (text.token(start - 1, is: "when") || text.token(start - 1, is: "if"))
        let hasBe = start > floor && text.tokens[start - 1].classes.contains(.be)
        guard hasBe || isLead && text.token(at, is: "asked") else { return nil }
        if hasBe { start -= 1 }
        while hasBe, start > floor, text.tokens[start - 1].classes.contains(.auxiliary) { start -= 1 }
        // *has not been accused of anything*
        if start > floor, text.tokens[start - 1].classes.contains(.negation), text.token(at, is: "accused") { return nil }
        var next = at + 1
        var speaker: TokenRange?
        if next + 1 < sentence.upperBound, text.token(next, is: "by"),
            let past = phrases.phrase(from: next + 1, before: sentence.upperBound, whole: true),
            phrases.isAgent(next + 1..<past)
        {
            let end = clauses.apposition(after: past, of: next + 1..<past, in: sentence)
            speaker = next + 1..<(end ?? past)
            next = end.map { $0 + 1 < sentence.upperBound && text.tokens[$0].kind == .comma ? $0 + 1 : $0 } ?? past
            // *asked by Anna Berg, for the claimants, why*
            if text.token(at, is: "asked"), next + 2 < sentence.upperBound, text.tokens[next].kind == .comma,
                let end = (next + 1..<min(next + 9, sentence.upperBound)).first(where: { text.tokens[$0].kind == .comma }),
                end + 1 < sentence.upperBound, text.tokens[end + 1].isAny(of: .interrogative)
            {
                next = end + 1
            }
            // *asked by a lawyer for the cousins, Anna Berg, whether*
            if speaker != nil, text.token(at, is: "asked"), next < sentence.upperBound,
                text.tokens[next].classes.contains(.preposition),
                let question = (next + 1..<min(next + 12, sentence.upperBound)).first(where: {
                    text.tokens[$0].isAny(of: .interrogative) || text.isQuoted($0)
                }), !text.isQuoted(question), text.tokens[question - 1].kind == .comma,
                let name = phrases.name(at: question - 2), name.kind == .person
            {
                speaker = at + 2..<question - 1
                next = question
            }
        }
        if let report = branded(start..<at + 1, verb, speaker, next, sentence, floor) { return report }
        if hasBe, verb.takes.contains(.demand), next + 2 < sentence.upperBound, !text.isQuoted(next),
            text.token(next, is: "to") && clauses.isBaseVerb(next + 1)
                || text.token(next, is: "not") && text.token(next + 1, is: "to")
        {
            return passiveDemand(start..<at + 1, at, speaker, next, sentence, floor)
        }
        // Where and when: *asked in Iowa on Thursday whether*.
        var steps = 0
        while steps < 3, next + 1 < sentence.upperBound, text.tokens[next].classes.contains(.preposition),
            !text.token(next, is: "about"), !text.token(next, is: "of"), !text.isQuoted(next),
            let past = phrases.phrase(from: next + 1, before: sentence.upperBound)
        {
            next = past
            steps += 1
        }
        while next + 1 < sentence.upperBound, !text.isQuoted(next),
            let past = text.tokens[next].isAny(of: .adverb) ? next + 1 : clauses.spellOfTime(next, sentence.upperBound)
        { next = past }
        // *Reed was asked, “Would you have told her?”*
        if hasBe, text.token(at, is: "asked"), let quote = announced(next, sentence) {
            return Report(
                spans: [quote], cue: start..<at + 1, verb: at, speaker: speaker, tie: .cue, isOverheard: speaker == nil)
        }
        guard next + 1 < sentence.upperBound, !text.isQuoted(next) else { return nil }
        var content = next
        var joint = Clauses.Content.Joint.that
        if text.token(next, is: "that"), verb.takes.contains(.that) {
            guard !isLead, clauses.hasFiniteVerb(next + 1, sentence.upperBound) else { return nil }
        } else if text.token(at, is: "asked"), text.tokens[next].isAny(of: .interrogative) || text.token(next, is: "if") {
            joint = isLead ? .nounPhrase : .question
        } else if text.token(at, is: "asked") && text.token(next, is: "about")
            || text.token(at, is: "accused") && text.token(next, is: "of")
        {
            content = next + 1
            joint = .nounPhrase
        } else {
            return nil
        }
        var end = clauses.contentEnd(from: content, joint: joint, in: sentence)
        guard end > content else { return nil }
        // *The mayor is accused of greed*: who is accused is part of it.
        if hasBe, text.token(at, is: "accused"), next + 1 < sentence.upperBound, text.tokens[next + 1].kind != .comma,
            let subject = wholeSubject(before: start, in: sentence),
            subject.lowerBound >= floor,
            !subject.dropFirst().contains(where: { text.token($0, is: "who") && $0 + 1 == start })
        {
            let whole = subject.lowerBound..<clauses.trimmed(subject.lowerBound, subject.upperBound)
            return Report(
                spans: [whole, next..<end], cue: start..<at + 1, verb: at, speaker: speaker, tie: .cue, isWeak: true,
                isOverheard: speaker == nil)
        }
        let clause = Clauses.Clause(
            verb: at, cue: start..<at + 1, subject: speaker, lexical: verb, form: .past, extent: start..<at + 1)
        if let main = mainClause(after: clause, content..<end, sentence) { end = main }
        return Report(
            spans: [content..<end], cue: start..<at + 1, verb: at, speaker: speaker, tie: .cue, isWeak: true)
    }

    /// The words in marks that begin at a token, or behind the comma or colon there.
    private func announced(_ at: Int, _ sentence: TokenRange) -> TokenRange? {
        guard at + 1 < sentence.upperBound else { return nil }
        let isMark = text.tokens[at].kind == .comma || text.tokens[at].kind == .colon
        let first = isMark ? at + 1 : at
        guard text.isQuoted(first) else { return nil }
        let quote = text.quoted[Int(text.quoteOf[first])].tokens
        return quote.lowerBound == first && endsComplete(quote) ? quote.clamped(to: sentence) : nil
    }

    /// *Residents have been told to boil water*: who is to do it is part of what is said.
    private func passiveDemand(
        _ cue: TokenRange, _ verb: Int, _ speaker: TokenRange?, _ content: Int, _ sentence: TokenRange, _ floor: Int
    ) -> Report? {
        let end = clauses.contentEnd(from: content, joint: .infinitive, in: sentence)
        guard end > content + 2, let subject = wholeSubject(before: cue.lowerBound, in: sentence),
            subject.lowerBound >= floor, !text.tokens[subject.lowerBound].classes.contains(.relative)
        else { return nil }
        return Report(
            spans: [subject.lowerBound..<clauses.trimmed(subject.lowerBound, subject.upperBound), content..<end],
            cue: cue, verb: verb, speaker: speaker, tie: .cue, isWeak: true, isOverheard: speaker == nil)
    }

    /// *About 300 people in line are thought to*: the subject, with all that stands before it in a sentence that it opens.
    private func wholeSubject(before end: Int, in sentence: TokenRange) -> TokenRange? {
        // *She herself is said to like it*
        let isReflexive =
            end > sentence.lowerBound + 1
            && ["himself", "herself", "itself", "themselves"].contains { text.token(end - 1, is: $0) }
        guard let found = clauses.subject(endingAt: isReflexive ? end - 1 : end, in: sentence) else { return nil }
        let subject = found.lowerBound..<end
        let lead = sentence.lowerBound..<subject.lowerBound
        guard let first = lead.first, lead.count < 12,
            !text.tokens[first].isAny(of: [.subordinator, .conjunction, .adverb, .relative]),
            !text.tokens[first].classes.contains(.preposition) || text.tokens[first + 1].kind == .number,
            lead.allSatisfy({ !text.isQuoted($0) && (text.tokens[$0].isWord || text.tokens[$0].kind == .number) }),
            !clauses.hasFiniteVerb(first, end - 1)
        else { return subject }
        return first..<subject.upperBound
    }

    /// *The deal was hailed by Berg as “tough but fair”*: what is called a name, and the name.
    private func branded(
        _ cue: TokenRange, _ verb: CueVerb, _ speaker: TokenRange?, _ next: Int, _ sentence: TokenRange, _ floor: Int
    ) -> Report? {
        guard verb.takes.contains(.nounPhrase), next + 1 < sentence.upperBound, text.token(next, is: "as"),
            let quoted = (next + 1..<min(next + 4, sentence.upperBound)).first(where: { text.isQuoted($0) }),
            let subject = clauses.subject(endingAt: cue.lowerBound, in: sentence), subject.lowerBound >= floor,
            !text.tokens[subject.lowerBound].isAny(of: [.relative, .pronoun])
        else { return nil }
        let end = min(sentence.upperBound, text.quoted[Int(text.quoteOf[quoted])].tokens.upperBound)
        return Report(
            spans: [clauses.trimmed(subject.lowerBound, subject.upperBound)].map { subject.lowerBound..<$0 } + [next..<end],
            cue: cue, verb: cue.upperBound - 1, speaker: speaker, tie: .cue, isWeak: true, isOverheard: speaker == nil)
    }
}
