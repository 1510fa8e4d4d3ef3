import DocumentModel
import EnglishModel

/// Speakers told by whom they belong to or what they are called: *his brother*, *the Uruguayan*, *a man who gave his name as*.
extension Speakers {
    /// *said one of them, the actress Anna Berg*; *Norvik director of music Tom Reed*: the name that a description leads to.
    func nameBehind(_ mention: TokenRange, _ head: Int) -> Int? {
        guard phrases.nameOf[head] < 0,
            text.tokens[head].isAny(of: [.role, .relation, .title]) || text.token(head, is: "one")
        else { return nil }
        if let last = mention.last, let name = phrases.name(at: last), name.kind == .person,
            name.tokens.lowerBound > head + 1
        {
            let at = (name.title?.lowerBound ?? name.tokens.lowerBound) - 1
            let before = text.tokens[at]
            // *Minister for Water Resources Anna Berg*, *head of Norvik Council Anna Berg*
            let isOffice =
                (head + 1..<max(at, head + 1)).contains { text.tokens[$0].classes.contains(.preposition) }
                && !text.tokens[head].isAny(of: [.people, .voice])
            // *The widow of the goalkeeper Karl Brandt* is not he.
            let isKin = Self.kinship.contains(text.lower(head)) && text.tokens[head + 1].classes.contains(.preposition)
            if before.isWord, !before.isCapital || isOffice, !before.isAny(of: .function), !isKin,
                !text.tokens[head].classes.contains(.relation)
            {
                return member(at: last)
            }
        }
        // *A partner there, Anna Berg,*
        let isThere = mention.upperBound < text.tokens.count && text.token(mention.upperBound, is: "there")
        let comma = isThere ? mention.upperBound + 1 : mention.upperBound
        guard comma + 1 < text.tokens.count, text.tokens[comma].kind == .comma else { return nil }
        var at = comma + 1
        while at < min(comma + 6, text.tokens.count), phrases.nameOf[at] < 0 {
            // *The spokesperson, SP Anna Berg, said*
            let isRank = text.tokens[at].shape.contains(.allCapitals) && text.bytes(of: at).count < 5
            guard text.tokens[at].isWord, isRank || text.tokens[at].isAny(of: [.determiner, .role, .title, .relation])
            else { return nil }
            at += 1
        }
        guard at < text.tokens.count, let name = phrases.name(at: at), name.kind == .person, name.tokens.lowerBound == at
        else { return nil }
        let past = name.tokens.upperBound
        let isApart =
            past >= text.tokens.count || text.tokens[past].kind == .comma || text.tokens[past].kind == .stop
        return isApart ? member(at: at) : nil
    }

    /// Whether a mention is of somebody who speaks for a person, told by their office: *a spokeswoman for the former mayor, Tom
    /// Reed*, *a spokesman for the Norvik attorney*.
    func isForSomebody(_ mention: TokenRange, _ head: Int) -> Bool {
        guard phrases.nameOf[head] < 0, text.tokens[head].classes.contains(.voice), head + 2 < mention.upperBound,
            text.token(head + 1, is: "for"), !text.tokens[head].classes.contains(.people)
        else { return false }
        let inner = (head + 2..<mention.upperBound).prefix { text.tokens[$0].kind != .comma }
        guard let office = inner.last, phrases.nameOf[office] < 0, text.tokens[office].isAny(of: .role),
            !text.tokens[office].isAny(of: [.body, .people])
        else { return false }
        if office + 1 >= mention.upperBound { return true }
        guard let name = phrases.name(at: mention.upperBound - 1), name.kind == .person, name.tokens.lowerBound > office,
            let member = member(at: name.tokens.lowerBound)
        else { return false }
        return inner.contains { text.token($0, is: "former") || text.token($0, is: "late") }
            || !cast.members[member].gender.agrees(with: cast.gender(ofRole: head))
    }

    /// *a man who gave his name only as Bohdan*: what somebody without another name is called.
    func namedAs(_ mention: TokenRange) -> Resolved? {
        guard ["a", "an", "one", "another"].contains(where: { text.token(mention.lowerBound, is: $0) }) else { return nil }
        let first = firstName(from: mention.lowerBound)
        let past = firstName(from: min(mention.lowerBound + 16, sentenceEnd))
        guard first < past else { return nil }
        for index in first..<past {
            let name = names[index]
            guard name.kind == .person, cast.memberOf[index] >= 0, name.tokens.lowerBound > mention.lowerBound + 3,
                isCalled(by: name),
                (mention.lowerBound..<name.tokens.lowerBound).contains(where: { at in
                    Self.naming.contains { text.token(at, is: $0) }
                })
            else { continue }
            return Resolved(form: .name, member: cast.memberOf[index], reason: "apposition", way: .apposition)
        }
        return nil
    }

