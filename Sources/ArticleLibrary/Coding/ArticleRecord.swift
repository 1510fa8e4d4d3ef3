import DocumentModel

/// Everything of an annotated article but its text, in a compact binary form that decodes in microseconds.
///
/// The first byte is the form's version. The tables below give each case its number for ever: new cases go to their ends.
enum ArticleRecord {
    private static let version: UInt8 = 1
    private static let blockKinds: [Block.Kind] = [.title, .heading, .paragraph, .listItem, .caption, .tags, .boilerplate]
    static let entityKinds: [EntityKind] = [
        .person, .organisation, .location, .facility, .group, .product, .event, .work, .miscellaneous, .date, .money,
        .percent,
    ]
    private static let actorKinds: [Actor.Kind] = [.person, .body]
    private static let parts: [TextPart] = [.text, .title]
    private static let mentionForms: [Mention.Form] = [.name, .nominal, .pronoun]
    static let quotationForms: [Quotation.Form] = [.direct, .mixed, .indirect]
    static let acts: [Quotation.Act] = [.speech, .thought]

    // MARK: Writing

    static func encode(_ annotated: AnnotatedArticle) -> [UInt8] {
        let (article, annotation) = (annotated.article, annotated.annotation)
        var out = ByteWriter()
        out.write(version)
        out.write(article.id)
        write(article.headline, to: &out)
        out.write(article.details.date)
        out.write(article.details.source)
        out.write(article.details.url)
        out.write(article.details.author)
        out.write(article.details.tags) { $0.write($1) }
        var end = 0
        out.write(article.blocks) {
            $0.write(code($1.kind, blockKinds))
            $0.write($1.range, after: &end)
        }
        out.write(annotation.language)
        out.write(annotation.actors) {
            $0.write(code($1.kind, actorKinds))
            $0.write($1.name)
            $0.write($1.aliases) { $0.write($1) }
        }
        end = 0
        out.write(annotation.entities) {
            $0.write(code($1.kind, entityKinds))
            $0.write($1.range, after: &end)
            $0.write($1.actor)
        }
        end = 0
        out.write(annotation.quotations) { write($1, to: &$0, after: &end) }
        return out.bytes
    }

    private static func write(_ headline: Headline, to out: inout ByteWriter) {
        var end = 0
        switch headline {
        case .none: out.write(0 as UInt8)
        case .own(let title):
            out.write(1 as UInt8)
            out.write(title)
        case .inText(let range):
            out.write(2 as UInt8)
            out.write(range, after: &end)
        case .lead(let range):
            out.write(3 as UInt8)
            out.write(range, after: &end)
        }
    }

    private static func write(_ quotation: Quotation, to out: inout ByteWriter, after end: inout Int) {
        out.write(code(quotation.part, parts))
        out.write(code(quotation.form, quotationForms))
        out.write(code(quotation.act, acts))
        out.write(quotation.spans) { $0.write($1, after: &end) }
        out.write(quotation.cue) { $0.write($1, after: &end) }
        out.write(Int(quotation.confidence.thousandths))
        out.write(Int(quotation.speakerConfidence.thousandths))
        out.write(quotation.reasons) { $0.write($1) }
        guard let speaker = quotation.speaker else { return out.write(0 as UInt8) }
        out.write(1 + code(speaker.form, mentionForms))
        out.write(speaker.ranges) { $0.write($1, after: &end) }
        out.write(speaker.actor)
    }

    // MARK: Reading

