public import DocumentModel

extension ArticleSummary: TableRow {
    /// `id` first, so that `cut -f1` gives what `pullquote` opens.
    public static let columns: [StaticString] = [
        "id", "title", "date", "source", "quotes", "words", "speakers", "read", "starred",
    ]
    /// Set to the right.
    public static let numbers: Set<String> = ["quotes", "words"]
    /// A value for each column.
    public var values: [TableValue] {
        [
            .text(id), .text(title), .text(date), .text(source), .number(quotations), .number(words), .list(speakers),
            .flag(isRead), .flag(isStarred),
        ]
    }
}

extension QuotationSummary: TableRow {
    /// Who, what, how sure, and where it stands.
    public static let columns: [StaticString] = [
        "speaker", "text", "type", "act", "speaker_confidence", "date", "source", "title", "id",
    ]
    /// Set to the right.
    public static let numbers: Set<String> = ["speaker_confidence"]
    /// A value for each column.
    public var values: [TableValue] {
        [
            .text(speaker), .text(text), .text(form.rawValue), .text(act.rawValue),
            .thousandths(speakerConfidence.thousandths), .text(date), .text(source), .text(title), .text(id),
        ]
    }
}

extension PersonSummary: TableRow {
    /// Who, and how often.
    public static let columns: [StaticString] = ["name", "kind", "quotes", "mentions", "articles"]
    /// Set to the right.
    public static let numbers: Set<String> = ["quotes", "mentions", "articles"]
    /// A value for each column.
    public var values: [TableValue] {
        [.text(name), .text(kind.rawValue), .number(quotations), .number(mentions), .number(articles)]
    }
}
