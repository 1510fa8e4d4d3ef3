public import DocumentModel

/// The JSON contract: an annotated article as one line, with offsets in Unicode code points, end exclusive.
///
/// ``JSONSchema/annotatedArticle`` describes it. A value may be used in many threads at once.
public struct ArticleJSON: Sendable {
    /// The contract's version.
    public static let schemaVersion = 1

    /// Whether lines carry the article's text.
    public var includesText: Bool
    private let madeBy: RawJSON

    /// A writer of lines that say which program and which model made them.
    public init(program: String, model: String, includesText: Bool = true) {
        self.includesText = includesText
        var json = JSONBytes()
        json.raw("{\"program\":")
        json.string(program)
        json.raw(",\"model\":")
        json.string(model)
        json.raw(",\"schema\":")
        json.number(Self.schemaVersion)
        json.raw("}")
        madeBy = RawJSON(bytes: json.bytes)
    }

    /// Appends the article as one line with its line feed. Linear in the text's length; some 500 MB/s.
    ///
    /// - Parameter id: The record's `id` as it came; nil for the article's own, as a string.
    public func append(_ annotated: AnnotatedArticle, id: RawJSON? = nil, to bytes: inout [UInt8]) {
        for piece in pieces(of: annotated, id: id) { bytes += piece }
    }

    /// The same line, in one piece or, of a long article, in several: what is several times an article's text is never
    /// moved, and never lies in one place.
    public func pieces(of annotated: AnnotatedArticle, id: RawJSON? = nil) -> [[UInt8]] {
        var text = annotated.article.text
        var title = if case .own(let own) = annotated.article.headline { own } else { "" }
        return text.withUTF8 { text in
            title.withUTF8 { title in
                var line = ArticleLine(annotated, text: text, title: title)
                // With its annotation an article of news takes some four times the bytes of its text.
                line.json.bytes.reserveCapacity(min(4 * text.count + 512, JSONBytes.pieceSize + JSONBytes.pieceSize / 8))
                line.write(id: id, includesText: includesText, madeBy: madeBy)
                return line.json.pieces + [line.json.bytes]
            }
        }
    }

    /// Appends, in the place of a record that could not be read, a line that says why.
    ///
    /// - Parameters:
    ///   - id: The record's `id`; nil where none was found.
    ///   - line: The record's line in its input, from 1; for a file 1.
    public static func append(error: String, id: RawJSON?, line: Int, to bytes: inout [UInt8]) {
        var json = JSONBytes()
        json.raw("{\"id\":")
        json.value(id ?? .null)
        json.raw(",\"line\":")
        json.number(line)
        json.raw(",\"error\":")
        json.string(error)
        json.raw("}\n")
        bytes += json.bytes
    }
}

