import Annotator
import DocumentModel
import Foundation
import Interchange

/// `pullquote annotate`, from records in a file to lines of JSON, beside a plain read of the same file; what each stage
/// costs; and how the cost grows with an article's length.
struct AnnotationBenchmark {
    let program: String
    let folder: String

    func run() throws {
        try wholeProgram()
        try stages()
        try lengths()
    }

    // MARK: The whole program

    private func wholeProgram() throws {
        let articles = GeneratedArticles()
        let count = 4000
        let path = try articles.writeRecords(count, to: folder + "/annotate.jsonl")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).count
        let tokenCount = (0..<count).reduce(0) { $0 + tokens(in: articles[$1].text.utf8) }
        Report.heading("annotation: \(count) articles, \(Report.count(Double(tokenCount), "tokens")), \(bytes >> 20) MiB")

        let reading = try shortest(of: 5) { _ = try lines(of: path) }
        Report.line("a plain read, counting lines", Report.milliseconds(reading), "", "1 ×")
        for jobs in Set([1, ProcessInfo.processInfo.activeProcessorCount]).sorted() {
            let time = try shortest(of: 3) { try annotate(path, jobs: jobs) }
            Report.line(
                "pullquote annotate -j \(jobs) (whole process)", Report.milliseconds(time),
                Report.count(Double(tokenCount) / time.seconds, "tokens/s"),
                String(format: "%.0f ×", time.seconds / reading.seconds))
        }
    }

    private func lines(of path: String) throws -> Int {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var lines = 0
        while true {
            let count = read(file, &buffer, buffer.count)
            guard count > 0 else { return lines }
            for byte in buffer[..<count] where byte == 0x0A { lines += 1 }
        }
    }

    private func annotate(_ path: String, jobs: Int) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["annotate", "-j", "\(jobs)", path]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        try process.run()
        process.waitUntilExit()
    }

    // MARK: By stage

    private func stages() throws {
        let articles = GeneratedArticles()
        let texts = (0..<1000).map { Article(id: "a", text: articles[$0].text) }
        let tokenCount = texts.reduce(0) { $0 + tokens(in: $1.text.utf8) }
        Report.heading("stages: \(texts.count) articles, \(Report.count(Double(tokenCount), "tokens")), one core")

        let annotator = Annotator()
        let json = ArticleJSON(program: "bench", model: Annotator.modelName)
        var best: [String: Duration] = [:]
        var output: [UInt8] = []
        for _ in 0..<3 {
            var spent: [String: Duration] = [:]
            output.removeAll(keepingCapacity: true)
            for article in texts {
                var last = Self.processorTime()
                func stop(_ name: String) {
                    spent[name, default: .zero] += Self.processorTime() - last
                    last = Self.processorTime()
                }
                let annotation = annotator.annotation(of: article) { stop($0.rawValue) }
                json.append(AnnotatedArticle(article, annotation), to: &output)
                stop("JSON")
            }
            spent["all stages"] = spent.values.reduce(.zero, +)
            for (name, time) in spent { best[name] = min(time, best[name] ?? time) }
        }
        let whole = best["all stages"] ?? .zero
        for name in Annotator.Stage.allCases.map(\.rawValue) + ["JSON", "all stages"] {
            guard let time = best[name] else { continue }
            Report.line(
                name, Report.milliseconds(time), Report.count(Double(tokenCount) / time.seconds, "tokens/s"),
                String(format: "%.0f %%", 100 * time.seconds / whole.seconds))
        }
    }

    // MARK: By length

    /// One article of ten tokens to a million: the time per token must not grow, nor the memory faster than the text.
    private func lengths() throws {
        Report.heading("one article of so many tokens: processor time, a token's share, memory beside that of the shortest")
        let annotator = Annotator()
        var shortestResident: Int?
        for length in [10, 100, 1_000, 10_000, 100_000, 1_000_000] {
            let text = Self.text(of: length)
            let article = Article(id: "a", text: text)
            let rounds = max(1, 20_000 / length)
            var time = Duration.seconds(1_000)
            for _ in 0..<3 {
                let start = Self.processorTime()
                for _ in 0..<rounds { _ = annotator.annotation(of: article) }
                time = min(time, Self.processorTime() - start)
            }
            let line = "{\"id\":1,\"text\":\(String(decoding: RawJSON(string: text).bytes, as: UTF8.self))}\n"
            let resident = try mostResident(annotating: Data(line.utf8))
            let base = shortestResident ?? resident
            shortestResident = base
            Report.line(
                Report.count(Double(length), "tokens"),
                String(format: "%.3f ms", time.seconds * 1000 / Double(rounds)),
                String(format: "%.0f ns/token", time.seconds * 1e9 / Double(rounds * length)),
                String(format: "%.1f MiB", Double(resident - base) / 1024))
        }
    }

    /// The most memory, in KiB, that the program has resident while it annotates a record.
    private func mostResident(annotating record: Data) throws -> Int {
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["annotate", "-j", "1", "-"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(record)
        // It waits for the next record as soon as this one's line is out.
        var part = output.fileHandleForReading.availableData
        while !part.isEmpty, part.last != 0x0A { part = output.fileHandleForReading.availableData }
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }

    /// What this thread has had of the processor: on a busy machine, the figure that means something.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// The generated articles' text, cut after so many tokens.
    private static func text(of length: Int) -> String {
        let articles = GeneratedArticles()
        var text = ""
        var count = 0
        var number = 0
        while count < length {
            for paragraph in articles[number].text.split(separator: "\n\n") where count < length {
                let words = paragraph.split(separator: " ")
                var cut: [Substring] = []
                for word in words where count < length {
                    cut.append(word)
                    count += tokens(in: word.utf8)
                }
                text += (text.isEmpty ? "" : "\n\n") + cut.joined(separator: " ")
            }
            number += 1
        }
        return text
    }
}
