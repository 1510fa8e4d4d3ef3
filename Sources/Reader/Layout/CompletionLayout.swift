import Query
import Screen

/// Draws what may be typed next over the line in which a filter is typed: each with what it means.
struct CompletionLayout {
    private let candidates: [FilterCompletion.Candidate]
    private let chosen: Int?
    private let top: Int
    private let area: Area

    /// The candidates of a prompt whose line begins at a column; nil when there is nothing to suggest, or no room.
    init?(_ prompt: FilterPrompt, over line: Area, column: Int) {
        guard let completion = prompt.completion, completion.isShown, prompt.mistake == nil else { return nil }
        candidates = completion.found.candidates
        chosen = completion.chosen
        let height = min(candidates.count, 8, line.origin.y * 2 / 3)
        guard height > 0, line.size.width >= 24 else { return nil }
        let labels = candidates.map { TextWidth.of($0.label) }.max() ?? 0
        let details = candidates.map { TextWidth.of($0.detail) }.max() ?? 0
        let width = min(line.size.width, labels + (details > 0 ? details + 2 : 0) + 2)
        let x = max(0, min(column, line.size.width - width))
        area = Area(x: line.origin.x + x, y: line.origin.y - height, width: width, height: height)
        top = max(0, min((chosen ?? 0) - height / 2, candidates.count - height))
    }

    /// Draws them over what is there.
    func draw(_ theme: Theme, in frame: inout Frame) {
        let labels = candidates.map { TextWidth.of($0.label) }.max() ?? 0
        frame.fill(area, style: theme[.popup])
        for row in 0..<area.size.height {
            let each = candidates[top + row]
            let line = Area(x: area.origin.x, y: area.origin.y + row, width: area.size.width, height: 1)
            let room = max(0, line.size.width - 2)
            frame.draw(
                each.label, at: Position(x: line.origin.x + 1, y: line.origin.y), fitting: room, in: line,
                style: theme[.popup])
            let rest = room - labels - 2
            if rest >= 4 {
                frame.draw(
                    each.detail, at: Position(x: line.origin.x + labels + 3, y: line.origin.y), fitting: rest, in: line,
                    style: theme[.popup].overlaid(by: theme[.details]))
            }
            guard top + row == chosen else { continue }
            frame.overlay(line, style: theme[.selection])
            frame.draw("▌", at: line.origin, in: line, style: theme[.current])
        }
    }
}
