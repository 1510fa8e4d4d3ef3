import Glibc

/// A path in the file system: bytes, which need not be UTF-8.
public struct SourcePath: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The bytes as the system has them, without the final NUL.
    public let bytes: [UInt8]

    /// A path of these bytes; what comes after a NUL is no part of it.
    public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes.prefix { $0 != 0 }) }
    /// A path as text has it.
    public init(_ text: String) { self.init(bytes: text.utf8) }
    /// A path as text has it.
    public init(stringLiteral text: String) { self.init(text) }

    /// The path as text: itself where it is UTF-8, otherwise each byte that is not as `\xE9`.
    public var description: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        while let first = rest.first {
            let character = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
            text += character ?? Self.hexEscape(first)
            rest = rest.dropFirst(character?.utf8.count ?? 1)
        }
        return text
    }

    /// Whether there is something; a link to nothing is none.
    public var exists: Bool { withCString { access($0, F_OK) } == 0 }

    /// The path to a name in this folder.
    func appending(_ name: [UInt8]) -> SourcePath {
        SourcePath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
    }

    /// The last component.
    var name: ArraySlice<UInt8> {
        let trimmed = bytes.reversed().drop { $0 == UInt8(ascii: "/") }
        return ArraySlice(trimmed.prefix { $0 != UInt8(ascii: "/") }.reversed())
    }

    /// What follows the name's last dot, in lower case; nil for a name without one (a dot at its begin is none).
    var ending: String? {
        let name = Array(self.name)
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < name.count else { return nil }
        return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    }

    func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
        let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("a path has at least its NUL") }
            return body(start)
        }
    }

    /// A text for one line: control characters as escapes.
    static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result += "\\n"
            case 0x00...0x1F, 0x7F: result += hexEscape(UInt8(scalar.value))
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func hexEscape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
}
