import DocumentModel
import EnglishModel

/// Noun phrases around a verb, found without a parser: names whole, nouns with what stands before them, and the
/// prepositions that belong to a role or a body (*a spokesman for the ministry*).
struct NounPhrases {
    let text: AnalysedText
    let names: [Name]
    /// For each token the name it stands in; -1 for none.
    let nameOf: SpanMap

    init(_ text: AnalysedText, _ names: [Name]) {
        self.text = text
        self.names = names
        nameOf = SpanMap(count: text.tokens.count, names.lazy.map { $0.tokens })
    }

    func name(at token: Int) -> Name? {
        let number = nameOf[token]
        return number >= 0 ? names[Int(number)] : nil
    }

    private static let longest = 28

    // MARK: Backwards

    /// The noun phrase that ends right before `end`, not reaching before `floor`.
    func phrase(endingAt end: Int, floor: Int) -> TokenRange? {
        guard var start = base(endingAt: end, floor: floor) else { return nil }
        // *a spokesman for the ministry*, *staff close to Zelensky*
        while start > floor + 1, end - start < Self.longest {
            let before = start - 1
            guard text.tokens[before].classes.contains(.preposition), !text.isQuoted(before) else { break }
            var past = before
            if text.token(before, is: "to"), before > floor, text.token(before - 1, is: "close") { past = before - 1 }
            if text.token(before, is: "of"), before > floor, text.token(before - 1, is: "of") { past = before - 1 }
            // *a report seen by the Herald*
            if hasParticiple(past - 1, floor), let outer = base(endingAt: past - 1, floor: floor) {
                start = outer
                continue
            }
            // *One designer with 19 years at the company*
            if past - 4 > floor, text.tokens[past - 1].classes.contains(.time), text.tokens[past - 2].kind == .number,
                text.token(past - 3, is: "with"), let outer = base(endingAt: past - 3, floor: floor)
            {
                start = outer
                continue
            }
            guard past > floor, let outer = base(endingAt: past, floor: floor) else { break }
            let head = text.tokens[past - 1]
            let isNamed = nameOf[past - 1] >= 0
            let isAgent = head.isAny(of: [.role, .people, .body, .document, .relation]) && !isNamed
            let isOf =
                text.token(before, is: "of") && !isNamed
                && (!head.isAny(of: [.time, .weekday, .month, .number, .cue]) || text.token(past - 1, is: "one"))
            // *Lieutenant Sunniva Aas of the coastguard*
            let isMember = isNamed && opensClause(outer, floor) && isMembership(name(at: past - 1)?.kind, before)
            guard isAgent || isOf || isMember else { break }
            start = outer
        }
        // *Smith and Jones*
        if start > floor + 1, text.token(start - 1, is: "and"),
            nameOf[start - 2] >= 0 || text.tokens[start - 2].isAny(of: [.role, .people]),
            let first = base(endingAt: start - 1, floor: floor), first == floor || text.tokens[first - 1].kind == .comma
        {
            start = first
        }
        return start..<end
    }

