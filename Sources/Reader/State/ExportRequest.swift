public import Query

/// What of a list is to be written to a file.
public struct ExportRequest: Sendable, Equatable {
    /// What is listed.
    public enum Rows: Sendable, Equatable {
        case articles, people, quotations
    }

    /// What is listed.
    public var rows: Rows
    /// Which of them.
    public var filter: Filter
    /// What the names of the people listed are to begin with; empty for all.
    public var namesTyped = ""
    /// The file's path as typed.
    public var path: String
}
