import DocumentModel
import EnglishModel

/// Bytes to tokens. One pass, linear; every token begins and ends on a character boundary.
///
/// Splits as news English is usually split (Penn Treebank): *'s* off its word; hyphenated words, abbreviations,
/// initials, decimals and measurements (6'2") whole; lands and peoples with a hyphen between apart.
struct Tokenizer {
    let bytes: [UInt8]
    let lexicon: Lexicon
    private var known: WordTable
    private(set) var tokens = Tokens()

    /// A tokenizer of some bytes, which has found nothing yet.
    init(_ bytes: [UInt8], _ lexicon: Lexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
        known = WordTable(of: bytes)
        // News has some five bytes a token; too little room would be doubled.
        tokens.reserveCapacity(bytes.count / 4)
    }

    /// Finds the tokens of a range, and gives their numbers.
    mutating func tokenize(_ range: TextRange) -> TokenRange {
        let first = tokens.count
        run(range)
        return first..<tokens.count
    }

    /// The bytes of the token found last, wherever they stand, and how it is read.
    var lastToken: (range: TextRange, reading: WordTable.Reading)? {
        tokens.isEmpty ? nil : known.word(tokens.number(of: tokens.count - 1))
    }

    /// The tokens that were found, with what is known of their words.
    func described(by vocabulary: inout Vocabulary, _ clusters: WordClusters) -> (tokens: Tokens, sketches: WordSketches) {
        vocabulary.beginText(of: bytes.count)
        var tokens = tokens
        var sketches: [WordSketch] = []
        var ids: [Int32] = []
        tokens.words.reserveCapacity(known.count)
        sketches.reserveCapacity(known.count)
        ids.reserveCapacity(known.count)
        var room: [UInt8] = []
        // All at once, with the memory of those that come next under way: what is known does not lie near the processor.
        let ahead = 8
        let places = (0..<known.count).map { number in
            if number + ahead < known.count, let key = known.key(of: number + ahead) { vocabulary.fetch(key) }
            return Int32(truncatingIfNeeded: known.key(of: number).map { vocabulary.place(of: $0) } ?? -1)
        }
        for number in 0..<known.count {
            let entry: Vocabulary.Entry
            if places[number] >= 0 {
                entry = vocabulary[Int(places[number])]
            } else {
                let word = word(number, &room)
                let sketch = WordSketch(word, bytes[known.word(number).range], clusters, &room)
                entry = vocabulary.learn(known.key(of: number), word, sketch)
            }
            tokens.words.append(entry.word)
            sketches.append(entry.sketch)
            ids.append(entry.id)
        }
        return (tokens, WordSketches(tokens, sketches, ids: ids))
    }

    /// A word with what the lists know of it; `room` is room to work in.
    private func word(_ number: Int, _ room: inout [UInt8]) -> Tokens.Word {
        let (range, reading) = known.word(number)
        var word = Tokens.Word(
            count: range.count, head: AnalysedText.head(of: bytes, range), kind: reading.kind, style: reading.style,
            shape: reading.shape)
        if word.kind.isLookedUp { describe(&word, range, &room) }
        return word
    }

    private mutating func run(_ range: TextRange) {
        var at = range.lowerBound
        let end = range.upperBound
        var spaced = true
        while at < end {
            let space = Self.spaceWidth(bytes, at, end)
            if space > 0 {
                spaced = true
                at += space
                continue
            }
            if isEmphasis(at, end) {
                at += 1
                continue
            }
            let before = tokens.count
            at = next(at, end)
            if spaced, before < tokens.count { tokens.setSpace(before: before) }
            spaced = false
        }
    }

    /// Whether the character at `at` is Markdown's mark of emphasis, which is no part of the text: ***Berg:** no*, *_no_*.
    private func isEmphasis(_ at: Int, _ end: Int) -> Bool {
        switch bytes[at] {
        case UInt8(ascii: "*"):
            return !(at > 0 && Self.isDigit(bytes[at - 1]) && at + 1 < end && Self.isDigit(bytes[at + 1]))
        case UInt8(ascii: "_"): return true
        default: return false
        }
    }

    /// Takes the token at `at` and gives where the next begins, always further on.
    private mutating func next(_ at: Int, _ end: Int) -> Int {
        let byte = bytes[at]
        if Self.isDigit(byte) { return number(at, end) }
        if Self.isLetter(byte) { return word(at, end) }
        if byte < 0x80 { return asciiPunctuation(byte, at, end) }
        let (kind, style, width) = Self.punctuation(bytes, at, end)
        if kind == .word { return word(at, end) }
        append(kind, at, at + width, style: style)
        return at + width
    }

    // MARK: Words

