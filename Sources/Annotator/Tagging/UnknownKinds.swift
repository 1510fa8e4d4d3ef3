import DocumentModel
import EnglishModel

/// Whether a name that no list knows is a person's or a body's, told by what the whole article makes of it: the tagger sees a
/// few words around each place and takes most invented names for people.
extension LearnedNames {
    /// What speaks for a body and for a person, over all places of one name.
    private struct Signs {
        var places: [Int] = []
        /// What a body alone can have.
        var body = 0
        /// Those of these signs that no place or work has.
        var firm = 0
        /// What a place may have too: *it*, *which*.
        var thing = 0
        var person = 0
        var isBodySomewhere = false
        var isPersonSomewhere = false
        var isPlaceSomewhere = false
        /// Whether it says something somewhere.
        var isSpeaker = false
    }

    /// Gives all places of a name one kind where the article leaves no doubt.
    func settleKinds(of names: inout [Name]) {
        takeShops(&names)
        var parts = partsOfPeople(names)
        for name in names where name.kind == .location && isBehindPreposition(name.tokens.lowerBound) {
            parts.remove(text.lower(name.tokens.lowerBound))
        }
        var signs: [String: Signs] = [:]
        var order: [String] = []
        for (index, name) in names.enumerated() {
            if name.tokens.count > 1, name.kind == .organisation, isDescribed(name), isOfPlainWords(name) {
                names[index] = named(name.tokens, .person)
                continue
            }
            guard isUnlisted(name) else {
                // *Mr. Varga*, elsewhere *Varga* alone.
                if name.kind == .person, name.title != nil || name.gender != .unknown {
                    signs[text.string(of: name.tokens).lowercased(), default: Signs()].person += 2
                }
                continue
            }
            if isDescribed(name) {
                if name.kind != .person { names[index] = named(name.tokens, .person) }
                continue
            }
            let key = text.string(of: name.tokens).lowercased()
            if name.tokens.count == 1, parts.contains(key) {
                // *Anna thinks*, taken for a place, where the article names Anna Berg.
                if name.kind != .person, !isBehindPreposition(name.tokens.lowerBound), !isHeading[name.tokens.lowerBound],
                    !text.tokens[name.tokens.lowerBound].shape.contains(.allCapitals)
                {
                    names[index] = named(name.tokens, .person)
                }
                continue
            }
            if signs[key]?.places.isEmpty ?? true { order.append(key) }
            weigh(index, names, &signs[key, default: Signs()])
        }
        nameAfterBodies(&names, signs.filter { $0.value.person > 0 })
        for key in order {
            guard let sign = signs[key], sign.person == 0, let kind = kind(sign) else { continue }
            for index in sign.places where names[index].kind != kind {
                if names[index].kind != .person, sign.firm == 0 { continue }
                names[index] = named(names[index].tokens, kind)
            }
        }
    }

    /// *Norvik*, *Norvik Mobility*: where the article has one of them as a body, the other is that body too.
    private func nameAfterBodies(_ names: inout [Name], _ people: [String: Signs]) {
        var firsts: Set<String> = []
        var singles: Set<String> = []
        for name in names where name.kind == .organisation && isUnlisted(name) && !isHeading[name.tokens.lowerBound] {
            let first = text.lower(name.tokens.lowerBound)
            if name.tokens.count == 1 { singles.insert(first) } else { firsts.insert(first) }
        }
        for index in names.indices where names[index].kind != .organisation && isUnlisted(names[index]) {
            let name = names[index]
            let last = text.tokens[name.tokens.upperBound - 1]
            let first = text.lower(name.tokens.lowerBound)
            let isTown = text.token(name.tokens.upperBound - 1, is: "town")
            guard name.kind == .person || isTown && name.tokens.count > 1 else { continue }
            guard people[text.string(of: name.tokens).lowercased()] == nil, people[first] == nil else { continue }
            if name.tokens.count == 1
                ? firsts.contains(first) && !isBehindPreposition(name.tokens.lowerBound)
                    && !text.tokens[name.tokens.lowerBound].isAny(of: .familyName)
                : singles.contains(first) && !last.isAny(of: [.locationHead, .facilityHead, .familyName])
                    || singles.contains(first) && isTown
            {
                names[index] = named(name.tokens, .organisation)
            }
        }
    }

    private func kind(_ sign: Signs) -> EntityKind? {
        if sign.body > 1 { return .organisation }
        if sign.isPersonSomewhere, sign.isBodySomewhere || sign.thing > 1 && (sign.isSpeaker || !sign.isPlaceSomewhere) {
            return .organisation
        }
        return nil
    }

