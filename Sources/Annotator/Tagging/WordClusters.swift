import EnglishModel

/// Words used alike, as numbers: which clusters a word is in, found by the word's hash. A view of a table that somebody
/// else keeps: 16 bits of the hash, 6 of the coarse cluster, 10 of the fine one; 0 for an empty slot.
package struct WordClusters {
    /// Those of the binary's model; none where it was built without.
    static var english: WordClusters { NameModel(EnglishNameModel.bytes)?.clusters ?? WordClusters() }

    private let slots: UnsafeBufferPointer<UInt32>
    private let mask: Int

    /// No clusters.
    package init() { self.init(UnsafeBufferPointer(start: nil, count: 0)) }

    /// The clusters of a table whose size is a power of two.
    package init(_ slots: UnsafeBufferPointer<UInt32>) {
        self.slots = slots
        mask = slots.count - 1
    }

    /// A table for words' hashes with their clusters, which count from 1.
    package static func table(_ words: [(word: UInt64, coarse: Int, fine: Int)]) -> [UInt32] {
        var size = 1
        while size * 3 < words.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for word in words {
            var at = Int(truncatingIfNeeded: word.word) & (size - 1)
            while slots[at] != 0 { at = (at + 1) & (size - 1) }
            slots[at] = UInt32(word.word >> 48) << 16 | UInt32(word.coarse & 63) << 10 | UInt32(word.fine & 1023)
        }
        return slots
    }

    /// The clusters of a word; zeros for one that is in none.
    @inline(__always)
    func clusters(of word: UInt64) -> (coarse: UInt64, fine: UInt64) {
        guard mask >= 0 else { return (0, 0) }
        var at = Int(truncatingIfNeeded: word) & mask
        let print = UInt32(truncatingIfNeeded: word >> 48)
        while slots[at] != 0 {
            if slots[at] >> 16 == print { return (UInt64(slots[at] >> 10 & 63), UInt64(slots[at] & 1023)) }
            at = (at + 1) & mask
        }
        return (0, 0)
    }
}
