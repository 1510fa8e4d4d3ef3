import DocumentModel
import Query
import Screen

/// Draws the bottom row: where the reader is, messages, the keys to know; or the filter being typed.
struct StatusRow {
    let state: ReaderState
    /// The row; the screen's last where there is no room for a row of its own.
    let area: Area
    let theme: Theme
    /// How far into the article the screen reaches; nil when all of it is to be seen, or none is shown.
    let progress: ReadingProgress?

    /// Draws it. On a screen too low for a row of its own only a prompt or a message is drawn, over what is there.
    func draw(in frame: inout Frame) {
        if case .prompt(let prompt) = state.overlay {
            draw(prompt, in: &frame)
            return
        }
        if case .line(let prompt) = state.overlay {
            draw(prompt, in: &frame)
            return
        }
        let message = state.messages.text
        guard state.plan.status.size.height > 0 || message != nil else { return }
        frame.fill(area, style: theme[.status])
        let right = rightText
        let rightWidth = TextWidth.of(right)
        var end = area.columns.upperBound
        if let message {
            draw(message: message, right: right, in: &frame)
            return
        }
        if rightWidth + 12 <= area.size.width { end = drawRight(right, in: &frame) }
        let left = " " + TextWidth.truncated(leftText, to: max(0, end - area.origin.x - 2))
        draw(left, at: area.origin.x, theme[.status], in: &frame)
        drawHints(from: area.origin.x + TextWidth.of(left) + 3, to: end - 2, in: &frame)
    }

    private func draw(_ text: String, at x: Int, _ style: Style, in frame: inout Frame) {
        frame.draw(text, at: Position(x: x, y: area.origin.y), in: area, style: style)
    }

    private func drawRight(_ text: String, in frame: inout Frame) -> Int {
        let x = area.columns.upperBound - TextWidth.of(text) - 1
        let style = state.progress?.isRunning == true ? theme[.status].overlaid(by: theme[.progress]) : theme[.status]
        draw(text, at: x, style, in: &frame)
        return x
    }

    /// Draws a message, over the rows above too where it takes more than one.
    private func draw(message: String, right: String, in frame: inout Frame) {
        let isError = state.messages.notice?.kind == .error
        let style = theme[.status].overlaid(by: theme[isError ? .error : .notice])
        let width = TextWidth.of(message)
        if width + TextWidth.of(right) + 4 <= area.size.width { _ = drawRight(right, in: &frame) }
        guard width > area.size.width - 2, area.size.width >= 20 else {
            draw(area.size.width >= 20 ? " " + message : message, at: area.origin.x, style, in: &frame)
            return
        }
        let lines = PaneMessage.wrapped(TextWidth.cleaned(message), to: area.size.width - 2)
        let shown = lines.prefix(max(1, min(4, area.origin.y)))
        for (index, line) in shown.enumerated() {
            let row = Area(
                x: area.origin.x, y: area.origin.y - shown.count + 1 + index, width: area.size.width, height: 1)
            frame.fill(row, style: theme[.status])
            frame.draw(line, at: Position(x: row.origin.x + 1, y: row.origin.y), in: row, style: style)
        }
    }

    /// Where the reader is.
    private var leftText: String {
        if state.focus == .article, let open = state.open {
            if let matches = open.matches, let current = matches.current, let match = open.currentMatch {
                let words = matches.phrase ?? BlockText(open.article.article.string(of: match.part), match.range).joined
                return "match \(current + 1)/\(matches.all.count) · \(words)"
            }
            let count = open.article.annotation.quotations.count
            if let number = open.quotationNumber, let quotation = open.quotation {
                let speaker = open.article.annotation.speaker(of: quotation)?.name ?? "not named"
                let doubt = Doubt.isIn(quotation) ? " ?" : ""
                return "quotation \(number) of \(count) · \(speaker)\(doubt)"
            }
            if let entity = open.entity {
                let name = open.article.annotation.actor(entity.actor)?.name
                return name ?? BlockText(open.article.article.text, entity.range).joined
            }
            return ArticleDetails.counted(count, "quotation", "quotations")
        }
        switch state.side {
        case .articles:
            guard let total = state.list.total else { return "" }
            let filter = state.filter.isAll ? "" : " · \(state.filter.meaning)"
            if total == 0 { return "no articles\(filter)" }
            let more = state.list.isCounted ? "" : "+"
            return "\(ArticleDetails.grouped(state.list.selected + 1)) of \(ArticleDetails.grouped(total))\(more)\(filter)"
        case .people:
            let typed = state.namesTyped.isEmpty ? "" : " like “\(state.namesTyped)”"
            return position(.people, state.people.total, state.people.selected, "name\(typed)", "names\(typed)")
        case .quotations:
            var by = ""
            switch state.quotationSource {
            case .all: break
            case .person(let name): by = " by \(name)"
            case .sameWords:
                // They are looked for in the whole library.
                return position(nil, state.quotations.total, state.quotations.selected, "other report", "other reports")
            }
            return position(
                .quotations, state.quotations.total, state.quotations.selected, "quotation\(by)", "quotations\(by)")
        }
    }

