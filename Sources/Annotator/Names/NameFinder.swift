import DocumentModel
import EnglishModel

/// Finds names: runs of capitalised words, told apart by the lists, by their last word, by a title before them and by
/// what the article says elsewhere. Two passes, each linear: sure names first, then those that lean on them.
struct NameFinder {
    let text: AnalysedText
    var names: [Name] = []
    /// The words of sure names in lower case, each with the kind of name it was part of.
    var known: [String: EntityKind] = [:]
    var title: TokenRange?
    var sentence: TokenRange = 0..<0
    var isTitleCase = false

    /// All names in order, without overlap.
    static func names(in text: AnalysedText) -> [Name] {
        var finder = NameFinder(text: text)
        for part in text.parts where part.kind != .title && part.kind != .heading { finder.read(part) }
        finder.learn()
        for part in text.parts where part.kind == .title || part.kind == .heading { finder.read(part) }
        finder.settle()
        return finder.names
    }

    private init(text: AnalysedText) { self.text = text }

    mutating func read(_ part: AnalysedText.Part) {
        isTitleCase = (part.kind == .title || part.kind == .heading) && isMostlyCapital(part.tokens)
        for sentence in text.sentences[part.sentences] {
            self.sentence = sentence
            title = nil
            var at = sentence.lowerBound
            while at < sentence.upperBound { at = next(at) }
        }
    }

    func isMostlyCapital(_ tokens: TokenRange) -> Bool {
        var capital = 0
        var small = 0
        for token in text.tokens[tokens] where token.isWord && !token.isAny(of: .function) && token.end - token.start > 3 {
            if token.isCapital { capital += 1 } else { small += 1 }
        }
        return capital > small * 2
    }

    mutating func next(_ at: Int) -> Int {
        let token = text.tokens[at]
        let end = sentence.upperBound
        if token.kind == .number || token.kind == .symbol
            || token.isAny(of: [.number, .magnitude, .moneySign, .month, .weekday])
            || token.isCapital && at + 1 < end && text.tokens[at + 1].kind == .symbol
                && text.tokens[at + 1].classes.contains(.moneySign),
            let amount = Amounts.name(in: text, at: at, before: end)
        {
            names.append(amount)
            title = nil
            return amount.tokens.upperBound
        }
        guard token.isWord else {
            if token.kind != .openBracket { title = nil }
            return at + 1
        }
        if token.isCapital || token.classes.contains(.opensPhrase) || token.classes.contains(.particle),
            let past = listed(at)
        {
            return past
        }
        if token.isAny(of: [.title, .opensPhrase]), !isGivenName(at), let past = titleEnd(at) {
            title = (title?.lowerBound ?? at)..<past
            return past
        }
        guard token.isCapital, isNameWord(at) else {
            if !token.isAny(of: .joiner) { title = nil }
            return at + 1
        }
        return run(at)
    }

    /// *Dean Prosser, 38,*: a title that is a given name too, before one more name.
    private func isGivenName(_ at: Int) -> Bool {
        guard text.tokens[at].classes.contains(.givenName), isNamePart(at), isNamePart(at + 1), !isNamePart(at + 2),
            at + 2 >= sentence.upperBound || !text.tokens[at + 2].isAny(of: .particle)
        else {
            return false
        }
        return at == sentence.lowerBound || !text.token(at - 1, is: "the")
    }

    private func isNamePart(_ at: Int) -> Bool {
        at < sentence.upperBound && text.tokens[at].isWord && text.tokens[at].isCapital
            && !text.tokens[at].isAny(of: .function)
    }

    // MARK: Runs of capitals

    /// Whether a capitalised word may be part of a name.
    func isNameWord(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.isWord, token.isCapital else { return false }
        if token.isAny(of: .function) {
            // *Will Smith*, *May said*: a name that is a function word too.
            return token.classes.contains(.givenName) && !isFirst(at) && at + 1 < sentence.upperBound
                && text.tokens[at + 1].isCapital
        }
        if token.classes.contains(.adverb), isFirst(at) { return false }
        if isTitleCase {
            return token.isAny(of: [.givenName, .familyName, .familyNameFirst]) || known[text.lower(at)] != nil
                || token.shape.contains(.allCapitals) && !token.classes.contains(.common)
        }
        guard isFirst(at) else { return true }
        let isKnown = token.isAny(of: [.givenName, .familyName, .familyNameFirst, .organisation, .place])
        let nextIsCapital =
            at + 1 < sentence.upperBound && text.tokens[at + 1].isCapital && text.tokens[at + 1].isWord
            && !text.tokens[at + 1].isAny(of: .function)
        if token.isAny(of: [.common, .cue, .role, .people, .body, .document, .title, .time, .currency]) {
            return isKnown && nextIsCapital
                || nextIsCapital
                    && text.tokens[at + 1].isAny(of: [.organisationHead, .facilityHead, .locationHead, .eventHead])
        }
        return isKnown || nextIsCapital || !looksCommon(at)
    }

