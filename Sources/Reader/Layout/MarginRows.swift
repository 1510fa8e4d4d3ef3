import DocumentModel
import Screen

/// Draws the margin: who speaks, beside the first line of their turn on the screen.
struct MarginRows {
    let open: OpenArticle
    let area: Area
    let theme: Theme

    private struct Entry {
        var index: Int
        var row: Int
    }

    /// Names the speakers of the quotations in the lines on the screen.
    func draw(_ lines: [(position: FlowPosition, line: FlowLine)], in frame: inout Frame) {
        let entries = turns(lines)
        var free = 0
        for (number, entry) in entries.enumerated() {
            let row = max(free, entry.row)
            guard row < area.size.height else { break }
            let y = area.origin.y + row
            let isCurrent = open.cursor == .quotation(entry.index)
            let (name, style) = label(of: entry.index)
            frame.draw(
                name, at: Position(x: area.origin.x, y: y), fitting: area.size.width, in: area,
                style: isCurrent ? style.overlaid(by: theme[.current]) : style)
            free = row + 1
            let next = number + 1 < entries.count ? entries[number + 1].row : .max
            if isCurrent, free < next, free < area.size.height {
                frame.draw(
                    details(of: entry.index), at: Position(x: area.origin.x, y: y + 1), fitting: area.size.width, in: area,
                    style: theme[.details])
                free += 1
            }
        }
    }

    /// The quotations that are named: the first of each turn, and the one the reader is at. A turn ends where another
    /// speaks, or after a paragraph without a quotation.
    private func turns(_ lines: [(position: FlowPosition, line: FlowLine)]) -> [Entry] {
        var entries: [Entry] = []
        var lastIndex: Int?
        var lastItem = Int.min
        for (row, (position, line)) in lines.enumerated() {
            guard let extent = line.extent else { continue }
            for span in ArticleMarks.touching(extent, among: open.marks.quotationSpans(in: line.part)) {
                defer { lastItem = position.item.block }
                if span.index == lastIndex { continue }
                let continues =
                    lastIndex.map { isSameSpeaker($0, span.index) } == true && position.item.block - lastItem <= 1
                if !continues || open.cursor == .quotation(span.index) {
                    entries.append(Entry(index: span.index, row: row))
                }
                lastIndex = span.index
            }
        }
        return entries
    }

    private func isSameSpeaker(_ one: Int, _ other: Int) -> Bool {
        guard let speaker = open.marks.speakerNumbers[one] else { return false }
        return speaker == open.marks.speakerNumbers[other]
    }

    /// The speaker's name; of somebody without one, the words that stand for them.
    private func label(of index: Int) -> (String, Style) {
        let quotation = open.article.annotation.quotations[index]
        let doubt = Doubt.isIn(quotation) ? " ?" : ""
        if let speaker = open.article.annotation.speaker(of: quotation) {
            var style = theme[.text]
            if let number = open.marks.speakerNumbers[index] { style = style.overlaid(by: theme.speaker(number)) }
            if !doubt.isEmpty { style = style.overlaid(by: theme[.uncertain]) }
            return (speaker.name + doubt, style)
        }
        guard let words = quotation.speaker?.ranges.first else { return ("not named", theme[.details]) }
        let style = open.marks.speakerNumbers[index].map { theme[.text].overlaid(by: theme.speaker($0)) } ?? theme[.details]
        let source = open.article.article.string(of: quotation.part)
        return (BlockText(source, words).joined + doubt, style)
    }

    /// `3 of 11 · indirect`
    private func details(of index: Int) -> String {
        let quotations = open.article.annotation.quotations
        let kind = quotations[index].act == .thought ? "thought" : quotations[index].form.rawValue
        return "\(index + 1) of \(quotations.count) · \(kind)"
    }
}
