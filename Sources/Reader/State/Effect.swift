import DocumentModel
import Query

/// What the reader asks the world to do. Each question carries a generation that its answer brings back, so that a late
/// answer to an old question is dropped.
public enum Effect: Sendable, Equatable {
    /// Ask for the articles that match, those at `rows` among them: ``Event/listed(total:first:rows:generation:)``.
    case list(Filter, rows: Range<Int>, generation: Int)
    /// Ask for an article: ``Event/opened(_:_:place:generation:)``.
    case open(ArticleKey, generation: Int)
    /// Ask for everybody in the articles that match: ``Event/people(_:generation:)``.
    case listPeople(Filter, generation: Int)
    /// Ask for the quotations in the articles that match: ``Event/quotations(_:generation:)``.
    case listQuotations(Filter, generation: Int)
    /// Remember that an article was read, or was not.
    case setRead(ArticleKey, Bool)
    /// Remember that an article is starred, or is not.
    case setStarred(ArticleKey, Bool)
    /// Remember where in an article the reader is, as an offset into its text.
    case setPlace(ArticleKey, Int)
    /// Put text on the clipboard.
    case copy(String)
    /// Turn the mouse on or off.
    case setMouse(Bool)
    /// Keep the look for the next start: theme, split, what is lit.
    case keepSettings(Settings.Kept)
    /// Draw every cell anew.
    case redraw
    /// Stop as ^Z does.
    case suspend
    /// End the program.
    case quit
}
