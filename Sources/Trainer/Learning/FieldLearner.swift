/// Learns the weights of a ``ConditionalField``.
struct FieldLearner<Number: LatticeNumber> {
    private let chain: LabelChain
    private let index: FeatureIndex
    private let learning: ConditionalField.Learning
    private(set) var weights: [Float]
    private(set) var steps: [Float]
    /// Sums of squared gradients.
    private var squares: [Float]
    private var stepSquares: [Float]
    /// What each use of a feature takes of the prior, so that a pass takes all of it.
    private let decays: [Float]
    private var stepDecay: Float = 0
    private var room: Room
    private var mean: Mean?

    /// The mean of weights over steps: the sums of what each step took off, times the steps before it.
    private struct Mean {
        var isOpen = false
        var time: Float = 0
        var weights: [Float]
        var steps: [Float]

        init(weights: Int, steps: Int) {
            self.weights = Array(repeating: 0, count: weights)
            self.steps = Array(repeating: 0, count: steps)
        }

        mutating func goOn() { if isOpen { time += 1 } }

        /// Sets weights to their means.
        func settle(_ weights: inout [Float], _ steps: inout [Float]) {
            guard time > 0 else { return }
            for at in weights.indices { weights[at] += self.weights[at] / time }
            for at in steps.indices { steps[at] += self.steps[at] / time }
        }
    }

    /// A sequence with its features as numbers.
    private struct Numbered {
        var features: [Int32] = []
        var starts: [Int] = [0]
    }

    /// What one sequence needs, kept from one to the next.
    private struct Room {
        var scores: [Number] = []
        var forward: [Number] = []
        var backward: [Number] = []
        var scales: [Number] = []
        var factors: [Number]
        var gradients: [Number]
    }

    init(_ chain: LabelChain, _ index: FeatureIndex, _ learning: ConditionalField.Learning) {
        self.chain = chain
        self.index = index
        self.learning = learning
        weights = Array(repeating: 0, count: index.labels.count)
        squares = weights
        steps = Array(repeating: 0, count: chain.parameters)
        stepSquares = steps
        decays = index.counts.map { learning.penalty / Float($0) }
        room = Room(factors: steps.map { Number($0) }, gradients: steps.map { Number($0) })
    }

    /// Goes over the sequences, in an order of a fixed generator.
    mutating func learn(from sequences: [LabelledSequence]) {
        let numbered = sequences.map { sequence in
            var result = Numbered()
            for token in 0..<sequence.count {
                for hash in sequence.features[sequence.starts[token]..<sequence.starts[token + 1]] {
                    if let number = index[hash] { result.features.append(Int32(number)) }
                }
                result.starts.append(result.features.count)
            }
            return result
        }
        stepDecay = learning.penalty / Float(max(1, sequences.count))
        var order = Array(sequences.indices)
        var random = Generator(state: 20_221_123)
        if learning.averagedFrom < learning.passes { mean = Mean(weights: weights.count, steps: steps.count) }
        for pass in 0..<learning.passes {
            order.shuffle(using: &random)
            mean?.isOpen = pass >= learning.averagedFrom
            for at in order where sequences[at].count > 0 {
                learn(sequences[at], learning.dropout > 0 ? thinned(numbered[at], &random) : numbered[at])
                mean?.goOn()
            }
        }
        mean?.settle(&weights, &steps)
        // All features are there when labels are asked for.
        if learning.dropout > 0 { for at in weights.indices { weights[at] *= 1 - learning.dropout } }
    }

    /// A sequence without some of its features.
    private func thinned(_ numbered: Numbered, _ random: inout Generator) -> Numbered {
        let least = UInt64(learning.dropout * 65_536)
        var result = Numbered()
        result.features.reserveCapacity(numbered.features.count)
        for (first, past) in zip(numbered.starts, numbered.starts.dropFirst()) {
            var bits: UInt64 = 0
            for (number, feature) in numbered.features[first..<past].enumerated() {
                // Four draws of sixteen bits a number.
                if number % 4 == 0 { bits = random.next() }
                if bits & 0xFFFF >= least { result.features.append(feature) }
                bits >>= 16
            }
            result.starts.append(result.features.count)
        }
        return result
    }

