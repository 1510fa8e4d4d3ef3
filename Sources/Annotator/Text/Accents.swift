import EnglishModel

/// Latin letters without their accents, for names that the lists have without.
enum Accents {
    /// The small letters without accents that a word in small letters of UTF-8 is written with; nil where it has none, or letters
    /// that are no Latin ones with an accent.
    static func removed(from word: ArraySlice<UInt8>) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(word.count)
        var at = word.startIndex
        while at < word.endIndex {
            let byte = word[at]
            if byte < 0x80 {
                plain.append(byte)
                at += 1
                continue
            }
            guard (0xC3...0xC5).contains(byte), at + 1 < word.endIndex else { return nil }
            let letter = table[Int(byte - 0xC3) * 64 + Int(word[at + 1] & 0x3F)]
            guard letter != dot else { return nil }
            plain.append(letter)
            at += 2
        }
        return plain.count < word.count ? plain : nil
    }

    private static let dot = UInt8(ascii: ".")

    /// U+00C0 to U+017F, 64 code points a line; a full stop for what is no letter, or is two letters.
    private static let table = Array(
        ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
            + "lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.").utf8)
}
