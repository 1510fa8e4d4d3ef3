import DocumentModel
import EnglishModel

/// Speakers that are no persons: *the bank*, *the state-owned news outlet*, *the town*, *it*.
extension Speakers {
    /// The body that words stand for: who spoke last or was named last and fits.
    func body(_ mention: TokenRange, _ head: Int) -> Resolved? {
        // *the central bank*, *the rival firm*: another one.
        if mention.contains(where: { at in at < head && Self.apart.contains { text.token(at, is: $0) } }) { return nil }
        // *her office*: whose it is has a name, it has none. *One designer with years at the company*
        if ["her", "his", "my"].contains(where: { text.token(mention.lowerBound, is: $0) }) { return nil }
        if ["one", "a", "an"].contains(where: { text.token(mention.lowerBound, is: $0) }),
            mention.contains(where: { $0 < head && text.tokens[$0].classes.contains(.preposition) })
        {
            return nil
        }
        let isOutlet = text.tokens[head].classes.contains(.outletNoun)
        let word = text.lower(head)
        if let kindred = Self.kindred[word] { return kin(of: kindred, word, mention.lowerBound) }
        // *The paper says …*: what stands in a journal.
        let isPaper = word == "paper"
        func fits(_ member: Int) -> Bool {
            guard cast.members[member].kind == .body, !isPaper || !isJournal(member) else { return false }
            if isOutlet, cast.members[member].isOutlet { return true }
            if cast.members[member].words.last.map({ $0.elementsEqual(word.utf8) }) ?? false { return true }
            if cast.members[member].isCalled(word) { return true }
            return cast.members[member].roles.contains { roles in roles.contains { text.lower($0) == word } }
        }
        func found(_ member: Int, _ way: Certainty.Way) -> Resolved {
            Resolved(form: .nominal, member: member, reason: "role:\(word)→\(shortName(member))", way: way)
        }
        if let last = spoken.suffix(Self.memory).last(where: { fits($0.member) }) { return found(last.member, .body) }
        let latest = lastName(before: mention.lowerBound)
        for index in (max(latest - 39, 0)..<latest + 1).reversed() {
            if cast.memberOf[index] >= 0, fits(cast.memberOf[index]) { return found(cast.memberOf[index], .body) }
        }
        // *the company*, *the town*: the last organisation or place named outside marks.
        let isPlace = Self.places.contains(word)
        guard !isOutlet, isPlace || Self.companies.contains(word) || Self.kinds.contains(word) else { return nil }
        if !isPlace {
            let isFirm = Self.firms.contains(word)
            if let last = spoken.last, isOrganisation(last.member), mention.lowerBound - last.token < 60,
                !isFirm || !isPublic(last.member)
            {
                return found(last.member, .salience)
            }
            if let topic, isOrganisation(topic.member), mention.lowerBound - topic.token < 120,
                !isFirm || !isPublic(topic.member)
            {
                return found(topic.member, .salience)
            }
            guard Self.companies.contains(word) else { return nil }
        }
        for index in (max(latest - 7, 0)..<latest + 1).reversed()
        where cast.memberOf[index] >= 0 && names[index].kind == (isPlace ? .location : .organisation)
            && !text.isQuoted(names[index].tokens.lowerBound)
            && (isPlace || !Self.firms.contains(word) || !isPublic(cast.memberOf[index]))
        {
            return found(cast.memberOf[index], .salience)
        }
        guard !isPlace, let mainBody, !Self.firms.contains(word) || !isPublic(mainBody) else { return nil }
        return found(mainBody, .salience)
    }

