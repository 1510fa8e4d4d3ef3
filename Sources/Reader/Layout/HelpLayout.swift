import Screen

/// The help: the table of commands, those of the place it was opened in first.
struct HelpLayout {
    /// One line of the help.
    enum Line: Sendable, Equatable {
        case heading(String)
        /// Keys and what they do; keys are empty on a line that goes on from the one before.
        case keys(String, String)
        case blank
    }

    /// All its lines at the width it has.
    let lines: [Line]
    /// The popup, its border included where it has one.
    let area: Area
    /// Whether a border is drawn.
    let hasBorder: Bool
    private let keyColumns: Int

    /// The help of a state that shows it.
    init(_ state: ReaderState) {
        var place = CommandContext.list
        var words: [String] = []
        if case .help(let help) = state.overlay {
            place = help.place
            words = FoldedWord.words(in: help.words.text[...], from: 0).map(\.text)
        }
        let size = state.size
        let width = min(size.width, 84)
        hasBorder = width >= 24 && size.height >= 6
        let inner = max(1, width - (hasBorder ? 4 : 0))
        keyColumns = min(18, inner * 2 / 5)
        let columns = max(1, inner - keyColumns)

        var lines: [Line] = []
        let found = CommandTable.entries.filter { Self.has($0, words, state.keyMap) }
        let here = found.filter { $0.context.isSuperset(of: place) }
        let elsewhere = found.filter { !$0.context.isSuperset(of: place) }
        for (entries, heading) in [(here, "In the \(place.name)"), (elsewhere, "Elsewhere")] where !entries.isEmpty {
            for (index, group) in CommandTable.Group.allCases.filter({ g in entries.contains { $0.group == g } })
                .enumerated()
            {
                if !lines.isEmpty { lines.append(.blank) }
                lines.append(.heading(index == 0 ? "\(heading): \(group.rawValue.lowercased())" : group.rawValue))
                for entry in entries where entry.group == group {
                    let keys = state.keyMap.notations(for: entry.command).map(KeyName.short).joined(separator: " ")
                    let isElsewhere = heading == "Elsewhere"
                    let text = entry.description + (isElsewhere ? " (\(entry.context.name))" : "")
                    for (part, words) in PaneMessage.wrapped(text, to: columns).enumerated() {
                        lines.append(.keys(part == 0 ? (keys.isEmpty ? "no key" : keys) : "", words))
                    }
                }
            }
        }
        if lines.isEmpty { lines = [.keys("", "No key does this.")] }
        self.lines = lines
        // A search does not make the box jump.
        let most = words.isEmpty ? lines.count : Int.max
        let height = min(size.height, most == .max ? size.height : most + (hasBorder ? 2 : 0))
        area = Area(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
    }

    /// Whether what an entry says, or its keys, or its name has all the words, or the beginnings of them.
    private static func has(_ entry: CommandTable.Entry, _ words: [String], _ keyMap: KeyMap) -> Bool {
        guard !words.isEmpty else { return true }
        let text = "\(entry.description) \(entry.command.rawValue) \(entry.group.rawValue)"
        let has = FoldedWord.words(in: text[...], from: 0).map(\.text)
        let keys = keyMap.notations(for: entry.command).map { KeyName.short($0).lowercased() }
        return words.allSatisfy { word in has.contains { $0.hasPrefix(word) } || keys.contains(word) }
    }

    /// How many lines are shown at once.
    var rows: Int { max(1, area.size.height - (hasBorder ? 2 : 0)) }
    /// How far it scrolls.
    var lastTop: Int { max(0, lines.count - rows) }

    /// Draws it over what is there.
    func draw(_ help: HelpView, state: ReaderState, in frame: inout Frame) {
        let theme = state.theme
        let top = help.top
        frame.fill(area, style: theme[.popup])
        let inset = hasBorder ? 1 : 0
        let inner = Area(
            x: area.origin.x + 2 * inset, y: area.origin.y + inset, width: area.size.width - 4 * inset,
            height: area.size.height - 2 * inset)
        if hasBorder {
            frame.drawBox(area, style: theme[.popupBorder])
            frame.draw(" Keys ", at: Position(x: area.origin.x + 2, y: area.origin.y), in: area, style: theme[.heading])
            let shown = lines.isEmpty ? 100 : min(100, (top + rows) * 100 / lines.count)
            let back = state.keyName(.back).map { "\($0) closes" } ?? ""
            let note = lastTop > 0 ? " \(shown) % · \(back) " : " \(back) "
            let x = area.columns.upperBound - 2 - TextWidth.of(note)
            if x > area.origin.x + 8 {
                frame.draw(note, at: Position(x: x, y: area.rows.upperBound - 1), in: area, style: theme[.details])
            }
        }
        let base = theme[.popup]
        for (row, line) in lines.dropFirst(min(top, lastTop)).prefix(inner.size.height).enumerated() {
            let y = inner.origin.y + row
            switch line {
            case .blank: break
            case .heading(let text):
                frame.draw(
                    text, at: Position(x: inner.origin.x, y: y), in: inner, style: base.overlaid(by: theme[.heading]))
            case .keys(let keys, let text):
                frame.draw(
                    keys, at: Position(x: inner.origin.x, y: y), fitting: keyColumns - 1, in: inner,
                    style: base.overlaid(by: Style(attributes: .bold)))
                frame.draw(text, at: Position(x: inner.origin.x + keyColumns, y: y), in: inner, style: base)
            }
        }
        frame.cursor = inner.origin
        drawSearch(help, state, in: &frame)
    }
}

extension HelpLayout {
    /// Draws the words searched for into the box's upper border, or how to search.
    private func drawSearch(_ help: HelpView, _ state: ReaderState, in frame: inout Frame) {
        let theme = state.theme
        let left = area.origin.x + 9
        let room = area.columns.upperBound - 3 - left
        guard hasBorder, room >= 12 else { return }
        let row = Area(x: left, y: area.origin.y, width: room, height: 1)
        if !help.isTyping, help.words.text.isEmpty {
            guard let key = state.keyName(.filter) else { return }
            let hint = " \(key) searches "
            frame.draw(
                hint, at: Position(x: row.columns.upperBound - TextWidth.of(hint), y: row.origin.y), in: row,
                style: theme[.details])
            return
        }
        let shown = TextWidth.truncated(help.words.text, to: room - 4)
        frame.draw(" /\(shown) ", at: row.origin, in: row, style: theme[.prompt])
        guard help.isTyping else { return }
        let before = TextWidth.of(String(help.words.text.prefix(help.words.cursor)))
        frame.cursor = Position(x: min(row.columns.upperBound - 1, row.origin.x + 2 + before), y: row.origin.y)
        frame.showsCursor = true
    }
}

/// Keys as the status line and the help write them: `Esc`, `Space`, `^D`.
enum KeyName {
    /// The short form of keys in notation.
    static func short(_ notation: String) -> String {
        guard let keys = Key.sequence(parsing: notation) else { return notation }
        return keys.map(short).joined()
    }

    private static func short(_ key: Key) -> String {
        var name: String
        switch key.code {
        case .character(" "): name = "Space"
        case .character(let character):
            if key.modifiers == .control { return "^\(character.uppercased())" }
            name = String(character)
        case .enter: name = "Enter"
        case .escape: name = "Esc"
        case .tab: name = "Tab"
        case .backspace: name = "Backspace"
        case .delete: name = "Del"
        case .insert: name = "Ins"
        case .home: name = "Home"
        case .end: name = "End"
        case .pageUp: name = "PgUp"
        case .pageDown: name = "PgDn"
        case .up: name = "↑"
        case .down: name = "↓"
        case .left: name = "←"
        case .right: name = "→"
        case .function(let number): name = "F\(number)"
        }
        if key.modifiers.contains(.shift) { name = "Shift-" + name }
        if key.modifiers.contains(.meta) { name = "Alt-" + name }
        if key.modifiers.contains(.control) { name = "Ctrl-" + name }
        return name
    }
}
