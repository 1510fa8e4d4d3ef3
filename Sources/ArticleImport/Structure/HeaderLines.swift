import DocumentModel

/// Lines such as `Title: …` and `Date: …` at the begin of a plain text, as in a saved mail: two or more of them, or a
/// title alone, with a blank line after.
struct HeaderLines {
    /// How many lines they are; 0 where there are none.
    private(set) var count = 0
    private(set) var title: TextRange?
    private(set) var details = Details()
    /// The title's words, and the rest as boilerplate.
    private(set) var blocks: [Block] = []

    init(_ lines: [TextLine], _ bytes: Span<UInt8>) {
        var fields: [(key: DetailKey, name: Range<Int>, value: Range<Int>)] = []
        for line in lines.prefix(12) {
            if !fields.isEmpty, line.followsBlank { break }
            guard let colon = line.range.prefix(20).first(where: { bytes[$0] == UInt8(ascii: ":") }),
                let key = DetailKey(bytes.string(in: line.range.lowerBound..<colon)),
                colon + 1 < line.range.upperBound, bytes.whiteSpaceLength(at: colon + 1) > 0
            else { return }
            fields.append((key, line.range.lowerBound..<(colon + 1), bytes.trimmed((colon + 1)..<line.range.upperBound)))
        }
        guard fields.count >= 2 || fields.count == 1 && fields[0].key == .title && lines.count > 1 else { return }
        count = fields.count
        for field in fields {
            if field.key == .title, title == nil {
                title = field.value
                blocks += [Block(.boilerplate, field.name), Block(.title, field.value)]
                continue
            }
            blocks.append(Block(.boilerplate, field.name.lowerBound..<field.value.upperBound))
            let text = bytes.string(in: field.value)
            let parts = field.key == .tags ? text.split(separator: ",").map { String($0.trimmingSpaces) } : [text]
            let date = field.key == .date ? PublicationDate.iso(field.value, bytes).map { [$0] } : nil
            details.set(field.key, date ?? parts)
        }
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmingSpaces: SubSequence {
        let start = drop { $0 == " " || $0 == "\t" }
        let end = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
        return start.dropLast(end)
    }
}