    /// *the union*: of those whose names tell that they are one, the one named last; before any, the only one.
    private func kin(of kindred: Set<String>, _ word: String, _ at: Int) -> Resolved? {
        func fits(_ member: Int) -> Bool {
            member >= 0 && cast.members[member].kind == .body
                && (cast.members[member].words.contains { kindred.contains(String(decoding: $0, as: UTF8.self)) }
                    || cast.members[member].roles.contains { roles in roles.contains { text.lower($0) == word } })
        }
        let last = names.prefix(firstName(from: at)).suffix(80).indices.last { fits(cast.memberOf[$0]) }
        // Few are looked at, so that long texts stay linear.
        let all = last == nil ? cast.members.indices.prefix(200).filter(fits) : []
        guard let member = last.map({ cast.memberOf[$0] }) ?? (all.count == 1 ? all[0] : nil) else { return nil }
        return Resolved(form: .nominal, member: member, reason: "role:\(word)→\(shortName(member))", way: .body)
    }

    /// What the names of bodies hold that are of one kind with no other.
    private static let kindred: [String: Set<String>] = [
        "union": [
            "union", "workers", "workers'", "workers’", "federation", "front", "association", "guild", "brotherhood",
            "syndicate",
            "alliance", "congress", "teamsters", "unite", "unison", "solidarity", "nurses", "teachers", "drivers", "pilots",
            "seafarers",
            "dockers", "local",
        ],
        "court": ["court", "tribunal"],
    ]

    /// *the board of Norvik County Fair*: a part that speaks for the whole.
    func whole(of mention: TokenRange, _ head: Int) -> Resolved? {
        guard Self.parts.contains(text.lower(head)), head + 2 < mention.upperBound + 1, head + 2 < text.tokens.count,
            text.token(head + 1, is: "of") || text.token(head + 1, is: "at")
        else { return nil }
        let first = text.tokens[head + 2].isAny(of: .determiner) ? head + 3 : head + 2
        guard first < mention.upperBound, let name = phrases.name(at: first), name.tokens.lowerBound == first,
            name.kind == .organisation, isWhole(name), let member = member(at: first)
        else { return nil }
        return Resolved(
            form: .nominal, member: member, reason: "role:\(text.lower(head))→\(shortName(member))", way: .body)
    }

    /// Parts of a body that speak for it.
    private static let parts: Set = [
        "board", "branch", "leadership", "management", "local", "wing", "arm", "chapter", "section", "committee",
        "executive", "trustees", "council", "division",
    ]

    /// *Council concedes*: in a headline, the only body of the article whose name ends so; *the force*, *police*: its police.
    func soleBody(_ head: Int) -> Resolved? {
        let word = text.lower(head)
        guard let member = withNoun[word], member >= 0 else { return nil }
        return Resolved(form: .nominal, member: member, reason: "role:\(word)→\(shortName(member))", way: .body)
    }

    private func isOrganisation(_ member: Int) -> Bool {
        cast.members[member].kind == .body
            && cast.members[member].mentions.contains { names[$0].kind == .organisation }
    }

    /// Whether a body is surely no company.
    private func isPublic(_ member: Int) -> Bool {
        cast.members[member].words.contains { word in Self.publicBodies.contains(String(decoding: word, as: UTF8.self)) }
    }

    private static let publicBodies: Set = [
        "university", "council", "ministry", "department", "agency", "union", "party", "court", "police", "office",
        "college", "school", "committee", "commission", "association", "federation", "workers", "parliament", "senate",
        "congress", "government", "institute", "authority", "regulator", "league", "board", "forum", "coalition", "academy",
        "hospital", "alliance", "house", "army", "bureau", "administration",
    ]
    private static let firms: Set = [
        "company", "firm", "airline", "manufacturer", "retailer", "maker", "carmaker", "operator", "corporation", "brand",
        "label", "supplier", "distributor", "insurer", "lender", "startup", "start-up", "developer",
    ]

    private func isJournal(_ member: Int) -> Bool {
        cast.members[member].roles.contains { roles in roles.contains { text.token($0, is: "journal") } }
    }

    /// The organisation that an article names most often, if it does so more than once and no other as often.
    static func mainBody(of cast: Cast, _ names: [Name]) -> Int? {
        var best: Int?
        var isAlone = true
        for (number, member) in cast.members.enumerated()
        where member.kind == .body && member.mentions.count > 1 && !member.isOutlet
            && member.mentions.contains(where: { names[$0].kind == .organisation })
        {
            let count = member.mentions.count
            let known = best.map { cast.members[$0].mentions.count } ?? 0
            if count > known { (best, isAlone) = (number, true) } else if count == known { isAlone = false }
        }
        return isAlone ? best : nil
    }

