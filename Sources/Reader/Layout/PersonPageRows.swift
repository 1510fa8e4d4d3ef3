import DocumentModel
import Screen

/// Draws what the library tells of the person the list is at: who they are, when and where they are quoted, who speaks of
/// whom, and their words that most articles report.
struct PersonPageRows {
    let page: PersonPage
    let area: Area
    let theme: Theme

    private struct Line {
        var text = ""
        var role = Role.text
        var detail = ""
        /// How long a bar stands behind the text, in eighths of its room.
        var share: Int?
    }

    /// Draws as much as there is room for.
    func draw(in frame: inout Frame) {
        let left = area.size.width >= 30 ? 3 : 1
        let width = max(0, min(area.size.width - left - 1, 72))
        var y = area.origin.y
        for line in lines(width: width) {
            guard y < area.rows.upperBound else { break }
            let row = Area(x: area.origin.x + left, y: y, width: width, height: 1)
            draw(line, in: row, &frame)
            y += 1
        }
    }

    private func draw(_ line: Line, in row: Area, _ frame: inout Frame) {
        let detailWidth = line.detail.isEmpty ? 0 : TextWidth.of(line.detail) + 1
        guard let share = line.share else {
            frame.draw(
                line.text, at: row.origin, fitting: row.size.width - detailWidth, in: row,
                style: theme[line.role])
            drawDetail(line.detail, in: row, &frame)
            return
        }
        let label = min(24, row.size.width / 3)
        frame.draw(line.text, at: row.origin, fitting: label, in: row, style: theme[line.role])
        let room = max(0, row.size.width - label - 1 - max(detailWidth, 6))
        let eighths = share * room / 8
        let bar = String(repeating: "█", count: eighths / 8) + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        frame.draw(
            bar, at: Position(x: row.origin.x + label + 1, y: row.origin.y), in: row, style: theme[.progress])
        drawDetail(line.detail, in: row, &frame)
    }

    private func drawDetail(_ detail: String, in row: Area, _ frame: inout Frame) {
        guard !detail.isEmpty else { return }
        frame.draw(
            detail, at: Position(x: row.columns.upperBound - TextWidth.of(detail), y: row.origin.y), in: row,
            style: theme[.count])
    }

    private func lines(width: Int) -> [Line] {
        let summary = page.summary
        var lines = [Line(text: TextWidth.cleaned(summary.name), role: .title)]
        let roles = page.roles.prefix(4).map { TextWidth.cleaned($0.name) }.joined(separator: ", ")
        if !roles.isEmpty { lines += wrapped(roles, .text, width) }
        let others = page.names.map(\.name).filter { $0 != summary.name }.prefix(8).map { TextWidth.cleaned($0) }
        if !others.isEmpty { lines += wrapped("also " + others.joined(separator: ", "), .details, width) }
        lines.append(Line())
        let figures = [
            ArticleDetails.counted(summary.quotations, "quotation", "quotations"),
            ArticleDetails.counted(summary.articles, "article", "articles"), seen,
        ]
        lines += wrapped(figures.filter { !$0.isEmpty }.joined(separator: " · "), .details, width)
        lines += shares("By month", page.months.suffix(12))
        lines += shares("By outlet", page.outlets.prefix(8))
        lines += people("Speaks of", page.speaksOf)
        lines += people("Spoken of by", page.spokenOfBy)
        if !page.mostReported.isEmpty {
            lines += [Line(), Line(text: "Most reported", role: .heading)]
            for report in page.mostReported.prefix(3) {
                let words = wrapped(TextWidth.cleaned(report.quotation.text), .text, width).prefix(3)
                lines += words
                lines.append(
                    Line(
                        text: [report.quotation.source, report.quotation.date.map(ArticleDetails.day)].compactMap { $0 }
                            .joined(separator: " · "), role: .details,
                        detail: ArticleDetails.counted(report.articles, "article", "articles")))
            }
        }
        return lines
    }

    private var seen: String {
        switch (page.firstSeen, page.lastSeen) {
        case (let first?, let last?): first == last ? first : "\(first) – \(last)"
        case (let one?, nil), (nil, let one?): one
        case (nil, nil): ""
        }
    }

    private func shares(_ heading: String, _ shares: ArraySlice<PersonPage.Share>) -> [Line] {
        guard let most = shares.map(\.articles).max(), most > 0 else { return [] }
        return [Line(), Line(text: heading, role: .heading)]
            + shares.map {
                Line(
                    text: TextWidth.cleaned($0.name ?? "no outlet"), detail: ArticleDetails.grouped($0.articles),
                    share: max(1, $0.articles * 64 / most))
            }
    }

    private func people(_ heading: String, _ others: [PersonPage.Other]) -> [Line] {
        guard !others.isEmpty else { return [] }
        return [Line(), Line(text: heading, role: .heading)]
            + others.prefix(6).map {
                Line(
                    text: TextWidth.cleaned($0.name), role: $0.kind == .person ? .person : .organisation,
                    detail: "\(ArticleDetails.grouped($0.quotations))”")
            }
    }

    private func wrapped(_ text: String, _ role: Role, _ width: Int) -> [Line] {
        PaneMessage.wrapped(text, to: width).map { Line(text: $0, role: role) }
    }
}
