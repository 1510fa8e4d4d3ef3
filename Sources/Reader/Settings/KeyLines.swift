/// On which line of a TOML text each key and each element of an array stands. TOMLKit gives positions for mistakes of
/// syntax alone; a wrong value needs one too. Made for text that has parsed: of other text it finds what it can.
struct KeyLines {
    /// Lines from 1, by path: keys, and indices of elements in decimal.
    private var lines: [[String]: Int] = [:]
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        var table: [String] = []
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        while true {
            skipBlanks(andLineEnds: true)
            guard let byte = current else { break }
            if byte == UInt8(ascii: "[") {
                table = header()
            } else {
                pair(in: table)
            }
            skipLine()
        }
    }

    /// The line of the key or element at a path, or of the nearest around it that has one.
    func line(of path: [String]) -> Int? {
        var path = path[...]
        while !path.isEmpty {
            if let line = lines[Array(path)] { return line }
            path.removeLast()
        }
        return nil
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func advance() {
        if current == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    private mutating func skip(_ byte: Character) -> Bool {
        guard current == byte.asciiValue else { return false }
        advance()
        return true
    }

    private mutating func skipBlanks(andLineEnds: Bool) {
        while let byte = current {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): advance()
            case UInt8(ascii: "\n") where andLineEnds: advance()
            case UInt8(ascii: "#") where andLineEnds: skipLine()
            default: return
            }
        }
    }

    private mutating func skipLine() {
        while let byte = current, byte != UInt8(ascii: "\n") { advance() }
    }

    private mutating func note(_ path: [String]) {
        if lines[path] == nil { lines[path] = line }
    }

    /// `[a.b]` or `[[a.b]]`: the path of the keys below it; each element of an array of tables has its number in it.
    private mutating func header() -> [String] {
        advance()
        let isElement = skip("[")
        var path = key()
        note(path)
        if isElement {
            var number = 0
            while lines[path + ["\(number)"]] != nil { number += 1 }
            path.append("\(number)")
            note(path)
        }
        return path
    }

    private mutating func pair(in table: [String]) {
        let first = line
        var path = table
        for part in key() {
            path.append(part)
            if lines[path] == nil { lines[path] = first }
        }
        skipBlanks(andLineEnds: false)
        guard skip("=") else { return }
        value(at: path)
    }

    /// A key with its dots: bare or quoted parts.
    private mutating func key() -> [String] {
        var parts: [String] = []
        repeat {
            skipBlanks(andLineEnds: false)
            if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
                parts.append(string())
            } else {
                let start = index
                while let byte = current, !" \t.=]\r\n".utf8.contains(byte) { advance() }
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
            }
            skipBlanks(andLineEnds: false)
        } while skip(".")
        return parts
    }

    private mutating func value(at path: [String]) {
        skipBlanks(andLineEnds: true)
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = string()
        case UInt8(ascii: "["):
            advance()
            for number in 0... {
                skipBlanks(andLineEnds: true)
                if current == nil || skip("]") { return }
                let start = index
                let element = path + ["\(number)"]
                note(element)
                value(at: element)
                skipBlanks(andLineEnds: true)
                // A comma, or text that is no TOML: on in any case.
                if !skip(","), index == start { advance() }
            }
        case UInt8(ascii: "{"):
            advance()
            while true {
                skipBlanks(andLineEnds: true)
                if current == nil || skip("}") { return }
                let start = index
                pair(in: path)
                skipBlanks(andLineEnds: true)
                if !skip(","), index == start { advance() }
            }
        default:
            while let byte = current, !",]}#\n".utf8.contains(byte) { advance() }
        }
    }

    /// A quoted string of any of TOML's four kinds, with the escapes that a key may hold.
    private mutating func string() -> String {
        guard let quote = current else { return "" }
        let isLiteral = quote == UInt8(ascii: "'")
        let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
        let length = isLong ? 3 : 1
        for _ in 0..<length { advance() }
        var content: [UInt8] = []
        while let byte = current {
            if byte == quote, !isLong || bytes[index...].starts(with: [quote, quote, quote]) {
                for _ in 0..<length { advance() }
                // A long string may end with quotes of its own.
                while isLong, current == quote { advance() }
                break
            }
            if byte == UInt8(ascii: "\\"), !isLiteral {
                advance()
                guard let escaped = current else { break }
                content.append(escaped)
            } else {
                content.append(byte)
            }
            advance()
        }
        return String(decoding: content, as: UTF8.self)
    }
}