    /// First word of a sentence or right after an opening mark or colon, where a capital says little.
    func isFirst(_ at: Int) -> Bool {
        guard at > sentence.lowerBound else { return true }
        switch text.tokens[at - 1].kind {
        case .mark, .stop, .colon, .dash, .openBracket: return true
        default: return false
        }
    }

    /// A word that the lists do not know, formed like no name.
    func looksCommon(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        guard bytes.count > 4 else { return false }
        return [
            "ing", "ed", "ly", "tion", "tions", "ness", "ment", "ments", "ers", "ists", "ies", "able", "ible", "less",
            "ful", "ous", "ive", "ical",
        ].contains {
            bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }

    /// No name has more words; the bound keeps texts of capitals linear.
    private static let longestName = 24

    /// Where the run of name words from a token on ends.
    func runEnd(from start: Int) -> Int {
        var at = start
        let end = min(sentence.upperBound, start + Self.longestName)
        while at < end {
            let token = text.tokens[at]
            if at > start, !token.shape.contains(.spaceBefore), token.kind != .mark { break }
            if token.isWord, token.isCapital, !token.isAny(of: [.weekday]),
                isNameWord(at) || at > start && token.isAny(of: [.organisationHead, .suffix])
            {
                at += 1
                continue
            }
            guard at > start || start > sentence.lowerBound, let past = joined(at, since: start) else { break }
            at = past
        }
        return at
    }

    /// Whether a small word at `at` joins the name before it with the one after: gives where the name goes on.
    func joined(_ at: Int, since start: Int) -> Int? {
        let end = sentence.upperBound
        let token = text.tokens[at]
        // *Seafarers' Federation*
        if token.kind == .mark, !text.isQuoted(at), !token.shape.contains(.spaceBefore), at + 1 < end,
            text.tokens[at + 1].isCapital, text.tokens[at + 1].isAny(of: [.organisationHead, .facilityHead])
        {
            return at + 1
        }
        guard token.isAny(of: [.joiner, .particle]) || token.kind == .symbol, at + 1 < end else { return nil }
        var next = at + 1
        if next < end, text.token(next, is: "the") || text.tokens[next].classes.contains(.particle) { next += 1 }
        guard next < end, text.tokens[next].isWord, text.tokens[next].isCapital, !text.tokens[next].isAny(of: .function)
        else { return nil }
        if token.kind == .symbol { return text.bytes(of: at).elementsEqual("&".utf8) ? next : nil }
        if text.token(at, is: "of") || text.token(at, is: "for") {
            return isBodyHead(at - 1)
                && (text.token(at, is: "of") || text.tokens[at - 1].isAny(of: [.organisationHead, .workHead])) ? next : nil
        }
        if text.token(at, is: "and") || text.token(at, is: "on") || text.token(at, is: "in") || text.token(at, is: "to")
            || text.token(at, is: "the")
        {
            // *Ministry of Science and Technology*, *Committee on Agriculture*
            if text.token(at, is: "on") {
                return isBodyHead(at - 1) && text.tokens[at - 1].classes.contains(.organisationHead)
                    && !text.tokens[next].isAny(of: [.weekday, .month]) ? next : nil
            }
            guard text.token(at, is: "and"), hasBodyOf(start, at) else { return nil }
            return next
        }
        return next == at + 1 || text.tokens[at + 1].classes.contains(.particle) ? next : nil
    }

    func isBodyHead(_ at: Int) -> Bool {
        text.tokens[at].isAny(of: [.organisationHead, .workHead, .facilityHead, .locationHead]) && text.tokens[at].isCapital
            && !text.tokens[at].isAny(of: .familyName)
    }

    /// Whether *Ministry of*, *Department for* stands right before these words: *and* may go on with what it is for.
    func hasBodyOf(_ start: Int, _ end: Int) -> Bool {
        var at = end - 1
        while at > start, end - at < 6 {
            if text.token(at, is: "of") || text.token(at, is: "for") || text.token(at, is: "on") {
                return isBodyHead(at - 1)
            }
            if !text.tokens[at].isCapital { return false }
            at -= 1
        }
        return false
    }

    mutating func run(_ start: Int) -> Int {
        var end = runEnd(from: start)
        guard end > start else { return start + 1 }
        let given = title
        title = nil
        // A listed place or body inside a longer run is a name of its own, unless the run's last word joins them.
        if headKind(start..<end) == nil {
            var index = start + 1
            while index < end {
                let classes = text.tokens[index].classes
                if !classes.isDisjoint(with: [.demonym, .country, .title, .month]),
                    classes.isDisjoint(with: [.familyName, .givenName]),
                    index > start + 1 || index + 1 < end || !classes.contains(.title)
                {
                    end = index
                    break
                }
                // *Tarnovian Foreign Minister Ruzanna Petrosian*: a people, a title, a name.
                if classes.contains(.opensPhrase), let phrase = text.phrase(at: index, before: end),
                    phrase.entry.classes.contains(.title)
                {
                    end = index
                    break
                }
                index += 1
            }
        }
        if startsWithPlainWord(start..<end) {
            title = given
            return start + 1
        }
        let run = start..<end
        guard let kind = kind(of: run, title: given) else { return end }
        names.append(
            Name(
                tokens: run, kind: kind.0, title: kind.0 == .person ? given : nil,
                gender: kind.0 == .person ? gender(run, given) : .unknown, isGuess: kind.1 != nil,
                isDoubtful: kind.1 != nil && run.count == 1 && isFirst(start) && !isTitleCase && isDoubtful(start)))
        return end
    }

    /// *Substitute Wu Jianhong*: the first word of a sentence before a name that is whole without it.
    func startsWithPlainWord(_ run: TokenRange) -> Bool {
        guard run.count > 2, isFirst(run.lowerBound) else { return false }
        let first = text.tokens[run.lowerBound]
        let second = text.tokens[run.lowerBound + 1]
        return !first.isAny(of: [.givenName, .familyName, .familyNameFirst, .organisation, .place])
            && second.isAny(of: [.givenName, .familyNameFirst])
    }

    mutating func append(_ run: TokenRange, _ kind: EntityKind, country: Int16 = -1) {
        names.append(Name(tokens: run, kind: kind, country: country))
        title = nil
    }

    func gender(_ run: TokenRange, _ title: TokenRange?) -> Gender { Self.gender(of: run, title: title, in: text) }

    /// What a name's title and given name tell.
    static func gender(of run: TokenRange, title: TokenRange?, in text: AnalysedText) -> Gender {
        if let title {
            for token in text.tokens[title] {
                if token.classes.contains(.feminine), !token.classes.contains(.masculine) { return .feminine }
                if token.classes.contains(.masculine), !token.classes.contains(.feminine),
                    !token.classes.contains(.givenName)
                {
                    return .masculine
                }
            }
        }
        // In Vietnamese names *Thị* in the middle is a woman's.
        if run.count > 2, run.dropFirst().dropLast().contains(where: { ["thi", "thị"].contains(text.lower($0)) }) {
            return .feminine
        }
        guard run.count > 1 || text.tokens[run.lowerBound].classes.contains(.givenName) else { return .unknown }
        let first = text.tokens[run.lowerBound].classes
        guard first.contains(.givenName) else { return .unknown }
        if first.contains(.feminine), !first.contains(.masculine) { return .feminine }
        if first.contains(.masculine), !first.contains(.feminine) { return .masculine }
        return .unknown
    }

    /// The kind that a run's last word (or the one before *of*) tells.
    func headKind(_ run: TokenRange) -> EntityKind? {
        guard run.count > 1 else { return nil }
        var last = run.upperBound - 1
        for index in run where text.token(index, is: "of") || text.token(index, is: "for") {
            if index > run.lowerBound,
                text.tokens[index - 1].isAny(of: [.organisationHead, .workHead, .eventHead, .facilityHead, .locationHead])
            {
                last = index - 1
                break
            }
        }
        let classes = text.tokens[last].classes
        if !text.tokens[last].isCapital { return nil }
        if last == run.upperBound - 1, text.tokens[run.lowerBound].classes.contains(.givenName), run.count == 2,
            classes.contains(.familyName)
        {
            return nil
        }
        if classes.contains(.organisationHead) { return .organisation }
        if classes.contains(.facilityHead) { return .facility }
        if classes.contains(.locationHead) { return .location }
        if classes.contains(.eventHead) { return .event }
        if classes.contains(.workHead) { return .work }
        return nil
    }
}
