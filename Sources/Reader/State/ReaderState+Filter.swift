import DocumentModel
import Query
import Screen

extension ReaderState {
    // MARK: Typing a filter

    mutating func openPrompt() {
        if case .help(var help) = overlay {
            help.isTyping = true
            overlay = .help(help)
            return
        }
        keepPlace()
        let before = FilterPrompt.Before(list: list, open: open, side: side, focus: focus, lit: lit)
        side = .articles
        let text = filterText.isEmpty ? "" : filterText + " "
        overlay = .prompt(
            FilterPrompt(editor: LineEditor(text, history: filterHistory), filter: filter, before: before))
        focus = .list
    }

    mutating func pressInPrompt(_ key: Key) {
        switch keyMap.match([key], in: .prompt) {
        case .command(let command): run(command)
        case .beginning: break
        case .none:
            guard case .character(let character) = key.code, key.modifiers.isEmpty else { return }
            switch overlay {
            case .line: editLine { $0.insert(String(character)) }
            case .help: editHelp { $0.insert(String(character)) }
            default: type(String(character))
            }
        }
    }

    mutating func type(_ text: String) {
        edit { $0.insert(text) }
    }

    mutating func runInPrompt(_ command: Command) {
        switch overlay {
        case .line:
            runInLine(command)
            return
        case .help:
            runInHelp(command)
            return
        default: break
        }
        switch command {
        case .promptAccept: acceptFilter()
        case .promptCancel: giveUpFilter()
        case .promptComplete: complete(1)
        case .promptCompleteBack: complete(-1)
        default:
            var isThere = true
            edit { isThere = $0.run(command) }
            if !isThere { giveUpFilter() }
        }
    }

    /// Edits the line; a filter that means something else narrows the list at once.
    mutating func edit(_ body: (inout LineEditor) -> Void) {
        guard case .prompt(var prompt) = overlay else { return }
        let text = prompt.editor.text
        body(&prompt.editor)
        guard prompt.editor.text != text else {
            overlay = .prompt(prompt)
            return
        }
        switch FilterText.parse(prompt.editor.text, whileTyping: true, saved: savedFilters) {
        case .success(let filter):
            prompt.mistake = nil
            let isNew = filter != prompt.filter
            prompt.filter = filter
            overlay = .prompt(prompt)
            if isNew {
                lit = LitWords(of: filter)
                askForList(goingToTop: true)
            }
        case .failure(let mistake):
            prompt.mistake = mistake
            overlay = .prompt(prompt)
        }
        askForCompletion()
    }

    /// Keeps the filter; with a mistake in it, says so and stays.
    private mutating func acceptFilter() {
        guard case .prompt(let prompt) = overlay, prompt.mistake == nil else { return }
        let text = prompt.editor.text.trimmingSpaces
        let finished: Filter
        switch FilterText.parse(text, saved: savedFilters) {
        case .success(let filter): finished = filter
        case .failure(let mistake):
            overlay = .prompt(prompt.with(mistake))
            return
        }
        overlay = nil
        let isShown = finished == prompt.filter
        var station = self.station
        (station.side, station.focus, station.open) = (prompt.before.side, prompt.before.focus, prompt.before.open)
        let way = leaveForArticles(station)
        remember(text)
        if finished == .all {
            filters = []
        } else if finished != filter {
            filters.append(
                FilterStep(text: text, filter: finished, isPerson: false, before: prompt.before.list, way: way))
        }
        lit = LitWords(of: finished)
        if !isShown { askForList(goingToTop: true) }
    }

    /// Gives back list, article and place as they were before the filter was typed.
    private mutating func giveUpFilter() {
        guard case .prompt(let prompt) = overlay else { return }
        overlay = nil
        let hasChanged = list.asked != prompt.before.list.asked
        side = prompt.before.side
        focus = prompt.before.focus
        lit = prompt.before.lit
        if hasChanged {
            restore(prompt.before.list)
            opening = nil
            open = prompt.before.open
        }
    }

    private mutating func remember(_ text: String) {
        filterHistory = LineEditor.history(filterHistory, adding: text)
    }

    // MARK: Filters in force

