import EnglishModel

/// The phrases of the lists in a text. All stages ask for them, so they are looked up once.
struct ListedPhrases {
    private let bytes: [UInt8]
    private let tokens: Tokens
    private let lexicon: Lexicon
    /// For each token at which phrases begin the number of the longest one.
    private var phraseOf: SpanMap
    /// How many tokens the phrases have, and their numbers in the lexicon.
    private var phrases: [(count: Int32, entry: Int32)] = []

    /// The phrases of a text. Linear.
    init(_ bytes: [UInt8], _ tokens: Tokens, _ lexicon: Lexicon) {
        self.bytes = bytes
        self.tokens = tokens
        self.lexicon = lexicon
        phraseOf = SpanMap(count: 0)
        var starts: [Int32] = []
        var key: [UInt8] = []
        for first in tokens.indices where tokens.word(of: first).classes.contains(.opensPhrase) {
            guard let found = longest(at: first, before: tokens.count, &key) else { continue }
            starts.append(Int32(truncatingIfNeeded: first))
            phrases.append((Int32(truncatingIfNeeded: found.count), Int32(truncatingIfNeeded: found.entry)))
        }
        phraseOf = SpanMap(count: tokens.count, starts.lazy.map { Int($0)..<Int($0) + 1 })
    }

    /// The longest phrase that begins at a token and ends before another: how many tokens, and its number in the lexicon.
    func phrase(at first: Int, before end: Int) -> (count: Int, entry: Int)? {
        let number = phraseOf[first]
        guard number >= 0 else { return nil }
        let phrase = phrases[Int(number)]
        if first + Int(phrase.count) <= end { return (Int(phrase.count), Int(phrase.entry)) }
        // Only a shorter one ends before.
        var key: [UInt8] = []
        return longest(at: first, before: end, &key)
    }

    /// Looks the longest phrase up; `key` is room to work in.
    private func longest(at first: Int, before end: Int, _ key: inout [UInt8]) -> (count: Int, entry: Int)? {
        guard tokens[first].entry >= 0 else { return nil }
        let opening = lexicon.entries[Int(tokens[first].entry)]
        guard opening.classes.contains(.opensPhrase), first + 1 < end,
            !standsApart(first + 1) || opening.mayGoOn(withMark: tokens.word(of: first + 1).mark)
        else { return nil }
        key.removeAll(keepingCapacity: true)
        Word.append(bytes[tokens[first].range], to: &key)
        var found: (Int, Int)?
        var index = first + 1
        var count = 1
        while index < end, count < Int(opening.longestPhrase) {
            let token = tokens[index]
            guard
                token.kind == .word || token.kind == .clitic || token.kind == .symbol || token.kind == .comma
                    || token.kind == .number
            else { break }
            if standsApart(index) {
                key.append(0x20)
                count += 1
            }
            Word.append(bytes[token.range], to: &key)
            index += 1
            if let entry = lexicon.find(key[...]), !lexicon.entries[entry].classes.subtracting(.opensPhrase).isEmpty {
                found = (index - first, entry)
            }
        }
        return found.map { (count: $0.0, entry: $0.1) }
    }

    /// Whether a space stands before a token in a phrase of the lists.
    private func standsApart(_ token: Int) -> Bool {
        switch tokens[token].kind {
        case .word, .number: true
        case .clitic, .comma: false
        default: tokens[token].shape.contains(.spaceBefore)
        }
    }
}
