import DocumentModel
import Screen

/// What a pane says when it has nothing to list.
struct PaneMessage: Sendable, Equatable {
    /// Its lines; the first is what is the matter, the rest what to do.
    var lines: [String]

    /// For the left pane's list as it is.
    static func empty(_ state: ReaderState) -> PaneMessage {
        let back = state.keyName(.back) ?? "back"
        if case .prompt = state.overlay {
            let cancel = state.keyName(.promptCancel) ?? "Esc"
            return PaneMessage(lines: ["No article matches.", "", "\(cancel) gives everything back."])
        }
        if !state.filters.isEmpty {
            return PaneMessage(lines: ["No article matches", state.filterText, "", "\(back) takes the filter back."])
        }
        switch state.side {
        case .articles: break
        case .people: return PaneMessage(lines: ["Nobody is named here.", "", "\(back) goes back to the articles."])
        case .quotations:
            return PaneMessage(lines: ["Nothing is quoted here.", "", "\(back) goes back to the articles."])
        }
        if let progress = state.progress, progress.isRunning {
            return PaneMessage(lines: ["Reading articles …", "They are listed as they come."])
        }
        return PaneMessage(
            lines: [
                "No articles here.", "", "Open a folder of them:", "  pullquote FOLDER", "Or look at the samples:",
                "  pullquote --samples",
            ])
    }

    /// Draws the lines in the upper part of an area.
    func draw(in frame: inout Frame, _ area: Area, _ theme: Theme) {
        let left = area.size.width >= 20 ? 3 : 0
        let top = area.size.height >= lines.count + 4 ? 2 : 0
        var y = area.origin.y + top
        for (index, line) in lines.enumerated() {
            let width = max(0, area.size.width - left - (left > 0 ? 1 : 0))
            for part in Self.wrapped(line, to: width) where y < area.rows.upperBound {
                frame.draw(
                    part, at: Position(x: area.origin.x + left, y: y), in: area,
                    style: theme[index == 0 ? .heading : .details])
                y += 1
            }
        }
    }

    /// A line as it is when it fits, else broken at its blanks.
    static func wrapped(_ line: String, to width: Int) -> [String] {
        guard TextWidth.of(line) > width, width > 0 else { return [line] }
        return LineBreaking.lines(of: BlockText(line, 0..<line.utf8.count), in: line, width: width).map { runs in
            runs.enumerated().map { ($0 > 0 && $1.followsSpace ? " " : "") + line.text(in: $1.range) }.joined()
        }
    }
}
