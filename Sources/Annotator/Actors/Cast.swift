import DocumentModel
import EnglishModel

/// Everybody and everything an article names: each name belongs to one actor, whatever its spelling.
struct Cast {
    /// What the article tells of an actor.
    struct Member {
        var kind: Actor.Kind
        /// What speaks for a man, less what speaks for a woman: see ``tell(_:_:)``.
        private(set) var genderVotes = 0
        /// Whether the article's title or a heading names them.
        var isInTitle = false
        /// The words of its longest name in lower case.
        var words: [[UInt8]]
        /// Its names, by index.
        var mentions: [Int] = []
        /// Tokens of titles and roles given to it: *Foreign Minister*, *a doctor*.
        var roles: [TokenRange] = []
        /// The countries and places said with its titles: see ``Cast/origin(at:)``.
        var origins: Set<Int32> = []
        var isOutlet = false
        /// Whether somebody speaks for a side in court: *Anna Berg KC*, *Tom Reed, prosecuting*, *Tom Reed, for the defence*.
        var isCounsel = false
        /// How old the article says somebody is; 0 where it does not.
        var age = 0
        /// How much its family or given name is shared is settled by how often it is named in full.
        var fullMentions = 0
        var gender: Gender { genderVotes > 0 ? .masculine : genderVotes < 0 ? .feminine : .unknown }
        /// Whether a title tells the gender, not only a given name or what is told of the person.
        var isGenderSure: Bool { abs(genderVotes) >= Evidence.title.rawValue / 2 }

        /// *the ministry*, *the bank*: whether a body's name begins with a word for it: *Ministry of Health*.
        func isCalled(_ word: String) -> Bool {
            words.count > 1 && words[0].elementsEqual(word.utf8)
                && ["of", "for"].contains { words[1].elementsEqual($0.utf8) }
        }

        /// What tells somebody's gender, by weight.
        enum Evidence: Int {
            case title = 1_000_000
            case givenName = 100
            case role = 3
            case pronoun = 1
        }

        /// Takes in a sign of gender.
        mutating func tell(_ gender: Gender, _ evidence: Evidence) {
            switch gender {
            case .unknown: break
            case .masculine: genderVotes += evidence.rawValue
            case .feminine: genderVotes -= evidence.rawValue
            }
        }
    }

    let text: AnalysedText
    var members: [Member] = []
    /// For each name its member; -1 for dates, amounts, peoples and the like.
    var memberOf: [Int]
    var bySpelling: [[UInt8]: Int] = [:]
    var byFamilyName: [[UInt8]: [Int]] = [:]
    var byFirstWord: [[UInt8]: Int] = [:]
    /// Bodies of several words by the last of them.
    var byLastWord: [[UInt8]: [Int]] = [:]
    /// Family names whose spellings may be variants of each other.
    var bySkeleton: [[UInt8]: [[UInt8]]] = [:]
    var byGivenName: [[UInt8]: [Int]] = [:]
    /// The first of two family names: *García Márquez*.
    var bySecondName: [[UInt8]: [Int]] = [:]
    /// The family name of those named by their given name beside kin: *Dai* in *Dai and Owen Prosser*.
    var sharedFamily: [Int: [UInt8]] = [:]
    /// Names in full, by their number, latest last.
    var lastInFull: [[UInt8]: [(name: Int, member: Int)]] = [:]

    /// The words of names by their numbers, as spellings are compared: see ``bare(_:)``.
    private var bareWords: [[UInt8]?]

