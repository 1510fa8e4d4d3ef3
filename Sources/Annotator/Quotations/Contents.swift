import DocumentModel
import EnglishModel

/// Where what is said begins after its verb.
extension Clauses {
    /// What follows a clause of saying: where the content begins, whether a preposition joined the cue, how it is joined.
    struct Content {
        enum Joint {
            case quote
            case that
            case infinitive
            case question
            case clause
            case nounPhrase
            case colon
        }

        var start: Int
        var joint: Joint
        /// The cue's end when a preposition belongs to it.
        var cueEnd: Int?
    }

    /// The content after a clause, or nil when what follows only says when, where and to whom.
    func content(after clause: Clause, in sentence: TokenRange) -> Content? {
        let takes = clause.lexical.takes
        let end = sentence.upperBound
        var at = clause.extent.upperBound
        var skipped = 0
        // Days that stand before the content part nothing: *announced on Thursday a cut in fares*.
        var dates = 0
        if !clause.isInverted, at < end, !clause.lexical.prepositions.isEmpty, text.tokens[at].isWord {
            let word = text.lower(at)
            // *insisted on local television that it was so*
            let leadsToThat =
                takes.contains(.that) && adjunctEnd(at, end).map { $0 < end && text.token($0, is: "that") } ?? false
            if clause.lexical.prepositions.contains(word), at + 1 < end, !leadsToThat {
                return Content(start: at + 1, joint: .nounPhrase, cueEnd: at + 1)
            }
        }
        if !clause.isInverted, takes.contains(.obligatoryAddressee), takes.contains(.that), let that = farThat(at, end) {
            return Content(start: that, joint: .that)
        }
        while at < end, skipped < 40 {
            let token = text.tokens[at]
            if text.isQuoted(at) {
                if skipped == 0, takes.contains(.obligatoryAddressee), let past = outletInMarks(at) {
                    at = past
                    skipped += 1
                    continue
                }
                // *two million views under the title “Wash and Go”*
                if isNamedBy(at) { return nil }
                return takes.isDisjoint(with: [.quote, .that, .clause, .nounPhrase, .demand])
                    ? nil : Content(start: at, joint: .quote)
            }
            switch token.kind {
            case .colon:
                guard at + 1 < end else { return nil }
                return Content(start: at + 1, joint: text.isQuoted(at + 1) ? .quote : .colon)
            case .comma:
                if at + 1 < end, text.isQuoted(at + 1) { return Content(start: at + 1, joint: .quote) }
                // *said, however, that*
                if at + 2 < end, text.tokens[at + 1].isAny(of: .adverb), text.tokens[at + 2].kind == .comma {
                    at += 3
                    continue
                }
                // *said, without evidence, that*
                if let past = (at + 1..<min(at + 8, end)).first(where: { text.tokens[$0].kind == .comma }), past + 1 < end,
                    text.token(past + 1, is: "that"), takes.contains(.that), !text.isQuoted(past)
                {
                    at = past + 1
                    continue
                }
                return nil
            case .word, .number, .symbol, .clitic: break
            case .openBracket:
                while at < end, text.tokens[at].kind != .closeBracket { at += 1 }
                at += 1
                skipped += 1
                continue
            default: return nil
            }
            if clause.isInverted, !text.token(at, is: "that"), !token.isAny(of: [.preposition, .adverb]),
                phrases.name(at: at)?.kind != .date
            {
                return nil
            }
            // *apologised to the families for “every failing”*
            if skipped > 0, !clause.isInverted, at + 1 < end, text.token(at, is: "for") || text.token(at, is: "of"),
                clause.lexical.prepositions.contains(text.lower(at))
            {
                return Content(start: at + 1, joint: .nounPhrase)
            }
            if text.token(at, is: "that"), takes.contains(.that), at + 1 < end { return Content(start: at, joint: .that) }
            let to = text.token(at, is: "not") || text.token(at, is: "never") ? at + 1 : at
            // *pleaded not guilty to fraud*
            if skipped == 0, to < end, text.token(to, is: "guilty") || text.token(to, is: "innocent"),
                text.bytes(of: clause.verb).starts(with: "plead".utf8)
            {
                return Content(start: at, joint: .nounPhrase)
            }
            if skipped == 0, saysMuch(at, end) { return nil }
            if text.bytes(of: clause.verb).starts(with: "put".utf8) {
                return measures(at, end) ? Content(start: at, joint: .nounPhrase) : nil
            }
            if to + 1 < end, text.token(to, is: "to"), !takes.isDisjoint(with: [.infinitive, .demand]), isBaseVerb(to + 1) {
                return Content(start: at, joint: .infinitive)
            }
            if token.isAny(of: .interrogative) || text.token(at, is: "if"), !text.token(at, is: "that"),
                takes.contains(.question) || takes.contains(.clause) && !token.classes.contains(.relative)
            {
                if !takes.contains(.question), takes.contains(.clause), skipped == 0, text.token(at, is: "if"),
                    hasFiniteVerb(at + 1, end)
                {
                    return Content(start: at, joint: .clause)
                }
                guard takes.contains(.question) else { return nil }
                // *Nobody has said why*
                if let subject = clause.subject, text.token(subject.upperBound - 1, is: "nobody") { return nil }
                return Content(start: at, joint: .question)
            }
            // *denies having been there*, *denied hiding the money*
            if takes.contains(.nounPhrase), skipped == 0, at + 1 < end,
                text.token(at, is: "having")
                    || isGerund(at) && text.tokens[at + 1].isAny(of: [.determiner, .possessive, .pronoun])
            {
                return Content(start: at, joint: .nounPhrase)
            }
            if phrases.name(at: at)?.kind == .date, let name = phrases.name(at: at) {
                if startsClause(at, end), takes.contains(.clause), skipped == 0, name.tokens.upperBound < end,
                    text.tokens[name.tokens.upperBound].isAny(of: [.auxiliary])
                {
                    return Content(start: at, joint: .clause)
                }
                at = name.tokens.upperBound
                skipped += 1
                dates += 1
                continue
            }
            if isTime(at) {
                at += text.tokens[at].isAny(of: .adverb) ? 1 : 2
                skipped += 1
                dates += 1
                continue
            }
            if text.token(at, is: "throughout"), at + 1 < end, text.token(at + 1, is: "that") {
                at += 1
                skipped += 1
                continue
            }
            if let past = spellOfTime(at, end) {
                at = past
                skipped += 1
                dates += 1
                continue
            }
            if token.classes.contains(.adverb), !token.isAny(of: [.determiner, .pronoun]), !text.token(at, is: "there"),
                !text.token(at, is: "once") && !text.token(at, is: "twice") && !text.token(at, is: "even")
                    && !text.token(at, is: "only")
                    || at + 1 < end && text.token(at + 1, is: "that") && takes.contains(.that)
            {
                at += 1
                skipped += 1
                continue
            }
            // *says after an aide quits*: only when it is said.
            if skipped == 0, at > sentence.lowerBound, text.token(at, is: "after") || text.token(at, is: "before"),
                startsClause(at + 1, end),
                !(at + 1..<end).contains(where: { text.token($0, is: "that") || text.isQuoted($0) })
            {
                return nil
            }
            if token.classes.contains(.preposition), !isApproximation(at, end),
                !token.classes.contains(.subordinator) || isTime(at + 1) || !startsClause(at + 1, end)
            {
                guard let past = adjunctEnd(at, end) else {
                    return takes.contains(.clause) && !takes.contains(.weak) && hasFiniteVerb(pastParticiple(at, end), end)
                        ? Content(start: at, joint: .clause) : nil
                }
                if text.token(at, is: "on"), phrases.name(at: past - 1)?.kind == .date { dates += 1 }
                at = past
                skipped += 1
                continue
            }
            if takes.contains(.obligatoryAddressee), skipped == 0, isTold(at, end) { return nil }
            // *warned it “would be late”*: *it* is nobody who is told.
            if takes.contains(.clause), !takes.contains(.obligatoryAddressee), skipped == 0, at + 1 < end,
                text.isQuoted(at + 1), token.classes.contains(.subjectPronoun), phrases.nameOf[at] < 0,
                !text.token(at, is: "you")
            {
                return Content(start: at, joint: .clause)
            }
            if takes.contains(.obligatoryAddressee), skipped == 0, isListener(at, end) { return nil }
            if takes.contains(.addressee) || takes.contains(.demand), skipped == 0,
                // *promised full cooperation*: what is promised is nobody.
                let past = phrases.phrase(from: at, before: end, whole: true),
                !takes.contains(.nounPhrase) || phrases.isAgent(at..<past) || takes.contains(.demand)
                    || text.token(at, is: "the")
            {
                if let content = contentAfterAddressee(past, clause, sentence, addressee: at) { return content }
                if takes.contains(.addressee), !takes.contains(.clause) || !startsClause(at, end) { return nil }
            }
            if takes.contains(.clause), !takes.contains(.weak) || startsAtOnce(at, end), startsClause(at, end) {
                return Content(start: at, joint: .clause)
            }
            if takes.contains(.nounPhrase), skipped == dates, qualifiesQuote(at, end) {
                return Content(start: at, joint: .nounPhrase)
            }
            if takes.contains(.nounPhrase), !takes.contains(.weak), phrases.phrase(from: at, before: end) != nil {
                return clause.lexical.takes.contains(.nounPhrase) && skipped == dates
                    ? Content(start: at, joint: .nounPhrase) : nil
            }
            if takes.contains(.demand), skipped == 0, phrases.phrase(from: at, before: end) != nil, !takes.contains(.weak),
                takes.contains(.nounPhrase)
            {
                return Content(start: at, joint: .nounPhrase)
            }
            return nil
        }
        return nil
    }

