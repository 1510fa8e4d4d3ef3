/// What is learned of quotations, as it lies in the binary: hashed and quantised, read in place.
///
/// The file is little-endian: ``Header`` of eight words of 32 bits, the scores of steps from label to label (32 bits each),
/// the probabilities that scores of the judge stand for (32 bits each), the table of words that may be cues (32 bits a
/// slot), the judge's weights (16 bits each), then rows of eight bytes: a print of the feature, and a weight for each label
/// but ``ReportLabel/none``, whose weights are nought.
package struct ReportModel: Sendable {
    /// The file's first words.
    package enum Header {
        /// *PQQM*
        package static let magic: UInt32 = 0x4D51_5150
        package static let version: UInt32 = 2
        /// Words of the header: magic, version, rows, slots of the table of cues, the checksum of all that follows, then how
        /// likely a quotation must be to be listed, in thousandths: speech without marks, speech with marks, thought; the
        /// same for what the rules found.
        package static let count = 11
    }

    /// A step's score that is never taken.
    package static let never: Int32 = -1_000_000

    /// The score of each step: from a label, the beginning being after all labels, to a label.
    let steps: [Int32]
    // These three point into the model in the binary: read-only memory that lives as long as the process, so that any
    // thread may read it; the lengths are checked once, where the model is opened.
    private nonisolated(unsafe) let cues: UnsafeBufferPointer<UInt32>
    private nonisolated(unsafe) let rows: UnsafePointer<SIMD8<Int8>>
    private let places: UInt64
    private nonisolated(unsafe) let weights: UnsafeBufferPointer<Int16>
    private let probabilities: [UInt16]
    private let least: [Int]

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
        let start = (afterCues + Judge.weights * 2 + 7) / 8 * 8
        guard word(0) == Header.magic, word(1) == Header.version, slots & (slots - 1) == 0, slots > 0, word(2) > 1,
            file.count == start + Int(word(2)) * 8, Int(bitPattern: base) % 8 == 0
        else { return nil }
        self.steps = (0..<steps).map { Int32(bitPattern: word(Header.count + $0)) }
        probabilities = (0..<Judge.scores).map { UInt16(truncatingIfNeeded: word(Header.count + steps + $0)) }
        cues = UnsafeRawBufferPointer(rebasing: file[(Header.count + steps + Judge.scores) * 4..<afterCues])
            .assumingMemoryBound(to: UInt32.self)
        weights = UnsafeRawBufferPointer(rebasing: file[afterCues..<afterCues + Judge.weights * 2]).assumingMemoryBound(
            to: Int16.self)
        least = (5..<Header.count).map { Int(word($0)) }
        rows = (base + start).assumingMemoryBound(to: SIMD8<Int8>.self)
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

    // MARK: The judge

    /// How likely a proposal with these features is a quotation, its words more or less right; in thousandths.
    func probability(of features: [UInt32]) -> Int {
        var sum = 0
        for feature in features { sum += Int(weights[Judge.place(of: feature)]) }
        return Int(probabilities[max(0, min(Judge.scores - 1, sum / Judge.step + Judge.scores / 2))])
    }

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

    /// The sum of the weights of features, one lane a label, on top of some scores; the first lane is to be passed over.
    ///
    /// All features are there before the first is looked up, and both places are read without a branch between: so the
    /// processor fetches many rows at a time.
    func sum(of features: FeatureRoom, on scores: SIMD8<Int16> = .zero) -> SIMD8<Int16> {
        var sum = scores
        for at in 0..<features.count {
            let place = Int((UInt64(features[at]) &* places) >> 32)
            let print = UInt64(features[at] & 0xFF)
            let one = unsafeBitCast(rows[place], to: UInt64.self)
            let other = unsafeBitCast(rows[place ^ 1], to: UInt64.self)
            let isOne: UInt64 = 0 &- (Self.print(of: one) == print ? 1 : 0)
            let isOther: UInt64 = ~isOne & (0 &- (Self.print(of: other) == print ? 1 : 0))
            let row = unsafeBitCast(one & isOne | other & isOther, to: SIMD8<Int8>.self)
            sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
        }
        return sum
    }

    /// The print of a row: its first byte.
    @inline(__always)
    private static func print(of row: UInt64) -> UInt64 { UInt64(littleEndian: row) & 0xFF }
}
