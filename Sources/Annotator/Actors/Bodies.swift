import DocumentModel
import EnglishModel

/// Bodies and places under one name, in full or in short.
extension Cast {
    mutating func addBody(_ index: Int, _ name: Name) {
        var words = words(name)
        if words.count > 1, words[0].elementsEqual("the".utf8) { words.removeFirst() }
        for index in words.indices where words[index].contains(UInt8(ascii: ".")) {
            words[index].removeAll { $0 == UInt8(ascii: ".") }
        }
        // *Lumen Foods* and *Lumen Foods AG* are one.
        if name.kind == .organisation {
            while words.count > 1, let last = words.last, Self.legalForms.contains(String(decoding: last, as: UTF8.self)) {
                words.removeLast()
            }
        }
        let key = joined(words)
        if let known = bySpelling[key], members[known].kind == .body {
            memberOf[index] = known
            return
        }
        // *Halvorsen* after *Halvorsen Lines*, where no other body begins so.
        if words.count == 1, let long = byFirstWord[key], name.kind == .organisation {
            memberOf[index] = long
            return
        }
        // *the Inspectorate* after *Planning Inspectorate*, where no other body ends so.
        if words.count == 1, name.kind == .organisation, let longs = byLastWord[key], longs.count == 1 {
            memberOf[index] = longs[0]
            return
        }
        // *Quebrada Honda* beside *Minera Quebrada Honda*, where no other body ends so.
        if words.count > 1, name.kind == .organisation, let last = words.last {
            // *Norvik Pumps* beside *Norvik Pumps Holdings*
            if let long = byFirstWord[words[0]], members[long].words.count != words.count,
                members[long].words.count > 1,
                members[long].words.starts(with: words) || words.starts(with: members[long].words)
            {
                memberOf[index] = long
                bySpelling[key] = long
                if words.count > members[long].words.count { members[long].words = words }
                return
            }
            // Of many that end so none is looked for, so that long texts stay linear.
            let ending = byLastWord[last, default: []]
            let same = (ending.count < 32 ? ending : []).filter {
                members[$0].words.suffix(words.count).elementsEqual(words)
                    || words.suffix(members[$0].words.count).elementsEqual(members[$0].words)
            }
            if same.count == 1, let known = same.first {
                memberOf[index] = known
                bySpelling[key] = known
                if words.count > members[known].words.count { members[known].words = words }
                return
            }
        }
        let member = members.count
        members.append(Member(kind: .body, words: words))
        if words.count > 1, name.kind == .organisation, let last = words.last {
            byLastWord[last, default: []].append(member)
        }
        if words.count > 1, name.kind == .organisation, byFirstWord[words[0]] == nil { byFirstWord[words[0]] = member }
        if bySpelling[key] == nil { bySpelling[key] = member }
        // *Collective Security Treaty Organization* and *CSTO* are one.
        if words.count > 1 {
            let initials = words.compactMap {
                Self.smallWords.contains(String(decoding: $0, as: UTF8.self)) ? nil : $0.first
            }
            if initials.count > 1, bySpelling[initials] == nil {
                bySpelling[initials] = member
            } else if let short = bySpelling[initials], initials.count > 1, members[short].kind == .body,
                members[short].words.count == 1, short != member
            {
                members.removeLast()
                if let last = words.last { byLastWord[last]?.removeAll { $0 == member } }
                bySpelling[key] = short
                members[short].words = words
                memberOf[index] = short
                return
            }
        }
        memberOf[index] = member
    }

    /// The bodies of the article by the last word of their names, where only one has it, else -1: *council* is Norvik County
    /// Council. The police and *the force* are one.
    func bodiesByNoun() -> [String: Int] {
        var bodies: [String: Int] = [:]
        for (number, member) in members.enumerated() where member.kind == .body && member.words.count > 1 {
            guard let last = member.words.last else { continue }
            let noun = String(decoding: last, as: UTF8.self)
            // *Court told …*: it only hears.
            guard noun != "court", noun != "tribunal" else { continue }
            let first = String(decoding: member.words[0], as: UTF8.self)
            let isCalled = first != "court" && member.isCalled(first)
            for word in Self.police.contains(noun) ? Self.police : [isCalled ? first : noun] {
                bodies[word] = bodies[word] == nil ? number : -1
            }
        }
        return bodies
    }

    private static let police = ["police", "force", "constabulary"]

    /// Words that are left out of a body's initials.
    private static let smallWords: Set = ["of", "the", "and", "for"]

    /// What tells that a name is a company's, and no company from another.
    private static let legalForms: Set = [
        "ag", "inc", "ltd", "limited", "plc", "corp", "corporation", "co", "company", "llc", "llp", "gmbh", "bv", "nv",
        "sa",
        "ab", "oy", "oyj", "as", "asa", "se", "spa", "srl", "kg", "kgaa", "pte", "pty", "sarl", "sas", "bhd",
    ]
}
