import DocumentModel
import Screen

/// Draws the article: gutter, text and margin.
struct ArticleRows {
    let state: ReaderState
    let open: OpenArticle
    let plan: ArticlePlan
    let theme: Theme

    /// Draws what of the article is on the screen.
    func draw(in frame: inout Frame) {
        var flow = open.flow
        let lines = flow.lines(from: open.top, height: plan.text.size.height)
        let lit = litRanges(of: lines.map(\.line))
        var cursor: Position?
        for (row, (_, line)) in lines.enumerated() {
            let y = plan.text.origin.y + row
            let found = draw(line, at: y, lit: lit[row], in: &frame)
            if cursor == nil { cursor = found }
            drawGutter(line, row: row, at: y, in: &frame)
        }
        if state.settings.quotationsLit, plan.margin.size.width > 0 {
            MarginRows(open: open, area: plan.margin, theme: theme).draw(lines, in: &frame)
        }
        if state.focus == .article { frame.cursor = cursor ?? plan.text.origin }
    }

    /// Draws a line's text; where the quotation or name the reader is at begins in it, gives that place.
    private func draw(_ line: FlowLine, at y: Int, lit: [TextRange], in frame: inout Frame) -> Position? {
        let styles = ArticleStyles(
            line, of: open, settings: state.settings, theme: theme, lit: lit, showsWhy: state.showsWhy)
        guard line.madeText.isEmpty else {
            let start = Position(x: plan.text.origin.x, y: y)
            frame.draw(line.madeText, at: start, in: plan.text, style: styles.style(at: 0).style)
            return nil
        }
        let source = open.article.article.string(of: line.part)
        let set = SetLine(line, of: source, in: plan.text, of: frame, style: styles.style)
        if !line.mark.isEmpty {
            frame.draw(set.mark, at: Position(x: set.markColumn, y: y), in: plan.text, style: styles.style(at: -1).style)
        }
        frame.draw(set.cells, at: Position(x: set.column, y: y), in: plan.text)
        return cursorRange(in: line).flatMap(set.column).map { Position(x: $0, y: y) }
    }

    /// What of the quotation or name the reader is at stands in a line.
    private func cursorRange(in line: FlowLine) -> TextRange? {
        guard let extent = line.extent else { return nil }
        if let quotation = open.quotation, quotation.part == line.part {
            return quotation.spans.first { $0.overlaps(extent) }?.clamped(to: extent)
        }
        if let entity = open.entity, line.part == .text, entity.range.overlaps(extent) { return entity.range }
        return nil
    }

    /// Draws the marks before a line: the quotation in it, the one the reader is at where there are several; an arrow where
    /// the quotation or name the reader is at begins; a dot before boilerplate, which is dim where a terminal can.
    private func drawGutter(_ line: FlowLine, row: Int, at y: Int, in frame: inout Frame) {
        guard let extent = line.extent, plan.gutter.size.width > 0 else { return }
        let spans = ArticleMarks.touching(extent, among: open.marks.quotationSpans(in: line.part))
        let current = spans.first { open.cursor == .quotation($0.index) }
        var hasArrow = line.part == .text && open.entity.map { extent.contains($0.range.lowerBound) } == true
        if let span = current ?? (state.settings.quotationsLit ? spans.first : nil) {
            let quotation = open.article.annotation.quotations[span.index]
            let isFirstLine =
                extent.contains(quotation.extent.lowerBound) || quotation.extent.lowerBound < extent.lowerBound && row == 0
            var style = ArticleStyles.style(of: span.index, in: open, theme)
            if current != nil { style = style.overlaid(by: theme[.current]) }
            drawMark(QuotationMark(quotation.form, quotation.act).text, style, at: y, in: &frame)
            if current != nil, isFirstLine { hasArrow = true }
            if isFirstLine, Doubt.isIn(quotation), plan.gutter.size.width > 2 {
                let x = plan.gutter.origin.x + 2
                frame.draw("?", at: Position(x: x, y: y), in: plan.gutter, style: theme[.uncertain])
            }
        } else if line.kind == .block(.boilerplate) {
            drawMark("·", theme[.boilerplate], at: y, in: &frame)
        }
        if hasArrow { drawStroke("▶", theme[.current], at: plan.gutter.origin.x, y, in: &frame) }
    }

    private func drawMark(_ mark: String, _ style: Style, at y: Int, in frame: inout Frame) {
        drawStroke(mark, style, at: plan.gutter.origin.x + (plan.gutter.size.width > 2 ? 1 : 0), y, in: &frame)
    }

    /// A mark is a stroke: a line below it would look like another.
    private func drawStroke(_ mark: String, _ style: Style, at x: Int, _ y: Int, in frame: inout Frame) {
        var style = style
        style.attributes.subtract([.underline, .italic])
        frame.draw(mark, at: Position(x: x, y: y), in: plan.gutter, style: style)
    }

    /// What the filter lit in each line. Looked for in each paragraph's lines together, so that a phrase may go over a line's end.
    private func litRanges(of lines: [FlowLine]) -> [[TextRange]] {
        var lit = [[TextRange]](repeating: [], count: lines.count)
        if let matches = open.matches, matches.phrase != nil {
            return lines.map { line in line.extent.map { matches.touching($0, in: line.part) } ?? [] }
        }
        guard !state.lit.isEmpty else { return lit }
        var first = 0
        while first < lines.count {
            guard let start = lines[first].extent else {
                first += 1
                continue
            }
            var end = first + 1
            while end < lines.count, lines[end].part == lines[first].part, lines[end].extent != nil { end += 1 }
            let last = lines[end - 1].extent ?? start
            let source = open.article.article.string(of: lines[first].part)
            let found = state.lit.ranges(in: source, start.lowerBound..<max(start.upperBound, last.upperBound))
            for index in first..<end {
                lit[index] = found.filter { range in lines[index].extent?.overlaps(range) == true }
            }
            first = end
        }
        return lit
    }

    /// The place in the text that a cell of the screen shows; nil where it shows none.
    static func place(at position: Position, in state: ReaderState) -> TextPlace? {
        guard let open = state.open else { return nil }
        let plan = ArticlePlan(state.plan.article, settings: state.settings)
        guard plan.text.rows.contains(position.y) else { return nil }
        var flow = open.flow
        let lines = flow.lines(from: open.top, height: plan.text.size.height)
        let row = position.y - plan.text.origin.y
        guard lines.indices.contains(row) else { return nil }
        let line = lines[row].line
        let frame = Frame(size: Size(width: 0, height: 0), arrangesText: state.settings.arrangesText)
        let set = SetLine(line, of: open.article.article.string(of: line.part), in: plan.text, of: frame)
        var x = set.column
        for cell in set.cells {
            x += cell.cell.width
            if position.x < x { return TextPlace(part: line.part, offset: cell.cell.range.lowerBound) }
        }
        return line.extent.map { TextPlace(part: line.part, offset: max($0.lowerBound, $0.upperBound - 1)) }
    }
}
