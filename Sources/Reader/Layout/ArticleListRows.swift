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
        for line in 0..<(area.size.height + layout.height - 1) / layout.height {
            let index = state.list.top + line
            guard index < state.list.count else { break }
            let y = area.origin.y + line * layout.height
            if let row = state.list[index] {
                draw(row, isSelected: index == state.list.selected, at: y, layout, in: &frame)
            } else {
                frame.draw("…", at: Position(x: area.origin.x + 3, y: y), in: area, style: theme[.details])
            }
            if index == state.list.selected, state.focus == .list {
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
        switch layout {
        case .twoLines:
            let room = right - left - (figureWidth > 0 ? figureWidth + 1 : 0)
            drawFigure(figure, endingAt: right, y + 1, in: &frame)
            if let rest = drawTitle(row, from: left, to: right, y, titleStyle, breaks: width < Self.detailed, in: &frame) {
                drawTitle(row, at: rest, from: left, to: left + room, y + 1, titleStyle, in: &frame)
            } else {
                drawText(details(of: row, room: room), left, room, y + 1, theme[.details], in: &frame)
            }
        case .oneLine:
            let room = width >= 30 && figureWidth > 0 ? figureWidth + 1 : 0
            drawTitle(row, from: left, to: right - room, y, titleStyle, in: &frame)
            if room > 0 { drawFigure(figure, endingAt: right, y, in: &frame) }
        case .columns:
            let dateWidth = 10
            let sourceWidth = max(12, min(22, width / 8))
            let speakersWidth = max(18, min(40, width / 4))
            var at = left
            drawText(row.date.map(ArticleDetails.day) ?? "", at, dateWidth, y, theme[.details], in: &frame)
            at += dateWidth + 2
            drawText(row.source ?? row.id.fileName, at, sourceWidth, y, theme[.details], in: &frame)
            at += sourceWidth + 2
            let titleEnd = right - 5 - speakersWidth - 2
            drawTitle(row, from: at, to: titleEnd, y, titleStyle, in: &frame)
            drawText(
                row.speakers.joined(separator: ", "), titleEnd + 2, speakersWidth, y, theme[.details], in: &frame)
            drawFigure(figure, endingAt: right, y, in: &frame)
        }
        guard isSelected else { return }
        let line = Area(x: x, y: y, width: width, height: 1)
        frame.overlay(line, style: theme[state.focus == .list ? .selection : .selectionElsewhere])
        guard width >= 3 else { return }
        for row in 0..<layout.height {
            frame.draw("▌", at: Position(x: x, y: y + row), in: area, style: theme[.current])
        }
    }

    /// Draws the title from an offset on, lit where the filter lit it. Where it does not fit and may break, only its first
    /// words are drawn, and the offset of the rest is given.
    @discardableResult
    private func drawTitle(
        _ row: ArticleSummary, at start: Int = 0, from: Int, to: Int, _ y: Int, _ style: Style, breaks: Bool = false,
        in frame: inout Frame
    ) -> Int? {
        let title = row.title.isEmpty ? row.id.fileName : row.title
        let room = max(0, to - from)
        let matches = state.lit.isEmpty ? [] : state.lit.ranges(inTitle: title)
        // What fits, and where it could end with a word or leave room for an ellipsis.
        var end = start
        var used = 0
        var isCut = false
        var word: Int?
        var cut = start
        for cell in CellText(title, in: start..<title.utf8.count) {
            if used + cell.width > room {
                isCut = true
                if cell.isSpace { word = cell.range.lowerBound }
                break
            }
            if cell.isSpace, used > 0 { word = cell.range.lowerBound }
            used += cell.width
            end = cell.range.upperBound
            if used < room { cut = end }
        }
        let breaksHere = isCut && breaks && word != nil
        if isCut { end = breaksHere ? word ?? end : cut }
        var x = from
        for cell in CellText(title, in: start..<end) {
            let isLit = matches.contains { $0.contains(cell.range.lowerBound) }
            let look = isLit ? style.overlaid(by: theme[.match]) : style
            x += frame.put(cell, at: Position(x: x, y: y), in: area, style: look)
        }
        guard isCut else { return nil }
        if breaksHere {
            var next = end
            for cell in CellText(title, in: end..<title.utf8.count) {
                guard cell.isSpace else { break }
                next = cell.range.upperBound
            }
            return next < title.utf8.count ? next : nil
        }
        if room > 0 { frame.draw("…", at: Position(x: x, y: y), in: area, style: style) }
        return nil
    }

    private func drawText(_ text: String, _ x: Int, _ width: Int, _ y: Int, _ style: Style, in frame: inout Frame) {
        frame.draw(TextWidth.truncated(text, to: max(0, width)), at: Position(x: x, y: y), in: area, style: style)
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
        return parts.isEmpty ? row.id.fileName : parts.joined(separator: " · ")
    }
}

extension String {
    /// What follows the last slash; all of it without one.
    var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