    /// A name of which no list knows whether it is a person's or a place's.
    private func isUnlisted(_ name: Name) -> Bool {
        switch name.kind {
        case .person, .location, .organisation, .miscellaneous, .facility: break
        default: return false
        }
        guard name.tokens.count < 4, name.title == nil, name.gender == .unknown, name.country < 0 else { return false }
        // *Kestrel Urban*: a given name that comes last is none.
        let last = name.tokens.count > 1 ? name.tokens.upperBound - 1 : -1
        return name.tokens.allSatisfy { at in
            text.tokens[at].isWord && text.tokens[at].isCapital
                && !text.tokens[at].isAny(of: [.familyNameFirst, .country, .place, .demonym, .particle])
                && (at == last || !text.tokens[at].isAny(of: .givenName))
        }
    }

    /// The words of people named in full.
    private func partsOfPeople(_ names: [Name]) -> Set<String> {
        var parts: Set<String> = []
        for name in names
        where name.kind == .person && name.tokens.count > 1 && !isHeading[name.tokens.lowerBound] {
            for at in name.tokens { parts.insert(text.lower(at)) }
        }
        return parts
    }

    private func isBehindPreposition(_ at: Int) -> Bool { at > 0 && text.tokens[at - 1].classes.contains(.preposition) }

    /// *His daughter, Lucija,*; *its chairman, Sal Cavallaro*: after a word for one person and a comma.
    private func isDescribed(_ name: Name) -> Bool {
        let first = name.tokens.lowerBound
        guard name.kind != .person, first > 2, text.tokens[first - 1].kind == .comma, !text.isQuoted(first) else {
            return false
        }
        if name.tokens.count > 1, isBehindOffice(first - 1),
            !text.tokens[name.tokens.upperBound - 1].isAny(of: [.organisationHead, .locationHead, .facilityHead])
        {
            return true
        }
        let isCalled = ["name", "sign", "nickname", "pseudonym"].contains { text.token(first - 2, is: $0) }
        guard text.tokens[first - 2].isWord, !text.tokens[first - 2].isCapital,
            isCalled || text.tokens[first - 2].isAny(of: [.role, .relation]),
            !text.tokens[first - 2].isAny(of: [.body, .people, .outletNoun, .voice]),
            !Self.maybeBodies.contains(text.lower(first - 2)),
            !text.tokens[name.tokens.upperBound - 1].isAny(of: [.organisationHead, .locationHead, .facilityHead])
        else { return false }
        return (max(0, first - 6)..<first - 2).contains { at in
            text.tokens[at].classes.contains(.possessive) || text.tokens[at].kind == .clitic || text.token(at, is: "the")
        }
    }

    /// *the chair of the council, Ottoline Brask*: after one person's office in a body, and a comma.
    private func isBehindOffice(_ comma: Int) -> Bool {
        guard comma > 3,
            let of = (max(2, comma - 6)..<comma).last(where: {
                text.token($0, is: "of") || text.token($0, is: "for") || text.token($0, is: "at")
            }), (of..<comma).allSatisfy({ text.tokens[$0].isWord && !text.tokens[$0].isAny(of: [.auxiliary, .cue]) }),
            text.tokens[of - 1].isWord, !text.tokens[of - 1].isCapital,
            text.tokens[of - 1].isAny(of: [.role, .relation]),
            !text.tokens[of - 1].isAny(of: [.body, .people, .outletNoun, .voice, .locationHead]),
            !Self.maybeBodies.contains(text.lower(of - 1))
        else { return false }
        return text.token(of - 2, is: "the") || text.tokens[of - 2].classes.contains(.possessive)
            || text.tokens[of - 2].kind == .clitic
    }

    /// Words for who does something, a person or a firm.
    private static let maybeBodies: Set = [
        "applicant", "respondent", "claimant", "plaintiff", "defendant", "appellant", "bidder", "buyer", "seller", "winner",
        "tenant", "landlord", "client", "creditor", "importer", "exporter",
        "owner", "operator", "publisher", "sponsor", "organiser", "organizer", "supplier", "employer", "builder",
        "contractor", "developer", "backer", "rival", "partner", "competitor", "opponent", "investor", "broker", "insider",
        "observer", "guest", "member", "star", "champion", "winner", "neighbour", "neighbor", "ally", "miner", "brewer",
        "distiller", "grocer", "broadcaster", "donor", "tenant", "landlord", "buyer", "seller", "native", "forward", "lock",
        "prop", "opener", "marine", "host", "successor", "predecessor", "baby", "child",
    ]

