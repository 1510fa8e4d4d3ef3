import Foundation
import Testing

/// What a newcomer does with articles: read them, jump, filter, look at people.
@Suite("Reading in a terminal", .enabled(if: TerminalSession.isAvailable, Comment(rawValue: TerminalSession.unavailable)))
struct ReadingTests {
    @Test("The samples open with list and text side by side, and q ends with the terminal as it was")
    func samples() throws {
        let terminal = try TerminalSession("--samples", in: TemporaryHome(), size: (120, 40))
        try terminal.shows("1 of 16", "? help", "│", "Dockers close Valdria")
        try terminal.press("q")
        #expect(try terminal.exitStatus() == 0)
        try terminal.hides("? help", "│")
    }

    @Test("] goes from quotation to quotation, says which of how many, and whose")
    func quotations() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles() + "/dam.txt", in: home, size: (140, 30))
        try terminal.shows("Minister defends the Orlo dam", "1 of 1")
        try terminal.press("]")
        try terminal.shows("quotation 1 of 3", "Petra Lindqvist")
        try terminal.press("]")
        try terminal.shows("quotation 2 of 3")
        try terminal.press("]")
        try terminal.shows("quotation 3 of 3", "Jonas Abera")
        try terminal.press("[")
        try terminal.shows("quotation 2 of 3")
        try terminal.press("Escape")
        try terminal.shows("1 of 1")
    }

    @Test("Each letter of a filter narrows the list, Enter keeps it, Esc gives everything back")
    func filter() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home, size: (100, 24))
        try terminal.shows("Minister defends", "Harbour reopens", "Plum growers", "1 of 3")
        try terminal.press("/")
        try terminal.type("abera")
        try terminal.shows("/abera", "2 articles")
        try terminal.hides("Harbour reopens")
        try terminal.press("Escape")
        try terminal.shows("Minister defends", "Harbour reopens", "Plum growers")

        try terminal.press("/")
        try terminal.type("ferry")
        try terminal.shows("1 article")
        try terminal.press("Enter")
        try terminal.hides("/ferry", "Minister defends")
        try terminal.shows("Harbour reopens")
        try terminal.press("Escape")
        try terminal.shows("Minister defends", "Harbour reopens", "Plum growers")
    }

    @Test("A mistake in a filter is shown where it is, and the list stays")
    func mistakenFilter() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home, size: (100, 24))
        try terminal.shows("1 of 3")
        try terminal.press("/")
        try terminal.type("date:soon")
        try terminal.shows("/date:soon", "expected a date", "Harbour reopens")
        try terminal.press("Escape")
        try terminal.shows("1 of 3")
    }

    @Test("Everybody is listed with counts; Enter shows what a person says, and p filters by the person")
    func people() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home, size: (110, 24))
        try terminal.shows("1 of 3")
        try terminal.press("P")
        try terminal.shows("1 of 3 names", "Jonas Abera", "Petra Lindqvist", "Ines Okafor")
        try terminal.press("g", "Enter")
        try terminal.shows("quotations by Jonas Abera")
        try terminal.press("Escape")
        try terminal.shows(" names ")
        try terminal.press("p")
        try terminal.shows("person:\"Jonas Abera\"", "Minister defends", "Plum growers")
        try terminal.hides("Harbour reopens", "names")
        try terminal.press("Escape")
        try terminal.shows(" names ", "Jonas Abera")
        try terminal.press("Escape")
        try terminal.shows("Harbour reopens")
    }

    @Test("Keys typed ahead of the screen mean what they would on it")
    func typingAhead() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home, size: (140, 30))
        try terminal.shows("1 of 3")
        try terminal.press("/", "O", "r", "l", "o", "Enter", "Enter", "]")
        try terminal.shows("quotation 1 of 3", "Petra Lindqvist")
        try terminal.press("Q", "P", "g", "p")
        try terminal.shows("person:\"Jonas Abera\"", "Plum growers")
    }

    @Test("Every quotation is listed with its speaker, and Enter opens its article there")
    func everyQuotation() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home, size: (120, 30))
        try terminal.shows("1 of 3")
        try terminal.press("Q")
        try terminal.shows("Nobody asked us", "Jonas Abera", "The first ferry")
        try terminal.press("Enter")
        try terminal.shows("quotation 1 of")
    }

    @Test("The terminal's cursor follows the selection, for screen readers and braille lines")
    func cursor() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home, size: (120, 24))
        try terminal.shows("1 of 3")
        let before = try terminal.cursor()
        try terminal.press("j")
        try terminal.shows("2 of 3")
        try terminal.waits(for: "cursor further down") { _ in try terminal.cursor().row > before.row }
        try terminal.press("Enter", "]")
        try terminal.shows("quotation 1 of 1")
        try terminal.waits(for: "cursor at the quotation") { screen in
            let (column, row) = try terminal.cursor()
            return screen[row].dropFirst(column).hasPrefix("\"The first ferry")
        }
    }

    @Test("? shows the keys, and Esc takes them away")
    func help() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home)
        try terminal.shows("1 of 3")
        try terminal.press("?")
        try terminal.shows("Keys", "In the list: going places")
        try terminal.press("Escape")
        try terminal.hides("In the list: going places")
        try terminal.shows("1 of 3")
    }

    @Test("The screen follows the window down to one cell and back")
    func resize() throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(try home.articles(), in: home, size: (140, 40))
        try terminal.shows("1 of 3", "Petra Lindqvist")
        for (columns, rows) in [(80, 24), (50, 12), (20, 5), (3, 2), (1, 1), (2, 30), (200, 3)] {
            try terminal.resize(columns: columns, rows: rows)
        }
        try terminal.resize(columns: 100, rows: 30)
        try terminal.shows("1 of 3", "? help", "Minister defends", "│")
        try terminal.press("q")
        #expect(try terminal.exitStatus() == 0)
    }

    @Test("Articles come from standard input, keys from the terminal")
    func standardInput() throws {
        let home = TemporaryHome()
        let input = try home.file(
            "in.jsonl",
            """
            {"id": 7, "title": "Bread is dearer", "text": "\\"Flour has doubled,\\" baker Mila Horvat said."}
            {"id": "b", "title": "Rain at last", "text": "It rained in Stennby on Tuesday."}
            """)
        let terminal = try TerminalSession("-", in: home, size: (110, 24), input: input)
        try terminal.shows("Bread is dearer", "Rain at last", "1 of 2")
        try terminal.press("]")
        try terminal.shows("quotation 1 of 1", "Mila Horvat")
        try terminal.press("q", "q")
        #expect(try terminal.exitStatus() == 0)
    }

    @Test("What cannot be read is named, and the rest is there")
    func brokenFiles() throws {
        let home = TemporaryHome()
        let folder = try home.articles()
        try home.file("articles/a-picture.txt", Data([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0xFF, 0xFE, 0, 0] + (0...255)))
        let terminal = try TerminalSession(folder, in: home, size: (120, 24))
        try terminal.shows("articles/a-picture.txt: ", "Harbour reopens")
        try terminal.press("j")
        try terminal.shows("2 of 3")
    }

    @Test("No byte of an article acts on the terminal")
    func hostileText() throws {
        let home = TemporaryHome()
        let path = try home.file(
            "bad.txt",
            "A quiet title\n\nBefore \u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}after\u{200B} the \u{1B}[5;5Hend.\n\n\"Still here,\" said Ada Moss.\n"
        )
        let terminal = try TerminalSession(path, in: home, size: (100, 24))
        let screen = try terminal.waits(for: "the line on one row") { screen in
            screen.contains { $0.contains("Before") && $0.contains("end.") } && screen.contains { $0.contains("1 of 1") }
        }
        #expect(!screen.joined().contains("\u{202E}"))
    }
}
