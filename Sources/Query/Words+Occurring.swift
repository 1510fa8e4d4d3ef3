extension Words {
    /// Whether a text has these words, as the library's index would say. Linear in the text's length up to the first place.
    public func occur(in text: String) -> Bool {
        let wanted = TextFold.words(of: self.text).map { Array($0.folded.utf8) }
        guard let first = wanted.first else { return false }
        if wanted.count == 1 { return Self.occurs(first, isPrefix: isPrefix, in: text) }
        return Filter(.words(.anywhere, self)).highlighter(for: .text).ranges(in: text).isEmpty == false
    }

    private static func occurs(_ wanted: [UInt8], isPrefix: Bool, in text: String) -> Bool {
        // How much of the word met now is as wanted; nil when something in it is not.
        var matched: Int? = 0
        var isInside = false
        for scalar in text.unicodeScalars {
            switch TextFold.fold(scalar) {
            case .letter(let letter):
                isInside = true
                guard let count = matched else { continue }
                matched = Self.matched(letter, wanted, count)
                if isPrefix, matched == wanted.count { return true }
            case .diacritic where isInside: break
            case .diacritic, .separator:
                if isInside, matched == wanted.count { return true }
                matched = 0
                isInside = false
            }
        }
        return isInside && matched == wanted.count
    }

    /// How much is matched with one letter more; nil when it is another letter than wanted.
    @inline(__always)
    private static func matched(_ letter: Unicode.Scalar, _ wanted: [UInt8], _ count: Int) -> Int? {
        if letter.value < 0x80 {
            return count < wanted.count && wanted[count] == UInt8(letter.value) ? count + 1 : nil
        }
        var count = count
        for byte in UTF8.encode(letter) ?? .init() {
            guard count < wanted.count, wanted[count] == byte else { return nil }
            count += 1
        }
        return count
    }
}
