import DocumentModel
import Screen

/// Draws the list of people: name, quotations, mentions, articles, under a heading.
struct PeopleRows {
    let state: ReaderState
    let area: Area
    let theme: Theme

    /// Draws the heading and the rows.
    func draw(in frame: inout Frame) {
        let list = state.people
        if list.total == 0 {
            PaneMessage.empty(state).draw(in: &frame, area, theme)
            frame.cursor = state.focus == .list ? area.origin : frame.cursor
            return
        }
        let x = area.origin.x
        let columns = columnWidths
        let left = area.size.width >= 8 ? 2 : 0
        let nameWidth = max(0, area.size.width - left - (left > 0 ? 1 : 0) - columns.reduce(0, +))
        let headingHeight = Self.headingHeight(in: area.size)
        let headings = ["quotes", "named", columns.last == 9 ? "articles" : "in"]
        let count = list.total.map { ArticleDetails.counted($0, "name", "names") } ?? ""
        if headingHeight > 0 {
            frame.draw(
                count, at: Position(x: x + left, y: area.origin.y), fitting: nameWidth, in: area,
                style: theme[.heading])
            for (index, heading) in headings.enumerated() {
                draw(heading, column: index, columns, y: area.origin.y, theme[.details], in: &frame)
            }
        }
        for line in 0..<max(0, area.size.height - headingHeight) {
            let index = list.top + line
            guard index < list.count else { break }
            let y = area.origin.y + headingHeight + line
            if let row = list[index] {
                frame.draw(
                    row.name, at: Position(x: x + left, y: y), fitting: nameWidth, in: area,
                    style: theme[row.kind == .person ? .person : .organisation])
                for (column, figure) in [row.quotations, row.mentions, row.articles].enumerated() {
                    draw(
                        figure == 0 ? "·" : ArticleDetails.grouped(figure), column: column, columns, y: y, theme[.count],
                        in: &frame)
                }
            } else {
                frame.draw("…", at: Position(x: x + left, y: y), in: area, style: theme[.details])
            }
            guard index == list.selected else { continue }
            let isHere = state.focus == .list
            frame.overlay(
                Area(x: x, y: y, width: area.size.width, height: 1),
                style: theme[isHere ? .selection : .selectionElsewhere])
            if left > 0 { frame.draw("▌", at: Position(x: x, y: y), in: area, style: theme[.current]) }
            if isHere { frame.cursor = Position(x: x, y: y) }
        }
    }

    /// The rows that the heading takes in a pane of this size: none where the people need them.
    static func headingHeight(in size: Size) -> Int { size.height >= 3 ? 1 : 0 }

    /// The widths of the three figures' columns, from the left; fewer in a narrow pane.
    private var columnWidths: [Int] {
        switch area.size.width {
        case 44...: [9, 9, 9]
        case 40..<44: [7, 6, 5]
        case 28..<40: [7, 6]
        case 18..<28: [7]
        default: []
        }
    }

    private func draw(
        _ text: String, column: Int, _ columns: [Int], y: Int, _ style: Style, in frame: inout Frame
    ) {
        guard columns.indices.contains(column) else { return }
        let right = area.columns.upperBound - 1 - columns[(column + 1)...].reduce(0, +)
        frame.draw(text, at: Position(x: right - TextWidth.of(text), y: y), in: area, style: style)
    }
}
