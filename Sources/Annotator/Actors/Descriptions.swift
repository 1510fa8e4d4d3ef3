import DocumentModel
import EnglishModel

/// What the article tells of somebody beside the name: titles, roles, kin, countries.
extension Cast {
    mutating func describe(_ member: Int, _ index: Int, _ name: Name, _ names: [Name]) {
        if isInTitle(name) { members[member].isInTitle = true }
        if let title = name.title {
            members[member].roles.append(title)
            // *Texas Senator*, *Russian President*
            if index > 0, names[index - 1].tokens.upperBound == title.lowerBound {
                tellOrigin(title.lowerBound - 1, of: member)
                if names[index - 1].country >= 0 { members[member].origins.insert(Int32(names[index - 1].country)) }
            }
        }
        if name.country >= 0 { members[member].origins.insert(Int32(name.country)) }
        // *of Vermont*
        let past = name.tokens.upperBound
        if members[member].kind == .person, past + 1 < text.tokens.count,
            text.token(past, is: "of") || text.token(past, is: "from")
        {
            tellOrigin(past + 1, of: member)
        }
        let first = name.tokens.lowerBound
        if members[member].kind == .body {
            let last = text.tokens[name.tokens.upperBound - 1]
            let isListed =
                text.tokens[first].isAny(of: .outlet)
                || text.phrase(at: first, before: name.tokens.upperBound)?.entry.classes.contains(.outlet) ?? false
            if isListed
                || last.isWord && Self.outletWords.contains(text.lower(name.tokens.upperBound - 1))
            {
                members[member].isOutlet = true
            }
        }
        // The noun phrase right before (*the state-owned TV channel Russia-1*) and the one after a comma (*X, a doctor,*).
        var at = first - 1
        if let title = name.title { at = title.lowerBound - 1 }
        if at >= 0, at + 1 == first, text.tokens[at].isWord, text.tokens[at].isAny(of: [.role, .body]),
            !text.tokens[at].isCapital
        {
            members[member].roles.append(at..<at + 1)
            if text.tokens[at].classes.contains(.outletNoun) { members[member].isOutlet = true }
            tellKin(at, of: member)
        }
        if let office = office(before: first) { members[member].roles.append(office..<office + 1) }
        // *her lawyer, Karl Brandt*
        if at > 1, text.tokens[at].kind == .comma, members[member].kind == .person,
            text.tokens[at - 1].isAny(of: [.role, .relation]),
            text.tokens[at - 1].isCapital ? text.token(at - 2, is: "the") : isDescribed(before: at - 1)
        {
            members[member].roles.append(at - 1..<at)
            tellKin(at - 1, of: member)
        }
        var after = name.tokens.upperBound
        // *Anna Berg KC, counsel to the inquiry*
        if members[member].kind == .person, after < text.tokens.count, text.isHonour(after) {
            if ["kc", "qc", "sc"].contains(text.lower(after)) { members[member].isCounsel = true }
            after += 1
        }
        guard after + 2 < text.tokens.count, text.tokens[after].kind == .comma,
            members[member].kind == .person || text.tokens[after + 1].isAny(of: [.determiner])
        else { return }
        if isForASide(after + 1) { members[member].isCounsel = true }
        if members[member].age == 0, text.tokens[after + 1].kind == .number, text.bytes(of: after + 1).count < 3 {
            members[member].age = age(at: after + 1)
        }
        // *Read out by her son, Dara, the singer said*: what is behind the comma speaks itself.
        if isSubject(after + 1) { return }
        at = after + 1
        while at < min(after + 9, text.tokens.count) {
            let token = text.tokens[at]
            guard token.isWord, !token.isAny(of: [.preposition, .auxiliary, .relative, .pronoun]) else { break }
            if token.isAny(of: [.role, .body]) {
                members[member].roles.append(at..<at + 1)
                if token.classes.contains(.outletNoun), members[member].kind == .body { members[member].isOutlet = true }
                if members[member].kind == .person, !token.isAny(of: .relation) {
                    members[member].tell(gender(ofRole: at), .role)
                }
            }
            tellOrigin(at, of: member)
            at += 1
        }
    }

    /// *the singer said*: whether a role with *the* is followed at once by a verb of saying or an auxiliary.
    private func isSubject(_ first: Int) -> Bool {
        guard text.token(first, is: "the"),
            let role = (first + 1..<min(first + 4, text.tokens.count)).first(where: {
                text.tokens[$0].isAny(of: [.role, .body]) || !text.tokens[$0].isWord
            }), text.tokens[role].isWord, role + 1 < text.tokens.count
        else { return false }
        let verb = text.tokens[role + 1]
        guard verb.isWord, !verb.isCapital else { return false }
        if verb.classes.contains(.auxiliary) { return true }
        return verb.classes.contains(.cue) && verb.entry >= 0
            && !text.lexicon.entries[Int(verb.entry)].verbForm.isDisjoint(with: [.past, .third])
    }

