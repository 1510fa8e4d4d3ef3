import ArticleLibrary
import Foundation
import Ingest
import Screen
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
        let time = ContinuousClock().measure { _ = ImportJob([files], into: library).run() }
        Report.line(
            "read, annotate and store, all cores", Report.milliseconds(time),
            Report.count(Double(count) / time.seconds, "articles/s"), "goal 1,500")
        let again = ContinuousClock().measure { _ = ImportJob([files], into: library).run() }
        Report.line("the same again, nothing changed", Report.milliseconds(again))
    }
}
