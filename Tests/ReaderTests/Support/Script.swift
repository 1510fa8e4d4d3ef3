import DocumentModel
import Screen

@testable import Reader

/// A person at the keyboard, before a fake library that answers at once: keys in, screens out.
struct Script {
    private(set) var state: ReaderState
    private(set) var library: FakeLibrary
    /// The effects of the events so far, but for questions.
    private(set) var effects: [Effect] = []
    /// Whether questions wait in ``waiting`` until ``answer()``.
    var holdsAnswers = false
    private(set) var waiting: [Effect] = []

    init(
        _ width: Int, _ height: Int, _ articles: [AnnotatedArticle], filter: String = "", themes: [Theme] = [],
        settings: Settings = Settings(), keyMap: KeyMap = .standard
    ) {
        library = FakeLibrary(articles)
        state = ReaderState(
            settings: settings, keyMap: keyMap, themes: themes, size: Size(width: width, height: height), filter: filter)
        carryOut(state.start())
    }

    /// Presses keys, in the notation of `Key.sequence(parsing:)`.
    mutating func press(_ notation: String) {
        for key in Key.sequence(parsing: notation) ?? [] { send(.input(.key(key))) }
    }

    /// The script after these keys.
    func pressing(_ notation: String) -> Script {
        var script = self
        script.press(notation)
        return script
    }

    mutating func send(_ event: Event) { carryOut(state.update(event)) }

    mutating func resize(_ width: Int, _ height: Int) {
        send(.input(.resize(Size(width: width, height: height))))
    }

    /// Answers the questions that wait, in their order.
    mutating func answer() {
        let questions = waiting
        waiting = []
        for question in questions {
            if let event = library.answer(question) { send(event) }
        }
    }

    /// Puts an article before all others and tells the reader.
    mutating func add(_ article: AnnotatedArticle) {
        library.insert(article)
        send(.libraryChanged)
    }

    /// Puts an article in the place of another and tells the reader.
    mutating func replace(_ key: ArticleKey, _ article: AnnotatedArticle) {
        library.replace(key, article)
        send(.libraryChanged)
    }

    private mutating func carryOut(_ new: [Effect]) {
        for effect in new {
            switch effect {
            case .list, .open, .listPeople, .listQuotations, .listReports, .findUnread, .complete, .loadSavedFilters,
                .loadBookmarks, .openPerson, .correct, .undoCorrection:
                if holdsAnswers { waiting.append(effect) } else if let event = library.answer(effect) { send(event) }
            default:
                effects.append(effect)
                _ = library.answer(effect)
            }
        }
    }

    /// The screen as text, rows without the blanks at their ends.
    var screen: String { state.frame().lines.joined(separator: "\n") }
    /// The bottom row.
    var status: String { state.frame().lines.last ?? "" }
    /// The title of the article in the pane.
    var openTitle: String? { state.open?.article.article.title }
    /// The title of the row the list is at.
    var selectedTitle: String? { state.list.selectedRow?.title }
}
