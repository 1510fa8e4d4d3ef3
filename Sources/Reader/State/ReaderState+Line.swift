import DocumentModel

/// Lines typed for another end than a filter.
extension ReaderState {
    /// Opens the line for a command that gets the article.
    mutating func openPipe() {
        guard markedArticle != nil else { return }
        overlay = .line(LinePrompt(purpose: .pipe, editor: LineEditor("", history: pipeHistory)))
    }

    /// Opens the line for the file to write what is listed to.
    mutating func openExport() {
        overlay = .line(LinePrompt(purpose: .export, editor: LineEditor("", history: [])))
    }

    /// Has what is listed written to a file; from an article, its list's articles.
    private mutating func export(to path: String) {
        guard !path.isEmpty else { return }
        switch side {
        case .articles: effects.append(.export(ExportRequest(rows: .articles, filter: filter, path: path)))
        case .people:
            let request = ExportRequest(rows: .people, filter: filter, namesTyped: namesTyped, path: path)
            effects.append(.export(request))
        case .quotations: effects.append(.export(ExportRequest(rows: .quotations, filter: quotationFilter, path: path)))
        }
    }

    mutating func runInLine(_ command: Command) {
        guard case .line(let prompt) = overlay else { return }
        switch command {
        case .promptAccept: accept(prompt)
        case .promptCancel: giveUp(prompt)
        default:
            var isLeft = false
            editLine { isLeft = !$0.run(command) }
            if isLeft { giveUp(prompt) }
        }
    }

    /// Edits the line; what it is for may follow it at once.
    mutating func editLine(_ body: (inout LineEditor) -> Void) {
        guard case .line(var prompt) = overlay else { return }
        let before = prompt.editor.text
        body(&prompt.editor)
        overlay = .line(prompt)
        guard prompt.editor.text != before else { return }
        switch prompt.purpose {
        case .find(let origin): find(prompt.editor.text, from: origin)
        case .names: listNames(prompt.editor.text)
        default: break
        }
    }

    // MARK: Searching the help

    mutating func runInHelp(_ command: Command) {
        guard case .help(var help) = overlay else { return }
        switch command {
        case .promptAccept:
            help.isTyping = false
            overlay = .help(help)
        case .promptCancel: overlay = .help(HelpView(place: help.place))
        default:
            var isLeft = false
            editHelp { isLeft = !$0.run(command) }
            if isLeft { overlay = .help(HelpView(place: help.place)) }
        }
    }

    /// Edits the words that the help is searched for.
    mutating func editHelp(_ body: (inout LineEditor) -> Void) {
        guard case .help(var help) = overlay else { return }
        body(&help.words)
        help.top = 0
        overlay = .help(help)
    }

    // MARK: Lines at their end

    private mutating func accept(_ prompt: LinePrompt) {
        let text = prompt.editor.text
        switch prompt.purpose {
        case .find(let origin): acceptFind(text, from: origin)
        case .names:
            overlay = nil
            if people.total == 0 { messages.answer("Nobody listed is called “\(text)”.") }
        case .pipe:
            overlay = nil
            guard !text.trimmingSpaces.isEmpty, let article = markedArticle else { return }
            pipeHistory = LineEditor.history(pipeHistory, adding: text)
            effects.append(.pipe(article.article.text, to: text))
        case .export:
            overlay = nil
            export(to: text.trimmingSpaces)
        case .save:
            overlay = nil
            save(as: text)
        case .speaker, .merge, .split, .rename:
            overlay = nil
            correct(prompt.purpose, text.trimmingSpaces)
        }
    }

    /// Carries out a correction with a name that was typed; an empty one does nothing.
    private mutating func correct(_ purpose: LinePrompt.Purpose, _ typed: String) {
        guard !typed.isEmpty else { return }
        switch purpose {
        case .speaker(let key): effects.append(.correct(.speaker(key, ActorName(typed))))
        case .merge(let name): effects.append(.correct(.merge(ActorName(typed, kind: name.kind), name)))
        case .split(let name): effects.append(.correct(.split(name, ActorName(typed, kind: name.kind, in: name.article))))
        case .rename(let name): if typed != name.name { effects.append(.correct(.rename(name, to: typed))) }
        case .find, .names, .pipe, .export, .save: break
        }
    }

    private mutating func giveUp(_ prompt: LinePrompt) {
        switch prompt.purpose {
        case .find(let origin): giveUpFind(origin)
        case .names(let before):
            overlay = nil
            listNames(before)
        case .pipe, .export, .save, .speaker, .merge, .split, .rename: overlay = nil
        }
    }

    /// The article that commands for one are about: the one being read, or the one beside the list. Says so when none is.
    private var markedArticle: AnnotatedArticle? {
        mutating get {
            if let article = (focus == .article ? open : previewed)?.article { return article }
            messages.answer("First open an article\(keyName(.open).map { " (\($0))" } ?? "").")
            return nil
        }
    }

    // MARK: Taking away

    /// Copies the paragraph of the quotation or name the reader is at, else the first on the screen.
    mutating func copyParagraph() {
        guard var open else { return }
        let place: TextPlace
        if let quotation = open.quotation, open.shows(quotation.extent, in: quotation.part) {
            place = TextPlace(part: quotation.part, offset: quotation.extent.lowerBound)
        } else if let entity = open.entity, open.shows(entity.range, in: .text) {
            place = TextPlace(part: .text, offset: entity.range.lowerBound)
        } else {
            place = open.topPlace()
        }
        let article = open.article.article
        guard place.part == .text,
            let block = article.blocks.first(where: { $0.range.upperBound > place.offset })
        else {
            copy(article.title + "\n", "Copied the title.")
            return
        }
        copy(BlockText(article.text, block.range).joined + "\n", "Copied the paragraph.")
    }

    /// Copies the article's citation.
    mutating func copyArticleCitation() {
        guard let article = markedArticle?.article else { return }
        let details = article.details
        let parts = [
            details.author, article.title.isEmpty ? nil : "“\(article.title)”", details.source,
            details.date.map(ArticleDetails.day), details.url ?? article.id,
        ]
        copy(parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ") + "\n", "Copied the citation.")
    }

    /// Copies where the article was published, or its path.
    mutating func copyLink() {
        if focus == .list, side == .quotations {
            guard let row = quotations.selectedRow else { return }
            copy(row.id + "\n", "Copied: \(row.id)")
            return
        }
        guard let article = markedArticle?.article else { return }
        let link = article.details.url ?? article.id
        copy(link + "\n", "Copied: \(link)")
    }

    private mutating func copy(_ text: String, _ answer: String) {
        effects.append(.copy(text))
        messages.answer(answer)
    }

    /// Lets an editor write the note on the article.
    mutating func editNote() {
        guard let key = focus == .article ? open?.key : list.selectedRow?.key else { return }
        effects.append(.editNote(key))
    }
}

extension LineEditor {
    /// Carries out an editing command; false for deleting before an empty line, which leaves it.
    mutating func run(_ command: Command) -> Bool {
        switch command {
        case .promptOlder: older()
        case .promptNewer: newer()
        case .promptLeft: move(by: -1)
        case .promptRight: move(by: 1)
        case .promptStart: moveToStart()
        case .promptEnd: moveToEnd()
        case .promptDelete: delete()
        case .promptDeleteWord: deleteWord()
        case .promptDeleteLine: deleteLine()
        case .promptBackspace: return backspace() || !text.isEmpty
        default: break
        }
        return true
    }
}
