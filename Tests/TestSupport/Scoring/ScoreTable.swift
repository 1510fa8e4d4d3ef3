public import DocumentModel

/// The scores of several articles: as a table to print, a line for each article and one for all, and as figures.
public struct ScoreTable: Sendable {
    private struct Row {
        var name: String
        var language: String
        var score: ArticleScore
    }

    private var rows: [Row] = []

    /// A table without lines.
    public init() {}

    /// The table of a folder of gold articles: each is read and annotated as told.
    public init(
        of set: GoldSet, reading read: (_ name: String, _ file: String) throws -> Article,
        annotating annotate: (Article) -> Annotation
    ) throws {
        for gold in try set.articles() {
            let article = try read(gold.name, gold.file)
            guard let expected = gold.ranges(in: article.text) else {
                throw GoldError(file: gold.name, line: 1, reason: "the article's text is not the file's")
            }
            add(AnnotatedArticle(article, annotate(article)), against: expected)
        }
    }

    /// Adds an article's line.
    public mutating func add(_ annotated: AnnotatedArticle, against gold: GoldArticle) {
        rows.append(Row(name: gold.name, language: gold.language, score: ArticleScore(of: annotated, against: gold)))
    }

    /// All articles' scores together.
    public var total: ArticleScore { rows.reduce(into: ArticleScore()) { $0 += $1.score } }

    /// The articles in English.
    public var englishRows: ScoreTable { only { $0 == "en" } }

    /// The articles in other languages, which get names and quotation marks only.
    public var otherRows: ScoreTable { only { $0 != "en" } }

    private func only(_ language: (String) -> Bool) -> ScoreTable {
        var table = ScoreTable()
        table.rows = rows.filter { language($0.language) }
        return table
    }

    // MARK: Figures

    /// A figure, in percent, with the interval in which 95 of 100 sets of as many such articles have it.
    public struct Figure: Sendable {
        /// What it says.
        public var name: String
        /// The figure of the articles in the table.
        public var value: Double
        /// The bootstrap interval.
        public var interval: ClosedRange<Double>
    }

    /// A figure's name, the articles it is of, and how it is counted.
    private struct Measure: Sendable {
        var name: String
        var part: Part
        var percent: @Sendable (ArticleScore) -> Double

        init(_ name: String, _ part: Part, _ percent: @escaping @Sendable (ArticleScore) -> Double) {
            self.name = name
            self.part = part
            self.percent = percent
        }
    }

    private enum Part: CaseIterable, Sendable {
        case all
        case english
        case others
    }

    private static let measures: [Measure] = {
        var measures: [Measure] = [
            Measure("quoted extent exact", .english, { $0.quotations.quotedExact.recall }),
            Measure("quoted precision", .english, { $0.quotations.quotedExact.precision }),
            Measure("speaker by name", .english, { $0.quotations.speakerName.recall }),
            Measure("speaker mention", .english, { $0.quotations.speakerMention.recall }),
            Measure("indirect found", .english, { $0.quotations.indirectFound.recall }),
            Measure("form and act", .english, { $0.quotations.formAndAct.recall }),
            Measure("words nobody uttered", .english, { 100 - $0.quotations.listedWords.precision }),
            Measure("persons, bodies: spellings", .english, { $0.actors.recall }),
            Measure("blocks", .english, { $0.blocks.f1 }),
            Measure("names F1", .english, { $0.entities.tally().f1 }),
        ]
        for kind in EntityKind.allCases {
            measures.append(Measure("\(kind.rawValue) F1", .english, { $0.entities.tally(kind).f1 }))
        }
        measures += [
            Measure("language right", .all, { $0.language.recall }),
            Measure("other languages: quoted", .others, { $0.quotations.quotedExact.recall }),
            Measure("… quoted precision", .others, { $0.quotations.quotedExact.precision }),
            Measure("… names F1", .others, { $0.entities.tally().f1 }),
        ]
        return measures
    }()

    /// What is reported of a folder, in order, with bootstrap intervals (Efron 1979): the figures of so many articles drawn
    /// anew. Cost: `draws` sums over the table.
    public func figures(draws: Int = 1_000) -> [Figure] {
        var values: [[Double]] = Array(repeating: [], count: Self.measures.count)
        for part in Part.allCases {
            let measures = Self.measures.indices.filter { Self.measures[$0].part == part }
            let table = part == .english ? englishRows : part == .others ? otherRows : self
            let scores = table.rows.map(\.score.counts)
            guard !scores.isEmpty else { continue }
            var random = SplitMix(seed: 1979)
            for draw in 0...draws {
                // The first is no draw, but the table itself.
                let drawn = scores.indices.map { draw == 0 ? $0 : Int.random(in: scores.indices, using: &random) }
                let sum = drawn.reduce(into: ArticleScore()) { $0 += scores[$1] }
                for measure in measures { values[measure].append(Self.measures[measure].percent(sum)) }
            }
        }
        return Self.measures.indices.compactMap { index in
            guard let value = values[index].first else { return nil }
            let drawn = values[index].dropFirst().sorted()
            let interval =
                drawn.isEmpty ? value...value : drawn[drawn.count / 40]...drawn[drawn.count - 1 - drawn.count / 40]
            return Figure(name: Self.measures[index].name, value: value, interval: interval)
        }
    }

    // MARK: Text

    /// The figures, a line each.
    public func summary(draws: Int = 1_000) -> String {
        figures(draws: draws).map { figure in
            Self.cell(figure.name, 28, left: true) + Self.cell(Self.percent(figure.value), 7) + "   "
                + "\(Self.percent(figure.interval.lowerBound)) … \(Self.percent(figure.interval.upperBound))"
        }
        .joined(separator: "\n")
    }

    /// The table, and the names' scores by kind below it.
    public var text: String {
        let heads = ["exact", "found", "indirect", "speaker", "mention", "spurious", "PERSON", "names", "actors", "blocks"]
        var lines = [Self.cell("article", 34, left: true) + heads.map { Self.cell($0, 10) }.joined()]
        for row in rows { lines.append(Self.line(row.name, row.score)) }
        let total = total
        lines.append(Self.line("all", total))
        lines.append("")
        for kind in EntityKind.allCases {
            guard let tally = total.entities.byKind[kind] else { continue }
            lines.append(
                Self.cell(kind.rawValue, 12, left: true) + "F1" + Self.cell(Self.percent(tally.f1), 7)
                    + "   expected \(tally.expected), found \(tally.found), right \(tally.right)")
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ name: String, _ score: ArticleScore) -> String {
        let quotations = score.quotations
        let found = quotations.quotedFound + quotations.indirectFound
        let cells = [
            share(quotations.quotedExact), share(quotations.quotedFound), share(quotations.indirectFound),
            share(quotations.speakerName), share(quotations.speakerMention), String(found.found - found.right),
            percent(score.entities.tally(.person).f1), percent(score.entities.tally().f1), share(score.actors),
            share(score.blocks),
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
