import Foundation
import Screen
import TestSupport

/// The reader in a terminal on a big library, beside programs that list and page too: what keys cost, a burst of them, a slow
/// line, and what it does while nobody does anything.
struct ReaderBenchmark {
    let program: String
    let folder: String
    /// How many articles the library has: `PULLQUOTE_BENCH_ARTICLES`, or a hundred thousand.
    private let count = ProcessInfo.processInfo.environment["PULLQUOTE_BENCH_ARTICLES"].flatMap(Int.init) ?? 100_000

    /// A home of its own for each benchmark.
    static func environment(_ folder: String, _ name: String) -> [String: String] {
        [
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "\(folder)/home-\(name)",
            "XDG_DATA_HOME": "\(folder)/data-\(name)",
        ]
    }

    func run() throws {
        Report.heading("the reader, 120×40: starts")
        let files = try GeneratedArticles().writeFiles(2, to: folder + "/two")
        try firstScreen("first screen, two files read before", [files], expecting: "N0 ", goal: "goal 30 ms")
        // The word stands in every screen of the list.
        try firstScreen("first screen, the sample articles", ["read", "--samples"], expecting: "help", goal: "")

        Report.heading("the reader, 120×40, a library of \(Report.count(Double(count), "articles"))")
        try fill()
        try firstScreen("first screen, the library", [], expecting: "1 of", goal: "goal 50 ms")
        try keys()
        try bursts()
        try slowLine()
        try idle()
        try Peers(folder: folder, articles: min(count, 10_000)).run()
    }

