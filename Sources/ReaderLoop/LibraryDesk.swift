import ArticleLibrary
import DocumentModel
import Foundation
import Query
import Reader
import Synchronization

/// Answers the reader's questions from a library, and stores its marks there. Any thread may ask.
///
/// A mark may wait long until it is stored, while an import writes. Answers show it all the same: see ``note(_:)``.
struct LibraryDesk: Sendable {
    private let library: Library
    private let configuration: Configuration
    private let unsaved = UnsavedMarks()
    private let questions = NewestQuestions()

    init(library: Library, configuration: Configuration) {
        self.library = library
        self.configuration = configuration
    }

    /// Tells when somebody writes to the library.
    func watch() -> LibraryWatch { LibraryWatch(library.path) }

    /// Grows whenever the library's articles change.
    var changeCount: Int { library.changeCount }

    /// Notes that a question is being asked: nobody waits for the answer to an older one of its kind any more.
    func expect(_ effect: Effect) { questions.note(effect) }

    /// Notes that no answer is waited for any more.
    func expectNothing() { questions.end() }

    /// The answer to a question; a notice when the library cannot give one, nil for what is no question and what nobody waits
    /// for any more.
    ///
    /// A list that takes long to find is answered by its first rows: see ``count(_:)``.
    func answer(_ effect: Effect) -> Event? { answer(effect, isCounting: false) }

    /// The whole answer to a question whose first rows are shown already.
    func count(_ effect: Effect) -> Event? { answer(effect, isCounting: true) }

    private func answer(_ effect: Effect, isCounting: Bool) -> Event? {
        // Taken first: what is stored from here on is in the answer or laid over it.
        let marks = unsaved.all
        do throws(LibraryError) {
            switch effect {
            case .list(let filter, let rows, let key, let generation):
                // Who goes on from an article in the list needs to know its row, and so all.
                var page = key == nil && !isCounting ? try library.firstArticles(matching: filter, rows: rows) : nil
                if page == nil {
                    page = try library.articles(matching: filter, rows: rows, keeping: key) { questions.isNewest(effect) }
                }
                guard let page else { return nil }
                return .listed(
                    total: page.total, isCounted: page.isCounted, first: page.first,
                    rows: page.rows.map { marks[$0.key]?.laid(over: $0) ?? $0 }, kept: page.kept, generation: generation)
            case .open(let key, let generation):
                let opened = try library.openedArticle(key)
                let place = marks[key]?.place ?? opened?.place ?? 0
                return .opened(key, opened?.article, place: place, note: opened?.note, generation: generation)
            case .openPerson(let name, let generation):
                if name.article != nil, let page = try library.person(name) { return .person(page, generation: generation) }
                let pages = try library.people(called: name.name)
                let page = pages.first { $0.summary.name == name.name && $0.summary.kind == name.kind } ?? pages.first
                return .person(page, generation: generation)
            case .complete(let text, let caret, let generation):
                let saved = try library.savedFilters()
                // Without names the rest may still be suggested.
                let completion = FilterCompletion(of: text, caret: caret, saved: saved) { field, typed in
                    (try? library.suggestions(for: field, beginning: typed)) ?? []
                }
                return .completion(completion, generation: generation)
            case .loadSavedFilters: return .savedFilters(try library.savedFilters())
            case .loadBookmarks: return .bookmarks(try library.bookmarks())
            case .listReports(let quotation, let generation):
                let reports = try library.reports(ofQuotation: quotation.ordinal, in: quotation.article)
                return .reports(reports, generation: generation)
            case .findUnread(let filter, let row, let generation):
                let found = try nextUnread(matching: filter, after: row, marks)
                return .unread(row: found?.row, key: found?.key, generation: generation)
            case .listPeople(let filter, let typed, let rows, let generation):
                let page = try library.people(matching: filter, named: typed, rows: rows)
                return .people(total: page.total, first: page.first, rows: page.rows, generation: generation)
            case .listQuotations(let filter, let rows, let generation):
                var page = isCounting ? nil : try library.firstQuotations(matching: filter, rows: rows)
                if page == nil {
                    page = try library.quotations(matching: filter, rows: rows) { questions.isNewest(effect) }
                }
                guard let page else { return nil }
                return .quotations(
                    total: page.total, isCounted: page.isCounted, first: page.first, rows: page.rows, generation: generation
                )
            default: return nil
            }
        } catch {
            return .notice(Notice(.error, error.description))
        }
    }

    /// The note on an article; empty for none. Throws when the library cannot be read.
    func note(on key: ArticleKey) throws(LibraryError) -> String { try library.note(on: key) ?? "" }

    /// Makes a correction; a notice where what it speaks of is gone.
    private func correct(_ request: CorrectionRequest) throws(LibraryError) -> Event {
        func anchor(_ key: QuotationKey) throws(LibraryError) -> QuotationAnchor? {
            try library.anchor(ofQuotation: key.ordinal, in: key.article)
        }
        for name in request.names where name.article == nil {
            let count = try library.bearers(of: name).count
            if count > 1 {
                return .notice(
                    Notice(
                        .error,
                        "\(count) people are called \(name.name): choose the one in the list of people, or in an article."))
            }
        }
        let change: Correction.Change?
        switch request {
        case .speaker(let key, let name): change = try anchor(key).map { .speaker($0, name) }
        case .notAQuotation(let key): change = try anchor(key).map { .notAQuotation($0) }
        case .act(let key, let act): change = try anchor(key).map { .act($0, act) }
        case .merge(let one, let other): change = .merge(one, other)
        case .split(let one, let other) where one == other:
            change = try library.splitting(one)
            if change == nil { return .notice(Notice(.error, "No other article names \(one.name).")) }
        case .split(let one, let other): change = .split(one, other)
        case .rename(let name, let new): change = .rename(name, to: new)
        }
        guard let change else { return .notice(Notice(.error, "This quotation is no longer in the library.")) }
        try library.correct(change)
        return .corrected(change.inWords)
    }