/// One line in the making.
private struct ArticleLine {
    /// One of the article's strings with its offsets.
    private struct Part {
        let utf8: UnsafeBufferPointer<UInt8>
        let offsets: CodePointOffsets
        init(_ utf8: UnsafeBufferPointer<UInt8>) {
            self.utf8 = utf8
            offsets = CodePointOffsets(utf8)
        }
        /// The part's bytes in a range, as much of it as there is.
        subscript(range: TextRange) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: utf8[range.clamped(to: 0..<utf8.count)])
        }
    }

    var json = JSONBytes()
    private let article: Article
    private let annotation: Annotation
    private let text: Part
    private let title: Part

    init(_ annotated: AnnotatedArticle, text: UnsafeBufferPointer<UInt8>, title: UnsafeBufferPointer<UInt8>) {
        article = annotated.article
        annotation = annotated.annotation
        self.text = Part(text)
        self.title = Part(title)
    }

    mutating func write(id: RawJSON?, includesText: Bool, madeBy: RawJSON) {
        json.raw("{\"id\":")
        if let id { json.value(id) } else { json.string(article.id) }
        json.raw(",\"title\":")
        switch article.headline {
        case .own: json.string(title.utf8)
        case .inText: json.string(article.title)
        case .lead, .none: json.raw("null")
        }
        json.raw(",\"date\":")
        json.string(article.details.date)
        json.raw(",\"source\":")
        json.string(article.details.source)
        json.raw(",\"url\":")
        json.string(article.details.url)
        json.raw(",\"lang\":")
        json.string(annotation.language)
        if includesText {
            json.raw(",\"text\":")
            json.longString(text.utf8)
        }
        json.raw(",\"blocks\":")
        list(article.blocks) { $0.write($1) }
        json.raw(",\"entities\":")
        list(annotation.entities) { $0.write($1) }
        json.raw(",\"actors\":")
        list(annotation.actors) { $0.write($1) }
        json.raw(",\"quotes\":")
        list(annotation.quotations) { $0.write($1) }
        json.raw(",\"made_by\":")
        json.value(madeBy)
        json.raw("}\n")
    }

    private mutating func write(_ block: Block) {
        json.raw("{\"start\":")
        place(block.range)
        json.raw(",\"kind\":")
        json.word(block.kind.rawValue)
        json.raw("}")
    }

    private mutating func write(_ entity: Entity) {
        json.raw("{\"start\":")
        place(entity.range)
        json.raw(",\"type\":")
        json.word(entity.kind.rawValue)
        json.raw(",\"text\":")
        json.string(text[entity.range])
        json.raw(",\"entity\":")
        write(entity.actor)
        json.raw("}")
    }

    private mutating func write(_ actor: Actor) {
        json.raw("{\"id\":")
        write(actor.id)
        json.raw(",\"kind\":")
        json.word(actor.kind.rawValue)
        json.raw(",\"name\":")
        json.string(actor.name)
        json.raw(",\"aliases\":")
        list(actor.aliases) { $0.json.string($1) }
        json.raw("}")
    }

    private mutating func write(_ quotation: Quotation) {
        let part = quotation.part == .title ? title : text
        json.raw("{\"spans\":")
        write(quotation.spans, in: part)
        json.raw(",\"type\":")
        json.word(quotation.form.rawValue)
        json.raw(",\"act\":")
        json.word(quotation.act.rawValue)
        json.raw(",\"in\":")
        json.word(quotation.part.rawValue)
        json.raw(",\"text\":\"")
        for (index, span) in quotation.spans.enumerated() {
            if index > 0 { json.raw(" … ") }
            json.content(part[span])
        }
        json.raw("\",\"cue\":")
        write(quotation.cue, in: part)
        json.raw(",\"speaker_span\":")
        write(quotation.speaker?.ranges ?? [], in: part)
        json.raw(",\"speaker_name\":")
        json.string(annotation.speaker(of: quotation)?.name)
        json.raw(",\"speaker\":")
        write(annotation.speaker(of: quotation)?.id)
        json.raw(",\"confidence\":")
        json.thousandths(quotation.confidence.thousandths)
        json.raw(",\"speaker_confidence\":")
        json.thousandths(quotation.speakerConfidence.thousandths)
        json.raw(",\"because\":")
        list(quotation.reasons) { $0.json.string($1) }
        json.raw("}")
    }

    /// An actor's id: its place with a letter before it, so that nobody takes it for an offset.
    private mutating func write(_ actor: Actor.ID?) {
        guard let actor, annotation.actor(actor) != nil else { return json.raw("null") }
        json.raw("\"a")
        json.number(Int(actor.rawValue))
        json.raw("\"")
    }

    /// A range of the text as the values of `start` and `end`.
    private mutating func place(_ range: TextRange) {
        json.number(text.offsets.codePoints(before: range.lowerBound))
        json.raw(",\"end\":")
        json.number(text.offsets.codePoints(before: range.upperBound))
    }

    /// Ranges as a list of pairs.
    private mutating func write(_ ranges: [TextRange], in part: Part) {
        list(ranges) { line, range in
            line.json.raw("[")
            line.json.number(part.offsets.codePoints(before: range.lowerBound))
            line.json.raw(",")
            line.json.number(part.offsets.codePoints(before: range.upperBound))
            line.json.raw("]")
        }
    }

    private mutating func list<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
        json.raw("[")
        var isFirst = true
        for element in elements {
            if !isFirst { json.raw(",") }
            isFirst = false
            write(&self, element)
            json.cut()
        }
        json.raw("]")
    }
}
