/// Features of a decision, each a template with one value, two or three, gathered by their hashes.
struct DecisionFeatures: ~Copyable {
    /// No decision has more features that count.
    private static let most = 128

    private let base: UnsafeMutablePointer<UInt32>
    private var count = 0
    private let kind: UInt64
    private let first: UInt64

    /// None yet: of decisions of a kind, whose templates are numbered from the first on.
    init(of kind: UInt64, from first: UInt64) {
        self.kind = kind
        self.first = first
        base = .allocate(capacity: Self.most)
    }

    deinit { base.deallocate() }

    /// All of them, to learn from.
    var list: [UInt32] { Array(UnsafeBufferPointer(start: base, count: count)) }

    mutating func clear() { count = 0 }

    @inline(__always)
    mutating func add(_ template: UInt64, _ one: UInt64, _ two: UInt64? = nil, _ three: UInt64? = nil) {
        var hash = FeatureHash.mix(kind, one)
        if let two { hash = FeatureHash.mix(hash &+ 1, two) }
        if let three { hash = FeatureHash.mix(hash &+ 1, three) }
        base[count] = FeatureHash.feature(first + template, hash)
        // The last place is written again and again where there are too many.
        count &+= count < Self.most &- 1 ? 1 : 0
    }

    /// What they weigh together by a table that has a weight for the upper half of each feature's bits.
    func weight(by table: UnsafeBufferPointer<Int16>) -> Int {
        var sum = 0
        for at in 0..<count { sum &+= Int(table[Int(base[at] >> 16)]) }
        return sum
    }
}
