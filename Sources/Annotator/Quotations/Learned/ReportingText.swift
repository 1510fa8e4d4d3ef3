package import DocumentModel
import EnglishModel

/// A text made ready for what is learned of quotations: which words may be cues, and what features see of a sentence from
/// such a word.
///
/// Trainer and product read the same features off the same units, because both come here for them.
package final class ReportingText {
    let text: AnalysedText
    let phrases: NounPhrases
    let sketches: WordSketches
    /// What the rules found.
    let reports: [Report]
    /// For each token the report whose content it is in, and whose cue it is; -1 for none.
    let contentOf: SpanMap
    let cueOf: SpanMap
    /// Titles and headings, in their order.
    private let headings: [TokenRange]

    /// An article as the annotator sees it.
    package convenience init(_ article: Article) {
        let (text, sketches) = AnalysedText.read(article.text, blocks: Annotator.blocks(of: article))
        let phrases = NounPhrases(text, LearnedNames.names(in: text, sketches))
        self.init(text, phrases, sketches, QuotationFinder.reports(in: text, phrases))
    }

    init(_ text: AnalysedText, _ phrases: NounPhrases, _ sketches: WordSketches, _ reports: [Report]) {
        self.text = text
        self.phrases = phrases
        self.reports = reports
        self.sketches = sketches
        contentOf = SpanMap(
            count: text.tokens.count,
            numbered: reports.enumerated().lazy.flatMap { number, report in report.spans.lazy.map { ($0, number) } })
        cueOf = SpanMap(count: text.tokens.count, reports.lazy.map { $0.cue })
        headings = text.parts.filter { $0.kind == .title || $0.kind == .heading }.map { $0.tokens }
    }

    /// The word of a token, its case left out.
    package func word(at token: Int) -> UInt64 { sketches[token].folded }

    package var sentences: [Range<Int>] { text.sentences }
    package var count: Int { text.tokens.count }
    /// The bytes of a token.
    package func range(of token: Int) -> TextRange { text.tokens[token].range }

    /// What is proposed for this text by the rules and by a model, with what its judge is to learn from.
    package func proposals(by model: ReportModel) -> [Proposal] { proposals(by: model, judged: false) }

    /// What is proposed for this text by the rules and by a model.
    func proposals(by model: ReportModel, judged: Bool) -> [Proposal] {
        var tagger = ReportTagger(model)
        return Proposals(self).all(tagger.readings(of: self, from: Proposals.floor), model, judged: judged)
    }

    /// The cues of what a model lists beyond what the rules found.
    package func cuesRead(by model: ReportModel) -> Set<Int> {
        Set(LearnedReports.reports(in: self, model).filter(\.isLearned).map(\.verb))
    }

    /// The tokens that lie in a range of bytes, in whole or in part.
    package func tokens(in range: TextRange) -> Range<Int> {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if text.tokens[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var past = low
        while past < count, text.tokens[past].range.lowerBound < range.upperBound { past += 1 }
        return low..<past
    }

    /// Whether a token is a word or a number.
    package func isWord(_ token: Int) -> Bool { text.tokens[token].isWord || text.tokens[token].kind == .number }

    /// Whether a token can be a cue at all: a word or a colon outside marks and names.
    package func canBeCue(_ token: Int) -> Bool {
        guard !text.isQuoted(token), !phrases.nameOf.contains(token) else { return false }
        let kind = text.tokens[token].kind
        return kind == .colon
            || kind == .word && !text.tokens[token].shape.contains(.hyphen) && !text.tokens[token].isAny(of: Self.neverCue)
    }

    private static let neverCue: WordClass = [
        .determiner, .possessive, .preposition, .conjunction, .relative, .interrogative, .pronoun, .auxiliary, .negation,
    ]

    /// Whether the rules hold a token for the verb of a clause of saying.
    package func isRuledCue(_ token: Int) -> Bool {
        let report = cueOf[token]
        return report >= 0 && reports[Int(report)].verb == token
    }

    /// Whether the lists have a token as a form of a verb of saying or thinking.
    package func isListedCue(_ token: Int) -> Bool { text.tokens[token].classes.contains(.cue) }

    /// A sentence seen from its words that may be cues.
    package func view(of sentence: Range<Int>) -> SentenceView {
        SentenceView(self, SentenceUnits(sentence, text, phrases, sketches))
    }

    /// The words that are whose a cue is where nothing says it better: the subject of its sentence, before it.
    func subject(of cue: Int, in sentence: TokenRange) -> TokenRange? {
        Clauses(text: text, phrases: phrases).mainSubject(of: sentence.lowerBound..<cue, before: cue)
    }

    func isInHeading(_ token: Int) -> Bool {
        var low = 0
        var high = headings.count
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < headings.count && headings[low].contains(token)
    }
}
