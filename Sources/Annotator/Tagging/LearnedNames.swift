package import DocumentModel
import EnglishModel

/// The names of an English text: those the tagger learned to find, with what the lists know of them, and the kinds of
/// name that only rules find.
struct LearnedNames {
    let text: AnalysedText
    let rules: [Name]
    /// For each token the rules' name it is in; -1 for none.
    private let ruleOf: SpanMap
    private(set) var isHeading: [Bool]

    /// All names by the binary's model.
    static func names(in text: AnalysedText, _ sketches: WordSketches) -> [Name] {
        names(in: text, sketches, NameModel(EnglishNameModel.bytes))
    }

    /// All names by the binary's model, which remembers what words come to.
    static func names(
        in text: AnalysedText, _ sketches: WordSketches, remembering words: inout WeightMemory
    ) -> [Name] {
        names(in: text, sketches, NameModel(EnglishNameModel.bytes)) { tagger, text in
            tagger.tags(of: text, remembering: &words)
        }
    }

    /// All names in order, without overlap; the rules' alone where there is no model.
    static func names(
        in text: AnalysedText, _ sketches: WordSketches, _ model: NameModel?,
        by tags: (inout NameTagger, TaggedText) -> [UInt8] = { tagger, text in tagger.tags(of: text) }
    ) -> [Name] {
        // The tagger needs the most room of all: what the rules find is kept when it is done.
        let learned = model.map { model in
            var tagger = NameTagger(model)
            return NameTags.names(in: tags(&tagger, TaggedText(text, sketches)))
        }
        let rules = NameFinder.names(in: text)
        return learned.map(LearnedNames(text, rules).merged) ?? rules
    }

    private init(_ text: AnalysedText, _ rules: [Name]) {
        self.text = text
        self.rules = rules
        ruleOf = SpanMap(count: text.tokens.count, rules.lazy.map { $0.tokens })
        isHeading = Array(repeating: false, count: text.tokens.count)
        for part in text.parts where part.kind == .title || part.kind == .heading {
            for token in part.tokens { isHeading[token] = true }
        }
    }

    /// Kinds that the rules find better, or alone.
    private static let ruled: Set<EntityKind> = [.percent, .event, .work]

    private func merged(_ learned: [TaggedName]) -> [Name] {
        var names: [Name] = []
        var taken = [Bool](repeating: false, count: rules.count)
        var end = 0
        for found in dated(joined(withoutOrigins(withoutBodies(learned))))
        where !Self.ruled.contains(NameTags.kinds[found.kind]) {
            let kind = settled(NameTags.kinds[found.kind], found.tokens)
            let tokens = withoutRoles(withoutHonours(whole(found.tokens, kind), kind), kind)
            guard tokens.lowerBound >= end else { continue }
            end = tokens.upperBound
            var name = named(tokens, kind)
            // An event or a work is one of the names that the corpus calls by no kind of its own.
            if let rule = rule(at: tokens), Self.ruled.contains(rules[rule].kind), rules[rule].tokens == tokens,
                name.kind == .miscellaneous || rules[rule].kind == .percent
            {
                name.kind = rules[rule].kind
            }
            if tokens.lowerBound > found.tokens.lowerBound,
                text.tokens[found.tokens.lowerBound].isAny(of: [.month, .weekday])
            {
                names.append(Name(tokens: found.tokens.lowerBound..<tokens.lowerBound, kind: .date))
            }
            for token in tokens where ruleOf[token] >= 0 { taken[Int(ruleOf[token])] = true }
            names.append(name)
        }
        let people = familyNames(names)
        for (index, name) in rules.enumerated() where !taken[index] {
            let isKnown = name.kind == .person && isOne(of: people, name) && isHeading[name.tokens.lowerBound]
            // Scripts that the corpus does not have.
            let isForeign = name.tokens.allSatisfy { text.tokens[$0].shape.contains(.foreign) }
            // A month with a day or a year is a date, whatever is made of it, and so is a date of digits alone.
            let isWholeDate =
                name.kind == .date
                && (name.tokens.count > 1
                    || DatePattern(in: text, at: name.tokens.lowerBound, before: name.tokens.upperBound)?.form == .digits)
            // Who is Mr. or Mrs. is a person.
            let isTitled =
                name.kind == .person && !name.isGuess
                && name.title.map { text.tokens[$0.upperBound - 1].isAny(of: [.masculine, .feminine]) } ?? false
            if isKnown || isForeign || isWholeDate || isTitled || Self.ruled.contains(name.kind) { names.append(name) }
        }
        // Headings say little of a name: one word that is somebody's family name in the article is that person.
        for index in names.indices
        where isHeading[names[index].tokens.lowerBound] && names[index].kind != .person && isOne(of: people, names[index]) {
            names[index] = named(names[index].tokens, .person)
        }
        names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        names += unknownBodies(beside: names)
        names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        settleKinds(of: &names)
        agree(&names)
        return withHeadingsSettled(names)
    }

