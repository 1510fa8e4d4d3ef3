import DocumentModel
import EnglishModel

/// Documents that speak are those of whoever issued them: *the statement read*, *its brochure*, *a post from Anna Berg*.
extension Speakers {
    /// *seen by the Herald, which*; *a study by the River Institute, which*: whether the body at a token stands only beside a
    /// document, which is what is spoken of.
    func isOfDocument(_ at: Int) -> Bool {
        guard let name = phrases.name(at: at) else { return false }
        var before = name.tokens.lowerBound - 1
        if before > 0, text.token(before, is: "the") { before -= 1 }
        guard before > 1, text.token(before, is: "by") || text.token(before, is: "from") || text.token(before, is: "in")
        else { return false }
        return (max(0, before - 2)..<before).contains { at in
            text.tokens[at].classes.contains(.document) || Self.handled.contains { text.token(at, is: $0) }
        }
    }

    private static let handled: [StaticString] = [
        "seen", "obtained", "published", "reviewed", "leaked", "commissioned", "examined",
    ]

    /// *Norvik posted a statement saying*: whose document it is.
    func issuer(of mention: TokenRange) -> Resolved? {
        let verb = mention.lowerBound - 1
        guard verb > sentenceStart, issues(verb),
            let subject = phrases.phrase(endingAt: verb, floor: sentenceStart),
            let member = member(at: phrases.head(of: subject))
        else { return nil }
        return Resolved(form: .nominal, member: member, reason: "document:\(shortName(member))", way: .body)
    }

    private func issues(_ verb: Int) -> Bool { Self.issuing.contains { text.token(verb, is: $0) } }

    private static let issuing: [StaticString] = [
        "posted", "issued", "released", "published", "circulated", "posts", "issues", "releases", "publishes",
    ]

    /// Whose words a document's are, where the text says who wrote or issued it; nil for those of unknown hands.
    func author(of mention: TokenRange, _ head: Int) -> Resolved? {
        let member: Int?
        // *figures compiled by Norvik*, *a survey released on Monday by Norvik College*
        if let maker = maker(of: head) {
            member = maker
        } else if Self.agreed.contains(where: { text.token(head, is: $0) }) {
            return nil
        } else if let owner = owner(of: mention, head) {
            member = owner
        } else if head + 1 < mention.upperBound {
            member = issuer(behind: head, before: mention.upperBound)
        } else {
            let isKnown = text.token(mention.lowerBound, is: "the") && head == mention.lowerBound + 1
            member = isKnown ? issuer(before: mention.lowerBound, of: head) : nil
        }
        return member.map {
            Resolved(form: .nominal, member: $0, reason: "document:\(shortName($0))", way: .body)
        }
    }

    /// What has more hands than one, or speaks of somebody rather than for them.
    private static let agreed: [StaticString] = [
        "contract", "agreement", "accord", "treaty", "deal", "constitution", "charter", "record", "records", "figures",
        "data",
        "label", "biography", "file", "sign", "diary", "media", "plan", "policy", "bill", "law", "act", "policies",
    ]

    /// *the council's guidelines*, *its brochure*, *Berg's letter*
    private func owner(of mention: TokenRange, _ head: Int) -> Int? {
        let first = mention.lowerBound
        if text.token(first, is: "its") { return thing(first, "its").member }
        // *the Fiscal Council, whose report described it*
        if text.token(first, is: "whose"), first > 1 {
            return member(at: text.tokens[first - 1].kind == .comma ? first - 2 : first - 1)
        }
        // *Her report concludes*
        if let possessor, possessor.token == first { return possessor.member }
        guard let clitic = (first..<head).last(where: { text.tokens[$0].kind == .clitic }), clitic > first else {
            return nil
        }
        if let name = phrases.name(at: clitic - 1) { return name.kind == .group ? nil : member(at: clitic - 1) }
        let noun = text.tokens[clitic - 1]
        guard noun.isAny(of: [.body, .outletNoun]), !noun.isAny(of: .role), text.token(first, is: "the") else { return nil }
        return body(first..<clitic, clitic - 1)?.member
    }

