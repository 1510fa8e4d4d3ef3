/// Decides which lines belong to one paragraph. The source broke lines at a fixed width, or where links stood, or only
/// between paragraphs; nothing says which, so the lines themselves have to.
struct LineJoiner {
    /// The width at which the text is wrapped, in columns; nil when it is not.
    private let wrapWidth: Int?
    /// Whether lines are broken where links stood: seen where a line goes on in a way that admits no doubt.
    private var breaksAtLinks = false

    init(_ lines: ArraySlice<TextLine>, _ bytes: Span<UInt8>) {
        wrapWidth = Self.wrapWidth(of: lines, bytes)
        guard wrapWidth == nil else { return }
        var certain = 0
        for (line, next) in zip(lines.prefix(5000), lines.dropFirst()) where !next.followsBlank {
            if Self.certainty(line.range, next.range, bytes) == .goesOn { certain += 1 }
            if certain == 2 { break }
        }
        breaksAtLinks = certain == 2
    }

    /// Whether `next`, right below `line`, is in the same paragraph. `isFirst`: the line begins its paragraph.
    func joins(_ line: TextLine, _ next: TextLine, isFirst: Bool, _ bytes: Span<UInt8>) -> Bool {
        if next.followsBlank || next.isSetIn { return false }
        if let wrapWidth {
            if next.indent > line.indent + 1 { return false }
            if Self.fills(line.range, next.range, bytes, width: wrapWidth) { return true }
        }
        switch Self.certainty(line.range, next.range, bytes) {
        case .goesOn: return true
        case .ends: return false
        case .open:
            // In the middle of a joined paragraph a line that does not end a sentence is no heading.
            return breaksAtLinks && (!isFirst || Self.headingWeight(line.range, next.range, bytes) <= 0)
        }
    }

    // MARK: Wrapped text

    /// Wrapped lines are full: the next one's first word would not have fitted any more.
    private static func fills(_ line: Range<Int>, _ next: Range<Int>, _ bytes: Span<UInt8>, width: Int) -> Bool {
        guard let word = bytes.word(from: next.lowerBound, to: next.upperBound) else { return false }
        return columns(line, bytes, most: 400) + 1 + columns(word, bytes, most: 400) > width
    }

    private static func wrapWidth(of lines: ArraySlice<TextLine>, _ bytes: Span<UInt8>) -> Int? {
        var widths = [Int](repeating: 0, count: 128)
        var pairs = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !next.followsBlank {
            widths[min(columns(line.range, bytes, most: 127), 127)] += 1
            pairs += 1
        }
        guard pairs >= 2 else { return nil }
        // A few lines may stick out, an address for instance.
        var beyond = 0
        guard
            let width = widths.indices.reversed().first(where: {
                beyond += widths[$0]; return beyond * 50 > pairs
            }),
            45...120 ~= width
        else { return nil }
        var full = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !next.followsBlank {
            if fills(line.range, next.range, bytes, width: width) { full += 1 }
        }
        return full * 5 >= pairs * 4 ? width : nil
    }

    /// Characters, as a measure of width; stops counting at `most`.
    private static func columns(_ range: Range<Int>, _ bytes: Span<UInt8>, most: Int) -> Int {
        if range.count > most * 4 { return most }
        return range.reduce(into: 0) { $0 += bytes[$1] & 0xC0 == 0x80 ? 0 : 1 }
    }

    // MARK: Other text

    private enum Certainty {
        case goesOn
        case ends
        case open
    }

    private static func certainty(_ line: Range<Int>, _ next: Range<Int>, _ bytes: Span<UInt8>) -> Certainty {
        if Marker(next, bytes) != nil || Address.isAlone(next, bytes) { return .ends }
        if goesOnByItself(next, bytes) { return .goesOn }
        switch LineEnding(line, bytes) {
        case .sentence: return .ends
        case .colon:
            // Words follow a colon in quotation marks; what else follows is a list or a new start. An open bracket holds.
            return startsQuoted(next, bytes) || hasOpenBracket(line, bytes) ? .goesOn : .ends
        case .middle: return .goesOn
        case .word: break
        }
        if hasOpenBracket(line, bytes) || hasOpenQuote(line, bytes) { return .goesOn }
        let last = bytes.bareWord(bytes.lastWord(line))
        if !bytes.isUppercase(at: bytes.lastWord(line).lowerBound), WordLists.openEnds.contains(last) { return .goesOn }
        if let first = bytes.word(from: line.lowerBound, to: line.upperBound),
            WordLists.appeals.contains(bytes.bareWord(first)),
            bytes.wordCount(line, most: 4) <= 3
        {
            return .goesOn
        }
        if hasSentenceEndInside(line, bytes) { return startsSentence(next, bytes) ? .open : .goesOn }
        return .open
    }

