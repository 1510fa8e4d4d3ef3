import DocumentModel
import Screen

/// How a row of the list of articles is set in a pane of this size.
enum RowLayout: Sendable, Equatable {
    /// Title, and below it outlet, date and speakers.
    case twoLines
    /// Title and figure.
    case oneLine
    /// Date, outlet, title, speakers and figure, each in its column.
    case columns

    /// The layout that shows most in a pane of this size.
    init(_ size: Size) {
        if size.width >= 76 { self = .columns } else if size.height >= 12 { self = .twoLines } else { self = .oneLine }
    }

    /// The screen rows of one row.
    var height: Int { self == .twoLines ? 2 : 1 }
}

/// Draws the list of articles.
struct ArticleListRows {
    let state: ReaderState
    let area: Area
    let theme: Theme
    /// In a list at least this wide the second line has the details; in a narrower one a long title goes on there.
    private static let detailed = 36

    /// Draws the rows in the list's area, or what there is to say where there are none.
    func draw(in frame: inout Frame) {
        if state.list.total == 0 {
            PaneMessage.empty(state).draw(in: &frame, area, theme)
            frame.cursor = state.focus == .list ? area.origin : frame.cursor
            return
        }
        let layout = RowLayout(area.size)
        for line in state.listPlan(from: state.list.top).lines {
            let y = area.origin.y + line.y
            if let heading = line.heading {
                let room = Area(x: area.origin.x + 1, y: y, width: max(0, area.size.width - 2), height: 1)
                frame.draw(heading, at: room.origin, fitting: room.size.width, in: room, style: theme[.heading])
                continue
            }
            if let row = state.list[line.index] {
                draw(row, isSelected: line.index == state.list.selected, at: y, layout, in: &frame)
            } else {
                frame.draw("…", at: Position(x: area.origin.x + 3, y: y), in: area, style: theme[.details])
            }
            if line.index == state.list.selected, state.focus == .list {
                frame.cursor = Position(x: area.origin.x, y: y)
            }
        }
    }

    private func draw(_ row: ArticleSummary, isSelected: Bool, at y: Int, _ layout: RowLayout, in frame: inout Frame) {
        let x = area.origin.x
        let width = area.size.width
        let titleStyle = theme[row.isRead ? .read : .unread]
        let figure = row.quotations > 0 ? "\(row.quotations)”" : ""
        let figureWidth = TextWidth.of(figure)
        if width >= 8 {
            let sign = row.isStarred ? "★" : row.isRead ? " " : "●"
            frame.draw(sign, at: Position(x: x + 1, y: y), in: area, style: theme[row.isStarred ? .star : .unread])
        }
        let left = x + (width >= 8 ? 3 : width >= 3 ? 1 : 0)
        let right = x + width - (width >= 20 ? 1 : 0)
        var titleLines = 1
        var litWidth = width
        switch layout {
        case .twoLines:
            let room = right - left - (figureWidth > 0 ? figureWidth + 1 : 0)
            drawFigure(figure, endingAt: right, y + 1, in: &frame)
            let widths = width < Self.detailed ? [right - left, room] : [right - left]
            titleLines = drawTitle(row, at: left, y, widths: widths, titleStyle, in: &frame)
            if titleLines < 2 { drawText(details(of: row, room: room), left, room, y + 1, theme[.details], in: &frame) }
        case .oneLine:
            let room = width >= 30 && figureWidth > 0 ? figureWidth + 1 : 0
            drawTitle(row, at: left, y, widths: [right - room - left], titleStyle, in: &frame)
            if room > 0 { drawFigure(figure, endingAt: right, y, in: &frame) }
        case .columns:
            let dateWidth = 10
            if state.settings.selection == .edge { litWidth = left + dateWidth + 1 - x }
            let sourceWidth = max(12, min(22, width / 8))
            let speakersWidth = max(18, min(40, width / 4))
            var at = left
            drawText(row.date.map(ArticleDetails.day) ?? "", at, dateWidth, y, theme[.details], in: &frame)
            at += dateWidth + 2
            drawText(row.source ?? row.id.fileName, at, sourceWidth, y, theme[.details], in: &frame)
            at += sourceWidth + 2
            let titleEnd = right - 5 - speakersWidth - 2
            drawTitle(row, at: at, y, widths: [titleEnd - at], titleStyle, in: &frame)
            drawText(
                row.speakers.joined(separator: ", "), titleEnd + 2, speakersWidth, y, theme[.details], in: &frame)
            drawFigure(figure, endingAt: right, y, in: &frame)
        }
        guard isSelected else { return }
        let line = Area(x: x, y: y, width: litWidth, height: titleLines)
        frame.overlay(line, style: theme[state.focus == .list ? .selection : .selectionElsewhere])
        guard width >= 3 else { return }
        for row in 0..<layout.height {
            frame.draw("▌", at: Position(x: x, y: y + row), in: area, style: theme[.current])
        }
    }

    /// Draws the title on lines of these widths, lit where the filter lit it. Gives the lines it took.
    @discardableResult
    private func drawTitle(_ row: ArticleSummary, at x: Int, _ y: Int, widths: [Int], _ style: Style, in frame: inout Frame)
        -> Int
    {
        let title = row.title.isEmpty ? row.id.fileName : row.title
        let lit = state.lit.isEmpty ? [] : state.lit.ranges(inTitle: title)
        // Nearly all rows, at every key.
        if lit.isEmpty, widths.count == 1 {
            drawText(title, x, widths[0], y, style, in: &frame)
            return 1
        }
        let filled = FilledLines(title, widths: widths.map { max(0, $0) })
        frame.draw(
            filled, of: title, at: Position(x: x, y: y), in: area, style: style, lit: lit, litStyle: theme[.match])
        return filled.lines.count
    }

    private func drawText(_ text: String, _ x: Int, _ width: Int, _ y: Int, _ style: Style, in frame: inout Frame) {
        frame.draw(text, at: Position(x: x, y: y), fitting: width, in: area, style: style)
    }

    private func drawFigure(_ figure: String, endingAt right: Int, _ y: Int, in frame: inout Frame) {
        guard !figure.isEmpty else { return }
        frame.draw(figure, at: Position(x: right - TextWidth.of(figure), y: y), in: area, style: theme[.count])
    }

    /// What stands under the title: outlet, date and speakers, as much as there is room for; at least the file's name.
    private func details(of row: ArticleSummary, room: Int) -> String {
        var parts = [row.date.map(ArticleDetails.day) ?? ""]
        if room >= 36 || row.speakers.isEmpty { parts.insert(row.source ?? "", at: 0) }
        parts.append(row.speakers.joined(separator: ", "))
        parts.removeAll { $0.isEmpty }
        return parts.isEmpty ? row.id.fileName : ArticleDetails.fitting(parts, width: room)
    }
}

extension String {
    /// What follows the last slash; all of it without one.
    var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