    /// Where the plain noun phrase that ends right before `end` begins; nil when there is none.
    private func base(endingAt end: Int, floor: Int) -> Int? {
        var at = end - 1
        guard at >= floor, !text.isQuoted(at) else { return nil }
        let last = text.tokens[at]
        if last.isAny(of: [.pronoun]), nameOf[at] < 0 { return at }
        if last.classes.contains(.relative), nameOf[at] < 0 { return text.token(at, is: "that") ? nil : at }
        var seen = false
        while at >= floor, end - at <= Self.longest {
            let token = text.tokens[at]
            if text.isQuoted(at) { break }
            if nameOf[at] >= 0 {
                let name = names[Int(nameOf[at])]
                if name.kind == .date, !seen { return nil }
                if name.kind == .date, name.tokens.upperBound == at + 1, seen, at + 1 < end,
                    nameOf[at + 1] >= 0 || text.tokens[at + 1].isAny(of: .determiner)
                {
                    break
                }
                seen = true
                at = max(name.title?.lowerBound ?? name.tokens.lowerBound, floor) - 1
                if name.tokens.lowerBound < floor { at = floor - 1 }
                if at >= floor, isForeignNoun(at, before: name) { break }
                continue
            }
            if token.kind == .clitic && seen && isPossessive(at) || isPluralPossessive(at) && seen {
                at -= 1
                continue
            }
            if token.kind == .closeBracket, let open = openBracket(of: at, floor: floor) {
                at = open - 1
                continue
            }
            if token.kind == .number || token.kind == .symbol {
                seen = true
                at -= 1
                continue
            }
            guard token.isWord else { break }
            if token.isAny(of: [.determiner, .possessive]) {
                if !seen, !token.classes.contains(.people) {
                    return token.isAny(of: .determiner) && !text.token(at, is: "the") && !text.token(at, is: "a")
                        && !text.token(at, is: "an") && !text.token(at, is: "that") ? at : nil
                }
                at -= 1
                while at >= floor, text.token(at, is: "both") || text.token(at, is: "all") || text.token(at, is: "even") {
                    at -= 1
                }
                return at + 1
            }
            if token.isAny(of: [
                .preposition, .conjunction, .subordinator, .pronoun, .auxiliary, .negation, .relative, .interrogative,
            ]), !token.isCapital || !seen || at == floor || token.isAny(of: [.subordinator, .preposition, .conjunction]) {
                // *one employee*
                return seen && text.token(at, is: "one") ? at : seen ? at + 1 : nil
            }
            if token.classes.contains(.adverb), !seen { break }
            if token.classes.contains(.cue), token.isAny(of: .cue), seen, isVerb(at) { break }
            seen = true
            at -= 1
        }
        return seen ? at + 1 : nil
    }

    /// *a report seen*, *people familiar*: whether a word with a preposition after it belongs to the noun before it.
    private func hasParticiple(_ at: Int, _ floor: Int) -> Bool {
        guard at > floor, text.tokens[at].isWord, !text.tokens[at].isCapital, nameOf[at] < 0, nameOf[at - 1] < 0,
            text.tokens[at - 1].isAny(of: [.document, .people, .role])
        else { return false }
        let bytes = text.bytes(of: at)
        return bytes.count > 4 && bytes.suffix(2).elementsEqual("ed".utf8)
            || ["seen", "written", "known", "sent", "held", "drawn", "led", "familiar", "shown"].contains {
                bytes.elementsEqual($0.utf8)
            }
    }

    private func opensClause(_ at: Int, _ floor: Int) -> Bool {
        guard at > floor else { return true }
        let before = text.tokens[at - 1]
        // *A study by Anna Berg of the River Institute*
        let isMaker = text.token(at - 1, is: "by") && at - 2 >= floor && text.tokens[at - 2].classes.contains(.document)
        return before.kind == .comma || text.isQuoted(at - 1) || before.isAny(of: [.conjunction, .subordinator]) || isMaker
    }

    /// *Lieutenant Aas of the coastguard*, *the River Institute in Graz*
    private func isMembership(_ kind: EntityKind?, _ preposition: Int) -> Bool {
        switch kind {
        case .person: text.token(preposition, is: "of") || text.token(preposition, is: "from")
        case .organisation, .facility: text.token(preposition, is: "of") || text.token(preposition, is: "in")
        default: false
        }
    }

    /// Whether the word before a name belongs to another phrase: *last week Russia*, *to this newspaper Lockwood*.
    private func isForeignNoun(_ at: Int, before name: Name) -> Bool {
        let word = text.tokens[at]
        guard word.isWord, !word.isCapital, !word.isAny(of: .function), nameOf[at] < 0 else { return false }
        if word.classes.contains(.time) { return true }
        return name.kind == .person && name.title == nil && word.isAny(of: [.body, .document])
            && !word.isAny(of: [.role, .title, .relation])
    }

