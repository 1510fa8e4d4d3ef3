import DocumentModel
import Query
import Screen

extension ReaderState {
    /// Takes an event; gives what to do about it.
    public mutating func update(_ event: Event) -> [Effect] {
        switch event {
        case .input(let input): take(input)
        case .listed(let total, let isCounted, let first, let rows, let kept, let generation):
            takeList(total: total, isCounted: isCounted, first: first, rows: rows, kept: kept, generation: generation)
        case .opened(let key, let article, let place, let note, let generation):
            takeArticle(key, article, place: place, note: note, generation: generation)
        case .noted(let key, let note): takeNote(key, note)
        case .people(let total, let first, let rows, let generation):
            _ = people.take(total: total, first: first, rows: rows, generation: generation)
        case .quotations(let total, let isCounted, let first, let rows, let generation):
            _ = quotations.take(total: total, isCounted: isCounted, first: first, rows: rows, generation: generation)
        case .person(let page, let generation): if personAsked?.generation == generation { personPage = page }
        case .completion(let completion, let generation): takeCompletion(completion, generation: generation)
        case .savedFilters(let filters): savedFilters = filters
        case .bookmarks(let bookmarks): take(bookmarks)
        case .corrected(let what): takeCorrection(what)
        case .reports(let matches, let generation): takeReports(matches, generation: generation)
        case .unread(let row, let key, let generation): takeUnread(row, key, generation: generation)
        case .imported(let progress): take(progress)
        case .annotating(let left): annotatingLeft = left
        case .libraryChanged: refresh()
        case .notice(let notice): messages.tell(notice)
        }
        settle()
        defer { effects = [] }
        return effects
    }

    private mutating func take(_ input: Input) {
        switch input {
        case .key, .mouse, .paste: isUntouched = false
        case .resize, .ground: break
        }
        switch input {
        case .key(let key): press(key)
        case .mouse(let action, let position): point(action, position)
        case .resize(let size): self.size = size
        case .paste(let text):
            switch overlay {
            case .prompt: type(text)
            case .line: editLine { $0.insert(text) }
            case .help(let help) where help.isTyping: editHelp { $0.insert(text) }
            default: break
            }
        case .ground(let ground): adopt(ground)
        }
    }

    private mutating func press(_ key: Key) {
        messages.clear()
        if place == .prompt {
            pressInPrompt(key)
            return
        }
        if let command = awaitingKey {
            awaitingKey = nil
            take(key, for: command)
            return
        }
        if countDigit(key) { return }
        pending.append(key)
        let keys = pending
        switch keyMap.match(keys, in: place) {
        case .beginning: return
        case .command(let command):
            pending = []
            let count = self.count
            self.count = nil
            run(command, count: count)
        case .none:
            let isAbandoned = keys.last == Key(.escape) && keys.count > 1
            pending = []
            count = nil
            exhausted = nil
            guard !isAbandoned else { return }
            let help = keyName(.help).map { "; \($0) lists the keys" } ?? ""
            messages.answer("\(KeyName.short(Key.notation(of: keys))) does nothing here" + help)
        }
    }

    /// Takes a digit of the number before a command; false for any other key, and for a digit that is a command's own.
    private mutating func countDigit(_ key: Key) -> Bool {
        guard pending.isEmpty, case .character(let character) = key.code, key.modifiers.isEmpty,
            character.isASCII, let digit = character.wholeNumberValue, digit > 0 || count != nil,
            CommandContext.panes.isSuperset(of: place), keyMap.match([key], in: place) == .none
        else { return false }
        count = min((count ?? 0) * 10 + digit, 999_999)
        return true
    }

    /// Carries out a command as often as the number before it says, and remembers jumps for the way back.
    private mutating func run(_ command: Command, count: Int?) {
        let before = spot
        if command == .repeat {
            guard let jump = lastJump else {
                messages.answer("There is no jump to repeat yet.")
                return
            }
            run(jump.command, count: count ?? jump.count)
            return
        }
        switch command {
        case .down where count != nil, .up where count != nil:
            exhausted = nil
            move(by: (command == .down ? 1 : -1) * (count ?? 1))
        case .top where count != nil, .bottom where count != nil:
            exhausted = nil
            moveToLine(count ?? 1)
        default:
            let times = command.takesCount ? min(count ?? 1, 999) : 1
            for _ in 0..<times {
                run(command)
                // What was exhausted would go to another article.
                if exhausted != nil || opening != nil { break }
            }
        }
        if command.isRepeatable { lastJump = (command, count ?? 1) }
        if command.isJump, let before, opening != nil || spot != before { jumps.leave(before) }
    }

