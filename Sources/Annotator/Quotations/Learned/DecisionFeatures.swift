/// Features of a decision, each a template with one value, two or three, gathered by their hashes.
struct DecisionFeatures {
    private(set) var list: [UInt32] = []
    private let kind: UInt64
    private let first: UInt64

    /// None yet: of decisions of a kind, whose templates are numbered from the first on.
    init(of kind: UInt64, from first: UInt64) {
        self.kind = kind
        self.first = first
        list.reserveCapacity(64)
    }

    mutating func clear() { list.removeAll(keepingCapacity: true) }

    @inline(__always)
    mutating func add(_ template: UInt64, _ one: UInt64, _ two: UInt64? = nil, _ three: UInt64? = nil) {
        var hash = FeatureHash.mix(kind, one)
        if let two { hash = FeatureHash.mix(hash &+ 1, two) }
        if let three { hash = FeatureHash.mix(hash &+ 1, three) }
        list.append(FeatureHash.feature(first + template, hash))
    }
}
