import DocumentModel
import Screen

/// A line of an article as it stands on the screen: drawn from it, and pointed at.
struct SetLine {
    /// Its cells from left to right. A blank between two runs stands for the end of the first.
    let cells: [StyledCell]
    /// The column of the first cell: a paragraph that runs right to left is flush with the text's right edge.
    let column: Int
    /// A list item's mark, as it stands before the item's words: left of them, or right.
    let mark: String
    /// The column of the mark.
    let markColumn: Int

    /// A line of `source`, in the area of the text, as `frame` draws it; `style` gives an offset's style, and up to where it
    /// holds.
    init(
        _ line: FlowLine, of source: String, in area: Area, of frame: Frame,
        style: (Int) -> (style: Style, end: Int) = { _ in (.plain, .max) }
    ) {
        var cells: [StyledCell] = []
        for (index, run) in line.runs.enumerated() {
            if index > 0, run.followsSpace {
                let gap = line.runs[index - 1].range.upperBound
                cells.append(StyledCell(.init(text: " ", width: 1, range: gap..<gap), style(gap).style))
            }
            var look = Style.plain
            var end = Int.min
            for cell in CellText(source, in: run.range) {
                if cell.range.lowerBound >= end { (look, end) = style(cell.range.lowerBound) }
                cells.append(StyledCell(cell, look))
            }
        }
        self.cells = frame.arranged(cells, in: line.direction)
        if line.direction == .rightToLeft, frame.arrangesText {
            let width = cells.reduce(0) { $0 + $1.cell.width }
            column = max(area.origin.x, area.columns.upperBound - line.indent - width)
            mark = String(line.mark.reversed())
            markColumn = max(area.origin.x, area.columns.upperBound - TextWidth.of(line.mark))
        } else {
            column = area.origin.x + line.indent
            mark = line.mark
            markColumn = area.origin.x
        }
    }
    /// The column where the first character of a range stands; nil where none of it is in the line.
    func column(ofFirstIn range: TextRange) -> Int? {
        var first: (offset: Int, column: Int)?
        var x = column
        for cell in cells {
            let offset = cell.cell.range.lowerBound
            if range.contains(offset), first.map({ offset < $0.offset }) ?? true { first = (offset, x) }
            x += cell.cell.width
        }
        return first?.column
    }
}