    /// *Kenya's Anna Berg*, *the Dane Anna Berg*: where somebody is from is no part of the name.
    private func withoutOrigins(_ learned: [TaggedName]) -> [TaggedName] {
        guard let person = NameTags.kinds.firstIndex(of: .person), let place = NameTags.kinds.firstIndex(of: .location),
            let group = NameTags.kinds.firstIndex(of: .group), let body = NameTags.kinds.firstIndex(of: .organisation)
        else { return learned }
        var result: [TaggedName] = []
        result.reserveCapacity(learned.count)
        for name in learned {
            let first = name.tokens.lowerBound
            let isPossessor = name.tokens.count > 2 && text.tokens[first + 1].kind == .clitic
            let rest = min(first + (isPossessor ? 2 : 1), name.tokens.upperBound)..<name.tokens.upperBound
            guard isPossessor || text.tokens[first].classes.contains(.demonym), rest.count > 1, rest.count < 4,
                rest.allSatisfy({ text.tokens[$0].isWord && text.tokens[$0].isCapital })
            else {
                result.append(name)
                continue
            }
            // *Norvik's Anna Berg*
            if isPossessor, name.kind == person {
                result += [TaggedName(first..<first + 1, body), TaggedName(rest, person)]
                continue
            }
            let entry = text.tokens[first].entry
            guard entry >= 0, text.lexicon.entries[Int(entry)].country >= 0, let rule = rule(at: rest),
                rules[rule].kind == .person
            else {
                result.append(name)
                continue
            }
            result += [TaggedName(first..<first + 1, isPossessor ? place : group), TaggedName(rest, person)]
        }
        return result
    }

    /// A family name that comes first and a person with one capital word between them are one: *Nguyễn* *Thị* *Minh Châu*.
    private func joined(_ learned: [TaggedName]) -> [TaggedName] {
        let person = NameTags.kinds.firstIndex(of: .person)
        var result: [TaggedName] = []
        result.reserveCapacity(learned.count)
        for name in learned {
            if let person, let before = result.last, before.kind == person, name.kind == person,
                name.tokens.lowerBound == before.tokens.upperBound + 1,
                text.tokens[before.tokens.lowerBound].classes.contains(.familyNameFirst),
                text.tokens[before.tokens.upperBound].isWord, text.tokens[before.tokens.upperBound].isCapital
            {
                result[result.count - 1] = TaggedName(before.tokens.lowerBound..<name.tokens.upperBound, person)
            } else {
                result.append(name)
            }
        }
        return result
    }

    private func isOne(of people: Set<String>, _ name: Name) -> Bool {
        name.tokens.count == 1 && people.contains(text.lower(name.tokens.lowerBound))
    }

    /// A person's name as the rules have it where they are sure of it: with given names, initials and particles that the
    /// tagger left out, without a title that it took in.
    private func whole(_ tokens: TokenRange, _ kind: EntityKind) -> TokenRange {
        guard kind == .person else { return tokens }
        guard let rule = rule(at: tokens).map({ rules[$0] }), rule.kind == .person, !rule.isGuess, rule.tokens.count <= 6
        else { return withParticles(tokens) }
        let isLonger = rule.tokens.lowerBound <= tokens.lowerBound && rule.tokens.upperBound >= tokens.upperBound
        let hasTitle = rule.tokens.upperBound == tokens.upperBound && rule.title?.upperBound == rule.tokens.lowerBound
        return isLonger || hasTitle ? rule.tokens : withParticles(tokens)
    }

    /// *Anna Berg KC* is called Anna Berg.
    private func withoutHonours(_ tokens: TokenRange, _ kind: EntityKind) -> TokenRange {
        var end = tokens.upperBound
        while kind == .person, end > tokens.lowerBound + 1, text.isHonour(end - 1) { end -= 1 }
        return tokens.lowerBound..<end
    }

    /// *Rev Tamsin Holt*: a title that the tagger took in, and a name of which the rules are sure.
    private func isTitled(_ tokens: TokenRange) -> Bool {
        guard tokens.count > 2, let rule = rule(at: tokens.upperBound - 1..<tokens.upperBound).map({ rules[$0] }) else {
            return false
        }
        return rule.kind == .person && !rule.isGuess && rule.tokens.count > 1
            && !text.tokens[tokens.upperBound - 1].isAny(of: [.organisationHead, .facilityHead, .locationHead])
            && rule.tokens.upperBound == tokens.upperBound && rule.title?.upperBound == rule.tokens.lowerBound
            && rule.title?.lowerBound == tokens.lowerBound
    }

