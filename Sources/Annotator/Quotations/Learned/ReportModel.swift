import EnglishModel

/// What is learned of quotations, as it lies in the binary: hashed and quantised, read in place.
///
/// The file is little-endian: ``Header`` of thirteen words of 32 bits, the scores of steps from label to label (32 bits each),
/// the probabilities that scores of the judge stand for (32 bits each), the table of words that may be cues (32 bits a
/// slot), the judge's weights, the sieve's and the arbiter's (16 bits each), then rows of eight bytes: a print of the feature, and a weight
/// for each label but ``ReportLabel/none``, whose weights are nought.
package struct ReportModel: Sendable {
    /// What tells which of several words are rather what is reported: weights, of which a feature has one.
    package enum Arbiter {
        package static let weights = 65_536
        /// The weight of a feature.
        package static func place(of feature: UInt32) -> Int { Int(feature >> 16) }
    }

    /// The file's first words.
    package enum Header {
        /// *PQQM*
        package static let magic: UInt32 = 0x4D51_5150
        package static let version: UInt32 = 5
        /// Words of the header: magic, version, rows, slots of the table of cues, the checksum of all that follows, then how
        /// likely a quotation must be to be listed, in thousandths: speech without marks, speech with marks, thought; the
        /// same for what the rules found; then the least score with which a word goes through the sieve, and whether there is
        /// an arbiter.
        package static let count = 13
        /// Where rows start that come after so many bytes: pairs of them lie in one line of a processor's cache.
        package static func start(of bytes: Int) -> Int { (bytes + 63) / 64 * 64 }
    }

    /// A step's score that is never taken.
    package static let never: Int32 = -1_000_000

    /// The scores of steps from a label to all others, the beginning being after all labels.
    let steps: [SIMD8<Int32>]
    /// The scores of steps to a label from all others.
    let stepsBack: [SIMD8<Int32>]
    // The one place where `Sendable` is promised and not proved: these five point into the model in the binary, read-only
    // memory that lives as long as the process, so that any thread may read it. Nobody writes through them, and the lengths
    // are checked once, where the model is opened.
    private nonisolated(unsafe) let cues: UnsafeBufferPointer<UInt32>
    fileprivate nonisolated(unsafe) let rows: UnsafeRawPointer
    private nonisolated(unsafe) let weights: UnsafeBufferPointer<Int16>
    private nonisolated(unsafe) let sieve: UnsafeBufferPointer<Int16>
    private nonisolated(unsafe) let arbiter: UnsafeBufferPointer<Int16>
    fileprivate let places: UInt64
    private let probabilities: [UInt16]
    private let least: [Int]
    private let sieved: Int

    /// The judge's table: weights, of which a feature has one; scores that a probability is kept for; what a score is
    /// divided by to find it.
    package enum Judge {
        package static let weights = 65_536
        package static let scores = 257
        /// A score of one is this many units of the natural logarithm's odds.
        package static let unit = 256
        package static let step = 16

        /// The weight of a feature.
        package static func place(of feature: UInt32) -> Int { Int(feature >> 16) }
    }

    /// What tells, before a sentence is read from a word, whether that may be worth it.
    package enum Sieve {
        package static let weights = 32_768
        /// The weight of a feature.
        package static func place(of feature: UInt32) -> Int { Int(feature >> 17) }
    }

    /// The model in these bytes, which must outlive it; nil where they are none, or of another version.
    package init?(_ file: UnsafeRawBufferPointer) {
        guard file.count >= Header.count * 4, let base = file.baseAddress else { return nil }
        func word(_ index: Int) -> UInt32 {
            UInt32(littleEndian: file.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        let labels = ReportLabel.count
        let steps = (labels + 1) * labels
        let slots = Int(word(3))
        let afterCues = (Header.count + steps + Judge.scores + slots) * 4
        let afterJudge = afterCues + Judge.weights * 2
        let afterSieve = afterJudge + Sieve.weights * 2
        let start = Header.start(of: afterSieve + Arbiter.weights * 2)
        guard word(0) == Header.magic, word(1) == Header.version, slots & (slots - 1) == 0, slots > 0, word(2) > 1,
            word(2) % 2 == 0,
            file.count == start + Int(word(2)) * 8, Int(bitPattern: base) % 8 == 0
        else { return nil }
        func step(_ from: Int, _ to: Int) -> Int32 { Int32(bitPattern: word(Header.count + from * labels + to)) }
        self.steps = (0...labels).map { from in
            var row = SIMD8<Int32>()
            for to in 0..<labels { row[to] = step(from, to) }
            return row
        }
        stepsBack = (0..<labels).map { to in
            var row = SIMD8<Int32>()
            for from in 0..<labels { row[from] = step(from, to) }
            return row
        }
        probabilities = (0..<Judge.scores).map { UInt16(truncatingIfNeeded: word(Header.count + steps + $0)) }
        cues = UnsafeRawBufferPointer(rebasing: file[(Header.count + steps + Judge.scores) * 4..<afterCues])
            .assumingMemoryBound(to: UInt32.self)
        weights = UnsafeRawBufferPointer(rebasing: file[afterCues..<afterJudge]).assumingMemoryBound(to: Int16.self)
        sieve = UnsafeRawBufferPointer(rebasing: file[afterJudge..<afterSieve]).assumingMemoryBound(to: Int16.self)
        arbiter = UnsafeRawBufferPointer(rebasing: file[afterSieve..<afterSieve + Arbiter.weights * 2])
            .assumingMemoryBound(to: Int16.self)
        hasArbiter = word(12) != 0
        least = (5..<11).map { Int(word($0)) }
        sieved = Int(Int32(bitPattern: word(11)))
        rows = base + start
        places = UInt64(word(2))
    }

    /// Whether a word, given by its hash, may be a cue.
    @inline(__always)
    func knowsCue(_ word: UInt64) -> Bool { slot(of: word) != 0 }

    /// Whether a word is a cue of thought rather than of speech.
    func isThought(_ word: UInt64) -> Bool { slot(of: word) & 2 != 0 }

    @inline(__always)
    private func slot(of word: UInt64) -> UInt32 {
        let mask = cues.count - 1
        var at = Int(truncatingIfNeeded: word) & mask
        let print = Self.print(word)
        while cues[at] != 0 {
            if cues[at] & ~2 == print { return cues[at] }
            at = (at + 1) & mask
        }
        return 0
    }

    @inline(__always)
    private static func print(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word >> 32) & ~2 | 1 }

    // MARK: The sieve

    /// Whether a word whose features these are may report something; all others need not be read from.
    func mayReport(_ features: FeatureRoom) -> Bool { score(of: features) >= sieved }

    /// How likely a word is a cue, in 256ths of the natural logarithm of the odds.
    func score(of features: FeatureRoom) -> Int {
        var sum = 0
        for at in 0..<features.count { sum &+= Int(sieve[Sieve.place(of: features[at])]) }
        return sum
    }

    // MARK: The judge

    /// How likely a proposal with these features is a quotation, its words more or less right; in thousandths.
    func probability(of features: borrowing DecisionFeatures) -> Int {
        let sum = features.weight(by: weights)
        return Int(probabilities[max(0, min(Judge.scores - 1, sum / Judge.step + Judge.scores / 2))])
    }

    // MARK: The arbiter

    /// Whether it was learned which words are rather what is reported.
    let hasArbiter: Bool

    /// How much words with these features look like what is reported, beside others of the same cue.
    func worth(of features: borrowing DecisionFeatures) -> Int { features.weight(by: arbiter) }

    /// How likely a report must be to be listed.
    func least(for report: Report, quoted: Bool, isRuled: Bool) -> Int {
        least[(isRuled ? 3 : 0) + (report.isThought ? 2 : quoted ? 1 : 0)]
    }

    /// The table of words that may be cues, by their hashes.
    package static func table(ofCues words: [(word: UInt64, isThought: Bool)]) -> [UInt32] {
        var size = 16
        while size < words.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for cue in words {
            var at = Int(truncatingIfNeeded: cue.word) & (size - 1)
            while slots[at] != 0 { at = (at + 1) & (size - 1) }
            slots[at] = print(cue.word) | (cue.isThought ? 2 : 0)
        }
        return slots
    }

    // MARK: Rows

    /// Where a feature's row may stand: at this place or its neighbour.
    package static func place(of feature: UInt32, places: Int) -> Int { Int((UInt64(feature) &* UInt64(places)) >> 32) }
    /// What tells a feature from others at its place.
    package static func print(of feature: UInt32) -> Int8 { Int8(truncatingIfNeeded: feature) }

    /// The sum of the weights of some features, one lane a label; the first lane is to be passed over.
    ///
    /// The memory of all features was asked for before the first is looked up; both rows of a pair are read and taken without
    /// a branch: one of them at most has the feature's print.
    @inline(__always)
    func sum(of features: borrowing RowFeatures, _ group: Range<Int>) -> SIMD8<Int16> {
        var sum = SIMD8<Int16>()
        var at = group.lowerBound
        while at < group.upperBound {
            let feature = features[at]
            let pair = Int((UInt64(feature) &* places) >> 32) & ~1
            let both = rows.loadUnaligned(fromByteOffset: pair &* 8, as: SIMD4<UInt32>.self)
            // All ones where the print, the first byte of a row, is the same. In lanes, since a comparison of numbers would become
            // a branch, and which row it is cannot be foretold.
            let same = (SIMD4<Int32>(truncatingIfNeeded: (both ^ feature) & 0xFF) &- 1) &>> 31
            let isOwn = SIMD4<UInt32>(truncatingIfNeeded: SIMD4(same[0], same[0], same[2], same[2]))
            let own = unsafeBitCast(both & isOwn, to: SIMD2<UInt64>.self)
            sum &+= SIMD8<Int16>(truncatingIfNeeded: unsafeBitCast(own.x | own.y, to: SIMD8<Int8>.self))
            at &+= 1
        }
        return sum
    }
}

/// The features of a unit on their way to their rows: the memory of each is asked for as soon as it is known.
struct RowFeatures: FeatureSink, ~Copyable {
    private let rows: UnsafeRawPointer
    private let places: UInt64
    private let base: UnsafeMutablePointer<UInt32>
    private(set) var count = 0

    init(_ model: ReportModel) {
        rows = model.rows
        places = model.places
        base = .allocate(capacity: FeatureRoom.most)
    }

    deinit { base.deallocate() }

    @inline(__always)
    mutating func add(_ feature: UInt32) {
        base[count] = feature
        // The last place is written again and again where there are too many.
        count &+= count < FeatureRoom.most &- 1 ? 1 : 0
        prefetch(rows + Int((UInt64(feature) &* places) >> 32) &* 8)
    }

    @inline(__always)
    mutating func clear() { count = 0 }

    @inline(__always)
    subscript(_ at: Int) -> UInt32 { base[at] }
}
