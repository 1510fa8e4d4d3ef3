import DocumentModel

/// Putting the annotator right.
extension ReaderState {
    /// Says that the quotation the reader is at is none.
    mutating func correctQuotation() {
        guard let (key, _) = correctable else { return }
        effects.append(.correct(.notAQuotation(key)))
    }

    /// Turns speech into thought, or back.
    mutating func correctAct() {
        guard let (key, act) = correctable else { return }
        effects.append(.correct(.act(key, act == .speech ? .thought : .speech)))
    }

    /// Lets the reader choose who says the quotation: anybody whom the article names, nobody it names, or another name.
    mutating func openSpeakers() {
        guard let (key, _) = correctable else { return }
        guard let open, open.key == key.article else {
            messages.answer("Open the article first\(keyName(.open).map { " (\($0))" } ?? "").")
            return
        }
        let annotation = open.article.annotation
        let now =
            annotation.quotations.indices.contains(key.ordinal)
            ? annotation.quotations[key.ordinal].speaker?.actor : nil
        let actors = annotation.actors.filter { $0.kind == .person } + annotation.actors.filter { $0.kind == .body }
        var rows = actors.map { actor in
            ChoiceList.Row(
                text: actor.name, detail: actor.kind == .person ? "" : "body",
                name: ActorName(actor.name, kind: actor.kind))
        }
        rows.append(ChoiceList.Row(text: "somebody the article does not name", name: nil))
        rows.append(ChoiceList.Row(text: "another name …", isOther: true))
        let selected = actors.firstIndex { $0.id == now } ?? 0
        overlay = .choices(ChoiceList(purpose: .speaker(key), title: "Who says this?", rows: rows, selected: selected))
    }

    /// Lets the reader choose whom the person under the cursor is the same as.
    mutating func openMerge() {
        guard let name = correctableName else { return }
        var others = people.rows.filter { $0.kind == name.kind && $0.actor != name }.map {
            ChoiceList.Row(
                text: $0.name, detail: ArticleDetails.counted($0.articles, "article", "articles"), name: $0.actor)
        }
        if side != .people || focus == .article, let open {
            others = open.article.annotation.actors.filter { $0.kind == name.kind && $0.name != name.name }.map {
                ChoiceList.Row(text: $0.name, name: open.name(of: $0))
            }
        }
        others.append(ChoiceList.Row(text: "another name …", isOther: true))
        overlay = .choices(ChoiceList(purpose: .merge(name), title: "\(name.name) is also …", rows: others))
    }

    /// Lets the reader choose which of a person's spellings is somebody else's.
    mutating func openSplit() {
        guard let name = correctableName else { return }
        let spellings =
            open?.article.annotation.actors.first { $0.name == name.name && $0.kind == name.kind }?.aliases ?? []
        let others = spellings.filter { $0 != name.name }
        // An article tells whom it names from whoever is called so elsewhere.
        let isOfArticle = side != .people || focus == .article
        guard !others.isEmpty || isOfArticle && name.kind == .person else {
            overlay = .line(LinePrompt(purpose: .split(name), editor: LineEditor("", history: [])))
            return
        }
        var rows = others.map { ChoiceList.Row(text: $0, name: ActorName($0, kind: name.kind, in: name.article)) }
        if isOfArticle, name.kind == .person {
            rows.append(ChoiceList.Row(text: "who is called so in other articles", name: name))
        }
        overlay = .choices(
            ChoiceList(
                purpose: .split(name), title: "\(name.name) is not …",
                rows: rows + [ChoiceList.Row(text: "another name …", isOther: true)]))
    }

    /// Lets the reader type the name under which a person is to be listed.
    mutating func openRename() {
        guard let name = correctableName else { return }
        overlay = .line(LinePrompt(purpose: .rename(name), editor: LineEditor(name.name, history: [])))
    }

    /// Takes the last correction back.
    mutating func undoCorrection() { effects.append(.undoCorrection) }

    /// Carries out what was chosen from a list of names.
    mutating func correct(_ purpose: ChoiceList.Purpose, _ row: ChoiceList.Row) {
        if row.isOther {
            let line: LinePrompt.Purpose
            switch purpose {
            case .speaker(let key): line = .speaker(key)
            case .merge(let name): line = .merge(name)
            case .split(let name): line = .split(name)
            case .outline, .links: return
            }
            overlay = .line(LinePrompt(purpose: line, editor: LineEditor("", history: [])))
            return
        }
        switch purpose {
        case .speaker(let key): effects.append(.correct(.speaker(key, row.name)))
        case .merge(let name): if let other = row.name { effects.append(.correct(.merge(other, name))) }
        case .split(let name): if let other = row.name { effects.append(.correct(.split(name, other))) }
        case .outline, .links: break
        }
    }

    /// A correction was made, or taken back: shows everything as it is now, where it was.
    mutating func takeCorrection(_ what: String) {
        messages.answer(what)
        if var open {
            let opening = Opening(key: open.key, generation: nextGeneration(), arrival: .spot(open.view(), open.cursor))
            self.opening = opening
            effects.append(.open(open.key, generation: opening.generation))
        }
        refresh()
    }

    /// The quotation the reader is at, in the article or the list; says so where there is none.
    private var correctable: (key: QuotationKey, act: Quotation.Act)? {
        mutating get {
            if focus == .list, side == .quotations, let row = quotations.selectedRow {
                return (QuotationKey(article: row.article, ordinal: row.ordinal), row.act)
            }
            if focus == .article, let open, case .quotation(let index) = open.cursor, let quotation = open.quotation {
                return (QuotationKey(article: open.key, ordinal: index), quotation.act)
            }
            messages.answer("First go to a quotation\(keyName(.nextQuotation).map { " (\($0))" } ?? "").")
            return nil
        }
    }

    /// The person under the cursor: the list's, the speaker of the quotation, or the name.
    private var correctableName: ActorName? {
        mutating get {
            if focus == .list, side == .people {
                return people.selectedRow?.actor
            }
            if focus == .article, let open {
                let annotation = open.article.annotation
                let actor = open.quotation.flatMap { annotation.speaker(of: $0) } ?? annotation.actor(open.entity?.actor)
                if let actor { return open.name(of: actor) }
            }
            messages.answer("First go to a name, or to a quotation by somebody who is named.")
            return nil
        }
    }
}

extension OpenArticle {
    /// Somebody whom the article names, told from others of the name by the article.
    fileprivate func name(of actor: Actor) -> ActorName {
        ActorName(actor.name, kind: actor.kind, in: ArticleIdentity(of: article.article))
    }
}
