import DocumentModel
import EnglishModel

/// Speakers that a role stands for: *the minister*, *her lawyer*, *a spokesman for the bank*, *the Belarusian leader*.
extension Speakers {
    mutating func nominal(_ mention: TokenRange, _ head: Int, _ place: Discourse.Place) -> Resolved {
        let classes = text.tokens[head].classes
        let nobody = Resolved(form: .nominal, member: nil, reason: nil, way: .nobody)
        if classes.contains(.document), !classes.contains(.role),
            let author = issuer(of: mention) ?? author(of: mention, head)
        {
            return author
        }
        // *a spokesman for the ministry*: the body speaks; *the ministry's spokeswoman* too.
        if classes.contains(.voice), !classes.contains(.people) {
            if let body = namesInside(mention).compactMap({ cast.memberOf[$0] >= 0 ? cast.memberOf[$0] : nil }).first(
                where: { cast.members[$0].kind == .body })
            {
                return Resolved(
                    form: .nominal, member: body, reason: "spokesperson:\(shortName(body))", way: .spokesperson)
            }
            guard isDefinite(mention, head) else { return spokenFor(mention, head) ?? nobody }
            return holder(mention, head, place) ?? spokenFor(mention, head) ?? nobody
        }
        if classes.contains(.outletNoun) || classes.contains(.body),
            !classes.contains(.role) || classes.contains(.outletNoun)
        {
            let isHeading = text.parts[place.part].kind == .title || text.parts[place.part].kind == .heading
            let isBare = mention.count == 1 && (isHeading || text.token(head, is: "police"))
            if let whole = whole(of: mention, head) { return whole }
            guard isDefinite(mention, head) || isBare else { return nobody }
            return body(mention, head) ?? (isBare || text.token(head, is: "force") ? soleBody(head) : nil) ?? nobody
        }
        if let officer = officer(mention, head) { return officer }
        // *the older woman*, *the younger brother*: one of two, of whom the words do not tell which.
        if mention.contains(where: { at in
            at < head && ["older", "younger", "elder", "other"].contains { text.token(at, is: $0) }
        }) {
            return nobody
        }
        let isPerson = classes.contains(.role) || classes.contains(.title) || isAge(head)
        guard isPerson, !classes.contains(.people) || classes.contains(.title) else { return nobody }
        if text.parts[place.part].kind == .title || text.parts[place.part].kind == .heading,
            let known = soleHolder(mention, head)
        {
            return known
        }
        if let named = namedAs(mention) ?? kin(mention, head) ?? aged(mention, head) { return named }
        // *Our correspondent*: the paper's own, whom it does not name.
        if text.token(mention.lowerBound, is: "our") { return nobody }
        // *said counsel*
        let isBare = mention.count == 1 && !text.tokens[head].isCapital && !classes.contains(.relation)
        guard isDefinite(mention, head) || isBare else {
            if text.token(mention.lowerBound, is: "a") || text.token(mention.lowerBound, is: "an"),
                let known = laterNamed(head)
            {
                return known
            }
            unnamed.insert(Self.plainRole(text.lower(head)))
            return nobody
        }
        if let known = holder(mention, head, place) { return known }
        if isBare { return nobody }
        return salient(mention, head, place) ?? laterHolder(mention, head) ?? nobody
    }

