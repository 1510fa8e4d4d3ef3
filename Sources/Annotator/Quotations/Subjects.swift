import DocumentModel
import EnglishModel

/// Who speaks, where the subject stands before its verb.
extension Clauses {
    /// Whether quoted words right before a token end in a mark after which a clause of saying may follow: *“Yes,”*, *“No?”*.
    func leadsOn(before at: Int) -> Bool {
        var last = at - 1
        while last > 0, text.tokens[last].kind == .mark { last -= 1 }
        return text.tokens[last].kind == .comma || text.tokens[last].shape.contains(.exclaims)
    }

    /// The subject before a verb group that begins at `end`: a noun phrase, with an aside between commas or brackets passed.
    func subject(endingAt end: Int, in sentence: TokenRange) -> TokenRange? {
        var at = end - 1
        guard at >= sentence.lowerBound else { return nil }
        if text.isQuoted(at) { return subjectWithQuoted(endingAt: end, in: sentence) }
        if text.tokens[at].kind == .closeBracket {
            while at > sentence.lowerBound, text.tokens[at].kind != .openBracket { at -= 1 }
            at -= 1
            guard at >= sentence.lowerBound else { return nil }
        }
        if text.tokens[at].kind == .comma || text.tokens[at].kind == .dash {
            return subjectBeforeAside(endingAt: at, in: sentence)
        }
        // *The president on Sunday said*
        if let date = phrases.name(at: at), date.kind == .date {
            at = date.tokens.lowerBound - 1
            if at > sentence.lowerBound, text.tokens[at].classes.contains(.preposition) { at -= 1 }
            guard at >= sentence.lowerBound, !text.isQuoted(at) else { return nil }
            if text.tokens[at].kind == .comma { return subjectBeforeAside(endingAt: at, in: sentence) }
        }
        // *The ministry itself said*
        if at > sentence.lowerBound, Self.reflexives.contains(where: { text.token(at, is: $0) }) { at -= 1 }
        guard var phrase = phrases.phrase(endingAt: at + 1, floor: sentence.lowerBound) else { return nil }
        // *bowed her head as Justice Anna Berg said*
        if let name = phrases.name(at: phrase.upperBound - 1),
            case let first = name.title?.lowerBound ?? name.tokens.lowerBound,
            first - 1 > phrase.lowerBound, text.token(first - 1, is: "as"), name.kind == .person
        {
            phrase = first..<phrase.upperBound
        }
        if let whole = withRelative(phrase, sentence) ?? withParticiple(phrase, sentence) { return whole }
        // *The president of Belarus, Alexander Lukashenko, said* and *…, Alexander Lukashenko said*: what stands in
        // apposition before the name belongs to it.
        if let name = phrases.name(at: phrase.lowerBound), name.kind == .person, name.title == nil,
            phrase.lowerBound - 1 > sentence.lowerBound,
            text.tokens[phrase.lowerBound - 1].kind == .comma,
            let role = phrases.phrase(endingAt: phrase.lowerBound - 1, floor: sentence.lowerBound), isApposition(role),
            text.tokens[phrases.head(of: role)].isAny(of: [.role, .relation]),
            role.lowerBound == sentence.lowerBound || isClauseStart(role.lowerBound, sentence)
        {
            return role.lowerBound..<phrase.upperBound
        }
        return phrase
    }

    /// *He left after a deputy knocked on his door and asked*, *the Speaker, Tom Reed, twice rose and threatened*: whose the verb is
    /// that *and* joins to another one.
    func verbSubject(before and: Int, in sentence: TokenRange) -> TokenRange? {
        var at = and - 1
        while at > sentence.lowerBound, and - at < 40 {
            defer { at -= 1 }
            if text.isQuoted(at) { return nil }
            guard isPastVerb(at) else { continue }
            var left = at
            while left - 1 > sentence.lowerBound, text.tokens[left - 1].isAny(of: .adverb), phrases.nameOf[left - 1] < 0 {
                left -= 1
            }
            guard let subject = subject(endingAt: left, in: sentence), phrases.isAgent(subject),
                !text.tokens[subject.lowerBound].classes.contains(.relative),
                subject.lowerBound == sentence.lowerBound
                    || !text.tokens[subject.lowerBound - 1].isAny(of: [.preposition])
                    || text.tokens[subject.lowerBound - 1].isAny(of: .subordinator)
            else { continue }
            return subject
        }
        return nil
    }

