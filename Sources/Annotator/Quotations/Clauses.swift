import DocumentModel
import EnglishModel

/// Finds clauses of saying in a sentence: verb group, subject, and where what is said begins and ends.
struct Clauses {
    let text: AnalysedText
    let phrases: NounPhrases

    /// A verb of saying or thinking with its subject.
    struct Clause {
        var verb: Int
        var cue: TokenRange
        var subject: TokenRange?
        var lexical: CueVerb
        var form: VerbForm
        /// Whether the subject follows the verb.
        var isInverted = false
        /// Whether the subject is another clause's.
        var isImplied = false
        /// From the first token of cue and subject to the last, without what follows.
        var extent: TokenRange
    }

    // MARK: The verb and its subject

    /// The clause whose verb is at a token, or nil when the word is no verb of saying here. `before` is the subject of the
    /// clause before in the same sentence.
    func clause(at verb: Int, in sentence: TokenRange, previous: TokenRange?, titleCase: Bool) -> Clause? {
        let token = text.tokens[verb]
        guard !text.isQuoted(verb), phrases.nameOf[verb] < 0 else { return nil }
        guard !token.isCapital || titleCase || announces(verb, sentence) else { return nil }
        var entry = token.entry >= 0 ? text.lexicon.entries[Int(token.entry)] : nil
        var past = verb + 1
        if let phrase = text.phrase(at: verb, before: sentence.upperBound), phrase.entry.classes.contains(.cue),
            // *called on Sunday for calm*
            phrases.name(at: min(verb + phrase.count, text.tokens.count - 1))?.kind != .date
        {
            entry = phrase.entry
            past = verb + phrase.count
        }
        guard let entry, entry.cueVerb >= 0 else { return nil }
        let lexical = text.lexicon.cueVerbs[Int(entry.cueVerb)]
        var form = entry.verbForm

        // The verb group: auxiliaries, adverbs and negation before the verb.
        var start = verb
        var hasHave = false
        var hasBe = false
        var hasModal = false
        var at = verb - 1
        while at >= sentence.lowerBound, verb - at < 7, !text.isQuoted(at), phrases.nameOf[at] < 0 {
            let before = text.tokens[at]
            // *The firm at first insisted*
            if at > sentence.lowerBound + 1, text.token(at - 1, is: "at"),
                text.token(at, is: "first") || text.token(at, is: "last")
            {
                at -= 2
                continue
            }
            if before.kind == .clitic, isAuxiliary(clitic: at), !(text.token(at, is: "'s") && form.contains(.third)) {
                hasHave =
                    hasHave || text.lower(at).hasSuffix("ve") || text.lower(at).hasSuffix("s")
                    || text.lower(at).hasSuffix("d")
                start = at
            } else if before.classes.contains(.auxiliary) {
                if before.classes.contains(.have) {
                    hasHave = true
                } else if before.classes.contains(.be) {
                    hasBe = true
                } else {
                    hasModal = true
                }
                start = at
            } else if text.token(at, is: "since"), at > sentence.lowerBound, text.tokens[at - 1].classes.contains(.have) {
                // *has since written that*
            } else if before.isAny(of: [.adverb, .negation]) && !before.isAny(of: [.determiner, .relative]) || isManner(at)
            {
                // Kept only when an auxiliary or the subject stands before it.
            } else {
                break
            }
            at -= 1
        }
        let left = at + 1
        let isNegated = (left..<verb).contains { text.tokens[$0].isAny(of: .negation) }
        // Not to say a thing is to say something, unless the verb is often another: *did not mention*, *would not say*.
        if isNegated, !lexical.isThought, lexical.takes.contains(.weak) { return nil }
        let before = at >= sentence.lowerBound ? text.tokens[at] : nil
        let isAtStart = at < sentence.lowerBound

        if form.contains(.progressive) {
            if hasBe {
                form = .progressive
            } else {
                return participle(verb, past, left, lexical, sentence, previous)
            }
        } else if hasBe {
            return nil  // Passive: the subject is not who speaks.
        } else if form.contains(.participle), hasHave {
            form = .participle
        } else if form.contains(.base), hasModal {
            form = .base
        } else if form.contains(.past), !hasHave, !hasModal {
            if past + 1 < sentence.upperBound, text.token(past, is: "by"),
                !Self.channels.contains(where: { text.token(past + 1, is: $0) })
            {
                return nil
            }
            form = form.contains(.base) ? form : .past
        } else if hasHave || hasModal, form.isDisjoint(with: [.participle, .base]) {
            return nil
        }
        if let before, before.isAny(of: [.determiner, .possessive]), !isSubjectDeterminer(at),
            !before.classes.contains(.pronoun) || before.classes.contains(.possessive)
        {
            return nil
        }
        if let before, before.classes.contains(.preposition), phrases.nameOf[at] < 0 {
            guard text.token(at, is: "to"), form.contains(.base), let start = leadIn(before: at, in: sentence),
                let subject = subject(endingAt: start, in: sentence)
            else { return nil }
            return Clause(
                verb: verb, cue: start..<past, subject: subject, lexical: lexical, form: .past,
                extent: subject.lowerBound..<past)
        }

        // *and added*, *but said*: the subject of the clause before.
        if let before, before.classes.contains(.conjunction),
            let previous = nearerSubject(at, previous, sentence) ?? previous
                ?? (lexical.isThought ? nil : verbSubject(before: at, in: sentence))
                    ?? mainSubject(lexical, of: sentence, before: at),
            form.isDisjoint(with: [.base]) || form.contains(.past)
                || past < sentence.upperBound && at > sentence.lowerBound && text.token(past, is: "that")
                    && text.tokens[at - 1].kind == .comma && agreesWithBase(previous),
            !text.token(at, is: "or")
        {
            return Clause(
                verb: verb, cue: start..<past, subject: previous, lexical: lexical, form: form, isImplied: true,
                extent: at..<past)
        }
        if let inverted = inverted(verb, past, before, at, lexical, form, sentence) { return inverted }
        // *Norvik swings to loss, blames steel*: the headline's first subject.
        if titleCase, before?.kind == .comma, start == verb, form.contains(.third) || form == .past,
            let main = mainSubject(of: sentence, before: at), main.lowerBound == sentence.lowerBound
        {
            return Clause(
                verb: verb, cue: start..<past, subject: main, lexical: lexical, form: form, isImplied: true,
                extent: at..<past)
        }
        guard !isAtStart, let subject = subject(endingAt: left, in: sentence) else { return nil }
        if form == .base, !hasModal, !agreesWithBase(subject) { return nil }
        if form.contains(.base), !form.contains(.past), !hasModal, !agreesWithBase(subject) { return nil }
        if form == .third, isPlural(subject) { return nil }
        return Clause(
            verb: verb, cue: start..<past, subject: subject, lexical: lexical, form: form, extent: subject.lowerBound..<past
        )
    }

