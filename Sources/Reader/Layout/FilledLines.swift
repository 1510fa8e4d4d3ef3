import Screen

/// A text on a given number of lines, each filled with as many words as fit, the last one cut where more is left: for
/// rows of lists, where the lines are few.
struct FilledLines {
    /// What of the text stands on each line, as UTF-8 offsets; at least one line.
    private(set) var lines: [Range<Int>] = []
    /// Whether text is left over, so that an ellipsis follows, for which the last line has room.
    private(set) var isCut = false

    /// Sets a text on lines of these widths.
    init(_ text: String, widths: [Int]) {
        let end = text.utf8.count
        var start = 0
        for (number, width) in widths.enumerated() {
            let isLast = number + 1 == widths.count
            var used = 0
            var reached = start
            var word: Int?
            var cut = start
            var overflows = false
            for cell in CellText(text, in: start..<end) {
                if cell.isSpace, used > 0 { word = cell.range.lowerBound }
                if used + cell.width > width {
                    overflows = true
                    break
                }
                used += cell.width
                reached = cell.range.upperBound
                if used < width { cut = reached }
            }
            if !overflows {
                lines.append(start..<reached)
                return
            }
            if isLast {
                lines.append(start..<cut)
                isCut = true
            } else {
                let stop = word ?? reached
                lines.append(start..<stop)
                start = stop
                for cell in CellText(text, in: stop..<end) {
                    guard cell.isSpace else { break }
                    start = cell.range.upperBound
                }
                if start >= end { return }
            }
        }
        if lines.isEmpty { lines = [0..<0] }
    }
}

extension Frame {
    /// Draws a text on lines from a place on, with an ellipsis where it is cut; what lies in `lit` has that style laid over.
    mutating func draw(
        _ filled: FilledLines, of text: String, at position: Position, in area: Area, style: Style,
        lit: [Range<Int>] = [], litStyle: Style = .plain
    ) {
        let direction = TextDirection(of: text[...]) ?? .leftToRight
        for (row, line) in filled.lines.enumerated() {
            var cells = CellText(text, in: line).map { cell in
                let isLit = lit.contains { $0.contains(cell.range.lowerBound) }
                return StyledCell(cell, isLit ? style.overlaid(by: litStyle) : style)
            }
            if filled.isCut, row + 1 == filled.lines.count {
                cells.append(StyledCell(.init(text: "…", width: 1, range: line.upperBound..<line.upperBound), style))
            }
            draw(cells, in: direction, at: Position(x: position.x, y: position.y + row), in: area)
        }
    }
}
