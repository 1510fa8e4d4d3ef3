/// The labels of a sequence, and which may follow which: the shape of a linear chain.
struct LabelChain: Sendable {
    /// That a label may follow another; steps of one parameter share its weight.
    struct Step: Sendable {
        /// The label before; ``LabelChain/beginning`` where the sequence begins.
        var from: Int
        var to: Int
        var parameter: Int
    }

    static let beginning = -1

    /// Labels in all, numbered from 0.
    let labels: Int
    /// What may follow what; all else never does.
    let steps: [Step]
    /// Whether a sequence may end with a label.
    let ends: [Bool]
    /// Weights of steps in all.
    let parameters: Int
    /// The parameter of each pair of labels, the beginning being the first to come from; -1 for none.
    private let table: [Int]

    /// The chain with these steps, `ends` being the labels that a sequence may end with.
    init(labels: Int, steps: [Step], ends: some Sequence<Int>) {
        self.labels = labels
        self.steps = steps
        var last = [Bool](repeating: false, count: labels)
        for label in ends { last[label] = true }
        self.ends = last
        parameters = (steps.map(\.parameter).max() ?? -1) + 1
        var table = [Int](repeating: -1, count: (labels + 1) * labels)
        for step in steps { table[(step.from + 1) * labels + step.to] = step.parameter }
        self.table = table
    }

    /// The parameter of a step; nil for one that the chain does not have.
    func parameter(from: Int, to: Int) -> Int? {
        let parameter = table[(from + 1) * labels + to]
        return parameter < 0 ? nil : parameter
    }

    /// A chain in which every label may follow every other, each pair with a weight of its own.
    init(labels: Int) {
        let steps = (0..<labels).flatMap { to in
            (Self.beginning..<labels).map { Step(from: $0, to: to, parameter: ($0 + 1) * labels + to) }
        }
        self.init(labels: labels, steps: steps, ends: 0..<labels)
    }
}

/// Tokens in a row with what is to be learned of them.
struct LabelledSequence: Sendable {
    /// Hashes of features, token after token.
    var features: [UInt32] = []
    /// Where the features of each token begin, and where those of the last end.
    var starts: [Int] = [0]
    /// The label of each token.
    var labels: [UInt8] = []
    /// Scores that each label of each token has from elsewhere, token after token; none where it is empty.
    var scores: [Float] = []

    var count: Int { labels.count }

    /// Appends a token.
    mutating func append(_ features: some Sequence<UInt32>, label: UInt8) {
        self.features.append(contentsOf: features)
        starts.append(self.features.count)
        labels.append(label)
    }
}
