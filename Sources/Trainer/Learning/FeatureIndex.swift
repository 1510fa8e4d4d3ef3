/// The features that are learned, numbered in the order they are met, each with the labels it has a weight for.
///
/// A feature seldom met has weights only for the labels it was met with: most of the others would stay near nothing.
struct FeatureIndex: Sendable {
    /// The hash of each feature.
    private(set) var hashes: [UInt32] = []
    /// How many tokens each stands in.
    private(set) var counts: [UInt32] = []
    /// Where the weights of each feature begin, and where those of the last end.
    private(set) var starts: [Int32] = [0]
    /// The label of each weight.
    private(set) var labels: [UInt8] = []
    private var slots: [Int32]

    /// The features that stand in `minimum` tokens of the sequences or more; those in `full` or more have weights for all
    /// labels.
    init(_ sequences: [LabelledSequence], labels labelCount: Int, minimum: Int, full: Int) {
        precondition(labelCount <= 64)
        var keys: [UInt32] = []
        var tallies: [UInt32] = []
        var seen: [UInt64] = []
        var table = Self.table(for: 1 << 16)
        for sequence in sequences {
            for token in 0..<sequence.count {
                let label = UInt64(1) << UInt64(sequence.labels[token])
                for hash in sequence.features[sequence.starts[token]..<sequence.starts[token + 1]] {
                    let at = Self.place(of: hash, in: table, keys)
                    let number = Int(table[at])
                    guard number < 0 else {
                        tallies[number] += 1
                        seen[number] |= label
                        continue
                    }
                    table[at] = Int32(keys.count)
                    keys.append(hash)
                    tallies.append(1)
                    seen.append(label)
                    if keys.count * 2 > table.count { table = Self.table(of: keys, size: table.count * 2) }
                }
            }
        }
        for (number, hash) in keys.enumerated() where tallies[number] >= minimum {
            hashes.append(hash)
            counts.append(tallies[number])
            for label in 0..<labelCount where tallies[number] >= full || seen[number] >> UInt64(label) & 1 == 1 {
                labels.append(UInt8(label))
            }
            starts.append(Int32(labels.count))
        }
        slots = Self.table(of: hashes, size: Self.table(for: hashes.count * 2).count)
    }

    /// The number of the feature with this hash; nil for one that is not learned.
    subscript(hash: UInt32) -> Int? {
        let number = slots[Self.place(of: hash, in: slots, hashes)]
        return number < 0 ? nil : Int(number)
    }

    private static func table(for count: Int) -> [Int32] {
        var size = 16
        while size < count { size *= 2 }
        return Array(repeating: -1, count: size)
    }

    private static func table(of keys: [UInt32], size: Int) -> [Int32] {
        var table = [Int32](repeating: -1, count: size)
        for (number, hash) in keys.enumerated() { table[place(of: hash, in: table, keys)] = Int32(number) }
        return table
    }

    /// Where a hash stands in a table, or may be put.
    private static func place(of hash: UInt32, in table: [Int32], _ keys: [UInt32]) -> Int {
        let mask = table.count - 1
        var at = Int((hash &* 0x9E37_79B1) >> 7) & mask
        while table[at] >= 0, keys[Int(table[at])] != hash { at = (at + 1) & mask }
        return at
    }
}
