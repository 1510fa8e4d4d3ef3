/// Takes XML apart as it is met on the web: elements with their attributes, text, CDATA. Any bytes are taken; what is not well
/// formed is passed over, and end tags that fit nothing are the reader's to judge.
///
/// Only the five entities of XML and numeric ones are known; others stay as they stand. Document types are passed over, so
/// nothing can be made to expand. Linear.
struct XMLScanner {
    /// A piece of a document.
    enum Token: Equatable {
        /// An element begins; names are without their prefix, but `content:encoded` keeps its own.
        case start(String, [String: String])
        /// An element ends.
        case end(String)
        /// Text between tags, decoded.
        case text(String)
    }

    private let bytes: [UInt8]
    private var at = 0
    /// The end of an element that closed itself.
    private var pending: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece; nil at the end.
    mutating func next() -> Token? {
        if let name = pending {
            pending = nil
            return .end(name)
        }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else { return .text(text()) }
            if has("<!--") {
                skip(behind: "-->")
            } else if has("<![CDATA[") {
                at += 9
                let start = at
                skip(behind: "]]>")
                let end = at <= bytes.count && has("]]>", at: at - 3) ? at - 3 : at
                return .text(String(decoding: bytes[start..<max(start, end)], as: UTF8.self))
            } else if has("<?") {
                skip(behind: "?>")
            } else if has("<!") {
                skipDeclaration()
            } else if let token = tag() {
                return token
            }
        }
        return nil
    }

    private func has(_ word: StaticString, at place: Int? = nil) -> Bool {
        let start = place ?? at
        guard start >= 0, start + word.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
    }

    private mutating func skip(behind word: StaticString) {
        while at < bytes.count, !has(word) { at += 1 }
        at = min(bytes.count, at + word.utf8CodeUnitCount)
    }

    /// `<!DOCTYPE … [ … ]>`
    private mutating func skipDeclaration() {
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0:
                at += 1
                return
            default: break
            }
            at += 1
        }
    }

    private mutating func text() -> String {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        return XMLText.decoded(bytes[start..<at])
    }

    /// The tag that begins here; nil for a `<` that begins none, which is passed over.
    private mutating func tag() -> Token? {
        at += 1
        let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let name = self.name()
        guard !name.isEmpty else { return nil }
        var attributes: [String: String] = [:]
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
            if bytes[at] == UInt8(ascii: "/") {
                if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">"), !isEnd { pending = name }
                at += 1
                continue
            }
            let key = self.name()
            guard !key.isEmpty else {
                at += 1
                continue
            }
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
                attributes[key] = ""
                continue
            }
            at += 1
            skipSpace()
            attributes[key] = value()
        }
        at = min(bytes.count, at + 1)
        return isEnd ? .end(name) : .start(name, attributes)
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }

    private mutating func name() -> String {
        let start = at
        while at < bytes.count, bytes[at] > 0x20, !"<>/=\"'".utf8.contains(bytes[at]) { at += 1 }
        let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        if name == "content:encoded" { return name }
        return name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private mutating func value() -> String {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else { return name() }
        let mark = bytes[at]
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != mark { at += 1 }
        let value = XMLText.decoded(bytes[start..<at])
        at = min(bytes.count, at + 1)
        return value
    }
}

/// Text in markup.
enum XMLText {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ldquo": "“", "rdquo": "”",
        "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "bdquo": "„", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
        "hellip": "…", "eacute": "é", "egrave": "è", "agrave": "à", "aacute": "á", "iacute": "í", "oacute": "ó",
        "uacute": "ú", "ntilde": "ñ", "ccedil": "ç", "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "pound": "£",
        "euro": "€", "copy": "©", "deg": "°", "shy": "\u{AD}", "middot": "·", "bull": "•", "times": "×",
    ]

    /// The characters that references stand for, where they stand for some.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] == UInt8(ascii: "&"),
                let end = bytes[at..<min(at + 12, bytes.endIndex)].firstIndex(of: UInt8(ascii: ";")),
                let character = character(String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
            {
                result += character.utf8
                at = end + 1
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func character(_ name: String) -> String? {
        guard name.first == "#" else { return named[name] }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map { String(Character($0)) }
    }
}
