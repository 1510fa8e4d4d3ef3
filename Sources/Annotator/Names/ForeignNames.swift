import DocumentModel
import EnglishModel

/// Names in a text of another language than English, by what most languages with capitals have in common: runs of capitals
/// inside a sentence, joined by particles. German writes every noun so: there a run needs a known given name, a family name
/// that comes again alone, or a word for a body. Without capitals, only what a script or an honorific marks is a name.
///
/// What nothing speaks for is left out: no guesses. Linear.
struct ForeignNames {
    private struct Candidate {
        var tokens: TokenRange
        /// Whether the first word's capital may be only that of a sentence's first word.
        var isFirst: Bool
    }

    private let text: AnalysedText
    private let language: String
    private var candidates: [Candidate] = []
    private var names: [Name] = []
    /// Words that the text has without a capital.
    private var small: Set<[UInt8]> = []
    /// Words that stand alone with a capital, and how often.
    private var alone: [[UInt8]: Int] = [:]
    private var places: Set<[UInt8]> = []
    private var people: Set<[UInt8]> = []

    /// All names in order, without overlap.
    static func names(in text: AnalysedText, language: String) -> [Name] {
        var finder = ForeignNames(text: text, language: language)
        for token in text.tokens.indices where text.tokens[token].isWord && !text.tokens[token].isCapital {
            finder.small.insert(finder.lower(token))
        }
        for sentence in text.sentences { finder.read(sentence) }
        for candidate in finder.candidates where candidate.tokens.count == 1 {
            finder.alone[finder.lower(candidate.tokens.lowerBound), default: 0] += 1
        }
        finder.name(alone: false)
        finder.name(alone: true)
        finder.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return finder.names
    }

    private init(text: AnalysedText, language: String) {
        self.text = text
        self.language = language
    }

    private func lower(_ token: Int) -> [UInt8] { Word.lowercased(text.bytes(of: token)) }

    // MARK: Candidates

