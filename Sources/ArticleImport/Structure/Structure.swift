import DocumentModel

/// What the rules find in a text: its headline, its parts and what it says about itself.
struct Structure: Sendable, Equatable {
    /// How the text is written.
    enum Format: Sendable, Equatable {
        case text
        case markdown
    }

    var headline: Headline = .none
    var details = Details()
    var blocks: [Block] = []

    init(of text: String, format: Format, title: String? = nil) {
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let start = text.utf8.distance(from: text.startIndex, to: line.startIndex)
            let first = line.prefix { $0.isASCIIWhiteSpace }.count
            let last = line.reversed().prefix { $0.isASCIIWhiteSpace }.count
            if first < line.count { blocks.append(Block(.paragraph, (start + first)..<(start + line.count - last))) }
        }
        headline = title.map(Headline.own) ?? blocks.first.map { .lead($0.range) } ?? .none
    }
}

extension Details {
    /// Takes from `other` what is not known here.
    mutating func complete(from other: Details) {
        date = date ?? other.date
        source = source ?? other.source
        url = url ?? other.url
        author = author ?? other.author
        if tags.isEmpty { tags = other.tags }
    }
}