    /// *told reporters that …*: the content begins after whoever is told; *urged Kyiv to …*: with whoever is to do it.
    private func contentAfterAddressee(_ past: Int, _ clause: Clause, _ sentence: TokenRange, addressee: Int) -> Content? {
        var at = past
        let end = sentence.upperBound
        let takes = clause.lexical.takes
        while at + 1 < end, text.token(at, is: "and"), let more = phrases.phrase(from: at + 1, before: end), more < end,
            text.token(more, is: "to") || text.token(more, is: "that")
        { at = more }
        var skipped = 0
        while at < end, skipped < 6 {
            if text.isQuoted(at) {
                // *begged ministers “to listen”*
                if at == past, takes.contains(.demand), !takes.contains(.obligatoryAddressee),
                    let first = (at..<min(at + 3, end)).first(where: { text.tokens[$0].isWord }),
                    text.token(first, is: "to")
                        || text.token(first, is: "not") && first + 1 < end && text.token(first + 1, is: "to")
                {
                    return Content(start: addressee, joint: .infinitive)
                }
                return Content(start: at, joint: .quote)
            }
            let token = text.tokens[at]
            if token.kind == .colon {
                return at + 1 < end ? Content(start: at + 1, joint: text.isQuoted(at + 1) ? .quote : .colon) : nil
            }
            if token.kind == .comma, at + 1 < end, text.isQuoted(at + 1) { return Content(start: at + 1, joint: .quote) }
            // *told a meeting, broadcast live, that*
            if token.kind == .comma, takes.contains(.that),
                let past = (at + 1..<min(at + 10, end)).first(where: { text.tokens[$0].kind == .comma || text.isQuoted($0) }
                ),
                past + 1 < end, text.tokens[past].kind == .comma, text.token(past + 1, is: "that")
            {
                return Content(start: past + 1, joint: .that)
            }
            // *asked its banks for a loan*: what is asked for alone.
            if at == past, text.token(at, is: "for"), at + 1 < end, clause.lexical.prepositions.contains("for"),
                text.bytes(of: clause.verb).starts(with: "ask".utf8)
            {
                return Content(start: at + 1, joint: .nounPhrase)
            }
            // *warned drivers against speeding*
            if at == past, !clause.lexical.prepositions.isEmpty, text.token(at, is: "against"),
                clause.lexical.prepositions.contains("against")
            {
                return Content(start: addressee, joint: .nounPhrase)
            }
            if text.token(at, is: "that"), takes.contains(.that) { return Content(start: at, joint: .that) }
            if takes.contains(.demand),
                text.token(at, is: "to") && at + 1 < end && isBaseVerb(at + 1)
                    || text.token(at, is: "not") && at + 1 < end && text.token(at + 1, is: "to")
            {
                // *urged him to go*, *told him to go*: who is told is no part of what is said.
                return Content(start: takes.contains(.obligatoryAddressee) ? at : addressee, joint: .infinitive)
            }
            if token.isAny(of: .interrogative) || text.token(at, is: "if"), takes.contains(.question) {
                return Content(start: at, joint: .question)
            }
            if let name = phrases.name(at: at), name.kind == .date {
                at = name.tokens.upperBound
                skipped += 1
                continue
            }
            if isTime(at) {
                at += text.tokens[at].isAny(of: .adverb) ? 1 : 2
                skipped += 1
                continue
            }
            if takes.contains(.clause), token.isWord, !token.classes.contains(.preposition), startsClause(at, end) {
                return Content(start: at, joint: .clause)
            }
            if token.classes.contains(.preposition), let next = adjunctEnd(at, end, bound: true) {
                at = next
                skipped += 1
                continue
            }
            return nil
        }
        return nil
    }

