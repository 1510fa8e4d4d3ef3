@testable import Annotator
import Testing

@Suite("The table of weights")
struct FeatureWeightsTests {
    typealias Feature = (hash: UInt32, weights: [(label: UInt8, weight: Int8)])

    /// What a table gives for some hashes together.
    private func scores(_ table: (slots: [UInt32], rows: [UInt8], form: FeatureWeights.Rows), of hashes: [UInt32]) throws
        -> [Int32]
    {
        try table.slots.withUnsafeBufferPointer { slots in
            try table.rows.withUnsafeBytes { rows in
                let weights = try #require(FeatureWeights(slots: slots, rows: rows, form: table.form))
                var scores = [Int32](repeating: 0, count: FeatureWeights.labels)
                var room = [UInt32](repeating: 0, count: FeatureRoom.size)
                room.withUnsafeMutableBufferPointer { room in
                    guard let base = room.baseAddress else { return }
                    var features = FeatureRoom(base)
                    for hash in hashes { features.add(hash) }
                    weights.find(&features)
                    weights.add(features, to: &scores)
                }
                return scores
            }
        }
    }

    /// Features with rows of every length, and with none; hashes that fall into one bucket, more than it has room for, as
    /// well as others.
    private static let features: [Feature] = (0..<400).map { number in
        let weights = (0..<number % 39).map { (label: UInt8($0), weight: Int8(number % 100 - 50)) }
        return (hash: number < 40 ? UInt32(number) : UInt32(number) << 23 | UInt32(number), weights: weights)
    }
    private static let table = FeatureWeights.table(of: features)

    private func expected(_ features: ArraySlice<Feature>) -> [Int32] {
        var expected = [Int32](repeating: 0, count: FeatureWeights.labels)
        for weight in features.flatMap(\.weights) { expected[Int(weight.label)] += Int32(weight.weight) }
        return expected
    }

    @Test("Each feature gives its weights")
    func found() throws {
        for feature in Self.features {
            #expect(try scores(Self.table, of: [feature.hash]) == expected([feature]), "\(feature)")
        }
    }

    @Test("Features together give the sum of their weights")
    func sum() throws {
        let some = Self.features[100..<200]
        #expect(try scores(Self.table, of: some.map(\.hash)) == expected(some))
    }

    @Test("A feature that was not learned gives nothing")
    func unknown() throws {
        #expect(try scores(Self.table, of: [0x7654_3210]) == expected([]))
        #expect(try scores(FeatureWeights.table(of: []), of: [1, 2, 3]) == expected([]))
    }

    @Test("Slots and rows that do not fit together are refused")
    func refused() {
        let table = Self.table
        let wrong = FeatureWeights.Rows(full: table.form.full + 1, eight: table.form.eight, four: table.form.four)
        table.slots.withUnsafeBufferPointer { slots in
            table.rows.withUnsafeBytes { rows in
                #expect(FeatureWeights(slots: slots, rows: rows, form: wrong) == nil)
                let short = UnsafeBufferPointer(rebasing: slots.dropLast())
                #expect(FeatureWeights(slots: short, rows: rows, form: table.form) == nil)
            }
        }
    }
}