    private mutating func read(_ sentence: TokenRange) {
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            let token = text.tokens[at]
            if token.kind == .number || token.kind == .symbol,
                let amount = Amounts.name(in: text, at: at, before: sentence.upperBound), amount.kind != .date
            {
                names.append(amount)
                at = amount.tokens.upperBound
            } else if let name = scriptName(at) {
                names.append(name)
                at += 1
            } else if token.isWord, token.isCapital {
                at = run(from: at, in: sentence)
            } else {
                at += 1
            }
        }
    }

    /// Takes the run of capitals that begins at a token; gives where it ends.
    private mutating func run(from first: Int, in sentence: TokenRange) -> Int {
        var end = first + 1
        while end < sentence.upperBound, text.quoteOf[end] == text.quoteOf[first], end - first < 8 {
            if isNameWord(end) {
                end += 1
                continue
            }
            var next = end
            while next < sentence.upperBound, next - end < 2, isParticle(next) { next += 1 }
            // *der Plan von Berg*: between German nouns a particle joins nothing.
            guard next > end, next < sentence.upperBound, isNameWord(next), text.quoteOf[next] == text.quoteOf[first],
                language != "de" || text.tokens[end - 1].classes.contains(.givenName)
            else { break }
            end = next + 1
        }
        var start = first
        let isFirst =
            start == sentence.lowerBound || !text.tokens[start - 1].isWord && text.tokens[start - 1].kind != .comma
        if isFirst {
            let word = lower(start)
            if Language.isCommon(word, in: language) || small.contains(word) || word.count < 3 { start += 1 }
        }
        while start < end, isParticle(start) { start += 1 }
        guard start < end else { return end }
        if isFirst, end < sentence.upperBound, text.tokens[end].kind == .dash,
            text.tokens[end].shape.contains(.spaceBefore),
            start == sentence.lowerBound
        {
            // *Wittenau – …*: where a report was written.
            places.insert(lower(end - 1))
            names.append(Name(tokens: start..<end, kind: .location))
            return end
        }
        candidates.append(Candidate(tokens: start..<end, isFirst: isFirst && start == first))
        return end
    }

    private func isNameWord(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return token.isWord && token.isCapital && token.shape.contains(.spaceBefore)
    }

    private func isParticle(_ at: Int) -> Bool {
        guard !text.tokens[at].isCapital, text.tokens[at].isWord else { return false }
        let word = text.lower(at)
        return Self.particles.contains(word) || language == "pt" && (word == "do" || word == "dos" || word == "das")
    }

    private static let particles: Set<String> = [
        "de", "del", "della", "di", "da", "dal", "du", "la", "le", "van", "von", "der", "den", "ter",
        "ten", "zu", "el", "al", "bin", "ibn", "af",
    ]

    // MARK: Kinds

    private mutating func name(alone isAlone: Bool) {
        for candidate in candidates where (candidate.tokens.count == 1) == isAlone {
            guard let name = isAlone ? single(candidate) : several(candidate.tokens) else { continue }
            names.append(name)
            if name.kind == .person {
                for token in name.tokens where text.tokens[token].isCapital { people.insert(lower(token)) }
            } else if name.kind == .location {
                places.insert(lower(name.tokens.lowerBound))
            }
        }
    }

    private func several(_ run: TokenRange) -> Name? {
        if run.contains(where: isBodyWord) { return Name(tokens: run, kind: .organisation) }
        var start = run.lowerBound
        while start + 1 < run.upperBound, Self.honorifics.contains(text.lower(start)) || isParticle(start) { start += 1 }
        let title = start > run.lowerBound ? run.lowerBound..<start : nil
        // *Bürgermeisterin Annegret Stolle*: what comes again alone is the family name, and the given name is before it.
        if language == "de", title == nil, run.count > 2, !text.tokens[start].classes.contains(.givenName) {
            start = run.upperBound - 2
        }
        let rest = start..<run.upperBound
        let isGiven = text.tokens[start].classes.contains(.givenName)
        let comesAgain = alone[lower(run.upperBound - 1)] != nil
        if rest.count == 1 {
            let isPerson = title != nil || comesAgain || isGiven
            return isPerson ? Name(tokens: rest, kind: .person, title: title) : nil
        }
        if !isGiven, title == nil {
            if let listed = listedKind(run) { return Name(tokens: run, kind: listed) }
            if language == "de", !comesAgain { return nil }
            if !comesAgain, standsInPlace(run.lowerBound) { return Name(tokens: run, kind: .location) }
        }
        return Name(
            tokens: rest, kind: .person, title: title, gender: NameFinder.gender(of: rest, title: title, in: text))
    }

    private func single(_ candidate: Candidate) -> Name? {
        let at = candidate.tokens.lowerBound
        let word = lower(at)
        if places.contains(word) { return Name(tokens: candidate.tokens, kind: .location) }
        if people.contains(word) { return Name(tokens: candidate.tokens, kind: .person) }
        if let listed = listedKind(candidate.tokens) { return Name(tokens: candidate.tokens, kind: listed) }
        if language != "de", !candidate.isFirst, standsInPlace(at) {
            return Name(tokens: candidate.tokens, kind: .location)
        }
        return nil
    }

    private func listedKind(_ run: TokenRange) -> EntityKind? {
        let classes = run.count == 1 ? text.tokens[run.lowerBound].classes : []
        if classes.contains(.place) || classes.contains(.country) { return .location }
        if classes.contains(.organisation) { return .organisation }
        return nil
    }

    /// Whether a preposition of place stands before a token.
    private func standsInPlace(_ at: Int) -> Bool {
        guard at > 0, !text.tokens[at - 1].isCapital, let words = Self.prepositions[language] else { return false }
        return words.contains(text.lower(at - 1))
    }

    private static let prepositions: [String: Set<String>] = [
        "fr": ["à"], "es": ["en"], "it": ["a"], "pt": ["em"], "nl": ["in", "uit", "naar", "te"],
        "pl": ["w", "we", "do", "z"],
        "sv": ["i", "till", "från"], "ru": ["в", "во", "из"], "uk": ["у", "в", "із", "з", "до"],
    ]

    /// A word for a body in one of the languages, or *GmbH* and its like.
    private func isBodyWord(_ at: Int) -> Bool {
        guard text.tokens[at].isCapital else { return false }
        let word = text.lower(at)
        return Self.bodies.contains(word) || word.utf8.count > 6 && Self.bodyEndings.contains { word.hasSuffix($0) }
    }

    private static let bodies: Set<String> = [
        "ag", "gmbh", "sa", "spa", "radio", "bank", "institut", "instituut", "institutet", "universität", "partei",
        "verein",
        "ministerio", "universidad", "autoridad", "fundación", "asociación", "banco", "compañía", "partido", "instituto",
        "ministère", "université", "association", "fondation", "société", "banque", "parti", "chu", "ministero",
        "università", "fondazione", "associazione", "banca", "compagnia", "partito", "ministério",
        "universidade", "fundação", "associação", "companhia", "ministerstwo", "uniwersytet", "fundacja", "ministerie",
        "universiteit", "stichting", "gemeente", "компания", "фонд", "министерство", "университет", "банк", "партия",
        "компанія", "міністерство", "університет", "партія",
    ]

    private static let bodyEndings = [
        "bank", "sparkasse", "rundschau", "zeitung", "ministerium", "universität", "gesellschaft", "werke",
        "partei", "verband", "krant", "universitet",
    ]

    private static let honorifics: Set<String> = [
        "herr", "frau", "dr", "dr.", "prof.", "professor", "bürgermeister", "bürgermeisterin", "pfarrer", "kanzler",
        "kanzlerin", "minister", "ministerin", "präsident", "präsidentin", "sprecher", "sprecherin", "señor", "señora",
        "don", "doña",
        "monsieur", "madame", "m.", "mme", "maître", "signor", "signora", "dom", "dona", "senhor", "senhora", "meneer",
        "mevrouw", "pan", "pani", "господин", "госпожа", "пан", "пані",
    ]

    // MARK: Scripts without capitals

    /// *高梨さん*, *長野県*: a name in Chinese characters that an honorific follows, or that ends in the word for a prefecture
    /// or a town.
    private func scriptName(_ at: Int) -> Name? {
        guard language == "ja", text.tokens[at].isWord else { return nil }
        let bytes = text.bytes(of: at)
        guard bytes.count >= 6, bytes.count <= 18, let lead = bytes.first, (0xE4...0xE9).contains(lead) else { return nil }
        if at + 1 < text.tokens.count, !text.tokens[at + 1].shape.contains(.spaceBefore),
            text.bytes(of: at + 1).starts(with: "さん".utf8)
        {
            return Name(tokens: at..<at + 1, kind: .person)
        }
        let isPlace = ["県", "府", "市", "町", "村"].contains { bytes.suffix(3).elementsEqual($0.utf8) }
        return isPlace ? Name(tokens: at..<at + 1, kind: .location) : nil
    }
}