    /// *The ministry said so. A spokesman added: …*: the body that spoke just before.
    private func spokenFor(_ mention: TokenRange, _ head: Int) -> Resolved? {
        func found(_ member: Int) -> Resolved {
            Resolved(form: .nominal, member: member, reason: "spokesperson:\(shortName(member))", way: .spokesperson)
        }
        // *a spokesperson for the mission*
        if head + 3 == mention.upperBound - 1, text.token(head + 2, is: "the"),
            text.tokens[head + 1].classes.contains(.preposition), text.tokens[head + 3].classes.contains(.body)
        {
            return body(head + 2..<head + 4, head + 3)?.member.map(found)
        }
        guard head == mention.upperBound - 1, mention.count > 1 else { return nil }
        // *a company spokeswoman*
        if let noun = (mention.lowerBound + 1..<head).last(where: { text.tokens[$0].classes.contains(.body) }) {
            return body(mention.lowerBound..<noun + 1, noun)?.member.map(found)
        }
        guard mention.count == 2 else { return nil }
        if let last = spoken.last, cast.members[last.member].kind == .body, last.token > unnamedBody,
            mention.lowerBound - last.token < 80, topic.map({ $0.token <= last.token + 12 }) ?? true
        {
            return found(last.member)
        }
        guard let topic, topic.token > unnamedBody, mention.lowerBound - topic.token < 100 else { return nil }
        return found(topic.member)
    }

    /// *The bishop wrote …*, before *Bishop Carl Hayes* is named: the only one whom the article gives the role. *The head of the
    /// largest bank told …* leads an article that names him further on.
    private func laterHolder(_ mention: TokenRange, _ head: Int) -> Resolved? {
        let isLead = mention.lowerBound < 60 && !text.tokens[head].classes.contains(.relation)
        guard mention.count == 2 || isLead, text.token(mention.lowerBound, is: "the"),
            head == mention.lowerBound + 1 || isLead,
            let found = soleHolder(mention, head), let member = found.member,
            lastMention(of: member, before: mention.lowerBound) == nil
        else { return nil }
        return found
    }

    /// *Mayor: we will rebuild*: in a headline, whoever is the article's only mayor, named further on.
    func soleHolder(_ mention: TokenRange, _ head: Int) -> Resolved? {
        guard !text.token(mention.lowerBound, is: "a"), !text.token(mention.lowerBound, is: "an"),
            case let holders = withRoles(Self.plainRole(text.lower(head))), holders.count == 1
        else { return nil }
        return Resolved(form: .nominal, member: holders[0], reason: reason(head, holders[0]), way: .introduced)
    }

    /// *the minister*, *her lawyer*, *Berg's lawyer*: somebody the text may have spoken of.
    func isDefinite(_ mention: TokenRange, _ head: Int) -> Bool {
        let first = mention.lowerBound
        return text.token(first, is: "the") || text.token(first, is: "this") || text.token(first, is: "that")
            || text.tokens[first].isAny(of: .possessive)
            || mention.contains { text.tokens[$0].kind == .clitic && $0 < head }
    }

