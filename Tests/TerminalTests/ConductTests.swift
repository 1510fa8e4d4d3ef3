import Glibc
import Screen
import TestSupport
import Testing

/// How a program behaves that uses the terminal, in a real one: `TerminalProbe` is the program.
@Suite("Conduct in a terminal", .serialized)
struct ConductTests {
    private static let probe = PseudoTerminal.path(of: "TerminalProbe")

    private func start(
        _ rows: [String] = [], size: Size = Size(width: 80, height: 24), environment: [String: String] = [:],
        input: String? = nil
    ) throws -> PseudoTerminal {
        // Swift's backtracer would ask questions after a crash.
        let environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
            .merging(environment) { $1 }
        return try PseudoTerminal(
            [try #require(Self.probe)] + rows, size: size, environment: environment.filter { !$0.value.isEmpty },
            input: input)
    }

    /// What a terminal's modes are before any program.
    private func untouched() throws -> TerminalModes { try PseudoTerminal(["/bin/true"]).modes }

    private func expectWhole(_ terminal: PseudoTerminal, _ comment: Comment? = nil) throws {
        #expect(terminal.switchedOn == [], comment)
        #expect(terminal.modes == (try untouched()), comment)
    }

    @Test("It takes the terminal, and quitting gives it back")
    func quit() throws {
        let terminal = try start()
        #expect(terminal.waitFor("80x24 indexed256 ready"))
        #expect(terminal.switchedOn.isSuperset(of: ["1049", "2004", "cursor hidden", "keypad"]))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test("Signals that end it leave the terminal whole", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signals(signal: CInt) throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.send(signal)
        #expect(terminal.waitForEnd() == 128 + Int(signal))
        try expectWhole(terminal)
    }

    @Test("^C and ^\\ are signals", arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)])
    func keys(key: String, signal: CInt) throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.type(key)
        #expect(terminal.waitForEnd() == 128 + Int(signal))
        try expectWhole(terminal)
    }

    @Test("A program that hangs ends at the second signal")
    func hanging() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.type("L")
        // The first may come before the loop begins or after: either way the second ends it, if the first did not.
        for _ in 0..<200 where kill(terminal.process, 0) == 0 {
            terminal.send(SIGTERM)
            usleep(10_000)
        }
        #expect(terminal.waitForEnd() == 128 + Int(SIGTERM))
        try expectWhole(terminal)
    }

    @Test("A crash leaves the terminal whole", arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE])
    func crashes(signal: CInt) throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.send(signal)
        #expect(terminal.waitForEnd() == -Int(signal))
        try expectWhole(terminal)
    }

    @Test("A crash of its own says why, on the screen that was there before")
    func trap() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.type("x")
        #expect([-Int(SIGTRAP), -Int(SIGILL)].contains(terminal.waitForEnd()))
        try expectWhole(terminal)
        let after = terminal.text.split(separator: "\u{1B}[?1049l").last ?? ""
        #expect(after.contains("a crash that was asked for"))
    }

    @Test("exit() from anywhere leaves the terminal whole")
    func exits() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.type("e")
        #expect(terminal.waitForEnd() == 7)
        try expectWhole(terminal)
    }

    @Test("What is written to standard error waits for the end")
    func heldError() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.type("w")
        #expect(terminal.waitFor("key w"))
        #expect(!terminal.text.contains("library's message"))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        let after = terminal.text.split(separator: "\u{1B}[?1049l").last ?? ""
        #expect(after.contains("a library's message"))
    }

    @Test("It ends when the terminal vanishes")
    func vanishes() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.vanish()
        #expect(terminal.waitForEnd() == 129)
    }

    @Test("^Z stops it with the terminal whole, and it comes back", arguments: ["\u{1A}", "z"])
    func stops(key: String) throws {
        let script = "set -m; '\(try #require(Self.probe))'; echo STOPPED; read go; fg >/dev/null; echo ENDED $?"
        let terminal = try PseudoTerminal(["/bin/sh", "-c", script])
        #expect(terminal.waitFor("ready"))
        terminal.type(key)
        #expect(terminal.waitFor("STOPPED"))
        try expectWhole(terminal)
        let before = terminal.output.count
        terminal.resize(Size(width: 60, height: 10))
        terminal.type("\r")
        #expect(terminal.waitFor("60x10", from: before))
        #expect(terminal.switchedOn.isSuperset(of: ["1049", "2004", "cursor hidden"]))
        terminal.type("q")
        #expect(terminal.waitFor("ENDED 0", from: before))
        #expect(terminal.switchedOn == [])
    }

    @Test("It comes back whole after SIGSTOP")
    func stoppedUnseen() throws {
        let terminal = try start()
        // The last thing it draws of its own accord.
        #expect(terminal.waitForFrame(with: "dark ground"))
        terminal.send(SIGSTOP)
        let before = terminal.output.count
        terminal.send(SIGCONT)
        // A frame from before may still be on its way: what counts is what comes once the screen is taken again.
        let entering = "\u{1B}[?1049h"
        #expect(terminal.waitFor(entering, from: before))
        let taken = try #require(terminal.output[before...].firstRange(of: Array(entering.utf8)))
        #expect(terminal.waitFor("\u{1B}[?2026l", from: taken.upperBound))
        #expect(terminal.switchedOn.isSuperset(of: ["1049", "2004"]))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test("Any size is drawn", arguments: [(1, 1), (2, 2), (1, 40), (120, 1), (20, 5), (300, 100)])
    func sizes(width: Int, height: Int) throws {
        let terminal = try start(["東京 wide", "e\u{301} marks", "plain"])
        #expect(terminal.waitFor("ready"))
        for round in 0..<3 {
            let before = terminal.output.count
            terminal.resize(round == 1 ? Size(width: 80, height: 24) : Size(width: width, height: height))
            #expect(terminal.waitFor("\u{1B}[?2026l", from: before))
        }
        terminal.type("jjkq")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test("A program started in a terminal of one cell runs")
    func startsTiny() throws {
        let terminal = try start(size: Size(width: 1, height: 1))
        #expect(terminal.waitFor("\u{1B}[?2026l"))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test("A burst of forty sizes ends in the last")
    func resizes() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        for round in 0..<Soak.rounds(short: 40, long: 4000) {
            terminal.resize(Size(width: 1 + round * 7 % 200, height: 1 + round * 5 % 60))
        }
        terminal.resize(Size(width: 77, height: 23))
        #expect(terminal.waitFor("77x23"))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test(
        "Without a terminal it can use, it says so and ends with 2",
        arguments: [
            ("", "TERM is not set"), ("nope", "unknown terminal type 'nope'"), ("dumb", "cannot place its cursor"),
        ])
    func refused(name: String, message: String) throws {
        let terminal = try start(environment: ["TERM": name])
        #expect(terminal.waitForEnd() == 2)
        #expect(terminal.text.contains(message))
        #expect(terminal.text.split(separator: "\n").count == 1)
        #expect(!terminal.output.contains(0x1B))
        try expectWhole(terminal)
    }

    @Test("Keys come from the terminal when articles come by a pipe")
    func pipedInput() throws {
        let terminal = try start(input: "/dev/null")
        #expect(terminal.waitFor("ready"))
        terminal.type("\u{1B}[1;5A")
        #expect(terminal.waitFor("key <c-up>"))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test(
        "Colours are those the terminal has",
        arguments: [
            (["COLORTERM": "truecolor"], ["\u{1B}[38;2;208;135;112m", "\u{1B}[48;2;59;66;82m", "\u{1B}[32m"]),
            ([:], ["\u{1B}[38;5;", "\u{1B}[48;5;", "\u{1B}[32m"]), (["TERM": "xterm"], ["\u{1B}[32m"]),
        ])
    func colors(environment: [String: String], sequences: [String]) throws {
        let terminal = try start(environment: environment)
        #expect(terminal.waitFor("ready"))
        #expect(terminal.waitFor("\u{1B}[?2026l"))
        for sequence in sequences { #expect(terminal.text.contains(sequence)) }
        if environment["TERM"] != nil { #expect(!terminal.text.contains("8;5;") && !terminal.text.contains("8;2;")) }
    }

    @Test("Without colours attributes stay", arguments: [["NO_COLOR": "1", "COLORTERM": "truecolor"], ["TERM": "vt100"]])
    func colourless(environment: [String: String]) throws {
        let terminal = try start(environment: environment)
        #expect(terminal.waitFor("ready"))
        #expect(terminal.waitFor("\u{1B}[?2026l"))
        #expect(terminal.text.contains("\u{1B}[1m") || terminal.text.contains("\u{1B}[0;1m"))
        #expect(try !terminal.text.contains(Regex("\u{1B}\\[[0-9;]*(3[0-8]|4[0-8]|9[0-7])[;m]")))
    }

    @Test("No byte of a text acts", arguments: ["C.UTF-8", "C"])
    func hostile(locale: String) throws {
        let rows = ["a\u{1B}[31mb\u{9B}2J\u{202E}c\u{200B}\u{7}d", "“é” 東京 👩‍👩‍👧‍👦 \u{1F1FA}\u{1F1E6} \u{E0041}\u{FEFF}"]
        let terminal = try start(rows, environment: ["LC_ALL": locale])
        #expect(terminal.waitFor("ready"))
        #expect(terminal.waitFor("\u{1B}[?2026l"))
        #expect(!terminal.text.contains("\u{1B}[31m") && !terminal.output.contains(7))
        #expect(
            terminal.text.unicodeScalars.allSatisfy {
                $0.properties.generalCategory != .format && !(0x80..<0xA0 ~= $0.value)
            })
        #expect(terminal.text.contains(locale == "C" ? "\"e\" ???? ?? UA" : "“é” 東京 👩 UA"))
        if locale == "C" { #expect(terminal.output.allSatisfy { $0 < 0x80 }) }
    }

    @Test("What a terminal draws wide and others narrow is drawn otherwise")
    func ambiguousWidth() throws {
        let terminal = try start(["“quoted” │ 東京 é"])
        terminal.isWide = true
        #expect(terminal.waitFor("\"quoted\" | 東京 e"))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("The ground is told")
    func ground() throws {
        let terminal = try start()
        #expect(terminal.waitFor("dark ground"))
        terminal.type("\u{1B}[?997;2n")
        #expect(terminal.waitFor("light ground"))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("Answers that come late are not typed into the shell")
    func lateAnswers() throws {
        let script = "'\(try #require(Self.probe))'; echo SHELL; IFS= read -r line; echo \"GOT[$line]\""
        let terminal = try PseudoTerminal(["/bin/sh", "-c", script])
        terminal.answers = false
        #expect(terminal.waitFor("ready"))
        terminal.type("q")
        #expect(terminal.waitFor("?2004l"))
        terminal.type("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\")
        terminal.type("\u{1B}[2;2R\u{1B}[0n")
        // The program flushes what has come until its very end.
        #expect(terminal.waitFor("SHELL"))
        terminal.type("x\r")
        #expect(terminal.waitFor("GOT[x]"))
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("A slow line is not filled with frames that nobody will look at")
    func slowLine() throws {
        let size = Size(width: 200, height: 60)
        let terminal = try start(size: size)
        #expect(terminal.waitFor("dark ground"))
        // From here on the terminal is behind: it answers nothing.
        terminal.answers = false
        for _ in 0..<20 {
            terminal.type(String(repeating: "n", count: 10))
            _ = terminal.readUntilQuiet(milliseconds: 20)
        }
        var model = TerminalModel(size: size)
        model.feed(terminal.output)
        #expect(model.lines.last?.hasPrefix("frame 200.") == false)
        // When it has caught up, the newest frame comes.
        terminal.type(String(repeating: "\u{1B}[0n", count: 8))
        var fed = terminal.output.count
        while model.lines.last?.hasPrefix("frame 200.") == false, terminal.waitFor("?2026l", from: fed) {
            model.feed(terminal.output[fed...])
            fed = terminal.output.count
        }
        #expect(model.lines.last?.hasPrefix("frame 200.") == true)
        terminal.answers = true
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("Moving a selection by a row sends little, and nothing is sent unasked")
    func bytes() throws {
        let terminal = try start()
        // The last thing it draws of its own accord.
        #expect(terminal.waitForFrame(with: "dark ground"))
        let before = terminal.output.count
        terminal.type("j")
        #expect(terminal.waitFor("\u{1B}[?2026l", from: before))
        #expect(terminal.output.count - before <= 250)
    }

    @Test("Text goes to the clipboard")
    func clipboard() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.type("c")
        #expect(terminal.waitFor("\u{1B}]52;c;4oCcY29waWVk4oCd\u{7}"))
    }

    @Test("The mouse and pastes are told")
    func mouse() throws {
        let terminal = try start()
        #expect(terminal.waitFor("ready"))
        terminal.type("m")
        #expect(terminal.waitFor("\u{1B}[?1006h"))
        #expect(terminal.switchedOn.contains("1000"))
        terminal.type("\u{1B}[<0;3;4M")
        #expect(terminal.waitFor("mouse press 2,3"))
        terminal.type("\u{1B}[200~x\ry\u{1B}[201~")
        #expect(terminal.waitFor("paste [x y]"))
        terminal.send(SIGSEGV)
        _ = terminal.waitForEnd()
        try expectWhole(terminal)
    }
}
