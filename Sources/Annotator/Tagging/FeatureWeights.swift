import EnglishModel

/// The weights of features, as they lie in a model's file: found by a feature's hash, a row of labels with their weights.
///
/// A bucket has sixteen slots: one line of a processor's cache. A slot has twelve bits of the hash and twenty that number a
/// row; 0 where it is empty. Slots are filled from the first on; what a full bucket has no room for lies in the next one. A
/// feature that was not learned is told from those that were, but for one in some hundreds.
///
/// Rows of many weights have a byte for each label; those of fewer are pairs of a label and its weight, eight or four. So
/// features are looked up and rows added without branches that depend on what is found: the processor does several at once.
package struct FeatureWeights {
    /// How many rows of each form there are, in the order in which they are numbered, from 1 on.
    package struct Rows: Equatable {
        package var full = 0
        package var eight = 0
        package var four = 0

        package init(full: Int, eight: Int, four: Int) {
            self.full = full
            self.eight = eight
            self.four = four
        }

        /// Bytes of all rows.
        package var size: Int { full * FeatureWeights.labels + eight * 16 + four * 8 }
    }

    /// Labels that a row has room for; the last one is nobody's.
    package static let labels = 40
    /// Slots of a bucket.
    package static let bucket = 16

    private let buckets: UnsafeRawBufferPointer
    private let bucketCount: UInt64
    private let rows: UnsafeRawBufferPointer
    private let form: Rows

    /// A view of slots and rows that must outlive it; nil where they do not fit together.
    package init?(slots: UnsafeBufferPointer<UInt32>, rows: UnsafeRawBufferPointer, form: Rows) {
        guard slots.count >= Self.bucket, slots.count % Self.bucket == 0, rows.count == form.size else { return nil }
        buckets = UnsafeRawBufferPointer(slots)
        bucketCount = UInt64(slots.count / Self.bucket)
        self.rows = rows
        self.form = form
    }

    /// Has the memory fetched that a feature is looked for in.
    @inline(__always)
    func fetch(_ feature: UInt32) {
        guard let first = buckets.baseAddress else { return }
        prefetch(first + Self.bucket(of: feature, bucketCount) &* 64)
    }

    /// Finds the rows of features, by their forms, and has them fetched.
    func find(_ features: inout FeatureRoom) {
        let full = features.found(0)
        let eight = features.found(1)
        let four = features.found(2)
        var fullCount = 0
        var eightCount = 0
        var fourCount = 0
        let lastFull = UInt32(truncatingIfNeeded: form.full)
        let eights = UInt32(truncatingIfNeeded: form.eight)
        let fours = UInt32(truncatingIfNeeded: form.four)
        for at in 0..<features.count {
            // Numbers wrap: 0, for what is not learned, is in no form.
            let row = row(of: features[at])
            full[fullCount] = row &- 1
            fullCount &+= row &- 1 < lastFull ? 1 : 0
            eight[eightCount] = row &- 1 &- lastFull
            eightCount &+= row &- 1 &- lastFull < eights ? 1 : 0
            four[fourCount] = row &- 1 &- lastFull &- eights
            fourCount &+= row &- 1 &- lastFull &- eights < fours ? 1 : 0
        }
        features.counts = (fullCount, eightCount, fourCount)
        guard let first = rows.baseAddress else { return }
        for at in 0..<fullCount {
            // Most of these rows lie across two lines of the processor's cache.
            let row = first + Int(full[at]) &* Self.labels
            prefetch(row)
            prefetch(row + (Self.labels &- 1))
        }
        for at in 0..<eightCount { prefetch(first + (afterFull &+ Int(eight[at]) &* 16)) }
        for at in 0..<fourCount { prefetch(first + (afterEight &+ Int(four[at]) &* 8)) }
    }

    private var afterFull: Int { form.full &* Self.labels }
    private var afterEight: Int { afterFull &+ form.eight &* 16 }

    /// Adds the weights of the rows that were found for features to the scores of their labels, ``labels`` in number.
    func add(_ features: FeatureRoom, to scores: UnsafeMutablePointer<Int32>) {
        let eight = features.found(1)
        let four = features.found(2)
        if features.counts.full > 0 { addFull(features.found(0), features.counts.full, scores) }
        for at in 0..<features.counts.eight {
            addPairs(afterFull &+ Int(eight[at]) &* 16, scores)
            addPairs(afterFull &+ Int(eight[at]) &* 16 &+ 8, scores)
        }
        for at in 0..<features.counts.four { addPairs(afterEight &+ Int(four[at]) &* 8, scores) }
    }

    private func addFull(_ found: UnsafePointer<UInt32>, _ count: Int, _ scores: UnsafeMutablePointer<Int32>) {
        var sums = (SIMD8<Int16>(), SIMD8<Int16>(), SIMD8<Int16>(), SIMD8<Int16>(), SIMD8<Int16>())
        for at in 0..<count {
            let place = Int(found[at]) &* Self.labels
            sums.0 &+= eightWeights(place)
            sums.1 &+= eightWeights(place &+ 8)
            sums.2 &+= eightWeights(place &+ 16)
            sums.3 &+= eightWeights(place &+ 24)
            sums.4 &+= eightWeights(place &+ 32)
        }
        widen(sums.0, onto: scores)
        widen(sums.1, onto: scores + 8)
        widen(sums.2, onto: scores + 16)
        widen(sums.3, onto: scores + 24)
        widen(sums.4, onto: scores + 32)
    }

    @inline(__always)
    private func widen(_ sums: SIMD8<Int16>, onto scores: UnsafeMutablePointer<Int32>) {
        let scores = UnsafeMutableRawPointer(scores)
        let before = scores.loadUnaligned(as: SIMD8<Int32>.self)
        scores.storeBytes(of: before &+ SIMD8<Int32>(truncatingIfNeeded: sums), as: SIMD8<Int32>.self)
    }

    @inline(__always)
    private func eightWeights(_ place: Int) -> SIMD8<Int16> {
        SIMD8<Int16>(truncatingIfNeeded: rows.loadUnaligned(fromByteOffset: place, as: SIMD8<Int8>.self))
    }

    @inline(__always)
    private func addPairs(_ place: Int, _ scores: UnsafeMutablePointer<Int32>) {
        let pairs = UInt64(littleEndian: rows.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        scores[Int(pairs & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pairs >> 8))
        scores[Int(pairs >> 16 & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pairs >> 24))
        scores[Int(pairs >> 32 & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pairs >> 40))
        scores[Int(pairs >> 48 & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pairs >> 56))
    }

    private static let print: UInt32 = 0xFFF

    /// The number of a feature's row; 0 for a feature that is not learned.
    @inline(__always)
    private func row(of feature: UInt32) -> UInt32 {
        var bucket = Self.bucket(of: feature, bucketCount)
        while true {
            let slots = buckets.loadUnaligned(fromByteOffset: bucket &* 64, as: SIMD16<UInt32>.self)
            let other = SIMD16<Int32>(truncatingIfNeeded: (slots ^ feature) & Self.print)
            // All ones where the print is the same, else nought: one less than nought is the only negative number here.
            let same = (other &- 1) &>> 31
            let own = slots & SIMD16<UInt32>(truncatingIfNeeded: same)
            let eight = own.lowHalf | own.highHalf
            let four = eight.lowHalf | eight.highHalf
            let two = four.lowHalf | four.highHalf
            let slot = two.x | two.y
            // Found, or a slot is free: one question instead of two, since which it is cannot be foretold.
            let isFree = (UInt64(slots[Self.bucket - 1]) &- 1) >> 63
            if UInt64(slot) | isFree != 0 { return slot >> 12 }
            bucket += 1
            if bucket == Int(bucketCount) { bucket = 0 }
        }
    }

    @inline(__always)
    private static func bucket(of feature: UInt32, _ count: UInt64) -> Int { Int((UInt64(feature) &* count) >> 32) }

    /// The slots and rows of features; those of one bucket and print share what comes first. Labels are below 39.
    package static func table(of features: [(hash: UInt32, weights: [(label: UInt8, weight: Int8)])]) -> (
        slots: [UInt32], rows: [UInt8], form: Rows
    ) {
        let kept = features.filter { !$0.weights.isEmpty }
        let rows = RowTable(kept.map(\.weights))
        precondition(rows.count < 1 << 20, "more weights than a model's file has room for")
        let buckets = max(1, (kept.count * 3 / 2 + bucket - 1) / bucket)
        var slots = [UInt32](repeating: 0, count: buckets * bucket)
        for (feature, row) in zip(kept, rows.numbers) {
            var at = Self.bucket(of: feature.hash, UInt64(buckets)) * bucket
            var free: Int?
            var isKnown = false
            while free == nil, !isKnown {
                let own = slots[at..<at + bucket]
                isKnown = own.contains { $0 != 0 && ($0 ^ feature.hash) & print == 0 }
                free = own.firstIndex(of: 0)
                at = (at + bucket) % slots.count
            }
            if let free, !isKnown { slots[free] = UInt32(row) << 12 | feature.hash & print }
        }
        return (slots, rows.bytes, rows.form)
    }
}

/// The different rows among many, in the order of their forms.
private struct RowTable {
    /// The number of each row that was given, from 1 on.
    private(set) var numbers: [Int]
    private(set) var bytes: [UInt8] = []
    private(set) var form = FeatureWeights.Rows(full: 0, eight: 0, four: 0)
    var count: Int { form.full + form.eight + form.four }

    init(_ rows: [[(label: UInt8, weight: Int8)]]) {
        numbers = Array(repeating: 0, count: rows.count)
        var known: [[UInt8]: Int] = [:]
        for size in [9...64, 5...8, 1...4] {
            for (index, row) in rows.enumerated() where size.contains(row.count) {
                let packed = Self.packed(row)
                if let number = known[packed] {
                    numbers[index] = number
                    continue
                }
                switch size.lowerBound {
                case 9: form.full += 1
                case 5: form.eight += 1
                default: form.four += 1
                }
                bytes += packed
                known[packed] = count
                numbers[index] = count
            }
        }
    }

    private static func packed(_ row: [(label: UInt8, weight: Int8)]) -> [UInt8] {
        if row.count > 8 {
            var weights = [UInt8](repeating: 0, count: FeatureWeights.labels)
            for pair in row { weights[Int(pair.label)] = UInt8(bitPattern: pair.weight) }
            return weights
        }
        let pairs = row.flatMap { [$0.label, UInt8(bitPattern: $0.weight)] }
        let unused = [UInt8(FeatureWeights.labels - 1), 0]
        return pairs + (row.count..<(row.count > 4 ? 8 : 4)).flatMap { _ in unused }
    }
}