    /// *the “identity politics” on display*, *it a “cruel joke”*: words that lead at once to quoted ones in their phrase.
    private func qualifiesQuote(_ start: Int, _ end: Int) -> Bool {
        for at in start..<min(start + 6, end) {
            if text.isQuoted(at) { return true }
            let token = text.tokens[at]
            if phrases.nameOf[at] >= 0 || token.kind == .clitic || token.isAny(of: [.determiner, .possessive, .pronoun]) {
                continue
            }
            guard token.isWord, !token.isAny(of: .function) else { return false }
        }
        return false
    }

    /// *noted people could still leave*: a noun phrase and an auxiliary, which make a clause of what follows a weak verb.
    func startsAtOnce(_ at: Int, _ end: Int) -> Bool {
        guard let past = phrases.phrase(from: at, before: end, whole: true), past < end, !text.isQuoted(past) else {
            return false
        }
        return text.tokens[past].classes.contains(.auxiliary) || text.tokens[past].kind == .clitic
    }

    /// *the count goes on*, *Norvik awaits a result*: a noun phrase and a verb right behind it.
    func actsAtOnce(_ at: Int, _ end: Int) -> Bool {
        guard let past = phrases.phrase(from: at, before: end, whole: true), past < end, !text.isQuoted(past) else {
            return false
        }
        let token = text.tokens[past]
        return isPastVerb(past)
            || token.isWord && !token.isCapital && phrases.nameOf[past - 1] >= 0 && !token.isAny(of: .function)
                && text.bytes(of: past).last == UInt8(ascii: "s")
    }

