import Foundation
import Screen
import TestSupport
import Testing

/// How the whole program behaves in a terminal, whatever is done to it.
@Suite("The program's conduct", .serialized)
struct ProgramConductTests {
    private let home = TemporaryHome()

    private func start(
        _ arguments: [String] = ["--samples"], size: Size = Size(width: 100, height: 30),
        environment: [String: String] = [:], input: String? = nil
    ) throws -> PseudoTerminal {
        let program = try #require(PseudoTerminal.path(of: "pullquote"))
        return try PseudoTerminal(
            [program] + arguments, size: size, environment: home.environment.merging(environment) { $1 }, input: input)
    }

    /// Starts on the samples, and waits for the first frame.
    private func startReading(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
        let terminal = try start(environment: environment)
        #expect(terminal.waitFor("?2026l"))
        return terminal
    }

    private func expectWhole(_ terminal: PseudoTerminal) throws {
        #expect(terminal.switchedOn == [])
        #expect(terminal.modes == (try PseudoTerminal(["/bin/true"]).modes))
    }

    @Test("Signals that end it leave the terminal whole", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signals(signal: CInt) throws {
        let terminal = try startReading()
        terminal.send(signal)
        #expect(terminal.waitForEnd() == 128 + Int(signal))
        try expectWhole(terminal)
    }

    @Test("A crash leaves the terminal whole", arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT])
    func crashes(signal: CInt) throws {
        let terminal = try startReading()
        terminal.send(signal)
        #expect(terminal.waitForEnd() == -Int(signal))
        try expectWhole(terminal)
    }

    /// Every signal but those that cannot be taken in, and those whose default is to do nothing.
    private static let signals = [
        SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM,
        SIGTERM,
        SIGSTKFLT, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO, SIGPWR,
        SIGSYS,
    ]

