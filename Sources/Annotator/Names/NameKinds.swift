import DocumentModel
import EnglishModel

/// What kind of name a run of capitals is.
extension NameFinder {
    /// The kind, and how much speaks for it where it is a guess; nil for what is no name.
    func kind(of run: TokenRange, title: TokenRange?) -> (EntityKind, Int?)? {
        if title != nil { return (.person, nil) }
        if let head = headKind(run) { return (head, nil) }
        let first = text.tokens[run.lowerBound]
        let last = text.tokens[run.upperBound - 1]
        if isAfterPlaceOf(run.lowerBound) { return (.location, 3) }
        if run.count == 1 { return single(run.lowerBound) }
        if isTitle(run) { return nil }
        if run.allSatisfy({
            text.tokens[$0].isAny(of: [.title, .role, .people, .common])
                && text.tokens[$0].isAny(of: [.title, .role, .people])
        }), !first.isAny(of: [.givenName, .familyName]) {
            return nil
        }
        if run.contains(where: { text.tokens[$0].shape.contains(.digit) }) { return (.product, 1) }
        if first.classes.contains(.givenName) || isInitial(run.lowerBound) { return (.person, nil) }
        if first.classes.contains(.familyNameFirst), run.count <= 3 { return (.person, nil) }
        if last.isAny(of: [.familyName, .suffix]) { return (.person, nil) }
        if run.dropFirst().contains(where: { text.tokens[$0].classes.contains(.particle) && !text.tokens[$0].isCapital }) {
            return (.person, nil)
        }
        if first.shape.contains(.allCapitals), last.shape.contains(.allCapitals) {
            return run.contains {
                text.tokens[$0].isAny(of: [.common, .body, .role])
                    || text.tokens[$0].entry < 0 && text.bytes(of: $0).count > 5
            }
                ? nil : (.organisation, 1)
        }
        if let kind = firstKind(run) { return (kind, 2) }
        if run.count <= 3, isPersonContext(run), !isAfterThe(run) { return (.person, 1) }
        if isAfterBodyNoun(run.lowerBound) { return (.organisation, 3) }
        let common = run.count {
            text.tokens[$0].isAny(of: [.common, .body, .role, .people, .document, .organisationHead, .time])
        }
        if common > 0 { return (isAfterThe(run) || common == run.count ? .organisation : .miscellaneous, 1) }
        if isAfterThe(run) { return (.organisation, 1) }
        if isAfterPlacePreposition(run), run.upperBound < text.tokens.count, !isPersonContext(run) {
            return (.location, 1)
        }
        return run.count <= 4 ? (.person, 1) : (.organisation, 1)
    }

    private func single(_ at: Int) -> (EntityKind, Int?)? {
        let token = text.tokens[at]
        let length = token.end - token.start
        if isAfterBodyNoun(at) { return (.organisation, 3) }
        if token.shape.contains(.allCapitals), token.entry < 0, isShouted(at) { return nil }
        if isAddress(at) || isPair(at)
            || token.shape.contains(.allCapitals) && token.isAny(of: [.common, .organisationHead])
        {
            return nil
        }
        if token.shape.contains(.digit) { return (token.shape.contains(.hyphen) ? .miscellaneous : .product, 1) }
        if token.shape.contains(.allCapitals), length >= 2, length <= 7 { return (.organisation, 1) }
        if token.classes.contains(.givenName) { return (.person, 1) }
        let isPlain = token.isAny(of: [
            .common, .title, .role, .people, .body, .document, .time, .organisationHead, .adverb, .currency,
        ])
        if isPlain, !token.isAny(of: [.familyName, .familyNameFirst]) { return nil }
        if isPersonContext(at..<at + 1) { return (.person, 3) }
        if isBeforeLocationNoun(at) { return (.location, 3) }
        if looksLikePlace(at) { return (.location, 2) }
        if isModifier(at) { return (looksLikePeople(at) ? .group : .organisation, 1) }
        if isAfterPlacePreposition(at..<at + 1) { return (.location, 3) }
        if isAfterThe(at..<at + 1) { return (.organisation, 1) }
        if token.isAny(of: [.familyName, .familyNameFirst]) { return (.person, 1) }
        if at > 1,
            text.token(at - 1, is: "from")
                || text.token(at - 1, is: "of") && text.tokens[at - 2].isAny(of: [.locationHead, .body])
        {
            return (.location, 1)
        }
        return looksLikePeople(at) ? (.group, 1) : unknown(at)
    }

