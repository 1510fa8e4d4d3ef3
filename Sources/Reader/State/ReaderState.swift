import DocumentModel
import Query
import Screen

/// The terminal reader as a value: all that decides what the screen shows.
///
/// ``start()`` asks the first question; from then on ``update(_:)`` takes every event and gives the effects to carry out,
/// and ``frame()`` draws. None of them does anything else, so that keys and answers in give the same screen out.
public struct ReaderState: Sendable {
    /// What the pane on the left lists.
    enum Side: Sendable, Equatable {
        case articles, people, quotations
    }

    /// What the list of quotations shows.
    enum QuotationSource: Sendable, Equatable {
        /// All in the listed articles.
        case all
        /// Those of one person in the listed articles.
        case person(String)
        /// Other reports of one, in the whole library.
        case sameWords(QuotationKey)
    }

    /// Whose page was asked for.
    struct PersonQuestion: Sendable, Equatable {
        var name: ActorName
        var generation: Int
    }

    /// Which pane has the keys.
    enum Focus: Sendable, Equatable {
        case list, article
    }

    /// What lies over the panes and has the keys.
    enum Overlay: Sendable {
        /// The keys.
        case help(HelpView)
        /// The themes, with the one to go back to.
        case themes(before: Int)
        /// A filter being typed.
        case prompt(FilterPrompt)
        /// Another line being typed: what to find, a command.
        case line(LinePrompt)
        /// Something to choose: a part of the article, a link.
        case choices(ChoiceList)
    }

    /// What to do in an article as soon as it is there.
    enum Arrival: Sendable, Equatable {
        /// Go to the place where the reader left it.
        case place
        /// Go to the first, or last, quotation.
        case firstQuotation, lastQuotation
        /// Go to the quotation of this index.
        case quotation(Int)
        /// Go where the reader was, at a quotation or name.
        case spot(ArticleView, ArticleCursor?)
        /// Go to the first, or last, match of what is searched for.
        case firstMatch, lastMatch
    }

    /// An article that was asked for.
    struct Opening: Sendable, Equatable {
        var key: ArticleKey
        var generation: Int
        var arrival: Arrival
    }

    /// The article in the pane, asked for once more since the library has changed.
    struct Renewal: Sendable, Equatable {
        var key: ArticleKey
        var generation: Int
        /// Whether the library has changed again since.
        var isStale = false
    }

    /// A filter in force, with what the list was before it.
    struct FilterStep: Sendable {
        var text: String
        var filter: Filter
        /// Whether the person under the cursor gave it, so that another person takes its place.
        var isPerson: Bool
        var before: WindowedList<ArticleSummary>
        /// Back to the list of people or of quotations, where it was set there.
        var way: Way?
    }

    /// The screen's extent.
    public internal(set) var size: Size
    /// Options and look.
    public internal(set) var settings: Settings
    let keyMap: KeyMap
    let themes: [Theme]
    var themeIndex: Int
    /// The terminal's ground, where it is known and counts.
    var ground: Ground?

    var side = Side.articles
    /// Where the list of people or of quotations was opened, the earliest first; empty while neither is shown.
    var stations: [Station] = []
    var focus = Focus.list
    var overlay: Overlay?
    /// Keys pressed that are the beginning of a command's.
    var pending: [Key] = []
    /// The number typed before a command.
    var count: Int?
    /// The command that waits for a mark's letter.
    var awaitingKey: Command?
    /// The last jump, for ``Command/repeat``.
    var lastJump: (command: Command, count: Int)?
    /// The way through articles.
    var jumps = JumpList()
    /// Places marked with letters.
    var spots: [Character: Spot] = [:]
    /// What is looked for in articles, typed last; nil once given up.
    var found: String?
    var findHistory: [String] = []
    /// What the names listed in the list of people are to begin with; empty for all.
    var namesTyped = ""
    var pipeHistory: [String] = []
    /// Whether the reasons of the quotation the reader is at are shown.
    var showsWhy = false
    /// What the list of quotations shows.
    var quotationSource = QuotationSource.all
    /// How the words of the quotations listed differ from those they are compared with.
    var alignments: [QuotationKey: WordAlignment] = [:]
    /// The jump that found nothing, which pressed again goes to another article.
    var exhausted: Command?

    var list = WindowedList<ArticleSummary>()
    var people = WindowedList<PersonSummary>()
    var quotations = WindowedList<QuotationSummary>()
    /// What the library tells of the person the list is at; nil until it is known.
    var personPage: PersonPage?
    /// Whose page was asked for last.
    var personAsked: PersonQuestion?
    /// Whether an answer of the list goes to its top instead of keeping the article.
    var listGoesToTop = true
    /// Whether nobody has pressed anything yet: until then articles that come do not move the list off its top.
    var isUntouched = true
    var filters: [FilterStep] = []
    var filterHistory: [String] = []
    /// Filters under names, as far as they have come from the library.
    var savedFilters = SavedFilters.none
    /// What is lit for the filter in force, or the one being typed.
    var lit = LitWords()

    var open: OpenArticle?
    var opening: Opening?
    var renewal: Renewal?
    /// Whether the library has changed since the article in the pane came; the list comes first.
    var mayRenewArticle = false
    /// Whether the article to come is to be read, not only shown beside the list.
    var marksReadOnArrival = false

    var messages = MessageArea()
    var progress: ImportProgress?
    /// How many articles are still to be annotated anew.
    var annotatingLeft = 0
    var generation = 0
    var effects: [Effect] = []