    @Test("Any signal at any moment leaves the terminal whole", arguments: 0..<Soak.rounds(short: 20, long: 1000))
    func anyMoment(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed) &+ 1)
        func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        let terminal = try start(size: Size(width: 20 + below(120), height: 2 + below(40)))
        // From the first moment on, or after some keys.
        let keys = ["j", "k", "\r", " ", "]", ">", "/", "a", "\u{1B}", "P", "Q", "?", "t", "\t", "y", "G", "g", "|"]
        for _ in 0..<below(30) {
            terminal.type(keys[below(keys.count)])
            if below(3) == 0 { _ = terminal.readUntilQuiet(milliseconds: CInt(below(12))) }
        }
        let signal = Self.signals[below(Self.signals.count)]
        terminal.send(signal)
        for _ in 0..<below(4) { terminal.type(keys[below(keys.count)]) }
        // What is not to end it did not; then this does.
        terminal.send(SIGCONT)
        _ = terminal.readUntilQuiet(milliseconds: CInt(below(20)))
        terminal.send(SIGTERM)
        #expect(terminal.waitForEnd() != nil, "signal \(signal)")
        #expect(terminal.switchedOn == [], "signal \(signal)")
        #expect(terminal.modes == (try PseudoTerminal(["/bin/true"]).modes), "signal \(signal)")
        #expect(!terminal.isStyled, "signal \(signal)")
    }

    @Test("Quitting leaves the terminal whole")
    func quits() throws {
        let terminal = try startReading()
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test("It ends when the terminal vanishes")
    func vanishes() throws {
        let terminal = try startReading()
        terminal.vanish()
        #expect(terminal.waitForEnd() == 129)
    }

    @Test("^Z stops it with the terminal whole, and it comes back in the new size")
    func stops() throws {
        let program = try #require(PseudoTerminal.path(of: "pullquote"))
        let script = "set -m; '\(program)' --samples; echo STOPPED; read go; fg >/dev/null; echo ENDED $?"
        let terminal = try PseudoTerminal(["/bin/sh", "-c", script], environment: home.environment)
        #expect(terminal.waitFor("?2026l"))
        terminal.type("\u{1A}")
        #expect(terminal.waitFor("STOPPED"))
        try expectWhole(terminal)
        let before = terminal.output.count
        terminal.resize(Size(width: 130, height: 40))
        terminal.type("\r")
        #expect(terminal.waitFor("?2026l", from: before))
        #expect(terminal.waitFor("\u{1B}[40", from: before))
        #expect(terminal.switchedOn.isSuperset(of: ["1049", "2004"]))
        terminal.type("q")
        #expect(terminal.waitFor("ENDED 0", from: before))
        #expect(terminal.switchedOn == [])
    }

    @Test("Any size, and any change of it, is drawn")
    func sizes() throws {
        let terminal = try startReading()
        var sizes = [(1, 1), (2, 2), (1, 50), (200, 1), (3, 3), (20, 5), (40, 10), (300, 100)].map(Size.init)
        for round in 0..<Soak.rounds(short: 40, long: 2000) {
            sizes.append(Size(width: 1 + round * 37 % 180, height: 1 + round * 11 % 50))
        }
        for (place, size) in sizes.enumerated() {
            terminal.resize(size)
            terminal.type(["j", "\r", " ", "?", "\u{1B}", "\t", "p", "\u{1B}", "/", "a", "\u{1B}"][place % 11])
        }
        let before = terminal.output.count
        terminal.resize(Size(width: 90, height: 25))
        #expect(terminal.waitFor("?2026l", from: before))
        terminal.type("\u{1B}\u{1B}")
        terminal.send(SIGTERM)
        #expect(terminal.waitForEnd() == 128 + Int(SIGTERM))
        try expectWhole(terminal)
    }

    @Test("Sixty keys in one burst are one small drawing")
    func burst() throws {
        let terminal = try startReading()
        let before = terminal.output.count
        terminal.type(String(repeating: "j", count: 60))
        #expect(terminal.waitFor("?2026l", from: before))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        #expect(terminal.output.count - before < 8192)
    }

    @Test("Without colours, none is sent", arguments: [["NO_COLOR": "1", "COLORTERM": "truecolor"], ["TERM": "vt100"]])
    func colourless(environment: [String: String]) throws {
        let terminal = try startReading(environment)
        terminal.type("j\rq")
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        #expect(try !terminal.text.contains(Regex("\u{1B}\\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7])(;[0-9;]*)?m")))
    }

    @Test("A session's log played again gives the same screens", arguments: 0..<Soak.rounds(short: 3, long: 300))
    func replayed(seed: Int) throws {
        let folder = try home.articles()
        // The articles are read in before.
        let first = try start(["list", "--in", folder])
        #expect(first.waitForEnd() == 0)
        let before = home.folder.path + "-before"
        defer { try? FileManager.default.removeItem(atPath: before) }
        try FileManager.default.copyItem(atPath: home.folder.path, toPath: before)

        let log = home.folder.path + "/session.log"
        var random = SplitMix(seed: UInt64(seed) &+ 77)
        let terminal = try start(
            ["--log", log, folder], size: Size(width: 60 + seed * 29 % 100, height: 20 + seed * 7 % 30))
        #expect(terminal.waitFor("?2026l"))
        let keys = [
            "j", "k", "\r", " ", "b", "]", "[", ">", "n", "/abera\r", "\u{1B}", "P", "Q", "?", "t", "\t", "*", "m", "G",
            "g", "|",
            "e", "p", "3", "\u{1B}[200~two\u{1B}[201~",
        ]
        for _ in 0..<60 {
            terminal.type(keys[Int(random.next() % UInt64(keys.count))])
            if random.next() % 2 == 0 { _ = terminal.readUntilQuiet(milliseconds: 5) }
        }
        terminal.send(SIGTERM)
        #expect(terminal.waitForEnd() == 128 + Int(SIGTERM))

        // The library as it was, in its old place.
        let text = try String(contentsOfFile: log, encoding: .utf8)
        try FileManager.default.removeItem(at: home.folder)
        try FileManager.default.copyItem(atPath: before, toPath: home.folder.path)
        try home.file("again.log", text)
        let replay = try start(["--replay", home.folder.path + "/again.log", folder])
        #expect(replay.waitForEnd() == 0)
        #expect(replay.text.contains("screens are the same"))
        if replay.waitForEnd() != 0 { Issue.record("\(replay.text)\n\(text)") }
        // A log that tells of another screen is found out.
        let other = text.replacing(/frame [0-9a-f]/, with: "frame x", maxReplacements: 1)
        try home.file("other.log", other)
        #expect(try start(["--replay", home.folder.path + "/other.log", folder]).waitForEnd() == 1)
    }

    @Test("A terminal it cannot use is refused in one line", arguments: ["", "dumb", "no-such-terminal"])
    func refuses(name: String) throws {
        let terminal = try start(environment: ["TERM": name])
        #expect(terminal.waitForEnd() == 2)
        #expect(terminal.text.hasPrefix("pullquote: "))
        #expect(terminal.text.split(separator: "\r\n").count == 1)
        #expect(!terminal.output.contains(0x1B))
        try expectWhole(terminal)
    }

    @Test("Articles come by a pipe and keys from the terminal")
    func piped() throws {
        let records = try home.file(
            "records.jsonl", #"{"id": "r1", "title": "The weir opens", "text": "Rain fell. It stopped."}"#)
        let terminal = try start(["-"], input: records)
        #expect(terminal.waitFor("The weir opens"))
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
        try expectWhole(terminal)
    }

    @Test("No byte of an article acts on the terminal", arguments: 0..<Soak.rounds(short: 4, long: 400))
    func hostile(seed: Int) throws {
        var hostile = HostileText(seed: UInt64(seed))
        var lines = ""
        for _ in 0..<12 {
            var record: [String: Any] = ["text": hostile.text(pieces: 120), "tags": [hostile.text(pieces: 4)]]
            for field in ["id", "title", "date", "source", "author", "url"] { record[field] = hostile.text(pieces: 8) }
            lines += String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self) + "\n"
        }
        let folder = try home.file("hostile/records.jsonl", lines).replacing("/records.jsonl", with: "")
        var name = hostile.text(pieces: 6).unicodeScalars.filter { $0 != "/" && $0 != "\0" }
        name.append(contentsOf: ".txt".unicodeScalars)
        _ = try? home.file("hostile/" + String(name), hostile.text(pieces: 300))
        let terminal = try start([folder])
        #expect(terminal.waitFor("?2026l"))
        for keys in ["j", "j", "\r", " ", "]", "e", "\u{1B}", "p", "\r", "\u{1B}", "J", "?", "\u{1B}"] {
            terminal.type(keys)
            // Gives what the key shows a chance to be drawn, so that there is more to look at; nothing depends on it.
            _ = terminal.readUntilQuiet(milliseconds: 15)
        }
        terminal.send(SIGTERM)
        #expect(terminal.waitForEnd() == 128 + Int(SIGTERM))
        #expect(TerminalOutput.surprises(in: terminal.output) == [])
        try expectWhole(terminal)
    }
}
