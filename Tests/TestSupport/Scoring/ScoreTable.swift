public import DocumentModel

/// The scores of several articles as a table to print: a line for each article and one for all.
public struct ScoreTable: Sendable {
    private var rows: [(name: String, quotations: QuotationScore, entities: EntityScore)] = []
    /// All articles' quotations.
    public private(set) var quotations = QuotationScore()
    /// All articles' names.
    public private(set) var entities = EntityScore()

    /// A table without lines.
    public init() {}

    /// Adds an article's line.
    public mutating func add(_ annotated: AnnotatedArticle, against gold: GoldArticle) {
        let row = (
            name: gold.name, quotations: QuotationScore(of: annotated, against: gold),
            entities: EntityScore(of: annotated, against: gold)
        )
        rows.append(row)
        quotations += row.quotations
        entities += row.entities
    }

    /// The table, and the names' scores by kind below it.
    public var text: String {
        var lines = [
            Self.cell("article", 34, left: true)
                + ["exact", "found", "indirect", "speaker", "mention", "spurious", "PERSON", "names"].map {
                    Self.cell($0, 10)
                }
                .joined()
        ]
        for row in rows { lines.append(Self.line(row.name, row.quotations, row.entities)) }
        lines.append(Self.line("all", quotations, entities))
        lines.append("")
        for kind in EntityKind.allCases {
            guard let tally = entities.byKind[kind] else { continue }
            lines.append(
                Self.cell(kind.rawValue, 12, left: true) + "F1" + Self.cell(Self.percent(tally.f1), 7)
                    + "   expected \(tally.expected), found \(tally.found), right \(tally.right)")
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ name: String, _ quotations: QuotationScore, _ entities: EntityScore) -> String {
        let found = quotations.quotedFound + quotations.indirectFound
        let cells = [
            share(quotations.quotedExact), share(quotations.quotedFound), share(quotations.indirectFound),
            share(quotations.speakerName), share(quotations.speakerMention), String(found.found - found.right),
            percent(entities.tally(.person).f1), percent(entities.tally().f1),
        ]
        return cell(name, 34, left: true) + cells.map { cell($0, 10) }.joined()
    }

    private static func share(_ tally: Tally) -> String { "\(tally.right)/\(tally.expected)" }

    private static func percent(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

    private static func cell(_ text: String, _ width: Int, left: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return left ? text + space : space + text
    }
}