    /// The first article below a row that is not read; from the top where none is below. Reads the list page by page.
    private func nextUnread(
        matching filter: Filter, after row: Int, _ marks: [ArticleKey: UnsavedMarks.Marks]
    ) throws(LibraryError) -> (row: Int, key: ArticleKey)? {
        let page = 512
        var total = try library.articles(matching: filter, rows: 0..<0).total
        for part in [row + 1..<max(row + 1, total), 0..<min(row + 1, total)] {
            var first = part.lowerBound
            while first < min(part.upperBound, total) {
                let rows = try library.articles(matching: filter, rows: first..<min(first + page, part.upperBound))
                total = rows.total
                let unread = rows.rows.firstIndex { !(marks[$0.key]?.isRead ?? $0.isRead) }
                if let unread { return (rows.first + unread, rows.rows[unread].key) }
                first += page
            }
        }
        return nil
    }

    /// Lets answers show a mark from now on, which ``keep(_:)`` is to store.
    func note(_ effect: Effect) { unsaved.note(effect) }

    /// Stores a mark or the look; a notice when that fails.
    func keep(_ effect: Effect) -> Event? {
        defer { unsaved.forget(effect) }
        do {
            switch effect {
            case .setRead(let key, let isRead): try library.setRead(isRead, key)
            case .setStarred(let key, let isStarred): try library.setStarred(isStarred, key)
            case .setPlace(let key, let place): try library.setPlace(place, in: key)
            case .setNote(let key, let note): try library.setNote(note, on: key)
            case .setBookmark(let bookmark):
                try library.setBookmark(bookmark.letter, at: bookmark.place, in: bookmark.article)
            case .saveFilter(let text, let name): try library.saveFilter(text, as: name)
            case .export(let request):
                return .notice(Notice(.information, try ExportFile(request.path).write(request, from: library)))
            case .correct(let request): return try correct(request)
            case .undoCorrection:
                let undone = try library.undoLastCorrection()
                return .corrected(undone.map { "Taken back: \($0.change.inWords)" } ?? "There is nothing to take back.")
            case .keepSettings(let kept): try configuration.keep(kept)
            default: break
            }
            return nil
        } catch let error as LibraryError {
            return .notice(Notice(.error, error.description))
        } catch let failure as ExportFile.Failure {
            return .notice(Notice(.error, failure.sentence))
        } catch {
            return .notice(Notice(.error, "The look cannot be kept: \(error.localizedDescription)"))
        }
    }
}

/// Which questions for lists were asked last.
private final class NewestQuestions: Sendable {
    private let generations = Mutex((articles: 0, quotations: 0))

    func note(_ effect: Effect) {
        generations.withLock { generations in
            switch effect {
            case .list(_, _, _, let generation): generations.articles = generation
            case .listQuotations(_, _, let generation): generations.quotations = generation
            default: break
            }
        }
    }

    func end() { generations.withLock { $0 = (.max, .max) } }

    /// Whether none of its kind was asked since.
    func isNewest(_ effect: Effect) -> Bool {
        generations.withLock { generations in
            switch effect {
            case .list(_, _, _, let generation): generations.articles <= generation
            case .listQuotations(_, _, let generation): generations.quotations <= generation
            default: true
            }
        }
    }
}

/// Marks that are on their way into the library.
private final class UnsavedMarks: Sendable {
    struct Marks {
        var isRead: Bool?
        var isStarred: Bool?
        var place: Int?

        func laid(over row: ArticleSummary) -> ArticleSummary {
            var row = row
            row.isRead = isRead ?? row.isRead
            row.isStarred = isStarred ?? row.isStarred
            return row
        }
    }

    private let marks = Mutex<[ArticleKey: Marks]>([:])

    var all: [ArticleKey: Marks] { marks.withLock { $0 } }

    func note(_ effect: Effect) {
        marks.withLock { marks in
            switch effect {
            case .setRead(let key, let isRead): marks[key, default: Marks()].isRead = isRead
            case .setStarred(let key, let isStarred): marks[key, default: Marks()].isStarred = isStarred
            case .setPlace(let key, let place): marks[key, default: Marks()].place = place
            default: break
            }
        }
    }

    /// A mark has been stored. A later one of the same kind that waits still counts.
    func forget(_ effect: Effect) {
        marks.withLock { marks in
            switch effect {
            case .setRead(let key, let isRead): if marks[key]?.isRead == isRead { marks[key]?.isRead = nil }
            case .setStarred(let key, let isStarred): if marks[key]?.isStarred == isStarred { marks[key]?.isStarred = nil }
            case .setPlace(let key, let place): if marks[key]?.place == place { marks[key]?.place = nil }
            default: break
            }
            marks = marks.filter { $0.value.isRead != nil || $0.value.isStarred != nil || $0.value.place != nil }
        }
    }
}

extension Correction.Change {
    /// The correction in a sentence, for the status line.
    fileprivate var inWords: String {
        switch self {
        case .speaker(_, let name?): "\(name.name) says this."
        case .speaker(_, nil): "Somebody the article does not name says this."
        case .notAQuotation: "This is no quotation."
        case .form(_, let form): "This is \(form.rawValue) speech."
        case .act(_, let act): act == .thought ? "This was thought, not said." : "This was said."
        case .merge(let one, let other): "\(other.name) is \(one.name)."
        case .split(let one, let other):
            one.name == other.name
                ? "\(other.name) is not who is called so elsewhere." : "\(other.name) is not \(one.name)."
        case .rename(let one, let new): "\(one.name) is listed as \(new)."
        }
    }
}
