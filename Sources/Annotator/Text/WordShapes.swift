import DocumentModel
import EnglishModel

/// What a word looks like, and what the lists know of it.
extension Tokenizer {
    /// *al-Mansouri*, *d'Estaing*: a name whose small first letters are an article.
    func hasArticle(_ slice: ArraySlice<UInt8>) -> Bool {
        guard slice.count > 4, let first = slice.first, Self.isSmall(first) else { return false }
        for length in 1...3 {
            let mark = slice[slice.startIndex + length]
            if mark == UInt8(ascii: "-"), length > 1 || mark == UInt8(ascii: "'") {
                return Self.articles.contains { slice.prefix(length).elementsEqual($0.utf8) }
                    && Self.isCapital(slice[slice.startIndex + length + 1])
            }
            if mark == UInt8(ascii: "'") { return Self.isCapital(slice[slice.startIndex + length + 1]) && length == 1 }
        }
        return false
    }

    private static let articles = ["al", "el", "ul", "ad", "ar", "as", "at", "az", "an", "ash", "bin", "ibn"]

    /// Longer words are in no list.
    private static let longestKey = 40

    /// Finds a word's shape, and the word in the lists; `key` is room to work in.
    func describe(_ word: inout Tokens.Word, _ range: TextRange, _ key: inout [UInt8]) {
        let slice = bytes[range]
        key.removeAll(keepingCapacity: true)
        var capitals = 0
        var letters = 0
        var isASCII = true
        var last: UInt8 = 0
        for byte in slice {
            var small = byte
            if Self.isLetter(byte) {
                letters += 1
                if Self.isCapital(byte) { capitals += 1 }
                small |= 0x20
            } else if Self.isDigit(byte) {
                word.shape.insert(.digit)
            } else if byte >= 0x80 {
                isASCII = false
                if byte >= 0xD6 { word.shape.insert(.foreign) }
                // *GÁ*: Latin-1's capitals and small letters.
                if last == 0xC3 {
                    letters += 1
                    if byte < 0x9F { capitals += 1 }
                }
            }
            last = byte
            key.append(small)
        }
        if Word.startsWithCapital(slice) || hasArticle(slice) { word.shape.insert(.capital) }
        if capitals > 1, capitals == letters { word.shape.insert(.allCapitals) }
        if slice.last == UInt8(ascii: ".") { word.shape.insert(.dotted) }
        if isASCII { word.mark = Word.mark(of: slice) }
        guard slice.count <= Self.longestKey else { return }
        if !isASCII {
            key.removeAll(keepingCapacity: true)
            Word.append(slice, to: &key)
        }
        guard let entry = lexicon.find(key[...]) ?? (isASCII ? nil : givenName(key[...])) else { return }
        word.entry = Int32(entry)
        word.classes = lexicon.entries[entry].classes
    }

    /// The given name that the lists have without accents.
    private func givenName(_ word: ArraySlice<UInt8>) -> Int? {
        Accents.removed(from: word).flatMap { lexicon.find($0[...]) }.flatMap {
            lexicon.entries[$0].classes.contains(.givenName) ? $0 : nil
        }
    }
}
