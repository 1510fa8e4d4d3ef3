import DocumentModel
import Screen

/// Draws the list of quotations: the words, and under them speaker, outlet and date.
struct QuotationRows {
    let state: ReaderState
    let area: Area
    let theme: Theme

    /// The screen rows of one quotation in a pane of this size.
    static func height(in size: Size) -> Int { size.height >= 12 ? 3 : size.height >= 6 ? 2 : 1 }

    /// Draws the rows.
    func draw(in frame: inout Frame) {
        let list = state.quotations
        if list.total == 0 {
            PaneMessage.empty(state).draw(in: &frame, area, theme)
            frame.cursor = state.focus == .list ? area.origin : frame.cursor
            return
        }
        let height = Self.height(in: area.size)
        for line in 0..<(area.size.height + height - 1) / height {
            let index = list.top + line
            guard index < list.count else { break }
            let y = area.origin.y + line * height
            if let row = list[index] {
                draw(row, y, height, in: &frame)
            } else {
                frame.draw("…", at: Position(x: area.origin.x + 3, y: y), in: area, style: theme[.details])
            }
            guard index == list.selected else { continue }
            let isHere = state.focus == .list
            frame.overlay(
                Area(x: area.origin.x, y: y, width: area.size.width, height: 1),
                style: theme[isHere ? .selection : .selectionElsewhere])
            for row in 0..<height {
                frame.draw("▌", at: Position(x: area.origin.x, y: y + row), in: area, style: theme[.current])
            }
            if isHere { frame.cursor = Position(x: area.origin.x, y: y) }
        }
    }

    private func draw(_ row: QuotationSummary, _ y: Int, _ height: Int, in frame: inout Frame) {
        let x = area.origin.x + (area.size.width >= 8 ? 3 : 0)
        let width = max(0, area.columns.upperBound - 1 - x)
        let isSure = row.speakerConfidence >= Doubt.threshold
        let speaker = (row.speaker ?? "not named") + (isSure ? "" : " ?")
        let parts = [speaker, row.source ?? row.title, row.date.map(ArticleDetails.day) ?? ""].filter { !$0.isEmpty }
        if area.size.width >= 8 {
            frame.draw(
                QuotationMark(row.form, row.act).text, at: Position(x: area.origin.x + 1, y: y), in: area,
                style: theme[QuotationMark(row.form, row.act).role])
        }
        let compared = state.alignments[QuotationKey(article: row.article, ordinal: row.ordinal)]
            .flatMap { state.isComparing ? ComparedText($0) : nil }
        let text = compared?.text ?? row.text
        let lines = FilledLines(text, widths: Array(repeating: width, count: max(1, height - 1)))
        frame.draw(
            lines, of: text, at: Position(x: x, y: y), in: area, style: theme[.text], lit: compared?.lit ?? [],
            litStyle: theme[.match])
        if height > 1 {
            frame.draw(
                ArticleDetails.fitting(parts, width: width), at: Position(x: x, y: y + lines.lines.count), in: area,
                style: theme[.details])
        }
    }
}

/// Two wordings in one line, as a list shows them: the words that only this report has are lit, those that the other has
/// instead stand in ‹ ›.
struct ComparedText: Sendable, Equatable {
    /// The line.
    private(set) var text = ""
    /// What in it is lit.
    private(set) var lit: [TextRange] = []

    /// The line of an alignment.
    init(_ alignment: WordAlignment) {
        for piece in alignment.pieces {
            let start = text.utf8.count
            switch piece.kind {
            case .plain: text += piece.text
            case .found:
                text += piece.text
                lit.append(start..<text.utf8.count)
            case .asked:
                // After words that stand in its place it needs room.
                if text.last.map({ !$0.isWhitespace }) == true { text += " " }
                text += "‹\(piece.text)›"
            }
        }
    }
}