    init(_ text: AnalysedText, _ names: [Name]) {
        self.text = text
        bareWords = Array(repeating: nil, count: text.tokens.words.count)
        memberOf = Array(repeating: -1, count: names.count)
        for (index, name) in names.enumerated() where name.kind == .person && core(name).count > 1 {
            addFullName(index, name)
        }
        for (index, name) in names.enumerated() where name.kind == .person && core(name).count == 1 {
            if let bearer = bearer(ofNickname: index, names) {
                memberOf[index] = bearer
                bySpelling[joined(words(name))] = bearer
                continue
            }
            addSingle(index, name)
            shareFamily(index, names)
        }
        let isBody = names.map { $0.kind == .organisation || $0.kind == .location || $0.kind == .facility }
        // Long names first: *Lumen* in a headline is *Lumen Foods* of the text.
        for (index, name) in names.enumerated() where isBody[index] && name.tokens.count > 1 { addBody(index, name) }
        for (index, name) in names.enumerated() where isBody[index] && name.tokens.count == 1 { addBody(index, name) }
        for (index, name) in names.enumerated() where memberOf[index] >= 0 {
            members[memberOf[index]].mentions.append(index)
            describe(memberOf[index], index, name, names)
        }
        putInOrder(names)
        bareWords = []
    }

    mutating func words(_ name: Name) -> [[UInt8]] {
        var words: [[UInt8]] = []
        for token in core(name) where text.tokens[token].isWord && !text.tokens[token].classes.contains(.suffix) {
            words.append(bare(token))
        }
        return words
    }

    /// A token without its accents, in lower case. Names come again and again: each word is spelt once.
    mutating func bare(_ token: Int) -> [UInt8] {
        let number = text.tokens.number(of: token)
        if let known = bareWords[number] { return known }
        let word = Spelling.bare(Word.lowercased(text.bytes(of: token)))
        bareWords[number] = word
        return word
    }

    /// A name's tokens without small words in front, by which nobody is told apart: *von Rauch* is *Rauch*.
    func core(_ name: Name) -> TokenRange {
        var tokens = name.tokens
        while tokens.count > 1, text.tokens[tokens.lowerBound].classes.contains(.particle),
            !text.tokens[tokens.lowerBound].isAny(of: .givenName)
        { tokens.removeFirst() }
        return tokens
    }

    func joined(_ words: [[UInt8]]) -> [UInt8] { Array(words.joined(separator: [0x20])) }

    // MARK: Order

    func isInTitle(_ name: Name) -> Bool {
        guard let first = text.parts.first, first.kind == .title || text.parts.count > 1 else { return false }
        return first.tokens.contains(name.tokens.lowerBound)
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
        byFamilyName = byFamilyName.mapValues { $0.map { place[$0] } }
        sharedFamily = Dictionary(
            uniqueKeysWithValues: sharedFamily.filter { place[$0.key] >= 0 }.map { (place[$0.key], $0.value) })
    }

    /// Whether somebody else has the family name.
    func hasNamesake(_ member: Int) -> Bool {
        guard let family = members[member].words.last else { return false }
        return byFamilyName[family, default: []].count > 1
    }

    /// A pronoun was found to stand for a member.
    mutating func note(_ gender: Gender, of member: Int) { members[member].tell(gender, .pronoun) }

    // MARK: The model's actors

    /// The actors with their spellings and the name they are known by.
    func actors(_ names: [Name]) -> [Actor] {
        members.enumerated().map { number, member in
            var aliases: [String] = []
            var seen: Set<String> = []
            var longest = ""
            var length = 0
            var known: [ArraySlice<UInt8>] = []
            for mention in member.mentions {
                let range = text.range(of: names[mention])
                // Most mentions are spelt like one of the first.
                let bytes = text.bytes[range]
                if known.contains(where: { $0.count == bytes.count && $0.elementsEqual(bytes) }) { continue }
                if known.count < 8 { known.append(bytes) }
                let spelling = BlockText(String(decoding: bytes, as: UTF8.self), 0..<range.count).joined
                guard seen.insert(spelling).inserted else { continue }
                aliases.append(spelling)
                let count = spelling.unicodeScalars.count
                if count > length {
                    longest = spelling
                    length = count
                }
            }
            // *The Bar Council* where the text has *Bar Council* as well: the article is no part of the name.
            if member.kind == .body, longest.hasPrefix("The "),
                !member.isOutlet && member.words.count > 2 || aliases.contains(String(longest.dropFirst(4)))
            {
                longest.removeFirst(4)
                if !aliases.contains(longest) { aliases.append(longest) }
            }
            return Actor(
                id: Actor.ID(rawValue: Int32(clamping: number)), kind: member.kind, name: longest, aliases: aliases)
        }
    }
}
