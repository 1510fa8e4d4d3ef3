extension Cue {
    /// What the paragraph's first words say; nil for most paragraphs. A long paragraph is the article's.
    init?(_ range: Range<Int>, _ text: Span<UInt8>) {
        guard range.count <= 600 else { return nil }
        // Most paragraphs begin with no such words: that shows in a few bytes.
        let start = Opening(range, text, limit: 72)
        guard let first = start.bytes.first else { return nil }
        if Address.isAlone(range, text) || start.isWhole && Self.isCount(start) {
            self = .boilerplate
            return
        }
        let phrases = CuePhrases.beginning(with: first).filter { start.begins(with: $0.words) }
        let opening = phrases.isEmpty || start.isWhole ? start : Opening(range, text)
        for phrase in phrases {
            if let cue = Self.cue(phrase, opening, range, text) {
                self = cue
                return
            }
        }
        // *All rights reserved* stands at a line's end.
        if range.count <= 250, Self.mayReserve(range, text),
            Opening(range, text).bytes.containsWords(Self.allRightsReserved)
        {
            self = .boilerplate
            return
        }
        return nil
    }

    /// Whether a word with *serve* in it occurs.
    private static func mayReserve(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        for at in range.dropLast(4) where text[at] | 0x20 == UInt8(ascii: "s") && text[at + 3] | 0x20 == UInt8(ascii: "v") {
            return true
        }
        return false
    }

    private static let allRightsReserved = Array("all rights reserved".utf8)
    private static let appearedFirst = Array("appeared first on".utf8)

    private static func cue(
        _ phrase: CuePhrases.Phrase, _ opening: Opening, _ range: Range<Int>, _ text: Span<UInt8>
    ) -> Cue? {
        let rest = opening.rest(after: phrase.words.count)
        let hasColon = rest.first == UInt8(ascii: ":")
        switch phrase.use {
        case .alone: return Self.isNothing(rest) ? .boilerplate : nil
        case .introduces:
            if Self.isNothing(rest) { return .list }
            return hasColon && !isSpeech(rest, range, text) ? .boilerplate : nil
        case .beforeColon: return hasColon && range.count <= 300 && !isSpeech(rest, range, text) ? .boilerplate : nil
        case .begins:
            if phrase.words == Array("the post".utf8) { return rest.containsWords(appearedFirst) ? .boilerplate : nil }
            // A picture's © can run into the text.
            if phrase.words.first == 0xC2, range.count > 250 { return nil }
            return isAttributed(range, text) || isSpeech(rest, range, text) ? nil : .boilerplate
        case .labels: return LineEnding(range, text) == .sentence || isSpeech(rest, range, text) ? nil : .boilerplate
        case .appeals:
            guard range.count <= 400, !isAttributed(range, text), !isSpeech(rest, range, text) else { return nil }
            return isAppeal(rest) || Address.occurs(in: range, text) ? .boilerplate : nil
        case .credits:
            let endsInWord =
                phrase.words.suffix(3) == Array(" by".utf8)[...] || phrase.words.suffix(4) == Array(" via".utf8)[...]
            guard hasColon || endsInWord || phrase.words.suffix(8) == Array("courtesy".utf8)[...] else { return nil }
            if isSpeech(rest, range, text) { return nil }
            return text.wordCount(range, most: 10) <= 9 && LineEnding(range, text) != .sentence ? .boilerplate : .caption
        case .tags:
            guard hasColon || phrase.words.starts(with: "filed".utf8) else { return nil }
            let start = Opening.offset(after: phrase.words.count + (hasColon ? 1 : 0), of: range, text)
            guard !text.trimmed(start..<range.upperBound).isEmpty else { return nil }
            return LineEnding(range, text) == .sentence ? nil : .tags(start - range.lowerBound)
        }
    }

    /// *12 comments*, *4 min read*, *1.2k shares*.
    private static func isCount(_ opening: Opening) -> Bool {
        guard opening.bytes.count <= 24, opening.bytes.first?.isASCIIDigit == true else { return false }
        let words = opening.bytes.drop { !$0.isASCIILowercase || $0 == UInt8(ascii: "k") }
        let units = [
            "comments", "comment", "shares", "share", "likes", "like", "views", "min read", "mins read", "minute read",
            "minutes read", "minute", "reactions", "replies", "retweets", "tweets", "followers",
        ]
        return units.contains { words.elementsEqual($0.utf8) } && !words.elementsEqual("minute".utf8)
    }

    /// Whether nothing is left but punctuation and a number: *Comments (12)*, *Sources:*
    private static func isNothing(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.allSatisfy { byte in
            byte.isASCIIDigit || " :.!?()[]*_|-+>".utf8.contains(byte) || byte == 0xC2 || byte == 0xBB || byte == 0xE2
                || byte == 0x80 || byte == 0xA6 || byte == 0xBA
        } && rest.count <= 12
    }

    /// Whether the paragraph says who said it: then it is the article's.
    static func isAttributed(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        var at = range.lowerBound
        while let word = text.word(from: at, to: range.upperBound) {
            at = word.upperBound
            if word.count <= 12, WordLists.attributions.contains(text.bareWord(word)) { return true }
        }
        return false
    }

    /// Whether the words are what somebody says, in an interview or after a colon: *Watch: "I will be there."*
    private static func isSpeech(_ rest: ArraySlice<UInt8>, _ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        let words = rest.drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
        return words.first == UInt8(ascii: "\"") && LineEnding(range, text) == .sentence
    }

    private static func isAppeal(_ rest: ArraySlice<UInt8>) -> Bool {
        if CuePhrases.appeals.contains(where: { rest.containsWords($0) }) { return true }
        let end = rest.reversed().drop { !$0.isWordByte }
        return end.starts(with: "below".utf8.reversed()) && rest.count <= 250
    }
}

extension Collection<UInt8> {
    /// Whether the words occur, each as a whole word.
    func containsWords(_ words: [UInt8]) -> Bool {
        var rest = self[...]
        var isAtWord = true
        while rest.count >= words.count {
            if isAtWord, rest.starts(with: words) {
                let next = rest.dropFirst(words.count).first
                if next?.isWordByte != true { return true }
            }
            isAtWord = rest.first?.isWordByte == false
            rest = rest.dropFirst()
        }
        return false
    }
}
