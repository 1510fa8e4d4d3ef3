/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): scores for labels by the features of a
/// token, and for steps from label to label.
struct ConditionalField: Sendable {
    let chain: LabelChain
    let index: FeatureIndex
    /// The weight of each of the index's labels.
    var weights: [Float]
    /// The weight of each of the chain's parameters.
    var steps: [Float]

    /// How a field is learned: stochastic gradients with steps adapted to each weight (AdaGrad, Duchi et al. 2011) on the
    /// likelihood with a Gaussian prior.
    struct Learning: Sendable {
        /// Passes over all sequences.
        var passes = 12
        /// The length of steps.
        var rate: Float = 0.05
        /// The prior: half of it times the sum of all squared weights is taken off the likelihood.
        var penalty: Float = 0.5
        /// What the sums of squared gradients begin with: the larger, the shorter the first steps.
        var caution: Float = 1
        /// Features in fewer tokens are left out.
        var minimum = 1
        /// Features in as many tokens have weights for all labels, others for those they were met with.
        var full = 20
        /// Tokens whose probabilities are off by less teach nothing; 0: all teach.
        var passedOver: Float = 0
        /// Whether probabilities are reckoned in `Double`: see ``LatticeNumber``.
        var isWide = false
        /// The share of a token's features that are left out, others each time it is met: so that none of them can do all of
        /// the work, and those of words that are seldom met learn too (Sutton, Sindelar and McCallum 2006).
        var dropout: Float = 0
        /// The pass from which on weights are averaged over all steps; none where there are no such passes.
        var averagedFrom = Int.max
    }

    /// Learns from sequences. One thread and a fixed order: the same sequences give the same field, on any machine.
    init(_ chain: LabelChain, _ sequences: [LabelledSequence], _ learning: Learning = Learning()) {
        let index = FeatureIndex(
            sequences, labels: chain.labels, minimum: learning.minimum, full: learning.full)
        self.chain = chain
        self.index = index
        if learning.isWide {
            var learner = FieldLearner<Double>(chain, index, learning)
            learner.learn(from: sequences)
            (weights, steps) = (learner.weights, learner.steps)
        } else {
            var learner = FieldLearner<Float>(chain, index, learning)
            learner.learn(from: sequences)
            (weights, steps) = (learner.weights, learner.steps)
        }
    }

    /// The score of each label for each token, token after token; `sequence` needs no labels but as many as tokens.
    func scores(of sequence: LabelledSequence) -> [Float] {
        let labels = chain.labels
        var scores = sequence.scores.isEmpty ? Array(repeating: 0, count: sequence.count * labels) : sequence.scores
        for token in 0..<sequence.count {
            for hash in sequence.features[sequence.starts[token]..<sequence.starts[token + 1]] {
                guard let feature = index[hash] else { continue }
                for weight in Int(index.starts[feature])..<Int(index.starts[feature + 1]) {
                    scores[token * labels + Int(index.labels[weight])] += weights[weight]
                }
            }
        }
        return scores
    }

    /// The most probable labels (Viterbi).
    func labels(of sequence: LabelledSequence) -> [UInt8] {
        guard sequence.count > 0 else { return [] }
        let labels = chain.labels
        let scores = scores(of: sequence)
        let never = -Float.infinity
        var best = [Float](repeating: never, count: sequence.count * labels)
        var from = [Int](repeating: 0, count: sequence.count * labels)
        for token in 0..<sequence.count {
            for step in chain.steps where (token == 0) == (step.from == LabelChain.beginning) {
                let before = token == 0 ? 0 : best[(token - 1) * labels + step.from]
                let score = before + steps[step.parameter] + scores[token * labels + step.to]
                if score > best[token * labels + step.to] {
                    best[token * labels + step.to] = score
                    from[token * labels + step.to] = step.from
                }
            }
        }
        let last = (sequence.count - 1) * labels
        var label = 0
        var highest = never
        for end in 0..<labels where chain.ends[end] && best[last + end] > highest {
            highest = best[last + end]
            label = end
        }
        var result = [UInt8](repeating: 0, count: sequence.count)
        for token in stride(from: sequence.count - 1, through: 0, by: -1) {
            result[token] = UInt8(label)
            if token > 0 { label = from[token * labels + label] }
        }
        return result
    }
}
