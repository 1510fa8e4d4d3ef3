import Reader
import Screen
import TestSupport
import Testing

/// Every pane in a real terminal with true colour, under two themes: the same words, each theme in its own colours.
@Suite(
    "Panes in a terminal", .enabled(if: TerminalSession.isAvailable, Comment(rawValue: TerminalSession.unavailable)))
struct PanesInTerminalTests {
    /// Keys that lead to a pane, from the one before.
    private static let ways: [[String]] = [
        ["j"], ["Enter"], ["]"], ["w"], ["Escape"], ["O"], ["Escape"], ["P"], ["Enter"], ["Escape"], ["Escape"], ["Q"],
        ["j"],
        ["Escape"], ["?"], ["Escape"], ["y"], ["Escape"], ["/", "d", "a"], ["Escape"],
    ]

    @Test("They say the same, each in the theme's colours", arguments: [(80, 24), (160, 50), (40, 10)])
    func colors(columns: Int, rows: Int) throws {
        let themes = try ["broadsheet", "night-desk"].map { try #require(try ThemeCatalogue().theme(named: $0)) }
        let homes = [TemporaryHome(), TemporaryHome()]
        let terminals = try zip(homes, themes).map { home, theme in
            try home.file("config/pullquote/config.toml", "[look]\ntheme = \"\(theme.name)\"\n")
            return try TerminalSession(
                try home.articles(), in: home, size: (columns, rows), environment: ["COLORTERM": "truecolor"])
        }
        for terminal in terminals { try terminal.shows("1 of 3") }
        var before = try terminals[0].screen()
        for way in Self.ways {
            for terminal in terminals { for key in way { try terminal.press(key) } }
            let expected = try terminals[0].waits(for: "other screen after \(way)") { $0 != before }
            // Where a screen comes in two steps both reach the last.
            try terminals[1].waits(for: "screen like the first's after \(way)") { try $0 == terminals[0].screen() }
            for (terminal, theme) in zip(terminals, themes) { try expectColors(of: theme, terminal, "after \(way)") }
            before = expected
        }
        for terminal in terminals {
            try terminal.press("Z", "Z")
            #expect(try terminal.exitStatus() == 0)
        }
    }

    private func expectColors(of theme: Theme, _ terminal: TerminalSession, _ when: Comment) throws {
        let styles = Array(theme.styles.values) + theme.speakers
        // Both have a ground of their own, which no cell is without.
        let grounds = Set(styles.map(\.background)).subtracting([.standard])
        let inks = Set(styles.map(\.foreground))
        let cells = CapturedScreen(try terminal.styledScreen()).rows.joined()
        let strange = cells.first { !inks.contains($0.style.foreground) || !grounds.contains($0.style.background) }
        #expect(!cells.isEmpty && strange == nil, when)
    }
}