    private func weigh(_ index: Int, _ names: [Name], _ sign: inout Signs) {
        let name = names[index]
        sign.places.append(index)
        switch name.kind {
        case .person: sign.isPersonSomewhere = true
        case .organisation: sign.isBodySomewhere = true
        case .location, .facility: sign.isPlaceSomewhere = true
        default: break
        }
        guard !isHeading[name.tokens.lowerBound] else { return }
        let first = name.tokens.lowerBound
        let past = name.tokens.upperBound
        if name.tokens.count > 1,
            text.tokens[past - 1].isAny(of: .organisationHead) && !text.tokens[past - 1].isAny(of: .familyName)
                || text.tokens[first].classes.contains(.organisationFirst)
        {
            sign.body += 2
        }
        if name.tokens.count == 1, hasInnerCapital(first) || isBehindBodyNoun(first) || isSpokenFor(first, past) {
            sign.body += 2
            sign.firm += 2
        }
        if name.tokens.count == 2, isBehindBodyNoun(first) || isSpokenFor(first, past) { sign.body += 2 }
        guard past < text.tokens.count, !text.isQuoted(first) else { return }
        if text.tokens[past].kind == .comma, past + 1 < text.tokens.count {
            if text.token(past + 1, is: "which") { sign.thing += 2 }
            if text.token(past + 1, is: "who") { sign.person += 2 }
        }
        if text.token(past, is: "who") || isAged(name.tokens) || isBehindRole(first) { sign.person += 2 }
        weighPronouns(after: name, names, &sign)
    }

    /// *Norvik said it was sorry*: the first pronoun of a sentence whose subject a name is.
    private func weighPronouns(after name: Name, _ names: [Name], _ sign: inout Signs) {
        let first = name.tokens.lowerBound
        let past = name.tokens.upperBound
        let opens =
            first == 0 || text.tokens[first - 1].kind == .stop || text.tokens[first - 1].kind == .mark
            || text.tokens[first - 1].kind == .comma || text.isQuoted(first - 1)
        let next = text.tokens[past]
        guard opens || sentence(at: first).map({ says(past, $0) }) ?? false,
            next.kind == .comma || next.isWord && !next.isCapital,
            !next.isAny(of: [.preposition, .conjunction])
        else { return }
        guard let sentence = sentence(at: first) else { return }
        if says(past, sentence) { sign.isSpeaker = true }
        if isWhatItIs(past, sentence) {
            sign.body += name.tokens.count == 1 ? 2 : 1
            sign.firm += name.tokens.count == 1 ? 2 : 0
        }
        var isOwn = true
        for at in past..<min(past + 40, text.tokens.count) {
            let token = text.tokens[at]
            if token.kind == .stop, token.end - token.start == 1 {
                // The next sentence may go on with it.
                guard isOwn, at + 1 < text.tokens.count else { return }
                isOwn = false
                let next = at + 1
                if text.token(next, is: "he") || text.token(next, is: "she") { sign.person += 1 }
                if text.token(next, is: "it") || text.token(next, is: "its") { sign.thing += 1 }
                return
            }
            if text.isQuoted(at) { continue }
            if ruleOfPerson(at, names) { return }
            if token.isAny(of: [.pronoun, .possessive]) {
                if text.token(at, is: "he") || text.token(at, is: "she") || text.token(at, is: "his")
                    || text.token(at, is: "her") || text.token(at, is: "him") || text.token(at, is: "himself")
                    || text.token(at, is: "herself")
                {
                    sign.person += 2
                    return
                }
                if text.token(at, is: "it") && !text.tokens[at - 1].classes.contains(.preposition)
                    || text.token(at, is: "its") || text.token(at, is: "itself")
                {
                    sign.thing += 2
                    return
                }
            }
        }
    }

