import Annotator
import ArticleImport
import DocumentModel
import Foundation
import TestSupport

/// All figures in one table, beside those of the table that was committed last.
struct Evaluation {
    /// A figure, by the corpus it was measured on and its name; of a small corpus with its bootstrap interval.
    typealias Row = (corpus: String, name: String, value: Double, interval: ClosedRange<Double>?)

    private(set) var rows: [Row] = []

    /// Measures the annotator with the model it was built with, on the development parts of the corpora.
    mutating func measure(_ corpora: Corpora) throws {
        let annotator = Annotator()
        var names = EntityScores()
        for document in try corpora.entities("dev").documents {
            let annotation = annotator.annotation(of: document.article)
            names.add(document, annotation.entities.map { .init(range: $0.range, type: $0.kind.rawValue) })
        }
        add("Worldwide dev", names.figures)
        var quotations = QuotationScores()
        for (article, gold) in try corpora.quotations("dev") { quotations.add(article, gold, by: annotator) }
        add("PolNeAR dev, speech", quotations.figures)
        add("PolNeAR dev, speakers against derived names", quotations.speakers.figures)
        let hand = try SpeakerGold.table()
        for (name, isPronoun) in [("he and she", true), ("other speakers", false)] {
            let scores = try HandScores(hand.filter { $0.isPronoun == isPronoun }, corpora, annotator)
            rows += scores.figures.map { ("PolNeAR train, \(name) by hand", $0.name, Self.tenths($0.value), $0.interval) }
        }
        let certainty = CertaintyScores(
            try CertaintyTraining.examples(corpora, part: "dev", hand: hand.filter { $0.part != .learn }, .english),
            .english)
        add("Speaker confidence: names of PolNeAR dev, others by hand", certainty.figures)
        let own = CertaintyScores(try CertaintyTraining.examples(of: [.report], .english), .english)
        add("Speaker confidence: own gold, report", own.figures)
        try addGold(annotator)
    }

    /// The articles annotated for this project: those to develop on, and those that are only reported on.
    private mutating func addGold(_ annotator: Annotator) throws {
        for set in [GoldSet.develop, .report] {
            let table = try ScoreTable(of: set) { name, file in
                try ArticleReader.article(of: Array(file.utf8), named: name)
            } annotating: {
                annotator.annotation(of: $0)
            }
            rows += table.figures().map { ("Own gold, \(set.rawValue)", $0.name, Self.tenths($0.value), $0.interval) }
        }
    }

    /// Figures of our own articles by models that did not learn from them. Of some only quotations are annotated, so that
    /// nothing is said of names.
    mutating func addOwn(_ corpus: String, _ table: ScoreTable) {
        let quotations: Set = [
            "quoted extent exact", "quoted precision", "speaker by name", "speaker mention", "indirect found",
            "form and act", "words nobody uttered",
        ]
        rows += table.figures().filter { quotations.contains($0.name) }.map {
            (corpus, $0.name, Self.tenths($0.value), $0.interval)
        }
    }

    mutating func add(_ corpus: String, _ figures: [(name: String, value: Double)]) {
        rows += figures.map { (corpus, $0.name, Self.tenths($0.value), nil) }
    }

    private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    /// The table as it is committed: corpus, name and figure, a tab apart.
    var file: String { rows.map { "\($0.corpus)\t\($0.name)\t\(String(format: "%.1f", $0.value))\n" }.joined() }

    /// The table for people, with what each figure gained or lost against an earlier table.
    func text(against earlier: String) -> String {
        var before: [String: Double] = [:]
        for line in earlier.split(separator: "\n") {
            let cells = line.split(separator: "\t").map(String.init)
            if cells.count == 3 { before[cells[0] + "\t" + cells[1]] = Double(cells[2]) }
        }
        var text = ""
        var corpus = ""
        for row in rows {
            if row.corpus != corpus {
                text += "\(row.corpus)\n"
                corpus = row.corpus
            }
            let name = row.name.padding(toLength: 28, withPad: " ", startingAt: 0)
            text += "  \(name)" + String(format: "%6.1f", row.value)
            if let value = before["\(row.corpus)\t\(row.name)"] {
                text += abs(row.value - value) < 0.05 ? "      =" : String(format: "  %+5.1f", row.value - value)
            } else {
                text += "    new"
            }
            if let interval = row.interval {
                text += String(format: "   %5.1f … %.1f", interval.lowerBound, interval.upperBound)
            }
            text += "\n"
        }
        return text
    }
}
