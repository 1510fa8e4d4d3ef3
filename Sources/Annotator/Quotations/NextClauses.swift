import DocumentModel
import EnglishModel

/// Where the next clause of saying begins in a sentence.
extension Clauses {
    /// Whether another clause of saying begins at `at`: *adding that*, *but Jones said*, *and added that*.
    func endsBefore(_ at: Int, _ sentence: TokenRange) -> Bool {
        var at = at
        let limit = min(sentence.upperBound, at + 16)
        guard at < limit else { return false }
        let opensWithAnd =
            text.tokens[at].isAny(of: [.conjunction]) || text.token(at, is: "while") || text.token(at, is: "although")
            || text.token(at, is: "though") || text.token(at, is: "whereas") || text.token(at, is: "as")
            || text.token(at, is: "then")
        // Behind a comma, or with a word that parts: *and* alone may join two nouns.
        let isApart = opensWithAnd && (!text.token(at, is: "and") || at > 0 && text.tokens[at - 1].kind == .comma)
        if opensWithAnd { at += 1 }
        while at < limit, text.tokens[at].isAny(of: .adverb), !text.isQuoted(at), phrases.nameOf[at] < 0,
            !text.tokens[at].isAny(of: .determiner)
        { at += 1 }
        guard at < limit, !text.isQuoted(at) else { return false }
        // *that it failed, and that managers told them to wait*: more of what is said.
        if opensWithAnd, text.token(at, is: "that") { return false }
        // *and on the second she blamed Congress*
        if opensWithAnd, text.tokens[at].classes.contains(.preposition), !text.tokens[at].isAny(of: .subordinator),
            let past = phrases.phrase(from: at + 1, before: limit), past + 1 < limit,
            text.tokens[past].classes.contains(.subjectPronoun), phrases.nameOf[past] < 0
        {
            at = past
        }
        if text.token(at, is: "according"), at + 1 < limit, text.token(at + 1, is: "to") { return true }
        if opensWithAnd, text.token(at - 1, is: "but"), isSilent(at, limit) { return true }
        // *and are urging people to leave*
        if opensWithAnd, text.tokens[at].classes.contains(.be), at + 2 < limit, !text.isQuoted(at + 1),
            text.tokens[at + 1].entry >= 0
        {
            let entry = text.lexicon.entries[Int(text.tokens[at + 1].entry)]
            if entry.cueVerb >= 0, entry.verbForm.contains(.progressive) {
                return !text.lexicon.cueVerbs[Int(entry.cueVerb)].isThought
            }
            // *asked why, and was told by the chief that*
            if text.token(at + 1, is: "told"), !text.token(at, is: "be"), !text.token(at, is: "been") { return true }
        }
        // *and has promised to*, *but has also said*
        if opensWithAnd, text.tokens[at].classes.contains(.have), at + 1 < limit, !text.isQuoted(at + 1) {
            at += 1
            while at + 1 < limit, text.tokens[at].isAny(of: .adverb), !text.isQuoted(at) { at += 1 }
        }
        let token = text.tokens[at]
        if token.isAny(of: [.cue, .opensPhrase]), phrases.nameOf[at] < 0, !text.isQuoted(at) {
            var entry = token.entry >= 0 ? text.lexicon.entries[Int(token.entry)] : nil
            var last = at
            // *but ruled out a second vote*
            if let phrase = text.phrase(at: at, before: limit), phrase.entry.classes.contains(.cue) {
                entry = phrase.entry
                last = at + phrase.count - 1
            }
            if let entry, entry.cueVerb >= 0, last + 1 < sentence.upperBound,
                // *and had put up a fence*
                !text.token(at, is: "put") || measures(at + 1, sentence.upperBound)
            {
                let verb = text.lexicon.cueVerbs[Int(entry.cueVerb)]
                let next = last + 1
                let takesPreposition =
                    !text.isQuoted(next) && verb.prepositions.contains(text.lower(next)) && next + 1 < sentence.upperBound
                if entry.verbForm.contains(.progressive) {
                    // *cheerful and asking after her dog*
                    if opensWithAnd, text.tokens[next].classes.contains(.preposition), !text.isQuoted(next),
                        !takesPreposition
                    {
                        return false
                    }
                    // *to stop using and charging them*
                    if opensWithAnd, at - 2 > sentence.lowerBound, !text.isQuoted(at - 2),
                        text.bytes(of: at - 2).suffix(3).elementsEqual("ing".utf8), text.tokens[at - 2].isWord
                    {
                        return false
                    }
                    return !verb.takes.isDisjoint(with: [.that, .quote, .nounPhrase])
                        && !verb.isThought && (text.tokens[at - 1].kind != .word || opensWithAnd)
                        || text.token(at, is: "saying")
                }
                if opensWithAnd, entry.verbForm.contains(.past), !verb.isThought,
                    !verb.takes.isDisjoint(with: [.that, .nounPhrase, .demand, .question, .infinitive])
                {
                    return text.isQuoted(next) || announcesQuote(next, sentence) || text.token(next, is: "that")
                        || takesPreposition
                        || verb.takes.contains(.question) && text.tokens[next].isAny(of: .interrogative)
                        || verb.takes.contains(.infinitive) && text.token(next, is: "to")
                        || verb.takes.contains(.clause) && startsClause(next, sentence.upperBound)
                        || verb.takes.contains(.nounPhrase) && !verb.takes.contains(.weak)
                        || verb.takes.contains(.demand)
                            && (text.tokens[next].isAny(of: .determiner) || demands(next, sentence))
                }
                // *says …, and warns that …*, *denies that …, and blames the weather*
                if opensWithAnd, entry.verbForm.contains(.third), !verb.isThought,
                    !verb.takes.isDisjoint(with: [.that, .nounPhrase]), next + 1 < sentence.upperBound
                {
                    return text.token(next, is: "that")
                        || text.isQuoted(next) && verb.takes.contains(.quote) && text.tokens[at - 2].kind == .comma
                        || verb.takes.contains(.clause) && !verb.takes.contains(.weak)
                            && (text.tokens[at - 2].kind == .comma
                                || text.tokens[next].isAny(of: [.determiner, .possessive, .number, .subjectPronoun]))
                            && startsClause(next, sentence.upperBound)
                        || verb.takes.contains(.nounPhrase) && !verb.takes.contains(.weak) && !text.isQuoted(next)
                            && (text.tokens[next].isAny(of: [.determiner, .possessive])
                                || text.tokens[at - 2].kind == .comma)
                }
                if entry.verbForm.contains(.past) || entry.verbForm.contains(.third), text.tokens[at - 1].kind == .comma,
                    verb.takes.contains(.quote), verb.takes.contains(.that),
                    let past = phrases.phrase(from: next, before: sentence.upperBound, whole: true),
                    phrases.isAgent(next..<past)
                {
                    return past >= sentence.upperBound || text.tokens[past].kind != .word
                        || text.tokens[past].classes.contains(.preposition)
                }
            }
        }
        // Subject and verb: *Jones said*.
        guard var past = phrases.phrase(from: at, before: limit, whole: true), past < limit, !text.token(at, is: "who"),
            !text.token(at, is: "which")
        else { return false }
        // *another wondered how*: the verb is no noun.
        if opensWithAnd, past - 1 > at, saysAt(past - 1, limit) { past -= 1 }
        guard phrases.isAgent(at..<past) || opensWithAnd && tellsAfter(past, limit) else { return false }
        // *Karl Reed of Norvik Research*
        if past + 2 < limit, text.tokens[past].classes.contains(.preposition), !text.isQuoted(past),
            phrases.name(at: past - 1)?.kind == .person, let body = phrases.name(at: past + 1),
            body.tokens.lowerBound == past + 1, body.tokens.upperBound < limit
        {
            past = body.tokens.upperBound
        }
        if past + 1 < limit, text.tokens[past].kind == .comma, opensWithAnd,
            let aside = (past + 1..<limit).first(where: { text.tokens[$0].kind == .comma }), aside - past < 9
        {
            past = min(aside + 1, limit - 1)
        }
        // *but Jones did not say when*
        var isNegated = false
        while past < limit,
            text.tokens[past].isAny(of: [.adverb, .have, .negation])
                || opensWithAnd && text.tokens[past].classes.contains(.auxiliary)
                    && !text.tokens[past].classes.contains(.be),
            !text.isQuoted(past)
        {
            isNegated = isNegated || text.tokens[past].classes.contains(.negation)
            past += 1
        }
        // *and Reed shot back within hours that*
        if opensWithAnd, past < limit, let phrase = text.phrase(at: past, before: limit), phrase.count > 1,
            phrase.entry.classes.contains(.cue),
            (past + phrase.count..<min(past + phrase.count + 4, sentence.upperBound)).contains(where: {
                text.token($0, is: "that") || text.isQuoted($0)
            })
        {
            return true
        }
        // *and Berg was asked how*, *but the driver was told to wait*
        if isApart, past + 2 < limit, text.tokens[past].classes.contains(.be), !text.isQuoted(past + 1),
            ["asked", "told", "urged", "ordered", "warned"].contains(where: { text.token(past + 1, is: $0) })
        {
            let next = text.tokens[past + 2]
            if next.isAny(of: .interrogative) || ["to", "that", "if"].contains(where: { text.token(past + 2, is: $0) }) {
                return true
            }
        }
        guard past < limit, !text.isQuoted(past), text.tokens[past].classes.contains(.cue), phrases.nameOf[past] < 0,
            text.tokens[past].entry >= 0
        else { return false }
        let entry = text.lexicon.entries[Int(text.tokens[past].entry)]
        if isNegated, opensWithAnd, entry.cueVerb >= 0 {
            let verb = text.lexicon.cueVerbs[Int(entry.cueVerb)]
            return !verb.isThought && !verb.takes.contains(.weak)
        }
        // *Berg saying …, and Reed calling …*
        if opensWithAnd, entry.cueVerb >= 0, entry.verbForm.contains(.progressive),
            phrases.nameOf[past - 1] >= 0 || past + 1 < sentence.upperBound && startsClause(past + 1, sentence.upperBound)
        {
            return !text.lexicon.cueVerbs[Int(entry.cueVerb)].isThought
        }
        guard entry.cueVerb >= 0,
            !entry.verbForm.isDisjoint(with: [.past, .third]) || entry.verbForm.contains(.base) && agreesWithBase(at..<past)
        else { return false }
        let verb = text.lexicon.cueVerbs[Int(entry.cueVerb)]
        // *though she wanted “a full account”*
        if opensWithAnd, verb.isThought, past + 1 < sentence.upperBound, text.isQuoted(past + 1) { return true }
        // *and another wondered how long*, *and insurers have indicated that*: what joins the words to the verb leaves no doubt.
        if past + 1 < sentence.upperBound, !text.isQuoted(past + 1), opensWithAnd || text.tokens[at - 1].kind == .comma,
            verb.takes.contains(.that) && text.token(past + 1, is: "that")
                || verb.takes.contains(.question)
                    && (text.tokens[past + 1].isAny(of: .interrogative) || text.token(past + 1, is: "whether"))
        {
            return true
        }
        if opensWithAnd, !verb.takes.isDisjoint(with: [.nounPhrase, .quote]), !verb.isThought,
            !verb.takes.contains(.weak)
                || past + 1 < sentence.upperBound
                    && (text.token(past + 1, is: "that") || text.isQuoted(past + 1) || verb.takes.contains(.nounPhrase)),
            entry.verbForm.contains(.past)
        {
            return true
        }
        // *but the incumbent refused to concede*
        if opensWithAnd, verb.takes.contains(.infinitive), entry.verbForm.contains(.past), past + 1 < sentence.upperBound,
            text.token(past + 1, is: "to"), !verb.isThought
        {
            return true
        }
        // *and its authors describe their findings as “new”*
        if opensWithAnd, !verb.isThought, !verb.takes.contains(.weak), verb.takes.contains(.nounPhrase),
            past + 1 < sentence.upperBound, text.tokens[past + 1].isAny(of: [.determiner, .possessive]),
            !text.isQuoted(past + 1)
        {
            return true
        }
        return !verb.isThought && verb.takes.contains(.that) && !verb.takes.contains(.weak)
            && (verb.takes.contains(.clause) || verb.takes.contains(.addressee))
    }

