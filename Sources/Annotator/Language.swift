import EnglishModel

/// Which language a text is in: by script, and for Latin and Cyrillic by its commonest small words.
enum Language {
    /// A BCP 47 code; `en` for a text too short to tell. Looks at the first part of long texts.
    static func code(of bytes: [UInt8]) -> String {
        let sample = bytes.prefix(6_000)
        if let code = Scripts(sample).code { return code }
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

    /// No word of the profiles has more bytes.
    private static let longest = LanguageProfiles.all.flatMap { $0.words.split(separator: " ") }.reduce(0) {
        max($0, $1.utf8.count)
    }

    /// Words that are enough to tell a language.
    private static let enough = 400

    private static let codes = LanguageProfiles.all.map(\.code)

    /// The languages that have a word, in lower case, among their commonest, a bit each.
    private static func languages(of word: ArraySlice<UInt8>) -> Int32 {
        known.places.value(of: word).map { known.languages[Int($0)] } ?? 0
    }

    /// The commonest words, and the languages of each by its place.
    private static let known: (places: ByteTable, languages: [Int32]) = {
        var places = ByteTable(capacity: 1_024)
        var languages: [Int32] = []
        for (index, profile) in LanguageProfiles.all.enumerated() {
            for word in profile.words.split(separator: " ") {
                let place = Int(places.value(of: Array(word.utf8)[...], orStore: Int32(languages.count)))
                if place == languages.count { languages.append(0) }
                languages[place] |= 1 << Int32(index)
            }
        }
        return (places, languages)
    }()
}
