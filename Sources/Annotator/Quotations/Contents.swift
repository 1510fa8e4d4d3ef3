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
            if clause.lexical.prepositions.contains(word), at + 1 < end {
                return Content(start: at + 1, joint: .nounPhrase, cueEnd: at + 1)
            }
        }
        while at < end, skipped < 40 {
            let token = text.tokens[at]
            if text.isQuoted(at) {
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
            if text.token(at, is: "that"), takes.contains(.that), at + 1 < end { return Content(start: at, joint: .that) }
            let to = text.token(at, is: "not") ? at + 1 : at
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
                return Content(start: at, joint: .question)
            }
            // *denies having been there*
            if takes.contains(.nounPhrase), skipped == 0, text.token(at, is: "having") {
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
            if token.classes.contains(.adverb), !token.isAny(of: [.determiner, .pronoun]), !text.token(at, is: "there"),
                !text.token(at, is: "once") && !text.token(at, is: "even") && !text.token(at, is: "only")
                    || at + 1 < end && text.token(at + 1, is: "that") && takes.contains(.that)
            {
                at += 1
                skipped += 1
                continue
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
            if takes.contains(.addressee) || takes.contains(.demand), skipped == 0,
                let past = phrases.phrase(from: at, before: end, whole: true)
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

    /// *about two million*: a number's own word, and no preposition.
    private func isApproximation(_ at: Int, _ end: Int) -> Bool {
        at + 1 < end && (text.tokens[at + 1].kind == .number || text.tokens[at + 1].isAny(of: [.number, .magnitude]))
            && ["about", "around", "over", "under"].contains { text.token(at, is: $0) }
    }

    /// *told a joke that nobody got*: what is told is no listener.
    func isTold(_ at: Int, _ end: Int) -> Bool {
        guard let past = phrases.phrase(from: at, before: end), past > at else { return false }
        return Self.tales.contains { text.token(past - 1, is: $0) }
    }

    private static let tales: [StaticString] = [
        "joke", "jokes", "time", "story", "stories", "lie", "lies", "tale", "tales", "truth", "anecdote", "anecdotes",
    ]

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

    /// *last month*, *this week*, *yesterday*.
    private func isTime(_ at: Int) -> Bool {
        guard at < text.tokens.count else { return false }
        if text.token(at, is: "yesterday") || text.token(at, is: "today") || text.token(at, is: "tonight")
            || text.token(at, is: "tomorrow")
        {
            return true
        }
        guard at + 1 < text.tokens.count,
            text.token(at, is: "last") || text.token(at, is: "this") || text.token(at, is: "next")
                || text.token(at, is: "earlier")
        else { return false }
        return text.tokens[at + 1].isAny(of: [.time, .weekday, .month])
    }

    /// *in a video posted on the site*: the token behind the participle that tells of a phrase, else the one given.
    private func pastParticiple(_ at: Int, _ end: Int) -> Int {
        guard let past = phrases.phrase(from: at + 1, before: end, whole: true), isReduced(past, end) else { return at }
        return past + 1
    }

    /// *a letter sent by her son*, *a video posted on the site*: whether a participle at a token tells of what stands before it.
    private func isReduced(_ at: Int, _ end: Int) -> Bool {
        guard at + 1 < end, !text.isQuoted(at), text.tokens[at].isWord, phrases.nameOf[at] < 0,
            text.tokens[at + 1].isAny(of: .preposition)
        else { return false }
        let bytes = text.bytes(of: at)
        return bytes.count > 3 && bytes.suffix(2).elementsEqual("ed".utf8)
            || Self.participles.contains { text.token(at, is: $0) }
    }

    private static let participles: [StaticString] = [
        "read", "sent", "written", "made", "given", "held", "seen", "put", "taken", "shown",
    ]

    /// Where a phrase of place, time or audience ends that begins with the preposition at `at`; nil when the words are
    /// rather the head of what is said.
    private func adjunctEnd(_ at: Int, _ end: Int, bound: Bool = false) -> Int? {
        var start = at + 1
        // *said at the time they were friends*
        if start + 2 < end, text.token(at, is: "at"), text.token(start, is: "the"), text.token(start + 1, is: "time"),
            !text.tokens[start + 2].isAny(of: [.preposition, .relative, .subordinator])
        {
            return start + 2
        }
        if isTime(start) { return min(end, start + (text.tokens[start].isAny(of: .adverb) ? 1 : 2)) }
        if start < end, text.tokens[start].classes.contains(.cue), !text.tokens[start].isCapital,
            text.bytes(of: start).suffix(3).elementsEqual("ing".utf8)
        {
            start += 1
        }
        guard var past = phrases.phrase(from: start, before: end, whole: true), past < end else { return nil }
        if text.tokens[past].kind == .clitic { return nil }
        while past + 1 < end, text.token(past, is: "and"), let more = phrases.phrase(from: past + 1, before: end),
            more < end, !bound, text.token(more, is: "that")
        { past = more }
        let next = text.tokens[past]
        // *said in a letter read by her lawyer that*
        if isReduced(past, end), let that = (past + 1..<min(past + 10, end)).first(where: { text.token($0, is: "that") }),
            !(past + 1..<that).contains(where: { text.isQuoted($0) || text.tokens[$0].kind == .comma })
        {
            return that
        }
        if text.isQuoted(past) || text.token(past, is: "that") || next.kind == .comma || next.kind == .colon
            || next.kind == .stop
        {
            return past
        }
        if next.classes.contains(.preposition) || isTime(past) { return past }
        // *said in a note on the door they would leave*
        if next.classes.contains(.subjectPronoun), phrases.nameOf[past] < 0, startsClause(past, end) { return past }
        let last = phrases.head(of: start..<past)
        let head = text.tokens[last]
        let name = phrases.name(at: last)
        if name?.kind == .date || head.isAny(of: [.document, .time, .people, .outletNoun]) || text.token(at, is: "to")
            || text.token(at, is: "with")
        {
            return past
        }
        if text.token(last, is: "debate") || text.token(last, is: "conference") || text.token(last, is: "hearing")
            || text.token(last, is: "meeting") || text.token(last, is: "rally") || text.token(last, is: "event")
            || text.token(last, is: "briefing") || text.token(last, is: "media") || text.token(last, is: "television")
        {
            return past
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
    private func startsAtOnce(_ at: Int, _ end: Int) -> Bool {
        guard let past = phrases.phrase(from: at, before: end, whole: true), past < end, !text.isQuoted(past) else {
            return false
        }
        return text.tokens[past].classes.contains(.auxiliary) || text.tokens[past].kind == .clitic
    }

    /// Whether a clause with a verb of its own begins here.
    func startsClause(_ at: Int, _ end: Int) -> Bool {
        guard at < end else { return false }
        let token = text.tokens[at]
        guard token.isWord || token.kind == .number || token.kind == .symbol else { return false }
        if token.classes.contains(.auxiliary), phrases.nameOf[at] < 0 { return false }
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
        let other = (at + 1..<end).first {
            text.tokens[$0 - 1].kind == .comma && !text.isQuoted($0)
                && (text.token($0, is: "though") || text.token($0, is: "although") || text.token($0, is: "while"))
        }
        return hasFiniteVerb(at, other ?? end)
    }

    /// *the contract, signed in 1958, runs on*: a participle between commas, and a verb behind them.
    private func isParticipleAside(_ comma: Int, _ end: Int) -> Bool {
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
