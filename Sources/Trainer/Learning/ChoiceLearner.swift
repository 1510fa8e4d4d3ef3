/// Several things of which one is to be chosen, each with its features and with what choosing it is worth.
struct LabelledChoice {
    /// The places of each one's features in the table of weights.
    var features: [[Int32]] = []
    /// What each is worth, from 0 to 1.
    var worth: [Float] = []
}

/// Learns weights by whose sums one of several is chosen: a log-linear model of choices (McFadden 1973), by the logarithm of
/// what it may expect to win; stochastic gradients with steps adapted to each weight (AdaGrad).
struct ChoiceLearner {
    var passes = 12
    var rate: Float = 0.05
    /// A Gaussian prior, as in ``ConditionalField/Learning``.
    var penalty: Float = 30

    /// The weights of a table of so many places. One thread and a fixed order: the same choices give the same weights.
    func weights(_ count: Int, from choices: [LabelledChoice]) -> [Float] {
        var weights = [Float](repeating: 0, count: count)
        var squares = [Float](repeating: 1, count: count)
        var uses = [Float](repeating: 0, count: count)
        for choice in choices { for feature in choice.features.joined() { uses[Int(feature)] += 1 } }
        var sums = weights
        var order = Array(choices.indices)
        var random = Generator(state: 20_221_123)
        var time: Float = 0
        for pass in 0..<passes {
            order.shuffle(using: &random)
            for at in order {
                let choice = choices[at]
                let scores = choice.features.map { $0.reduce(Float(0)) { $0 + weights[Int($1)] } }
                let highest = scores.reduce(-Float.infinity, max)
                let powers = scores.map { Float.exponential($0 - highest) }
                let total = powers.reduce(0, +)
                let won = zip(powers, choice.worth).reduce(Float(0)) { $0 + $1.0 * $1.1 }
                guard won > 0 else { continue }
                for (index, features) in choice.features.enumerated() {
                    // What it is chosen with, less what it should be chosen with.
                    let error = powers[index] / total - powers[index] * choice.worth[index] / won
                    for feature in features {
                        let at = Int(feature)
                        let gradient = error + penalty / uses[at] / Float(choice.features.count) * weights[at]
                        squares[at] += gradient * gradient
                        let step = rate * gradient / squares[at].squareRoot()
                        weights[at] -= step
                        if pass >= passes / 3 { sums[at] += time * step }
                    }
                }
                if pass >= passes / 3 { time += 1 }
            }
        }
        // The mean over the later steps.
        if time > 0 { for at in weights.indices { weights[at] += sums[at] / time } }
        return weights
    }
}