    /// A small letter, or punctuation that nothing begins with.
    private static func goesOnByItself(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        switch bytes[line.lowerBound] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "!"),
            UInt8(ascii: "?"),
            UInt8(ascii: ":"), UInt8(ascii: "%"):
            return true
        case UInt8(ascii: "."):
            return line.count == 1 || bytes.whiteSpaceLength(at: line.lowerBound + 1) > 0
        case UInt8(ascii: "\""):
            return line.count == 1 || bytes.whiteSpaceLength(at: line.lowerBound + 1) > 0
                || bytes[line.lowerBound + 1] == 0x2C
        case UInt8(ascii: "'"):
            return line.count > 1 && bytes[line.lowerBound + 1] == UInt8(ascii: "s")
        default:
            if bytes.isLowercase(at: line.lowerBound) { return true }
            let scalar = bytes.scalar(at: line.lowerBound).scalar
            return scalar == "\u{201D}"
                || scalar == "\u{2019}" && line.count > 3 && bytes[line.lowerBound + 3] == UInt8(ascii: "s")
        }
    }

    private static func startsQuoted(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        switch bytes.scalar(at: line.lowerBound).scalar {
        case "\"", "\u{201C}", "\u{201E}", "\u{AB}", "\u{2018}", "'": true
        default: false
        }
    }

    /// Whether a line begins with a word that has a capital only because a sentence begins, or with a quotation.
    private static func startsSentence(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        if startsQuoted(line, bytes) { return true }
        guard let word = bytes.word(from: line.lowerBound, to: line.upperBound) else { return false }
        return word.count <= 12 && WordLists.sentenceStarts.contains(bytes.bareWord(word))
    }

    private static func hasOpenBracket(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        for at in line.suffix(200).reversed() {
            switch bytes[at] {
            case UInt8(ascii: ")"), UInt8(ascii: "]"): return false
            case UInt8(ascii: "("), UInt8(ascii: "["): return true
            default: continue
            }
        }
        return false
    }

    private static func hasOpenQuote(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        var isOpen = false
        for at in line {
            if bytes[at] == UInt8(ascii: "\"") { isOpen.toggle() }
            guard bytes[at] == 0xE2, at + 2 < line.upperBound, bytes[at + 1] == 0x80 else { continue }
            if bytes[at + 2] == 0x9C { isOpen = true }
            if bytes[at + 2] == 0x9D { isOpen = false }
        }
        return isOpen
    }

    /// Whether a sentence ends before the line does: then the line is running text, no heading.
    static func hasSentenceEndInside(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        var at = line.lowerBound
        while let word = bytes.word(from: at, to: line.upperBound) {
            at = word.upperBound
            guard at < line.upperBound, let next = bytes.word(from: at, to: line.upperBound) else { return false }
            var end = word.upperBound
            while end > word.lowerBound + 1, !bytes[end - 1].isWordByte, !".!?".utf8.contains(bytes[end - 1]) { end -= 1 }
            switch bytes[end - 1] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): break
            case UInt8(ascii: "."):
                let bare = bytes.bare(word)
                // *J.*, *Gen.*, *U.S.* are short and have capitals.
                guard bare.count >= 2, bare.count >= 5 || !bytes.isUppercase(at: bare.lowerBound) else { continue }
            default: continue
            }
            let start = bytes.bare(next).lowerBound
            if start < next.upperBound, bytes.isUppercase(at: start) { return true }
        }
        return false
    }

    /// How much speaks for a heading against the first line of a broken sentence.
    private static func headingWeight(_ line: Range<Int>, _ next: Range<Int>, _ bytes: Span<UInt8>) -> Int {
        var weight = 0
        switch line.count {
        case ...50: weight += 2
        case ...65: weight += 1
        case ...80: break
        case ...100: weight -= 2
        default: weight -= 4
        }
        if startsSentence(next, bytes) { weight += 4 }
        var words = 0
        var long = 0
        var capitalised = 0
        var capitals = 0
        var hasDeterminer = false
        var hasPast = false
        var at = line.lowerBound
        var first = ""
        while words < 40, let word = bytes.word(from: at, to: line.upperBound) {
            at = word.upperBound
            words += 1
            let bare = bytes.bare(word)
            guard !bare.isEmpty else { continue }
            let text = bytes.bareWord(word)
            if words == 1 { first = text }
            let isCapitalised = bytes.isUppercase(at: bare.lowerBound)
            if bare.count >= 4 {
                long += 1
                if isCapitalised { capitalised += 1 }
            }
            if bare.count >= 2, bare.allSatisfy({ bytes[$0].isASCIIUppercase }) { capitals += 1 }
            if !isCapitalised {
                if WordLists.determiners.contains(text) { hasDeterminer = true }
                if WordLists.irregularPasts.contains(text) || text.count > 4 && text.hasSuffix("ed") { hasPast = true }
            }
            if words <= 4, bytes[word.upperBound - 1] == UInt8(ascii: ":") { weight += 2 }
        }
        if long >= 2, capitalised * 5 >= long * 4 { weight += 3 }
        if capitals >= 3 || capitals == words { weight += 2 }
        if hasDeterminer { weight -= 2 }
        if hasPast { weight -= 2 }
        if WordLists.subjects.contains(first) { weight -= 2 }
        if let other = bytes.word(from: next.lowerBound, to: next.upperBound), bytes.bareWord(other) == first {
            weight += 2
        }
        return weight
    }
}
