/// Where features go: into a list to learn from, or straight into a sum of weights.
protocol FeatureSink: ~Copyable {
    mutating func add(_ feature: UInt32)
}

extension FeatureSink where Self: ~Copyable {
    /// Adds the feature of a template (a small number) with a value.
    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64) { add(FeatureHash.feature(template, value)) }

    /// Adds the feature of a template with two values.
    @inline(__always)
    mutating func add(_ template: UInt64, _ one: UInt64, _ other: UInt64) {
        add(FeatureHash.feature(template, FeatureHash.mix(one &+ 1, other)))
    }
}

/// Features in a list.
struct FeatureList: FeatureSink {
    var features: [UInt32]
    mutating func add(_ feature: UInt32) { features.append(feature) }
}

/// Room for the features of one token and for what is found of them.
struct FeatureRoom: FeatureSink {
    /// No token has more features that count.
    static let most = 256
    /// The numbers that room must have.
    static let size = 4 * most

    private let base: UnsafeMutablePointer<UInt32>
    private(set) var count = 0
    /// How many rows were found, by their forms.
    var counts = (full: 0, eight: 0, four: 0)

    /// Room of ``size`` numbers at a place.
    init(_ base: UnsafeMutablePointer<UInt32>) { self.base = base }

    @inline(__always)
    mutating func add(_ feature: UInt32) {
        base[count] = feature
        // The last place is written again and again where there are too many.
        count &+= count < Self.most &- 1 ? 1 : 0
    }

    mutating func clear() { count = 0 }

    @inline(__always)
    subscript(_ at: Int) -> UInt32 { base[at] }

    /// Room for what is found, of three kinds.
    @inline(__always)
    func found(_ kind: Int) -> UnsafeMutablePointer<UInt32> { base + (kind + 1) * Self.most }
}
