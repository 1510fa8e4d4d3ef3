import DocumentModel
import EnglishModel

/// Speakers that are no persons: *the bank*, *the state-owned news outlet*, *the town*, *it*.
extension Speakers {
    /// The body that words stand for: who spoke last or was named last and fits.
    func body(_ mention: TokenRange, _ head: Int) -> Resolved? {
        // *the central bank*, *the rival firm*: another one.
        if mention.contains(where: { at in at < head && Self.apart.contains { text.token(at, is: $0) } }) { return nil }
        let isOutlet = text.tokens[head].classes.contains(.outletNoun)
        let word = text.lower(head)
        func fits(_ member: Int) -> Bool {
            guard cast.members[member].kind == .body else { return false }
            if isOutlet, cast.members[member].isOutlet { return true }
            if cast.members[member].words.last.map({ $0.elementsEqual(word.utf8) }) ?? false { return true }
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
        guard !isOutlet, isPlace || Self.companies.contains(word) else { return nil }
        for index in (max(latest - 7, 0)..<latest + 1).reversed()
        where cast.memberOf[index] >= 0 && names[index].kind == (isPlace ? .location : .organisation)
            && !text.isQuoted(names[index].tokens.lowerBound)
        {
            return found(cast.memberOf[index], .salience)
        }
        return nil
    }

    private static let apart: [StaticString] = [
        "central", "rival", "other", "second", "third", "parent", "sister", "neighbouring", "neighboring",
    ]
    private static let companies: Set = [
        "company", "firm", "group", "organization", "organisation", "agency", "bank", "airline", "manufacturer", "retailer",
        "maker", "carmaker", "operator", "corporation", "charity", "nonprofit",
    ]
    private static let places: Set = ["town", "city", "village", "county", "province", "country", "nation"]

    /// Whether words stand for a body by what it is: *the regulator*, *the union*.
    func isBodyNoun(_ mention: TokenRange) -> Bool {
        let head = phrases.head(of: mention)
        return phrases.nameOf[head] < 0 && text.tokens[head].isAny(of: [.body, .outletNoun])
    }

    /// What *it* stands for: a body that just spoke, or that was the subject before.
    func thing(_ at: Int, _ word: String) -> Resolved {
        func found(_ member: Int) -> Resolved {
            Resolved(form: .pronoun, member: member, reason: "pronoun:\(word)→\(shortName(member))", way: .thing)
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
        {
            return found(cast.memberOf[index])
        }
        return Resolved(form: .pronoun, member: nil, reason: nil, way: .otherPronoun)
    }
}