    /// *Cyclist Tom Reed*: what somebody does, in a capital because it begins a sentence or a headline, is no part of the name.
    private func withoutRoles(_ tokens: TokenRange, _ kind: EntityKind) -> TokenRange {
        if tokens.count == 2, isWhere(tokens.lowerBound) { return tokens.lowerBound + 1..<tokens.upperBound }
        // *In March Brindle Council announced*
        if kind == .organisation, tokens.count > 2, tokens.lowerBound > 0,
            text.tokens[tokens.lowerBound].isAny(of: [.month, .weekday]),
            text.token(tokens.lowerBound - 1, is: "in") || text.token(tokens.lowerBound - 1, is: "on")
        {
            return tokens.lowerBound + 1..<tokens.upperBound
        }
        guard kind == .person else { return tokens }
        var start = tokens.lowerBound
        // *Said Anna Berg, “It was ours.”*
        if tokens.count > 2, text.token(start, is: "said"),
            start == 0 || text.tokens[start - 1].kind == .stop || text.tokens[start - 1].kind == .mark,
            (tokens.upperBound..<min(tokens.upperBound + 20, text.tokens.count)).first(where: {
                text.isQuoted($0) || text.tokens[$0].kind == .stop
            }).map({ text.isQuoted($0) }) ?? false
        {
            start += 1
        }
        while tokens.upperBound - start > 2, isRole(start), text.tokens[start + 1].isWord, text.tokens[start + 1].isCapital,
            !text.tokens[start + 1].isAny(of: .particle) || !text.tokens[start].isAny(of: .title)
        {
            start += 1
        }
        return start..<tokens.upperBound
    }

    /// *Neighbouring Tarnovia*
    private func isWhere(_ at: Int) -> Bool {
        ["neighbouring", "neighboring", "nearby", "landlocked", "mainland"].contains { text.token(at, is: $0) }
    }

    /// Whether a word is a title or an occupation, and no name besides.
    func isRole(_ at: Int) -> Bool {
        let token = text.tokens[at]
        // *Mum-of-three Anna Berg*
        if token.isWord, token.shape.contains(.hyphen), text.lower(at).contains("-of-") { return true }
        // *Hydrogeologist Anna Berg*
        if token.isWord, text.bytes(of: at).suffix(7).elementsEqual("ologist".utf8) { return true }
        return token.isWord && token.isAny(of: [.title, .role, .relation]) && !token.shape.contains(.dotted)
            && !token.isAny(of: [.givenName, .familyName, .familyNameFirst, .particle])
    }

    /// *von der*, *de la* before a family name are part of it.
    private func withParticles(_ tokens: TokenRange) -> TokenRange {
        var start = tokens.lowerBound
        while start > 0, tokens.lowerBound - start < 3, text.tokens[start - 1].classes.contains(.particle),
            !text.tokens[start - 1].isCapital, text.tokens[start - 1].isWord
        {
            start -= 1
        }
        return start..<tokens.upperBound
    }

    /// The rules call most unknown names persons: where they know a learned person for a place, they have a reason.
    /// Of places there are harbours and villages, not of bodies.
    private func settled(_ kind: EntityKind, _ tokens: TokenRange) -> EntityKind {
        if isSeat(tokens.lowerBound) || tokens.count == 2 && kind != .date && isWhere(tokens.lowerBound) {
            return .location
        }
        if kind == .miscellaneous || kind == .organisation, isTitled(tokens) { return .person }
        if kind == .person || kind == .organisation, isEvent(tokens) { return .event }
        if kind == .organisation, tokens.count == 1, isDateline(tokens.lowerBound) { return .location }
        if kind != .date, kind != .money, kind != .group, isAged(tokens) { return .person }
        if kind == .organisation, tokens.count == 1, isAfterPlaceNoun(tokens.lowerBound),
            text.tokens[tokens.lowerBound].classes.isDisjoint(with: [.organisation, .organisationHead])
        {
            return .location
        }
        // *Fjellmark Dairies*: nobody is called so.
        if kind == .person, tokens.count > 1, text.tokens[tokens.upperBound - 1].classes.contains(.organisationHead),
            text.bytes(of: tokens.upperBound - 1).suffix(3).elementsEqual("ies".utf8),
            !text.tokens[tokens.lowerBound].classes.contains(.givenName)
        {
            return .organisation
        }
        guard kind == .person, let rule = rule(at: tokens), rules[rule].tokens == tokens else { return kind }
        return rules[rule].kind == .location ? .location : kind
    }

