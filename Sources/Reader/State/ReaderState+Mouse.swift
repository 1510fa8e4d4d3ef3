import Screen

extension ReaderState {
    /// Lines of the article that a step of the wheel moves.
    private static var wheelStep: Int { 3 }

    /// The mouse did something in a cell.
    mutating func point(_ action: MouseAction, _ position: Position) {
        if case .scroll(let steps) = action {
            scroll(steps, at: position)
            return
        }
        messages.clear()
        switch overlay {
        case .help, .prompt, .line: return
        case .themes:
            if let row = ThemePickerLayout(self).theme(at: position) { themeIndex = row }
            if action == .doublePress { enter() }
            return
        case .choices(let choices):
            if let row = ChoiceLayout(choices, in: self).row(at: position) { moveChoice(by: row - choices.selected) }
            if action == .doublePress { enter() }
            return
        case nil: break
        }
        let plan = self.plan
        if plan.list.contains(position) {
            if focus == .article { keepPlace() }
            focus = .list
            let isRow = choose(at: position.y - plan.list.origin.y)
            if isRow, action == .doublePress { enter() }
        } else if plan.article.contains(position), open != nil {
            if focus == .list { read() }
            if let place = ArticleRows.place(at: position, in: self) { open?.pick(at: place) }
        }
    }

    /// Selects what stands in a row of the left pane, counted from its top; false when nothing does.
    private mutating func choose(at line: Int) -> Bool {
        let height = rowsShown
        switch side {
        case .articles:
            guard let row = listPlan(from: list.top).row(at: line, layout: rowLayout) else { return false }
            list.select(row, height: height)
        case .people:
            // Above the people stands the table's heading.
            let row = line - PeopleRows.headingHeight(in: plan.list.size)
            guard row >= 0, people.top + row < people.count else { return false }
            people.select(people.top + row, height: height)
        case .quotations:
            let row = quotations.top + line / QuotationRows.height(in: plan.list.size)
            guard row < quotations.count else { return false }
            quotations.select(row, height: height)
        }
        return true
    }

    /// Scrolls what is under the pointer, whichever pane has the keys.
    private mutating func scroll(_ steps: Int, at position: Position) {
        let plan = self.plan
        switch overlay {
        case .help, .themes, .choices: move(by: steps)
        case .prompt, .line: break
        case nil where plan.article.contains(position): _ = open?.scroll(by: steps * Self.wheelStep)
        case nil where plan.list.contains(position):
            let before = focus
            focus = .list
            move(by: steps)
            focus = before
        case nil: break
        }
    }
}
