/// What bytes of UTF-8 are letters, spaces and punctuation, as the tokenizer sees them.
extension Tokenizer {
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) && byte < 0x80 }

    /// The bytes of the character that begins with `lead`, no more than there are.
    static func width(_ lead: UInt8, _ at: Int, _ end: Int) -> Int {
        let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        return min(width, end - at)
    }

    /// The width of the white space at `at`: controls, spaces of all widths, the byte order mark; 0 for none.
    static func spaceWidth(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
        let byte = bytes[at]
        if byte <= 0x20 || byte == 0x7F { return 1 }
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return 0 }
        if byte == 0xC2 { return at + 1 < end && (bytes[at + 1] == 0xA0 || bytes[at + 1] == 0x85) ? 2 : 0 }
        guard at + 2 < end else { return 0 }
        switch (byte, bytes[at + 1], bytes[at + 2]) {
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF), (0xE3, 0x80, 0x80),
            (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    }

    /// Whether the character at `at`, which is not ASCII, is the right single mark that serves as an apostrophe.
    static func isRightSingle(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
        at + 2 < end && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
    }

    /// Whether a letter or digit begins at `at`.
    static func isWordStart(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
        guard at < end else { return false }
        let byte = bytes[at]
        if byte < 0x80 { return isLetter(byte) || isDigit(byte) }
        return spaceWidth(bytes, at, end) == 0 && punctuation(bytes, at, end).0 == .word
    }

    /// How East Asian scripts take turns inside a text without spaces.
    enum EastAsian {
        case none
        case ideograph
        case hiragana
        case katakana
    }

    /// The East Asian script of the character at `at`.
    static func eastAsian(_ bytes: [UInt8], _ at: Int, _ end: Int) -> EastAsian {
        guard at + 2 < end else { return .none }
        switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
        case (0xE3, 0x80, 0x85), (0xE3, 0x90..., _), (0xE4...0xE9, _, _): return .ideograph
        case (0xE3, 0x81, _), (0xE3, 0x82, ..<0xA0): return .hiragana
        case (0xE3, 0x82, _), (0xE3, 0x83, _): return .katakana
        default: return .none
        }
    }

    /// What the character at `at`, which is not ASCII, is; a word's letter unless it is punctuation.
    static func punctuation(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (Token.Kind, MarkStyle, Int) {
        let width = width(bytes[at], at, end)
        let second = at + 1 < end ? bytes[at + 1] : 0
        let third = at + 2 < end ? bytes[at + 2] : 0
        switch (bytes[at], second, third) {
        case (0xC2, 0xAB, _): return (.mark, .leftGuillemet, 2)
        case (0xC2, 0xBB, _): return (.mark, .rightGuillemet, 2)
        case (0xC2, 0xAA, _), (0xC2, 0xB5, _), (0xC2, 0xBA, _): return (.word, .none, 2)
        case (0xC2, _, _), (0xC3, 0x97, _), (0xC3, 0xB7, _): return (.symbol, .none, width)
        case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91): return (.word, .none, 3)  // Hyphens.
        case (0xE2, 0x80, 0x92...0x95): return (.dash, .none, 3)
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x9B): return (.mark, .leftSingle, 3)
        case (0xE2, 0x80, 0x99): return (.mark, .rightSingle, 3)
        case (0xE2, 0x80, 0x9A): return (.mark, .lowSingle, 3)
        case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9F): return (.mark, .leftDouble, 3)
        case (0xE2, 0x80, 0x9D): return (.mark, .rightDouble, 3)
        case (0xE2, 0x80, 0x9E): return (.mark, .lowDouble, 3)
        case (0xE2, 0x80, 0xA6): return (.stop, .none, 3)
        case (0xE2, 0x80, 0xB9): return (.mark, .leftGuillemet, 3)
        case (0xE2, 0x80, 0xBA): return (.mark, .rightGuillemet, 3)
        case (0xE2, 0x80...0xAF, _): return (.symbol, .none, width)
        case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C), (0xD8, 0x8C, _): return (.comma, .none, width)
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xD8, 0x9F, _), (0xDB, 0x94, _),
            (0xE0, 0xA5, 0xA4):
            return (.stop, .none, width)
        case (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x88), (0xEF, 0xBC, 0x88): return (.openBracket, .none, width)
        case (0xE3, 0x80, 0x8B), (0xE3, 0x80, 0x89), (0xEF, 0xBC, 0x89): return (.closeBracket, .none, width)
        case (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E): return (.mark, .leftCorner, 3)
        case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): return (.mark, .rightCorner, 3)
        case (0xEF, 0xBC, 0x9A): return (.colon, .none, 3)
        case (0xEF, 0xBC, 0x82): return (.mark, .straightDouble, 3)
        case (0xF0, 0x9F, _): return (.symbol, .none, width)
        default: return (.word, .none, width)
        }
    }
}
