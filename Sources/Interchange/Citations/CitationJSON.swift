import DocumentModel

/// Items of the Citation Style Language's JSON: https://github.com/citation-style-language/schema
enum CitationJSON {
    static func append(_ cited: CitedQuotation, to bytes: inout [UInt8]) {
        let quotation = cited.quotation
        var json = JSONBytes()
        swap(&json.bytes, &bytes)
        json.raw("{\"id\":")
        json.string(cited.key)
        json.raw(",\"type\":")
        json.word(quotation.source == nil ? "webpage" : "article-newspaper")
        func field(_ name: StaticString, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            json.raw(",\"")
            json.raw(name)
            json.raw("\":")
            json.string(value)
        }
        func date(_ name: StaticString, _ parts: [Int]) {
            guard !parts.isEmpty else { return }
            json.raw(",\"")
            json.raw(name)
            json.raw("\":{\"date-parts\":[[")
            for (index, part) in parts.enumerated() {
                if index > 0 { json.raw(",") }
                json.number(part)
            }
            json.raw("]]}")
        }
        field("title", quotation.title)
        if let author = cited.author, !author.isEmpty {
            json.raw(",\"author\":[{\"literal\":")
            json.string(author)
            json.raw("}]")
        }
        field("container-title", quotation.source)
        date("issued", cited.issued)
        date("accessed", cited.retrievedDay)
        field("URL", cited.url)
        field("note", cited.note)
        json.raw(",\"custom\":{\"quotation\":")
        json.string(quotation.text)
        json.raw(",\"speaker\":")
        json.string(quotation.speaker)
        json.raw(",\"type\":")
        json.word(quotation.form.rawValue)
        json.raw(",\"article\":")
        json.string(quotation.id)
        json.raw(",\"content_hash\":")
        json.string(cited.hash)
        json.raw("}}")
        swap(&json.bytes, &bytes)
    }
}
