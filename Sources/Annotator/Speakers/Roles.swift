import DocumentModel
import EnglishModel

/// Speakers that a role or a kind of body stands for: *the minister*, *a spokesman for the bank*, *the newspaper*.
extension Speakers {
    mutating func nominal(_ mention: TokenRange, _ head: Int, _ report: Report) -> Resolved {
        let classes = text.tokens[head].classes
        let inside = namesInside(mention)
        // *a spokesman for the ministry*: the body speaks; *the ministry's spokeswoman* too.
        if classes.contains(.voice), !classes.contains(.people) {
            if let body = inside.first(where: { cast.memberOf[$0] >= 0 && cast.members[cast.memberOf[$0]].kind == .body }) {
                return Resolved(
                    form: .nominal, member: cast.memberOf[body], reason: "spokesperson:\(shortName(cast.memberOf[body]))",
                    thousandths: 850)
            }
            if let known = withRole(mention, head, before: mention.lowerBound) { return known }
            return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 650)
        }
        let isDefinite =
            text.token(mention.lowerBound, is: "the") || text.tokens[mention.lowerBound].isAny(of: .possessive)
            || text.token(mention.lowerBound, is: "this") || text.token(mention.lowerBound, is: "that")
        if classes.contains(.outletNoun) || classes.contains(.body),
            !classes.contains(.role) || classes.contains(.outletNoun)
        {
            if isDefinite, let body = lastBody(mention, head) { return body }
            return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 600)
        }
        guard isDefinite || isPossessed(mention, head), classes.contains(.role) || classes.contains(.title)
        else {
            return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 700)
        }
        if let known = withRole(mention, head, before: mention.lowerBound) { return known }
        // *the close ally of X*: the person who is spoken of and fits, but not X.
        if isDefinite, classes.contains(.relation) || inside.isEmpty,
            let last = salient(before: mention.lowerBound, excluding: inside, gender(of: head))
        {
            let isClose = last.distance < 160
            guard classes.contains(.relation) && !inside.isEmpty || isClose && isGeneric(mention, head) else {
                return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 600)
            }
            return Resolved(
                form: .nominal, member: last.member, reason: "role:\(text.lower(head))→\(shortName(last.member))",
                thousandths: 700)
        }
        return Resolved(form: .nominal, member: nil, reason: nil, thousandths: 650)
    }

    func isPossessed(_ mention: TokenRange, _ head: Int) -> Bool {
        mention.contains { text.tokens[$0].kind == .clitic && $0 < head }
    }

    /// A role with nothing but an adjective, which whoever is spoken of may be called: *the 45-year-old lawyer*.
    func isGeneric(_ mention: TokenRange, _ head: Int) -> Bool {
        head == mention.upperBound - 1 && !text.tokens[mention.lowerBound].isAny(of: .possessive)
    }

    func namesInside(_ mention: TokenRange) -> [Int] {
        var found: [Int] = []
        for token in mention where phrases.nameOf[token] >= 0 {
            if found.last != Int(phrases.nameOf[token]) { found.append(Int(phrases.nameOf[token])) }
        }
        return found
    }

    func gender(of head: Int) -> Gender {
        let classes = text.tokens[head].classes
        return classes.contains(.feminine) ? .feminine : classes.contains(.masculine) ? .masculine : .unknown
    }

    /// The latest person to whom the article gave this role, and this country where the mention has one.
    func withRole(_ mention: TokenRange, _ head: Int, before token: Int) -> Resolved? {
        let role = Self.plainRole(text.lower(head))
        var country: Int16 = -1
        for index in mention where text.tokens[index].entry >= 0 && text.tokens[index].isCapital {
            let entry = text.lexicon.entries[Int(text.tokens[index].entry)]
            if entry.country >= 0 { country = entry.country }
        }
        let named = Set(namesInside(mention).map { cast.memberOf[$0] })
        let wanted = gender(of: head)
        var found: (member: Int, at: Int)?
        for number in withRoles[role] ?? []
        where !named.contains(number) && cast.members[number].gender.agrees(with: wanted) {
            guard country < 0 || cast.members[number].countries.contains(country) else { continue }
            guard let latest = lastMention(of: number, before: token) else { continue }
            if latest > found?.at ?? -1 { found = (number, latest) }
        }
        guard let found else { return nil }
        return Resolved(
            form: .nominal, member: found.member, reason: "role:\(text.lower(head))→\(shortName(found.member))",
            thousandths: country >= 0 ? 900 : 820)
    }

    /// The token of a member's last name before a token, by binary search.
    func lastMention(of member: Int, before token: Int) -> Int? {
        let mentions = cast.members[member].mentions
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if names[mentions[middle]].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? names[mentions[low - 1]].tokens.lowerBound : nil
    }

    /// Titles in short and in full are one role.
    static func plainRole(_ word: String) -> String {
        switch word {
        case "sen.", "sens.": "senator"
        case "gov.", "govs.": "governor"
        case "rep.", "reps.", "representative", "congressman", "congresswoman": "representative"
        case "gen.": "general"
        case "col.": "colonel"
        case "lt.": "lieutenant"
        case "sgt.": "sergeant"
        case "capt.": "captain"
        case "dr.", "dr": "doctor"
        case "prof.", "prof": "professor"
        case "rev.": "reverend"
        case "pres.": "president"
        case "atty.", "lawyer": "attorney"
        case "chairman", "chairwoman", "chairperson": "chair"
        case "advisor": "adviser"
        case "premier": "minister"
        default: word
        }
    }

    /// The body that *the bank*, *the state-owned news outlet* means: who spoke last or was named last and fits.
    func lastBody(_ mention: TokenRange, _ head: Int) -> Resolved? {
        let isOutlet = text.tokens[head].classes.contains(.outletNoun)
        let word = text.lower(head)
        func fits(_ member: Int) -> Bool {
            guard cast.members[member].kind == .body else { return false }
            if isOutlet, cast.members[member].isOutlet { return true }
            if cast.members[member].words.last.map({ String(decoding: $0, as: UTF8.self) }) == word { return true }
            return cast.members[member].roles.contains { roles in roles.contains { text.lower($0) == word } }
        }
        if let last = spoken.suffix(Self.memory).last(where: { fits($0.member) }) {
            return Resolved(
                form: .nominal, member: last.member, reason: "role:\(word)→\(shortName(last.member))", thousandths: 850)
        }
        var index = lastName(before: mention.lowerBound)
        var steps = 0
        while index >= 0, steps < 40 {
            let member = cast.memberOf[index]
            if member >= 0, fits(member) {
                return Resolved(
                    form: .nominal, member: member, reason: "role:\(word)→\(shortName(member))", thousandths: 780)
            }
            index -= 1
            steps += 1
        }
        // *the company*: the last organisation named outside marks.
        index = lastName(before: mention.lowerBound)
        steps = 0
        while !isOutlet, index >= 0, steps < 8 {
            let member = cast.memberOf[index]
            if member >= 0, names[index].kind == .organisation, !text.isQuoted(names[index].tokens.lowerBound),
                ["company", "firm", "group", "organization", "organisation", "agency"].contains(word)
            {
                return Resolved(
                    form: .nominal, member: member, reason: "role:\(word)→\(shortName(member))", thousandths: 600)
            }
            index -= 1
            steps += 1
        }
        return nil
    }

    /// The person the text is about right before a token: who spoke last, else the last named.
    func salient(before token: Int, excluding: [Int], _ gender: Gender) -> (member: Int, distance: Int)? {
        let excluded = Set(excluding.map { cast.memberOf[$0] })
        func fits(_ member: Int) -> Bool {
            cast.members[member].kind == .person && !excluded.contains(member)
                && cast.members[member].gender.agrees(with: gender)
        }
        if let last = spoken.suffix(Self.memory).last(where: { fits($0.member) }) {
            return (last.member, token - last.token)
        }
        var index = lastName(before: token)
        var steps = 0
        while index >= 0, steps < 20 {
            let member = cast.memberOf[index]
            if member >= 0, fits(member), !text.isQuoted(names[index].tokens.lowerBound) {
                return (member, token - names[index].tokens.lowerBound)
            }
            index -= 1
            steps += 1
        }
        return nil
    }
}
