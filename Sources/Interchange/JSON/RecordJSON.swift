public import DocumentModel

/// Articles as records of the JSON contract's input: `{"id", "text", "title", …}`, one a line.
public enum RecordJSON {
    /// Appends an article as one line; what is not known is left out.
    public static func append(_ article: Article, to bytes: inout [UInt8]) {
        var json = JSONBytes()
        swap(&json.bytes, &bytes)
        json.raw("{\"id\":")
        json.string(article.id)
        func field(_ name: StaticString, _ value: String?) {
            guard let value else { return }
            json.raw(",\"")
            json.raw(name)
            json.raw("\":")
            json.string(value)
        }
        if case .own(let title) = article.headline { field("title", title) }
        field("date", article.details.date)
        field("source", article.details.source)
        field("url", article.details.url)
        field("author", article.details.author)
        if !article.details.tags.isEmpty {
            json.raw(",\"tags\":")
            json.list(article.details.tags) { $0.string($1) }
        }
        field("text", article.text)
        json.raw("}\n")
        swap(&json.bytes, &bytes)
    }
}
