import Testing

@testable import Trainer

@Suite("Learning sequences")
struct ConditionalFieldTests {
    /// Words whose label is told by the word, but for *x*, which has the label of the word before it.
    private static let texts = (0..<36).map { number in
        ["a", "b", "c"][number % 3] + " " + ["a", "b", "c"][number / 3 % 3] + String(repeating: " x", count: number / 9)
    }

    private static func sequence(_ text: String) -> LabelledSequence {
        var sequence = LabelledSequence()
        var before: UInt8 = 2
        for word in text.utf8 where word != UInt8(ascii: " ") {
            let label = word == UInt8(ascii: "x") ? before : word - UInt8(ascii: "a")
            sequence.append([UInt32(word) &* 77_777_777, 1], label: label)
            before = label
        }
        return sequence
    }

    @Test("What is told by words and by neighbours is learned, and holds for sequences not seen")
    func learns() {
        let learning = ConditionalField.Learning(passes: 60, rate: 0.5)
        let field = ConditionalField(LabelChain(labels: 3), Self.texts.map(Self.sequence), learning)
        for text in Self.texts + ["c c b a x x x x x x", "b", "a c x x x x"] {
            let sequence = Self.sequence(text)
            #expect(field.labels(of: sequence) == sequence.labels, "\(text)")
        }
    }

    @Test("The same sequences give the same weights, to the last bit")
    func same() {
        let one = ConditionalField(LabelChain(labels: 3), Self.texts.map(Self.sequence))
        let two = ConditionalField(LabelChain(labels: 3), Self.texts.map(Self.sequence))
        #expect(one.weights.map(\.bitPattern) == two.weights.map(\.bitPattern))
        #expect(one.steps.map(\.bitPattern) == two.steps.map(\.bitPattern))
    }

    @Test("A step that the chain does not have is never taken")
    func allowed() {
        let all = LabelChain(labels: 3).steps
        // 1 follows 0 alone, and nothing ends with 0.
        let chain = LabelChain(labels: 3, steps: all.filter { $0.to != 1 || $0.from == 0 }, ends: [1, 2])
        let field = ConditionalField(chain, [Self.sequence("c a b c"), Self.sequence("a b"), Self.sequence("c c a b")])
        for text in ["b b b", "a a a", "c b", "a"] {
            let labels = field.labels(of: Self.sequence(text))
            #expect(labels.last != 0)
            for (at, label) in labels.enumerated() where label == 1 { #expect(at > 0 && labels[at - 1] == 0) }
        }
    }

    @Test("Scores from elsewhere count as if they were of features")
    func offsets() {
        let field = ConditionalField(LabelChain(labels: 3), Self.texts.map(Self.sequence))
        var sequence = Self.sequence("a b")
        sequence.scores = [0, 0, 50, 0, 0, 0]
        #expect(field.labels(of: sequence) == [2, 1])
        #expect(field.labels(of: LabelledSequence()) == [])
    }

    @Test("A feature too rare is left out; a frequent one has weights for all labels")
    func index() {
        var sequence = LabelledSequence()
        for _ in 0..<4 { sequence.append([7, 9], label: 1) }
        sequence.append([8, 9], label: 2)
        let index = FeatureIndex([sequence], labels: 5, minimum: 2, full: 5)
        #expect(index[8] == nil)
        #expect(index[7] == 0)
        #expect(index[9] == 1)
        #expect(index.labels == [1, 0, 1, 2, 3, 4])
        #expect(index.starts == [0, 1, 6])
    }

    @Test(
        "The exponential is right to a millionth", arguments: [-80, -20, -3.7, -1, -0.001, 0, 0.3, 1, 5.5, 40] as [Float])
    func exponential(value: Float) {
        var expected = 1.0
        var term = 1.0
        // A series, halved eight times so that it converges.
        for number in 1...30 {
            term *= Double(value) / 256 / Double(number)
            expected += term
        }
        for _ in 0..<8 { expected *= expected }
        #expect(abs(Double(Float.exponential(value)) / expected - 1) < 1e-5)
    }
}
