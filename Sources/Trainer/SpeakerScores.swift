import Annotator
import DocumentModel
import TestSupport

/// Speakers by name, of quotations that were found. The corpus has names only derived from a tagger and a resolver: good
/// where the words are a person's name, doubtful where they are a pronoun or a role.
struct SpeakerScores {
    private var kinds: [String: Answers] = [:]

    mutating func add(gold: GoldQuotation, found: GoldQuotation) {
        guard let name = gold.speakerName else { return }
        kinds[gold.speakerKind, default: Answers()].add(found.speakerName.map { SpeakerName.isSame($0, name) } ?? false)
    }

    /// The shares of right names by the kind of mention, in percent.
    var figures: [(name: String, value: Double)] {
        kinds.sorted { $0.key < $1.key }.map { ("name right, \($0.key)", $0.value.percent) }
    }
}

/// Speakers against who they are by hand, of the quotations whose speaker they are found to be.
struct HandScores {
    private var parts: [SpeakerGold.Part: Answers] = [:]
    private var listed = Answers()
    /// What is wrong in the parts that may be looked at.
    private(set) var mistakes: [String] = []

    init(_ gold: [SpeakerGold], _ corpora: Corpora, _ annotator: Annotator) throws {
        let gold = Dictionary(grouping: gold, by: \.article)
        for (article, _) in try corpora.quotations("train") {
            guard let examples = gold[article.id] else { continue }
            let annotation = annotator.annotation(of: article)
            let points = CodePoints(article.text)
            for example in examples {
                let place = points.bytes(example.place)
                let quotation = annotation.quotations.first { $0.speaker?.ranges.contains { $0.overlaps(place) } ?? false }
                listed.add(quotation != nil)
                guard let quotation else { continue }
                let name = annotation.speaker(of: quotation)?.name
                parts[example.part, default: Answers()].add(example.isRight(name))
                guard example.part != .report, !example.isRight(name) else { continue }
                let mention = quotation.speaker?.ranges.map { String(article.text.text(in: $0)) }.joined(separator: " … ")
                let right = example.names.map { $0 ?? "-" }.joined(separator: " or ")
                mistakes.append("\(article.id) \(example.place.lowerBound) ‹\(mention ?? "")› \(right), not \(name ?? "-")")
            }
        }
    }

    /// By part, with bootstrap intervals, in percent.
    var figures: [(name: String, value: Double, interval: ClosedRange<Double>?)] {
        let rows: [(String, Answers?)] = [
            ("name right, half to report", parts[.report]), ("name right, half to look at", parts[.develop]),
            ("quotation found", listed),
        ]
        return rows.compactMap { name, answers in answers.map { (name, $0.percent, $0.interval) } }
    }
}
