import DocumentModel

/// A person's name in its parts, as they are compared between articles: folded, without titles.
struct NameParts: Hashable {
    /// The first given name; of Chinese, Korean and Vietnamese names all given names in one. Empty where the name is one word.
    var given: [UInt8] = []
    /// What stands between, particles left out.
    var middle: [[UInt8]] = []
    /// The family name, or the only word.
    var family: [UInt8] = []
    /// *Jr.*, *Sr.*, *III*: father and son.
    var suffix = 0
    /// The first given name without what transliterations differ in, and its consonants.
    private var givenFold: [UInt8] = []
    private var givenKey: [UInt8] = []

    /// One word, family or given name.
    var isSingle: Bool { given.isEmpty }
    /// An initial and a family name.
    var isInitial: Bool { given.count == 1 }

    /// The parts of a folded name, its words between spaces.
    init(folded: String) {
        var words = folded.utf8.split(separator: 0x20).map { Array($0) }
        while words.count > 2, let last = words.last, let suffix = Self.suffixes[last] {
            self.suffix = suffix
            words.removeLast()
        }
        guard words.count > 1, let first = words.first, let last = words.last else {
            family = words.first ?? []
            return
        }
        let isFirst =
            (Self.familyFirst.contains(first) || words.count == 3 && Self.familyFirstOfThree.contains(first))
            && !Self.familyFirst.contains(last) && words.count <= 3
        if isFirst {
            family = first
            given = Array(words.dropFirst().joined())
        } else if Self.familyFirst.contains(last) || Self.familyFirstOfThree.contains(last) {
            // *Jong Un Kim* is *Kim Jong-un*.
            family = last
            given = Array(words.dropLast().joined())
        } else {
            family = last
            middle = words[1..<(words.count - 1)].filter { !Self.particles.contains($0) }
            given = Nicknames.formal(first)
        }
        (givenFold, givenKey) = (Spelling.folded(given), Spelling.key(given))
    }

    /// Names that may be one person's lie in one block: the family name's consonants, whatever transliteration wrote the
    /// vowels.
    var block: String {
        let key = Spelling.key(family)
        return String(decoding: (Spelling.folded(family).first.map { [$0] } ?? []) + key, as: UTF8.self)
    }

    // MARK: Comparing

    /// Whether two full names are spellings of one by their letters alone.
    func isSpelling(of other: NameParts) -> Bool {
        isSameFamily(other) && isSameGiven(other) && agrees(with: other)
    }

    /// The same family name in another spelling.
    func isSameFamily(_ other: NameParts) -> Bool {
        family == other.family || Spelling.isVariant(family, other.family)
    }

    private func isSameGiven(_ other: NameParts) -> Bool {
        if given == other.given { return true }
        guard givenFold.first == other.givenFold.first, min(givenFold.count, other.givenFold.count) >= 4 else {
            return false
        }
        // *Aleksandr*, *Alexander*; *Volodymyr*, *Vladimir*; but not *Maria*, *Mario*.
        return givenKey.count >= 4 && givenKey == other.givenKey
    }

    /// Whether nothing but given names says that they are two: no other suffix and no other middle name.
    func agrees(with other: NameParts) -> Bool {
        guard suffix == other.suffix else { return false }
        for (one, two) in zip(middle, other.middle) {
            guard let first = one.first, let second = two.first else { continue }
            if one.count == 1 || two.count == 1 ? first != second : Spelling.key(one) != Spelling.key(two) { return false }
        }
        return true
    }

    /// Whether an initial or a short form of the given name may stand for the other's.
    func isShort(for other: NameParts) -> Bool {
        guard isSameFamily(other), agrees(with: other), let first = given.first, !other.isInitial else { return false }
        if isInitial { return other.given.first == first }
        return given.count >= 3 && other.given.count > given.count && other.given.starts(with: given)
    }

    /// Whether they differ as a slip of the keys differs: one letter in a long name.
    func isNearly(_ other: NameParts) -> Bool {
        guard suffix == other.suffix, given.count + family.count >= 10, !isInitial, !other.isInitial else { return false }
        if given == other.given {
            return min(family.count, other.family.count) >= 5 && Self.isOneSlip(family, other.family)
        }
        if family == other.family { return min(given.count, other.given.count) >= 4 && Self.isOneSlip(given, other.given) }
        return false
    }

    /// Names that one is nearly have at least one of these in common: the family name spelt alike with the given name's beginning
    /// or end, or the given name.
    var slipKeys: [[UInt8]] {
        [given + [0x20], family + [0x3E] + given.prefix(2), family + [0x3C] + given.suffix(2)]
    }

    /// One letter more, less or other, or two changed over (Damerau 1964).
    static func isOneSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 1, short != long else { return false }
        var start = 0
        while start < short.count, short[start] == long[start] { start += 1 }
        var end = 0
        while end < short.count - start, short[short.count - 1 - end] == long[long.count - 1 - end] { end += 1 }
        let (left, right) = (short.count - start - end, long.count - start - end)
        if right <= 1 { return true }
        return left == 2 && right == 2 && short[start] == long[start + 1] && short[start + 1] == long[start]
    }

    // MARK: Words of names

    private static func words(_ text: String) -> Set<[UInt8]> { Set(text.split(separator: " ").map { Array($0.utf8) }) }

    private static let suffixes: [[UInt8]: Int] = [
        Array("jr".utf8): 1, Array("junior".utf8): 1, Array("sr".utf8): 2, Array("senior".utf8): 2, Array("ii".utf8): 3,
        Array("iii".utf8): 4, Array("iv".utf8): 5,
    ]
    private static let particles = words(
        "van von der den de di da del della dos das du al el bin bint ben ibn abu la le o mac mc st ter ten zu af av y e")
    /// Family names that come first and are no given names elsewhere.
    private static let familyFirst = words(
        "wang zhang liu huang zhao zhou xu zhu guo luo zheng liang xie deng xiao feng cao peng zeng cai jiang xi nguyen tran "
            + "pham hoang bui ngo duong trinh choi jung jeong kwon hwang")
    /// Family names that are given names elsewhere: they come first in a name of three words.
    private static let familyFirstOfThree = words("kim park moon yoon chung shin han li chen yang lin wu hu ma sun tan")
}