    /// *said by telephone*
    private static let channels: [StaticString] = [
        "telephone", "phone", "email", "e-mail", "text", "letter", "video", "fax",
    ]

    /// *Asked how he felt, the mayor waved and said*: the subject of the verb that *and* joins to, where it stands nearer than
    /// that of the clause of saying before.
    private func nearerSubject(_ and: Int, _ previous: TokenRange?, _ sentence: TokenRange) -> TokenRange? {
        let floor = max(previous?.upperBound ?? 0, sentence.lowerBound)
        var comma = and - 1
        while comma > floor, and - comma < 24, !text.isQuoted(comma) {
            defer { comma -= 1 }
            guard text.tokens[comma].kind == .comma,
                let past = phrases.phrase(from: comma + 1, before: and, whole: true), past < and,
                phrases.isAgent(comma + 1..<past), isPastVerb(past)
            else { continue }
            return comma + 1..<past
        }
        return nil
    }

    /// *went on to say*, *used to say*, *was quick to add*: where the verbs begin that lead to the one of saying.
    private func leadIn(before to: Int, in sentence: TokenRange) -> Int? {
        var at = to - 1
        guard at > sentence.lowerBound else { return nil }
        if text.token(at, is: "on") {
            at -= 1
            guard at > sentence.lowerBound,
                ["went", "goes", "go", "going", "gone"].contains(where: { text.token(at, is: $0) })
            else { return nil }
        } else if !Self.habits.contains(where: { text.token(at, is: $0) }) {
            return nil
        }
        while at - 1 > sentence.lowerBound, text.tokens[at - 1].isAny(of: [.adverb, .auxiliary]),
            phrases.nameOf[at - 1] < 0, !text.isQuoted(at - 1)
        { at -= 1 }
        return at
    }

    private static let habits: [StaticString] = [
        "used", "liked", "likes", "loved", "loves", "hastened", "hastens", "rushed", "continued", "continues", "quick",
        "keen", "careful", "fond", "began", "interrupted", "rose", "stood", "paused", "phoned", "rang", "emailed", "texted",
        "intervened",
    ]

    private func isAuxiliary(clitic at: Int) -> Bool {
        text.tokens[at].kind == .clitic && at > 0 && text.tokens[at - 1].isAny(of: [.pronoun, .relative])
    }