    /// *Hurricane Odell*, *Christmas*
    private func isEvent(_ tokens: TokenRange) -> Bool {
        let first = text.tokens[tokens.lowerBound]
        if tokens.count == 1 {
            return first.classes.contains(.eventHead)
                && first.classes.isDisjoint(with: [.organisation, .organisationHead, .givenName, .familyName])
        }
        return ["hurricane", "storm", "cyclone", "typhoon"].contains { text.token(tokens.lowerBound, is: $0) }
    }

    /// *STENNBY:*, *STENNBY, May 3 –*: where a report was written, in front of its first words.
    private func isDateline(_ at: Int) -> Bool {
        guard text.tokens[at].shape.contains(.allCapitals), text.bytes(of: at).count > 3, at + 1 < text.tokens.count,
            text.tokens[at].classes.isDisjoint(with: [.organisation, .organisationHead]),
            text.tokens[at + 1].kind == .colon || text.tokens[at + 1].kind == .comma || text.tokens[at + 1].kind == .dash
                || text.tokens[at + 1].kind == .stop
        else { return false }
        // The parts lie in order: by binary search, so that many of them cost no more than their number.
        var low = 0
        var high = text.parts.count
        while low < high {
            let middle = (low + high) / 2
            if text.parts[middle].tokens.lowerBound < at { low = middle + 1 } else { high = middle }
        }
        return low < text.parts.count && text.parts[low].tokens.lowerBound == at && text.parts[low].kind == .paragraph
    }

    /// *Senator Tom Reed, R-Bend,*: a party's letter and whom the senator speaks for.
    private func isSeat(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        guard at > 1, bytes.count > 3, bytes[bytes.startIndex + 1] == UInt8(ascii: "-"), text.tokens[at - 1].kind == .comma
        else { return false }
        return "RDI".utf8.contains(bytes[bytes.startIndex]) && text.tokens[at - 2].isCapital
    }

    /// *Bea, 15, thinks*: whoever has an age.
    func isAged(_ tokens: TokenRange) -> Bool {
        let comma = tokens.upperBound
        guard tokens.count < 4, comma + 2 < text.tokens.count, text.tokens[comma].kind == .comma,
            text.tokens[comma + 1].kind == .number, text.tokens[comma + 2].kind == .comma
        else { return false }
        let digits = text.bytes(of: comma + 1)
        return digits.count <= 2 && digits.allSatisfy { (0x30...0x39).contains($0) }
            && text.tokens[tokens.lowerBound].classes.isDisjoint(with: [.month, .weekday])
    }

    /// *the harbour of Stennby*
    private func isAfterPlaceNoun(_ at: Int) -> Bool {
        at > 1 && text.token(at - 1, is: "of") && !text.tokens[at - 2].isCapital
            && text.tokens[at - 2].classes.contains(.locationHead)
            && text.tokens[at - 2].classes.isDisjoint(with: [.organisationHead, .people, .body])
    }

    func rule(at tokens: TokenRange) -> Int? {
        for token in tokens where ruleOf[token] >= 0 { return Int(ruleOf[token]) }
        return nil
    }

    /// A learned name with its title, gender and country.
    func named(_ tokens: TokenRange, _ kind: EntityKind) -> Name {
        var name = Name(tokens: tokens, kind: kind)
        let rule = rule(at: tokens).map { rules[$0] }
        if kind == .person {
            if let rule, rule.kind == .person, rule.tokens.lowerBound == tokens.lowerBound {
                name.title = rule.title
                name.gender = rule.gender
            } else {
                name.title = title(before: tokens.lowerBound)
                name.gender = NameFinder.gender(of: tokens, title: name.title, in: text)
            }
        } else if kind == .location || kind == .group {
            if let phrase = text.phrase(at: tokens.lowerBound, before: tokens.upperBound), phrase.count == tokens.count {
                name.country = phrase.entry.country
            } else if tokens.count == 1, text.tokens[tokens.lowerBound].entry >= 0 {
                name.country = text.lexicon.entries[Int(text.tokens[tokens.lowerBound].entry)].country
            }
        }
        return name
    }

    /// The title that ends right before a token.
    private func title(before token: Int) -> TokenRange? {
        var start = token
        while start > 0, token - start < 6, ruleOf[start - 1] < 0, text.tokens[start - 1].isAny(of: .title),
            text.tokens[start - 1].isWord
        {
            start -= 1
        }
        return start < token ? start..<token : nil
    }
}

extension Annotator {
    /// The names of an English article by a model that is not the binary's: for figures across parts of a corpus.
    package static func names(of article: Article, model: NameModel) -> [(kind: EntityKind, range: TextRange)] {
        let (text, sketches) = AnalysedText.read(article.text, blocks: blocks(of: article), clusters: model.clusters)
        let names = LearnedNames.names(in: text, sketches, model)
        return names.map { ($0.kind, text.range(of: $0)) }
    }
}
