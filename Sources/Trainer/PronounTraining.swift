import Annotator
import TestSupport

/// Learns who a *he* or *she* is: a weight for each feature, such that the right candidate has the largest sum (a log-linear
/// ranking with a quadratic penalty, by AdaGrad; Duchi et al. 2011).
///
/// What a pronoun's candidates look like depends on who the pronouns before it were found to be, so it is learned in rounds,
/// each on the articles as the round before reads them.
struct PronounTraining {
    var rounds = 4
    var passes = 40
    /// How much an example counts: speakers of news by hand, those of our own articles, chains of other texts, snippets of biographies.
    var share = (hand: 2.0, own: 0.5, chains: 0.5, snippets: 0.1)
    /// The penalty on weights of all settings and on those of one.
    var penalty = (all: 0.5, one: 1.5)

    private struct Example {
        var candidates: [(features: [Int], isRight: Bool)]
        var share: Double
    }

    /// The weights, 64 for one in the logarithm of the odds.
    func weights(_ corpora: Corpora, _ gold: [SpeakerGold], own: [OwnArticles.Own]) throws -> [Int32] {
        var model = SpeakerModel(pronouns: Array(repeating: 0, count: SpeakerModel.pronounWeights), certainty: [])
        for _ in 0..<rounds {
            let hand = try PronounCorpus(gold.filter { $0.isPronoun && $0.part == .learn }, corpora, model)
            let own = PronounCorpus(own: own, model)
            let chains = try PronounCorpus(gum: corpora, model)
            let snippets = try PronounCorpus(gap: corpora, model)
            let examples =
                prepared(hand, share.hand) + prepared(own, share.own) + prepared(chains, share.chains)
                + prepared(snippets, share.snippets)
            model.pronouns = learn(examples).map { Int32(($0 * 64).rounded()) }
        }
        return model.pronouns
    }

    private func prepared(_ corpus: PronounCorpus, _ share: Double) -> [Example] {
        corpus.examples.compactMap { example in
            guard example.hasAnswer, example.candidates.contains(where: { !$0.isRight }) else { return nil }
            let base = example.setting * SpeakerModel.pronounFeatures
            return Example(
                candidates: example.candidates.map { candidate in
                    (candidate.features.flatMap { [Int($0), base + Int($0)] }, candidate.isRight)
                }, share: share)
        }
    }

    private func learn(_ examples: [Example]) -> [Double] {
        var weights = [Double](repeating: 0, count: SpeakerModel.pronounWeights)
        var squares = [Double](repeating: 1e-3, count: weights.count)
        var order = Array(examples.indices)
        var random = Generator(state: 20_240_519)
        let total = examples.reduce(0) { $0 + $1.share }
        for _ in 0..<passes {
            order.shuffle(using: &random)
            for index in order {
                let example = examples[index]
                let scores = example.candidates.map { $0.features.reduce(0) { $0 + weights[$1] } }
                let highest = scores.max() ?? 0
                let powers = scores.map { Logistic.exponential($0 - highest) }
                let sum = powers.reduce(0, +)
                let right = zip(powers, example.candidates).reduce(0) { $1.1.isRight ? $0 + $1.0 : $0 }
                var gradient: [Int: Double] = [:]
                for (power, candidate) in zip(powers, example.candidates) {
                    let change = power / sum - (candidate.isRight ? power / max(right, 1e-12) : 0)
                    for feature in candidate.features { gradient[feature, default: 0] += example.share * change }
                }
                for (feature, value) in gradient {
                    let penalty = feature < SpeakerModel.pronounFeatures ? penalty.all : penalty.one
                    let slope = value + penalty * example.share / total * weights[feature]
                    squares[feature] += slope * slope
                    weights[feature] -= 0.2 * slope / squares[feature].squareRoot()
                }
            }
        }
        return weights
    }
}

/// Arithmetic that gives the same figures on every machine: only sums, products and quotients.
enum Logistic {
    /// e to the power of a number, to fifteen digits.
    static func exponential(_ value: Double) -> Double {
        guard value > -700 else { return 0 }
        let halvings = 10
        let small = min(value, 700) / 1024
        var term = 1.0
        var sum = 1.0
        for step in 1...10 {
            term *= small / Double(step)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }

    /// The probability that odds of this logarithm stand for.
    static func probability(_ value: Double) -> Double { 1 / (1 + exponential(-value)) }
}