    private mutating func learn(_ sequence: LabelledSequence, _ numbered: Numbered) {
        score(sequence, numbered)
        pass(sequence.count)
        // From here on `forward` holds the probability of each label of each token, less one for the right one.
        for (token, label) in sequence.labels.enumerated() { room.forward[token * chain.labels + Int(label)] -= 1 }
        var before = LabelChain.beginning
        for label in sequence.labels {
            if let parameter = chain.parameter(from: before, to: Int(label)) { room.gradients[parameter] -= 1 }
            before = Int(label)
        }
        move(numbered, sequence.count)
    }

    /// Sets `scores` to the exponentials of the labels' scores, the highest of each token being 1.
    private mutating func score(_ sequence: LabelledSequence, _ numbered: Numbered) {
        let labels = chain.labels
        let size = sequence.count * labels
        if room.scores.count < size {
            room.scores = Array(repeating: 0, count: size * 2)
            room.forward = room.scores
            room.backward = room.scores
            room.scales = Array(repeating: 0, count: sequence.count * 2)
        }
        room.scores.withUnsafeMutableBufferPointer { scores in
            if sequence.scores.isEmpty {
                for at in 0..<size { scores[at] = 0 }
            } else {
                for at in 0..<size { scores[at] = Number(sequence.scores[at]) }
            }
            weights.withUnsafeBufferPointer { weights in
                index.starts.withUnsafeBufferPointer { starts in
                    index.labels.withUnsafeBufferPointer { label in
                        for token in 0..<sequence.count {
                            let row = token * labels
                            for feature in numbered.features[numbered.starts[token]..<numbered.starts[token + 1]] {
                                let first = Int(starts[Int(feature)])
                                let past = Int(starts[Int(feature) + 1])
                                if past - first == labels {
                                    for at in 0..<labels { scores[row + at] += Number(weights[first + at]) }
                                } else {
                                    for at in first..<past { scores[row + Int(label[at])] += Number(weights[at]) }
                                }
                            }
                            var highest = scores[row]
                            for at in 1..<labels { highest = max(highest, scores[row + at]) }
                            for at in 0..<labels { scores[row + at] = Number.exponential(scores[row + at] - highest) }
                        }
                    }
                }
            }
        }
        for at in steps.indices {
            room.factors[at] = Number.exponential(Number(steps[at]))
            room.gradients[at] = 0
        }
    }