    func isManner(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        return text.tokens[at].isWord && !text.tokens[at].isCapital && bytes.count > 4
            && bytes.suffix(2).elementsEqual("ly".utf8) && !text.tokens[at].isAny(of: [.role, .body, .outletNoun])
    }

    /// *some said*, *others say*: determiners that stand for people.
    private func isSubjectDeterminer(_ at: Int) -> Bool {
        text.token(at, is: "some") || text.token(at, is: "others") || text.token(at, is: "many")
            || text.token(at, is: "most") || text.token(at, is: "few") || text.token(at, is: "several")
            || text.token(at, is: "both") || text.token(at, is: "another") || text.token(at, is: "all")
    }

    private func isPlural(_ subject: TokenRange) -> Bool {
        subject.count == 1
            && (text.token(subject.lowerBound, is: "they") || text.token(subject.lowerBound, is: "we")
                || text.token(subject.lowerBound, is: "i") || text.token(subject.lowerBound, is: "you"))
    }

    /// *they say*, *officials say*, but not *the bank say*.
    func agreesWithBase(_ subject: TokenRange) -> Bool {
        let head = phrases.head(of: subject)
        if text.tokens[head].isAny(of: [.people]) || isPlural(subject) || text.token(head, is: "who") { return true }
        if subject.contains(where: { text.token($0, is: "and") }) { return true }
        // *half of voters*, *a majority of teachers*
        if head + 2 < subject.upperBound, text.token(head + 1, is: "of"),
            text.tokens[phrases.head(of: head + 2..<subject.upperBound)].classes.contains(.people)
        {
            return true
        }
        guard phrases.nameOf[head] < 0 || phrases.name(at: head)?.kind == .group else { return false }
        return text.bytes(of: head).last == UInt8(ascii: "s") && !text.tokens[head].isAny(of: .pronoun)
    }

    /// The subject that *and said* goes on from when the clause before tells of no speech: *Jones shook his head and said*.
    private func mainSubject(_ lexical: CueVerb, of sentence: TokenRange, before end: Int) -> TokenRange? {
        guard !lexical.takes.contains(.weak), !lexical.isThought, end - sentence.lowerBound < 60 else { return nil }
        return mainSubject(of: sentence, before: end)
    }

    /// The first agent in a sentence that stands where a subject does: before a verb, after no preposition.
    func mainSubject(of sentence: TokenRange, before end: Int) -> TokenRange? {
        var at = sentence.lowerBound
        while at < end {
            let token = text.tokens[at]
            if text.isQuoted(at) {
                at = text.quoted[Int(text.quoteOf[at])].tokens.upperBound
                continue
            }
            if token.classes.contains(.preposition), phrases.nameOf[at] < 0 {
                at = phrases.phrase(from: at + 1, before: end) ?? at + 1
                continue
            }
            if token.isWord, let past = phrases.phrase(from: at, before: end, whole: true), past > at {
                let candidate = at..<past
                if phrases.isAgent(candidate) {
                    return at..<(apposition(after: past, of: candidate, in: sentence) ?? past)
                }
                at = past
                continue
            }
            at += 1
        }
        return nil
    }