    /// Whether a sentence's first word, unknown to the lists, may be no name.
    func isDoubtful(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return !token.isAny(of: [.givenName, .familyName, .familyNameFirst]) && !token.shape.contains(.allCapitals)
            && !isPersonContext(at..<at + 1)
    }

    /// Right before a noun, as no person's name is: *the Pegasus spyware*.
    private func isModifier(_ at: Int) -> Bool {
        guard at + 1 < text.tokens.count else { return false }
        let next = text.tokens[at + 1]
        guard next.isWord, next.shape.contains(.spaceBefore), !next.isCapital,
            !next.isAny(of: .function.union([.cue, .adverb, .subordinator]))
        else { return false }
        let bytes = text.bytes(of: at + 1)
        return !bytes.suffix(2).elementsEqual("ed".utf8)
            && !(bytes.last == UInt8(ascii: "s") && !next.isAny(of: [.people, .body, .document]))
            && !bytes.suffix(2).elementsEqual("ly".utf8) && bytes.count > 3
    }

    /// *Jujuy province*, *the Shibpur area*
    private func isBeforeLocationNoun(_ at: Int) -> Bool {
        guard at + 1 < text.tokens.count, text.tokens[at + 1].isWord, !text.tokens[at + 1].isCapital else { return false }
        return text.tokens[at + 1].classes.contains(.locationHead) || text.token(at + 1, is: "area")
    }

    /// What a single word most often is that nothing speaks for but its neighbours.
    private func unknown(_ at: Int) -> (EntityKind, Int?)? {
        let before = at > 0 ? text.tokens[at - 1] : nil
        guard at + 1 < text.tokens.count else { return (.miscellaneous, 1) }
        let next = text.tokens[at + 1]
        if next.isWord, next.isCapital, !next.isAny(of: .function) { return nil }
        if let before, before.isWord, before.isCapital, !before.isAny(of: .function.union(.adverb)) { return nil }
        if isVerbAfter(at) || next.kind == .clitic { return (.person, 1) }
        guard let before, before.kind != .stop, before.kind != .mark else { return (.person, 1) }
        if before.kind == .openBracket, next.kind == .closeBracket { return (.organisation, 1) }
        if before.kind == .comma, next.kind == .comma || text.token(at + 1, is: "and") { return (.location, 1) }
        if next.kind == .stop || next.kind == .openBracket { return (.location, 1) }
        return (.miscellaneous, 1)
    }

    private func isVerbAfter(_ at: Int) -> Bool {
        let next = text.tokens[at + 1]
        guard next.isWord, !next.isCapital else { return false }
        if next.isAny(of: [.auxiliary, .adverb]) || next.classes.contains(.cue) { return true }
        let bytes = text.bytes(of: at + 1)
        return bytes.count > 3
            && (bytes.suffix(2).elementsEqual("ed".utf8)
                || text.lower(at + 1).hasSuffix("s")
                    && !next.isAny(of: .function.union([.people, .body, .document, .time])))
    }

    /// The kind that a run's first word tells: *Port Averyn*, *Radio Mirna*.
    private func firstKind(_ run: TokenRange) -> EntityKind? {
        let classes = text.tokens[run.lowerBound].classes
        if classes.contains(.organisationFirst) { return .organisation }
        if classes.contains(.facilityFirst) { return .facility }
        return classes.contains(.locationFirst) && !classes.contains(.givenName) ? .location : nil
    }

    /// Words beside it are in capitals too: that is shouting, not an acronym.
    private func isShouted(_ at: Int) -> Bool {
        func isShout(_ index: Int) -> Bool {
            text.tokens.indices.contains(index) && text.tokens[index].isWord
                && text.tokens[index].shape.contains(.allCapitals)
        }
        return isShout(at - 1) || isShout(at + 1) || isShout(at - 2) || isShout(at + 2)
    }

