import CEnglishModel

/// How the lists' lines become entries. Each list's head describes its format.
extension Lexicon {
    mutating func readLists() {
        readClasses(english_list_function_words, Self.functionClasses, words: .spaces)
        readClasses(english_list_calendar, Self.calendarClasses, words: .spaces)
        readClasses(english_list_name_particles, Self.particleClasses, words: .spaces)
        readClasses(english_list_name_heads, Self.headClasses, words: .spaces)
        readClasses(english_list_common_words, [:], otherwise: .common, words: .spaces)
        readClasses(english_list_titles, Self.titleClasses, words: .commas)
        readClasses(english_list_roles, Self.roleClasses, words: .commas)
        readClasses(english_list_given_names, Self.nameClasses, words: .spaces)
        readClasses(english_list_surnames, Self.surnameClasses, words: .spaces)
        readClasses(english_list_peoples, [:], otherwise: .demonym, words: .commas)
        readClasses(english_list_places, [:], otherwise: .place, words: .commas)
        readClasses(english_list_organisations, Self.organisationClasses, words: .commas)
        readAbbreviations()
        readCountries()
        readCues()
        readNicknames()
    }

    private enum Separator {
        case spaces
        case commas

        var byte: UInt8 { self == .spaces ? 0x20 : UInt8(ascii: ",") }
    }

    /// Reads lines of a class, a colon and words; lines without a colon are of the class `otherwise`.
    private mutating func readClasses(
        _ list: english_list, _ classes: [String: WordClass], otherwise: WordClass = [], words separator: Separator
    ) {
        for line in Self.lines(of: list) {
            var given = otherwise
            var rest = line
            if let colon = line.firstIndex(of: UInt8(ascii: ":")),
                let named = classes[String(decoding: line[..<colon], as: UTF8.self)]
            {
                given = named
                rest = line[(colon + 1)...]
            }
            for word in rest.split(separator: separator.byte) {
                let key = Self.trimmed(word)
                if !key.isEmpty { update(key) { $0.classes.formUnion(given) } }
            }
        }
    }

    private mutating func readNicknames() {
        for (group, line) in Self.lines(of: english_list_nicknames).enumerated() {
            for name in line.split(separator: 0x20) { nicknameGroups[Array(name), default: []].append(group) }
        }
    }

    private mutating func readAbbreviations() {
        for line in Self.lines(of: english_list_abbreviations) {
            let isFinal = line.first == UInt8(ascii: "|")
            for word in line.split(separator: 0x20) where word.count > 1 {
                update(word) { $0.classes.formUnion(isFinal ? [.abbreviation, .finalAbbreviation] : .abbreviation) }
            }
        }
    }

    private mutating func readCountries() {
        for (number, line) in Self.lines(of: english_list_countries).enumerated() {
            let parts = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            for (part, given) in zip(parts, [WordClass.country, .demonym, .place]) {
                for name in part.split(separator: UInt8(ascii: ",")) {
                    let key = Self.trimmed(name)
                    guard !key.isEmpty else { continue }
                    update(key) {
                        $0.classes.insert(given)
                        if $0.country < 0 { $0.country = Int16(clamping: number) }
                    }
                }
            }
        }
    }

    private mutating func readCues() {
        for line in Self.lines(of: english_list_cues) {
            let parts = line.split(separator: UInt8(ascii: ";")).map(Self.trimmed)
            guard parts.count == 3 else { continue }
            var verb = CueVerb(isThought: parts[1].elementsEqual("thought".utf8), takes: [], prepositions: [])
            for word in parts[2].split(separator: 0x20) {
                if word.first == UInt8(ascii: "/") {
                    verb.prepositions.append(String(decoding: word.dropFirst(), as: UTF8.self))
                } else if let takes = Self.takes[String(decoding: word, as: UTF8.self)] {
                    verb.takes.formUnion(takes)
                }
            }
            let number = Int16(clamping: cueVerbs.count)
            cueVerbs.append(verb)
            for (form, key) in Self.forms(parts[0]) {
                update(key[...]) {
                    $0.classes.insert(.cue)
                    if $0.cueVerb < 0 { $0.cueVerb = number }
                    $0.verbForm.formUnion(form)
                }
            }
        }
    }

