import DocumentModel
import EnglishModel

/// Names that agree with each other: who is called so in one place is the same, and of one kind, in another.
extension LearnedNames {
    /// Gives names the kinds that others of the article tell: *Varga* of *Anna Varga*, *Wang [Yi]*.
    func agree(_ names: inout [Name]) {
        let families = familyNames(names)
        // *Ms Brask*, before or after *Ottoline Brask* that was taken for a body.
        let titled = Set(
            names.lazy.filter { $0.kind == .person && $0.tokens.count == 1 && self.isGendered($0) }
                .map { text.lower($0.tokens.lowerBound) })
        let bearers = bearers(names)
        for index in names.indices {
            let name = names[index]
            // *Striker Berg* where the article has *Anna Berg*.
            if name.kind == .person, name.tokens.count == 2, isRole(name.tokens.lowerBound),
                !text.tokens[name.tokens.lowerBound + 1].isAny(of: .particle),
                isBearer(name.tokens.upperBound - 1, names)
            {
                names[index] = named(name.tokens.lowerBound + 1..<name.tokens.upperBound, .person)
                continue
            }
            if name.kind == .organisation || name.kind == .location || name.kind == .miscellaneous,
                name.tokens.count == 2 || name.tokens.count == 3, titled.contains(text.lower(name.tokens.upperBound - 1)),
                isOfPlainWords(name)
            {
                names[index] = named(name.tokens, .person)
                continue
            }
            // *Varga* where the article has Anna Varga, though it has *Varga University* too.
            if name.kind == .organisation, name.tokens.count == 1, bearers[text.lower(name.tokens.lowerBound)] ?? false,
                text.tokens[name.tokens.lowerBound].classes.isDisjoint(with: [.organisation, .place, .country])
            {
                names[index] = named(name.tokens, .person)
                continue
            }
            // A name that ends as somebody's in the article does is a person's where the rules find one too.
            if name.kind == .location || name.kind == .miscellaneous,
                families.contains(text.lower(name.tokens.upperBound - 1)),
                let rule = rule(at: name.tokens), rules[rule].kind == .person
            {
                names[index] = named(name.tokens, .person)
                continue
            }
            guard index > 0, names[index - 1].kind == .person, name.tokens.count == 1,
                name.tokens.lowerBound == names[index - 1].tokens.upperBound + 1,
                text.tokens[name.tokens.lowerBound - 1].kind == .openBracket
            else { continue }
            let bracket = Int(text.tokens[name.tokens.lowerBound - 1].start)
            if text.bytes[bracket] == UInt8(ascii: "[") { names[index] = named(name.tokens, .person) }
        }
    }

    /// Whether a name stands behind *Mr*, *Ms* or another title that tells a man from a woman.
    private func isGendered(_ name: Name) -> Bool {
        name.title.map { text.tokens[$0.upperBound - 1].isAny(of: [.masculine, .feminine]) } ?? false
    }

    /// Whether no word of a name is one that bodies and places end in.
    func isOfPlainWords(_ name: Name) -> Bool {
        name.tokens.allSatisfy { at in
            text.tokens[at].isWord && text.tokens[at].isCapital
                && !text.tokens[at].isAny(of: [.organisationHead, .locationHead, .facilityHead])
        }
    }

    /// Family names of people who are named in full more often than a body whose name begins so: *Varga* of *Anna Varga* and
    /// *Varga University*.
    private func bearers(_ names: [Name]) -> [String: Bool] {
        var people: [String: Int] = [:]
        var bodies: [String: Int] = [:]
        for name in names where name.tokens.count > 1 && !isHeading[name.tokens.lowerBound] {
            if name.kind == .person { people[text.lower(name.tokens.upperBound - 1), default: 0] += 1 }
            if name.kind == .organisation { bodies[text.lower(name.tokens.lowerBound), default: 0] += 1 }
        }
        return Dictionary(uniqueKeysWithValues: people.map { ($0.key, $0.value > bodies[$0.key] ?? 0) })
    }

    /// Whether somebody named in full, without an occupation, has a token for a family name.
    private func isBearer(_ family: Int, _ names: [Name]) -> Bool {
        names.contains { name in
            name.kind == .person && name.tokens.count > 1 && !isRole(name.tokens.lowerBound)
                && text.lower(name.tokens.upperBound - 1) == text.lower(family)
        }
    }
}