    private func isPossessive(_ at: Int) -> Bool { text.bytes(of: at).last.map { $0 | 0x20 } == UInt8(ascii: "s") }

    /// *the teachers' union*: an apostrophe that no mark answers.
    private func isPluralPossessive(_ at: Int) -> Bool {
        text.tokens[at].kind == .mark && text.tokens[at].style.isSingle && !text.isQuoted(at) && at > 0
            && text.tokens[at - 1].end == text.tokens[at].start && text.bytes(of: at - 1).last == UInt8(ascii: "s")
    }

    private func openBracket(of close: Int, floor: Int) -> Int? {
        var at = close - 1
        while at >= floor, close - at < 12 {
            if text.tokens[at].kind == .openBracket { return at }
            at -= 1
        }
        return nil
    }

    /// A form of a cue that is surely a verb here: a past with no determiner before it.
    private func isVerb(_ at: Int) -> Bool {
        guard text.tokens[at].entry >= 0 else { return false }
        let form = text.lexicon.entries[Int(text.tokens[at].entry)].verbForm
        guard form.contains(.past), at > 0 else { return false }
        return !text.tokens[at - 1].isAny(of: [.determiner, .possessive]) && text.tokens[at - 1].kind != .clitic
            && !text.tokens[at].isAny(of: [.role, .people])
    }

    // MARK: Forwards

    /// The noun phrase that begins at `start`: its end, or nil. With `whole`, the prepositions that belong to it too.
    func phrase(from start: Int, before end: Int, whole: Bool = false) -> Int? {
        guard var at = baseEnd(start, end) else { return nil }
        while whole, at + 1 < end, at - start < Self.longest {
            let token = text.tokens[at]
            guard token.classes.contains(.preposition), !text.isQuoted(at) else { break }
            let head = text.tokens[at - 1]
            let isAgent = head.isAny(of: [.role, .people, .body, .document, .relation]) && nameOf[at - 1] < 0
            guard
                text.token(at, is: "of") && nameOf[at - 1] < 0
                    || isAgent
                        && (text.token(at, is: "for") || text.token(at, is: "at") || text.token(at, is: "from")
                            || text.token(at, is: "in") || text.token(at, is: "with") || text.token(at, is: "by")),
                let past = baseEnd(at + 1, end)
            else { break }
            at = past
        }
        return at
    }

    private func baseEnd(_ start: Int, _ end: Int) -> Int? {
        var at = start
        guard at < end, !text.isQuoted(at) else { return nil }
        if text.tokens[at].isAny(of: .pronoun), nameOf[at] < 0, !isPossessor(at, end) { return at + 1 }
        var seen = false
        while at < end, at - start < Self.longest {
            let token = text.tokens[at]
            if text.isQuoted(at) { break }
            // *figures compiled by Norvik*
            if seen, at + 1 < end, text.token(at + 1, is: "by"), text.bytes(of: at).suffix(2).elementsEqual("ed".utf8) {
                break
            }
            if nameOf[at] >= 0 {
                let name = names[Int(nameOf[at])]
                if name.kind == .date, seen { break }
                seen = true
                at = min(name.tokens.upperBound, end)
                if name.kind == .person, at < end, isHonour(at) { at += 1 }
                if name.kind == .person, at < end, text.tokens[at].kind != .clitic, !isPluralPossessive(at) { break }
                continue
            }
            if token.kind == .clitic && seen && isPossessive(at) || isPluralPossessive(at) && seen {
                at += 1
                continue
            }
            if token.kind == .number || token.kind == .symbol {
                seen = true
                at += 1
                continue
            }
            guard token.isWord else { break }
            if token.isAny(of: [.determiner, .possessive]) {
                if seen, at > start, text.tokens[at - 1].kind != .clitic, !text.tokens[at - 1].isAny(of: [.determiner]) {
                    break
                }
                at += 1
                continue
            }
            if token.isAny(of: [
                .preposition, .conjunction, .subordinator, .pronoun, .auxiliary, .negation, .relative, .interrogative,
            ]) {
                break
            }
            if token.classes.contains(.adverb), seen { break }
            if token.classes.contains(.cue), seen, isVerb(at) { break }
            // *Lumen Foods cut*
            if seen, at > start, nameOf[at - 1] >= 0, !token.isCapital, FiniteVerb.isIrregular(text.bytes(of: at)) { break }
            seen = true
            at += 1
        }
        return seen ? at : nil
    }

