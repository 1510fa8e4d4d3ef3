/// What is wrong with JSON, and where.
struct JSONError: Error, Equatable {
    /// What was expected or found, in a few words.
    var what: String
    /// The offset of the byte where it went wrong.
    var at: Int
}

/// Reads JSON (RFC 8259, strictly) from bytes that are valid UTF-8, value by value, decoding only what is asked for.
///
/// Every function takes the bytes, begins at ``at`` and leaves ``at`` behind what it read. Linear; nesting is bounded.
struct JSONScanner {
    /// How deep arrays and objects may nest.
    static let maximumDepth = 256

    /// The offset of the next byte.
    var at: Int

    init(at: Int = 0) { self.at = at }

    mutating func skipWhiteSpace(_ bytes: Span<UInt8>) {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    /// The next byte that is not white space, which stays; nil at the end.
    mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
        skipWhiteSpace(bytes)
        return at < bytes.count ? bytes[at] : nil
    }

    /// Passes over `byte` if it comes next.
    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard peek(bytes) == byte else { return false }
        at += 1
        return true
    }

    mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(JSONError) {
        guard take(byte, bytes) else { throw expected("'\(Character(Unicode.Scalar(byte)))'", bytes) }
    }

    /// Passes over a value of any kind; gives where it stands.
    @discardableResult
    mutating func value(_ bytes: Span<UInt8>, depth: Int = 0) throws(JSONError) -> Range<Int> {
        let first = peek(bytes)
        let start = at
        switch first {
        case UInt8(ascii: "\"")?: try skipString(bytes)
        case UInt8(ascii: "{")?: try members(bytes, depth: depth) { _, _ throws(JSONError) in false }
        case UInt8(ascii: "[")?: try elements(bytes, depth: depth) { _ throws(JSONError) in false }
        case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: try number(bytes)
        case UInt8(ascii: "t")?: try literal("true", bytes)
        case UInt8(ascii: "f")?: try literal("false", bytes)
        case UInt8(ascii: "n")?: try literal("null", bytes)
        default: throw expected("a value", bytes)
        }
        return start..<at
    }

    /// An object's members: `body` gets the scanner in front of each value and the member's name, and says whether it has
    /// read the value; otherwise it is passed over.
    mutating func members(
        _ bytes: Span<UInt8>, depth: Int,
        _ body: (inout JSONScanner, String) throws(JSONError) -> Bool
    ) throws(JSONError) {
        try expect(UInt8(ascii: "{"), bytes)
        guard depth < Self.maximumDepth else { throw JSONError(what: "it nests too deeply", at: at) }
        if take(UInt8(ascii: "}"), bytes) { return }
        repeat {
            guard peek(bytes) == UInt8(ascii: "\"") else { throw expected("a member's name", bytes) }
            let name = try string(bytes)
            try expect(UInt8(ascii: ":"), bytes)
            if try !body(&self, name) { try value(bytes, depth: depth + 1) }
        } while take(UInt8(ascii: ","), bytes)
        guard take(UInt8(ascii: "}"), bytes) else { throw expected("',' or '}'", bytes) }
    }

    /// An array's elements: as ``members(_:depth:_:)``.
    mutating func elements(
        _ bytes: Span<UInt8>, depth: Int, _ body: (inout JSONScanner) throws(JSONError) -> Bool
    ) throws(JSONError) {
        try expect(UInt8(ascii: "["), bytes)
        guard depth < Self.maximumDepth else { throw JSONError(what: "it nests too deeply", at: at) }
        if take(UInt8(ascii: "]"), bytes) { return }
        repeat {
            if try !body(&self) { try value(bytes, depth: depth + 1) }
        } while take(UInt8(ascii: ","), bytes)
        guard take(UInt8(ascii: "]"), bytes) else { throw expected("',' or ']'", bytes) }
    }

    // MARK: Strings

    /// A string, decoded: code point for code point what stands there.
    mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
        let start = at + 1
        let hasEscapes = try skipString(bytes)
        let content = bytes.extracting(start..<(at - 1))
        if !hasEscapes { return content.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
        return try unescaped(content, from: start)
    }

    /// Passes over a string; says whether there are escapes in it. These are not looked into.
    @discardableResult
    private mutating func skipString(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
        let start = at
        var hasEscapes = false
        at += 1
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return hasEscapes
            case UInt8(ascii: "\\"):
                hasEscapes = true
                at += 1
                guard at < bytes.count else { break }
                switch bytes[at] {
                case UInt8(ascii: "u"):
                    for digit in 1...4 where at + digit >= bytes.count || bytes[at + digit].hexValue == nil {
                        throw JSONError(what: "four hexadecimal digits expected", at: at + digit)
                    }
                    at += 5
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                    UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                    at += 1
                default: throw JSONError(what: "there is no such escape", at: at)
                }
            case ..<0x20: throw JSONError(what: "a control character in a string", at: at)
            default: at += 1
            }
        }
        throw JSONError(what: "a string without an end", at: start)
    }

    /// The content of a string whose escapes are known to be well formed; `base` is its offset.
    private func unescaped(_ content: Span<UInt8>, from base: Int) throws(JSONError) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var at = 0
        while at < content.count {
            let plain = at
            while at < content.count, content[at] != UInt8(ascii: "\\") { at += 1 }
            if at > plain { content.extracting(plain..<at).withUnsafeBufferPointer { result.append(contentsOf: $0) } }
            if at == content.count { break }
            let start = at
            at += 2
            switch content[start + 1] {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                var unit = content.hexUnit(at: at)
                at += 4
                if 0xD800...0xDBFF ~= unit, at + 6 <= content.count, content[at] == UInt8(ascii: "\\"),
                    content[at + 1] == UInt8(ascii: "u")
                {
                    let low = content.hexUnit(at: at + 2)
                    if 0xDC00...0xDFFF ~= low {
                        unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
                        at += 6
                    }
                }
                guard !(0xD800...0xDFFF ~= unit) else { throw JSONError(what: "half a surrogate pair", at: base + start) }
                result.appendUTF8(unit)
            case let byte: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    // MARK: Numbers and literals

    private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) {
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: "0") { at += 1 } else { try digits(bytes) }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            try digits(bytes)
        }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            try digits(bytes)
        }
    }

    private mutating func digits(_ bytes: Span<UInt8>) throws(JSONError) {
        let start = at
        while at < bytes.count, bytes[at].isASCIIDigit { at += 1 }
        if at == start { throw expected("a digit", bytes) }
    }

    private mutating func literal(_ word: StaticString, _ bytes: Span<UInt8>) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard at < bytes.count, bytes[at] == word.utf8Start[index] else { throw expected("a value", bytes) }
            at += 1
        }
    }

    func expected(_ what: String, _ bytes: Span<UInt8>) -> JSONError {
        JSONError(what: at < bytes.count ? "\(what) expected" : "\(what) expected, but it ends", at: at)
    }
}

extension UInt8 {
    fileprivate var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}

extension Span<UInt8> {
    /// Four hexadecimal digits, known to be there.
    fileprivate func hexUnit(at: Int) -> UInt32 {
        (0..<4).reduce(into: 0) { $0 = $0 << 4 | UInt32(self[at + $1].hexValue ?? 0) }
    }
}
