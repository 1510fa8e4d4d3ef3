@testable import Annotator
import Testing

@Suite("The memory of weights")
struct WeightMemoryTests {
    /// What some keys come to together, of which key *k* comes to *k* in every label; and how often one had to be weighed.
    private func sums(of keys: [Int], _ memory: inout WeightMemory) -> (scores: [Int32], weighed: Int) {
        var scores = [Int32](repeating: 0, count: NameTags.width)
        var weighed = 0
        for key in keys {
            if !memory.knows(key) {
                weighed += 1
                memory.learn(key) { row in for label in 0..<NameTags.width { row[label] += Int32(key - 100) } }
            }
            memory.add(key, to: &scores)
        }
        return (scores, weighed)
    }

    @Test(
        "What is remembered comes to the same as what is weighed, in a table that is too small as well",
        arguments: [16, 1024])
    func sameSums(most: Int) {
        var memory = WeightMemory()
        memory.clear(for: 200, most: most)
        let keys = (0..<200).map { $0 * 7 % 200 } + Array(0..<200) + [5, 5, 5]
        let expected = Int32(keys.reduce(0) { $0 + $1 - 100 })
        let found = sums(of: keys, &memory)
        #expect(found.scores == [Int32](repeating: expected, count: NameTags.width))
        #expect(found.weighed >= 200)
        #expect(most < 200 || found.weighed == 200)
    }

    @Test("Nothing is remembered of another text")
    func clears() {
        var memory = WeightMemory()
        memory.clear(for: 50, most: 64)
        _ = sums(of: [1, 2, 3], &memory)
        #expect(memory.knows(2))
        memory.clear(for: 50, most: 64)
        #expect(!memory.knows(2))
        #expect(sums(of: [2, 2], &memory).weighed == 1)
    }
}
