/// JSON as it is written: bytes that grow at their end.
///
/// Strings keep their characters, except those that could act on a terminal (C0, DEL, C1, bidirectional controls,
/// invisible ones): these are `\u` escapes, which every JSON parser turns back. So a line may be shown as it is.
struct JSONBytes {
    /// What is written so far, behind ``pieces``.
    var bytes: [UInt8] = []
    /// What was cut off, so that it need not grow any more.
    private(set) var pieces: [[UInt8]] = []

    /// About how many bytes a piece has.
    static let pieceSize = 1 << 18

    /// Cuts off what is written, where it has come to a piece.
    mutating func cut() {
        guard bytes.count >= Self.pieceSize else { return }
        pieces.append(bytes)
        bytes = []
        bytes.reserveCapacity(Self.pieceSize + Self.pieceSize / 8)
    }

    /// Punctuation and keys that need no escape.
    mutating func raw(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// A whole number.
    mutating func number(_ value: Int) {
        guard value >= 0, value < 100_000_000 else {
            bytes.append(contentsOf: String(value).utf8)
            return
        }
        // Up to eight digits from the last to the first, packed so that the first lies lowest.
        var rest = UInt32(truncatingIfNeeded: value)
        var digits: UInt64 = 0
        var count = 0
        repeat {
            digits = digits << 8 | UInt64(rest % 10 + 0x30)
            rest /= 10
            count += 1
        } while rest > 0
        for _ in 0..<count {
            bytes.append(UInt8(truncatingIfNeeded: digits))
            digits >>= 8
        }
    }

    /// A number of thousandths as a decimal with three digits: `0.950`.
    mutating func thousandths(_ value: UInt16) {
        number(Int(value / 1000))
        bytes.append(UInt8(ascii: "."))
        for divisor in [100, 10, 1] as [UInt16] { bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10)) }
    }

    /// A word that needs no escape, such as a kind's name, in quotation marks.
    mutating func word(_ word: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: word.utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A truth value.
    mutating func bool(_ value: Bool) {
        if value { raw("true") } else { raw("false") }
    }

    /// A string in quotation marks.
    mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string($0) }
    }

    /// A string in quotation marks, or `null`.
    mutating func string(_ value: String?) {
        if let value { string(value) } else { raw("null") }
    }

    /// A string of well-formed UTF-8 in quotation marks.
    mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        content(utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A string of any length in quotation marks, cut in pieces.
    mutating func longString(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        while start < utf8.count {
            var end = min(start + Self.pieceSize / 2, utf8.count)
            while end < utf8.count, end > start + 1, utf8[end] & 0xC0 == 0x80 { end -= 1 }
            content(UnsafeBufferPointer(rebasing: utf8[start..<end]))
            cut()
            start = end
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// What stands in a string, without the quotation marks.
    mutating func content(_ utf8: UnsafeBufferPointer<UInt8>) { escape(utf8, isText: true) }

    /// A value that is JSON already, on one line.
    mutating func value(_ json: RawJSON) {
        json.bytes.withUnsafeBufferPointer { escape($0, isText: false) }
    }

    /// Copies runs that need nothing and escapes what lies between. Outside of text, in a whole JSON value, quotation
    /// marks and backslashes are syntax and stay, and a control byte can only be white space.
    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, isText: Bool) {
        var copied = 0
        var at = 0
        while true {
            at = utf8.firstSpecial(from: at)
            guard at < utf8.count else { break }
            let byte = utf8[at]
            let length: Int
            if byte < 0x80 {
                length = isText || byte < 0x20 || byte == 0x7F ? 1 : 0
            } else {
                length = utf8.lengthOfUnseen(at: at)
            }
            guard length > 0 else {
                at += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<at]))
            if isText || byte >= 0x7F {
                escape(utf8.scalar(at: at, length: length))
            } else {
                bytes.append(UInt8(ascii: " "))
            }
            at += length
            copied = at
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
    }

    private mutating func escape(_ scalar: UInt32) {
        switch scalar {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        default:
            guard scalar <= 0xFFFF else {  // As a pair of surrogates.
                escape(0xD800 + (scalar - 0x10000) >> 10)
                escape(0xDC00 + (scalar - 0x10000) & 0x3FF)
                return
            }
            raw("\\u")
            for shift in [12, 8, 4, 0] as [UInt32] {
                let digit = UInt8(scalar >> shift & 0xF)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The next byte from `start` on that JSON or a terminal might not take as it is: a control, a quotation mark, a
    /// backslash, DEL, or one of the lead bytes behind which unseen characters stand. Eight bytes at a time.
    fileprivate func firstSpecial(from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(self)
        var at = start
        while at < count {
            while at + 8 <= count {
                let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                let control = (word &- ones &* 0x20) & ~word
                let quote = word ^ (ones &* 0x22)
                let slash = word ^ (ones &* 0x5C)
                let delete = word ^ (ones &* 0x7F)
                let found =
                    control | (quote &- ones) & ~quote | (slash &- ones) & ~slash | (delete &- ones) & ~delete | word
                guard found & highs == 0 else { break }
                at += 8
            }
            let end = Swift.min(at + 8, count)
            while at < end {
                switch self[at] {
                case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: return at
                default: at += 1
                }
            }
        }
        return count
    }

    /// How many bytes the character takes that begins here, if nobody sees it: C1 controls, the soft hyphen's kin,
    /// bidirectional controls, zero-width characters, line separators, tags. 0 for all others, the joiners of emoji,
    /// Indic and Persian words among them.
    fileprivate func lengthOfUnseen(at index: Int) -> Int {
        let length = self[index] < 0xE0 ? 2 : self[index] < 0xF0 ? 3 : 4
        guard index + length <= count else { return 0 }
        return isUnseen(scalar(at: index, length: length)) ? length : 0
    }

    /// The character of `length` well-formed bytes.
    fileprivate func scalar(at index: Int, length: Int) -> UInt32 {
        guard length > 1 else { return UInt32(self[index]) }
        var value = UInt32(self[index]) & (0x7F >> UInt32(length))
        for byte in self[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
        return value
    }
}

/// Whether a character acts on a terminal or on the order of text without being seen. Not the zero-width joiner and
/// non-joiner, which belong to words and emoji.
func isUnseen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x180E: true
    case 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: false
    }
}
