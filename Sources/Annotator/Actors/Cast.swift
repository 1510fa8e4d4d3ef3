import DocumentModel
import EnglishModel

/// Everybody and everything an article names: each name belongs to one actor, whatever its spelling.
struct Cast {
    /// What the article tells of an actor.
    struct Member {
        var kind: Actor.Kind
        var gender: Gender = .unknown
        /// The words of its longest name in lower case.
        var words: [[UInt8]]
        /// Its names, by index.
        var mentions: [Int] = []
        /// Tokens of titles and roles given to it: *Foreign Minister*, *a doctor*.
        var roles: [TokenRange] = []
        /// The countries said with its titles.
        var countries: Set<Int16> = []
        var isOutlet = false
        /// How much its family or given name is shared is settled by how often it is named in full.
        var fullMentions = 0
    }

    let text: AnalysedText
    private(set) var members: [Member] = []
    /// For each name its member; -1 for dates, amounts, peoples and the like.
    private(set) var memberOf: [Int]
    private var bySpelling: [[UInt8]: Int] = [:]
    private var byFamilyName: [[UInt8]: [Int]] = [:]
    private var byFirstWord: [[UInt8]: Int] = [:]
    /// Family names whose spellings may be variants of each other.
    private var bySkeleton: [[UInt8]: [[UInt8]]] = [:]
    private var byGivenName: [[UInt8]: [Int]] = [:]

    init(_ text: AnalysedText, _ names: [Name]) {
        self.text = text
        memberOf = Array(repeating: -1, count: names.count)
        for (index, name) in names.enumerated() where name.kind == .person && core(name).count > 1 {
            addFullName(index, name)
        }
        for (index, name) in names.enumerated() where name.kind == .person && core(name).count == 1 {
            addSingle(index, name, names)
        }
        for (index, name) in names.enumerated()
        where name.kind == .organisation || name.kind == .location || name.kind == .facility { addBody(index, name) }
        for (index, name) in names.enumerated() where memberOf[index] >= 0 {
            members[memberOf[index]].mentions.append(index)
            describe(memberOf[index], index, name, names)
        }
        putInOrder(names)
    }

    private func words(_ name: Name) -> [[UInt8]] {
        core(name).filter { text.tokens[$0].isWord && !text.tokens[$0].classes.contains(.suffix) }.map {
            Word.lowercased(text.bytes(of: $0))
        }
    }

    /// A name's tokens without small words in front, by which nobody is told apart: *von Rauch* is *Rauch*.
    private func core(_ name: Name) -> TokenRange {
        var tokens = name.tokens
        while tokens.count > 1, text.tokens[tokens.lowerBound].classes.contains(.particle),
            !text.tokens[tokens.lowerBound].isAny(of: .givenName)
        { tokens.removeFirst() }
        return tokens
    }

    private func joined(_ words: [[UInt8]]) -> [UInt8] { Array(words.joined(separator: [0x20])) }

    // MARK: People

    /// Family names come last, but first in Chinese, Korean and Vietnamese names, where the last is used alone in the latter.
    private func isFamilyNameFirst(_ name: Name) -> Bool {
        let first = text.tokens[name.tokens.lowerBound]
        return first.classes.contains(.familyNameFirst) && !first.classes.contains(.givenName) && name.tokens.count <= 3
    }

