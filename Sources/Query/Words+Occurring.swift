extension Words {
    /// Whether a text has these words, as the library's index would say. Linear in the text's length up to the first place.
    public func occur(in text: String) -> Bool {
        let wanted = TextFold.words(of: self.text).map { Array($0.folded.utf8) }
        guard let first = wanted.first else { return false }
        if wanted.count == 1 { return Self.occurs(first, isPrefix: isPrefix, in: text) }
        return Filter(.words(.anywhere, self)).highlighter(for: .text).ranges(in: text).isEmpty == false
    }

    /// The words of a text that begin as this word does, folded, in their order; none for several words. Linear in its length.
    public func beginnings(in text: String) -> [String] {
        let wanted = TextFold.words(of: self.text).map { Array($0.folded.utf8) }
        guard wanted.count == 1, let start = wanted.first, let first = start.first else { return [] }
        let ascii = TextFold.ascii
        var found: [String] = []
        TextFold.forEachRun(in: text) { run, isPlain in
            // Most words are passed over by their first letter; those with other than ASCII are looked at by their characters.
            guard !isPlain || ascii[Int(run[0])] == first else { return }
            TextFold.forEachWord(in: String(decoding: run, as: UTF8.self)) { _, folded in
                if folded.starts(with: start) { found.append(String(decoding: folded, as: UTF8.self)) }
            }
        }
        return found
    }

    private static func occurs(_ wanted: [UInt8], isPrefix: Bool, in text: String) -> Bool {
        var text = text
        return text.withUTF8 { occurs(wanted, isPrefix: isPrefix, in: $0) }
    }

    private static func occurs(_ wanted: [UInt8], isPrefix: Bool, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let ascii = TextFold.ascii
        // How much of the word met now is as wanted; nil when something in it is not.
        var matched: Int? = 0
        var isInside = false
        var at = 0
        while at < utf8.count {
            let byte = utf8[at]
            let folded: TextFold.Folded
            if byte < 0x80 {
                at += 1
                let letter = ascii[Int(byte)]
                if letter != 0, isInside, matched == nil { continue }
                folded = letter == 0 ? .separator : .letter(Unicode.Scalar(letter))
            } else {
                let scalar = scalar(at: &at, in: utf8)
                folded = TextFold.fold(scalar)
            }
            switch folded {
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

    /// The character of several bytes that begins here, in a string's UTF-8, which is sound; moves on behind it.
    private static func scalar(at place: inout Int, in utf8: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
        let lead = utf8[place]
        let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(count))
        for byte in utf8[(place + 1)..<min(utf8.count, place + count)] { value = value << 6 | UInt32(byte & 0x3F) }
        place += count
        return Unicode.Scalar(value) ?? "\u{FFFD}"
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