    /// *…, said Lukashenko*: the subject after the verb.
    private func inverted(
        _ verb: Int, _ past: Int, _ before: Token?, _ at: Int, _ lexical: CueVerb, _ form: VerbForm, _ sentence: TokenRange
    ) -> Clause? {
        guard form.contains(.past) || form.contains(.third), lexical.takes.contains(.quote),
            !lexical.takes.contains(.obligatoryAddressee), past < sentence.upperBound,
            !text.token(past, is: "that") || text.isQuoted(past)
        else { return nil }
        let opens = before == nil && (verb > 0 && text.isQuoted(verb - 1) || announces(verb, sentence))
        guard
            opens || before?.kind == .comma || before?.kind == .dash || before?.kind == .stop
                || (at >= sentence.lowerBound && text.isQuoted(at))
        else { return nil }
        // *The governor, who is ill, said nothing.*
        if saysMuch(past, sentence.upperBound) { return nil }
        // *said one assistant manager*
        let first = text.token(past, is: "one") ? past + 1 : past
        guard
            let end = phrases.phrase(from: first, before: sentence.upperBound, whole: true)
                ?? phrases.phrase(from: past, before: sentence.upperBound, whole: true)
        else { return nil }
        let subject =
            past..<(apposition(after: roles(after: end, of: past..<end, in: sentence), of: past..<end, in: sentence) ?? end)
        let quotedBefore = at >= 0 && text.isQuoted(at) || at > 0 && before?.kind == .comma && text.isQuoted(at - 1)
        // Whoever says what stands in marks is somebody, though the lists may not know the word or the name: *“…,” said Mr Justice
        // Reed*, *“…,” said a carer*.
        let isDocument = text.tokens[phrases.head(of: past..<end)].classes.contains(.document)
        let isSomebody =
            quotedBefore && phrases.nameOf[past] < 0
            && (text.tokens[past].isCapital && lexical.takes.contains(.that)
                || (lexical.takes.contains(.that) && !lexical.takes.contains(.weak) || isDocument) && leadsOn(before: verb)
                    && (text.tokens[past].isAny(of: [.determiner, .possessive, .number]) || text.token(past, is: "one")))
        // *…, says Teach North.*: nothing else can follow at a sentence's end.
        let isLast =
            before?.kind == .comma && text.tokens[past].isCapital && !lexical.takes.contains(.weak)
            && lexical.takes.contains(.that) && (end..<sentence.upperBound).allSatisfy { text.tokens[$0].kind == .stop }
        guard phrases.isAgent(past..<end) || isSomebody || isLast,
            text.tokens[past].classes.isDisjoint(with: .pronoun) || text.tokens[past].classes.contains(.subjectPronoun)
                || end > past + 1
        else { return nil }
        // *Her report, delivered in April, proposed joint administration*: a bare noun is what is said.
        if !quotedBefore, before?.kind == .comma, lexical.takes.contains(.nounPhrase), !text.tokens[past].isCapital,
            !text.tokens[past].isAny(of: [.determiner, .possessive, .number, .subjectPronoun, .people]),
            !text.tokens[phrases.head(of: past..<end)].classes.contains(.people), text.tokens[past].kind != .number
        {
            return nil
        }
        // *X, a doctor, said the drug works*: a verb after the phrase makes it the subject of what is said.
        // *The author, whose books include “Dawn,” says she wrote it*
        if quotedBefore, !text.isQuoted(sentence.lowerBound), end < sentence.upperBound, !text.isQuoted(end),
            text.tokens[end].classes.contains(.auxiliary) || isPastVerb(end)
        {
            return nil
        }
        // *The fee, complained the commodore, had ruined him*: the clause of saying stands between commas, and a verb behind it.
        let isEnclosed =
            before?.kind == .comma && !(sentence.lowerBound..<at).contains { text.tokens[$0].kind == .comma }
            && subject.upperBound + 1 < sentence.upperBound
            && text.tokens[subject.upperBound].kind == .comma && lexical.takes.contains(.that)
            && text.tokens[subject.upperBound + 1].classes.contains(.auxiliary)
        if !quotedBefore, before?.kind == .comma, !isEnclosed,
            hasSubjectWithAside(endingAt: at, in: sentence) || goesOn(before: at, in: sentence)
        {
            return nil
        }
        if !quotedBefore, end < sentence.upperBound {
            let next = text.tokens[end]
            // *Anna Berg, who runs it, asks colleagues to wait*, *…, asked the city on Monday to wait*
            let day = text.tokens[end].classes.contains(.preposition) && end + 1 < sentence.upperBound ? end + 1 : end
            let to = phrases.name(at: day).map { $0.kind == .date ? $0.tokens.upperBound : end } ?? end
            if lexical.takes.contains(.demand), to < sentence.upperBound, text.token(to, is: "to"), isBaseVerb(to + 1) {
                return nil
            }
            if next.isAny(of: [.auxiliary, .cue, .relative, .determiner, .possessive])
                || next.isWord && !next.isAny(of: .function) && phrases.nameOf[end] < 0
            {
                return nil
            }
            // *said the scheme so far has been a success*
            var ahead = end
            while ahead < min(end + 5, sentence.upperBound), text.tokens[ahead].isWord, !text.isQuoted(ahead),
                !text.tokens[ahead].isAny(of: [.preposition, .relative])
            {
                if text.tokens[ahead].classes.contains(.auxiliary) { return nil }
                ahead += 1
            }
        }
        return Clause(
            verb: verb, cue: verb..<past, subject: subject, lexical: lexical, form: form, isInverted: true,
            extent: verb..<subject.upperBound)
    }

    /// *said so and, in a letter, demanded a vote*: whether a verb behind a comma goes on from the clause before an aside.
    private func goesOn(before comma: Int, in sentence: TokenRange) -> Bool {
        guard comma > sentence.lowerBound + 1,
            let opening = (max(sentence.lowerBound + 1, comma - 16)..<comma).last(where: {
                text.tokens[$0].kind == .comma && !text.isQuoted($0)
            })
        else { return false }
        return text.tokens[opening - 1].isAny(of: .conjunction) && !text.isQuoted(opening - 1)
    }
}
