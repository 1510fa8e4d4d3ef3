import EnglishModel

/// What features see of the words of a text: each different word is sketched once.
struct WordSketches {
    /// For each token the number of its word.
    private(set) var numbers: [Int32] = []
    /// The different words, each as it stands first.
    private(set) var words: [WordSketch] = []
    /// For each word the number of its spelling, the case left out.
    private(set) var foldedNumbers: [Int32] = []
    /// Different words, their case left out.
    private(set) var foldedCount = 0
    let clusters: WordClusters

    /// The sketches of a text's tokens. Linear.
    init(_ text: AnalysedText, _ clusters: WordClusters) {
        self.clusters = clusters
        numbers.reserveCapacity(text.tokens.count)
        var known = NumberTable()
        var folded = NumberTable()
        var room: [UInt8] = []
        for (at, token) in text.tokens.enumerated() {
            let number = known.number(of: Self.key(token, text))
            if number == words.count {
                let sketch = WordSketch(token, text.bytes(of: at), clusters, &room)
                words.append(sketch)
                foldedNumbers.append(Int32(truncatingIfNeeded: folded.number(of: sketch.folded)))
            }
            numbers.append(Int32(truncatingIfNeeded: number))
        }
        foldedCount = folded.count
    }

    /// The sketch of a token; an empty one beyond the text.
    @inline(__always)
    subscript(_ token: Int) -> WordSketch {
        token >= 0 && token < numbers.count ? words[Int(numbers[token])] : WordSketch()
    }

    /// The number of a token's word, its case left out.
    @inline(__always)
    func foldedNumber(of token: Int) -> Int { Int(foldedNumbers[Int(numbers[token])]) }

    /// What tells a token from those with another sketch.
    private static func key(_ token: Token, _ text: AnalysedText) -> UInt64 {
        var hash = FeatureHash.mix(UInt64(token.kind.rawValue) + 1, token.isCapital ? 1 : 2)
        text.bytes.withUnsafeBytes { bytes in
            var at = Int(token.start)
            let end = Int(token.end)
            while at &+ 8 <= end {
                hash = FeatureHash.mix(hash, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                at &+= 8
            }
            var rest: UInt64 = 1
            while at < end {
                rest = rest << 8 ^ UInt64(bytes[at])
                at &+= 1
            }
            hash = FeatureHash.mix(hash, rest)
        }
        return FeatureHash.mix(hash, token.classes.rawValue)
    }
}

/// Numbers for hashes, in the order in which they come.
struct NumberTable {
    private var keys: [UInt64] = []
    private var slots = [Int32](repeating: -1, count: 256)

    var count: Int { keys.count }

    /// The number of a hash; a new one for one that was not seen.
    mutating func number(of key: UInt64) -> Int {
        var at = place(of: key)
        while slots[at] >= 0 {
            if keys[Int(slots[at])] == key { return Int(slots[at]) }
            at = (at + 1) & (slots.count - 1)
        }
        slots[at] = Int32(truncatingIfNeeded: keys.count)
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1) }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, key) in keys.enumerated() {
            var at = place(of: key)
            while slots[at] >= 0 { at = (at + 1) & (slots.count - 1) }
            slots[at] = Int32(truncatingIfNeeded: number)
        }
    }
}