    /// A verb's forms: as listed, or made by the rules of English spelling where a star stands for them.
    private static func forms(_ part: ArraySlice<UInt8>) -> [(VerbForm, [UInt8])] {
        let order: [VerbForm] = [.base, .third, .past, .participle, .progressive]
        var forms: [(VerbForm, [UInt8])] = []
        var listed = 0
        for word in part.split(separator: 0x20) {
            let stars = word.reversed().prefix { $0 == UInt8(ascii: "*") }.count
            let base = word.dropLast(stars).map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
            if stars == 0 {
                if listed < order.count { forms.append((order[listed], base)) }
                listed += 1
                continue
            }
            var stem = base
            let endsInE = base.last == UInt8(ascii: "e")
            if endsInE { stem.removeLast() }
            if stars == 2, let last = base.last { stem.append(last) }
            forms.append((.base, base))
            forms.append((.third, base + "s".utf8))
            forms.append(([.past, .participle], stem + "ed".utf8))
            forms.append((.progressive, stem + "ing".utf8))
        }
        return forms
    }

    /// A list's lines in lower case, without comments and empty ones.
    private static func lines(of list: english_list) -> [ArraySlice<UInt8>] {
        let file = english_list(list)
        guard let start = file.bytes else { return [] }
        let bytes = Word.lowercased(Array(UnsafeBufferPointer(start: start, count: file.count))[...])
        return bytes.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }
    }

    private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var slice = slice
        while slice.first == 0x20 { slice.removeFirst() }
        while slice.last == 0x20 { slice.removeLast() }
        return slice
    }

    private static let takes: [String: CueVerb.Takes] = [
        "quote": .quote, "that": .that, "clause": .clause, "to": .infinitive, "whom": .addressee, "ask": .demand,
        "wh": .question, "np": .nounPhrase, "weak": .weak, "must": .obligatoryAddressee,
    ]
    private static let functionClasses: [String: WordClass] = [
        "determiner": .determiner, "possessive": .possessive, "preposition": .preposition, "conjunction": .conjunction,
        "subordinator": .subordinator, "relative": .relative, "wh": .interrogative, "personal": .pronoun,
        "subject": .subjectPronoun, "auxiliary": .auxiliary, "be": .be, "have": .have, "negation": .negation,
        "adverb": .adverb, "number": .number,
    ]
    private static let calendarClasses: [String: WordClass] = [
        "month": .month, "weekday": .weekday, "time": .time, "currency": .currency, "money-sign": .moneySign,
        "magnitude": .magnitude, "percent": .percent,
    ]
    private static let particleClasses: [String: WordClass] = [
        "particle": .particle, "joiner": .joiner, "suffix": .suffix,
    ]
    private static let headClasses: [String: WordClass] = [
        "organisation": .organisationHead, "location": .locationHead, "facility": .facilityHead, "event": .eventHead,
        "work": .workHead, "location-first": .locationFirst, "facility-first": .facilityFirst,
        "organisation-first": .organisationFirst,
    ]
    private static let titleClasses: [String: WordClass] = [
        "m": [.title, .masculine], "f": [.title, .feminine], "u": .title,
    ]
    private static let roleClasses: [String: WordClass] = [
        "man": [.role, .masculine], "woman": [.role, .feminine], "person": .role, "relation": [.role, .relation],
        "voice": [.role, .voice], "people": .people, "body": .body, "outlet": [.body, .outletNoun], "document": .document,
    ]
    private static let nameClasses: [String: WordClass] = [
        "m": [.givenName, .masculine], "f": [.givenName, .feminine], "u": .givenName,
    ]
    private static let surnameClasses: [String: WordClass] = ["first": .familyNameFirst, "last": .familyName]
    private static let organisationClasses: [String: WordClass] = [
        "body": .organisation, "outlet": [.organisation, .outlet], "acronym": [.organisation, .acronym],
    ]
}
