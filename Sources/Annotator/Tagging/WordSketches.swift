import EnglishModel

/// What features see of the words of a text.
struct WordSketches {
    private let tokens: Tokens
    /// The different words, by their numbers in ``Tokens/words``.
    let words: [WordSketch]
    /// For each word the number of its spelling, the case left out.
    private(set) var foldedNumbers: [Int32] = []
    /// Different words, their case left out.
    private(set) var foldedCount = 0
    /// For each word what others can remember it by: no two words have the same, in this text and the next ones.
    let ids: [Int32]

    /// The sketches of a text's words, in the order of their numbers. Linear.
    init(_ tokens: Tokens, _ words: [WordSketch], ids: [Int32]) {
        self.tokens = tokens
        self.words = words
        self.ids = ids
        foldedNumbers.reserveCapacity(words.count)
        var folded = NumberTable()
        for word in words { foldedNumbers.append(Int32(truncatingIfNeeded: folded.number(of: word.folded))) }
        foldedCount = folded.count
    }

    /// The sketch of a token; an empty one beyond the text.
    @inline(__always)
    subscript(_ token: Int) -> WordSketch {
        token >= 0 && token < tokens.count ? words[tokens.number(of: token)] : WordSketch()
    }

    /// What others can remember a token's word by; 0, which is no word's, beyond the text.
    @inline(__always)
    func id(of token: Int) -> Int {
        token >= 0 && token < tokens.count ? Int(ids[tokens.number(of: token)]) : 0
    }

    /// The number of a token's word.
    @inline(__always)
    func number(of token: Int) -> Int { tokens.number(of: token) }

    /// The number of a token's word, its case left out.
    @inline(__always)
    func foldedNumber(of token: Int) -> Int { Int(foldedNumbers[tokens.number(of: token)]) }
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
