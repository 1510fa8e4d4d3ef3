import DocumentModel

/// What a library knows of an article besides the contract.
struct KeptFields: Decodable {
    struct Origin: Decodable {
        var path: String
        var name: String
        var line: Int
    }
    var author: String?
    var tags: [String]
    var headline: String
    var headline_bytes: [Int]?
    var mentions: [String?]
    var origins: [Origin]
    var added: Int64
    var annotator: String?
}

/// The members of the contract by which an article is put together again.
struct ArticleFields: Decodable {
    struct Block: Decodable {
        var start: Int
        var end: Int
        var kind: String
    }
    struct Entity: Decodable {
        var start: Int
        var end: Int
        var type: String
        var entity: String?
    }
    struct Actor: Decodable {
        var kind: String
        var name: String
        var aliases: [String]
    }
    struct Quote: Decodable {
        var spans: [[Int]]
        var type: String
        var act: String
        var `in`: String
        var cue: [[Int]]
        var speaker_span: [[Int]]
        var speaker: String?
        var confidence: Double
        var speaker_confidence: Double
        var because: [String]
    }

    var id: String
    var title: String?
    var date: String?
    var source: String?
    var url: String?
    var lang: String
    var text: String
    var blocks: [Block]
    var entities: [Entity]
    var actors: [Actor]
    var quotes: [Quote]

    /// The article with its annotation.
    func article(_ kept: KeptFields) throws -> KeptArticle {
        let bytes = ByteOffsets(text)
        var article = Article(id: id, text: text)
        article.headline = try headline(kept, limit: text.utf8.count)
        article.details = Details(date: date, source: source, url: url, author: kept.author, tags: kept.tags)
        article.blocks = try blocks.map {
            DocumentModel.Block(try value($0.kind, DocumentModel.Block.Kind.init), try bytes.range([$0.start, $0.end]))
        }
        var annotation = Annotation(language: lang)
        annotation.actors = try actors.enumerated().map { index, actor in
            DocumentModel.Actor(
                id: DocumentModel.Actor.ID(rawValue: Int32(index)),
                kind: try value(actor.kind, DocumentModel.Actor.Kind.init), name: actor.name, aliases: actor.aliases)
        }
        annotation.entities = try entities.map {
            DocumentModel.Entity(
                try value($0.type, EntityKind.init), try bytes.range([$0.start, $0.end]), actor: try actor($0.entity))
        }
        let titleBytes = ByteOffsets(article.string(of: .title))
        annotation.quotations = try quotes.enumerated().map { index, quote in
            let part = try value(quote.in, TextPart.init)
            let offsets = part == .title ? titleBytes : bytes
            var quotation = Quotation(
                in: part, spans: try quote.spans.map(offsets.range), form: try value(quote.type, Quotation.Form.init),
                act: try value(quote.act, Quotation.Act.init), cue: try quote.cue.map(offsets.range),
                confidence: Self.probability(quote.confidence),
                speakerConfidence: Self.probability(quote.speaker_confidence),
                reasons: quote.because)
            if kept.mentions.indices.contains(index), let form = kept.mentions[index] {
                quotation.speaker = Mention(
                    try value(form, Mention.Form.init(name:)), try quote.speaker_span.map(offsets.range),
                    actor: try actor(quote.speaker))
            }
            return quotation
        }
        return KeptArticle(
            AnnotatedArticle(article, annotation),
            origins: kept.origins.map { KeptArticle.Origin(path: $0.path, name: $0.name, line: $0.line) },
            added: kept.added, annotator: kept.annotator)
    }

    private func headline(_ kept: KeptFields, limit: Int) throws -> Headline {
        func range() throws -> TextRange {
            guard let bounds = kept.headline_bytes, bounds.count == 2, 0 <= bounds[0], bounds[0] <= bounds[1],
                bounds[1] <= limit
            else { throw LibraryReader.Problem(description: "the headline lies outside the text") }
            return bounds[0]..<bounds[1]
        }
        switch kept.headline {
        case "own": return .own(title ?? "")
        case "text": return .inText(try range())
        case "lead": return .lead(try range())
        default: return .none
        }
    }

    private func actor(_ id: String?) throws -> DocumentModel.Actor.ID? {
        guard let id else { return nil }
        guard id.first == "a", let number = Int32(id.dropFirst()), actors.indices.contains(Int(number)) else {
            throw LibraryReader.Problem(description: "there is no actor “\(id)”")
        }
        return DocumentModel.Actor.ID(rawValue: number)
    }

    private static func probability(_ value: Double) -> Probability {
        Probability(thousandths: Int((max(0, min(1, value)) * 1000).rounded()))
    }

    private func value<Value>(_ name: String, _ make: (String) -> Value?) throws -> Value {
        guard let value = make(name) else { throw LibraryReader.Problem(description: "there is no “\(name)”") }
        return value
    }
}

/// From offsets in code points to offsets in UTF-8 bytes.
private struct ByteOffsets {
    /// Where each code point begins, and the end; empty for ASCII, where they are the same.
    private var starts: [Int32] = []
    private let count: Int

    init(_ text: String) {
        count = text.utf8.count
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        for (offset, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 { starts.append(Int32(offset)) }
        starts.append(Int32(count))
    }

    func range(_ pair: [Int]) throws -> TextRange {
        let limit = starts.isEmpty ? count : starts.count - 1
        guard pair.count == 2, 0 <= pair[0], pair[0] <= pair[1], pair[1] <= limit else {
            throw LibraryReader.Problem(description: "an offset lies outside the text")
        }
        return starts.isEmpty ? pair[0]..<pair[1] : Int(starts[pair[0]])..<Int(starts[pair[1]])
    }
}
