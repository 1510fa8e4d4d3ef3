import DocumentModel

/// The paragraphs of a Markdown text (CommonMark 0.31, as far as news has it): headings, lists, block quotations,
/// pictures, code. The marks at a line's begin are no part of a paragraph; those inside stay.
struct MarkdownParagraphs {
    private(set) var paragraphs: [Paragraph] = []
    /// Whether the next line can continue the last paragraph.
    private var isOpen = false
    private var isQuoted = false
    private var isFenced = false

    init(_ bytes: Span<UInt8>, from start: Int) {
        for line in TextLine.lines(of: bytes, from: start) { add(line, bytes) }
    }

    private mutating func add(_ line: TextLine, _ bytes: Span<UInt8>) {
        var range = line.range
        let first = bytes[range.lowerBound]
        if isFence(range, bytes) {
            isFenced.toggle()
            isOpen = false
            return
        }
        if isFenced { return append(range, nil, line) }
        var isQuotation = false
        while !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: ">") {
            isQuotation = true
            range = bytes.trimmed((range.lowerBound + 1)..<range.upperBound)
        }
        defer { isQuoted = isQuotation }
        if range.isEmpty {
            isOpen = false
            return
        }
        if let heading = heading(range, bytes) {
            if !heading.isEmpty { append(heading, .heading, line) }
            isOpen = false
            return
        }
        if isUnderline(range, bytes), isOpen, !line.followsBlank, first != UInt8(ascii: ">"),
            let last = paragraphs.indices.last
        {
            // A Setext heading: the line above is it.
            if paragraphs[last].kind == nil, bytes[range.lowerBound] != UInt8(ascii: "*") {
                paragraphs[last].kind = .heading
            }
            isOpen = false
            return
        }
        if isRule(range, bytes) || isDefinition(range, bytes) {
            isOpen = false
            return
        }
        if let picture = picture(range, bytes) {
            if !picture.isEmpty { append(picture, .caption, line) }
            isOpen = false
            return
        }
        if let marker = Marker(range, bytes),
            marker.isBullet || !isOpen || line.followsBlank || paragraphs.last?.kind == .listItem
        {
            append((marker.isBullet ? marker.content : range.lowerBound)..<range.upperBound, .listItem, line)
            isOpen = true
            return
        }
        let isTable = bytes[range.lowerBound] == UInt8(ascii: "|")
        if isOpen, !line.followsBlank, !isTable, isQuotation == isQuoted || !isQuotation, let last = paragraphs.indices.last
        {
            paragraphs[last].range = paragraphs[last].range.lowerBound..<range.upperBound
            paragraphs[last].lines += 1
            return
        }
        append(range, nil, line)
        isOpen = !isTable
    }

    private mutating func append(_ range: Range<Int>, _ kind: Block.Kind?, _ line: TextLine) {
        var paragraph = Paragraph(range)
        paragraph.kind = kind
        paragraph.followsBlank = line.followsBlank
        paragraph.isSetIn = line.isSetIn
        paragraphs.append(paragraph)
    }

    /// The words of `## Heading ##`.
    private func heading(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
        var at = range.lowerBound
        while at < range.upperBound, bytes[at] == UInt8(ascii: "#") { at += 1 }
        guard 1...6 ~= at - range.lowerBound else { return nil }
        if at == range.upperBound { return at..<at }
        guard bytes.whiteSpaceLength(at: at) > 0 else { return nil }
        let content = bytes.trimmed(at..<range.upperBound)
        var end = content.upperBound
        while end > content.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
        let isClosed = end < content.upperBound && bytes.whiteSpaceLength(before: end, from: content.lowerBound) > 0
        return isClosed || end == content.lowerBound ? bytes.trimmed(content.lowerBound..<end) : content
    }

    private func isUnderline(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        let first = bytes[range.lowerBound]
        guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
        return range.allSatisfy { bytes[$0] == first }
    }

    private func isRule(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        let first = bytes[range.lowerBound]
        guard "-*_=".utf8.contains(first) else { return false }
        var marks = 0
        for at in range {
            if bytes[at] == first { marks += 1 } else if bytes[at] != 0x20, bytes[at] != 0x09 { return false }
        }
        return marks >= 3
    }

    private func isFence(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        let mark = bytes[range.lowerBound]
        guard range.count >= 3, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
        return range.prefix(3).allSatisfy { bytes[$0] == mark }
            && !range.dropFirst(3).contains { bytes[$0] == UInt8(ascii: "`") }
    }

    /// `[label]: address`, and a comment on one line.
    private func isDefinition(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        if range.count >= 7, bytes.string(in: range.lowerBound..<(range.lowerBound + 4)) == "<!--" {
            return bytes[range.upperBound - 1] == UInt8(ascii: ">")
        }
        guard bytes[range.lowerBound] == UInt8(ascii: "[") else { return false }
        guard let close = range.first(where: { bytes[$0] == UInt8(ascii: "]") }), close + 1 < range.upperBound else {
            return false
        }
        let rest = bytes.trimmed((close + 2)..<max(close + 2, range.upperBound))
        return bytes[close + 1] == UInt8(ascii: ":") && bytes.wordCount(rest, most: 2) >= 1
    }

    /// The words for `![a picture](address)` alone on its line.
    private func picture(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
        guard range.count >= 5, bytes[range.lowerBound] == UInt8(ascii: "!"),
            bytes[range.lowerBound + 1] == UInt8(ascii: "["),
            bytes[range.upperBound - 1] == UInt8(ascii: ")"),
            let close = range.first(where: { bytes[$0] == UInt8(ascii: "]") }), bytes[close + 1] == UInt8(ascii: "(")
        else { return nil }
        return bytes.trimmed((range.lowerBound + 2)..<close)
    }
}