    /// *prosecuting*, *for the defence*
    private func isForASide(_ at: Int) -> Bool {
        if text.token(at, is: "prosecuting") || text.token(at, is: "defending") { return true }
        guard at + 2 < text.tokens.count, text.token(at, is: "for"), text.token(at + 1, is: "the") else { return false }
        return ["defence", "defense", "prosecution", "crown", "claimant", "claimants", "plaintiff", "plaintiffs", "state"]
            .contains { text.token(at + 2, is: $0) }
    }

    /// The years that a number or *54-year-old* tells; 0 for none.
    func age(at token: Int) -> Int {
        text.bytes(of: token).prefix { (0x30...0x39).contains($0) }.prefix(3).reduce(0) { $0 * 10 + Int($1 & 0xF) }
    }

    /// *Minister for Water Resources Anna Berg*, *Leader of the Opposition Karl Brandt*: the office before a name, with what it is
    /// for between; nil for none.
    private func office(before name: Int) -> Int? {
        guard name > 2, text.tokens[name - 1].isWord, text.tokens[name - 1].isCapital else { return nil }
        var at = name - 1
        while at > max(0, name - 8), text.tokens[at].isWord {
            if text.token(at, is: "for") || text.token(at, is: "of") {
                let office = text.tokens[at - 1]
                return office.isAny(of: [.role, .title]) && office.isCapital && !office.isAny(of: [.body, .people])
                    ? at - 1 : nil
            }
            guard text.tokens[at].isCapital || text.token(at, is: "the") || text.token(at, is: "and") else { return nil }
            at -= 1
        }
        return nil
    }

    /// *her*, *the*, *the aviation*, *the club's*: whether what stands before a role makes it somebody's that is known.
    private func isDescribed(before role: Int) -> Bool {
        var at = role - 1
        while at > max(0, role - 4), text.tokens[at].isWord, !text.tokens[at].isCapital,
            !text.tokens[at].isAny(of: .function.union(.adverb).union(.cue))
        {
            at -= 1
        }
        let before = text.tokens[at]
        return before.isAny(of: [.determiner, .possessive]) || before.kind == .clitic
            || before.kind == .mark && before.style.isSingle
    }

    /// Last words of the names of papers and channels.
    private static let outletWords: Set = [
        "news", "times", "post", "today", "herald", "tribune", "journal", "gazette", "chronicle", "television",
        "tv", "radio", "daily", "magazine", "courier", "echo", "observer", "mail",
    ]

    /// *his wife Anna Berg*: a word of kin before a name, whose gender it tells.
    private mutating func tellKin(_ at: Int, of member: Int) {
        guard members[member].kind == .person, text.tokens[at].isAny(of: .relation) else { return }
        members[member].tell(gender(ofRole: at), .role)
    }

    private mutating func tellOrigin(_ at: Int, of member: Int) {
        if let origin = origin(at: at) { members[member].origins.insert(origin) }
    }

    /// The country or place that a capital word tells, by number: *Belarusian* and *Belarus* are one.
    func origin(at token: Int) -> Int32? {
        let entry = text.tokens[token].entry
        guard entry >= 0, text.tokens[token].isCapital else { return nil }
        let known = text.lexicon.entries[Int(entry)]
        if known.country >= 0 { return Int32(known.country) }
        return known.classes.contains(.place) ? entry + 1_000 : nil
    }

    /// The gender that a noun for a person tells.
    func gender(ofRole at: Int) -> Gender {
        let classes = text.tokens[at].classes
        return classes.contains(.feminine) == classes.contains(.masculine)
            ? .unknown : classes.contains(.feminine) ? .feminine : .masculine
    }

    /// The people to whom the article gives each role, in their order.
    func holders() -> [String: [Int]] {
        // A role's first holders are enough; a list of thousands would make each mention cost as much.
        var holders: [String: [Int]] = [:]
        for (number, member) in members.enumerated() where member.kind == .person {
            for token in Set(member.roles.flatMap { $0 }).sorted() {
                // *the shadow health secretary* is none.
                if (max(0, token - 3)..<token).contains(where: { text.token($0, is: "shadow") }) { continue }
                let role = Speakers.plainRole(text.lower(token))
                if holders[role]?.last != number, holders[role, default: []].count < 200 {
                    holders[role, default: []].append(number)
                }
            }
        }
        return holders
    }
}