    private static let apart: [StaticString] = [
        "central", "rival", "other", "second", "third", "parent", "sister", "neighbouring", "neighboring",
    ]
    private static let companies: Set = [
        "company", "firm", "group", "organization", "organisation", "agency", "bank", "airline", "manufacturer", "retailer",
        "maker", "carmaker", "operator", "corporation", "charity", "nonprofit",
    ]
    /// Words for many kinds of body: only the one that the text is just about.
    private static let kinds: Set = [
        "council", "club", "team", "party", "union", "federation", "association", "university", "hospital", "developer",
        "brand", "label", "supplier", "distributor", "insurer", "lender", "startup", "start-up", "foundation", "trust",
        "institute", "college", "society", "festival", "museum", "theatre", "consultancy", "platform", "regulator",
    ]
    private static let places: Set = ["town", "city", "village", "county", "province", "country", "nation"]

    /// Whether words stand for a body by what it is: *the regulator*, *the union*.
    func isBodyNoun(_ mention: TokenRange) -> Bool {
        let head = phrases.head(of: mention)
        return phrases.nameOf[head] < 0 && text.tokens[head].isAny(of: [.body, .outletNoun])
    }

    /// The only organisation that the sentence names before a token, other than as whom somebody spoke to.
    private func bodyInSentence(before at: Int) -> (member: Int, token: Int)? {
        var found: (member: Int, token: Int)?
        let first = firstName(from: sentenceStart)
        for index in first..<max(firstName(from: at), first) {
            let start = names[index].tokens.lowerBound
            guard cast.memberOf[index] >= 0, cast.members[cast.memberOf[index]].kind == .body, !text.isQuoted(start) else {
                continue
            }
            guard names[index].kind == .organisation, found.map({ $0.member == cast.memberOf[index] }) ?? true else {
                return nil
            }
            if start > sentenceStart {
                let before = text.tokens[start - 1]
                let isWith = text.token(start - 1, is: "with")
                if before.isAny(of: [.preposition, .cue, .determiner]), !isWith { return nil }
            }
            found = (cast.memberOf[index], start)
        }
        return found
    }

    /// What *it* stands for: a body that just spoke, or that was the subject before.
    func thing(_ at: Int, _ word: String) -> Resolved {
        func found(_ member: Int) -> Resolved {
            Resolved(form: .pronoun, member: member, reason: "pronoun:\(word)→\(shortName(member))", way: .thing)
        }
        // *With Norvik down after it warned …*: the only body in the sentence.
        if let nearest = bodyInSentence(before: at), nearest.token > unnamedBody { return found(nearest.member) }
        // *The letter is dated 17 May. It speaks of …*
        if let document, document.token < sentenceStart,
            document.token > max(spoken.last?.token ?? -1, unnamedBody, topic?.token ?? -1),
            at - document.token < 80
        {
            return document.author.map(found) ?? Resolved(form: .pronoun, member: nil, reason: nil, way: .otherPronoun)
        }
        if unnamedBody > spoken.last?.token ?? -1, at - unnamedBody < 100 {
            return Resolved(form: .pronoun, member: nil, reason: nil, way: .otherPronoun)
        }
        if let last = spoken.last, cast.members[last.member].kind == .body, at - last.token < 200 {
            return found(last.member)
        }
        let latest = lastName(before: at)
        for index in (max(latest - 11, 0)..<latest + 1).reversed()
        where cast.memberOf[index] >= 0 && cast.members[cast.memberOf[index]].kind == .body && isSubject(names[index])
            && !text.isQuoted(names[index].tokens.lowerBound)
            && (names[index].kind == .organisation || names[index].country >= 0)
        {
            return found(cast.memberOf[index])
        }
        return Resolved(form: .pronoun, member: nil, reason: nil, way: .otherPronoun)
    }
}
