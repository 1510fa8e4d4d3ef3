import DocumentModel
import EnglishModel

/// People's names as the tagger has them, with what it took for a part of them.
extension LearnedNames {
    /// The family names of people named in full outside headings: their last words, and the first of those that stand first.
    func familyNames(_ names: [Name]) -> Set<String> {
        var families: Set<String> = []
        for name in names where name.kind == .person && name.tokens.count > 1 && !isHeading[name.tokens.lowerBound] {
            families.insert(text.lower(name.tokens.upperBound - 1))
            if text.tokens[name.tokens.lowerBound].classes.contains(.familyNameFirst) {
                families.insert(text.lower(name.tokens.lowerBound))
            }
        }
        return families
    }

    /// *Anna Berg of Harbour Capital*, taken for one body: the person, and whose she is.
    func withoutBodies(_ learned: [TaggedName]) -> [TaggedName] {
        guard let person = NameTags.kinds.firstIndex(of: .person), let body = NameTags.kinds.firstIndex(of: .organisation)
        else { return learned }
        var result: [TaggedName] = []
        result.reserveCapacity(learned.count)
        for name in learned {
            guard name.tokens.count > 3, name.kind == body || name.kind == person,
                let of = name.tokens.first(where: { text.token($0, is: "of") }), of + 1 < name.tokens.upperBound,
                (2...3).contains(of - name.tokens.lowerBound), isSomebody(name.tokens.lowerBound..<of)
            else {
                result.append(name)
                continue
            }
            result += [
                TaggedName(name.tokens.lowerBound..<of, person), TaggedName(of + 1..<name.tokens.upperBound, body),
            ]
        }
        return result
    }

    /// A given name and a word that no body, place or title ends in.
    private func isSomebody(_ tokens: TokenRange) -> Bool {
        let first = text.tokens[tokens.lowerBound]
        let last = text.tokens[tokens.upperBound - 1]
        let isGiven =
            first.classes.contains(.givenName)
            || rule(at: tokens).map { rules[$0].kind == .person && rules[$0].tokens == tokens } ?? false
        return isGiven && first.classes.isDisjoint(with: [.place, .country, .organisation])
            && tokens.allSatisfy { text.tokens[$0].isWord && text.tokens[$0].isCapital }
            && !last.isAny(of: [.organisationHead, .facilityHead, .locationHead, .title, .role, .body, .place])
    }
}
