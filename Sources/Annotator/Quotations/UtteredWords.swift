import DocumentModel
import EnglishModel

/// What is listed where the language is not known: words in marks that look uttered, as direct words of nobody.
enum UtteredWords {
    /// The quoted spans of a text that are no names of things: those of some length, and short ones that a colon leads to, that end
    /// as a sentence does, or that open a sentence which goes on behind a comma or a dash.
    static func quotations(in text: AnalysedText) -> [Quotation] {
        let openings = Set(text.sentences.map(\.lowerBound))
        return text.quoted.compactMap { span in
            guard isUttered(span, text, opensSentence: openings.contains(span.tokens.lowerBound)) else { return nil }
            return Quotation(
                spans: [text.range(of: span.tokens)], form: .direct, confidence: Probability(thousandths: 500),
                speakerConfidence: Probability(thousandths: 0), reasons: ["quotation marks"])
        }
    }

    private static func isUttered(_ span: QuotedSpan, _ text: AnalysedText, opensSentence: Bool) -> Bool {
        let tokens = span.tokens
        let words = tokens.count { text.tokens[$0].isWord }
        let bytes = text.range(of: tokens).count
        guard words >= 2 || bytes > 24 else { return false }
        if words > 4 || span.continues || span.isContinued { return true }
        var last = tokens.upperBound - 1
        while last > tokens.lowerBound, text.tokens[last].kind == .mark { last -= 1 }
        if text.tokens[last].kind == .stop || text.tokens[last].kind == .comma { return true }
        if tokens.lowerBound > 0, text.tokens[tokens.lowerBound - 1].kind == .colon { return true }
        let next = tokens.upperBound
        guard next < text.tokens.count else { return opensSentence }
        // 「…」と: what somebody says, in Japanese.
        if text.bytes(of: next).starts(with: "と".utf8) { return true }
        guard opensSentence else { return false }
        let kind = text.tokens[next].kind
        return kind == .comma || kind == .dash || kind == .stop
    }
}
