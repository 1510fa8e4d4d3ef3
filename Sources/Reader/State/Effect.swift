import DocumentModel
import Query

/// What the reader asks the world to do. Each question carries a generation that its answer brings back, so that a late
/// answer to an old question is dropped. Of several questions of one kind only the last needs an answer: see
/// ``needed(of:)``.
public enum Effect: Sendable, Equatable {
    /// Ask for the articles that match, those at `rows` among them, and for the row of the article `keeping`, where one
    /// is given: ``Event/listed(total:first:rows:kept:generation:)``.
    case list(Filter, rows: Range<Int>, keeping: ArticleKey?, generation: Int)
    /// Ask for an article: ``Event/opened(_:_:place:note:generation:)``.
    case open(ArticleKey, generation: Int)
    /// Ask for everybody in the articles that match, those with most quotations first; of them only those whose names have
    /// words that begin as what is typed: ``Event/people(total:first:rows:generation:)``.
    case listPeople(Filter, named: String, rows: Range<Int>, generation: Int)
    /// Ask for the quotations in the articles that match: ``Event/quotations(total:first:rows:generation:)``.
    case listQuotations(Filter, rows: Range<Int>, generation: Int)
    /// Ask for the other reports of a quotation: ``Event/reports(_:generation:)``.
    case listReports(QuotationKey, generation: Int)
    /// Ask for all that is known of a person: ``Event/person(_:generation:)``.
    case openPerson(ActorName, generation: Int)
    /// Ask what may be typed at a place of a filter, an offset into its UTF-8: ``Event/completion(_:generation:)``.
    case complete(String, caret: Int, generation: Int)
    /// Ask for the filters that are saved: ``Event/savedFilters(_:)``.
    case loadSavedFilters
    /// Ask for the places that are marked with letters: ``Event/bookmarks(_:)``.
    case loadBookmarks
    /// Keep a place that was marked with a letter.
    case setBookmark(Bookmark)
    /// Save a filter's text under a name.
    case saveFilter(String, as: String)
    /// Write what is listed to a file.
    case export(ExportRequest)
    /// Put something right: ``Event/corrected(_:)``.
    case correct(CorrectionRequest)
    /// Take back the last correction: ``Event/corrected(_:)``.
    case undoCorrection
    /// Ask for the first article that is not read below a row of those that match, else above it:
    /// ``Event/unread(row:key:generation:)``.
    case findUnread(Filter, after: Int, generation: Int)
    /// Remember that an article was read, or was not.
    case setRead(ArticleKey, Bool)
    /// Remember that an article is starred, or is not.
    case setStarred(ArticleKey, Bool)
    /// Remember where in an article the reader is, as an offset into its text.
    case setPlace(ArticleKey, Int)
    /// Let the reader write the note on an article in an editor: ``Event/noted(_:_:)``.
    case editNote(ArticleKey)
    /// Remember the note on an article; empty for none.
    case setNote(ArticleKey, String)
    /// Open a page in a browser.
    case browse(String)
    /// Give text to a command of the shell, and show what it says.
    case pipe(String, to: String)
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

extension Effect {
    /// The effects without the questions that a later one of the same kind makes superfluous, in their order: what is
    /// worth doing after a burst of keys.
    public static func needed(of effects: [Effect]) -> [Effect] {
        var asked: Set<Int> = []
        var needed: [Effect] = []
        for effect in effects.reversed() {
            if let question = effect.question, !asked.insert(question).inserted { continue }
            needed.append(effect)
        }
        return needed.reversed()
    }

    /// The kind of question an effect is; nil for what must be done each time.
    private var question: Int? {
        switch self {
        case .list: 0
        case .open: 1
        case .listPeople: 2
        case .listQuotations, .listReports: 3
        case .findUnread: 4
        case .complete: 5
        case .openPerson: 6
        default: nil
        }
    }
}
