import DocumentModel
import EnglishModel

/// A text with its tokens, quoted spans and sentences: what all later stages read. Nothing changes it, and all of them share
/// the one.
final class AnalysedText: Sendable {
    /// A block of the article by its tokens.
    struct Part {
        var tokens: TokenRange
        var kind: Block.Kind
        var sentences: Range<Int>
    }

    let bytes: [UInt8]
    let lexicon: Lexicon
    let tokens: Tokens
    let parts: [Part]
    let quoted: [QuotedSpan]
    /// For each token the quoted span it stands in; -1 for none.
    let quoteOf: SpanMap
    let sentences: [TokenRange]
    private let phrases: ListedPhrases

    /// The text's blocks, tags and boilerplate left out, by nothing that was known before.
    convenience init(_ text: String, blocks: [(TextRange, Block.Kind)], lexicon: Lexicon = .english) {
        var vocabulary = Vocabulary(room: 0)
        let words = Self.words(of: text, blocks, lexicon, .english, &vocabulary)
        self.init(words.bytes, words.tokens, words.parts, lexicon)
    }

    /// The text's blocks, tags and boilerplate left out, and what features see of its words, which only its first readers need; by
    /// a vocabulary of the same lists and clusters. Linear in their length.
    static func read(
        _ text: String, blocks: [(TextRange, Block.Kind)], clusters: WordClusters = .english,
        _ vocabulary: inout Vocabulary
    ) -> (text: AnalysedText, sketches: WordSketches) {
        let words = words(of: text, blocks, .english, clusters, &vocabulary)
        return (AnalysedText(words.bytes, words.tokens, words.parts, .english), words.sketches)
    }

    /// The same, by nothing that was known before.
    static func read(
        _ text: String, blocks: [(TextRange, Block.Kind)], clusters: WordClusters = .english
    ) -> (text: AnalysedText, sketches: WordSketches) {
        var vocabulary = Vocabulary(room: 0)
        return read(text, blocks: blocks, clusters: clusters, &vocabulary)
    }

    private static func words(
        of text: String, _ blocks: [(TextRange, Block.Kind)], _ lexicon: Lexicon, _ clusters: WordClusters,
        _ vocabulary: inout Vocabulary
    ) -> (bytes: [UInt8], tokens: Tokens, sketches: WordSketches, parts: [Part]) {
        let bytes = Array(text.utf8)
        var tokenizer = Tokenizer(bytes, lexicon)
        var parts: [Part] = []
        for (range, kind) in blocks where kind != .tags && kind != .boilerplate {
            let found = tokenizer.tokenize(range.clamped(to: 0..<bytes.count))
            if !found.isEmpty { parts.append(Part(tokens: found, kind: kind, sentences: 0..<0)) }
        }
        let (tokens, sketches) = tokenizer.described(by: &vocabulary, clusters)
        return (bytes, tokens, sketches, parts)
    }

    private init(_ bytes: [UInt8], _ tokens: Tokens, _ found: [Part], _ lexicon: Lexicon) {
        var parts = found
        let quoted = QuotationMarks.spans(bytes, tokens, blocks: parts.map(\.tokens))
        let quoteOf = SpanMap(count: tokens.count, quoted.lazy.map { $0.tokens })
        var sentences = Sentences(tokens, quoted, quoteOf)
        for index in parts.indices { parts[index].sentences = sentences.split(parts[index].tokens) }
        self.bytes = bytes
        self.lexicon = lexicon
        self.tokens = tokens
        self.parts = parts
        self.quoted = quoted
        self.quoteOf = quoteOf
        self.sentences = sentences.found
        phrases = ListedPhrases(bytes, tokens, lexicon)
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
    func lower(_ token: Int) -> String {
        let word = tokens.word(of: token)
        guard word.mark != nil else { return String(decoding: Word.lowercased(bytes(of: token)), as: UTF8.self) }
        // ASCII goes right into the string.
        let start = tokens.start(of: token)
        let count = Int(word.count)
        return String(unsafeUninitializedCapacity: count) { room in
            for offset in 0..<count { room.initializeElement(at: offset, to: Self.small(bytes[start + offset])) }
            return count
        }
    }

    /// Whether a token is this word, given in lower case ASCII; its own case does not matter.
    @inline(__always)
    func token(_ token: Int, is word: StaticString) -> Bool {
        let own = tokens.word(of: token)
        let count = word.utf8CodeUnitCount
        // Most are of another length, or begin otherwise: that is a question of two constants.
        var head: UInt32 = 0
        for offset in 0..<min(4, count) { head |= UInt32(word.utf8Start[offset]) << UInt32(8 * offset) }
        return Int(own.count) == count && own.head == head && (count <= 4 || goesOn(token, word))
    }

    /// Whether a token of a word's length is like it behind the first four bytes.
    private func goesOn(_ token: Int, _ word: StaticString) -> Bool {
        let start = tokens.start(of: token)
        return word.withUTF8Buffer { word in
            (4..<word.count).allSatisfy { Self.small(bytes[start + $0]) == word[$0] }
        }
    }

    /// The first four bytes of a word, ASCII letters small.
    @inline(__always)
    static func head(of bytes: some RandomAccessCollection<UInt8>, _ range: TextRange) -> UInt32 {
        var head: UInt32 = 0
        for offset in 0..<min(4, range.count) {
            let byte = bytes[bytes.index(bytes.startIndex, offsetBy: range.lowerBound + offset)]
            head |= UInt32(small(byte)) << UInt32(8 * offset)
        }
        return head
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 { Tokenizer.isCapital(byte) ? byte | 0x20 : byte }

    func isQuoted(_ token: Int) -> Bool { quoteOf.contains(token) }

    /// The longest phrase of the lists that begins at a token: how many tokens and what is known of it.
    func phrase(at first: Int, before end: Int) -> (count: Int, entry: WordEntry)? {
        phrases.phrase(at: first, before: end).map { ($0.count, lexicon.entries[$0.entry]) }
    }
}