    /// *and added, “…”*: a comma or colon before words in marks.
    private func announcesQuote(_ at: Int, _ sentence: TokenRange) -> Bool {
        at + 1 < sentence.upperBound && text.isQuoted(at + 1)
            && (text.tokens[at].kind == .comma || text.tokens[at].kind == .colon)
    }

    /// *insurers have indicated that*: whoever it is, a verb of saying and *that* or *whether* leave no doubt.
    private func tellsAfter(_ past: Int, _ limit: Int) -> Bool {
        var at = past
        while at < limit, text.tokens[at].isAny(of: [.adverb, .have]), !text.isQuoted(at) { at += 1 }
        return at < limit && saysAt(at, limit)
    }

    /// Whether a word is a verb of saying before *that*, *whether*, *how*, or one like *saying*.
    private func saysAt(_ at: Int, _ limit: Int) -> Bool {
        guard at + 1 < limit, text.tokens[at].classes.contains(.cue), phrases.nameOf[at] < 0, !text.isQuoted(at + 1) else {
            return false
        }
        if text.token(at, is: "saying") { return true }
        // *and the control room told her to wait*
        if text.token(at, is: "told"), text.tokens[at + 1].isAny(of: .pronoun), at + 2 < limit,
            text.token(at + 2, is: "to") || text.token(at + 2, is: "that")
        {
            return true
        }
        return text.token(at + 1, is: "that") || text.token(at + 1, is: "whether") || text.token(at + 1, is: "how")
            || text.token(at + 1, is: "why")
    }