    private mutating func word(_ start: Int, _ end: Int) -> Int {
        var at = start
        var hasHyphen = false
        scan: while at < end {
            let byte = bytes[at]
            let following = at + 1 < end ? bytes[at + 1] : 0
            switch byte {
            case _ where Self.isLetter(byte) || Self.isDigit(byte): at += 1
            case UInt8(ascii: "_") where at > start && !Self.isLetter(following) && !Self.isDigit(following):
                break scan  // *_so_*: emphasis ends.
            case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "#"): at += 1
            case UInt8(ascii: "-") where at > start && Self.isCapital(bytes[start]) && isSuffix(from: at + 1, end):
                break scan
            case UInt8(ascii: "-")
            where at > start
                && (Self.isLetter(following) || Self.isDigit(following)
                    || following >= 0xC3 && Self.isWordStart(bytes, at + 1, end)):
                hasHyphen = true
                at += 1
            case UInt8(ascii: "&") where Self.isCapital(bytes[at - 1]) && Self.isCapital(following): at += 1
            case UInt8(ascii: "'") where at > start && Self.isLetter(following):
                if isClitic(from: at + 1, end) { break scan }
                at += 1
            case UInt8(ascii: "."):
                guard let past = dot(start, at, end) else { break scan }
                at = past
            case 0x80...:
                if Self.isRightSingle(bytes, at, end) {
                    guard at > start, at + 3 < end, Self.isWordStart(bytes, at + 3, end), !isClitic(from: at + 3, end)
                    else {
                        break scan
                    }
                    at += 3
                } else if Self.isWordStart(bytes, at, end) {
                    // Scripts without spaces are cut where Chinese characters and Japanese syllables meet.
                    if at > start, byte >= 0xE3, byte <= 0xE9,
                        Self.eastAsian(bytes, at, end) != Self.eastAsian(bytes, start, end)
                    {
                        break scan
                    }
                    at += Self.width(byte, at, end)
                } else {
                    break scan
                }
            default: break scan
            }
        }
        if at == start { at += Self.width(bytes[start], start, end) }
        if !hasHyphen || !appendParts(start, at) { append(.word, start, at, shape: hasHyphen ? .hyphen : []) }
        return clitic(at, end)
    }

    /// Appends the parts of a word of two with a hyphen where they are names of their own, of two lands or peoples
    /// (*Russia-Ukraine*) or with a syllable before (*pro-Israel*, *mid-February*); false where it is one word.
    private mutating func appendParts(_ start: Int, _ end: Int) -> Bool {
        guard let hyphen = bytes[start..<end].firstIndex(of: UInt8(ascii: "-")), hyphen + 1 < end,
            Self.isCapital(bytes[hyphen + 1])
        else { return false }
        let second = classes(hyphen + 1, end)
        if Self.isCapital(bytes[start]) {
            guard !second.isDisjoint(with: .geographic), lexicon.find(Word.lowercased(bytes[start..<end])[...]) == nil,
                !classes(start, hyphen).isDisjoint(with: .geographic) || isAny(of: Self.shortPeoples, start, hyphen)
            else { return false }
        } else {
            guard !second.isDisjoint(with: [.country, .demonym, .place, .month, .organisation]),
                isAny(of: Self.syllables, start, hyphen)
            else { return false }
        }
        append(.word, start, hyphen)
        append(.symbol, hyphen, hyphen + 1)
        append(.word, hyphen + 1, end)
        return true
    }

    private func classes(_ start: Int, _ end: Int) -> WordClass {
        lexicon.find(Word.lowercased(bytes[start..<end])[...]).map { lexicon.entries[$0].classes } ?? []
    }

    private func isAny(of words: [StaticString], _ start: Int, _ end: Int) -> Bool {
        words.contains { word in word.withUTF8Buffer { $0.elementsEqual(bytes[start..<end]) } }
    }

    private static let shortPeoples: [StaticString] = ["Sino", "Anglo", "Franco", "Russo", "Indo"]
    private static let syllables: [StaticString] = [
        "anti", "pro", "non", "ex", "pan", "mid", "post", "pre", "intra", "inter",
    ]

    /// Whether the word after a hyphen only joins a name to a noun, so that the name stands alone: *NATO-led*.
    private func isSuffix(from at: Int, _ end: Int) -> Bool {
        var past = at
        while past < end, Self.isSmall(bytes[past]), past - at < 12 { past += 1 }
        guard past - at > 2, past >= end || !Self.isLetter(bytes[past]) && bytes[past] != UInt8(ascii: "-") else {
            return false
        }
        return Self.nameSuffixes.contains { bytes[at..<past].elementsEqual($0.utf8) }
    }

    private static let nameSuffixes = [
        "led", "based", "backed", "made", "born", "run", "owned", "controlled", "style", "era", "occupied", "held",
        "funded", "wide",
        "speaking", "language", "dominated", "brokered", "educated", "trained", "supplied", "ruled", "listed", "majority",
        "related",
        "linked", "affiliated", "aligned", "friendly", "inspired", "sponsored", "area", "bound", "annexed", "administered",
        "imposed",
        "supported", "mediated", "built", "hosted", "designed", "flagged", "operated", "appointed", "endorsed", "type",
        "only",
    ]

    /// Whether *'s*, *'ll* and the like follow, which are tokens of their own.
    private func isClitic(from at: Int, _ end: Int) -> Bool {
        var count = 0
        while at + count < end, Self.isLetter(bytes[at + count]), count < 3 { count += 1 }
        if at + count < end,
            Self.isDigit(bytes[at + count]) || bytes[at + count] >= 0xC3 && Self.isWordStart(bytes, at + count, end)
        {
            return false
        }
        guard count > 0, count < 3 else { return false }
        let first = bytes[at] | 0x20
        if count == 1 { return first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m") }
        let second = bytes[at + 1] | 0x20
        return (first == UInt8(ascii: "l") && second == UInt8(ascii: "l"))
            || ((first == UInt8(ascii: "r") || first == UInt8(ascii: "v")) && second == UInt8(ascii: "e"))
    }

    private mutating func clitic(_ at: Int, _ end: Int) -> Int {
        guard at < end else { return at }
        let width = bytes[at] == UInt8(ascii: "'") ? 1 : Self.isRightSingle(bytes, at, end) ? 3 : 0
        guard width > 0, isClitic(from: at + width, end) else { return at }
        var past = at + width
        while past < end, Self.isLetter(bytes[past]) { past += 1 }
        append(.clitic, at, past)
        return past
    }

    // MARK: Numbers

    private mutating func number(_ start: Int, _ end: Int) -> Int {
        var at = start
        var hasHyphen = false
        scan: while at < end {
            let following = at + 1 < end ? bytes[at + 1] : 0
            switch bytes[at] {
            case _ where Self.isDigit(bytes[at]) || Self.isLetter(bytes[at]): at += 1
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"):
                guard Self.isDigit(following) else { break scan }
                at += 1
            case UInt8(ascii: "-"):
                guard Self.isDigit(following) || Self.isLetter(following) else { break scan }
                hasHyphen = true
                at += 1
            case UInt8(ascii: "'"):  // Feet and inches.
                guard Self.isDigit(following) else { break scan }
                at += 1
                while at < end, Self.isDigit(bytes[at]) { at += 1 }
                if at < end, bytes[at] == UInt8(ascii: "\"") { at += 1 }
                break scan
            default: break scan
            }
        }
        // *1990s*: the year stands alone.
        if at - start == 5, bytes[at - 1] == UInt8(ascii: "s"), bytes[start..<at - 1].allSatisfy(Self.isDigit) {
            append(.number, start, at - 1)
            append(.clitic, at - 1, at)
            return at
        }
        append(.number, start, at, shape: hasHyphen ? .hyphen : [])
        return clitic(at, end)
    }

    // MARK: Punctuation

    private mutating func asciiPunctuation(_ byte: UInt8, _ at: Int, _ end: Int) -> Int {
        let following = at + 1 < end ? bytes[at + 1] : 0
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            var past = at + 1
            while past < end,
                bytes[past] == UInt8(ascii: ".") || bytes[past] == UInt8(ascii: "!") || bytes[past] == UInt8(ascii: "?")
            {
                past += 1
            }
            append(.stop, at, past, shape: bytes[past - 1] == UInt8(ascii: ".") ? [] : .exclaims)
            return past
        case UInt8(ascii: ","): append(.comma, at, at + 1)
        case UInt8(ascii: ";"): append(.semicolon, at, at + 1)
        case UInt8(ascii: ":"): append(.colon, at, at + 1)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): append(.openBracket, at, at + 1)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): append(.closeBracket, at, at + 1)
        case UInt8(ascii: "\""): append(.mark, at, at + 1, style: .straightDouble)
        case UInt8(ascii: "'") where following == UInt8(ascii: "'"):
            append(.mark, at, at + 2, style: .straightDouble)
            return at + 2
        case UInt8(ascii: "'"): append(.mark, at, at + 1, style: .straightSingle)
        case UInt8(ascii: "`") where following == UInt8(ascii: "`"):
            append(.mark, at, at + 2, style: .leftDouble)
            return at + 2
        case UInt8(ascii: "`"): append(.mark, at, at + 1, style: .leftSingle)
        case UInt8(ascii: "-"):
            var past = at + 1
            while past < end, bytes[past] == UInt8(ascii: "-") { past += 1 }
            let joins = past == at + 1 && Self.isSmall(following) && at > 0 && Self.isLetter(bytes[at - 1])
            append(joins ? .symbol : .dash, at, past)
            return past
        case UInt8(ascii: "@"), UInt8(ascii: "#"):
            if Self.isLetter(following) { return word(at, end) }
            append(.symbol, at, at + 1)
        default: append(.symbol, at, at + 1)
        }
        return at + 1
    }

    private mutating func append(
        _ kind: Token.Kind, _ start: Int, _ end: Int, style: MarkStyle = .none, shape: Token.Shape = []
    ) {
        let reading = WordTable.Reading(kind: kind, style: style, shape: shape)
        tokens.append(known.number(of: start..<end, reading), at: start)
    }
}

extension WordClass {
    fileprivate static let geographic: WordClass = [.country, .demonym, .place]
}
