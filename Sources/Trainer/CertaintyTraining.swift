import Annotator
import DocumentModel
import TestSupport

/// Learns how sure a speaker is: a weight for each sign, such that the probabilities are those of being right (logistic
/// regression with a quadratic penalty, by AdaGrad).
///
/// Names are held against the names derived in PolNeAR's training part, pronouns and other words against those by hand, each
/// kind counting as much as it is frequent there.
struct CertaintyTraining {
    /// A speaker found, what speaks for it, and whether it was right.
    struct Example {
        var features: [Int]
        var isRight: Bool
        var share: Double
    }

    /// How many of a hundred speakers of PolNeAR are of each kind.
    static let shares = (name: 35.0, pronoun: 17.0, other: 48.0)

    var passes = 60
    var penalty = 4.0

    /// The weights, 64 for one in the logarithm of the odds.
    func weights(_ corpora: Corpora, _ gold: [SpeakerGold], _ model: SpeakerModel) throws -> [Int32] {
        let hand = gold.filter { $0.part == .learn }
        let examples = try CertaintyTraining.examples(corpora, part: "train", hand: hand, model)
        return learn(examples).map { Int32(($0 * 64).rounded()) }
    }

    /// Speakers found, those with a name held against the names of a part of the corpus, the others against `hand`.
    static func examples(_ corpora: Corpora, part: String, hand: [SpeakerGold], _ model: SpeakerModel) throws -> [Example] {
        var names: [Example] = []
        for (article, gold) in try corpora.quotations(part) {
            let found = SpeakerExample.all(in: article, model: model)
            let points = CodePoints(article.text)
            for quotation in gold where quotation.isSpeech && quotation.speakerKind == "person-name" {
                guard let name = quotation.speakerName, let mention = quotation.speaker.first, mention.count < 30,
                    let spans = quotation.spans.first.map(points.bytes),
                    let example = found.first(where: { $0.spans.contains { $0.overlaps(spans) } })
                else { continue }
                names.append(
                    Example(
                        features: example.features,
                        isRight: example.name.map { SpeakerName.isSame($0, name) } ?? false, share: 1))
            }
        }
        var others: [Bool: [Example]] = [:]
        let wanted = Dictionary(grouping: hand, by: \.article)
        for (article, _) in try corpora.quotations("train") {
            guard let wanted = wanted[article.id] else { continue }
            let found = SpeakerExample.all(in: article, model: model)
            let points = CodePoints(article.text)
            for example in wanted {
                let place = points.bytes(example.place)
                guard let speaker = found.first(where: { $0.mention?.overlaps(place) ?? false }) else { continue }
                others[example.isPronoun, default: []].append(
                    Example(features: speaker.features, isRight: example.isRight(speaker.name), share: 1))
            }
        }
        return shared(names, shares.name) + shared(others[true] ?? [], shares.pronoun)
            + shared(others[false] ?? [], shares.other)
    }

    /// Examples that together count as much as `percent` of a thousand.
    private static func shared(_ examples: [Example], _ percent: Double) -> [Example] {
        examples.map { Example(features: $0.features, isRight: $0.isRight, share: 10 * percent / Double(examples.count)) }
    }

    private func learn(_ examples: [Example]) -> [Double] {
        var weights = [Double](repeating: 0, count: Certainty.count)
        var squares = [Double](repeating: 1e-3, count: weights.count)
        for _ in 0..<passes * 10 {
            var slopes = weights.map { $0 * penalty }
            for example in examples {
                let sum = example.features.reduce(0) { $0 + weights[$1] }
                let error = example.share * (Logistic.probability(sum) - (example.isRight ? 1 : 0))
                for feature in example.features { slopes[feature] += error }
            }
            for feature in weights.indices {
                squares[feature] += slopes[feature] * slopes[feature]
                weights[feature] -= 0.5 * slopes[feature] / squares[feature].squareRoot()
            }
        }
        return weights
    }
}

/// How well probabilities of speakers keep what they promise.
struct CertaintyScores {
    private var examples: [(probability: Double, isRight: Bool, share: Double)]

    init(_ examples: [CertaintyTraining.Example], _ model: SpeakerModel) {
        self.examples = examples.map { example in
            (Double(Certainty.thousandths(of: example.features, model)) / 1000, example.isRight, example.share)
        }
        self.examples.sort { $0.probability > $1.probability }
    }

    /// The difference between promised and kept, over ten equal parts from the surest to the least sure.
    var calibrationError: Double {
        let total = examples.reduce(0) { $0 + $1.share }
        var parts = [(promised: Double, kept: Double)](repeating: (0, 0), count: 10)
        var passed = 0.0
        for example in examples {
            let part = min(9, Int(passed / total * 10))
            parts[part].promised += example.share * example.probability
            if example.isRight { parts[part].kept += example.share }
            passed += example.share
        }
        return parts.reduce(0) { $0 + abs($1.promised - $1.kept) } / total
    }

    /// Of the surest eight tenths, those that are right, in percent.
    var rightAmongSurest: Double {
        let total = examples.reduce(0) { $0 + $1.share }
        var passed = 0.0
        var right = 0.0
        for example in examples where passed < 0.8 * total {
            passed += example.share
            if example.isRight { right += example.share }
        }
        return 100 * right / max(passed, 1e-9)
    }

    var figures: [(name: String, value: Double)] {
        [("calibration error, percent", 100 * calibrationError), ("right among the surest 80 %", rightAmongSurest)]
    }
}
