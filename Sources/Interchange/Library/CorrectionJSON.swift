public import DocumentModel

/// Corrections as JSON Lines: gold for whoever measures or teaches an annotator. A line names the article and its quotation,
/// says what is put right, by whom and when, and where the article is at hand gives the quotation in the terms of the
/// contract: `id`, `spans`, `in`, `type`, `act`, `speaker_name`.
public enum CorrectionJSON {
    /// Appends a correction as one line.
    ///
    /// - Parameter quotation: the quotation, corrected, its article and its speaker's name; nil where they are not at hand.
    public static func append(
        _ correction: Correction, quotation: (article: Article, quotation: Quotation, speaker: String?)?,
        to bytes: inout [UInt8]
    ) {
        var json = JSONBytes()
        swap(&json.bytes, &bytes)
        json.raw("{")
        json.write(correction)
        if let (article, quotation, speaker) = quotation {
            json.raw(",\"id\":")
            json.string(article.id)
            json.raw(",\"in\":")
            json.word(quotation.part.rawValue)
            json.raw(",\"spans\":")
            var string = article.string(of: quotation.part)
            let spans = string.withUTF8 { utf8 in
                let offsets = CodePointOffsets(utf8)
                return quotation.spans.map {
                    [offsets.codePoints(before: $0.lowerBound), offsets.codePoints(before: $0.upperBound)]
                }
            }
            json.list(spans) { json, span in json.list(span) { $0.number($1) } }
            json.raw(",\"type\":")
            json.word(quotation.form.rawValue)
            json.raw(",\"act\":")
            json.word(quotation.act.rawValue)
            json.raw(",\"speaker_name\":")
            json.string(speaker)
        }
        json.raw("}\n")
        swap(&json.bytes, &bytes)
    }
}

extension JSONBytes {
    /// A correction's members.
    mutating func write(_ correction: Correction) {
        raw("\"correction\":")
        word(correction.change.name)
        if let anchor = correction.change.quotation {
            raw(",\"article\":")
            word(anchor.article.hexadecimal)
            raw(",\"key\":")
            let digits = String(UInt64(bitPattern: anchor.key), radix: 16)
            word(String(repeating: "0", count: 16 - digits.count) + digits)
            raw(",\"text\":")
            string(anchor.words)
        }
        switch correction.change {
        case .speaker(_, let name):
            raw(",\"speaker\":")
            if let name { write(name) } else { raw("null") }
        case .notAQuotation: break
        case .form(_, let form):
            raw(",\"value\":")
            word(form.rawValue)
        case .act(_, let act):
            raw(",\"value\":")
            word(act.rawValue)
        case .merge(let name, let other), .split(let name, let other):
            raw(",\"names\":")
            list([name, other]) { $0.write($1) }
        case .rename(let name, let new):
            raw(",\"names\":")
            list([name]) { $0.write($1) }
            raw(",\"value\":")
            string(new)
        }
        raw(",\"by\":")
        string(correction.author)
        raw(",\"at\":")
        number(Int(correction.instant))
    }

    private mutating func write(_ name: ActorName) {
        raw("{\"kind\":")
        word(name.kind.rawValue)
        raw(",\"name\":")
        string(name.name)
        if let article = name.article {
            raw(",\"article\":")
            word(article.hexadecimal)
        }
        raw("}")
    }
}

extension Correction.Change {
    /// Its name in a line and in a table.
    public var name: String {
        switch self {
        case .speaker: "speaker"
        case .notAQuotation: "not-a-quotation"
        case .form: "type"
        case .act: "act"
        case .merge: "merge"
        case .split: "split"
        case .rename: "rename"
        }
    }
}