    /// *Two clerks who read it said*, *The company that runs the buses said*: the object of a relative clause is not who speaks.
    private func withRelative(_ object: TokenRange, _ sentence: TokenRange) -> TokenRange? {
        var at = object.lowerBound - 1
        while at > sentence.lowerBound, object.lowerBound - at < 7 {
            let token = text.tokens[at]
            guard !text.isQuoted(at), token.isWord, phrases.nameOf[at] < 0 else { return nil }
            if text.token(at, is: "who") || text.token(at, is: "which") || text.token(at, is: "that") {
                let verb = text.tokens[at + 1]
                guard at + 1 < object.lowerBound, verb.isWord, phrases.nameOf[at + 1] < 0,
                    !verb.isAny(of: [.determiner, .possessive, .pronoun, .preposition, .conjunction, .negation]),
                    let outer = phrases.phrase(endingAt: at, floor: sentence.lowerBound), phrases.isAgent(outer),
                    outer.upperBound == at, !text.tokens[at - 1].classes.contains(.cue)
                else { return nil }
                return outer.lowerBound..<object.upperBound
            }
            at -= 1
        }
        return nil
    }

    private static let reflexives: [StaticString] = ["itself", "himself", "herself", "themselves"]

    /// *Scientists not involved in the study said*, *An engineer standing behind him said*, *A nurse at the home where he
    /// is being treated said*: the object, or the verb, of
    /// what tells of the subject is not who speaks.
    private func withParticiple(_ object: TokenRange, _ sentence: TokenRange) -> TokenRange? {
        func whole(before end: Int) -> TokenRange? {
            guard let outer = phrases.phrase(endingAt: end, floor: sentence.lowerBound), phrases.isAgent(outer),
                !text.tokens[outer.lowerBound].classes.contains(.subjectPronoun),
                outer.lowerBound == sentence.lowerBound || isClauseStart(outer.lowerBound, sentence)
            else { return nil }
            return outer.lowerBound..<object.upperBound
        }
        guard object.lowerBound > sentence.lowerBound + 1 else { return nil }
        if object.count == 1, isPastVerb(object.lowerBound) {
            guard
                let place = (max(sentence.lowerBound + 1, object.lowerBound - 8)..<object.lowerBound).last(where: {
                    text.token($0, is: "where")
                })
            else { return nil }
            return whole(before: place)
                ?? mainSubject(of: sentence, before: place).map { $0.lowerBound..<object.upperBound }
        }
        var at = object.lowerBound - 1
        guard at > sentence.lowerBound + 1, text.tokens[at].classes.contains(.preposition), phrases.nameOf[at] < 0 else {
            return nil
        }
        at -= 1
        guard isPastVerb(at) || isGerund(at), !text.tokens[at].classes.contains(.cue) else { return nil }
        while at - 1 > sentence.lowerBound, text.tokens[at - 1].isAny(of: [.negation, .adverb]) { at -= 1 }
        return whole(before: at)
    }

    /// *A pilot who uses the name “Falcon” said*: the last words of a clause that tells of the subject stand in marks.
    private func subjectWithQuoted(endingAt end: Int, in sentence: TokenRange) -> TokenRange? {
        let quote = text.quoted[Int(text.quoteOf[end - 1])].tokens
        guard quote.upperBound == end, quote.count < 8, quote.lowerBound > sentence.lowerBound, !leadsOn(before: end),
            let who = (max(sentence.lowerBound + 1, quote.lowerBound - 8)..<quote.lowerBound).last(where: {
                text.token($0, is: "who") || text.token($0, is: "which") || text.token($0, is: "that")
            }),
            let outer = phrases.phrase(endingAt: who, floor: sentence.lowerBound), phrases.isAgent(outer)
        else { return nil }
        return outer.lowerBound..<end
    }

    func isClauseStart(_ at: Int, _ sentence: TokenRange) -> Bool {
        guard at > sentence.lowerBound else { return true }
        let before = text.tokens[at - 1]
        return before.kind == .comma
            || before.isAny(of: [.conjunction, .subordinator]) && !before.classes.contains(.preposition)
            || before.kind == .colon
            || before.kind == .dash
    }
}
