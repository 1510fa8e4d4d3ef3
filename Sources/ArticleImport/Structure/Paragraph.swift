import DocumentModel

/// Lines that belong together, before and after it is known what they are.
struct Paragraph {
    /// Where it stands, without white space at its ends and without a list's bullet.
    var range: Range<Int>
    /// How many lines of the source it has.
    var lines = 1
    /// Whether a blank line is above it.
    var followsBlank = false
    /// Whether the page set it in with a no-break space.
    var isSetIn = false
    /// Whether it begins with a number, as a list's item does.
    var isNumbered = false
    /// What it is, as far as that is known.
    var kind: Block.Kind?
    /// What its first words say that it is.
    var cue: Cue?

    init(_ range: Range<Int>) { self.range = range }

    /// The paragraphs of a plain text from these lines.
    static func paragraphs(of lines: ArraySlice<TextLine>, _ bytes: Span<UInt8>) -> [Paragraph] {
        let joiner = LineJoiner(lines, bytes)
        var paragraphs: [Paragraph] = []
        var previous: TextLine?
        for line in lines {
            if let previous, var last = paragraphs.popLast() {
                let goesOn =
                    joiner.joins(previous, line, isFirst: last.lines == 1, bytes)
                    || last.kind == .listItem && !line.followsBlank && line.indent > previous.indent
                        && Marker(line.range, bytes) == nil
                if goesOn {
                    last.range = last.range.lowerBound..<line.range.upperBound
                    last.lines += 1
                }
                paragraphs.append(last)
                if !goesOn { paragraphs.append(Paragraph(line, bytes)) }
            } else {
                paragraphs.append(Paragraph(line, bytes))
            }
            previous = line
        }
        markNumberedItems(&paragraphs)
        return paragraphs
    }

    private init(_ line: TextLine, _ bytes: Span<UInt8>) {
        range = line.range
        followsBlank = line.followsBlank
        isSetIn = line.isSetIn
        if Self.isOrnament(range, bytes) {
            kind = .boilerplate
        } else if let marker = Marker(range, bytes) {
            if marker.isBullet {
                range = marker.content..<range.upperBound
                kind = .listItem
            } else {
                isNumbered = true
            }
        }
    }

    /// A line of stars or dashes.
    static func isOrnament(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard range.count <= 200 else { return false }
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = bytes.scalar(at: at)
            let isMark =
                scalar.isASCII ? !bytes[at].isWordByte : 0x2010...0x2043 ~= scalar.value || 0x2500...0x25FF ~= scalar.value
            guard isMark, scalar != "\"", scalar != "?", scalar != "!" else { return false }
            at += length
        }
        return true
    }

    /// A single line with a number in front is a heading or a sentence; two in a row are a list.
    private static func markNumberedItems(_ paragraphs: inout [Paragraph]) {
        for index in paragraphs.indices.dropFirst() where paragraphs[index].isNumbered && paragraphs[index - 1].isNumbered {
            paragraphs[index].kind = .listItem
            paragraphs[index - 1].kind = .listItem
        }
    }
}
