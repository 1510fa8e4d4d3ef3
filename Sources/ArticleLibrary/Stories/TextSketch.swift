import DocumentModel

/// What near-copies are found by: hashes of runs of words of an article's text, and a few of them chosen so that two texts with
/// much in common choose the same.
///
/// The choice is by least hash (min-wise hashing, Broder 1997, with one permutation cut in bins, Li, Owen and Zhang 2012).
/// Desks cut from the bottom, so some keys are of the beginning alone.
struct TextSketch: Sendable {
    /// Texts that share much share a key.
    private(set) var keys: [Int64] = []
    /// A byte of the least hash of each of some parts of all hashes: how many are the same tells how much two texts share.
    private(set) var signature: [UInt8] = []
    /// How many runs of words the text has.
    private(set) var size = 0

    /// Bins of the signature.
    static let bins = 32
    private static let wholeKeys: UInt64 = 5
    private static let leadKeys: UInt64 = 3
    /// Words of a text's beginning.
    private static let lead = 100
    /// Words of a run that makes a key: long, so that unrelated texts seldom share one.
    private static let keyRun = 8
    /// Texts of fewer words are no stories.
    private static let leastWords = 30

    init(_ article: Article) {
        let words = ComparedText.words(of: article)
        guard words.hashes.count >= Self.leastWords else { return }
        var mins = [UInt64](repeating: .max, count: Self.bins)
        var runs = HashSet(words.hashes.count)
        ComparedText.forEachRun(words.hashes) { run in
            runs.insert(run)
            mins[Int(run >> 59)] = min(mins[Int(run >> 59)], run)
        }
        size = runs.count
        signature = mins.map { UInt8(truncatingIfNeeded: $0) }
        chooseKeys(words.hashes)
    }

    private mutating func chooseKeys(_ words: [UInt64]) {
        let (whole, lead) = (Int(Self.wholeKeys), Int(Self.leadKeys))
        var least = [UInt64](repeating: .max, count: whole + lead)
        var hash: UInt64 = 0
        // A rolling hash over eight words: what leaves is taken out again.
        let leaving = (0..<Self.keyRun).reduce(UInt64(1)) { power, _ in power &* ComparedText.base }
        for index in words.indices {
            hash = hash &* ComparedText.base &+ words[index]
            if index >= Self.keyRun { hash = hash &- words[index - Self.keyRun] &* leaving }
            guard index + 1 >= Self.keyRun else { continue }
            let run = ComparedText.mixed(hash)
            let bin = Int(run % Self.wholeKeys)
            least[bin] = min(least[bin], run)
            if index < Self.lead {
                let bin = whole + Int(run % Self.leadKeys)
                least[bin] = min(least[bin], run)
            }
        }
        for (bin, run) in least.enumerated() where run != .max {
            // Five bytes: few enough to store, enough to be told apart.
            keys.append(Int64(ComparedText.mixed(run &+ UInt64(bin)) >> 24))
        }
    }

    /// About how much of the smaller text is in the larger, in hundredths, going by the signatures.
    static func likeness(_ one: (signature: [UInt8], size: Int), _ other: (signature: [UInt8], size: Int)) -> Int {
        let same = zip(one.signature, other.signature).count { $0 == $1 }
        let both = (one.size + other.size) * same / (bins + same)
        return both * 100 / max(1, min(one.size, other.size))
    }
}

/// A text's words as near-copies are compared: by hashes of runs of four words, and by its numbers.
struct ComparedText {
    /// Each run once, sorted.
    let runs: [UInt64]
    /// Each number with the word before it once, sorted.
    let numbers: [UInt64]

    init(_ article: Article) {
        let words = Self.words(of: article)
        runs = Self.runs(words.hashes)
        numbers = Self.unique(words.numbers)
    }

    /// What part of the smaller text must stand in the larger, in hundredths.
    private static let enough = 60
    /// What part of the numbers of the text with fewer must stand in the other, behind the same words, in hundredths.
    private static let enoughNumbers = 50
    /// So many numbers must a text have for them to tell a report from the next one of its kind.
    private static let fewNumbers = 3

    /// Whether one is a near-copy of the other: most runs of the smaller stand in the larger, and most of its numbers do.
    /// Reports made from one form (weather, markets, results) share their words and differ in their numbers.
    func isCopy(of other: ComparedText) -> Bool {
        let (small, large) = runs.count <= other.runs.count ? (self, other) : (other, self)
        guard !small.runs.isEmpty, Self.shared(small.runs, large.runs) * 100 >= small.runs.count * Self.enough else {
            return false
        }
        let (few, many) = numbers.count <= other.numbers.count ? (numbers, other.numbers) : (other.numbers, numbers)
        return few.count < Self.fewNumbers || Self.shared(few, many) * 100 >= few.count * Self.enoughNumbers
    }