    /// Carries out a command once.
    mutating func run(_ command: Command) {
        let exhaustedBefore = exhausted
        exhausted = nil
        switch command {
        case .down: move(by: 1)
        case .up: move(by: -1)
        case .pageDown: move(by: max(1, rowsToPage - 1))
        case .pageUp: move(by: -max(1, rowsToPage - 1))
        case .halfPageDown: move(by: max(1, rowsToPage / 2))
        case .halfPageUp: move(by: -max(1, rowsToPage / 2))
        case .top: moveToEnd(first: true)
        case .bottom: moveToEnd(first: false)
        case .repeat: break
        case .find: if focus == .list, side == .people { openNames() } else { openFind() }
        case .nextMatch: jumpToMatch(.forward, by: command, again: exhaustedBefore == command)
        case .previousMatch: jumpToMatch(.backward, by: command, again: exhaustedBefore == command)
        case .why: toggleWhy()
        case .outline: openOutline()
        case .nextUnread: askForUnread()
        case .jumpBack: retrace(.backward)
        case .jumpForward: retrace(.forward)
        case .setMark, .goToMark, .savedFilter: awaitingKey = command
        case .saveFilter: openSave()
        case .correctSpeaker: openSpeakers()
        case .correctQuotation: correctQuotation()
        case .correctAct: correctAct()
        case .mergePeople: openMerge()
        case .splitPeople: openSplit()
        case .renamePerson: openRename()
        case .undoCorrection: undoCorrection()
        case .sortByDate: sort(by: .date)
        case .sortBySource: sort(by: .source)
        case .sortByTitle: sort(by: .title)
        case .sortByQuotations: sort(by: .quotes)
        case .sortByRelevance: sort(by: .relevance)
        case .sortByStory: sort(by: .story)
        case .sameWords: showSameWords()
        case .editNote: editNote()
        case .copyParagraph: copyParagraph()
        case .copyCitation: copyArticleCitation()
        case .copyLink: copyLink()
        case .openSource: openSource()
        case .followLink: openLinks()
        case .pipe: openPipe()
        case .export: openExport()
        case .open: enter()
        case .back: goBack()
        case .quit: quitHere()
        case .quitAtOnce: quit()
        case .nextPane, .previousPane: changePane()
        case .nextArticle: moveToArticle(1)
        case .previousArticle: moveToArticle(-1)
        case .people: if side == .people { leaveSide() } else { show(.people) }
        case .quotations: if side == .quotations { leaveSide() } else { show(.quotations) }
        case .help: toggleHelp()
        case .themes: overlay = .themes(before: themeIndex)
        case .nextQuotation: jumpToQuotation(.forward, by: command, again: exhaustedBefore == command)
        case .previousQuotation: jumpToQuotation(.backward, by: command, again: exhaustedBefore == command)
        case .nextBySpeaker: jumpBySpeaker(.forward)
        case .previousBySpeaker: jumpBySpeaker(.backward)
        case .nextName: jumpToName(.forward)
        case .previousName: jumpToName(.backward)
        case .nextParagraph: if open?.scrollToNextParagraph() == false { messages.answer("The last page.") }
        case .previousParagraph:
            if open?.scrollToPreviousParagraph() == false { messages.answer("The article's beginning.") }
        case .filter: openPrompt()
        case .filterByPerson: filterByPerson()
        case .toggleRead: toggleRead()
        case .toggleStar: toggleStar()
        case .copyQuotation: copyQuotation()
        case .toggleQuotations: changeLook { $0.quotationsLit.toggle() }
        case .toggleNames: changeLook { $0.namesLit.toggle() }
        case .toggleGroups: changeLook { $0.grouped.toggle() }
        case .widenList: moveSplit(by: 2)
        case .narrowList: moveSplit(by: -2)
        case .stack: arrange(.stacked)
        case .zoom: arrange(.single)
        case .toggleMouse: toggleMouse()
        case .redraw: effects.append(.redraw)
        case .suspend: effects.append(.suspend)
        case .promptAccept, .promptCancel, .promptOlder, .promptNewer, .promptLeft, .promptRight, .promptStart, .promptEnd,
            .promptBackspace, .promptDelete, .promptDeleteWord, .promptDeleteLine, .promptComplete, .promptCompleteBack:
            runInPrompt(command)
        }
    }

    /// Brings what follows from the rest in line: rows to ask for, the article to show, the sizes of panes.
    private mutating func settle() {
        let plan = self.plan
        let height = rowsShown
        switch side {
        case .articles:
            if list.total != nil {
                list.show(height: height)
                // Headings take room of their own.
                while settings.grouped, list.selected >= list.top + listPlan(from: list.top).rows { list.top += 1 }
            }
            if let rows = list.missing(height: height) {
                list.ask(rows, generation: list.asked)
                effects.append(.list(shownFilter, rows: rows, keeping: nil, generation: list.asked))
            }
        case .people:
            if people.total != nil { people.show(height: height) }
            if let rows = people.missing(height: height) {
                people.ask(rows, generation: people.asked)
                effects.append(.listPeople(filter, named: namesTyped, rows: rows, generation: people.asked))
            }
        case .quotations:
            if quotations.total != nil { quotations.show(height: height) }
            if let rows = quotations.missing(height: height) {
                quotations.ask(rows, generation: quotations.asked)
                askForQuotations(rows)
            }
        }
        if plan.isDivided, focus == .list, !isChoosing { preview() }
        if plan.showsArticle {
            let article = ArticlePlan(plan.article, settings: settings)
            open?.fit(width: article.text.size.width, height: article.text.size.height)
            open?.light(lit)
            open?.prepare()
        }
    }

    /// The filter that the list shows: while one is typed, that one.
    var shownFilter: Filter {
        if case .prompt(let prompt) = overlay { return prompt.filter }
        return filter
    }

    /// Shows the article the list is at beside it.
    private mutating func preview() {
        switch side {
        case .articles:
            guard let total = list.total else { return }
            if total == 0 {
                leaveArticle()
                open = nil
                opening = nil
            } else if let row = list.selectedRow {
                ask(for: row.key, arrival: .place)
            }
        case .quotations:
            if let row = quotations.selectedRow { ask(for: row.article, arrival: .quotation(row.ordinal)) }
        case .people: askForPerson()
        }
    }

    private mutating func take(_ progress: ImportProgress) {
        let wasRunning = self.progress?.isRunning == true
        self.progress = progress.isRunning ? progress : nil
        if wasRunning, !progress.isRunning, progress.failed > 0 {
            let what = ArticleDetails.counted(progress.failed, "file", "files")
            messages.tell(Notice(.information, "\(what) could not be read; the rest is here."))
        }
    }
}