    private mutating func addFullName(_ index: Int, _ name: Name) {
        let words = words(name)
        guard let first = words.first, let last = words.last, words.count > 1 else { return addSingle(index, name, []) }
        let key = joined(words)
        if let known = bySpelling[key] {
            memberOf[index] = known
            members[known].fullMentions += 1
            if members[known].gender == .unknown { members[known].gender = name.gender }
            return
        }
        let asian = isFamilyNameFirst(name)
        let family = asian ? first : last
        let given = asian ? last : first
        var found: Int?
        for (spelling, candidates) in candidates(for: family) {
            for candidate in candidates where members[candidate].gender.agrees(with: name.gender) {
                let other = members[candidate].words
                guard let otherGiven = asian ? other.last : other.first,
                    spelling == family || Spelling.isVariant(spelling, family)
                else { continue }
                if Spelling.isSameGivenName(given, otherGiven) || isContained(words, other) {
                    found = candidate
                    break
                }
            }
            if found != nil { break }
        }
        let member = found ?? members.count
        if found == nil {
            members.append(Member(kind: .person, gender: name.gender, words: words))
            addFamilyName(family, member)
            if asian {
                byFamilyName[last, default: []].append(member)
            } else {
                byGivenName[given, default: []].append(member)
            }
            if words.count > 2, !asian { byFamilyName[words[words.count - 2] + [0x20] + last, default: []].append(member) }
        } else if words.count > members[member].words.count {
            members[member].words = words
        }
        members[member].fullMentions += 1
        if members[member].gender == .unknown { members[member].gender = name.gender }
        bySpelling[key] = member
        memberOf[index] = member
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

    private mutating func addSingle(_ index: Int, _ name: Name, _ names: [Name]) {
        let word = Word.lowercased(text.bytes(of: core(name).lowerBound))
        var options = candidates(for: word).flatMap(\.members)
        if options.isEmpty { options = byGivenName[word] ?? [] }
        options = options.filter { members[$0].gender.agrees(with: name.gender) }
        let member: Int
        if options.isEmpty {
            let key = [word]
            if let known = bySpelling[joined(key)], members[known].gender.agrees(with: name.gender) {
                member = known
            } else {
                member = members.count
                members.append(Member(kind: .person, gender: name.gender, words: key))
                addFamilyName(word, member)
                bySpelling[joined(key)] = member
            }
        } else {
            member = best(options)
        }
        memberOf[index] = member
        if members[member].gender == .unknown { members[member].gender = name.gender }
    }

    /// Of people with one family name, the one named in full most often; the first of equals.
    private func best(_ options: [Int]) -> Int {
        var best = options[0]
        for option in options where members[option].fullMentions > members[best].fullMentions { best = option }
        return best
    }

    // MARK: Bodies and places

    private mutating func addBody(_ index: Int, _ name: Name) {
        var words = words(name)
        if words.first == Array("the".utf8), words.count > 1 { words.removeFirst() }
        let key = joined(words.map { $0.filter { $0 != UInt8(ascii: ".") } })
        if let known = bySpelling[key], members[known].kind == .body {
            memberOf[index] = known
            return
        }
        // *Halvorsen* after *Halvorsen Lines*, where no other body begins so.
        if words.count == 1, let long = byFirstWord[key], name.kind == .organisation {
            memberOf[index] = long
            return
        }
        let member = members.count
        members.append(Member(kind: .body, words: words))
        if words.count > 1, name.kind == .organisation, byFirstWord[words[0]] == nil { byFirstWord[words[0]] = member }
        if bySpelling[key] == nil { bySpelling[key] = member }
        // *Collective Security Treaty Organization* and *CSTO* are one.
        if words.count > 1 {
            let initials = words.filter { !["of", "the", "and", "for"].contains(String(decoding: $0, as: UTF8.self)) }
                .compactMap(\.first)
            if initials.count > 1, bySpelling[initials] == nil {
                bySpelling[initials] = member
            } else if let short = bySpelling[initials], initials.count > 1, members[short].kind == .body,
                members[short].words.count == 1, short != member
            {
                members.removeLast()
                bySpelling[key] = short
                members[short].words = words
                memberOf[index] = short
                return
            }
        }
        memberOf[index] = member
    }

    // MARK: What is told of them

    private mutating func describe(_ member: Int, _ index: Int, _ name: Name, _ names: [Name]) {
        if let title = name.title {
            members[member].roles.append(title)
            if index > 0, names[index - 1].tokens.upperBound == title.lowerBound, names[index - 1].country >= 0 {
                members[member].countries.insert(names[index - 1].country)
            }
        }
        if name.country >= 0 { members[member].countries.insert(name.country) }
        let first = name.tokens.lowerBound
        if members[member].kind == .body {
            let last = text.tokens[name.tokens.upperBound - 1]
            let isListed =
                text.tokens[first].isAny(of: .outlet)
                || text.phrase(at: first, before: name.tokens.upperBound)?.entry.classes.contains(.outlet) ?? false
            if isListed
                || [
                    "news", "times", "post", "today", "herald", "tribune", "journal", "gazette", "chronicle", "television",
                    "tv", "radio", "daily", "magazine", "courier", "echo", "observer", "mail",
                ].contains(text.lower(name.tokens.upperBound - 1)) && last.isWord
            {
                members[member].isOutlet = true
            }
        }
        // The noun phrase right before (*the state-owned TV channel Russia-1*) and the one after a comma (*X, a doctor,*).
        var at = first - 1
        if let title = name.title { at = title.lowerBound - 1 }
        if at >= 0, at + 1 == first, text.tokens[at].isWord, text.tokens[at].isAny(of: [.role, .body]),
            !text.tokens[at].isCapital
        {
            members[member].roles.append(at..<at + 1)
            if text.tokens[at].classes.contains(.outletNoun) { members[member].isOutlet = true }
        }
        // *her lawyer, Karl Brandt*
        if name.title == nil, at > 1, at + 1 == first, text.tokens[at].kind == .comma, members[member].kind == .person,
            text.tokens[at - 1].classes.contains(.role), !text.tokens[at - 1].isCapital,
            text.tokens[at - 2].isAny(of: [.determiner, .possessive]) || text.tokens[at - 2].kind == .clitic
        {
            members[member].roles.append(at - 1..<at)
        }
        let after = name.tokens.upperBound
        guard after + 2 < text.tokens.count, text.tokens[after].kind == .comma,
            members[member].kind == .person || text.tokens[after + 1].isAny(of: [.determiner])
        else { return }
        at = after + 1
        while at < min(after + 9, text.tokens.count) {
            let token = text.tokens[at]
            guard token.isWord, !token.isAny(of: [.preposition, .auxiliary, .relative, .pronoun]) else { break }
            if token.isAny(of: [.role, .body]) {
                members[member].roles.append(at..<at + 1)
                if token.classes.contains(.outletNoun), members[member].kind == .body { members[member].isOutlet = true }
                if members[member].gender == .unknown, members[member].kind == .person, !token.isAny(of: .relation) {
                    if token.classes.contains(.feminine) {
                        members[member].gender = .feminine
                    } else if token.classes.contains(.masculine) {
                        members[member].gender = .masculine
                    }
                }
            }
            if token.entry >= 0, token.isCapital {
                let country = text.lexicon.entries[Int(token.entry)].country
                if country >= 0 { members[member].countries.insert(country) }
            }
            at += 1
        }
    }

    /// Gives members their final numbers: by the place of their first name.
    private mutating func putInOrder(_ names: [Name]) {
        let order = members.indices.filter { !members[$0].mentions.isEmpty }.sorted {
            members[$0].mentions[0] < members[$1].mentions[0]
        }
        var place = [Int](repeating: -1, count: members.count)
        for (new, old) in order.enumerated() { place[old] = new }
        members = order.map { members[$0] }
        for index in memberOf.indices where memberOf[index] >= 0 { memberOf[index] = place[memberOf[index]] }
    }

    mutating func note(_ gender: Gender, of member: Int) {
        if members[member].gender == .unknown { members[member].gender = gender }
    }

    // MARK: The model's actors

    /// The actors with their spellings and the name they are known by.
    func actors(_ names: [Name]) -> [Actor] {
        members.enumerated().map { number, member in
            var aliases: [String] = []
            var seen: Set<String> = []
            var longest = ""
            var length = 0
            for mention in member.mentions {
                let spelling = BlockText(
                    text.string(of: names[mention].tokens), 0..<text.range(of: names[mention].tokens).count
                ).joined
                guard seen.insert(spelling).inserted else { continue }
                aliases.append(spelling)
                let count = spelling.unicodeScalars.count
                if count > length {
                    longest = spelling
                    length = count
                }
            }
            return Actor(
                id: Actor.ID(rawValue: Int32(clamping: number)), kind: member.kind, name: longest, aliases: aliases)
        }
    }
}