    /// A reader that shows nothing yet.
    ///
    /// - Parameters:
    ///   - settings: Options; `settings.theme` names one of `themes`, else the first of them is used.
    ///   - keyMap: Which keys do what.
    ///   - themes: All there are to choose from; plain without any.
    ///   - ground: The terminal's ground as far as it is known.
    ///   - size: The screen's extent.
    ///   - filter: A filter to begin with, in the filter language; empty for none.
    public init(settings: Settings, keyMap: KeyMap, themes: [Theme], ground: Ground? = nil, size: Size, filter: String = "")
    {
        self.settings = settings
        self.keyMap = keyMap
        self.themes = themes.isEmpty ? [Theme(name: "plain", styles: [:], speakers: [])] : themes
        self.size = size
        self.ground = settings.ground.ground(told: ground)
        let theme = settings.themeName(on: self.ground)
        themeIndex = self.themes.firstIndex { $0.name == theme } ?? 0
        guard !filter.isEmpty else { return }
        switch FilterText.parse(filter) {
        case .success(let parsed):
            filters = [FilterStep(text: filter, filter: parsed, isPerson: false, before: list)]
            lit = LitWords(of: parsed)
        case .failure(let mistake): messages.tell(Notice(.error, "Filter: \(mistake.message)"))
        }
    }

    /// The first effects.
    public mutating func start() -> [Effect] {
        askForList(goingToTop: true)
        effects += [.loadSavedFilters, .loadBookmarks]
        if settings.mouse { effects.append(.setMouse(true)) }
        defer { effects = [] }
        return effects
    }

    /// The last effects when something else than a key ends the program: what is to be remembered.
    public mutating func end() -> [Effect] {
        keepPlace()
        defer { effects = [] }
        return effects
    }

    /// The theme in use.
    public var theme: Theme { themes[themeIndex] }

    /// The filter in force.
    var filter: Filter { filters.last?.filter ?? .all }
    /// The filter in force as it was typed.
    var filterText: String { filters.last?.text ?? "" }

    /// Where the panes lie.
    var plan: PanePlan {
        PanePlan(
            size: size, panes: settings.plain ? .single : settings.panes, split: settings.split,
            showsArticle: focus == .article,
            leastList: side == .people ? 36 : 20)
    }

    /// Where the keys go.
    var place: CommandContext {
        switch overlay {
        case .help(let help): return help.isTyping ? .prompt : .help
        case .themes: return .themes
        case .prompt, .line: return .prompt
        case .choices: return .choices
        case nil: break
        }
        if focus == .article { return .article }
        switch side {
        case .articles: return .list
        case .people: return .people
        case .quotations: return .quotations
        }
    }

    /// A command's key as messages name it; nil when it has none.
    func keyName(_ command: Command) -> String? { keyMap.hint(for: command).map(KeyName.short) }

    /// How the rows of the list of articles are set in the list's pane.
    var rowLayout: RowLayout { RowLayout(plan.list.size) }

    /// Where the rows of the list of articles stand.
    func listPlan(from top: Int) -> ArticleListPlan {
        ArticleListPlan(
            list, top: top, height: plan.list.size.height, layout: rowLayout,
            groupedBy: settings.grouped ? filter.order?.key ?? .date : nil)
    }

    /// How many rows of the list of articles fit on the screen; as many as would if all were there.
    var articlesShown: Int {
        let most = max(1, plan.list.size.height / rowLayout.height)
        return settings.grouped && list.count > 0 ? min(most, listPlan(from: list.top).rows) : most
    }

    /// How many rows of the left pane's list fit on the screen.
    var rowsShown: Int {
        let area = plan.list.size
        switch side {
        case .articles: return articlesShown
        case .people: return max(1, area.height - PeopleRows.headingHeight(in: area))
        case .quotations: return max(1, area.height / QuotationRows.height(in: area))
        }
    }

    mutating func nextGeneration() -> Int {
        generation += 1
        return generation
    }
}

/// What of the help is shown.
struct HelpView: Sendable {
    /// The line at the top.
    var top = 0
    /// The place it was opened in, whose keys stand first.
    var place: CommandContext
    /// Words that lines are to have; empty for all lines.
    var words = LineEditor("", history: [])
    /// Whether they are being typed.
    var isTyping = false
}

/// A filter being typed, and what to go back to.
struct FilterPrompt: Sendable {
    var editor: LineEditor
    /// What is wrong with the filter as it stands.
    var mistake: FilterMistake?
    /// The filter that the list shows, or will as soon as it is answered.
    var filter: Filter
    /// What may be typed at the cursor; nil until that is known.
    var completion: Completion?
    /// The generation of the question what may be typed.
    var completionAsked = -1
    /// Whether the first candidate is to be taken as soon as there is one.
    var wantsCompletion = false
    let before: Before

    /// What may be typed at a place of a line.
    struct Completion: Sendable, Equatable {
        /// What may be typed, and what it replaces.
        var found: FilterCompletion
        /// The line that it is about.
        var text: String
        /// The candidate that stands in the line.
        var chosen: Int?
        /// Whether the candidates are shown: where something has been begun.
        var isShown: Bool

        init(found: FilterCompletion, of text: String) {
            (self.found, self.text) = (found, text)
            let before = Array(text.utf8)[..<max(0, min(found.range.lowerBound, text.utf8.count))]
            isShown = !found.candidates.isEmpty && (!found.range.isEmpty || before.last == 0x3A)
        }
    }

    /// This prompt, with a mistake shown.
    func with(_ mistake: FilterMistake) -> FilterPrompt {
        var prompt = self
        prompt.mistake = mistake
        return prompt
    }

    /// What Esc gives back.
    struct Before: Sendable {
        var list: WindowedList<ArticleSummary>
        var open: OpenArticle?
        var side: ReaderState.Side
        var focus: ReaderState.Focus
        var lit: LitWords
    }
}
