import DocumentModel
import Query
import Screen

extension ReaderState {
    /// Whether an input means something else once an answer is there that is under way: keys typed ahead of a slow line are
    /// for what the screen will show by then, not for what it shows now.
    public func awaitsAnswer(before input: Input) -> Bool {
        switch input {
        case .mouse: return overlay == nil && isListAwaited
        case .key(let key):
            guard overlay == nil, case .command(let command) = keyMap.match(pending + [key], in: place) else {
                return false
            }
            switch command {
            case .nextQuotation, .previousQuotation: return opening != nil || (focus == .list && isListAwaited)
            case .back, .quit, .quitAtOnce, .filter, .help, .themes, .redraw, .suspend: return false
            default: return focus == .article ? opening != nil : isListAwaited
            }
        case .paste, .resize, .ground: return false
        }
    }

    /// Whether the list of quotations compares each with one.
    var isComparing: Bool { if case .sameWords = quotationSource { true } else { false } }

    /// Whether something to choose lies over the panes.
    var isChoosing: Bool { if case .choices = overlay { true } else { false } }

    /// Whether the left pane is to list other rows than it does, or has not yet the one it is at.
    private var isListAwaited: Bool {
        switch side {
        case .articles: list.awaitsSelection
        case .people: people.awaitsSelection
        case .quotations: quotations.awaitsSelection
        }
    }

    /// Asks for the list anew, by the filter in force or being typed.
    mutating func askForList(goingToTop: Bool) {
        let rows = goingToTop ? 0..<list.wanted(height: rowsShown).count : list.wanted(height: rowsShown)
        listGoesToTop = goingToTop
        list.ask(rows, generation: nextGeneration())
        effects.append(
            .list(
                shownFilter, rows: rows, keeping: goingToTop ? nil : list.selectedRow?.key ?? open?.key,
                generation: list.asked))
    }

    mutating func askForPeople() {
        let rows = people.wanted(height: rowsShown)
        people.ask(rows, generation: nextGeneration())
        effects.append(.listPeople(filter, named: namesTyped, rows: rows, generation: people.asked))
    }

    mutating func askForQuotations() {
        let rows = quotations.wanted(height: rowsShown)
        quotations.ask(rows, generation: nextGeneration())
        askForQuotations(rows)
    }

    /// Asks for rows of the list of quotations; the other reports of one come all at once.
    mutating func askForQuotations(_ rows: Range<Int>) {
        switch quotationSource {
        case .all, .person: effects.append(.listQuotations(quotationFilter, rows: rows, generation: quotations.asked))
        case .sameWords(let key): effects.append(.listReports(key, generation: quotations.asked))
        }
    }

    /// Asks for the page of the person the list is at, unless it is there or under way.
    mutating func askForPerson() {
        guard let row = people.selectedRow else { return }
        let name = row.actor
        guard personAsked?.name != name else { return }
        let question = PersonQuestion(name: name, generation: nextGeneration())
        personAsked = question
        if personPage?.summary.name != name.name { personPage = nil }
        effects.append(.openPerson(name, generation: question.generation))
    }

