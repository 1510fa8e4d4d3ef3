public import DocumentModel

/// Folds text as the library's index does: SQLite FTS5's tokenizer `unicode61 remove_diacritics 2`
/// (https://sqlite.org/fts5.html#unicode61_tokenizer). Letters and digits make words, everything else parts them; case,
/// and accents on Latin letters, make no difference.
public enum TextFold {
    /// A word, where it stands and as the index knows it.
    public struct Word: Sendable, Equatable {
        /// UTF-8 offsets into the text.
        public var range: TextRange
        /// Folded.
        public var folded: String
    }

    /// The words of a text. Linear in its length.
    public static func words(of text: String) -> [Word] {
        var words: [Word] = []
        forEachWord(in: text) { range, folded in
            words.append(Word(range: range, folded: String(decoding: folded, as: UTF8.self)))
        }
        return words
    }

    /// The folded words, one space between each.
    public static func folded(_ text: String) -> String { String(decoding: foldedBytes(text), as: UTF8.self) }

    /// The bytes of the folded words, one space between each.
    public static func foldedBytes(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        forEachWord(in: text) { _, folded in
            if !result.isEmpty { result.append(0x20) }
            result.append(contentsOf: folded)
        }
        return result
    }

    /// Whether the index finds anything to look for in a text.
    public static func hasWords(_ text: String) -> Bool { text.unicodeScalars.contains { fold($0).isWordPart } }

    /// Gives each word's place and folded bytes.
    @inline(__always)
    static func forEachWord(in text: String, _ body: (TextRange, ArraySlice<UInt8>) -> Void) {
        var text = text
        let ascii = ascii
        text.withUTF8 { utf8 in
            var folded: [UInt8] = []
            folded.reserveCapacity(32)
            var start = 0
            var at = 0
            func end() {
                if !folded.isEmpty { body(start..<at, folded[...]) }
                folded.removeAll(keepingCapacity: true)
            }
            while at < utf8.count {
                if utf8[at] < 0x80 {
                    let letter = ascii[Int(utf8[at])]
                    if letter == 0 {
                        end()
                    } else {
                        if folded.isEmpty { start = at }
                        folded.append(letter)
                    }
                    at += 1
                    continue
                }
                let (scalar, width) = scalar(utf8, at)
                switch foldBeyondASCII(scalar) {
                case .letter(let letter):
                    if folded.isEmpty { start = at }
                    letter.append(to: &folded)
                case .diacritic where !folded.isEmpty: break
                case .diacritic, .separator: end()
                }
                at += width
            }
            end()
        }
    }

