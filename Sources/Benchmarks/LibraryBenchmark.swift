import ArticleLibrary
import Foundation
import Query
import Screen
import TestSupport

/// Libraries of growing size: how long it takes to fill them, to open one, and from a key of a filter to the first screen.
struct LibraryBenchmark {
    let program: String
    let folder: String
    /// How many articles.
    let sizes: [Int]

    /// Where libraries are kept for the next time, if anywhere: filling one takes far longer than all that is measured on it.
    private let kept = ProcessInfo.processInfo.environment["PULLQUOTE_BENCH_KEEP"]

    /// What a screen of the reader asks for.
    private static let rows = 0..<140

    func run() throws {
        let generated = GeneratedLibrary()
        let words = generated.words
        for size in sizes.sorted() {
            Report.heading("a library of \(Report.count(Double(size), "articles"))")
            let home = "\(kept ?? folder)/data-library-\(size)"
            let path = home + "/pullquote/library.db"
            try FileManager.default.createDirectory(atPath: home + "/pullquote", withIntermediateDirectories: true)
            do {
                let library = try Library(at: path)
                // A filling that was broken off goes on.
                let known = try library.articles(matching: .all, rows: 0..<1).total
                if known < size {
                    var storing = Duration.zero
                    let time = try ContinuousClock().measure { storing = try generated.fill(library, known..<size) }
                    Report.line(
                        "make articles up, store and index them", Report.milliseconds(time),
                        Report.count(Double(size - known) / time.seconds, "articles/s"))
                    Report.line(
                        "storing alone, the processor's time", Report.milliseconds(storing),
                        Report.count(Double(size - known) / storing.seconds, "articles/s"))
                }
                try fileSize(path, generated, size)
                for (name, terms, goal) in [
                    ("filter: a word in titles", words.inTitles.map { "title:\"\($0)\"" }, size),
                    ("filter: a word in texts", words.inTexts, size),
                    ("filter: a person", words.people.map { "person:\"\($0)\"" }, size),
                    ("filter: two letters", words.prefixes, size), ("filter: one letter", ["b", "k", "m", "s", "v"], size),
                    ("filter: a word in over a fifth", words.common, 3 * size),
                    ("filter: a person and a word", zip(words.people, words.common).map { "person:\"\($0)\" \($1)" }, size),
                    ("filter: a word, not another", zip(words.inTexts, words.common).map { "\($0) -\($1)" }, size),
                    ("filter: a word of a year", words.inTexts.map { "\($0) date:2017" }, size),
                ] {
                    try filters(name, terms, in: library, goal: goal)
                }
                for order in ["title", "source", "quotes", "-date"] {
                    let filter = try Filter(parsing: "sort:\(order)")
                    let time = try shortest(of: 1) { _ = try library.articles(matching: filter, rows: Self.rows) }
                    Report.line("all, sort:\(order)", Report.milliseconds(time))
                }
            }
            try reader(home, size)
            if kept == nil { try? FileManager.default.removeItem(atPath: home) }
        }
    }

    private func fileSize(_ path: String, _ generated: GeneratedLibrary, _ size: Int) throws {
        let bytes = ["", "-wal"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
        // A sample tells how long the texts are.
        let sample = min(size, 500)
        let text = (0..<sample).reduce(0) { $0 + generated.textSize($1) } * size / sample
        Report.line(
            "the file", Report.count(Double(bytes) / 1e6, "MB"),
            String(format: "%.2f × text", Double(bytes) / Double(text)), "goal 3.5 ×")
    }

    /// From a key to the first screen, and to the count, in the processor's time: others on the machine do not change it.
    private func filters(_ name: String, _ terms: [String], in library: Library, goal size: Int) throws {
        var first: [Duration] = []
        var counted: [Duration] = []
        for text in terms {
            let filter = try Filter(parsing: text, whileTyping: true)
            let clock = ThreadClock()
            let start = clock.now
            let page = try library.firstArticles(matching: filter, rows: Self.rows)
            if page != nil { first.append(clock.now - start) }
            _ = try library.articles(matching: filter, rows: Self.rows)
            counted.append(clock.now - start)
            if page == nil { first.append(clock.now - start) }
        }
        let goal = size <= 100_000 ? "goal 10 ms" : size <= 1_000_000 ? "goal 50 ms" : "goal 150 ms"
        Report.line(name, Report.milliseconds(first.p95), "counted " + Report.milliseconds(counted.p95), goal)
    }

    /// The program in a terminal: its first screen, what it takes of memory, and the way back from an article.
    private func reader(_ home: String, _ size: Int) throws {
        var starts: [Duration] = []
        var backs: [Duration] = []
        var memory = 0
        for _ in 0..<6 {
            let start = ContinuousClock.now
            let terminal = try PseudoTerminal(
                [program], size: Size(width: 120, height: 40),
                environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": home, "XDG_DATA_HOME": home])
            let isThere = terminal.waitFor("1 of ")
            starts.append(start.duration(to: .now))
            guard isThere else { return Report.line("first screen", "never") }
            _ = terminal.readUntilQuiet(milliseconds: 200)
            memory = ReaderBenchmark.status(of: terminal.process, "VmRSS")
            terminal.type("/\(GeneratedLibrary().words.inTexts[0])\r")
            _ = terminal.readUntilQuiet(milliseconds: 300)
            terminal.type("\r")
            _ = terminal.readUntilQuiet(milliseconds: 300)
            let key = ContinuousClock.now
            terminal.type("\u{1B}")
            // An escape key is one when nothing follows it; what comes last is the list.
            if let last = terminal.readUntilQuiet(milliseconds: 200) { backs.append(key.duration(to: last)) }
            terminal.type("q")
            if terminal.waitForEnd() == nil { terminal.send(SIGTERM) }
        }
        starts = Array(starts.dropFirst())
        Report.line(
            "first screen, the whole program", Report.milliseconds(starts.p95), "",
            size <= 100_000 ? "goal 50 ms" : "goal 100 ms")
        Report.line("resident then", Report.count(Double(memory) / 1024, "MiB"), "", "goal 60 MiB")
        Report.line("back from an article to the list", Report.milliseconds(backs.p95), "", "goal 2 ms + escape's wait")
    }
}

extension [Duration] {
    /// The 95th percentile.
    var p95: Duration { isEmpty ? .zero : sorted()[Swift.min(count - 1, count * 95 / 100)] }
}

/// The processor's time of this thread.
struct ThreadClock {
    var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
