import EnglishModel

/// Which full stops are a word's own: those of abbreviations and initials.
extension Tokenizer {
    /// Whether the full stop at `at` belongs to the word begun at `start`: gives where the word goes on, or nil.
    func dot(_ start: Int, _ at: Int, _ end: Int) -> Int? {
        guard at > start else { return nil }
        let after = at + 1 < end ? bytes[at + 1] : 0
        let isInitial =
            at - start == 1 || at >= 2 && (bytes[at - 2] == UInt8(ascii: ".") || bytes[at - 2] == UInt8(ascii: "-"))
        if isInitial, Self.isCapital(bytes[at - 1]) { return at + 1 }
        if isInitial, Self.isLetter(bytes[at - 1]),
            (at - start > 1 || at + 2 < end && Self.isLetter(after) && bytes[at + 2] == UInt8(ascii: "."))
        {
            return at + 1
        }
        if Self.isSmall(after) || Self.isDigit(after) { return at + 1 }
        guard at - start < 12 else { return nil }
        var key = Word.lowercased(bytes[start...at])
        guard lexicon.isAbbreviation(key[...]) else { return nil }
        if Word.startsWithCapital(bytes[start...at]) { return isFamilyName(start, at, end) ? nil : at + 1 }
        key.removeLast()
        let name = String(decoding: key, as: UTF8.self)
        if Self.smallAbbreviations.contains(name) { return at + 1 }
        var next = at + 1
        while next < end, bytes[next] == 0x20 { next += 1 }
        return Self.abbreviationsOfNumbers.contains(name) && next < end && Self.isDigit(bytes[next]) ? at + 1 : nil
    }

    /// *said Mr Penn. “It was …”*: a family name that is a state in short as well, and the sentence's own full stop.
    private func isFamilyName(_ start: Int, _ dot: Int, _ end: Int) -> Bool {
        // What the lists know of the words before is looked up only when all are there.
        guard dot - start > 2, let before = lastToken, before.reading.kind == .word,
            let known = lexicon.find(Word.lowercased(bytes[before.range])[...]),
            !lexicon.entries[known].classes.isDisjoint(with: [.title, .givenName, .cue]),
            !lexicon.entries[known].classes.contains(.preposition)
        else { return false }
        let key = Word.lowercased(bytes[start..<dot])
        guard Self.statesAndNames.contains(String(decoding: key, as: UTF8.self)) else { return false }
        var next = dot + 1
        while next < end, Self.spaceWidth(bytes, next, end) > 0 { next += Self.spaceWidth(bytes, next, end) }
        return next >= end || !Self.isSmall(bytes[next])
    }

    private static let statesAndNames: Set<String> = [
        "penn", "wash", "mass", "miss", "ill", "cal", "del", "ore", "tex", "conn", "minn", "mont", "wis", "ark", "kan",
    ]
    private static let smallAbbreviations: Set<String> = [
        "vs", "v", "etc", "e.g", "i.e", "cf", "viz", "ca", "approx", "a.m", "p.m", "al",
    ]
    private static let abbreviationsOfNumbers: Set<String> = [
        "no", "nos", "p", "pp", "vol", "fig", "figs", "art", "sec", "ch",
    ]
}
