public import DocumentModel

/// How well an annotation's quotations agree with the gold ones.
///
/// Quotations are paired by the share of words that both have (intersection over union, at least one half), best pairs
/// first. White space, quotation marks and `, . ; :` at a span's ends do not count, as is usual since PARC3.
public struct QuotationScore: Sendable, Equatable {
    /// Direct and mixed quotations whose words are all there and no more; `found` counts the annotator's quoted ones.
    public var quotedExact = Tally()
    /// Direct and mixed quotations that were found at all.
    public var quotedFound = Tally()
    /// Indirect quotations that were found at all.
    public var indirectFound = Tally()
    /// Of the pairs, those whose speaker has the expected name, nobody among them.
    public var speakerName = Tally()
    /// Of the pairs that have words for their speaker, those where the annotator's words touch them.
    public var speakerMention = Tally()
    /// Of the pairs, those with the expected form and act.
    public var formAndAct = Tally()
    /// Words that are listed as speech; those that somebody uttered are right.
    public var listedWords = Tally()
    /// A line for each difference: what was expected and what came.
    public var differences: [String] = []

    /// Nothing counted yet.
    public init() {}

    /// Compares. The gold ranges must count in the article's text: see ``GoldArticle/ranges(in:)``.
    public init(of annotated: AnnotatedArticle, against gold: GoldArticle) {
        var comparison = QuotationComparison(annotated, gold)
        comparison.run()
        self = comparison.score
    }

    /// Both scores' counts together, and their differences.
    public static func += (one: inout QuotationScore, other: QuotationScore) {
        one.quotedExact += other.quotedExact
        one.quotedFound += other.quotedFound
        one.indirectFound += other.indirectFound
        one.speakerName += other.speakerName
        one.speakerMention += other.speakerMention
        one.formAndAct += other.formAndAct
        one.listedWords += other.listedWords
        one.differences += other.differences
    }
}
