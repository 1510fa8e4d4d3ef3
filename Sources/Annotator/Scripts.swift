/// The letters of a text by their script, and the language that script and letters of one language alone tell.
struct Scripts {
    /// A language that is told by letters.
    private struct Count {
        var code: String
        var letters = 0
    }

    private var latin = 0
    private var vietnamese = 0
    private var cyrillic = 0
    private var arabic = 0
    private var kana = 0
    private var hangul = 0
    private var han = 0
    /// Scripts that one language of the news has, as they are met.
    private var single: [Count] = []
    /// How often letters stand that only some languages of a script have.
    private var ukrainian = 0
    private var belarusian = 0
    private var serbian = 0
    private var macedonian = 0
    private var hardSigns = 0
    private var yery = 0
    private var persian = 0
    private var urdu = 0

    private let bytes: ArraySlice<UInt8>

    /// Counts the letters of UTF-8. Linear.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte < 0x80 {
                at += 1
                continue
            }
            let next = at + 1 < bytes.endIndex ? bytes[at + 1] : 0
            switch byte {
            case 0xC3...0xC9: latin += 1
            case 0xCE, 0xCF: note("el")
            case 0xD0, 0xD1: noteCyrillic(byte, next)
            case 0xD4...0xD6: note("hy")
            case 0xD7: note("he")
            case 0xD8...0xDB: noteArabic(byte, next)
            case 0xE0: if let code = Self.southern(next) { note(code) }
            case 0xE1 where next == 0xBA || next == 0xBB: vietnamese += 1
            case 0xE1: if let code = Self.other(next) { note(code) }
            case 0xE3 where next == 0x81 || next == 0x82 || next == 0x83: kana += 1
            case 0xE4...0xE9: han += 1
            case 0xEA...0xED: hangul += 1
            default: break
            }
            at += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        }
    }

    private mutating func note(_ code: String) {
        if let index = single.firstIndex(where: { $0.code == code }) {
            single[index].letters += 1
        } else {
            single.append(Count(code: code, letters: 1))
        }
    }

    private mutating func noteCyrillic(_ byte: UInt8, _ next: UInt8) {
        cyrillic += 1
        guard byte == 0xD1 else { return }
        switch next {
        case 0x94, 0x96, 0x97: ukrainian += 1
        case 0x9E: belarusian += 1
        case 0x93, 0x9C: macedonian += 1
        case 0x92, 0x98...0x9B: serbian += 1
        case 0x8A: hardSigns += 1
        case 0x8B, 0x8D: yery += 1
        default: break
        }
    }

    private mutating func noteArabic(_ byte: UInt8, _ next: UInt8) {
        arabic += 1
        switch (byte, next) {
        case (0xD9, 0xBE), (0xDA, 0x86), (0xDA, 0xA9), (0xDA, 0xAF), (0xDB, 0x8C): persian += 1
        case (0xD9, 0xB9), (0xDA, 0xBA), (0xDB, 0x92), (0xDB, 0x81): urdu += 1
        default: break
        }
    }

    /// The scripts of U+0900 to U+0FFF.
    private static func southern(_ next: UInt8) -> String? {
        let codes = ["hi", "bn", "pa", "gu", "or", "ta", "te", "kn", "ml", "si", "th", "lo", "bo", "bo"]
        guard next >= 0xA4, Int(next - 0xA4) / 2 < codes.count else { return nil }
        return codes[Int(next - 0xA4) / 2]
    }

    /// The scripts of U+1000 to U+1FFF.
    private static func other(_ next: UInt8) -> String? {
        switch next {
        case 0x80, 0x81: "my"
        case 0x82, 0x83: "ka"
        case 0x84...0x87: "ko"
        case 0x88...0x8D: "am"
        case 0x9E, 0x9F: "km"
        default: nil
        }
    }

    /// A BCP 47 code where the script tells it; nil for Latin letters, of which only the words tell, and for next to no letters.
    var code: String? {
        let others = cyrillic + arabic + kana + hangul + han + single.reduce(0) { $0 + $1.letters }
        // Most texts have no such letters: only of others are those of ASCII counted.
        guard others > 3 || vietnamese > 3 else { return nil }
        let latin = latin + bytes.count(where: Tokenizer.isLetter)
        if vietnamese > 3, vietnamese * 16 > latin { return "vi" }
        guard others * 2 > latin else { return nil }
        if kana * 12 > others { return "ja" }
        if hangul * 3 > others { return "ko" }
        if han * 2 > others { return "zh" }
        if arabic * 2 > others { return urdu * 40 > arabic ? "ur" : persian * 20 > arabic ? "fa" : "ar" }
        if cyrillic * 2 > others {
            if belarusian * 60 > cyrillic { return "be" }
            if ukrainian * 60 > cyrillic { return "uk" }
            if serbian * 60 > cyrillic { return macedonian * 200 > cyrillic ? "mk" : "sr" }
            return yery == 0 && hardSigns * 80 > cyrillic ? "bg" : "ru"
        }
        return single.first { $0.letters * 2 > others }?.code
    }
}
