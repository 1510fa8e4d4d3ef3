import DocumentModel
import Screen

extension ReaderState {
    /// How many lines or rows a page has where the keys go.
    var rowsToPage: Int {
        switch overlay {
        case .help: HelpLayout(self).rows
        case .themes: themes.count
        case .choices(let choices): ChoiceLayout(choices, in: self).rows
        default: focus == .article ? max(1, plan.article.size.height) : rowsShown
        }
    }

    /// Moves by lines, or rows of a list.
    mutating func move(by count: Int) {
        switch overlay {
        case .help(var help):
            help.top = max(0, min(help.top + count, HelpLayout(self).lastTop))
            overlay = .help(help)
            return
        case .themes:
            themeIndex = max(0, min(themeIndex + count, themes.count - 1))
            return
        case .choices:
            moveChoice(by: count)
            return
        case .prompt, .line, nil: break
        }
        if focus == .article {
            let moved = open?.scroll(by: count)
            if moved == false { messages.answer(count > 0 ? "The article's end." : "The article's beginning.") }
            return
        }
        let height = rowsShown
        switch side {
        case .articles: list.select(list.selected + count, height: height)
        case .people: people.select(people.selected + count, height: height)
        case .quotations: quotations.select(quotations.selected + count, height: height)
        }
    }

    /// Moves to the first or last line or row.
    mutating func moveToEnd(first: Bool) {
        if overlay == nil, focus == .article {
            if first { open?.scrollToStart() } else { open?.scrollToEnd() }
        } else {
            // Half of all there can be, so that adding to it cannot overflow.
            move(by: first ? -(Int.max / 4) : Int.max / 4)
        }
    }

    /// Moves to a line of the list, or of the article, counted from 1.
    mutating func moveToLine(_ number: Int) {
        moveToEnd(first: true)
        if number > 1 { move(by: number - 1) }
    }

    /// Goes on from the list to what is chosen in it.
    mutating func enter() {
        if case .themes = overlay {
            overlay = nil
            settings.setTheme(theme.name, on: ground)
            keepSettings()
            messages.answer("Theme: \(theme.name)")
            return
        }
        if isChoosing {
            choose()
            return
        }
        switch side {
        case .articles:
            guard let row = list.selectedRow else { return }
            ask(for: row.key, arrival: .place)
            read()
        case .quotations:
            guard let row = quotations.selectedRow else { return }
            ask(for: row.article, arrival: .quotation(row.ordinal))
            read()
        case .people:
            guard let row = people.selectedRow else { return }
            showTimeline(of: row.name)
        }
    }

    /// Gives the keys to the article, which counts as read from now on.
    mutating func read() {
        focus = .article
        if opening != nil {
            marksReadOnArrival = true
        } else if let open {
            markRead(open.key, true)
        }
    }

    /// One step back, the way the reader came.
    mutating func goBack() {
        switch overlay {
        case .help(let help):
            // First all keys again, then away.
            overlay = help.words.text.isEmpty ? nil : .help(HelpView(place: help.place))
            return
        case .themes(let before):
            themeIndex = before
            overlay = nil
            return
        case .choices:
            giveUpChoice()
            return
        case .prompt, .line, nil: break
        }
        if focus == .article {
            if showsWhy {
                showsWhy = false
                return
            }
            if clearFind() { return }
            keepPlace()
            focus = .list
        } else if side == .people, !namesTyped.isEmpty {
            listNames("")
        } else if side != .articles {
            leaveSide()
        } else if !filters.isEmpty {
            undoFilter()
        } else {
            let quit = keyName(.quit).map { "\($0) ends the program." } ?? "This is the list."
            messages.answer(quit)
        }
    }

    /// Back to the list as one step, from the list out.
    mutating func quitHere() {
        if overlay == nil, focus == .article {
            // The article is left whatever is shown in it.
            showsWhy = false
            _ = clearFind()
        }
        if overlay != nil || focus == .article || side != .articles { goBack() } else { quit() }
    }

    mutating func quit() {
        keepPlace()
        effects.append(.quit)
    }

    mutating func changePane() {
        if focus == .article {
            keepPlace()
            focus = .list
        } else if open != nil || opening != nil {
            read()
        } else {
            enter()
        }
    }

    /// The article `count` rows further in the list; read on when reading.
    mutating func moveToArticle(_ count: Int, arrival: Arrival = .place) {
        if side == .quotations {
            quotations.select(quotations.selected + count, height: rowsShown)
            if focus == .article, let row = quotations.selectedRow {
                ask(for: row.article, arrival: .quotation(row.ordinal))
                read()
            }
            return
        }
        let before = list.selected
        list.select(list.selected + count, height: articlesShown)
        guard list.selected != before else {
            messages.answer(count > 0 ? "The list's last article." : "The list's first article.")
            return
        }
        guard focus == .article || arrival != .place, let row = list.selectedRow else { return }
        ask(for: row.key, arrival: arrival)
        read()
    }

    mutating func toggleHelp() {
        if case .help = overlay {
            overlay = nil
        } else if case .themes = overlay {
            overlay = .help(HelpView(place: .themes))
        } else {
            overlay = .help(HelpView(place: place))
        }
    }

    /// Shows why, or hides it.
    mutating func toggleWhy() {
        guard showsWhy || open?.quotation != nil else {
            messages.answer("First go to a quotation\(keyName(.nextQuotation).map { " (\($0))" } ?? "").")
            return
        }
        showsWhy.toggle()
    }

    // MARK: The article's own

    mutating func jumpToQuotation(_ direction: OpenArticle.Direction, by command: Command, again: Bool) {
        guard open != nil else { return }
        if focus == .list, opening == nil { read() }
        if open?.jumpToQuotation(direction) == true { return }
        let isForward = direction == .forward
        if again {
            moveToArticle(isForward ? 1 : -1, arrival: isForward ? .firstQuotation : .lastQuotation)
            return
        }
        exhausted = command
        let key = keyName(command) ?? "the key"
        let none = open?.article.annotation.quotations.isEmpty == true
        let what = none ? "No quotation here" : isForward ? "The last quotation" : "The first quotation"
        messages.answer("\(what); \(key) again goes to the \(isForward ? "next article" : "article before").")
    }

    mutating func jumpBySpeaker(_ direction: OpenArticle.Direction) {
        guard let open else { return }
        guard let quotation = open.quotation else {
            messages.answer("First go to a quotation\(keyName(.nextQuotation).map { " (\($0))" } ?? "").")
            return
        }
        guard let actor = quotation.speaker?.actor, let speaker = open.article.annotation.actor(actor) else {
            messages.answer("The article does not name who says this.")
            return
        }
        if self.open?.jumpToQuotation(direction, where: { $0.speaker?.actor == actor }) != true {
            messages.answer("\(direction == .forward ? "No later" : "No earlier") quotation by \(speaker.name) here.")
        }
    }

    mutating func jumpToName(_ direction: OpenArticle.Direction) {
        if open?.jumpToEntity(direction) == false {
            messages.answer(direction == .forward ? "No name below." : "No name above.")
        }
    }
}