    /// *but makes no mention of*, *but would not be drawn*: that nothing is said of something.
    private func isSilent(_ at: Int, _ limit: Int) -> Bool {
        if ["makes", "made", "gave", "gives", "offered", "offers", "provided", "provides"].contains(where: {
            text.token(at, is: $0)
        }) {
            return at + 1 < limit && text.token(at + 1, is: "no")
        }
        guard text.tokens[at].classes.contains(.auxiliary),
            let negation = (at + 1..<min(at + 3, limit)).first(where: { text.tokens[$0].classes.contains(.negation) })
        else { return false }
        var verb = negation + 1
        if verb < limit, text.tokens[verb].isAny(of: [.adverb, .be]) { verb += 1 }
        return verb < limit && Self.silence.contains { text.token(verb, is: $0) }
    }

    private static let silence: [StaticString] = [
        "say", "comment", "elaborate", "specify", "drawn", "explain", "answer", "respond", "reply", "disclose", "name",
        "give", "provide", "receive", "mention",
    ]

    /// *told customers to stop*: somebody, and what they are to do.
    private func demands(_ at: Int, _ sentence: TokenRange) -> Bool {
        guard let past = phrases.phrase(from: at, before: sentence.upperBound, whole: true), past + 1 < sentence.upperBound
        else { return false }
        return text.token(past, is: "to") || text.token(past, is: "not") && text.token(past + 1, is: "to")
            || text.isQuoted(past)
    }
}