    private func fill() throws {
        let records = try GeneratedArticles().writeRecords(count, to: folder + "/records.jsonl")
        defer { try? FileManager.default.removeItem(atPath: records) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["add", records]
        process.environment = Self.environment(folder, "reader")
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        try process.run()
        process.waitUntilExit()
    }

    private func start(_ keys: String = "") throws -> TerminalMeter {
        // Each begins with the panes as they come, not as the one before left them.
        try? FileManager.default.removeItem(atPath: "\(folder)/home-reader/.local/state/pullquote")
        let meter = try TerminalMeter([program], environment: Self.environment(folder, "reader"))
        _ = meter.waitFor("1 of")
        // What a key leads to, such as keeping a place, is done by then.
        if !keys.isEmpty { meter.press(keys) }
        meter.settle(milliseconds: 500)
        return meter
    }

    // MARK: Keys

    private func keys() throws {
        let list = try start()
        report("down, with the article beside", list.press("j", times: 30), "goal 2 ms")
        list.press("z")
        report("down, the list alone", list.press("j", times: 30), "goal 1 ms, 130 B")
        let opened = (0..<20).map { number in
            list.press(String(repeating: " ", count: number % 5) + "j")
            let cost = list.press("\r")
            list.press("\u{1B}")
            return cost
        }
        report("open an article", opened, "goal 5 ms")
        list.press("\r")
        let lines = list.press("j", times: 12)
        report("a line down in the article, one pane", lines, "goal 250 B")
        list.press("g")
        pageDown(list, "a page down in the article, one pane")
        list.press("g")
        report("Esc", [list.press("\u{1B}")], "goal 30 ms")
        list.end()

        let stacked = try start("|\r")
        report("a line down in the article, stacked", stacked.press("j", times: 12), "goal 250 B")
        stacked.end()
        let beside = try start("\r")
        pageDown(beside, "a page down in the article beside the list")
        beside.press("g")
        report("a line down in the article beside the list", beside.press("j", times: 8), "")
        beside.end()
    }

    private func pageDown(_ meter: TerminalMeter, _ name: String) {
        let pages = meter.press(" ", times: 2).filter { $0.changed.bytes > 500 }
        let most = pages.map { Double($0.bytes) / (1.15 * Double($0.changed.bytes) + 25 * Double($0.changed.styles)) }.max()
        report(name, pages, most.map { String(format: "%.2f of what it may", $0) } ?? "")
    }

    private func report(_ name: String, _ costs: [TerminalMeter.Cost], _ goal: String) {
        Report.line(
            name, String(format: "%.2f ms", costs.time.seconds * 1000),
            String(format: "≤ %.2f ms", costs.longTime.seconds * 1000), Report.count(Double(costs.bytes), "bytes"), goal)
    }

    // MARK: Bursts

    private func bursts() throws {
        for (name, keys, goal) in [("60 j in one burst", "", "goal 6 KB"), ("60 j in one burst, the list alone", "z", "")] {
            let (one, other) = (try start(keys), try start(keys))
            let cost = one.press(String(repeating: "j", count: 60))
            one.settle(milliseconds: 500)
            _ = other.press("j", times: 60)
            other.settle(milliseconds: 500)
            let isRight = one.screen.lines == other.screen.lines
            Report.line(
                name, Report.milliseconds(cost.time), Report.count(Double(cost.bytes), "bytes"),
                isRight ? "the right screen" : "ANOTHER SCREEN", goal)
            one.end()
            other.end()
        }
    }

    // MARK: A slow line

    /// Down is held, thirty times a second for three seconds, on a line of 16 kB/s with 70 ms each way. Measured from the last
    /// key to the last byte that follows it: the way there and back, the frame, and at most one other that was under way.
    private func slowLine() throws {
        let terminal = try PseudoTerminal(
            [program], size: Size(width: 120, height: 40), environment: Self.environment(folder, "reader"))
        terminal.answers = false
        let delay = 70
        var underWay: [(arrives: Int, count: Int)] = []
        var typed: [(arrives: Int, text: String)] = []
        var (arrived, asked, lastKey, lastByte, worst) = (0, 0, 0, 0, 0)
        var keyTimes: [Int] = []
        let question = Array("\u{1B}[5n".utf8)
        let begin = ContinuousClock.now
        while true {
            let now = Int(begin.duration(to: .now).seconds * 1000)
            if now > 8000 { break }
            // Sixteen bytes a millisecond go on the line.
            let read = terminal.readAvailable(atMost: 16)
            if read > 0 { underWay.append((now + delay, read)) }
            while let first = underWay.first, first.arrives <= now {
                arrived += first.count
                lastByte = now
                underWay.removeFirst()
                // The terminal answers what it has seen.
                while let found = terminal.output[asked..<arrived].firstRange(of: question) {
                    typed.append((now + delay, "\u{1B}[0n"))
                    asked = found.upperBound
                }
            }
            if now >= 2000, now < 5000, keyTimes.count * 33 < now - 2000 {
                typed.append((now + delay, "j"))
                keyTimes.append(now)
                lastKey = now
            }
            while let first = typed.first, first.arrives <= now {
                terminal.type(first.text)
                typed.removeFirst()
            }
            worst = max(worst, underWay.reduce(0) { $0 + $1.count })
            usleep(1000)
        }
        Report.line(
            "j held on a line of 16 kB/s, 140 ms", Report.count(Double(lastByte - lastKey), "ms after the last"),
            Report.count(Double(arrived), "bytes"), "goal 600 ms")
        terminal.send(SIGTERM)
        _ = terminal.waitForEnd()
    }

    // MARK: Nothing

    private func idle() throws {
        let meter = try start("j")
        meter.settle(milliseconds: 9000)
        let (quiet, wakeUps) = (meter.terminal.output.count, wakeUps(of: meter.terminal.process))
        Thread.sleep(forTimeInterval: 30)
        let woken = self.wakeUps(of: meter.terminal.process) - wakeUps
        meter.settle(milliseconds: 10)
        Report.line(
            "idle, from 10 to 40 s", Report.count(Double(meter.terminal.output.count - quiet), "bytes"),
            Report.count(Double(woken), "wake-ups"), "goal 0 and 0")
        Report.line(
            "resident memory", Report.count(Double(Self.status(of: meter.terminal.process, "VmRSS")) / 1024, "MiB"), "",
            "goal 60 MiB")
        meter.end()
    }

    /// Starts the reader some times, until a word is on its screen.
    private func firstScreen(_ name: String, _ arguments: [String], expecting word: String, goal: String) throws {
        var times: [Duration] = []
        for _ in 0..<11 {
            let start = ContinuousClock.now
            let terminal = try PseudoTerminal(
                [program] + arguments, size: Size(width: 120, height: 40),
                environment: Self.environment(folder, "reader"))
            if terminal.waitFor(word) { times.append(start.duration(to: .now)) }
            _ = terminal.readUntilQuiet(milliseconds: 100)
            terminal.type("q")
            if terminal.waitForEnd() == nil { terminal.send(SIGTERM) }
        }
        // The first of them has read the files.
        times = times.dropFirst().sorted()
        guard let shortest = times.first, let longest = times.last else { return Report.line(name, "never") }
        Report.line(name, Report.milliseconds(shortest), "≤ " + Report.milliseconds(longest), goal)
    }

    /// How often the process's threads have been woken.
    private func wakeUps(of process: pid_t) -> Int {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.reduce(0) { $0 + Self.number("voluntary_ctxt_switches", in: "/proc/\(process)/task/\($1)/status") }
    }

    static func status(of process: pid_t, _ field: String) -> Int { number(field, in: "/proc/\(process)/status") }

    private static func number(_ field: String, in path: String) -> Int {
        let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
        let line = lines.first { $0.hasPrefix(field + ":") }
        return line.flatMap { Int($0.dropFirst(field.count + 1).filter(\.isNumber)) } ?? 0
    }
}
