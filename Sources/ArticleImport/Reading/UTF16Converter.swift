/// A mark at a file's begin that says how it is encoded.
enum ByteOrderMark: Equatable {
    case utf8
    case utf16(bigEndian: Bool)

    init?(_ bytes: some Collection<UInt8>) {
        let start = Array(bytes.prefix(3))
        if start == [0xEF, 0xBB, 0xBF] {
            self = .utf8
        } else if start.starts(with: [0xFF, 0xFE]) {
            self = .utf16(bigEndian: false)
        } else if start.starts(with: [0xFE, 0xFF]) {
            self = .utf16(bigEndian: true)
        } else {
            return nil
        }
    }
}

/// UTF-16 in pieces of any length to UTF-8 (Unicode 16, section 3.9). Lone surrogates and half a unit become U+FFFD.
struct UTF16Converter {
    private let bigEndian: Bool
    private var half: UInt8?
    private var high: UInt16?

    init(bigEndian: Bool) { self.bigEndian = bigEndian }

    /// The UTF-8 of a piece, as far as its characters are complete.
    mutating func convert(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        for byte in bytes {
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            append(bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first), to: &result)
        }
        return result
    }

    /// The UTF-8 of what is left at the end.
    mutating func finish() -> [UInt8] {
        defer { (half, high) = (nil, nil) }
        return half == nil && high == nil ? [] : [0xEF, 0xBF, 0xBD]
    }

    private mutating func append(_ unit: UInt16, to result: inout [UInt8]) {
        if let first = high {
            high = nil
            if UTF16.isTrailSurrogate(unit) {
                result.appendUTF8(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
                return
            }
            result.appendUTF8(0xFFFD)
        }
        if UTF16.isLeadSurrogate(unit) {
            high = unit
        } else {
            result.appendUTF8(UTF16.isTrailSurrogate(unit) ? 0xFFFD : UInt32(unit))
        }
    }
}

extension [UInt8] {
    /// Appends a scalar's UTF-8 (RFC 3629); `value` is no surrogate and at most U+10FFFF.
    mutating func appendUTF8(_ value: UInt32) {
        switch value {
        case ..<0x80: append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        case ..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }
}