    private func position(
        _ list: ListKind?, _ total: Int?, _ selected: Int, _ one: String, _ many: String
    ) -> String {
        guard let total else { return "" }
        let filter = list.map { state.filter.isAll ? "" : " · \(state.filter.meaning(in: $0))" } ?? ""
        if total == 0 { return "no \(many)\(filter)" }
        return "\(ArticleDetails.grouped(selected + 1)) of \(ArticleDetails.counted(total, one, many))\(filter)"
    }

    /// How far an import, or a newer model, has come, keys that wait for more, and how far into the article the screen reaches.
    private var rightText: String {
        var parts: [String] = []
        if let count = state.count { parts.append(ArticleDetails.grouped(count)) }
        if let command = state.awaitingKey { parts.append("\(state.keyName(command) ?? "") letter …") }
        if !state.pending.isEmpty { parts.append(KeyName.short(Key.notation(of: state.pending)) + " …") }
        if let progress = state.progress, progress.isRunning {
            let of = progress.total > 0 ? " of \(ArticleDetails.grouped(progress.total))" : ""
            let failed = progress.failed > 0 ? ", \(ArticleDetails.grouped(progress.failed)) failed" : ""
            parts.append("reading \(ArticleDetails.grouped(progress.done))\(of)\(failed)")
        }
        if state.annotatingLeft > 0 {
            parts.append("annotating anew, \(ArticleDetails.grouped(state.annotatingLeft)) left")
        }
        if let progress, state.focus == .article {
            if area.size.width >= 60 { parts.append("¶ \(progress.paragraph)/\(progress.paragraphs)") }
            parts.append("\(progress.percentage) %")
        }
        return parts.joined(separator: " · ")
    }

    /// The keys to know where the reader is, as many as there is room for.
    private func drawHints(from start: Int, to end: Int, in frame: inout Frame) {
        var x = start
        let wanted: [(key: String, label: String)] = hints.compactMap { command, label in
            state.keyName(command).map { ($0, label) }
        }
        // From the right, so that they stay where they are while the left changes.
        let widths = wanted.map { TextWidth.of($0.key) + 1 + TextWidth.of($0.label) }
        var shown = 0
        var used = 0
        while shown < wanted.count, start + used + widths[shown] + (shown > 0 ? 3 : 0) <= end {
            used += widths[shown] + (shown > 0 ? 3 : 0)
            shown += 1
        }
        guard shown > 0 else { return }
        x = end - used
        for (number, hint) in wanted.prefix(shown).enumerated() {
            if number > 0 { x += 3 }
            x += frame.draw(
                hint.key, at: Position(x: x, y: area.origin.y), in: area,
                style: theme[.status].overlaid(by: theme[.statusKey]))
            x += frame.draw(
                " " + hint.label, at: Position(x: x, y: area.origin.y), in: area, style: theme[.status])
        }
    }

    private var hints: [(Command, String)] {
        switch state.overlay {
        case .help: return [(.back, "close")]
        case .themes: return [(.open, "keep"), (.back, "give up")]
        case .choices: return [(.open, "go there"), (.back, "give up")]
        case .prompt, .line, nil: break
        }
        if state.focus == .article {
            return [
                (.help, "help"), (.nextQuotation, "next quote"), (.back, "list"), (.filterByPerson, "person"),
                (.nextBySpeaker, "same speaker"), (.nextName, "next name"),
            ]
        }
        switch state.side {
        case .articles:
            return [
                (.help, "help"), (.filter, "filter"), (.open, "read"), (.nextQuotation, "next quote"),
                (.people, "people"), (.quit, "quit"),
            ]
        case .people:
            return [
                (.help, "help"), (.open, "what they say"), (.filterByPerson, "their articles"), (.find, "find"),
                (.back, "articles"),
            ]
        case .quotations:
            return [
                (.help, "help"), (.open, "read"), (.filterByPerson, "person"), (.copyQuotation, "copy"),
                (.sameWords, "same words"), (.back, "back"),
            ]
        }
    }

