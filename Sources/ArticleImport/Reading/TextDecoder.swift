import Glibc

/// Bytes of a text file → text: decoded, line ends as `\n`, NULs dropped.
///
/// In this order: a byte order mark decides; UTF-16 without one is known by its NULs; valid UTF-8 is UTF-8; UTF-8 with a
/// few bad bytes gets U+FFFD for each (as the WHATWG Encoding Standard does); all else is Windows-1252, of which Latin-1
/// is a part. Linear; takes the text's length once more, twice where something is to be changed.
enum TextDecoder {
    static func text(of bytes: [UInt8]) throws(ImportProblem.Reason) -> String {
        switch ByteOrderMark(bytes) {
        case .utf8?: return try text(of: Array(bytes.dropFirst(3)))
        case .utf16(let bigEndian)?: return try utf16(bytes.dropFirst(2), bigEndian: bigEndian)
        case nil: break
        }
        if let kind = FileSignature.name(of: bytes.span) { throw .notText(kind) }
        let controls = bytes.span.controlCharacters
        if controls.nul > 0, let bigEndian = utf16Order(of: bytes.span, nul: controls.nul) {
            return try utf16(bytes[...], bigEndian: bigEndian)
        }
        // Text has hardly any: a stray NUL, colours of a terminal, a form feed.
        if (controls.nul + controls.others) * 20 > bytes.count { throw .notText("binary data") }
        let text: String
        if let valid = String(validating: bytes, as: UTF8.self) {
            text = valid
        } else if bytes.span.isMostlyUTF8 {
            text = String(decoding: bytes, as: UTF8.self)
        } else {
            // Western European text has few letters beyond ASCII; other scripts' code pages have little else.
            let high = bytes.reduce(into: 0) { $0 += $1 >= 0x80 ? 1 : 0 }
            if bytes.count >= 16, high * 5 > bytes.count * 2 { throw .unknownEncoding }
            text = Windows1252.text(of: bytes)
        }
        return clean(text)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) throws(ImportProblem.Reason) -> String {
        var converter = UTF16Converter(bigEndian: bigEndian)
        let converted = converter.convert(bytes) + converter.finish()
        let controls = converted.span.controlCharacters
        if (controls.nul + controls.others) * 20 > converted.count { throw .notText("binary data") }
        return clean(String(decoding: converted, as: UTF8.self))
    }

    /// UTF-16 of Western text has a NUL in every unit, always on the same side.
    private static func utf16Order(of bytes: Span<UInt8>, nul: Int) -> Bool? {
        guard bytes.count >= 4, nul * 3 > bytes.count else { return nil }
        let even = stride(from: 0, to: min(bytes.count, 4096), by: 2).reduce(into: 0) { $0 += bytes[$1] == 0 ? 1 : 0 }
        let odd = stride(from: 1, to: min(bytes.count, 4096), by: 2).reduce(into: 0) { $0 += bytes[$1] == 0 ? 1 : 0 }
        if odd > even * 8 { return false }
        if even > odd * 8 { return true }
        return nil
    }

    /// Line ends as `\n`, without NULs. The text itself where there is nothing to change.
    private static func clean(_ text: String) -> String {
        var text = text
        let isClean = text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return true }
            return memchr(start, 0x0D, bytes.count) == nil && memchr(start, 0, bytes.count) == nil
        }
        if isClean { return text }
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { result in
                var count = 0
                for (index, byte) in bytes.enumerated() where byte != 0 {
                    // Of "\r\n" only the second is kept.
                    if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
                    result[count] = byte == 0x0D ? 0x0A : byte
                    count += 1
                }
                return count
            }
        }
    }
}

extension Span<UInt8> {
    /// How many NULs there are, and how many other control characters that text does not have.
    fileprivate var controlCharacters: (nul: Int, others: Int) {
        var nul = 0
        var others = 0
        for index in indices where self[index] < 0x20 {
            switch self[index] {
            case 0: nul += 1
            case 0x09...0x0D, 0x1B, 0x08: break
            default: others += 1
            }
        }
        return (nul, others)
    }

    /// Whether more characters beyond ASCII are right UTF-8 than wrong.
    fileprivate var isMostlyUTF8: Bool {
        var right = 0
        var wrong = 0
        var at = 0
        while at < count {
            guard self[at] >= 0x80 else {
                at += 1
                continue
            }
            let length = sequenceLength(at: at)
            if length > 0 { right += 1 } else { wrong += 1 }
            at += Swift.max(1, length)
        }
        return right > wrong
    }

    /// The length of the UTF-8 sequence that begins at `at`; 0 when it is wrong. One cut off by the end counts as right.
    private func sequenceLength(at: Int) -> Int {
        let length =
            switch self[at] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        for next in (at + 1)..<Swift.max(at + 1, Swift.min(at + length, count)) where self[next] & 0xC0 != 0x80 { return 0 }
        return Swift.min(length, count - at)
    }
}