    /// The article of this text and these bytes. Every range lies inside its string, every number of an actor is one.
    static func decode(_ bytes: [UInt8], text: String) throws(DamagedBytes) -> AnnotatedArticle {
        var reader = ByteReader(bytes)
        guard try reader.byte() == version else { throw DamagedBytes() }
        let size = text.utf8.count
        let id = try reader.string()
        let headline = try headline(&reader, size: size)
        var details = Details()
        details.date = try reader.optionalString()
        details.source = try reader.optionalString()
        details.url = try reader.optionalString()
        details.author = try reader.optionalString()
        details.tags = try reader.list { (reader) throws(DamagedBytes) in try reader.string() }
        var end = 0
        let blocks = try reader.list { (reader) throws(DamagedBytes) in
            let kind = try value(try reader.byte(), blockKinds)
            return Block(kind, try reader.range(after: &end, limit: size))
        }
        let article = Article(id: id, text: text, headline: headline, details: details, blocks: blocks)
        var annotation = Annotation(language: try reader.string())
        var number: Int32 = 0
        annotation.actors = try reader.list { (reader) throws(DamagedBytes) in
            let kind = try value(try reader.byte(), actorKinds)
            let name = try reader.string()
            let aliases = try reader.list { (reader) throws(DamagedBytes) in try reader.string() }
            defer { number += 1 }
            return Actor(id: Actor.ID(rawValue: number), kind: kind, name: name, aliases: aliases)
        }
        let actors = annotation.actors.count
        end = 0
        annotation.entities = try reader.list { (reader) throws(DamagedBytes) in
            let kind = try value(try reader.byte(), entityKinds)
            let range = try reader.range(after: &end, limit: size)
            return Entity(kind, range, actor: try actor(&reader, of: actors))
        }
        end = 0
        let titleSize = article.string(of: .title).utf8.count
        annotation.quotations = try reader.list { (reader) throws(DamagedBytes) in
            try quotation(&reader, after: &end, size: size, titleSize: titleSize, actors: actors)
        }
        guard reader.isAtEnd else { throw DamagedBytes() }
        return AnnotatedArticle(article, annotation)
    }

    private static func headline(_ reader: inout ByteReader, size: Int) throws(DamagedBytes) -> Headline {
        var end = 0
        switch try reader.byte() {
        case 0: return .none
        case 1: return .own(try reader.string())
        case 2: return .inText(try reader.range(after: &end, limit: size))
        case 3: return .lead(try reader.range(after: &end, limit: size))
        default: throw DamagedBytes()
        }
    }

    private static func quotation(
        _ reader: inout ByteReader, after end: inout Int, size: Int, titleSize: Int, actors: Int
    ) throws(DamagedBytes) -> Quotation {
        let part = try value(try reader.byte(), parts)
        // The ranges of one quotation count in one string; the next one's may count in the other.
        let limit = part == .title ? titleSize : size
        let form = try value(try reader.byte(), quotationForms)
        let act = try value(try reader.byte(), acts)
        var at = end
        func ranges(_ reader: inout ByteReader) throws(DamagedBytes) -> [TextRange] {
            try reader.list { (reader) throws(DamagedBytes) in try reader.range(after: &at, limit: limit) }
        }
        var quotation = Quotation(in: part, spans: try ranges(&reader), form: form, act: act)
        quotation.cue = try ranges(&reader)
        quotation.confidence = Probability(thousandths: try reader.int())
        quotation.speakerConfidence = Probability(thousandths: try reader.int())
        quotation.reasons = try reader.list { (reader) throws(DamagedBytes) in try reader.string() }
        let speaker = try reader.byte()
        if speaker > 0 {
            let form = try value(speaker - 1, mentionForms)
            let ranges = try ranges(&reader)
            quotation.speaker = Mention(form, ranges, actor: try actor(&reader, of: actors))
        }
        end = at
        return quotation
    }

    private static func actor(_ reader: inout ByteReader, of count: Int) throws(DamagedBytes) -> Actor.ID? {
        let code = try reader.int()
        guard code >= 0, code <= count else { throw DamagedBytes() }
        return code == 0 ? nil : Actor.ID(rawValue: Int32(code - 1))
    }

    // MARK: Numbers of cases

    static func code<T: Equatable>(_ value: T, _ table: [T]) -> UInt8 { UInt8(table.firstIndex(of: value) ?? 0) }

    private static func value<T>(_ code: UInt8, _ table: [T]) throws(DamagedBytes) -> T {
        guard table.indices.contains(Int(code)) else { throw DamagedBytes() }
        return table[Int(code)]
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ actor: Actor.ID?) { write(actor.map { Int($0.rawValue) + 1 } ?? 0) }
}
