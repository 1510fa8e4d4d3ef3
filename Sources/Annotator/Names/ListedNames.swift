import DocumentModel
import EnglishModel

/// Names and titles that the lists know.
extension NameFinder {
    mutating func listed(_ at: Int) -> Int? {
        let end = sentence.upperBound
        var count = 1
        var entry = text.tokens[at].entry >= 0 ? text.lexicon.entries[Int(text.tokens[at].entry)] : WordEntry()
        let geographic: WordClass = [.country, .demonym, .place, .organisation]
        if let phrase = text.phrase(at: at, before: end), !phrase.entry.classes.isDisjoint(with: geographic),
            isNamed(at, phrase.count)
        {
            count = phrase.count
            entry = phrase.entry
        }
        guard !entry.classes.isDisjoint(with: geographic), isNamed(at, count) else { return nil }
        if entry.classes.contains(.acronym), entry.classes.isDisjoint(with: [.country, .place]) || count == 1,
            !text.tokens[at].shape.contains(.allCapitals),
            entry.classes.isDisjoint(with: geographic.subtracting(.organisation))
        {
            return nil
        }
        // *US* and *us*, *IT* and *it*.
        if count == 1, text.tokens[at].isAny(of: .function), !text.tokens[at].shape.contains(.allCapitals) { return nil }
        // A family or given name that is a place as well: *Jordan Peterson*, *Kent*; after a title it is a person's.
        if title != nil, entry.classes.isDisjoint(with: [.demonym]), count == 1,
            text.tokens[at].isAny(of: [.givenName, .familyName, .place]) || !entry.classes.contains(.country)
        {
            return nil
        }
        if count == 1, text.tokens[at].classes.contains(.givenName), at + 1 < end, isNameWord(at + 1),
            text.tokens[at + 1].isCapital,
            !text.tokens[at + 1].isAny(of: [.organisationHead, .locationHead, .facilityHead, .eventHead])
        {
            return nil
        }
        let past = at + count
        let runEnd = runEnd(from: past)
        if runEnd > past, let kind = headKind(at..<runEnd) {
            append(at..<runEnd, kind)
            return runEnd
        }
        var kind: EntityKind = .location
        if entry.classes.contains(.demonym), entry.classes.isDisjoint(with: [.country]) { kind = .group }
        if entry.classes.contains(.organisation), entry.classes.isDisjoint(with: [.country, .place]) {
            kind = .organisation
        }
        let keptTitle = title
        append(at..<past, kind, country: entry.country)
        if kind == .group || kind == .location { title = keptTitle }
        return past
    }

    /// Whether the words of a listed name stand in capitals as a name does: the first and the last.
    func isNamed(_ at: Int, _ count: Int) -> Bool {
        let last = at + count - 1
        let startsSmall =
            text.token(at, is: "the") || text.tokens[at].classes.contains(.particle) || text.token(at, is: "sub-saharan")
        guard text.tokens[last].isCapital || text.tokens[last].kind == .clitic else { return false }
        return text.tokens[at].isCapital || startsSmall && count > 1 && text.tokens[at].isCapital
            || text.tokens[at].classes.contains(.particle) && count == 1 && text.tokens[at].isCapital
    }

    // MARK: Titles

    /// Where the title that begins at a token ends, if a name follows it.
    func titleEnd(_ at: Int) -> Int? {
        let end = sentence.upperBound
        var past = at
        if let phrase = text.phrase(at: at, before: end), phrase.entry.classes.contains(.title) {
            past = at + phrase.count
        } else if text.tokens[at].classes.contains(.title) {
            past = at + 1
        }
        guard past > at else { return nil }
        // A name made of given name and title word: *Major Smith* is no *Major* where *John Major* is known.
        if at > sentence.lowerBound, names.last?.tokens.upperBound == at, text.tokens[at - 1].classes.contains(.givenName),
            text.tokens[at].isCapital
        {
            return nil
        }
        var next = past
        if next < end, text.tokens[next].kind == .openBracket { next += 1 }
        guard next < end, text.tokens[next].isWord,
            text.tokens[next].isCapital || text.tokens[next].classes.contains(.title)
        else { return nil }
        if text.tokens[next].classes.contains(.title), !text.tokens[next].isCapital, !text.tokens[at].isCapital {
            return nil
        }
        guard
            isNameWord(next) || text.tokens[next].classes.contains(.title)
                || text.tokens[next].isAny(of: [.givenName, .familyName, .familyNameFirst])
        else { return nil }
        return past
    }
}