    /// Whether a clause with a verb of its own begins here.
    func startsClause(_ at: Int, _ end: Int) -> Bool {
        guard at < end else { return false }
        let token = text.tokens[at]
        guard token.isWord || token.kind == .number || token.kind == .symbol else { return false }
        if token.classes.contains(.auxiliary), phrases.nameOf[at] < 0 { return false }
        if Self.objects.contains(where: { text.token(at, is: $0) }) { return false }
        if token.isAny(of: [.conjunction]), !token.isAny(of: .determiner) { return false }
        // A comma right after the first noun phrase parts the object from another clause, unless it opens an aside.
        if let past = phrases.phrase(from: at, before: end, whole: true), past + 1 < end, text.tokens[past].kind == .comma,
            !text.tokens[past + 1].isAny(of: [.relative, .determiner]),
            text.tokens[past + 1].kind != .number, phrases.nameOf[past - 1] < 0, !isNamedAside(past, end),
            !isParticipleAside(past, end)
        {
            return false
        }
        // *promised money, though he gave none*: another clause's verb.
        let other = (at + 1..<min(end, at + 40)).first {
            text.tokens[$0 - 1].kind == .comma && !text.isQuoted($0)
                && (text.token($0, is: "though") || text.token($0, is: "although") || text.token($0, is: "while")
                    || isGerund($0))
        }
        return hasFiniteVerb(at, other ?? end)
    }

    /// Pronouns that are never a subject.
    private static let objects: [StaticString] = ["me", "him", "them", "us"]

    /// *the contract, signed in 1958, runs on*: a participle between commas, and a verb behind them.
    func isParticipleAside(_ comma: Int, _ end: Int) -> Bool {
        guard comma + 2 < end, text.bytes(of: comma + 1).suffix(2).elementsEqual("ed".utf8),
            text.tokens[comma + 2].isAny(of: [.preposition, .adverb]),
            let next = (comma + 2..<min(comma + 12, end)).first(where: { text.tokens[$0].kind == .comma }), next + 1 < end
        else { return false }
        let verb = text.tokens[next + 1]
        return verb.isWord && !verb.isCapital && !verb.isAny(of: [.conjunction, .preposition, .determiner, .relative])
    }

    /// *the defendant, Tom Reed, had left*: a person's name between commas.
    func isNamedAside(_ comma: Int, _ end: Int) -> Bool {
        guard let next = (comma + 1..<min(comma + 4, end)).first(where: { phrases.nameOf[$0] >= 0 }),
            let name = phrases.name(at: next), name.kind == .person,
            (name.title?.lowerBound ?? name.tokens.lowerBound) == comma + 1
        else { return false }
        return name.tokens.upperBound < end && text.tokens[name.tokens.upperBound].kind == .comma
    }
}