    /// *as Bohdan*; *only his first name, Bohdan*; *her name is Bohdana*
    private func isCalled(by name: Name) -> Bool {
        let before = name.tokens.lowerBound - 1
        if text.token(before, is: "as") || text.token(before, is: "called") || text.token(before, is: "named") {
            return true
        }
        return before > 0 && (text.token(before - 1, is: "name") || text.token(before - 1, is: "sign"))
            && (text.tokens[before].kind == .comma || text.tokens[before].isAny(of: .be))
    }

    private static let naming: [StaticString] = ["name", "sign", "known", "signs", "identified", "called", "named"]

    /// *the Uruguayan*: whoever is of that country, or is most in mind of those of whom the article does not say where they are
    /// from.
    mutating func national(_ mention: TokenRange, _ head: Int, _ name: Name, _ place: Discourse.Place) -> Resolved? {
        guard text.token(mention.lowerBound, is: "the"), name.tokens.lowerBound == mention.lowerBound + 1,
            name.tokens.upperBound == mention.upperBound, isOfOne(head)
        else { return nil }
        let people = discourse.recent.filter { cast.members[$0].kind == .person }
        let compatriots = people.filter { name.country >= 0 && cast.members[$0].origins.contains(Int32(name.country)) }
        let among = compatriots.isEmpty ? people.filter { cast.members[$0].origins.isEmpty } : compatriots
        guard let owner = owner(of: mention, head, place, among: among), !compatriots.isEmpty || owner.distance < 4 else {
            return nil
        }
        return Resolved(
            form: .nominal, member: owner.member, reason: "role:\(text.string(of: head))→\(shortName(owner.member))",
            way: .salience, margin: owner.margin, distance: owner.distance)
    }

    /// *Uruguayan*, *Swede*, not *French* or *Swedes*.
    private func isOfOne(_ head: Int) -> Bool {
        let word = text.lower(head)
        return ["an", "er", "i", "iard", "man", "woman"].contains { word.hasSuffix($0) }
            || [
                "swede", "dane", "finn", "pole", "turk", "briton", "scot", "greek", "czech", "croat", "serb", "slovak",
                "thai", "basque", "catalan", "kurd", "arab", "filipino", "kiwi", "aussie",
            ].contains(word)
    }

    /// *the CFO*, after *Chief Financial Officer Anna Berg*: whose office has these initials.
    func officer(_ mention: TokenRange, _ head: Int) -> Resolved? {
        let letters = Array(text.bytes(of: head))
        guard mention.count == 2, text.token(mention.lowerBound, is: "the"), (2...4).contains(letters.count),
            text.tokens[head].shape.contains(.allCapitals)
        else { return nil }
        let holders = known.byInitials[Word.lowercased(letters[...])] ?? []
        guard let last = spoken.suffix(Self.memory).last(where: { holders.contains($0.member) })?.member ?? holders.first,
            holders.count == 1 || spoken.suffix(Self.memory).contains(where: { $0.member == last })
        else { return nil }
        return Resolved(
            form: .nominal, member: last, reason: "role:\(text.string(of: head))→\(shortName(last))", way: .role,
            distance: 1)
    }

    /// *the 54-year-old*: the only one who is as old.
    func aged(_ mention: TokenRange, _ head: Int) -> Resolved? {
        guard text.token(mention.lowerBound, is: "the"), isAge(head), case let age = cast.age(at: head), age > 0 else {
            return nil
        }
        guard let aged = known.byAge[age], aged.count == 1 else { return nil }
        return Resolved(
            form: .nominal, member: aged[0], reason: "role:\(text.lower(head))→\(shortName(aged[0]))", way: .role,
            distance: 1)
    }

    /// *his brother*, *her husband*: the only other one who bears the same family name.
    func kin(_ mention: TokenRange, _ head: Int) -> Resolved? {
        guard mention.count == 2, let possessor, possessor.token == mention.lowerBound,
            Self.kinship.contains(text.lower(head)), let family = cast.family(of: possessor.member)
        else { return nil }
        let gender = cast.gender(ofRole: head)
        let kin = cast.members.indices.filter { number in
            number != possessor.member && cast.members[number].kind == .person && cast.family(of: number) == family
                && cast.members[number].gender.agrees(with: gender)
        }
        guard kin.count == 1 else { return nil }
        return Resolved(
            form: .nominal, member: kin[0], reason: "role:\(text.lower(head))→\(shortName(kin[0]))", way: .role,
            distance: 1)
    }

    private static let kinship: Set = [
        "brother", "sister", "husband", "wife", "father", "mother", "son", "daughter", "uncle", "aunt", "cousin", "nephew",
        "niece", "twin", "brother-in-law", "sister-in-law", "son-in-law", "daughter-in-law", "father-in-law",
        "mother-in-law",
        "half-brother", "half-sister", "grandfather", "grandmother", "grandson", "granddaughter", "widow", "widower",
    ]
}