    /// Who made a document by the participle right behind it.
    private func maker(of document: Int) -> Int? {
        let first = document + 1
        guard first + 2 < sentenceEnd, phrases.nameOf[first] < 0,
            text.bytes(of: first).suffix(2).elementsEqual("ed".utf8) || text.token(first, is: "by"),
            !Self.handled.prefix(4).contains(where: { text.token(first, is: $0) }) || text.token(first, is: "published"),
            let by = (first..<min(first + 5, sentenceEnd)).first(where: { text.token($0, is: "by") }),
            !(first + 1..<max(by, first + 1)).contains(where: { text.tokens[$0].kind == .comma })
        else { return nil }
        // *by the nonpartisan Budget Office*
        guard let start = (by + 1..<min(by + 4, sentenceEnd)).first(where: { phrases.nameOf[$0] >= 0 }),
            let name = phrases.name(at: start), name.tokens.lowerBound == start, isWhole(name),
            name.kind == .organisation || name.kind == .person && start == by + 1
        else { return nil }
        return member(at: start)
    }

    /// *a press release issued by Norvik*, *a post from Anna Berg*, *a survey of 900 people carried out for the bank by Norvik*
    private func issuer(behind document: Int, before end: Int) -> Int? {
        let last = min(end, document + 20)
        for at in document + 1..<max(last, document + 1) {
            // *an editorial in the Norvik Log*
            let isPrinted =
                at == document + 1 && text.token(at, is: "in")
                && ["editorial", "leader", "op-ed", "leading"].contains { text.token(document, is: $0) }
            guard text.token(at, is: "by") || isPrinted || at == document + 1 && text.token(at, is: "from"), at + 1 < last
            else {
                if text.tokens[at].isAny(of: [.relative, .auxiliary]) { return nil }
                continue
            }
            var first = text.tokens[at + 1].isAny(of: .determiner) ? at + 2 : at + 1
            // *by the accountants Pym & Son*
            if first + 1 < last, phrases.nameOf[first] < 0, text.tokens[first].isAny(of: [.role, .people, .body]),
                !text.tokens[first].isCapital
            {
                first += 1
            }
            guard first < text.tokens.count else { return nil }
            let isTitled = firstName(from: first) < names.count && names[firstName(from: first)].title?.lowerBound == first
            let name = isTitled ? names[firstName(from: first)].tokens.lowerBound : first
            if text.token(at - 1, is: "seen") || text.token(at - 1, is: "obtained") || text.token(at - 1, is: "reviewed") {
                return nil
            }
            guard let known = phrases.name(at: name), known.tokens.lowerBound == name, isWhole(known),
                known.kind == .organisation || known.kind == .person
            else { return nil }
            return member(at: name)
        }
        return nil
    }

    /// *Berg said in a statement that … The statement added …*: who issued the document of that name just before.
    private func issuer(before here: Int, of head: Int) -> Int? {
        let word = text.tokens.number(of: head)
        for at in (max(0, here - 160)..<here).reversed()
        where text.tokens.number(of: at) == word && !text.isQuoted(at) {
            if let member = issuer(behind: at, before: min(here, at + 8)) { return member }
            guard let phrase = phrases.phrase(endingAt: at + 1, floor: max(0, at - 12)) else { continue }
            if let owner = owner(of: phrase, at) { return owner }
            let before = phrase.lowerBound - 1
            if before > 0, issues(before), let subject = phrases.phrase(endingAt: before, floor: max(0, before - 12)),
                let member = member(at: phrases.head(of: subject))
            {
                return member
            }
            guard before >= 0, text.token(before, is: "in") || text.token(before, is: "via") else { continue }
            // Who speaks in it stands in the same sentence.
            if let near = spoken.suffix(8).last(where: { abs($0.token - at) < 40 }) { return near.member }
        }
        return text.tokens[head].isAny(of: .document) && Self.written.contains(text.lower(head))
            ? writer(before: here) : nil
    }

    /// *Norvik Post has written to the village. The letter says …*: who wrote in the sentence before.
    private func writer(before here: Int) -> Int? {
        guard
            let verb = (max(1, here - 50)..<max(1, here)).last(where: { at in
                !text.isQuoted(at) && ["written", "wrote", "emailed", "writes"].contains { text.token(at, is: $0) }
            })
        else { return nil }
        var start = verb
        while start > 1, text.tokens[start - 1].isAny(of: [.auxiliary, .adverb]) { start -= 1 }
        return phrases.phrase(endingAt: start, floor: max(0, start - 12)).flatMap { member(at: phrases.head(of: $0)) }
    }

    private static let written: Set = ["letter", "email", "e-mail", "note", "message"]
}
