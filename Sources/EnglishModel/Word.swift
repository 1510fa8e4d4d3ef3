/// Letters as the lists know them.
public enum Word {
    /// The bytes in lower case: ASCII, and the Latin-1, Latin Extended-A, Greek and Cyrillic letters of two bytes whose
    /// small letter is of two bytes as well. A curly apostrophe becomes a straight one. Linear.
    public static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        append(bytes, to: &result)
        return result
    }

    /// Appends the bytes in lower case.
    public static func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
        // Most words are ASCII alone: they are taken whole and made small where they are.
        let first = result.count
        result.append(contentsOf: bytes)
        let isASCII = result.withUnsafeMutableBufferPointer { result in
            var all: UInt8 = 0
            for at in first..<result.count {
                let byte = result[at]
                all |= byte
                result[at] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
            }
            return all < 0x80
        }
        if isASCII { return }
        result.removeLast(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 0x41...0x5A: result.append(byte | 0x20)
            case ..<0x80: result.append(byte)
            case 0xC3, 0xC4, 0xC5, 0xCE, 0xD0:
                guard let next = rest.next() else {
                    result.append(byte)
                    break
                }
                let small = lowercased(byte, next)
                result.append(small.0)
                result.append(small.1)
            case 0xE2:
                guard let second = rest.next() else {
                    result.append(byte)
                    break
                }
                guard let third = rest.next() else {
                    result.append(byte)
                    result.append(second)
                    break
                }
                if second == 0x80, third == 0x99 || third == 0x98 {
                    result.append(UInt8(ascii: "'"))
                } else {
                    result.append(byte)
                    result.append(second)
                    result.append(third)
                }
            default: result.append(byte)
            }
        }
    }

    private static func lowercased(_ lead: UInt8, _ next: UInt8) -> (UInt8, UInt8) {
        switch lead {
        case 0xC3 where (0x80...0x9E).contains(next) && next != 0x97: (lead, next + 0x20)
        case 0xC4, 0xC5:
            isEvenCapital(lead, next) ? (lead, next + 1) : isOddCapital(lead, next) ? (lead, next + 1) : (lead, next)
        case 0xCE where (0x91...0x9F).contains(next): (lead, next + 0x20)
        case 0xD0 where (0x90...0x9F).contains(next): (lead, next + 0x20)
        case 0xD0 where (0xA0...0xAF).contains(next): (0xD1, next - 0x20)
        case 0xD0 where (0x80...0x8F).contains(next): (0xD1, next + 0x10)
        default: (lead, next)
        }
    }

    /// Latin Extended-A pairs a capital at an even code with its small letter after it, but from U+0139 to U+0148 and
    /// from U+0179 to U+017E at an odd one.
    private static func isEvenCapital(_ lead: UInt8, _ next: UInt8) -> Bool {
        let code = Int(lead & 0x1F) << 6 | Int(next & 0x3F)
        return code % 2 == 0 && ((0x100...0x137).contains(code) || (0x14A...0x177).contains(code)) && code != 0x130
    }

    private static func isOddCapital(_ lead: UInt8, _ next: UInt8) -> Bool {
        let code = Int(lead & 0x1F) << 6 | Int(next & 0x3F)
        return code % 2 == 1 && ((0x139...0x147).contains(code) || (0x179...0x17D).contains(code))
    }

    /// A number of twelve bits by which most other words can be told from this one, its case left out; nil for words that are
    /// not ASCII.
    public static func mark(of bytes: ArraySlice<UInt8>) -> UInt16? {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes {
            guard byte < 0x80 else { return nil }
            let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            hash = (hash ^ UInt32(small)) &* 0x0100_0193
        }
        return UInt16(hash >> 20)
    }

    static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// Whether the letter that these bytes begin with is a capital.
    public static func startsWithCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if first < 0x80 { return (0x41...0x5A).contains(first) }
        let next = bytes.index(after: bytes.startIndex)
        guard next < bytes.endIndex else { return false }
        let second = bytes[next]
        switch first {
        case 0xC3, 0xC4, 0xC5, 0xCE, 0xD0: return lowercased(first, second) != (first, second)
        default: return false
        }
    }
}