    /// Forward and backward: leaves the labels' probabilities in `forward` and those of the steps in `gradients`.
    private mutating func pass(_ count: Int) {
        let labels = chain.labels
        chain.steps.withUnsafeBufferPointer { steps in
            room.scores.withUnsafeBufferPointer { scores in
                room.factors.withUnsafeBufferPointer { factors in
                    room.forward.withUnsafeMutableBufferPointer { forward in
                        for at in 0..<count * labels { forward[at] = 0 }
                        for token in 0..<count {
                            let row = token * labels
                            for step in steps where (step.from < 0) == (token == 0) {
                                let before: Number = token == 0 ? 1 : forward[row - labels + step.from]
                                forward[row + step.to] += before * factors[step.parameter]
                            }
                            var sum: Number = 0
                            for at in row..<row + labels {
                                forward[at] *= scores[at]
                                sum += forward[at]
                            }
                            let scale = 1 / max(sum, .leastNormalMagnitude)
                            for at in row..<row + labels { forward[at] *= scale }
                            room.scales[token] = scale
                        }
                    }
                    room.backward.withUnsafeMutableBufferPointer { backward in
                        room.forward.withUnsafeMutableBufferPointer { forward in
                            room.gradients.withUnsafeMutableBufferPointer { gradients in
                                for at in 0..<count * labels { backward[at] = 0 }
                                let last = (count - 1) * labels
                                var sum: Number = 0
                                for at in 0..<labels where chain.ends[at] { sum += forward[last + at] }
                                let end = 1 / max(sum, .leastNormalMagnitude)
                                for at in 0..<labels where chain.ends[at] { backward[last + at] = end }
                                for token in stride(from: count - 1, through: 1, by: -1) {
                                    let row = token * labels
                                    // What lies in `backward` becomes the factor that a step to the label has.
                                    for at in row..<row + labels {
                                        let whole = backward[at]
                                        backward[at] = whole * scores[at] * room.scales[token]
                                        forward[at] *= whole
                                    }
                                    for step in steps where step.from >= 0 {
                                        let going = factors[step.parameter] * backward[row + step.to]
                                        backward[row - labels + step.from] += going
                                        gradients[step.parameter] += going * forward[row - labels + step.from]
                                    }
                                }
                                for at in 0..<labels { forward[at] *= backward[at] }
                                for step in steps where step.from < 0 { gradients[step.parameter] += forward[step.to] }
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func move(_ numbered: Numbered, _ count: Int) {
        let labels = chain.labels
        let time = mean.map { $0.isOpen ? $0.time : 0 } ?? 0
        var sums = mean?.weights ?? []
        mean?.weights = []
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                sums.withUnsafeMutableBufferPointer { sums in
                    index.starts.withUnsafeBufferPointer { starts in
                        index.labels.withUnsafeBufferPointer { label in
                            room.forward.withUnsafeBufferPointer { errors in
                                for token in 0..<count {
                                    let row = token * labels
                                    if learning.passedOver > 0 {
                                        var largest: Number = 0
                                        for at in row..<row + labels { largest = max(largest, abs(errors[at])) }
                                        if largest < Number(learning.passedOver) { continue }
                                    }
                                    for feature in numbered.features[numbered.starts[token]..<numbered.starts[token + 1]] {
                                        let decay = decays[Int(feature)]
                                        for at in Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1]) {
                                            let gradient = Float(errors[row + Int(label[at])]) + decay * weights[at]
                                            squares[at] += gradient * gradient
                                            let step =
                                                learning.rate * gradient / (squares[at] + learning.caution).squareRoot()
                                            weights[at] -= step
                                            if time > 0 { sums[at] += time * step }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        mean?.weights = sums
        for at in steps.indices {
            let gradient = Float(room.gradients[at]) + stepDecay * steps[at]
            stepSquares[at] += gradient * gradient
            let step = learning.rate * gradient / (stepSquares[at] + learning.caution).squareRoot()
            steps[at] -= step
            if time > 0 { mean?.steps[at] += time * step }
        }
    }
}

/// A number that probabilities along a sequence are reckoned in. Sequences whose labels are all of a piece, right or wrong as
/// a whole, need the range of `Double`: one reading may be so much better that `Float` loses the other.
protocol LatticeNumber: BinaryFloatingPoint, Sendable {
    /// The least power of two that is told from nought.
    static var leastPower: Self { get }
    init(_ value: Float)
}

extension Float: LatticeNumber {
    static let leastPower: Float = -126
}

extension Double: LatticeNumber {
    static let leastPower: Double = -1022
}

extension LatticeNumber {
    /// *e* to a power, of additions and multiplications alone, so that it is the same on every machine; off by less than
    /// a ten-millionth.
    static func exponential(_ value: Self) -> Self {
        let power = max(leastPower, min(-leastPower, value * 1.442_695_04))
        let whole = power.rounded(.down)
        let rest = power - whole
        var sum: Self = 0.001_877_577
        for factor: Self in [0.008_989_34, 0.055_826_318, 0.240_153_617, 0.693_153_073, 0.999_999_94] {
            sum = sum * rest + factor
        }
        return sum * Self(sign: .plus, exponent: Exponent(Int(whole)), significand: 1)
    }
}
