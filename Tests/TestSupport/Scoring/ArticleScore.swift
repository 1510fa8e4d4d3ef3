public import DocumentModel

/// How well everything that is found in an article agrees with the gold annotation.
public struct ArticleScore: Sendable, Equatable {
    /// The quotations.
    public var quotations = QuotationScore()
    /// The names.
    public var entities = EntityScore()
    /// Whether the language is right.
    public var language = Tally()
    /// Of the persons and bodies that the gold annotation lists, those with the right name and just their spellings.
    public var actors = Tally()
    /// The blocks of the text that are cut out and classified rightly.
    public var blocks = Tally()
    /// A line for each difference: what was expected and what came.
    public var differences: [String] = []

    /// Nothing counted yet.
    public init() {}

    /// Compares. The gold ranges must count in the article's text: see ``GoldArticle/ranges(in:)``.
    public init(of annotated: AnnotatedArticle, against gold: GoldArticle) {
        quotations = QuotationScore(of: annotated, against: gold)
        entities = EntityScore(of: annotated, against: gold)
        differences = quotations.differences + entities.differences

        let code = annotated.annotation.language
        language = Tally(expected: 1, found: 1, right: code == gold.language ? 1 : 0)
        if code != gold.language { differences.append("\(gold.name) expected language \(gold.language), got \(code)") }

        compareActors(annotated.annotation.actors, gold)
        compareBlocks(annotated.article, gold)
    }

    private mutating func compareActors(_ given: [Actor], _ gold: GoldArticle) {
        for want in gold.actors {
            let isRight = given.contains { actor in
                actor.kind == want.kind && actor.name == want.name && Set(actor.aliases) == want.spellings
            }
            actors += Tally(expected: 1, found: 1, right: isRight ? 1 : 0)
            if isRight { continue }
            let instead = given.filter { !want.spellings.isDisjoint(with: $0.aliases) }
                .map { "\($0.kind.rawValue) \($0.aliases.joined(separator: " | "))" }
            differences.append(
                "\(gold.name) expected \(want.kind.rawValue) \(want.spellings.sorted().joined(separator: " | ")), got "
                    + (instead.isEmpty ? "nothing" : instead.joined(separator: "; ")))
        }
    }

    private mutating func compareBlocks(_ article: Article, _ gold: GoldArticle) {
        blocks = Tally(expected: gold.blocks.count, found: article.blocks.count)
        for want in gold.blocks {
            if article.blocks.contains(want) {
                blocks.right += 1
                continue
            }
            let instead = article.blocks.filter { $0.range.overlaps(want.range) }.map { Self.line($0, article.text) }
            differences.append(
                "\(gold.name) expected \(Self.line(want, article.text)), got "
                    + (instead.isEmpty ? "nothing" : instead.joined(separator: ", ")))
        }
    }

    private static func line(_ block: Block, _ text: String) -> String {
        let words = BlockText(text, block.range).joined
        return "\(block.kind.rawValue) ‹\(words.count > 60 ? words.prefix(30) + " … " + words.suffix(30) : words[...])›"
    }

    /// The score without the differences' words.
    var counts: ArticleScore {
        var score = self
        score.differences = []
        score.quotations.differences = []
        score.entities.differences = []
        return score
    }

    /// Both scores' counts together, and their differences.
    public static func += (one: inout ArticleScore, other: ArticleScore) {
        one.quotations += other.quotations
        one.entities += other.entities
        one.language += other.language
        one.actors += other.actors
        one.blocks += other.blocks
        one.differences += other.differences
    }
}