    /// Whether another name that begins at a token is a person's, to whom pronouns behind it may belong.
    private func ruleOfPerson(_ at: Int, _ names: [Name]) -> Bool {
        guard text.tokens[at].isCapital else { return false }
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.lowerBound < at { low = middle + 1 } else { high = middle }
        }
        return low < names.count && names[low].tokens.lowerBound == at && names[low].kind != .date
    }

    private func sentence(at token: Int) -> TokenRange? {
        var low = 0
        var high = text.sentences.count
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < text.sentences.count ? text.sentences[low] : nil
    }

    /// *NorthJet*, *PlaySure*: a capital inside, as no person's name but *McRae* or *DeLuca* has it.
    private func hasInnerCapital(_ at: Int) -> Bool {
        let bytes = Array(text.bytes(of: at))
        guard bytes.count > 4,
            let inner = (2..<bytes.count).first(where: {
                Tokenizer.isCapital(bytes[$0]) && Tokenizer.isSmall(bytes[$0 - 1])
            })
        else { return false }
        return inner > 3
            || inner == 3
                && !["mac", "van", "von", "del", "dal", "fit"].contains {
                    Word.lowercased(bytes[0..<3]).elementsEqual($0.utf8)
                }
    }

    /// *Smartphone maker Norvik*, *The maker, Norvik*: after a word for a body.
    private func isBehindBodyNoun(_ first: Int) -> Bool {
        guard first > 0, !text.isQuoted(first) else { return false }
        let isApart = text.tokens[first - 1].kind == .comma
        let noun = first - (isApart ? 2 : 1)
        guard noun >= 0, text.tokens[noun].isWord, !text.tokens[noun].isCapital || sentence(at: noun)?.lowerBound == noun,
            text.tokens[noun].isAny(of: [.body, .outletNoun]) || Self.firms.contains(text.lower(noun)),
            !text.tokens[noun].isAny(of: [.locationHead, .people, .time]), !Self.lands.contains(text.lower(noun))
        else { return false }
        guard isApart else { return !text.tokens[noun].isAny(of: .role) || Self.firms.contains(text.lower(noun)) }
        return !isBehindOffice(first - 1)
            && (max(0, noun - 4)..<noun).contains {
                text.token($0, is: "the") || text.token($0, is: "its") || text.token($0, is: "whose")
                    || text.tokens[$0].kind == .clitic
            }
    }

    static let firms: Set = [
        "maker", "manufacturer", "operator", "developer", "supplier", "retailer", "distributor", "publisher", "owner",
        "builder", "contractor", "provider", "insurer", "consultants", "solicitors", "architects", "brewer", "label",
        "startup", "start-up", "giant", "giants", "importer", "exporter", "applicant", "bidder", "utility",
    ]
    /// Bodies that are places.
    private static let lands: Set = [
        "country", "nation", "city", "town", "village", "county", "province", "state", "republic", "kingdom", "port",
        "site",
        "camp", "side", "family", "house", "school",
    ]

    /// *the trainer Anna*, *her brother Karl*
    private func isBehindRole(_ first: Int) -> Bool {
        guard first > 0 else { return false }
        let before = text.tokens[first - 1]
        return before.isWord && before.isAny(of: [.role, .relation, .title])
            && !before.isAny(of: [.body, .people, .outletNoun]) && !Self.firms.contains(text.lower(first - 1))
            && !Self.maybeBodies.contains(text.lower(first - 1))
    }

    /// *a spokeswoman for Norvik*, *Norvik's customers*
    private func isSpokenFor(_ first: Int, _ past: Int) -> Bool {
        if first > 1, text.token(first - 1, is: "for") || text.token(first - 1, is: "at"),
            text.tokens[first - 2].classes.contains(.voice)
        {
            return true
        }
        guard past + 1 < text.tokens.count else { return false }
        if text.tokens[past].classes.contains(.voice), !text.tokens[past].isCapital { return true }
        return text.tokens[past].kind == .clitic
            && ["shares", "customers", "shareholders", "investors", "headquarters", "website", "app", "stores", "products"]
                .contains(text.lower(past + 1))
    }

    /// *Donovan's, whose boxes have shrunk, said*: a shop that is called by whose it is.
    private func takeShops(_ names: inout [Name]) {
        let kinds: Set<EntityKind> = [.person, .organisation, .location, .miscellaneous, .product]
        for index in names.indices where kinds.contains(names[index].kind) {
            let clitic = names[index].tokens.upperBound
            guard names[index].tokens.count == 1, names[index].title == nil, clitic < text.tokens.count, !isHeading[clitic],
                !text.isQuoted(clitic), let sentence = sentence(at: clitic),
                names[index].tokens.lowerBound == sentence.lowerBound, isShop(clitic, sentence)
            else { continue }
            names[index] = Name(tokens: names[index].tokens.lowerBound..<clitic + 1, kind: .organisation)
        }
    }
}
