import DocumentModel
import EnglishModel

/// A text with its tokens, quoted spans and sentences: what all later stages read.
struct AnalysedText {
    /// A block of the article by its tokens.
    struct Part {
        var tokens: TokenRange
        var kind: Block.Kind
        var sentences: Range<Int>
    }

    let bytes: [UInt8]
    let lexicon: Lexicon
    private(set) var tokens: [Token] = []
    private(set) var parts: [Part] = []
    private(set) var quoted: [QuotedSpan] = []
    /// For each token the quoted span it stands in; -1 for none.
    private(set) var quoteOf: [Int32] = []
    private(set) var sentences: [TokenRange] = []

    /// The text's blocks, tags and boilerplate left out. Linear in their length.
    init(_ text: String, blocks: [(TextRange, Block.Kind)], lexicon: Lexicon = .english) {
        bytes = Array(text.utf8)
        self.lexicon = lexicon
        // News has some five bytes a token; too little room would be doubled.
        tokens.reserveCapacity(bytes.count / 4)
        for (range, kind) in blocks where kind != .tags && kind != .boilerplate {
            let first = tokens.count
            Tokenizer.tokenize(bytes, range.clamped(to: 0..<bytes.count), lexicon, into: &tokens)
            if first < tokens.count { parts.append(Part(tokens: first..<tokens.count, kind: kind, sentences: 0..<0)) }
        }
        pairMarks()
        // Gathered apart, so that no sentence costs a copy of those before it.
        var split: [TokenRange] = []
        for index in parts.indices {
            let first = split.count
            Sentences.split(self, parts[index].tokens, into: &split)
            parts[index].sentences = first..<split.count
        }
        sentences = split
    }

    private mutating func pairMarks() {
        quoteOf = Array(repeating: -1, count: tokens.count)
        var continuing = false
        for index in parts.indices {
            let nextOpens = index + 1 < parts.count && opensWithMark(parts[index + 1].tokens)
            let spans = QuotationMarks.spans(
                bytes, tokens, in: parts[index].tokens, continuing: continuing, nextOpens: nextOpens)
            for span in spans {
                for token in span.tokens { quoteOf[token] = Int32(quoted.count) }
                quoted.append(span)
            }
            continuing = spans.last?.continues ?? false
        }
    }

    private func opensWithMark(_ block: TokenRange) -> Bool {
        guard let first = block.first else { return false }
        return tokens[first].kind == .mark && tokens[first].style != .rightDouble
    }

    /// The bytes of a token.
    func bytes(of token: Int) -> ArraySlice<UInt8> { bytes[tokens[token].range] }

    /// The text of a run of tokens, from the first to the last.
    func range(of run: TokenRange) -> TextRange {
        run.isEmpty ? 0..<0 : Int(tokens[run.lowerBound].start)..<Int(tokens[run.upperBound - 1].end)
    }

    func string(of run: TokenRange) -> String { String(decoding: bytes[range(of: run)], as: UTF8.self) }

    func string(of token: Int) -> String { String(decoding: bytes(of: token), as: UTF8.self) }

    /// A token in lower case.
    func lower(_ token: Int) -> String { String(decoding: Word.lowercased(bytes(of: token)), as: UTF8.self) }

    /// Whether a token is this word, given in lower case ASCII; its own case does not matter.
    func token(_ token: Int, is word: StaticString) -> Bool {
        let range = tokens[token].range
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { buffer in
            for offset in 0..<buffer.count {
                let byte = bytes[range.lowerBound + offset]
                if (Tokenizer.isCapital(byte) ? byte | 0x20 : byte) != buffer[offset] { return false }
            }
            return true
        }
    }

    func isQuoted(_ token: Int) -> Bool { quoteOf[token] >= 0 }

    /// The longest phrase of the lists that begins at a token: how many tokens and what is known of it.
    func phrase(at first: Int, before end: Int) -> (count: Int, entry: WordEntry)? {
        guard tokens[first].entry >= 0 else { return nil }
        let opening = lexicon.entries[Int(tokens[first].entry)]
        guard opening.classes.contains(.opensPhrase), first + 1 < end,
            !standsApart(first + 1) || opening.mayGoOn(with: bytes(of: first + 1))
        else { return nil }
        var key: [UInt8] = []
        Word.append(bytes(of: first), to: &key)
        var found: (Int, WordEntry)?
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
            Word.append(bytes(of: index), to: &key)
            index += 1
            if let entry = lexicon.find(key[...]) {
                let known = lexicon.entries[entry]
                if !known.classes.subtracting(.opensPhrase).isEmpty { found = (index - first, known) }
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
