import DocumentModel
import Query
import Screen

/// What may follow the keys pressed so far: the commands they may become, or the places marked with letters.
struct PendingLayout {
    private let rows: [(key: String, text: String)]

    /// What a state waits for; nil when it waits for nothing, or there is nothing to show.
    init?(_ state: ReaderState) {
        if let command = state.awaitingKey {
            switch command {
            case .goToMark: rows = state.spots.sorted { $0.key < $1.key }.map { (String($0.key), $0.value.title) }
            case .savedFilter:
                rows = state.savedFilters.entries.prefix(ReaderState.savedKeys).enumerated().map { index, entry in
                    ("\(index + 1)", "@\(entry.name)  \(entry.text)")
                }
            default: rows = []
            }
            guard !rows.isEmpty else { return nil }
        } else if !state.pending.isEmpty {
            let next = state.keyMap.continuations(of: state.pending, in: state.place)
            guard !next.isEmpty else { return nil }
            rows = next.map { rest, command in
                (rest.map { KeyName.short(Key.notation(of: [$0])) }.joined(), CommandTable.entry(of: command).description)
            }
        } else {
            return nil
        }
    }

    /// Draws it in the corner above the status line.
    func draw(_ state: ReaderState, in frame: inout Frame) {
        let theme = state.theme
        let size = state.size
        let height = min(rows.count + 2, max(0, size.height - 1))
        guard size.width >= 20, height >= 3 else { return }
        let keyWidth = rows.map { TextWidth.of($0.key) }.max() ?? 1
        let widest = rows.map { TextWidth.of($0.text) }.max() ?? 0
        let width = min(size.width, keyWidth + widest + 6)
        let area = Area(x: size.width - width, y: size.height - 1 - height, width: width, height: height)
        frame.fill(area, style: theme[.popup])
        frame.drawBox(area, style: theme[.popupBorder])
        for (index, row) in rows.prefix(height - 2).enumerated() {
            let line = Area(x: area.origin.x + 2, y: area.origin.y + 1 + index, width: width - 4, height: 1)
            frame.draw(row.key, at: line.origin, in: line, style: theme[.popup].overlaid(by: Style(attributes: .bold)))
            frame.draw(
                row.text, at: Position(x: line.origin.x + keyWidth + 2, y: line.origin.y),
                fitting: line.size.width - keyWidth - 2, in: line, style: theme[.popup])
        }
    }
}
