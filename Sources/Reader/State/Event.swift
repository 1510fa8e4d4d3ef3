import DocumentModel
import Query
import Screen

/// What happens to the reader, from a key to an answer of the library.
public enum Event: Sendable {
    /// A person did something at the terminal.
    case input(Input)
    /// The library answered an ``Effect/list(_:rows:keeping:generation:)``: `total` articles match; `rows` are those from
    /// `first` on; `kept` is the row, among all that match, of the article to keep: nil when it does not match. Where not all are
    /// counted yet these are the first, and the same answer comes again when they are.
    case listed(total: Int, isCounted: Bool = true, first: Int, rows: [ArticleSummary], kept: Int?, generation: Int)
    /// The library answered an ``Effect/open(_:generation:)``; nil when the article is gone. `place` is where the reader
    /// left it, as an offset into its text, `note` what the reader wrote on it.
    case opened(ArticleKey, AnnotatedArticle?, place: Int, note: String?, generation: Int)
    /// An editor has written a note on an article; empty for none any more.
    case noted(ArticleKey, String)
    /// The library answered an ``Effect/listPeople(_:named:rows:generation:)``: `rows` are those of `total` from `first` on.
    case people(total: Int, first: Int, rows: [PersonSummary], generation: Int)
    /// The library answered an ``Effect/listQuotations(_:rows:generation:)``: `rows` are those of `total` from `first` on.
    case quotations(total: Int, isCounted: Bool = true, first: Int, rows: [QuotationSummary], generation: Int)
    /// The library answered an ``Effect/listReports(_:generation:)``: all other reports, the nearest first.
    case reports([QuotationMatch], generation: Int)
    /// The library answered an ``Effect/openPerson(_:generation:)``; nil for somebody who is gone.
    case person(PersonPage?, generation: Int)
    /// What may be typed in a filter: the answer to an ``Effect/complete(_:caret:generation:)``.
    case completion(FilterCompletion, generation: Int)
    /// The filters that are saved in the library.
    case savedFilters(SavedFilters)
    /// The places marked with letters that the library knows.
    case bookmarks([Bookmark])
    /// A correction was made, or taken back; in words.
    case corrected(String)
    /// The library answered an ``Effect/findUnread(_:after:generation:)``: the next article that is not read, and its row
    /// among all that match; nil when there is none.
    case unread(row: Int?, key: ArticleKey?, generation: Int)
    /// The import moved on.
    case imported(ImportProgress)
    /// What an older model annotated is being annotated anew; so many articles are left, none once it is done.
    case annotating(left: Int)
    /// Articles came or changed: what is shown may be asked for anew.
    case libraryChanged
    /// Something to tell the reader that no key asked for: an unreadable file, a failed effect.
    case notice(Notice)
}

/// How far an import has come.
public struct ImportProgress: Sendable, Equatable {
    /// Files or records read so far.
    public var done: Int
    /// How many there are in all, as far as known.
    public var total: Int
    /// How many could not be read.
    public var failed: Int
    /// Whether it goes on.
    public var isRunning: Bool
    /// Progress of these figures.
    public init(done: Int, total: Int, failed: Int, isRunning: Bool) {
        self.done = done
        self.total = total
        self.failed = failed
        self.isRunning = isRunning
    }
}

/// One line for the message area.
public struct Notice: Sendable, Equatable {
    /// How much it matters.
    public enum Kind: Sendable, Equatable {
        /// Good to know.
        case information
        /// Something went wrong.
        case error
    }
    /// How much it matters.
    public var kind: Kind
    /// The line. May hold bytes of a file's name or text: the layout cleans it.
    public var text: String
    /// A line of this kind.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
