import DocumentModel
import EnglishModel

/// The people of an article by what it tells of them, found once, so that no mention goes through all of them.
struct KnownPeople {
    /// By their age in years.
    private(set) var byAge: [Int: [Int]] = [:]
    /// By the first letters of an office of several words, small.
    private(set) var byInitials: [[UInt8]: [Int]] = [:]
    /// Those who speak for a side in court.
    private(set) var counsel: [Int] = []
    /// Those who plead, deny or are charged.
    private(set) var defendants: [Int] = []

    init(_ cast: Cast, _ text: AnalysedText, _ names: [Name]) {
        for (number, member) in cast.members.enumerated() where member.kind == .person {
            if member.mentions.prefix(Self.looked).contains(where: { Self.pleads(names[$0].tokens.upperBound, text) }) {
                defendants.append(number)
            }
            if member.age > 0 { byAge[member.age, default: []].append(number) }
            if member.isCounsel { counsel.append(number) }
            for office in Set(member.roles) where (2...4).contains(office.count) {
                let initials = office.compactMap {
                    text.tokens[$0].isWord ? text.bytes(of: $0).first.map { $0 | 0x20 } : nil
                }
                if byInitials[initials]?.last != number { byInitials[initials, default: []].append(number) }
            }
        }
    }

    /// How many mentions of somebody are looked at.
    private static let looked = 40

    /// *Reed, 41, denies*, *Anna Berg has pleaded*: what those do who are on trial, right behind their name.
    private static func pleads(_ past: Int, _ text: AnalysedText) -> Bool {
        for at in past..<min(past + 12, text.tokens.count) {
            if text.tokens[at].kind == .stop || text.isQuoted(at) { return false }
            if pleas.contains(where: { text.token(at, is: $0) }) { return true }
            if text.tokens[at].classes.contains(.cue) { return false }
        }
        return false
    }

    private static let pleas: [StaticString] = [
        "denies", "denied", "pleaded", "pleads", "charged", "convicted", "acquitted",
    ]
}
