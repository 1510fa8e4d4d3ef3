public import DocumentModel

extension QuotationMatch: TableRow {
    /// How near, who, what with its differences, and where it stands.
    public static let columns: [StaticString] = [
        "closeness", "speaker", "text", "marked", "type", "date", "source", "title", "id", "reports",
    ]
    /// Set to the right.
    public static let numbers: Set<String> = ["closeness", "reports"]
    /// A value for each column.
    public var values: [TableValue] {
        [
            .thousandths(closeness.thousandths), .text(quotation.speaker), .text(quotation.text), .text(alignment.marked),
            .text(quotation.form.rawValue), .text(quotation.date), .text(quotation.source), .text(quotation.title),
            .text(quotation.id), .number(reports),
        ]
    }
}
