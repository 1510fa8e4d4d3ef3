import Screen

/// Draws a list to choose from: over the list's pane, so that the article beside it shows what is chosen; over the upper
/// half of a screen with one pane.
struct ChoiceLayout {
    /// The popup, its border included.
    let area: Area
    /// The row on its first line.
    let top: Int
    /// How many rows are shown at once.
    let rows: Int
    private let hasBorder: Bool
    private let choices: ChoiceList

    /// The list on a state's screen.
    init(_ choices: ChoiceList, in state: ReaderState) {
        self.choices = choices
        let plan = state.plan
        let isBeside = plan.isDivided && plan.divider.size.width == 1
        let base = isBeside ? plan.list : Area(x: 0, y: 0, width: state.size.width, height: max(1, state.size.height - 1))
        hasBorder = base.size.width >= 16 && base.size.height >= 5
        let inset = hasBorder ? 2 : 0
        let most = isBeside ? base.size.height : max(1, base.size.height / 2)
        let height = min(most, choices.rows.count + inset)
        rows = max(1, height - inset)
        area = Area(x: base.origin.x, y: base.origin.y, width: base.size.width, height: max(1, height))
        top = max(0, min(choices.selected - rows / 2, choices.rows.count - rows))
    }

    /// The row that stands in a cell; nil where none does.
    func row(at position: Position) -> Int? {
        let row = position.y - area.origin.y - (hasBorder ? 1 : 0)
        return area.contains(position) && (0..<min(rows, choices.rows.count)).contains(row) ? top + row : nil
    }

    /// Draws it over what is there.
    func draw(_ theme: Theme, in frame: inout Frame) {
        let base = theme[.popup]
        frame.fill(area, style: base)
        let inset = hasBorder ? 1 : 0
        if hasBorder {
            frame.drawBox(area, style: theme[.popupBorder])
            frame.draw(
                " \(choices.title) ", at: Position(x: area.origin.x + 2, y: area.origin.y), in: area, style: theme[.heading]
            )
        }
        for row in 0..<min(rows, choices.rows.count) {
            let each = choices.rows[top + row]
            let y = area.origin.y + inset + row
            let line = Area(x: area.origin.x + inset, y: y, width: max(0, area.size.width - 2 * inset), height: 1)
            let left = line.origin.x + (line.size.width >= 8 ? 2 : 0)
            let end = line.columns.upperBound - (line.size.width >= 8 ? 1 : 0)
            let room = end - left - (each.detail.isEmpty ? 0 : TextWidth.of(each.detail) + 1)
            frame.draw(
                each.text, at: Position(x: left, y: y), fitting: room, in: line,
                style: each.isHeading ? base.overlaid(by: theme[.heading]) : base)
            if !each.detail.isEmpty {
                frame.draw(
                    each.detail, at: Position(x: end - TextWidth.of(each.detail), y: y), in: line,
                    style: base.overlaid(by: theme[.count]))
            }
            guard top + row == choices.selected else { continue }
            frame.overlay(line, style: theme[.selection])
            frame.draw("▌", at: line.origin, in: line, style: theme[.current])
            frame.cursor = line.origin
        }
    }
}
