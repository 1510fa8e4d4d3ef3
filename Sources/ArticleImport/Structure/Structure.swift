import DocumentModel

/// What the rules find in a text: its headline, its parts and what it says about itself. A pure function; linear.
struct Structure: Sendable, Equatable {
    /// How the text is written.
    enum Format: Sendable, Equatable {
        case text
        case markdown
    }

    var headline: Headline = .none
    var details = Details()
    var blocks: [Block] = []

    /// The structure of a text; `title` is one that it has beside.
    init(of text: String, format: Format, title: String? = nil) {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8Span.span
        guard bytes.count < Int(Int32.max) else {
            // Nobody reads two gigabytes; they are kept as they are.
            let whole = bytes.trimmed(0..<bytes.count)
            blocks = [Block(.paragraph, whole)]
            headline = title.map(Headline.own) ?? .lead(Lead.range(of: whole, in: text))
            return
        }
        switch format {
        case .text: readText(bytes, title: title)
        case .markdown: readMarkdown(bytes, title: title)
        }
        if case .none = headline { headline = lead(in: text) }
    }

    private mutating func readText(_ bytes: Span<UInt8>, title: String?) {
        let lines = TextLine.lines(of: bytes)
        let header = HeaderLines(lines, bytes)
        details = header.details
        blocks = header.blocks
        if let title {
            headline = .own(title)
        } else if let range = header.title {
            headline = .inText(range)
        }
        let paragraphs = Paragraph.paragraphs(of: lines.dropFirst(header.count), bytes)
        add(
            ParagraphClassifier(
                paragraphs, ownTitle: title, hasTitle: header.title != nil, isMarked: false, bytes), bytes)
    }

    private mutating func readMarkdown(_ bytes: Span<UInt8>, title: String?) {
        let front = FrontMatter(bytes)
        details = front.details
        let title = title ?? front.title
        headline = title.map(Headline.own) ?? .none
        let paragraphs = MarkdownParagraphs(bytes, from: front.end).paragraphs
        add(ParagraphClassifier(paragraphs, ownTitle: title, hasTitle: false, isMarked: true, bytes), bytes)
    }

    private mutating func add(_ classified: ParagraphClassifier, _ bytes: Span<UInt8>) {
        details.complete(from: classified.details)
        if let index = classified.title { headline = .inText(classified.paragraphs[index].range) }
        for paragraph in classified.paragraphs {
            let kind = paragraph.kind ?? .paragraph
            if kind == .paragraph || kind == .listItem {
                cut(paragraph.range, kind, bytes)
            } else {
                blocks.append(Block(kind, paragraph.range))
            }
        }
    }

    /// The block in this place, with the page's asides cut out of it.
    private mutating func cut(_ range: Range<Int>, _ kind: Block.Kind, _ bytes: Span<UInt8>) {
        var start = range.lowerBound
        while let aside = Aside.next(in: range, from: start, bytes) {
            let before = bytes.trimmed(start..<aside.lowerBound)
            if !before.isEmpty { blocks.append(Block(kind, before)) }
            let trimmed = bytes.trimmed(aside)
            blocks.append(Block(.boilerplate, trimmed))
            start = aside.upperBound
        }
        let rest = bytes.trimmed(start..<range.upperBound)
        if !rest.isEmpty { blocks.append(Block(kind, rest)) }
    }

    private func lead(in text: String) -> Headline {
        let first = blocks.first { $0.kind != .boilerplate && $0.kind != .tags && $0.kind != .caption } ?? blocks.first
        return first.map { .lead(Lead.range(of: $0.range, in: text)) } ?? .none
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
