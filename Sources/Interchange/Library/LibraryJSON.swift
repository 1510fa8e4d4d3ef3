public import DocumentModel

/// A library as JSON Lines: what `pullquote export` writes. Each line is one thing:
///
///     {"library":1,"made_by":{…}}                 the first line
///     {"file":{"path":…}}                         a file that was read
///     {"id":…,"text":…,"quotes":[…],…,"kept":{…}} an article: the JSON contract, with what the library knows besides
///     {"mark":{"article":…,"read":true}}          what the reader marked
///     {"correction":"speaker","article":…}        a correction
///     {"filter":{"name":…,"text":…}}              a saved filter
///
/// ``LibraryReader`` reads them back.
public struct LibraryJSON: Sendable {
    /// The form's version.
    public static let version = 1
    private let articles: ArticleJSON
    private let program: String
    private let model: String

    /// A writer whose lines say which program and which model made them.
    public init(program: String, model: String) {
        articles = ArticleJSON(program: program, model: model)
        (self.program, self.model) = (program, model)
    }

    /// The first line.
    public func begin(_ bytes: inout [UInt8]) {
        Self.line(&bytes) { json in
            json.raw("\"library\":")
            json.number(Self.version)
            json.raw(",\"made_by\":{\"program\":")
            json.string(program)
            json.raw(",\"model\":")
            json.string(model)
            json.raw("}")
        }
    }

    /// Appends a record as one line.
    public func append(_ record: LibraryRecord, to bytes: inout [UInt8]) {
        switch record {
        case .article(let article): append(article, to: &bytes)
        case .correction(let correction): Self.line(&bytes) { $0.write(correction) }
        case .file(let file):
            Self.line(&bytes) { json in
                json.raw("\"file\":{\"path\":")
                json.string(file.path)
                json.raw(",\"facts\":")
                if let facts = file.facts { json.list(facts) { $0.number(Int($1)) } } else { json.raw("null") }
                json.raw(",\"annotator\":")
                json.string(file.annotator)
                json.raw(",\"problems\":")
                json.number(file.problems)
                json.raw("}")
            }
        case .mark(let mark):
            Self.line(&bytes) { json in
                json.raw("\"mark\":{\"article\":")
                json.word(mark.article.hexadecimal)
                json.raw(",\"read\":")
                json.bool(mark.isRead)
                json.raw(",\"starred\":")
                json.bool(mark.isStarred)
                json.raw(",\"place\":")
                json.number(mark.place)
                json.raw(",\"note\":")
                json.string(mark.note)
                json.raw("}")
            }
        case .filter(let name, let text):
            Self.line(&bytes) { json in
                json.raw("\"filter\":{\"name\":")
                json.string(name)
                json.raw(",\"text\":")
                json.string(text)
                json.raw("}")
            }
        }
    }

    private static func line(_ bytes: inout [UInt8], _ body: (inout JSONBytes) -> Void) {
        var json = JSONBytes()
        swap(&json.bytes, &bytes)
        json.raw("{")
        body(&json)
        json.raw("}\n")
        swap(&json.bytes, &bytes)
    }

    /// The contract's line with one more member at its end.
    private func append(_ kept: KeptArticle, to bytes: inout [UInt8]) {
        articles.append(kept.annotated, to: &bytes)
        bytes.removeLast(2)
        var json = JSONBytes()
        swap(&json.bytes, &bytes)
        let article = kept.annotated.article
        json.raw(",\"kept\":{\"author\":")
        json.string(article.details.author)
        json.raw(",\"tags\":")
        json.list(article.details.tags) { $0.string($1) }
        json.raw(",\"headline\":")
        json.word(article.headline.name)
        json.raw(",\"headline_bytes\":")
        switch article.headline {
        case .inText(let range), .lead(let range): json.list([range.lowerBound, range.upperBound]) { $0.number($1) }
        case .own, .none: json.raw("null")
        }
        // How the words that name a speaker refer: the contract leaves it out.
        json.raw(",\"mentions\":")
        json.list(kept.annotated.annotation.quotations) { json, quotation in
            if let form = quotation.speaker?.form { json.word(form.name) } else { json.raw("null") }
        }
        json.raw(",\"origins\":")
        json.list(kept.origins) { json, origin in
            json.raw("{\"path\":")
            json.string(origin.path)
            json.raw(",\"name\":")
            json.string(origin.name)
            json.raw(",\"line\":")
            json.number(origin.line)
            json.raw("}")
        }
        json.raw(",\"added\":")
        json.number(Int(kept.added))
        json.raw(",\"annotator\":")
        json.string(kept.annotator)
        json.raw("}}\n")
        swap(&json.bytes, &bytes)
    }
}

extension Headline {
    /// Its name in a line.
    var name: String {
        switch self {
        case .own: "own"
        case .inText: "text"
        case .lead: "lead"
        case .none: "none"
        }
    }
}

extension Mention.Form {
    /// Its name in a line.
    var name: String {
        switch self {
        case .name: "name"
        case .nominal: "nominal"
        case .pronoun: "pronoun"
        }
    }

    /// The form of this name.
    init?(name: String) {
        guard let form = [Mention.Form.name, .nominal, .pronoun].first(where: { $0.name == name }) else { return nil }
        self = form
    }
}

extension JSONBytes {
    /// A list of values.
    mutating func list<Element>(_ elements: [Element], _ write: (inout JSONBytes, Element) -> Void) {
        raw("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { raw(",") }
            write(&self, element)
        }
        raw("]")
    }
}
