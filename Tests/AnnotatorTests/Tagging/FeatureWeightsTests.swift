@testable import Annotator
import Testing

@Suite("The table of weights")
struct FeatureWeightsTests {
    @Test("Each feature gives its weights, a feature that was not learned none")
    func found() {
        // Hashes that fall on one place as well as others.
        let features: [(hash: UInt32, weights: [(label: UInt8, weight: Int8)])] = (0..<300).map { number in
            let weights = (0..<number % 4).map { (label: UInt8($0 * 9), weight: Int8(number % 100 - 50)) }
            return (hash: number < 20 ? UInt32(number) : UInt32(number) &* 0x9E37_79B1, weights: weights)
        }
        let table = FeatureWeights.table(of: features)
        table.slots.withUnsafeBufferPointer { slots in
            table.rows.withUnsafeBytes { rows in
                let weights = FeatureWeights(slots: slots, rows: rows)
                for feature in features {
                    var expected = [Int32](repeating: 0, count: 40)
                    for weight in feature.weights { expected[Int(weight.label)] += Int32(weight.weight) }
                    var scores = [Int32](repeating: 0, count: 40)
                    weights.add(feature.hash, to: &scores)
                    #expect(scores == expected, "\(feature)")
                }
                var scores = [Int32](repeating: 0, count: 40)
                weights.add(0x7654_3210, to: &scores)
                #expect(scores == Array(repeating: 0, count: 40))
            }
        }
    }
}