    /// The runs that both have.
    func shared(with other: ComparedText) -> [UInt64] {
        var both: [UInt64] = []
        Self.forEachShared(runs, other.runs) { both.append($0) }
        return both
    }

    private static func shared(_ one: [UInt64], _ other: [UInt64]) -> Int {
        var count = 0
        forEachShared(one, other) { _ in count += 1 }
        return count
    }

    private static func forEachShared(_ one: [UInt64], _ other: [UInt64], _ body: (UInt64) -> Void) {
        var (first, second) = (0, 0)
        while first < one.count, second < other.count {
            if one[first] == other[second] {
                body(one[first])
                first += 1
                second += 1
            } else if one[first] < other[second] {
                first += 1
            } else {
                second += 1
            }
        }
    }

    // MARK: Words

    static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// Hashes of all runs of four words, each once, sorted.
    static func runs(_ words: [UInt64]) -> [UInt64] {
        var runs: [UInt64] = []
        runs.reserveCapacity(words.count)
        forEachRun(words) { runs.append($0) }
        return unique(runs)
    }

    /// Gives hashes of all runs of four words, one after the other.
    @inline(__always)
    static func forEachRun(_ words: [UInt64], _ body: (UInt64) -> Void) {
        guard words.count >= 4 else { return }
        for index in 3..<words.count {
            body(
                mixed(((words[index - 3] &* base &+ words[index - 2]) &* base &+ words[index - 1]) &* base &+ words[index]))
        }
    }

    private static func unique(_ hashes: [UInt64]) -> [UInt64] {
        let sorted = hashes.sorted()
        var unique: [UInt64] = []
        unique.reserveCapacity(sorted.count)
        for hash in sorted where unique.last != hash { unique.append(hash) }
        return unique
    }

    /// Hashes of the words of an article's running text, in their order, and of the numbers among them, each with the word
    /// before it. Titles are not of it:
    /// every desk writes its own.
    static func words(of article: Article) -> (hashes: [UInt64], numbers: [UInt64]) {
        var hashes: [UInt64] = []
        var numbers: [UInt64] = []
        var text = article.text
        let ranges = article.blocks.filter { [.paragraph, .listItem, .caption].contains($0.kind) }.map(\.range)
        text.withUTF8 { bytes in
            hashes.reserveCapacity(bytes.count / 5)
            for range in ranges.isEmpty ? [0..<bytes.count] : ranges {
                scan(bytes, range.clamped(to: 0..<bytes.count), &hashes, &numbers)
            }
        }
        return (hashes, numbers)
    }

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hashes: inout [UInt64], _ numbers: inout [UInt64]
    ) {
        // FNV-1a.
        let start: UInt64 = 0xCBF2_9CE4_8422_2325
        var hash = start
        var hasDigit = false
        func end() {
            guard hash != start else { return }
            hashes.append(mixed(hash))
            if hasDigit { numbers.append(mixed(hash) &+ (hashes.dropLast().last ?? 0) &* base) }
            hash = start
            hasDigit = false
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            switch byte {
            case 0x61...0x7A: hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            case 0x41...0x5A: hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
            case 0x30...0x39:
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                hasDigit = true
            // 1,000 and 3.5 are one number each; an apostrophe parts nothing, whichever it is.
            case UInt8(ascii: ","), UInt8(ascii: "."):
                let isInside =
                    hasDigit && index + 1 < range.upperBound && (0x30...0x39).contains(bytes[index + 1])
                if !isInside { end() } else if byte == UInt8(ascii: ".") { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            case UInt8(ascii: "'"): break
            case 0xE2 where index + 2 < range.upperBound && bytes[index + 1] == 0x80:
                if bytes[index + 2] != 0x99 { end() }
                index += 2
            case 0x80...: hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            default: end()
            }
            index += 1
        }
        end()
    }
}

/// How many different hashes there are: a set by open addressing (Knuth 1998, 6.4).
private struct HashSet {
    private(set) var count = 0
    /// A power of two of places, at most half of them taken; 0 for free ones.
    private var places: [UInt64]

    /// For so many hashes at most.
    init(_ most: Int) { places = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * most).leadingZeroBitCount)) }

    mutating func insert(_ hash: UInt64) {
        let hash = max(1, hash)
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] != 0 {
            if places[place] == hash { return }
            place = (place + 1) & (places.count - 1)
        }
        places[place] = hash
        count += 1
    }
}