    /// The character beyond ASCII that begins here in the bytes of a string, and how many bytes it has.
    private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(utf8[at])
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (0x7F >> UInt32(width))
        for next in 1..<width { value = value << 6 | UInt32(utf8[at + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }

    /// Gives the first two bytes of each word, folded: the second is 0 in a word of one letter. Words that begin with other than
    /// ASCII are passed over; a second byte from 0x80 on is a part of a letter. Linear in the text's length, and quick.
    public static func forEachBeginning(in text: String, _ body: (UInt8, UInt8) -> Void) {
        let ascii = ascii
        forEachRun(in: text) { run, isPlain in
            if isPlain {
                body(ascii[Int(run[0])], run.count > 1 ? ascii[Int(run[1])] : 0)
            } else {
                forEachWord(in: String(decoding: run, as: UTF8.self)) { _, folded in
                    let start = folded.prefix(2)
                    if let first = start.first, first < 0x80 { body(first, start.dropFirst().first ?? 0) }
                }
            }
        }
    }

    /// Gives the runs of bytes without a character of ASCII that parts words, none of them empty, and whether all of a run is
    /// ASCII: it is one word then, else perhaps several. Linear in the text's length, and quick.
    @inline(__always)
    static func forEachRun(in text: String, _ body: (_ run: UnsafeBufferPointer<UInt8>, _ isPlain: Bool) -> Void) {
        var text = text
        let ascii = ascii
        text.withUTF8 { utf8 in
            var at = 0
            while at < utf8.count {
                let start = at
                var isPlain = true
                while at < utf8.count, utf8[at] >= 0x80 || ascii[Int(utf8[at])] != 0 {
                    if utf8[at] >= 0x80 { isPlain = false }
                    at += 1
                }
                if start < at { body(UnsafeBufferPointer(rebasing: utf8[start..<at]), isPlain) }
                at += 1
            }
        }
    }

    /// What a character is to the index.
    enum Folded: Equatable {
        case letter(Unicode.Scalar)
        /// Passed over inside a word.
        case diacritic
        case separator

        var isWordPart: Bool { if case .letter = self { true } else { false } }
    }

    /// For each character of ASCII its folded letter or digit; 0 for those that part words.
    static let ascii: [UInt8] = (0..<0x80).map { value in
        switch UInt8(value) {
        case 0x61...0x7A, 0x30...0x39: UInt8(value)
        case 0x41...0x5A: UInt8(value) + 0x20
        default: 0
        }
    }

    @inline(__always)
    static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: .letter(scalar)
        case 0x41...0x5A: .letter(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case 0x00...0x7F: .separator
        default: foldBeyondASCII(scalar)
        }
    }

    private static func foldBeyondASCII(_ scalar: Unicode.Scalar) -> Folded {
        // Dashes, quotation marks and dots: by far the most there are.
        if (0x2010...0x2027).contains(scalar.value) { return .separator }
        if let base = bases[scalar] { return .letter(base) }
        if diacritics.contains(scalar.value) { return .diacritic }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter where (0x13A0...0x13F5).contains(scalar.value): return .letter(scalar)  // Cherokee.
        case .uppercaseLetter, .titlecaseLetter, .letterNumber:
            // Simple case folding (Unicode, CaseFolding.txt, C and S): one letter for one letter.
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            guard lower.count == 1, let first = lower.first else { return .letter(scalar) }
            return .letter(bases[first] ?? first)
        case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .otherNumber, .privateUse:
            return .letter(scalar)
        default: return .separator
        }
    }

    /// The combining marks that the index passes over.
    private static let diacritics: Set<UInt32> = [
        0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x309, 0x30A, 0x30B, 0x30C, 0x30F, 0x311, 0x31B, 0x323,
        0x324,
        0x325, 0x326, 0x327, 0x328, 0x32D, 0x32E, 0x330, 0x331,
    ]

    /// Accented Latin letters in their lower case, and the Greek letters of two forms.
    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        let table: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăąǎǟǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
            ("b", "ḃḅḇ"),
            ("c", "çćĉċčḉ"),
            ("d", "ďḋḍḏḑḓ"),
            ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
            ("f", "ḟ"),
            ("g", "ĝğġģǧǵḡ"),
            ("h", "ĥȟḣḥḧḩḫẖ"),
            ("i", "ìíîïĩīĭįİǐȉȋḭḯỉị"),
            ("j", "ĵǰ"),
            ("k", "ķǩḱḳḵ"),
            ("l", "ĺļľḷḹḻḽ"),
            ("m", "ḿṁṃ"),
            ("n", "ñńņňǹṅṇṉṋ"),
            ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
            ("p", "ṕṗ"),
            ("r", "ŕŗřȑȓṙṛṝṟ"),
            ("s", "śŝşšſșṡṣṥṧṩẛ"),
            ("t", "ţťțṫṭṯṱẗ"),
            ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
            ("v", "ṽṿ"),
            ("w", "ŵẁẃẅẇẉẘ"),
            ("x", "ẋẍ"),
            ("y", "ýÿŷȳẏẙỳỵỷỹ"),
            ("z", "źżžẑẓẕ"),
            ("β", "ϐ"),
            ("ε", "ϵ"),
            ("θ", "ϑ"),
            ("ι", "\u{1FBE}"),
            ("κ", "ϰ"),
            ("μ", "µ"),
            ("π", "ϖ"),
            ("ρ", "ϱ"),
            ("σ", "ς"),
            ("φ", "ϕ"),
        ]
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (base, letters) in table {
            for letter in letters.unicodeScalars { bases[letter] = base }
        }
        return bases
    }()
}

extension Unicode.Scalar {
    /// Appends the character's UTF-8 bytes.
    @inline(__always)
    fileprivate func append(to bytes: inout [UInt8]) {
        if value < 0x80 { bytes.append(UInt8(value)) } else { bytes.append(contentsOf: UTF8.encode(self) ?? .init()) }
    }
}