    /// *Anna Berg KC*: letters after a name.
    private func isHonour(_ at: Int) -> Bool { nameOf[at] < 0 && text.isHonour(at) }

    /// *her editor*: a word that is a pronoun as well, before a noun.
    func isPossessor(_ at: Int, _ end: Int) -> Bool {
        guard text.tokens[at].classes.contains(.possessive), at + 1 < end else { return false }
        let next = text.tokens[at + 1]
        return next.isWord && !next.isAny(of: .function.union(.adverb)) || next.kind == .number || nameOf[at + 1] >= 0
    }

    // MARK: Heads

    /// The token that tells who a noun phrase is about: a name's last word, or the noun before *of*, *for* and the like.
    func head(of phrase: TokenRange) -> Int {
        var at = phrase.lowerBound
        var last = phrase.upperBound - 1
        while at < phrase.upperBound {
            let token = text.tokens[at]
            if at > phrase.lowerBound, nameOf[at] < 0,
                token.classes.contains(.preposition) || token.kind == .comma || token.kind == .openBracket
                    || token.classes.contains(.relative)
            {
                last = at - 1
                break
            }
            if nameOf[at] >= 0, names[Int(nameOf[at])].tokens.upperBound > at {
                at = names[Int(nameOf[at])].tokens.upperBound
            } else {
                at += 1
            }
        }
        while last > phrase.lowerBound, !text.tokens[last].isWord, text.tokens[last].kind != .number { last -= 1 }
        if last > phrase.lowerBound, isHonour(last), name(at: last - 1)?.kind == .person { last -= 1 }
        if last + 1 < phrase.upperBound, last > phrase.lowerBound, hasParticiple(last, phrase.lowerBound) { last -= 1 }
        // *close to*: the adjective is no head.
        if last > phrase.lowerBound, text.token(last, is: "close") { last -= 1 }
        return last
    }

    /// Whether a noun phrase can be who says something: a name of a person, body or place, a pronoun, a role, a document.
    func isAgent(_ phrase: TokenRange) -> Bool {
        let head = head(of: phrase)
        if let name = name(at: head) {
            switch name.kind {
            case .person, .organisation, .location, .group, .facility, .work, .product: return true
            default: return false
            }
        }
        let token = text.tokens[head]
        if token.isAny(of: [.role, .people, .body, .document]) || isPeopleByForm(head) { return true }
        if text.token(head, is: "one") || text.token(head, is: "others") { return true }
        // *A third begged them to stop*
        if phrase.count == 2, text.token(phrase.lowerBound, is: "a"),
            ["second", "third", "fourth", "fifth"].contains(where: { text.token(head, is: $0) })
        {
            return true
        }
        if token.isAny(of: .pronoun) {
            return token.classes.contains(.subjectPronoun) || token.classes.contains(.determiner)
        }
        if token.classes.contains(.relative) { return text.token(head, is: "who") || text.token(head, is: "which") }
        return token.isAny(of: .determiner)
    }

    /// *dockworkers*, *lawmakers*, *fishermen*: plurals that the lists need not have.
    private func isPeopleByForm(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        return bytes.count > 6
            && [
                "workers", "makers", "goers", "holders", "leaders", "owners", "women", "ologists", "ographers", "fighters",
                "hunters", "seekers", "planners", "keepers", "dwellers",
            ].contains {
                bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
            } || bytes.count > 6 && bytes.suffix(3).elementsEqual("men".utf8)
    }
}
