import Annotator
import ArticleLibrary
import DocumentModel
import Foundation
import Query

/// How long it takes to store articles that are annotated already: those of a library, stored anew in another, so that nothing
/// but storing is measured, on real text.
struct StoringBenchmark {
    let folder: String

    /// The library whose articles are taken.
    private static let source = ProcessInfo.processInfo.environment["PULLQUOTE_BENCH_STORE"]
    private static let batch = 1_024

    func run() throws {
        guard let source = Self.source else {
            return print("storing: PULLQUOTE_BENCH_STORE is to name the library whose articles are stored anew")
        }
        let old = try Library(at: source)
        // In the order of their names, which is none of the index's.
        var articles: [AnnotatedArticle] = []
        try old.forEachArticle(matching: .all) { if let one = try old.article($0.key) { articles.append(one) } }
        articles.sort { $0.article.id < $1.article.id }
        Report.heading("storing \(Report.count(Double(articles.count), "articles")) that are annotated")

        let path = folder + "/stored.db"
        let library = try Library(at: path)
        var times: [(name: String, time: Duration)] = []
        func measure(_ name: String, _ body: () throws -> Void) rethrows {
            let start = Self.processorTime
            try body()
            let time = Self.processorTime - start
            if let index = times.firstIndex(where: { $0.name == name }) {
                times[index].time += time
            } else {
                times.append((name, time))
            }
        }
        let start = ContinuousClock.now
        for first in stride(from: 0, to: articles.count, by: Self.batch) {
            var steps: [ImportStep] = []
            let part = articles[first..<min(articles.count, first + Self.batch)]
            measure("made ready") {
                steps = part.enumerated().map { index, article in
                    .article(
                        Addition(
                            article, from: Origin(path: "/articles.jsonl", line: first + index + 1),
                            annotator: Annotator.modelName))
                }
            }
            try measure("stored and indexed") { _ = try library.add(steps, isMoreToCome: true) }
        }
        try measure("put in order at the end") { try library.settle() }
        let wall = start.duration(to: .now)
        times.append(("in all", times.reduce(.zero) { $0 + $1.time }))
        for (name, time) in times {
            Report.line(
                name + ", the processor's time", Report.milliseconds(time),
                Report.milliseconds(time / articles.count) + " each")
        }
        Report.line("one thread, on the clock", Report.milliseconds(wall))
        // To be compared with others.
        if let kept = ProcessInfo.processInfo.environment["PULLQUOTE_BENCH_KEEP"] {
            try? FileManager.default.createDirectory(atPath: kept + "/pullquote", withIntermediateDirectories: true)
            try? FileManager.default.removeItem(atPath: kept + "/pullquote/library.db")
            try FileManager.default.copyItem(atPath: path, toPath: kept + "/pullquote/library.db")
        }
    }

    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
