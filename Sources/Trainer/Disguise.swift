import Annotator
import DocumentModel

extension EntityCorpus.Document {
    /// The same article with other names: words of the names of persons, and names of a single word, are made of other letters.
    /// So names are also learned that no list and no other article has, from what stands around them. Every word is as long as
    /// before and the same throughout the article.
    func disguised(_ seed: UInt64) -> EntityCorpus.Document {
        var bytes = Array(article.text.utf8)
        let runs = Self.words(bytes)
        func word(_ run: TextRange) -> ArraySlice<UInt8> { bytes[run] }
        var small: Set<ArraySlice<UInt8>> = []
        for run in runs where bytes[run.lowerBound] & 0x20 != 0 { small.insert(word(run)) }
        var masks: [ArraySlice<UInt8>: [UInt8]] = [:]
        var random = Generator(state: seed)
        for name in names where Self.kinds.contains(name.type) {
            let own = runs.filter { $0.overlaps(name.range) }
            guard name.type == "PERSON" || own.count == 1 else { continue }
            for run in own where run.count > 3 && bytes[run.lowerBound] & 0x20 == 0 {
                let word = word(run)
                // *Brown*, where the article has *brown*, too, is left as it is.
                if masks[word] == nil, !small.contains(ArraySlice(word.map { $0 | 0x20 })) {
                    masks[word] = Self.mask(word, &random)
                }
            }
        }
        for run in runs { if let mask = masks[word(run)] { bytes.replaceSubrange(run, with: mask) } }
        var copy = self
        copy.article.text = String(decoding: bytes, as: UTF8.self)
        return copy
    }

    private static let kinds: Set = ["PERSON", "ORG", "LOC", "FAC", "FACILITY", "PRODUCT"]

    /// The runs of letters of the alphabet, and of those alone.
    private static func words(_ bytes: [UInt8]) -> [TextRange] {
        var runs: [TextRange] = []
        var start = 0
        for at in 0...bytes.count where at == bytes.count || !isLetter(bytes[at]) {
            let isWhole = (at == bytes.count || bytes[at] < 0x80) && (start == 0 || bytes[start - 1] < 0x80)
            if at > start, isWhole { runs.append(start..<at) }
            start = at + 1
        }
        return runs
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A && byte >= 0x41 }

    /// Other letters, vowels for vowels.
    private static func mask(_ word: ArraySlice<UInt8>, _ random: inout Generator) -> [UInt8] {
        word.map { letter in
            let set = vowels.contains(letter | 0x20) ? vowels : consonants
            return set[Int(random.next() % UInt64(set.count))] & (letter & 0x20 == 0 ? 0xDF : 0xFF)
        }
    }

    private static let vowels = Array("aeiouaeio".utf8)
    private static let consonants = Array("bcdfghjklmnprstvzbdglmnrst".utf8)
}
