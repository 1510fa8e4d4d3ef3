/// When two spellings are of one name: transliteration folded away (Gaddafi/Qadhafi, Zelensky/Zelenskyy), and long names
/// that differ in a vowel (Lukashenko/Lukashenka).
public enum Spelling {
    /// A name's spelling with what transliterations differ in folded: accents, *y*/*i*/*j*, *k*/*q*/*c*/*g*, *h* after a
    /// consonant, doubled letters. Linear.
    public static func folded(_ name: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var previous: UInt8 = 0
        for byte in plain(name) {
            var letter = byte
            switch byte {
            case UInt8(ascii: "y"), UInt8(ascii: "j"): letter = UInt8(ascii: "i")
            case UInt8(ascii: "q"), UInt8(ascii: "c"), UInt8(ascii: "g"): letter = UInt8(ascii: "k")
            case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
            case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
            case UInt8(ascii: "h"):
                if previous != 0, !isVowel(previous) { continue }
            case UInt8(ascii: "x"):
                if previous != UInt8(ascii: "k") { result.append(UInt8(ascii: "k")) }
                letter = UInt8(ascii: "s")
            case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."): continue
            default: break
            }
            if letter != previous { result.append(letter) }
            previous = letter
        }
        return result
    }

    /// Whether two family names are spellings of one. Short names must be the same.
    public static func isVariant(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        if one == other { return true }
        let first = folded(one)
        let second = folded(other)
        guard min(first.count, second.count) >= 5, first.first == second.first else { return false }
        if first == second { return true }
        guard min(first.count, second.count) >= 7 else { return false }
        // *Johnson* and *Johnston* are two: only vowels may differ, and only one of them.
        return skeleton(first) == skeleton(second) && first.count == second.count
            && zip(first, second).count { $0 != $1 } == 1
    }

    /// The same for all spellings that may be variants of each other.
    public static func key(_ name: [UInt8]) -> [UInt8] { skeleton(folded(name)) }

    /// Whether two given names are spellings of one: the same consonants (Volodymyr/Vladimir), or an initial.
    public static func isSameGivenName(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        if one == other { return true }
        guard let first = one.first, first == other.first else { return false }
        if one.count <= 2 && (one.count == 1 || one[1] == UInt8(ascii: "."))
            || other.count <= 2 && (other.count == 1 || other[1] == UInt8(ascii: "."))
        {
            return true
        }
        // Ben, Benjamin
        if one.count >= 3, other.count >= 3, one.starts(with: other) || other.starts(with: one) { return true }
        let bones = skeleton(folded(one))
        return bones.count >= 4 && bones == skeleton(folded(other))
    }

    private static func skeleton(_ name: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in name where !isVowel(byte) && result.last != byte { result.append(byte) }
        return result
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    /// A word of a name as it is compared: without accents and without the Arabic article.
    public static func bare(_ word: [UInt8]) -> [UInt8] {
        let letters = plain(word)
        guard letters.count > 5, letters[2] == UInt8(ascii: "-"), letters[1] == UInt8(ascii: "l"),
            letters[0] == UInt8(ascii: "a") || letters[0] == UInt8(ascii: "e")
        else { return letters }
        return Array(letters[3...])
    }

    /// The letters from U+0100 to U+017F without their marks.
    private static let extended = Array(
        ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
            + "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    /// Latin letters without their accents, in lower case; other bytes as they are.
    private static func plain(_ name: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = name.makeIterator()
        while let lead = rest.next() {
            guard lead >= 0xC3 else {
                result.append(lead)
                continue
            }
            guard let next = rest.next() else { break }
            switch lead {
            case 0xC3: result += western(next)
            case 0xC4, 0xC5:
                let at = Int(lead & 1) << 6 | Int(next & 0x3F)
                result.append(at < extended.count ? extended[at] : next)
            case 0xC6 where next == 0xA0 || next == 0xA1: result.append(UInt8(ascii: "o"))
            case 0xC6 where next == 0xAF || next == 0xB0: result.append(UInt8(ascii: "u"))
            case 0xCC,
                0xCD where next < 0xB0:
                break  // Accents that stand apart.
            case 0xC8 where (0x98...0x9B).contains(next):
                result.append(next < 0x9A ? UInt8(ascii: "s") : UInt8(ascii: "t"))
            case 0xE1 where next == 0xBA || next == 0xBB:
                guard let last = rest.next() else { return result }
                if let letter = vietnamese(Int(next & 1) << 6 | Int(last & 0x3F)) {
                    result.append(letter)
                } else {
                    result += [lead, next, last]
                }
            default: result += [lead, next]
            }
        }
        return result
    }

    private static func western(_ byte: UInt8) -> [UInt8] {
        switch byte | 0x20 {
        case 0xA0...0xA6: [UInt8(ascii: "a")]
        case 0xA7: [UInt8(ascii: "c")]
        case 0xA8...0xAB: [UInt8(ascii: "e")]
        case 0xAC...0xAF: [UInt8(ascii: "i")]
        case 0xB0: [UInt8(ascii: "d")]
        case 0xB1: [UInt8(ascii: "n")]
        case 0xB2...0xB6, 0xB8: [UInt8(ascii: "o")]
        case 0xB9...0xBC: [UInt8(ascii: "u")]
        case 0xBD: [UInt8(ascii: "y")]
        case 0xBF: byte == 0x9F ? [UInt8(ascii: "s"), UInt8(ascii: "s")] : [UInt8(ascii: "y")]
        default: [0xC3, byte]
        }
    }

    /// The letters from U+1EA0 to U+1EF9, by the place in their block of 128.
    private static func vietnamese(_ at: Int) -> UInt8? {
        switch at {
        case 0x20..<0x38: UInt8(ascii: "a")
        case 0x38..<0x48: UInt8(ascii: "e")
        case 0x48..<0x4C: UInt8(ascii: "i")
        case 0x4C..<0x64: UInt8(ascii: "o")
        case 0x64..<0x72: UInt8(ascii: "u")
        case 0x72..<0x7A: UInt8(ascii: "y")
        default: nil
        }
    }
}
