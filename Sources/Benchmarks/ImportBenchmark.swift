import ArticleLibrary
import Foundation
import Ingest
import Screen
import Synchronization
import TestSupport

/// A folder of 1,000 files that was never read before.
struct ImportBenchmark {
    let program: String
    let folder: String

    func run() throws {
        let count = 1000
        let files = try GeneratedArticles().writeFiles(count, to: folder + "/files")
        Report.heading("import: a folder of \(count) files, never read before")

        let start = ContinuousClock.now
        let terminal = try PseudoTerminal(
            [program, files], size: Size(width: 120, height: 40), environment: ReaderBenchmark.environment(folder, "import")
        )
        let isThere = terminal.waitFor("N0 ")
        Report.line(
            "the list is on the screen", isThere ? Report.milliseconds(start.duration(to: .now)) : "never", "",
            "goal 300 ms")
        terminal.type("q")
        if terminal.waitForEnd() == nil { terminal.send(SIGTERM) }

        let library = try Library(at: folder + "/import.db")
        let other = try Library(at: folder + "/import.db")
        let isDone = Atomic(false)
        let longest = Mutex(Duration.zero)
        let waiting = DispatchGroup()
        let thread = Thread {
            // Somebody who puts something right meanwhile.
            while !isDone.load(ordering: .relaxed) {
                let wait = ContinuousClock().measure { try? other.saveFilter("bridge", as: "mine") }
                longest.withLock { $0 = max($0, wait) }
                usleep(20_000)
            }
            waiting.leave()
        }
        waiting.enter()
        thread.start()
        let time = ContinuousClock().measure { _ = ImportJob([files], into: library).run() }
        isDone.store(true, ordering: .relaxed)
        waiting.wait()
        Report.line(
            "read, annotate and store, all cores", Report.milliseconds(time),
            Report.count(Double(count) / time.seconds, "articles/s"), "goal 1,500")
        Report.line("another who writes waits at most", Report.milliseconds(longest.withLock { $0 }))
        let again = ContinuousClock().measure { _ = ImportJob([files], into: library).run() }
        Report.line(
            "the same again, nothing changed", Report.milliseconds(again),
            Report.count(Double(count) / again.seconds, "files/s"), "goal 20,000")
    }
}
