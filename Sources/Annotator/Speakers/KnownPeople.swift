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

    init(_ cast: Cast, _ text: AnalysedText) {
        for (number, member) in cast.members.enumerated() where member.kind == .person {
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
}
