public import DocumentModel

/// A window of a list: `rows` are those of all `total` from the row `first` on.
public struct Page<Row: Sendable & Equatable>: Sendable, Equatable {
    /// How many there are in all; at least so many where they are not counted yet.
    public var total: Int
    /// Whether all are counted; otherwise these are the first rows, and more may follow.
    public var isCounted: Bool
    /// The row number of the first one here.
    public var first: Int
    /// The rows asked for, as far as there are any.
    public var rows: [Row]
    /// The row, among all, of the article to keep; nil when none was asked for or it does not match.
    public var kept: Int?

    /// A window of these rows.
    public init(total: Int, isCounted: Bool = true, first: Int, rows: [Row], kept: Int? = nil) {
        self.total = total
        self.isCounted = isCounted
        self.first = first
        self.rows = rows
        self.kept = kept
    }
}

/// A window of a list of articles.
public typealias ArticlePage = Page<ArticleSummary>
/// A window of a list of people.
public typealias PeoplePage = Page<PersonSummary>
/// A window of a list of quotations.
public typealias QuotationPage = Page<QuotationSummary>
