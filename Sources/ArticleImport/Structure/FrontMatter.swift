import DocumentModel

/// The lines between `---` and `---` at the begin of a Markdown file: YAML, of which plain, quoted and folded strings and
/// lists of strings are read; and between `+++` and `+++`: TOML, of which the same is read.
struct FrontMatter {
    private(set) var title: String?
    private(set) var details = Details()
    /// The offset behind it; 0 where there is none.
    private(set) var end = 0

    init(_ bytes: Span<UInt8>) {
        let fences = Array("---".utf8)
        let plus = Array("+++".utf8)
        var at = 0
        var lines: [Range<Int>] = []
        var fence: [UInt8]?
        while at < bytes.count, lines.count < 1000 {
            var stop = at
            while stop < bytes.count, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
            let isPair = stop + 1 < bytes.count && bytes[stop] == 0x0D && bytes[stop + 1] == 0x0A
            let next = min(bytes.count, stop + (isPair ? 2 : 1))
            let line = bytes.trimmed(at..<stop)
            if let opened = fence {
                let isClosed = bytes.isEqual(line, opened) || opened == fences && bytes.isEqual(line, Array("...".utf8))
                if isClosed {
                    end = next
                    read(lines, bytes, separator: opened == plus ? UInt8(ascii: "=") : UInt8(ascii: ":"))
                    return
                }
                lines.append(at..<stop)
            } else {
                guard bytes.isEqual(line, fences) || bytes.isEqual(line, plus) else { return }
                fence = Array(line.map { bytes[$0] })
            }
            at = next
        }
    }

    private mutating func read(_ lines: [Range<Int>], _ bytes: Span<UInt8>, separator: UInt8) {
        var key: DetailKey?
        var values: [String] = []
        func isIndented(_ line: Range<Int>) -> Bool { !line.isEmpty && bytes[line.lowerBound].isASCIIWhiteSpace }
        for line in lines {
            let content = bytes.trimmed(line)
            guard !content.isEmpty, bytes[content.lowerBound] != UInt8(ascii: "#") else { continue }
            let text = bytes.string(in: content)
            if text.hasPrefix("- ") || isIndented(line) {
                guard key != nil else { continue }
                if text.hasPrefix("- ") {
                    values.append(Self.scalar(text.dropFirst(2)))
                } else if let last = values.popLast() {
                    // A folded string goes on.
                    values.append(last.isEmpty ? Self.scalar(text[...]) : last + " " + Self.scalar(text[...]))
                }
                continue
            }
            set(key, values)
            (key, values) = (nil, [])
            guard let colon = content.first(where: { bytes[$0] == separator }) else { continue }
            key = DetailKey(String(bytes.string(in: content.lowerBound..<colon).trimmingSpaces))
            values = Self.values(bytes.string(in: (colon + 1)..<content.upperBound).trimmingSpaces)
        }
        set(key, values)
    }

    private mutating func set(_ key: DetailKey?, _ values: [String]) {
        guard let key else { return }
        if key == .title {
            let text = values.joined(separator: " ")
            if !text.isEmpty { title = text }
        }
        // Tags on one line without brackets have commas between them.
        if key == .tags, values.count == 1, let only = values.first {
            details.set(key, only.split(separator: ",").map { String($0.trimmingSpaces) })
        } else {
            details.set(key, values)
        }
    }

    /// A string, a list in brackets, or nothing for what follows on the next lines.
    private static func values(_ text: Substring) -> [String] {
        if text.hasPrefix("["), text.hasSuffix("]") { return items(text.dropFirst().dropLast()).map { scalar($0[...]) } }
        return [["|", ">", "|-", ">-", "|+", ">+"].contains(text) ? "" : scalar(text)]
    }

    /// What stands between commas, outside of quotation marks.
    private static func items(_ text: Substring) -> [String] {
        var items = [""]
        var mark: Character?
        for character in text {
            if let open = mark {
                if character == open { mark = nil }
            } else if character == "\"" || character == "'" {
                mark = character
            }
            if character == ",", mark == nil { items.append("") } else { items[items.count - 1].append(character) }
        }
        return items.map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    }

    /// A string without its quotation marks and escapes, or without the comment after it.
    private static func scalar(_ text: Substring) -> String {
        let text = text.trimmingSpaces
        guard let mark = text.first else { return "" }
        guard mark == "\"" || mark == "'" else {
            let words = text.utf8
            for index in words.indices where words[index] == UInt8(ascii: "#") && index > words.startIndex {
                let before = words[words.index(before: index)]
                if before == 0x20 || before == 0x09 { return String(text[..<index].trimmingSpaces) }
            }
            return String(text)
        }
        var result = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if character == mark {
                // In YAML two single marks are one.
                guard mark == "'", rest.first == "'" else { break }
                rest.removeFirst()
                result.append("'")
            } else if character == "\\", mark == "\"", let escaped = rest.popFirst() {
                switch escaped {
                case "n": result.append("\n")
                case "t": result.append("\t")
                default: result.append(escaped)
                }
            } else {
                result.append(character)
            }
        }
        return result
    }
}

extension Span<UInt8> {
    fileprivate func isEqual(_ range: Range<Int>, _ other: [UInt8]) -> Bool {
        range.count == other.count && zip(range, other).allSatisfy { self[$0] == $1 }
    }
}