    /// Puts a list back as it was, and asks whether it still is.
    private mutating func restore(_ before: WindowedList<ArticleSummary>) {
        list = before
        askForList(goingToTop: before.total == nil)
    }

    /// Takes back the last filter, with the list as it was before.
    mutating func undoFilter() {
        guard let step = filters.popLast() else { return }
        lit = LitWords(of: filter)
        restore(step.before)
        if let way = step.way { goBack(way) }
        messages.answer(filters.isEmpty ? "All articles again." : "Back to: \(filterText)")
    }

    /// Orders the list anew; by what it is ordered already, the other way round.
    mutating func sort(by key: ListOrder.Key) {
        if key == .relevance, lit.isEmpty {
            messages.answer("By relevance needs words to filter by\(keyName(.filter).map { " (\($0))" } ?? "").")
            return
        }
        let now = filter.order ?? ListOrder(.date)
        let order = ListOrder(key, isReversed: now.key == key && !now.isReversed)
        let sorted = Filter(filter.condition, order: order == ListOrder(.date) ? nil : order)
        if var step = filters.popLast() {
            (step.filter, step.text) = (sorted, sorted.description)
            if sorted != .all { filters.append(step) }
        } else if sorted != .all {
            filters.append(FilterStep(text: sorted.description, filter: sorted, isPerson: false, before: list))
        }
        messages.answer("The list is \(Filter(nil, order: order).meaning).")
        askForList(goingToTop: true)
        switch side {
        case .articles, .people: break
        case .quotations:
            quotations = WindowedList()
            askForQuotations()
        }
    }

    /// Narrows the list to the articles of the person under the cursor; another person takes that one's place.
    mutating func filterByPerson() {
        guard let clause = personUnderCursor() else { return }
        let base = filters.last?.isPerson == true ? filters.dropLast().last?.text ?? "" : filterText
        let text = base.isEmpty ? clause : "\(base) \(clause)"
        switch FilterText.parse(text, saved: savedFilters) {
        case .failure(let mistake): messages.answer("This name cannot be filtered by: \(mistake.message)")
        case .success(let parsed):
            guard parsed != filter else {
                messages.answer("The list is already filtered by \(clause).")
                return
            }
            // From the list of articles, or one of them, one stays there.
            let way = side == .articles ? nil : leaveForArticles(station)
            let replaced = filters.last?.isPerson == true ? filters.removeLast() : nil
            filters.append(
                FilterStep(
                    text: text, filter: parsed, isPerson: true, before: replaced?.before ?? list,
                    way: replaced == nil ? way : replaced?.way))
            remember(text)
            lit = LitWords(of: parsed)
            askForList(goingToTop: false)
            let back = keyName(.back) ?? "back"
            messages.answer("\(text); \(back) \(focus == .article ? "in the list " : "")takes it back.")
        }
    }

    /// The filter for whoever is under the cursor; says so when that is nobody.
    private mutating func personUnderCursor() -> String? {
        if focus == .list {
            switch side {
            case .people:
                guard let row = people.selectedRow else { return nil }
                return FilterText.clause(row.kind == .person ? .person : .entity, row.name)
            case .quotations:
                if let name = quotations.selectedRow?.speaker { return FilterText.clause(.said, name) }
                messages.answer("The article does not name who says this.")
                return nil
            case .articles:
                if let name = list.selectedRow?.speakers.first { return FilterText.clause(.said, name) }
                messages.answer("Nobody is quoted by name in this article.")
                return nil
            }
        }
        guard let open else { return nil }
        if let quotation = open.quotation {
            if let speaker = open.article.annotation.speaker(of: quotation) {
                return FilterText.clause(.said, speaker.name)
            }
            messages.answer("The article does not name who says this.")
            return nil
        }
        if let entity = open.entity {
            if let clause = FilterText.clause(for: entity, in: open.article) { return clause }
            messages.answer("This is no person, body or place.")
            return nil
        }
        let keys = [Command.nextQuotation, .nextName].compactMap { keyName($0) }.joined(separator: ", ")
        messages.answer("First go to a quotation or a name (\(keys)).")
        return nil
    }
}
