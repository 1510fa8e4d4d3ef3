import DocumentModel

extension ReaderState {
    /// Opens the line in which one types what to look for in the article.
    mutating func openFind() {
        guard var open else { return }
        if focus == .list { read() }
        let origin = FindOrigin(view: open.view(), matches: open.matches)
        overlay = .line(LinePrompt(purpose: .find(before: origin), editor: LineEditor("", history: findHistory)))
    }

    /// Opens the line in which one types what the names listed are to begin with.
    mutating func openNames() {
        overlay = .line(LinePrompt(purpose: .names(before: namesTyped), editor: LineEditor("", history: [])))
    }

    /// Lists only the people whose names have words that begin as these; everybody for none.
    mutating func listNames(_ typed: String) {
        guard typed != namesTyped else { return }
        namesTyped = typed
        people.selected = 0
        people.top = 0
        askForPeople()
    }

    /// Shows the first match of the line as it stands, and lights all.
    mutating func find(_ phrase: String, from origin: FindOrigin) {
        guard open != nil else { return }
        if phrase.trimmingSpaces.isEmpty {
            open?.matches = origin.matches
            open?.show(origin.view)
            return
        }
        open?.search(for: phrase)
        if open?.matches?.all.isEmpty == true {
            open?.show(origin.view)
        } else {
            open?.goToMatch(from: origin.view.place)
        }
    }

    /// Keeps what was looked for; the next article is searched for it too.
    mutating func acceptFind(_ phrase: String, from origin: FindOrigin) {
        overlay = nil
        guard !phrase.trimmingSpaces.isEmpty else {
            giveUpFind(origin)
            return
        }
        findHistory = LineEditor.history(findHistory, adding: phrase)
        guard let matches = open?.matches, !matches.all.isEmpty else {
            open?.matches = nil
            messages.answer("“\(phrase)” is not in this article.")
            return
        }
        found = phrase
        if let spot, spot.view != origin.view {
            jumps.leave(Spot(article: spot.article, title: spot.title, view: origin.view))
        }
    }

    /// Goes back to where the reader was before looking.
    mutating func giveUpFind(_ origin: FindOrigin) {
        overlay = nil
        open?.matches = origin.matches
        open?.show(origin.view)
    }

    /// Forgets what was looked for; false when nothing was.
    mutating func clearFind() -> Bool {
        guard found != nil || open?.matches?.phrase != nil else { return false }
        found = nil
        open?.matches = nil
        return true
    }

    /// To the next match of what was looked for, else of the filter, else to the next quotation.
    mutating func jumpToMatch(_ direction: OpenArticle.Direction, by command: Command, again: Bool) {
        guard open != nil else { return }
        if let found {
            if open?.matches?.phrase != found { open?.search(for: found) }
        } else if !lit.isEmpty {
            if open?.matches == nil { open?.search(for: lit) }
        } else {
            jumpToQuotation(direction, by: command, again: again)
            return
        }
        if focus == .list, opening == nil { read() }
        let isForward = direction == .forward
        if open?.jumpToMatch(direction) == true { return }
        if again {
            moveToArticle(isForward ? 1 : -1, arrival: isForward ? .firstMatch : .lastMatch)
            return
        }
        exhausted = command
        let none = open?.matches?.all.isEmpty == true
        let what = none ? "No match here" : isForward ? "The last match" : "The first match"
        let key = keyName(command) ?? "the key"
        messages.answer("\(what); \(key) again goes to the \(isForward ? "next article" : "article before").")
    }
}
