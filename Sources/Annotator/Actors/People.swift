import DocumentModel
import EnglishModel

/// Persons under one name: in full, by family or given name alone, in another spelling or order.
extension Cast {
    /// Family names come last, but first in Chinese, Korean and Vietnamese names, where the last is used alone in the latter.
    private func isFamilyNameFirst(_ name: Name) -> Bool {
        let first = text.tokens[name.tokens.lowerBound]
        return first.classes.contains(.familyNameFirst) && !first.classes.contains(.givenName) && name.tokens.count <= 3
    }

    mutating func addFullName(_ index: Int, _ name: Name) {
        let words = words(name)
        guard let first = words.first, let last = words.last, words.count > 1 else { return addSingle(index, name) }
        let key = joined(words)
        let asian = isFamilyNameFirst(name)
        let family = asian ? first : last
        let given = asian ? last : first
        // *Orbán Viktor* and *Viktor Orbán*
        var found = bySpelling[key] ?? (words.count == 2 ? bySpelling[joined(words.reversed())] : nil)
        if found == nil { found = namesake(words, family: family, given: given, asian, gender: name.gender) }
        let member = found ?? members.count
        if found == nil {
            members.append(Member(kind: .person, words: words))
            addFamilyName(family, member)
            if asian {
                byFamilyName[last, default: []].append(member)
            } else {
                byGivenName[given, default: []].append(member)
                // *von der Leyen Albrecht*, *García Márquez*: the first of two family names may stand alone.
                let middle = words[words.count - 2]
                if words.count > 2, middle.count > 3, middle.last != UInt8(ascii: ".") {
                    bySecondName[middle, default: []].append(member)
                }
            }
        } else if words.count > members[member].words.count {
            members[member].words = words
        }
        if bySpelling[key] == nil || lastInFull[family]?.last?.member != member {
            lastInFull[family, default: []].append((index, member))
        }
        members[member].fullMentions += 1
        if bySpelling[key] == nil { bySpelling[key] = member }
        memberOf[index] = member
        tellGender(name, of: member)
    }

    /// Who has this family name and a given name of which this is a spelling, a short form or an initial.
    private func namesake(_ words: [[UInt8]], family: [UInt8], given: [UInt8], _ asian: Bool, gender: Gender) -> Int? {
        for (spelling, candidates) in candidates(for: family) {
            for candidate in candidates where members[candidate].gender.agrees(with: gender) {
                let other = members[candidate].words
                guard let otherGiven = asian ? other.last : other.first,
                    spelling == family || Spelling.isVariant(spelling, family)
                else { continue }
                if Spelling.isSameGivenName(given, otherGiven) || text.lexicon.haveFormalName(given, otherGiven)
                    || isContained(words, other)
                {
                    return candidate
                }
            }
        }
        return nil
    }

