import DocumentModel
import EnglishModel

/// Verbs of saying in front of their subject, and whose words somebody else quotes.
extension Clauses {
    /// *Said Berg, “It was ours.”*: a verb that opens the sentence, whoever says it, and quoted words.
    func announces(_ verb: Int, _ sentence: TokenRange) -> Bool {
        guard verb == sentence.lowerBound, text.tokens[verb].isCapital,
            ["said", "says", "asked", "asks", "added", "adds", "replied", "wrote"].contains(where: {
                text.token(verb, is: $0)
            }),
            let quote = (verb + 2..<min(verb + 24, max(sentence.upperBound, verb + 2))).first(where: { text.isQuoted($0) }),
            text.tokens[quote - 1].kind == .comma || text.tokens[quote - 1].kind == .colon
        else { return false }
        return !(verb + 1..<quote - 1).contains { text.tokens[$0].isAny(of: [.cue, .auxiliary]) && phrases.nameOf[$0] < 0 }
            && !text.tokens[verb + 1].isAny(of: [.preposition, .interrogative, .subordinator])
    }

    /// *The statement quoted him as saying*, *The mayor was quoted as saying*: whose words are quoted.
    func quotedSpeaker(before left: Int, _ sentence: TokenRange) -> TokenRange? {
        let `as` = left - 1
        guard `as` > sentence.lowerBound + 1, text.token(`as`, is: "as") else { return nil }
        if Self.quoting.contains(where: { text.token(`as` - 1, is: $0) }) {
            var start = `as` - 1
            while start > sentence.lowerBound, text.tokens[start - 1].isAny(of: [.auxiliary, .adverb]) { start -= 1 }
            guard text.tokens[start].classes.contains(.auxiliary) else { return nil }
            return subject(endingAt: start, in: sentence)
        }
        guard
            let verb = (max(sentence.lowerBound, `as` - 9)..<`as` - 1).last(where: { at in
                Self.quoting.contains { text.token(at, is: $0) }
            }), phrases.phrase(from: verb + 1, before: `as`, whole: true) == `as`
        else { return nil }
        return verb + 1..<`as`
    }

    static let quoting: [StaticString] = ["quoted", "quotes", "quote", "quoting", "cited"]
}