    /// *the 56-year-old*, *the septuagenarian*, *the mother-of-three*
    func isAge(_ head: Int) -> Bool {
        let word = text.bytes(of: head)
        return Self.ages.contains { word.count > $0.utf8.count && word.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static let ages = ["-year-old", "genarian", "-of-two", "-of-three", "-of-four", "-of-five", "-of-six"]

    func namesInside(_ mention: TokenRange) -> [Int] {
        var found: [Int] = []
        for token in mention where phrases.nameOf[token] >= 0 {
            if found.last != Int(phrases.nameOf[token]) { found.append(Int(phrases.nameOf[token])) }
        }
        return found
    }

    /// Whom a mention stands for by weight, as if it were a pronoun.
    mutating func owner(of mention: TokenRange, _ head: Int, _ place: Discourse.Place, among: [Int]) -> Owner? {
        let start = Discourse.Place(token: mention.lowerBound, sentence: place.sentence, part: place.part)
        let setting: PronounFeature.Setting = namedInSentence ? .inClause : quotedInSentence ? .afterQuote : .opens
        return owner(
            of: Pronoun(place: start, gender: cast.gender(ofRole: head), form: .subject, setting: setting), among: among)
    }

    /// Of those to whom the article gave this role, and this country or place where the mention has one, whoever is most in
    /// mind; the one named last where nobody of them is.
    mutating func holder(_ mention: TokenRange, _ head: Int, _ place: Discourse.Place) -> Resolved? {
        let role = Self.plainRole(text.lower(head))
        let origin = origin(of: mention, head)
        let named = Set(namesInside(mention).map { cast.memberOf[$0] })
        let wanted = cast.gender(ofRole: head)
        // *the head of state*
        let isOffice = isOffice(mention, head)
        var given = isOffice ? Self.heads.flatMap { withRoles[$0] ?? [] } : withRoles(role)
        if given.isEmpty, Self.counsel.contains(role) { given = known.counsel }
        // *the defendant*: the only one who is on trial.
        if given.isEmpty, role == "defendant" || role == "accused", known.defendants.count == 1 { given = known.defendants }
        let holders = given.filter { number in
            !named.contains(number) && cast.members[number].gender.agrees(with: wanted)
                && (origin.isEmpty || !cast.members[number].origins.isDisjoint(with: origin))
                && lastMention(of: number, before: mention.lowerBound) != nil
        }
        guard !holders.isEmpty else { return nil }
        if let owner = owner(of: mention, head, place, among: holders) {
            return Resolved(
                form: .nominal, member: owner.member, reason: reason(head, owner.member), way: .role,
                margin: owner.margin, distance: owner.distance)
        }
        var latest: (member: Int, at: Int)?
        for number in holders {
            if let at = lastMention(of: number, before: mention.lowerBound), at > latest?.at ?? -1 { latest = (number, at) }
        }
        guard let latest else { return nil }
        return Resolved(
            form: .nominal, member: latest.member, reason: reason(head, latest.member), way: .role, distance: 9)
    }

    /// Those to whom the article gave a role, or a rank that makes them one: a constable is an officer.
    private func withRoles(_ role: String) -> [Int] {
        let own = withRoles[role] ?? []
        guard own.isEmpty, let ranks = Self.ranks[role] else { return own }
        return ranks.flatMap { withRoles[$0] ?? [] }
    }

    private static let ranks = [
        "officer": [
            "constable", "sergeant", "inspector", "detective", "superintendent", "commissioner", "captain", "lieutenant",
            "major", "colonel", "commander", "chief", "sheriff", "deputy", "trooper",
        ],
        "lawyer": ["attorney", "solicitor", "barrister", "counsel", "prosecutor"],
        "attorney": ["solicitor", "barrister", "counsel", "prosecutor"],
        "minister": ["secretary"], "executive": ["head", "boss", "founder"],
        "politician": ["senator", "mayor", "governor", "minister", "president"],
    ]

    private static let counsel: Set = ["counsel", "barrister", "attorney", "prosecutor", "solicitor", "advocate"]
    private static let heads = ["president", "king", "queen", "emperor", "chancellor", "minister", "premier", "leader"]

    private func isOffice(_ mention: TokenRange, _ head: Int) -> Bool {
        text.token(head, is: "head") && head + 2 < mention.upperBound + 1 && head + 2 < text.tokens.count
            && text.token(head + 1, is: "of")
            && (text.token(head + 2, is: "state") || text.token(head + 2, is: "government"))
    }

    func reason(_ head: Int, _ member: Int) -> String { "role:\(text.lower(head))→\(shortName(member))" }

    /// A role that the article gave nobody, but that whoever is most in mind may be called: *the 45-year-old lawyer*, *the
    /// close ally of X* (who is not X). *The Belarusian leader* is somebody of Belarus.
    private mutating func salient(_ mention: TokenRange, _ head: Int, _ place: Discourse.Place) -> Resolved? {
        guard text.token(mention.lowerBound, is: "the"), !unnamed.contains(Self.plainRole(text.lower(head))),
            !isPortfolio(mention, head), !addressesSomebody(mention.upperBound), !isApart(head)
        else { return nil }
        let inside = Set(namesInside(mention).map { cast.memberOf[$0] })
        let isRelation = text.tokens[head].classes.contains(.relation) && !inside.isEmpty
        let origin = origin(of: mention, head)
        guard isRelation || !origin.isEmpty || head == mention.upperBound - 1 || isOffice(mention, head) else { return nil }
        let fitting = discourse.recent.filter { number in
            !inside.contains(number) && !isSomethingElse(number, head)
                && (origin.isEmpty || !cast.members[number].origins.isDisjoint(with: origin))
        }
        // With a place that nobody in mind is of, and with none, it is whoever is spoken of just before.
        let isPlaced = !fitting.isEmpty && !origin.isEmpty
        let political = isPolitical(head) ? fitting.filter(isPolitician) : []
        let among =
            !political.isEmpty
            ? political
            : fitting.isEmpty ? discourse.recent.filter { !inside.contains($0) && !isSomethingElse($0, head) } : fitting
        guard let owner = owner(of: mention, head, place, among: among), isPlaced || owner.distance < 4,
            isPlaced || isRelation || owner.margin >= 24,
            isPlaced || isRelation || !isSomebodyNew(since: Int(discourse.traces[owner.member].token), mention.lowerBound)
        else { return nil }
        return Resolved(
            form: .nominal, member: owner.member, reason: reason(head, owner.member), way: .salience, margin: owner.margin,
            distance: owner.distance)
    }

    /// *the man behind me*: one of many, told by where he is.
    private func isApart(_ head: Int) -> Bool {
        head + 1 < text.tokens.count && text.tokens[head + 1].classes.contains(.preposition)
            && ["man", "woman", "girl", "boy", "person"].contains { text.token(head, is: $0) }
    }

    /// *The doctor has told him to rest*: whoever is most in mind is who is spoken to.
    private func addressesSomebody(_ past: Int) -> Bool {
        (past..<min(past + 4, text.tokens.count)).contains { at in
            at > past && text.tokens[at - 1].classes.contains(.cue)
                && (text.token(at, is: "him") || text.token(at, is: "her"))
                && !(text.token(at, is: "her") && phrases.isPossessor(at, sentenceEnd))
        }
    }

    /// *The senator* is rather *Anna Berg, Democrat of Ohio* than the head of a company.
    private func isPolitician(_ member: Int) -> Bool {
        cast.members[member].roles.contains { $0.contains(where: isPolitical) }
    }

    private func isPolitical(_ head: Int) -> Bool {
        Self.politicians.contains(Self.plainRole(text.lower(head)))
    }

    private static let politicians: Set = [
        "senator", "representative", "lawmaker", "governor", "democrat", "republican", "politician", "deputy", "legislator",
        "congressman", "congresswoman", "member", "councillor", "mayor", "minister",
    ]

    /// *the health secretary*: an office so well told that whoever has it would be said to.
    private func isPortfolio(_ mention: TokenRange, _ head: Int) -> Bool {
        guard head > mention.lowerBound + 1, text.token(head, is: "minister") || text.token(head, is: "secretary") else {
            return false
        }
        let before = text.tokens[head - 1]
        return before.isWord && !before.isCapital && phrases.nameOf[head - 1] < 0
            && !["former", "prime", "first", "then", "ex"].contains(text.lower(head - 1))
    }

    /// *Next to her, a colleague nodded. “No,” the man said*: whether somebody without a name entered since a token.
    private func isSomebodyNew(since token: Int, _ here: Int) -> Bool {
        guard token >= 0 else { return false }
        return (max(token + 1, here - 60)..<max(token + 1, here)).contains { at in
            guard !text.isQuoted(at), phrases.nameOf[at] < 0,
                text.token(at, is: "a") || text.token(at, is: "an") || text.token(at, is: "another"),
                at == 0 || opensClause(at), let past = phrases.phrase(from: at, before: here),
                phrases.nameOf[past - 1] < 0, past < text.tokens.count, text.tokens[past].kind != .comma
            else { return false }
            return (at + 1..<min(past, at + 4)).contains { text.tokens[$0].isAny(of: [.role, .relation]) }
        }
    }

    /// Whether a token is the first of its sentence, or stands after a comma that no name is before.
    private func opensClause(_ at: Int) -> Bool {
        let before = text.tokens[at - 1]
        return before.kind == .stop || before.kind == .mark
            || before.kind == .comma && at > 1 && phrases.nameOf[at - 2] < 0
            || before.classes.contains(.conjunction)
    }

    /// Whether the article gave somebody a trade and the words name another: *the guard* is not *the founder, Tom Reed*.
    ///
    /// Who asks or judges in court is not *the witness*.
    func isSomethingElse(_ member: Int, _ head: Int) -> Bool {
        if Self.heard.contains(where: { text.token(head, is: $0) }), isOfCourt(member) { return true }
        // *the boy* is no man of 34.
        if cast.members[member].age > 19,
            ["boy", "girl", "teenager", "child"].contains(where: { text.token(head, is: $0) })
        {
            return true
        }
        guard !isAge(head), !text.tokens[head].classes.contains(.relation),
            !Self.general.contains(Self.plainRole(text.lower(head)))
        else { return false }
        return cast.members[member].roles.contains { roles in
            roles.contains { text.tokens[$0].classes.contains(.role) && !text.tokens[$0].classes.contains(.relation) }
        }
    }

    /// *Harriet Lindo KC, counsel to the inquiry*
    private func isOfCourt(_ member: Int) -> Bool {
        cast.members[member].isCounsel
            || cast.members[member].roles.contains { roles in
                roles.contains { Self.court.contains(Self.plainRole(text.lower($0))) }
            }
    }

    private static let heard: [StaticString] = ["witness", "defendant", "accused", "suspect", "plaintiff"]
    private static let court: Set = [
        "counsel", "attorney", "barrister", "solicitor", "prosecutor", "judge", "magistrate", "coroner", "justice",
    ]

    /// What anybody may be called beside their trade.
    private static let general: Set = [
        "leader", "politician", "candidate", "nominee", "official", "lawmaker", "republican", "democrat", "billionaire",
        "mogul", "businessman", "businesswoman", "man", "woman", "boy", "girl", "star", "front-runner", "frontrunner",
        "veteran", "native", "head", "chief", "author", "speaker", "representative", "senator", "governor", "contender",
        "rival", "hopeful", "winner", "champion", "person", "father", "mother", "incumbent", "challenger", "president",
        "secretary", "defendant", "suspect", "witness", "victim", "owner", "tycoon", "executive", "expert", "scientist",
        "researcher", "conservative", "liberal", "teenager", "youngster", "newcomer", "pensioner", "player", "athlete",
        "resident", "local", "guest", "graduate", "academic", "member", "employee", "worker",
    ]

    /// The countries and places that a mention's capital words name: *the Belarusian leader*, *the Vermont senator*.
    private func origin(of mention: TokenRange, _ head: Int) -> Set<Int32> {
        Set(mention.prefix { text.tokens[$0].kind != .comma }.compactMap { $0 == head ? nil : cast.origin(at: $0) })
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
        case "sgt": "sergeant"
        case "capt": "captain"
        case "lt": "lieutenant"
        case "col": "colonel"
        case "insp": "inspector"
        case "supt": "superintendent"
        case "cllr", "cllr.", "councilor", "councilman", "councilwoman": "councillor"
        case "rev", "fr", "fr.": "reverend"
        case "pc", "wpc": "constable"
        case "sen.", "sens.": "senator"
        case "gov.", "govs.": "governor"
        case "rep.", "reps.", "representative", "congressman", "congresswoman": "representative"
        case "gen.": "general"
        case "col.": "colonel"
        case "lt.": "lieutenant"
        case "sgt.": "sergeant"
        case "capt.": "captain"
        case "adm.": "admiral"
        case "dr.", "dr": "doctor"
        case "prof.", "prof": "professor"
        case "rev.": "reverend"
        case "pres.": "president"
        case "atty.", "lawyer": "attorney"
        case "chairman", "chairwoman", "chairperson": "chair"
        case "spokesman", "spokeswoman": "spokesperson"
        case "advisor": "adviser"
        case "premier": "minister"
        default: word
        }
    }
}
