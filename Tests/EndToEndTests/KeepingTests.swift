import Foundation
import Testing

/// What outlives a start: marks, the look, configuration; and what the program says when the configuration is wrong.
@Suite(
    "From one start to the next", .enabled(if: TerminalSession.isAvailable, Comment(rawValue: TerminalSession.unavailable)))
struct KeepingTests {
    @Test("A read article is read at the next start, and a starred one starred")
    func readMark() throws {
        let home = TemporaryHome()
        let folder = try home.articles()
        var terminal = try TerminalSession(folder, in: home, size: (100, 24))
        func unread(_ screen: [String]) -> Int { screen.reduce(0) { $0 + $1.count { $0 == "●" } } }
        try terminal.waits(for: "three unread") { unread($0) == 3 }
        try terminal.press("Enter")
        try terminal.shows("Esc list")
        try terminal.press("q")
        try terminal.waits(for: "two unread") { unread($0) == 2 }
        try terminal.press("j", "*")
        try terminal.shows("★")
        try terminal.press("q")
        #expect(try terminal.exitStatus() == 0)

        terminal = try TerminalSession(folder, in: home, size: (100, 24))
        // The star stands in the place of the mark for what is unread.
        try terminal.waits(for: "a read, a starred and an unread one") { screen in
            unread(screen) == 1 && screen.contains { $0.contains("★") }
        }
    }

    @Test("A theme that was chosen is there at the next start, until config.toml names another")
    func theme() throws {
        let home = TemporaryHome()
        let folder = try home.articles()
        var terminal = try TerminalSession(folder, in: home, environment: ["COLORTERM": "truecolor"])
        try terminal.shows("1 of 3")
        #expect(try !terminal.styledScreen().contains("48;2;246;239;225"))
        try terminal.press("t")
        try terminal.shows("broadsheet", "night-desk")
        try terminal.press("j")
        try terminal.waits(for: "the ground of broadsheet") { _ in
            try terminal.styledScreen().contains("48;2;246;239;225")
        }
        try terminal.press("Enter")
        try terminal.hides("night-desk")
        try terminal.press("q")
        #expect(try terminal.exitStatus() == 0)
        #expect(home.text(of: "state/pullquote/state.toml")?.contains("theme = \"broadsheet\"") == true)

        terminal = try TerminalSession(folder, in: home, environment: ["COLORTERM": "truecolor"])
        try terminal.shows("1 of 3", "Plum growers")
        #expect(try terminal.styledScreen().contains("48;2;246;239;225"))

        try home.file("config/pullquote/config.toml", "[look]\ntheme = \"dark\"\n")
        terminal = try TerminalSession(folder, in: home, environment: ["COLORTERM": "truecolor"])
        try terminal.shows("1 of 3")
        #expect(try terminal.styledScreen().contains("48;2;22;24;29"))
    }

    @Test("With NO_COLOR there is no colour, and with 256 colours no other", arguments: [true, false])
    func colors(isOff: Bool) throws {
        let home = TemporaryHome()
        try home.file("config/pullquote/config.toml", "[look]\ntheme = \"dark\"\n")
        let terminal = try TerminalSession(
            try home.articles(), in: home, environment: isOff ? ["NO_COLOR": "1"] : ["TERM": "screen-256color"])
        try terminal.shows("1 of 3")
        let styled = try terminal.styledScreen()
        let parameters = styled.matches(of: /\u{1B}\[([0-9;]*)m/).map { $0.output.1 }
        #expect(parameters.contains { $0.split(separator: ";").contains("7") } == isOff)
        #expect(parameters.contains { $0.contains("48;5;") } == !isOff)
        #expect(!parameters.contains { $0.contains("48;2;") || $0.contains("38;2;") })
        if isOff {
            #expect(!parameters.contains { $0.contains("38;") || $0.split(separator: ";").contains { "30"..."37" ~= $0 } })
        }
    }

    @Test("Keys of one's own do what config.toml says")
    func keys() throws {
        let home = TemporaryHome()
        try home.file("config/pullquote/config.toml", "[keys]\ndown = [\"s\"]\nhelp = \"<f5>\"\n")
        let terminal = try TerminalSession(try home.articles(), in: home, size: (100, 24))
        try terminal.shows("1 of 3")
        try terminal.press("s")
        try terminal.shows("2 of 3")
        try terminal.press("F5")
        try terminal.shows("F5", "these keys")
    }

    @Test("A mistake in config.toml ends the program with its file, line and exit code 78")
    func wrongConfiguration() throws {
        let home = TemporaryHome()
        try home.file("config/pullquote/config.toml", "\n[look]\nthme = \"dark\"\n")
        let terminal = try TerminalSession(try home.articles(), in: home, size: (160, 24))
        #expect(try terminal.exitStatus() == 78)
        try terminal.shows("pullquote: ", "config/pullquote/config.toml:3: unknown option “thme”: did you mean “theme”?")
    }

    @Test("What another process adds is on the screen without a key")
    func othersArticles() throws {
        let home = TemporaryHome()
        let folder = try home.articles()
        func add(_ name: String) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: TerminalSession.program)
            process.arguments = ["add", folder + "/" + name]
            process.environment = home.environment
            process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        try add("dam.txt")
        let terminal = try TerminalSession(in: home, size: (100, 24))
        try terminal.shows("1 of 1", "Minister defends")
        try add("harbour.txt")
        try terminal.shows("of 2", "Harbour reopens")
        try terminal.press("/", "h", "a", "r", "b", "o", "u", "r", "Enter")
        try terminal.shows("1 of 1")
        try add("orchard.txt")
        try terminal.press("Escape")
        try terminal.shows("Plum growers")
        try terminal.press("j")
        try terminal.shows("of 3")
    }

    @Test("Two readers on one library do not lock each other out")
    func twoReaders() throws {
        let home = TemporaryHome()
        let folder = try home.articles()
        let first = try TerminalSession(folder, in: home, size: (100, 24))
        try first.shows("1 of 3")
        let second = try TerminalSession(folder, in: home, size: (100, 24))
        try second.shows("1 of 3", "Minister defends")
        try second.press("*")
        try second.shows("★")
        try first.press("j", "*")
        try first.shows("★")
    }
}
