import EnglishModel

/// What groups of features come to that are met again and again: a row of weights for each key, in a table of bounded size
/// in which a new key takes the place of an old one. What is not remembered is weighed anew, so nothing depends on its size.
struct WeightMemory {
    /// The key of each row; -1 where there is none.
    private var keys: [Int32] = []
    private var rows: [Lanes] = []

    private typealias Lanes = SIMD8<Int16>
    private static let lanesOfRow = NameTags.width / Lanes.scalarCount

    /// Forgets everything, and has room for as many rows as there may be keys, but for no more than `most`, a power of two.
    mutating func clear(for count: Int, most: Int) {
        var size = 16
        while size < min(count, most) { size *= 2 }
        keys.removeAll(keepingCapacity: true)
        keys.append(contentsOf: repeatElement(-1, count: size))
        if rows.count < size * Self.lanesOfRow {
            rows = Array(repeating: .zero, count: size * Self.lanesOfRow)
        }
    }

    @inline(__always)
    private func place(of key: Int) -> Int { key & (keys.count &- 1) }

    /// Has the memory fetched that a key's row stands in.
    @inline(__always)
    func fetch(_ key: Int) {
        keys.withUnsafeBufferPointer { keys in
            guard let first = keys.baseAddress else { return }
            prefetch(first + place(of: key))
        }
        rows.withUnsafeBufferPointer { rows in
            guard let first = rows.baseAddress else { return }
            prefetch(first + place(of: key) &* Self.lanesOfRow)
            prefetch(first + (place(of: key) &* Self.lanesOfRow + Self.lanesOfRow - 1))
        }
    }

    /// Whether it is remembered what a key comes to.
    @inline(__always)
    func knows(_ key: Int) -> Bool { keys[place(of: key)] == Int32(truncatingIfNeeded: key) }

    /// Remembers what a key comes to: what `weigh` adds to a row of noughts.
    mutating func learn(_ key: Int, _ weigh: (UnsafeMutablePointer<Int32>) -> Void) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: NameTags.width) { room in
            guard let sums = room.baseAddress else { return }
            sums.update(repeating: 0, count: NameTags.width)
            weigh(sums)
            let first = place(of: key) * Self.lanesOfRow
            for at in 0..<Self.lanesOfRow {
                // No group has as many features as would go beyond 16 bits.
                rows[first + at] = Lanes(truncatingIfNeeded: Self.sums(sums, at))
            }
        }
        keys[place(of: key)] = Int32(truncatingIfNeeded: key)
    }

    /// Adds what a key comes to that is remembered.
    @inline(__always)
    func add(_ key: Int, to scores: UnsafeMutablePointer<Int32>) {
        let first = place(of: key) &* Self.lanesOfRow
        for at in 0..<Self.lanesOfRow {
            let sum = Self.sums(scores, at) &+ SIMD8<Int32>(truncatingIfNeeded: rows[first &+ at])
            UnsafeMutableRawPointer(scores).storeBytes(
                of: sum, toByteOffset: at &* MemoryLayout<SIMD8<Int32>>.size, as: SIMD8<Int32>.self)
        }
    }

    @inline(__always)
    private static func sums(_ scores: UnsafePointer<Int32>, _ at: Int) -> SIMD8<Int32> {
        UnsafeRawPointer(scores).loadUnaligned(
            fromByteOffset: at &* MemoryLayout<SIMD8<Int32>>.size, as: SIMD8<Int32>.self)
    }
}
