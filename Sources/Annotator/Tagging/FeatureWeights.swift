/// The weights of features, as they lie in a model's file: found by a feature's hash, a row of labels with their weights.
///
/// A slot has twelve bits of the hash and twenty that say where the row begins, in units of four bytes; 0 where it is empty.
/// A row is pairs of bytes, a label and its weight; the last one's label has its highest bit set. A feature that was not
/// learned is told from those that were, but for one in some thousands.
package struct FeatureWeights {
    private let slots: UnsafeBufferPointer<UInt32>
    private let rows: UnsafeRawBufferPointer

    /// A view of slots and rows that must outlive it.
    package init(slots: UnsafeBufferPointer<UInt32>, rows: UnsafeRawBufferPointer) {
        self.slots = slots
        self.rows = rows
    }

    /// Adds the weights of a feature to the scores of its labels.
    @inline(__always)
    func add(_ feature: UInt32, to scores: UnsafeMutablePointer<Int32>) {
        var at = Self.place(of: feature, slots.count)
        while true {
            let slot = slots[at]
            if slot == 0 { return }
            if (slot ^ feature) & Self.print == 0 {
                var pair = Int(slot >> 12) * 4
                while true {
                    let label = rows[pair]
                    scores[Int(label & 0x7F)] &+= Int32(Int8(bitPattern: rows[pair + 1]))
                    if label & 0x80 != 0 { return }
                    pair += 2
                }
            }
            at += 1
            if at == slots.count { at = 0 }
        }
    }

    private static let print: UInt32 = 0xFFF

    @inline(__always)
    private static func place(of feature: UInt32, _ count: Int) -> Int { Int((UInt64(feature) * UInt64(count)) >> 32) }

    /// The slots and rows of features; those of one place and print share what comes first. Labels are below 128.
    package static func table(of features: [(hash: UInt32, weights: [(label: UInt8, weight: Int8)])]) -> (
        slots: [UInt32], rows: [UInt8]
    ) {
        let kept = features.filter { !$0.weights.isEmpty }
        var slots = [UInt32](repeating: 0, count: max(2, kept.count * 3 / 2))
        // The row at 0 is nobody's, so that no slot that is taken looks empty.
        var rows: [UInt8] = [0x80, 0, 0, 0]
        var known: [[UInt8]: Int] = [:]
        for feature in kept {
            var row = feature.weights.flatMap { [$0.label, UInt8(bitPattern: $0.weight)] }
            row[row.count - 2] |= 0x80
            if row.count % 4 != 0 { row += [0, 0] }
            let begins = known[row] ?? rows.count
            if begins == rows.count {
                known[row] = begins
                rows += row
            }
            precondition(begins >> 2 < 1 << 20, "more weights than a model's file has room for")
            var at = place(of: feature.hash, slots.count)
            while slots[at] != 0 { at = (at + 1) % slots.count }
            slots[at] = UInt32(begins >> 2) << 12 | feature.hash & print
        }
        return (slots, rows)
    }
}
