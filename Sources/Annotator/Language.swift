import EnglishModel

/// Which language a text is in: by script, and for Latin and Cyrillic by its commonest small words.
enum Language {
    /// A BCP 47 code; `en` for a text too short to tell. Looks at the first part of long texts.
    static func code(of bytes: [UInt8]) -> String {
        let sample = bytes.prefix(6_000)
        var scripts = Scripts()
        scripts.count(sample)
        if let code = scripts.code(of: sample) { return code }
        var votes = [Int](repeating: 0, count: codes.count)
        var seen = 0
        func tally(_ word: ArraySlice<UInt8>) {
            guard !word.isEmpty, word.count <= 12 else { return }
            seen += 1
            guard word.count <= longest else { return }
            var languages = languages(of: word)
            while languages != 0 {
                votes[languages.trailingZeroBitCount] += 1
                languages &= languages - 1
            }
        }
        var part: [UInt8] = []
        var at = 0
        while at < sample.count, seen < enough {
            // In parts that end with a space, since the first words are often enough.
            let end = sample[min(at + 250, sample.count)...].firstIndex(of: 0x20).map { $0 + 1 } ?? sample.count
            part.removeAll(keepingCapacity: true)
            Word.append(sample[at..<end], to: &part)
            var start = 0
            for (place, byte) in part.enumerated() where byte < 0x80 && !Tokenizer.isLetter(byte) {
                tally(part[start..<place])
                start = place + 1
                if seen >= enough { break }
            }
            if seen < enough { tally(part[start...]) }
            at = end
            // No other language could come to half as many again as English has.
            if let english = votes.first, ((votes.dropFirst().max() ?? 0) + enough - seen) * 2 <= english * 3 {
                return "en"
            }
        }
        guard let english = votes.first else { return "en" }
        var best = 0
        for index in votes.indices where votes[index] > votes[best] { best = index }
        // A few foreign words make no foreign text.
        guard best != 0, votes[best] >= 3, votes[best] * 2 > english * 3, votes[best] * 12 > seen else { return "en" }
        return codes[best]
    }

    /// Whether a word, in lower case, is one of the commonest of a language.
    static func isCommon(_ word: [UInt8], in code: String) -> Bool {
        guard let index = codes.firstIndex(of: code) else { return false }
        return languages(of: word[...]) & 1 << Int32(index) != 0
    }

    private struct Scripts {
        /// Letters that are not ASCII.
        var latin = 0
        var cyrillic = 0
        var ukrainian = 0
        var arabic = 0
        var hebrew = 0
        var kana = 0
        var hangul = 0
        var han = 0
        var greek = 0

        mutating func count(_ bytes: ArraySlice<UInt8>) {
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
                case 0xCE, 0xCF: greek += 1
                case 0xD0, 0xD1:
                    cyrillic += 1
                    if byte == 0xD1, next == 0x94 || next == 0x96 || next == 0x97 { ukrainian += 1 }
                case 0xD7: hebrew += 1
                case 0xD8...0xDB: arabic += 1
                case 0xE3 where next == 0x81 || next == 0x82 || next == 0x83: kana += 1
                case 0xE4...0xE9: han += 1
                case 0xEA...0xED: hangul += 1
                default: break
                }
                at += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            }
        }

        /// The language that the script alone tells of these bytes, which were counted.
        func code(of bytes: ArraySlice<UInt8>) -> String? {
            let others = cyrillic + arabic + hebrew + kana + hangul + han + greek
            guard others > 3, others * 2 > latin + bytes.count(where: Tokenizer.isLetter) else { return nil }
            if kana * 12 > others { return "ja" }
            if hangul * 3 > others { return "ko" }
            if han * 2 > others { return "zh" }
            if arabic * 2 > others { return "ar" }
            if hebrew * 2 > others { return "he" }
            if greek * 2 > others { return "el" }
            if cyrillic * 2 > others { return ukrainian * 60 > cyrillic ? "uk" : "ru" }
            return nil
        }
    }

    /// No word of the profiles has more bytes.
    private static let longest = profiles.flatMap { $0.words.split(separator: " ") }.reduce(0) { max($0, $1.utf8.count) }

    /// Words that are enough to tell a language.
    private static let enough = 400

    private static let codes = profiles.map(\.code)

    /// The languages that have a word, in lower case, among their commonest, a bit each.
    private static func languages(of word: ArraySlice<UInt8>) -> Int32 { languagesOf.value(of: word) ?? 0 }

    private static let languagesOf: ByteTable = {
        var languages: [[UInt8]: Int32] = [:]
        for (index, profile) in profiles.enumerated() {
            for word in profile.words.split(separator: " ") {
                languages[Array(word.utf8), default: 0] |= 1 << Int32(index)
            }
        }
        var table = ByteTable(capacity: languages.count)
        for (word, bits) in languages { _ = table.value(of: word[...], orStore: bits) }
        return table
    }()

    private static let profiles: [(code: String, words: String)] = [
        (
            "en",
            "the of and to in a is that for it was on with as he be by at his from are this have not but had they said will has were she who been would their which an when there if more"
        ),
        (
            "de",
            "der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich"
        ),
        (
            "fr",
            "le la les de des et un une est dans que qui pour en du par sur pas au avec plus ce il a se ne sont cette ont été mais aux ou son sa ses comme nous vous leur elle était être je fait"
        ),
        (
            "es",
            "el la los las de que y en un una por con para no se del al es su lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ha fue dijo"
        ),
        (
            "it",
            "il lo la i gli le di che e un una in per con non del della dei delle è sono si al alla da nel nella ha come più ma anche suo sua questo questa essere stato ci dal dalla sul hanno perché"
        ),
        (
            "pt",
            "o a os as de que e do da dos das em um uma para com não por se no na mais como mas ao foi ele ela seu sua ou quando muito nos já está eu também só pelo pela até isso entre era depois sem mesmo aos são disse"
        ),
        (
            "nl",
            "de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan bij uit wordt door naar heeft nog was hij over zich deze die hebben ze werd geen meer kan worden"
        ),
        (
            "pl",
            "w i z na do się nie że to jest o jak po co tak od za przez ale dla przy są był była może tym tego już także jego jej które który oraz czy będzie"
        ),
        (
            "sv",
            "och att det i en som på är av för med den till har inte om ett han men var jag sig från vi så kan när hon också efter över"
        ),
        ("tr", "ve bir bu da de için ile çok olarak gibi daha olan ne kadar sonra ancak ise en var dedi"),
    ]
}
