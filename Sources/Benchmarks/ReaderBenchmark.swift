import Foundation
import Screen
import TestSupport

/// The reader in a terminal: its first screens, a burst of keys, and what it does while nobody does anything.
struct ReaderBenchmark {
    let program: String
    let folder: String

    /// A home of its own for each benchmark.
    static func environment(_ folder: String, _ name: String) -> [String: String] {
        [
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "\(folder)/home-\(name)",
            "XDG_DATA_HOME": "\(folder)/data-\(name)",
        ]
    }

    func run() throws {
        Report.heading("the reader, 120×40")
        let files = try GeneratedArticles().writeFiles(2, to: folder + "/two")
        try firstScreen("first screen, two files read before", [files], expecting: "N0 ", goal: "goal 30 ms")
        // The word stands in every screen of the list.
        try firstScreen("first screen, the sample articles", ["read", "--samples"], expecting: "help", goal: "")

        let terminal = try startReader()
        _ = terminal.readUntilQuiet(milliseconds: 300)
        let before = terminal.output.count
        terminal.type(String(repeating: "j", count: 60))
        _ = terminal.readUntilQuiet(milliseconds: 300)
        Report.line("60 j in one burst", Report.count(Double(terminal.output.count - before), "bytes"), "", "goal 8,192")

        // What follows a key, such as keeping the place, is done by then.
        _ = terminal.readUntilQuiet(milliseconds: 2000)
        let (quiet, wakeUps) = (terminal.output.count, wakeUps(of: terminal.process))
        Thread.sleep(forTimeInterval: 10)
        let woken = self.wakeUps(of: terminal.process) - wakeUps
        _ = terminal.readUntilQuiet(milliseconds: 10)
        Report.line(
            "idle for 10 s", Report.count(Double(terminal.output.count - quiet), "bytes"),
            Report.count(Double(woken), "wake-ups"),
            "goal 0 and 0")
        Report.line("resident memory", Report.count(Double(status(of: terminal.process, "VmRSS")) / 1024, "MiB"))
        try leave(terminal)
    }

    /// Starts the reader some times, until a word is on its screen.
    private func firstScreen(_ name: String, _ arguments: [String], expecting word: String, goal: String) throws {
        var times: [Duration] = []
        for _ in 0..<11 {
            let start = ContinuousClock.now
            let terminal = try startReader(arguments)
            if terminal.waitFor(word) { times.append(start.duration(to: .now)) }
            _ = terminal.readUntilQuiet(milliseconds: 100)
            try leave(terminal)
        }
        // The first of them has read the files.
        times = times.dropFirst().sorted()
        guard let shortest = times.first, let longest = times.last else { return Report.line(name, "never") }
        Report.line(name, Report.milliseconds(shortest), "≤ " + Report.milliseconds(longest), goal)
    }

    private func startReader(_ arguments: [String] = ["read", "--samples"]) throws -> PseudoTerminal {
        try PseudoTerminal(
            [program] + arguments, size: Size(width: 120, height: 40), environment: Self.environment(folder, "reader"))
    }

    private func leave(_ terminal: PseudoTerminal) throws {
        terminal.type("q")
        if terminal.waitForEnd() == nil { terminal.send(SIGTERM) }
    }

    /// How often the process's threads have been woken.
    private func wakeUps(of process: pid_t) -> Int {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.reduce(0) { $0 + number("voluntary_ctxt_switches", in: "/proc/\(process)/task/\($1)/status") }
    }

    private func status(of process: pid_t, _ field: String) -> Int { number(field, in: "/proc/\(process)/status") }

    private func number(_ field: String, in path: String) -> Int {
        let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
        let line = lines.first { $0.hasPrefix(field + ":") }
        return line.flatMap { Int($0.dropFirst(field.count + 1).filter(\.isNumber)) } ?? 0
    }
}
