import Screen

/// The themes to choose from, in the corner, so that the screen behind shows each at once.
struct ThemePickerLayout {
    /// The popup, its border included.
    let area: Area
    /// The theme on its first row.
    let top: Int
    /// How many are shown at once.
    let rows: Int
    private let hasBorder: Bool

    /// The picker on a state's screen.
    init(_ state: ReaderState) {
        let names = state.themes.map(\.name)
        let size = state.size
        let widest = names.map { TextWidth.of($0) }.max() ?? 0
        let width = min(size.width, max(22, widest + 11))
        hasBorder = width >= 12 && size.height >= 6
        let room = size.height - (size.height >= 3 ? 1 : 0) - (hasBorder ? 2 : 0)
        rows = max(0, min(names.count, room))
        let height = rows + (hasBorder ? 2 : 0)
        let bottom = size.height >= 3 ? size.height - 1 : size.height
        area = Area(x: size.width - width, y: bottom - height, width: width, height: height)
        top = max(0, min(state.themeIndex - rows / 2, names.count - rows))
    }

    /// The theme that stands in a cell; nil where none does.
    func theme(at position: Position) -> Int? {
        let row = position.y - area.origin.y - (hasBorder ? 1 : 0)
        return area.contains(position) && (0..<rows).contains(row) ? top + row : nil
    }

    /// Draws it over what is there.
    func draw(_ state: ReaderState, in frame: inout Frame) {
        let theme = state.theme
        frame.fill(area, style: theme[.popup])
        let inset = hasBorder ? 1 : 0
        if hasBorder {
            frame.drawBox(area, style: theme[.popupBorder])
            frame.draw(" Themes ", at: Position(x: area.origin.x + 2, y: area.origin.y), in: area, style: theme[.heading])
        }
        for row in 0..<rows {
            let each = state.themes[top + row]
            let y = area.origin.y + inset + row
            let line = Area(x: area.origin.x + inset, y: y, width: area.size.width - 2 * inset, height: 1)
            frame.draw(each.name, at: Position(x: line.origin.x + 2, y: y), in: line, style: theme[.popup])
            for number in 0..<4 where line.size.width >= 18 {
                frame.draw(
                    "█", at: Position(x: line.columns.upperBound - 5 + number, y: y), in: line, style: each.speaker(number))
            }
            guard top + row == state.themeIndex else { continue }
            frame.overlay(
                Area(x: line.origin.x, y: y, width: max(0, line.size.width - 6), height: 1), style: theme[.selection])
            frame.draw("▌", at: line.origin, in: line, style: theme[.current])
            frame.cursor = line.origin
        }
    }
}