    private func isContained(_ one: [[UInt8]], _ other: [[UInt8]]) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        guard short.count < long.count else { return false }
        var rest = long[...]
        for word in short {
            guard let at = rest.firstIndex(of: word) else { return false }
            rest = rest[(at + 1)...]
        }
        return true
    }

    /// People whose family name is this or a spelling of it. Exact spellings first.
    private func candidates(for family: [UInt8]) -> [(spelling: [UInt8], members: [Int])] {
        if let exact = byFamilyName[family] { return [(family, exact)] }
        guard family.count >= 5 else { return [] }
        return (bySkeleton[Spelling.key(family)] ?? []).compactMap { spelling in
            guard Spelling.isVariant(spelling, family), let known = byFamilyName[spelling] else { return nil }
            return (spelling, known)
        }
    }

    private mutating func addFamilyName(_ family: [UInt8], _ member: Int) {
        if byFamilyName[family] == nil, family.count >= 5, bySkeleton[Spelling.key(family), default: []].count < 8 {
            bySkeleton[Spelling.key(family), default: []].append(family)
        }
        byFamilyName[family, default: []].append(member)
    }

    mutating func addSingle(_ index: Int, _ name: Name) {
        let word = bare(core(name).lowerBound)
        var options = candidates(for: word).flatMap { $0.members }
        if options.isEmpty { options = byGivenName[word] ?? bySecondName[word] ?? [] }
        // *Berg* alone is a family name here, whatever its bearers elsewhere are given: only a title tells.
        let told = hasGenderedTitle(name) ? name.gender : .unknown
        options = options.filter { members[$0].gender.agrees(with: told) }
        let member: Int
        if options.isEmpty {
            let key = [word]
            if let known = bySpelling[joined(key)], members[known].gender.agrees(with: told) {
                member = known
            } else {
                member = members.count
                members.append(Member(kind: .person, words: key))
                addFamilyName(word, member)
                bySpelling[joined(key)] = member
            }
            if told == .unknown { members[member].tell(name.gender, .role) }
        } else {
            member = best(options, of: word, before: index, isTold: told != .unknown)
        }
        memberOf[index] = member
        members[member].tell(told, .title)
    }

    /// Of people with one family name who were named in full before, if any were, the one named so most often; the first of
    /// equals. After *Mr.* or *Ms.*, of those
    /// whose gender nothing else tells, the one named in full last.
    private func best(_ options: [Int], of family: [UInt8], before index: Int, isTold: Bool) -> Int {
        let earlier = options.count > 1 ? namedInFull(family, before: index) : []
        if isTold, let last = earlier.suffix(8).last(where: { options.contains($0.member) }) { return last.member }
        // Not who is named in full only further on, where somebody was before.
        let introduced = Set(earlier.suffix(64).map(\.member))
        let known = options.filter(introduced.contains)
        let among = known.isEmpty ? options : known
        return among.dropFirst().reduce(among[0]) { best, option in
            members[option].fullMentions > members[best].fullMentions ? option : best
        }
    }

    /// Who was named in full with a family name before a name, latest last; by binary search.
    private func namedInFull(_ family: [UInt8], before index: Int) -> ArraySlice<(name: Int, member: Int)> {
        let all = lastInFull[family] ?? []
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].name < index { low = middle + 1 } else { high = middle }
        }
        return all[..<low]
    }

    private mutating func tellGender(_ name: Name, of member: Int) {
        members[member].tell(name.gender, hasGenderedTitle(name) ? .title : .givenName)
    }

    /// *Mr.*, *Congresswoman*
    private func hasGenderedTitle(_ name: Name) -> Bool {
        guard let title = name.title, name.gender != .unknown else { return false }
        return text.tokens[title].contains { $0.classes.contains(.masculine) != $0.classes.contains(.feminine) }
    }

    // MARK: Kin and nicknames

    /// The family name that somebody bears, their own or that of those they are named with; nil for none.
    func family(of member: Int) -> [UInt8]? {
        if let shared = sharedFamily[member] { return shared }
        return members[member].words.count > 1 ? members[member].words.last : nil
    }

    /// *Dai and Owen Prosser*: one given name before *and* and a whole name share the family name.
    mutating func shareFamily(_ index: Int, _ names: [Name]) {
        let past = names[index].tokens.upperBound
        guard index + 1 < names.count, names[index + 1].kind == .person, names[index + 1].tokens.lowerBound == past + 1,
            text.token(past, is: "and"), names[index + 1].title == nil, memberOf[index] >= 0,
            let family = words(names[index + 1]).last, words(names[index + 1]).count > 1,
            sharedFamily[memberOf[index]] == nil
        else { return }
        sharedFamily[memberOf[index]] = family
    }

    /// *Jory Penrose, 19, known as Sprat*: whose nickname a single name is.
    func bearer(ofNickname index: Int, _ names: [Name]) -> Int? {
        let first = names[index].tokens.lowerBound
        guard index > 0, names[index].title == nil, first > 4 else { return nil }
        var at = first - 1
        while at > first - 3, !text.tokens[at].isWord || text.tokens[at].isAny(of: .determiner) { at -= 1 }
        guard text.token(at, is: "as") || text.token(at, is: "nicknamed") || text.token(at, is: "dubbed") else {
            return nil
        }
        let before = names[index - 1].kind == .person || index < 2 ? index - 1 : index - 2
        guard names[before].kind == .person, names[before].tokens.count > 1, memberOf[before] >= 0,
            names[before].tokens.upperBound <= at, first - names[before].tokens.upperBound < 20,
            (names[before].tokens.upperBound..<at + 1).contains(where: { at in
                ["known", "nicknamed", "dubbed", "called"].contains { text.token(at, is: $0) }
            }),
            !(names[before].tokens.upperBound..<at).contains(where: { text.tokens[$0].kind == .stop })
        else { return nil }
        return memberOf[before]
    }
}