    // MARK: The prompt

    private func draw(_ prompt: FilterPrompt, in frame: inout Frame) {
        let isWaiting = state.list.isWaiting && state.list.asked != state.list.held
        let count =
            isWaiting
            ? ""
            : state.list.isCounted
                ? ArticleDetails.counted(state.list.count, "article", "articles")
                : ArticleDetails.grouped(state.list.count) + "+ articles"
        let skipped = draw(prompt.editor, after: "/", note: count, in: &frame)
        let column = 1 + TextWidth.of(String(prompt.editor.text.prefix(prompt.mistake?.offset ?? 0))) - skipped
        if let completion = prompt.completion {
            let before = prompt.editor.text.text(
                in: 0..<min(completion.found.range.lowerBound, prompt.editor.text.utf8.count))
            CompletionLayout(prompt, over: area, column: max(0, TextWidth.of(String(before)) - skipped))?.draw(
                theme, in: &frame)
        }
        if let mistake = prompt.mistake { draw(mistake, column: max(0, min(column, area.size.width - 1)), in: &frame) }
    }

    private func draw(_ prompt: LinePrompt, in frame: inout Frame) {
        var note = ""
        if case .find = prompt.purpose, !prompt.editor.text.isEmpty, let matches = state.open?.matches {
            note = matches.current.map { "\($0 + 1)/\(matches.all.count)" } ?? "none"
        }
        if case .names = prompt.purpose, !state.people.awaitsSelection {
            note = ArticleDetails.counted(state.people.count, "name", "names")
        }
        draw(prompt.editor, after: prompt.label, note: note, in: &frame)
    }

    /// Draws a line being typed between its label and a note, scrolled so that the cursor is always to be seen. Gives the
    /// columns of it that are scrolled away.
    @discardableResult
    private func draw(_ editor: LineEditor, after label: String, note: String, in frame: inout Frame) -> Int {
        frame.fill(area, style: theme[.prompt])
        let noteWidth = TextWidth.of(note)
        let labelWidth = min(TextWidth.of(label), max(1, area.size.width / 2))
        let hasNote = area.size.width >= 30
        let room = max(1, area.size.width - 1 - labelWidth - (hasNote ? noteWidth + 2 : 0))
        frame.draw(
            label, at: area.origin, in: Area(x: area.origin.x, y: area.origin.y, width: labelWidth, height: 1),
            style: theme[.prompt].overlaid(by: theme[.statusKey]))
        if hasNote { draw(note, at: area.columns.upperBound - noteWidth - 1, theme[.prompt], in: &frame) }
        let before = frame.column(of: editor.text.prefix(editor.cursor).utf8.count, in: editor.text)
        let skipped = max(0, before - room + 1)
        let line = Area(x: area.origin.x + labelWidth, y: area.origin.y, width: room, height: 1)
        frame.draw(editor.text, at: Position(x: line.origin.x - skipped, y: line.origin.y), in: line, style: theme[.prompt])
        frame.cursor = Position(
            x: max(0, min(line.origin.x + before - skipped, area.columns.upperBound - 1)), y: area.origin.y)
        frame.showsCursor = true
        return skipped
    }

    /// Draws a mistake over its place: after a corner there, before one, or in the rows above, wherever it has room.
    private func draw(_ mistake: FilterMistake, column: Int, in frame: inout Frame) {
        let style = theme[.popup].overlaid(by: theme[.error])
        func row(_ above: Int) -> Area {
            Area(x: area.origin.x, y: area.origin.y - above, width: area.size.width, height: 1)
        }
        func draw(_ text: String, _ x: Int, _ above: Int) {
            guard row(above).origin.y >= 0 else { return }
            frame.draw(text, at: Position(x: area.origin.x + x, y: row(above).origin.y), in: row(above), style: style)
        }
        let width = TextWidth.of(mistake.message)
        frame.fill(row(1), style: style)
        if column + 2 + width <= area.size.width {
            draw("╰ " + mistake.message, column, 1)
        } else if width + 1 <= column {
            draw(mistake.message + " ╯", column - width - 1, 1)
        } else {
            let lines = PaneMessage.wrapped(mistake.message, to: area.size.width).prefix(max(1, min(6, area.origin.y - 1)))
            for (number, line) in lines.enumerated() {
                frame.fill(row(1 + lines.count - number), style: style)
                draw(line, 0, 1 + lines.count - number)
            }
            draw("▾", column, 1)
        }
    }
}
