import Annotator
import DocumentModel
import TestSupport

/// Learns how sure a speaker is: a weight for each sign, such that the probabilities are those of being right (logistic
/// regression with a quadratic penalty, by AdaGrad).
///
/// Names are held against the names derived in PolNeAR's training part, pronouns and other words against those by hand, all of
/// them against those of our own articles; each kind counts as much as it is frequent in PolNeAR.
struct CertaintyTraining {
    /// A speaker found, what speaks for it, and whether it was right.
    struct Example {
        var features: [Int]
        var isRight: Bool
        var share: Double
    }

    /// The kinds of words that stand for a speaker.
    private enum Kind: CaseIterable {
        case name
        case pronoun
        case other

        /// How many of a hundred speakers of PolNeAR are of this kind.
        var share: Double {
            switch self {
            case .name: 35
            case .pronoun: 17
            case .other: 48
            }
        }
    }

    /// Parts of the articles, each weighed by a model that learned from the others.
    var folds = 3
    var passes = 60
    var penalty = 4.0

    /// The weights, 64 for one in the logarithm of the odds. Pronouns are weighed by models that did not learn from the
    /// article, lest they look surer than they are.
    func weights(_ corpora: Corpora, _ gold: [SpeakerGold], _ model: SpeakerModel) throws -> [Int32] {
        let hand = gold.filter { $0.part == .learn }
        let articles = Set(hand.map(\.article)).sorted()
        let own = try OwnArticles.all()
        var others: [Kind: [Example]] = [:]
        var mine: [Kind: [Example]] = [:]
        for fold in 0..<folds {
            let held = Set(articles.enumerated().filter { $0.offset % folds == fold }.map(\.element))
            let heldOwn = own.enumerated().filter { $0.offset % folds == fold }.map(\.element)
            let restOwn = own.enumerated().filter { $0.offset % folds != fold }.map(\.element)
            let training = PronounTraining(rounds: 2)
            let model = SpeakerModel(
                pronouns: try training.weights(corpora, hand.filter { !held.contains($0.article) }, own: restOwn),
                certainty: [])
            others.merge(
                try Self.examples(corpora, hand: hand.filter { held.contains($0.article) }, model), uniquingKeysWith: +)
            mine.merge(Self.examples(of: heldOwn, model), uniquingKeysWith: +)
        }
        let names: [Kind: [Example]] = [.name: try Self.names(corpora, part: "train", model)]
        let examples = Self.shared(names.merging(others, uniquingKeysWith: +)) + Self.shared(mine)
        return learn(examples).map { Int32(($0 * 64).rounded()) }
    }

    /// What a model is measured on: names derived in a part of the corpus, and other speakers by hand.
    static func examples(_ corpora: Corpora, part: String, hand: [SpeakerGold], _ model: SpeakerModel) throws -> [Example] {
        let others = try examples(corpora, hand: hand, model)
        return shared(others.merging([.name: try names(corpora, part: part, model)], uniquingKeysWith: +))
    }

    /// What a model is measured on of our own articles.
    static func examples(of sets: [GoldSet], _ model: SpeakerModel) throws -> [Example] {
        shared(examples(of: try OwnArticles.all(of: sets), model))
    }

    /// Speakers found that are a name, held against those derived in a part of the corpus.
    private static func names(_ corpora: Corpora, part: String, _ model: SpeakerModel) throws -> [Example] {
        var names: [Example] = []
        for (article, gold) in try corpora.quotations(part) {
            let found = SpeakerExample.all(in: article, model: model)
            let points = CodePoints(article.text)
            for quotation in gold where quotation.isSpeech && quotation.speakerKind == "person-name" {
                guard let name = quotation.speakerName.map(bare), let mention = quotation.speaker.first,
                    isName(String(article.text.text(in: points.bytes(mention))), of: name),
                    let spans = quotation.spans.first.map(points.bytes),
                    let example = found.first(where: { $0.spans.contains { $0.overlaps(spans) } })
                else { continue }
                let isRight = example.name.map { SpeakerName.isSame($0, name) } ?? false
                names.append(Example(features: example.features, isRight: isRight, share: 1))
            }
        }
        return names
    }

    /// Speakers found that are a pronoun or other words, held against those by hand.
    private static func examples(
        _ corpora: Corpora, hand: [SpeakerGold], _ model: SpeakerModel
    ) throws -> [Kind: [Example]] {
        var examples: [Kind: [Example]] = [:]
        let wanted = Dictionary(grouping: hand, by: \.article)
        for (article, _) in try corpora.quotations("train") {
            guard let wanted = wanted[article.id] else { continue }
            let found = SpeakerExample.all(in: article, model: model)
            let points = CodePoints(article.text)
            for one in wanted {
                let place = points.bytes(one.place)
                guard let speaker = found.first(where: { $0.mention?.overlaps(place) ?? false }) else { continue }
                examples[one.isPronoun ? .pronoun : .other, default: []].append(
                    Example(features: speaker.features, isRight: one.isRight(speaker.name), share: 1))
            }
        }
        return examples
    }

    /// Speakers of our own articles, held against those by hand.
    private static func examples(of articles: [OwnArticles.Own], _ model: SpeakerModel) -> [Kind: [Example]] {
        var examples: [Kind: [Example]] = [:]
        for own in articles {
            let found = SpeakerExample.all(in: own.article, model: model)
            for expected in own.gold.quotations where expected.quotation.part == .text {
                guard let mention = expected.quotation.speaker?.ranges.first,
                    let example = found.first(where: { one in
                        one.spans.contains { span in expected.quotation.spans.contains { $0.overlaps(span) } }
                    })
                else { continue }
                let words = own.article.text.text(in: mention).lowercased()
                let kind: Kind =
                    words == "he" || words == "she"
                    ? .pronoun : expected.speakerName.map { isName(words, of: $0) } ?? false ? .name : .other
                examples[kind, default: []].append(
                    Example(features: example.features, isRight: example.name == expected.speakerName, share: 1))
            }
        }
        return examples
    }

    /// A derived name without *Mr.* and the like, with which the corpus has some of them.
    private static func bare(_ name: String) -> String {
        name.split(separator: " ").drop { courtesies.contains(letters($0).joined()) }.joined(separator: " ")
    }

    /// Whether words are somebody's name and nothing more: *Mr. Berg*, not *Berg's lawyers*.
    private static func isName(_ words: String, of name: String) -> Bool {
        let plain = Set(letters(words)).subtracting(courtesies)
        return !plain.isEmpty && plain.isSubset(of: letters(name))
    }

    private static let courtesies: Set = ["mr", "mrs", "ms", "dr", "miss", "sir"]

    private static func letters(_ text: some StringProtocol) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// Examples of which those of a kind together count as much as it is frequent, of a thousand.
    private static func shared(_ examples: [Kind: [Example]]) -> [Example] {
        Kind.allCases.flatMap { kind in
            let own = examples[kind] ?? []
            return own.map {
                Example(features: $0.features, isRight: $0.isRight, share: 10 * kind.share / Double(own.count))
            }
        }
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
