import DocumentModel
import Screen

extension ReaderState {
    mutating func changeLook(_ body: (inout Settings) -> Void) {
        let before = settings
        body(&settings)
        keepSettings()
        if settings.quotationsLit != before.quotationsLit {
            messages.answer(settings.quotationsLit ? "Quotations are lit." : "Quotations are not lit.")
        }
        if settings.grouped != before.grouped {
            messages.answer(settings.grouped ? "The list is grouped by what it is ordered by." : "The list is not grouped.")
        }
        if settings.namesLit != before.namesLit {
            messages.answer(settings.namesLit ? "Names are lit." : "Names are not lit.")
        }
    }

    func keepSettingsEffect() -> Effect { .keepSettings(settings.kept) }

    mutating func keepSettings() { effects.append(keepSettingsEffect()) }

    /// The terminal tells of its ground: takes the theme for it, unless a theme is being chosen just now.
    mutating func adopt(_ told: Ground) {
        ground = settings.ground.ground(told: told)
        guard let index = themes.firstIndex(where: { $0.name == settings.themeName(on: ground) }) else { return }
        if case .themes = overlay { overlay = .themes(before: index) } else { themeIndex = index }
    }

    /// Makes the list wider, or narrower for less than none.
    mutating func moveSplit(by columns: Int) {
        guard plan.isDivided else {
            messages.answer("There is one pane only.")
            return
        }
        let before = plan
        let old = settings.split
        let isStacked = plan.divider.size.height == 1 && plan.divider.size.width > 1
        // Rows are fewer than columns: a step that moves a stacked list by one of them.
        let step = isStacked ? columns.signum() * max(1, (size.width + size.height - 1) / max(1, size.height)) : columns
        let now = isStacked ? settings.split.columns(of: size.width) : before.list.size.width
        settings.split = .columns(max(1, min(size.width - 1, now + step)))
        guard plan != before else {
            settings.split = old
            messages.answer(columns > 0 ? "The list is as wide as it can be." : "The list is as narrow as it can be.")
            return
        }
        keepSettings()
    }

    /// Arranges the panes so, or, if they are so, side by side.
    mutating func arrange(_ wanted: Settings.Panes) {
        guard !settings.plain else {
            messages.answer("A plain screen shows one pane at a time.")
            return
        }
        settings.panes = settings.panes == wanted ? .sideBySide : wanted
        keepSettings()
        let plan = self.plan
        switch settings.panes {
        case .stacked where !plan.isDivided: messages.answer("The screen is too low for two panes.")
        case .sideBySide where !plan.isDivided: messages.answer("Two panes need \(PanePlan.twoPanes) columns.")
        case .stacked, .sideBySide, .single: break
        }
    }

    mutating func toggleMouse() {
        settings.mouse.toggle()
        effects.append(.setMouse(settings.mouse))
        messages.answer(
            settings.mouse
                ? "The mouse chooses and scrolls; hold Shift to select text."
                : "The mouse is the terminal's: it selects text.")
    }

    /// Copies the quotation under the cursor with its citation.
    mutating func copyQuotation() {
        if focus == .list, side == .quotations {
            guard let row = quotations.selectedRow else { return }
            copy(Citation(row))
            return
        }
        guard let open else { return }
        guard case .quotation(let index) = open.cursor, open.article.annotation.quotations.indices.contains(index) else {
            messages.answer("First go to a quotation\(keyName(.nextQuotation).map { " (\($0))" } ?? "").")
            return
        }
        copy(Citation(open.article, open.article.annotation.quotations[index]))
    }

    private mutating func copy(_ citation: Citation) {
        effects.append(.copy(citation.text))
        messages.answer("Copied, with its citation.")
    }
}

/// A quotation as one takes it out: the words, who said them, and where.
struct Citation: Sendable, Equatable {
    /// Two lines: the words; a dash, the speaker, and the source.
    let text: String

    /// Of a quotation in an article.
    init(_ article: AnnotatedArticle, _ quotation: Quotation) {
        let details = article.article.details
        self.init(
            words: article.text(of: quotation), speaker: article.annotation.speaker(of: quotation)?.name,
            title: article.article.title, source: details.source, date: details.date,
            place: details.url ?? article.article.id)
    }

    /// Of a row in the list of quotations.
    init(_ row: QuotationSummary) {
        self.init(
            words: row.text, speaker: row.speaker, title: row.title, source: row.source, date: row.date, place: row.id)
    }

    private init(words: String, speaker: String?, title: String, source: String?, date: String?, place: String) {
        let parts = [
            speaker ?? "not named", title.isEmpty ? nil : "“\(title)”", source, date.map(ArticleDetails.day), place,
        ]
        text = words + "\n— " + parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ") + "\n"
    }
}