    /// Formed as names of countries and towns are: *-ia*, *-stan*, *-burg*.
    private func looksLikePlace(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard !token.isAny(of: [.givenName, .familyName, .familyNameFirst]) else { return false }
        let bytes = text.bytes(of: at)
        return bytes.count > 5
            && ["ovia", "aria", "stan", "land", "burg", "ville", "grad", "abad", "shire", "polis", "onia", "istan"].contains
            { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// Formed as words for peoples are: *-ians*, *-ese*, *-ish*.
    private func looksLikePeople(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        return bytes.count > 5
            && ["ians", "ian", "ese", "ish", "ists", "ist", "ites", "ani", "anis"].contains {
                bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
            }
    }

    /// *the channel Russia-1*, *the newspaper Izvestia*
    private func isAfterBodyNoun(_ at: Int) -> Bool {
        guard at > 0, text.tokens[at - 1].isAny(of: [.outletNoun, .body]), !text.tokens[at - 1].isCapital else {
            return false
        }
        return !text.tokens[at - 1].isAny(of: [.role, .people]) && text.tokens[at - 1].classes.contains(.outletNoun)
    }

    /// *example.com*
    private func isAddress(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return dot > bytes.startIndex + 1 && bytes.endIndex - dot > 2 && bytes[(dot + 1)...].allSatisfy(Tokenizer.isSmall)
    }

    /// *Russia-Ukraine*: two countries or peoples, not a name.
    private func isPair(_ at: Int) -> Bool {
        guard text.tokens[at].shape.contains(.hyphen) else { return false }
        let key = Word.lowercased(text.bytes(of: at))
        guard let hyphen = key.firstIndex(of: UInt8(ascii: "-")), let first = text.lexicon.find(key[..<hyphen]) else {
            return false
        }
        return !text.lexicon.entries[first].classes.isDisjoint(with: [.country, .demonym])
    }

    /// *the town of Arba Minch*
    private func isAfterPlaceOf(_ at: Int) -> Bool {
        at > 1 && text.token(at - 1, is: "of") && text.tokens[at - 2].classes.contains(.locationHead)
            && !text.tokens[at - 2].isCapital
    }

    /// A title alone, with no name after it.
    private func isTitle(_ run: TokenRange) -> Bool {
        guard let phrase = text.phrase(at: run.lowerBound, before: run.upperBound) else { return false }
        return phrase.count == run.count && phrase.entry.classes.contains(.title)
            && phrase.entry.classes.isDisjoint(with: [.organisation, .place, .country])
    }

    /// *J.*, *J.K.*
    private func isInitial(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return token.shape.contains(.dotted) && token.end - token.start <= 5 && !token.isAny(of: [.country, .place])
    }

    private func isAfterThe(_ run: TokenRange) -> Bool { run.lowerBound > 0 && text.token(run.lowerBound - 1, is: "the") }

    private func isAfterPlacePreposition(_ run: TokenRange) -> Bool {
        guard run.lowerBound > 0 else { return false }
        let before = run.lowerBound - 1
        return text.token(before, is: "in") || text.token(before, is: "near") || text.token(before, is: "at")
            || text.token(before, is: "across")
    }

    /// A verb of saying beside it, or an age or *who* after it.
    private func isPersonContext(_ run: TokenRange) -> Bool {
        var after = run.upperBound
        while after + 1 < text.tokens.count, text.tokens[after].isAny(of: [.adverb, .have]), !text.tokens[after].isCapital {
            after += 1
        }
        if after < text.tokens.count {
            let next = text.tokens[after]
            if next.classes.contains(.cue), !next.isCapital { return true }
            if next.kind == .comma, after + 1 < text.tokens.count {
                if text.token(after + 1, is: "who") { return true }
                if text.tokens[after + 1].kind == .number, after + 2 < text.tokens.count,
                    text.tokens[after + 2].kind == .comma, text.tokens[after + 1].end - text.tokens[after + 1].start <= 2
                {
                    return true
                }
            }
            if text.token(after, is: "who") || text.token(after, is: "told") { return true }
        }
        if run.lowerBound > 0 {
            let before = text.tokens[run.lowerBound - 1]
            if before.classes.contains(.cue), !before.isCapital, run.lowerBound > 1, text.isQuoted(run.lowerBound - 2) {
                return true
            }
        }
        return false
    }

    // MARK: What the article says elsewhere

    /// Notes the words of sure names of people and bodies.
    mutating func learn() {
        known.removeAll(keepingCapacity: true)
        for name in names
        where !name.isGuess && (name.kind == .person || name.kind == .organisation || name.kind == .location) {
            if name.kind == .person {
                for index in name.tokens where text.tokens[index].isCapital && !(text.tokens[index].shape.contains(.dotted))
                {
                    known[text.lower(index)] = .person
                }
            } else if name.tokens.count > 1, name.kind == .organisation {
                // *Halvorsen Lines* may be called *Halvorsen*.
                let first = name.tokens.lowerBound
                let classes = text.tokens[first].classes
                let key = text.lower(first)
                if classes.isDisjoint(
                    with: WordClass.function.union([.common, .demonym, .country, .place, .givenName, .organisationHead])),
                    known[key] == nil
                {
                    known[key] = .organisation
                }
            } else if name.tokens.count == 1 {
                let key = text.lower(name.tokens.lowerBound)
                if known[key] == nil { known[key] = name.kind }
            }
        }
        for name in names where name.isGuess && name.kind == .person && name.tokens.count > 1 {
            let key = text.lower(name.tokens.upperBound - 1)
            if known[key] == nil { known[key] = .person }
        }
    }

    /// Gives guesses the kind that the article's sure names have, then puts all in order.
    mutating func settle() {
        for index in names.indices where names[index].isGuess && names[index].tokens.count == 1 {
            let at = names[index].tokens.lowerBound
            if let kind = known[text.lower(at)] { names[index].kind = kind }
        }
        // What one guess says of a name, most of its places say: the kind found most often is taken for all.
        var counts: [String: [EntityKind: Int]] = [:]
        for name in names where name.isGuess {
            counts[text.string(of: name.tokens), default: [:]][name.kind, default: 0] += 1
        }
        for index in names.indices where names[index].isGuess {
            guard let kinds = counts[text.string(of: names[index].tokens)], kinds.count > 1 else { continue }
            let most = kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            if let most { names[index].kind = most.key }
        }
        includeParticles()
        // Of the sure ones only those are asked for that a doubtful one may be the same as.
        let text = text
        let lengths = Set(names.lazy.filter { $0.isDoubtful }.map { text.range(of: $0.tokens).count })
        let sure = Set(
            names.lazy.filter { !$0.isDoubtful && lengths.contains(text.range(of: $0.tokens).count) }
                .map { text.string(of: $0.tokens) })
        names.removeAll {
            $0.isDoubtful && known[text.lower($0.tokens.lowerBound)] == nil && !sure.contains(text.string(of: $0.tokens))
        }
        names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// *von Rauch*, *de la Fuente*: the small words before a family name alone are part of it.
    private mutating func includeParticles() {
        for index in names.indices where names[index].kind == .person {
            let floor = max(index > 0 ? names[index - 1].tokens.upperBound : 0, names[index].tokens.lowerBound - 3)
            var first = names[index].tokens.lowerBound
            while first > floor, text.tokens[first - 1].classes.contains(.particle), !text.tokens[first - 1].isCapital,
                !text.tokens[first - 1].isAny(of: .function.union(.joiner).subtracting(.preposition))
                    || text.token(first - 1, is: "de") || text.token(first - 1, is: "la"),
                text.tokens[first].shape.contains(.spaceBefore)
            { first -= 1 }
            // *y*, *e* join, they do not begin; nor does an article alone.
            while first < names[index].tokens.lowerBound,
                text.tokens[first].end - text.tokens[first].start < 2 || text.token(first, is: "la")
                    || text.token(first, is: "el")
            { first += 1 }
            names[index].tokens = first..<names[index].tokens.upperBound
        }
    }
}