    mutating func takeReports(_ matches: [QuotationMatch], generation: Int) {
        let rows = matches.map(\.quotation)
        guard quotations.take(total: rows.count, first: 0, rows: rows, generation: generation) else { return }
        alignments = Dictionary(
            matches.map { (QuotationKey(article: $0.quotation.article, ordinal: $0.quotation.ordinal), $0.alignment) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Articles came or changed: asks for what is shown, once at a time.
    mutating func refresh() {
        mayRenewArticle = true
        if list.goStale() { askForList(goingToTop: isUntouched) }
        switch side {
        case .articles: break
        case .people:
            personAsked = nil
            if people.goStale() { askForPeople() }
        case .quotations: if quotations.goStale() { askForQuotations() }
        }
    }

    mutating func takeList(
        total: Int, isCounted: Bool, first: Int, rows: [ArticleSummary], kept: Int?, generation: Int
    ) {
        let isAnew = generation != list.held
        let wasStale = list.isStale
        guard list.take(total: total, isCounted: isCounted, first: first, rows: rows, generation: generation) else {
            return
        }
        if isAnew {
            if listGoesToTop {
                list.selected = 0
                list.top = 0
            } else if let kept {
                // The article stays on its row of the screen, but the list's first page stays where it is.
                let row = list.selected - list.top
                list.top = list.top == 0 && kept < rowsShown ? 0 : max(0, kept - row)
                list.selected = kept
            }
            list.selected = max(0, min(list.selected, total - 1))
        }
        if wasStale {
            askForList(goingToTop: isUntouched)
        } else if mayRenewArticle {
            mayRenewArticle = false
            renewArticle()
        }
    }

    // MARK: Articles

    /// Asks for an article unless it is there or on its way.
    mutating func ask(for key: ArticleKey, arrival: Arrival) {
        if let current = opening {
            if current.key == key {
                opening?.arrival = arrival
                return
            }
        } else if open?.key == key {
            arrive(arrival)
            return
        }
        if open?.key == key {
            // Back before the other one came.
            opening = nil
            arrive(arrival)
            return
        }
        let opening = Opening(key: key, generation: nextGeneration(), arrival: arrival)
        self.opening = opening
        effects.append(.open(key, generation: opening.generation))
    }

    mutating func takeArticle(_ key: ArticleKey, _ article: AnnotatedArticle?, place: Int, note: String?, generation: Int) {
        if let renewal, renewal.generation == generation {
            self.renewal = nil
            if renewal.isStale { renewArticle() }
            if let article { renew(key, article) }
            return
        }
        guard let opening, opening.generation == generation, opening.key == key else { return }
        self.opening = nil
        // Whoever answers may have left out the older question.
        renewal = nil
        leaveArticle()
        guard let article else {
            open = nil
            focus = .list
            marksReadOnArrival = false
            messages.tell(Notice(.error, "This article is no longer in the library."))
            return
        }
        let pane = ArticlePlan(plan.showsArticle ? plan.article : plan.list, settings: settings)
        open = OpenArticle(
            key, article, place: place, note: note ?? "", words: row(of: key)?.words, width: pane.text.size.width,
            height: pane.text.size.height)
        if let found { open?.search(for: found) }
        arrive(opening.arrival)
        if marksReadOnArrival {
            marksReadOnArrival = false
            markRead(key, true)
        }
    }

    /// Asks for the article in the pane once more: a newer model, or another reader, may have found other quotations in it.
    private mutating func renewArticle() {
        guard let open, opening == nil else { return }
        if renewal?.key == open.key {
            renewal?.isStale = true
        } else {
            let renewal = Renewal(key: open.key, generation: nextGeneration())
            self.renewal = renewal
            effects.append(.open(open.key, generation: renewal.generation))
        }
    }

    /// Shows an article as it is now, where it was.
    private mutating func renew(_ key: ArticleKey, _ article: AnnotatedArticle) {
        guard var old = open, old.key == key, opening == nil, old.article != article else { return }
        var new = OpenArticle(
            key, article, place: old.place, note: old.note, words: row(of: key)?.words, width: old.flow.width,
            height: old.height)
        new.keptPlace = old.keptPlace
        new.show(old.view())
        new.cursor = old.cursor(in: article)
        if let found { new.search(for: found) }
        open = new
    }

    private mutating func arrive(_ arrival: Arrival) {
        guard let open else { return }
        switch arrival {
        case .place: break
        case .spot(let view, let cursor):
            self.open?.cursor = cursor
            self.open?.show(view)
        case .firstMatch, .lastMatch:
            if found == nil { self.open?.search(for: lit) }
            self.open?.goToMatch(first: arrival == .firstMatch)
        case .firstQuotation: self.open?.goTo(quotation: 0)
        case .lastQuotation: self.open?.goTo(quotation: open.article.annotation.quotations.count - 1)
        case .quotation(let index): if open.cursor != .quotation(index) { self.open?.goTo(quotation: index) }
        }
    }

    /// The article in the pane is about to be replaced.
    mutating func leaveArticle() { keepPlace() }

    /// Has the library remember where in the article the reader is, if that has changed.
    mutating func keepPlace() {
        guard let open, open.place != open.keptPlace else { return }
        self.open?.keptPlace = open.place
        effects.append(.setPlace(open.key, open.place))
    }

    // MARK: Marks

    /// The list's row of an article, if it is held.
    func row(of key: ArticleKey) -> ArticleSummary? {
        list.selectedRow?.key == key ? list.selectedRow : list.rows.first { $0.key == key }
    }

    /// A note was written: keeps it, and shows it over the text.
    mutating func takeNote(_ key: ArticleKey, _ note: String) {
        effects.append(.setNote(key, note))
        if open?.key == key { open?.note = note }
        messages.answer(note.isEmpty ? "There is no note any more." : "The note is kept; is:noted finds it.")
    }

    /// The article that marks are for: the one being read, or the list's.
    private var markedKey: ArticleKey? { focus == .article ? open?.key : list.selectedRow?.key }

    mutating func markRead(_ key: ArticleKey, _ isRead: Bool) {
        guard row(of: key)?.isRead != isRead else { return }
        change(key) { $0.isRead = isRead }
        effects.append(.setRead(key, isRead))
    }

    mutating func toggleRead() {
        guard let key = markedKey, let row = row(of: key) else { return }
        markRead(key, !row.isRead)
        messages.answer(row.isRead ? "Marked unread." : "Marked read.")
    }

    mutating func toggleStar() {
        guard let key = markedKey, let row = row(of: key) else { return }
        change(key) { $0.isStarred.toggle() }
        effects.append(.setStarred(key, !row.isStarred))
        messages.answer(row.isStarred ? "Star taken away." : "Starred.")
    }

    private mutating func change(_ key: ArticleKey, _ body: (inout ArticleSummary) -> Void) {
        if let index = list.rows.firstIndex(where: { $0.key == key }) { list.change(list.first + index, body) }
    }
}
