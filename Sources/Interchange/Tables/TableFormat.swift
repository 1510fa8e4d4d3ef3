/// How rows are written. The raw value is the format's name on the command line.
public enum TableFormat: String, Sendable, CaseIterable {
    /// Cells between tabs, one row a line, no header: for `cut`, `sort` and `awk`.
    case tsv
    /// One JSON array of objects.
    case json
    /// One JSON object a line.
    case jsonl
    /// A table as GitHub's Markdown has it.
    case markdown
    /// RFC 4180, with a header line.
    case csv
}

/// What a table says of one thing.
public enum TableValue: Sendable, Equatable {
    /// Words; nil where there are none.
    case text(String?)
    /// A count.
    case number(Int)
    /// A probability, in thousandths.
    case thousandths(UInt16)
    /// Yes or no.
    case flag(Bool)
    /// Several words, between "; " where a cell holds one line.
    case list([String])
}

/// Something that is listed: a row under named columns.
public protocol TableRow {
    /// The columns' names, which are the keys in JSON.
    static var columns: [StaticString] { get }
    /// The columns that hold numbers, which Markdown sets to the right.
    static var numbers: Set<String> { get }
    /// A value for each column.
    var values: [TableValue] { get }
}
