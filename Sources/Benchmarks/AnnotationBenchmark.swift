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
            let time = try shortest(of: 3) { _ = try annotate(path, jobs: jobs) }
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

    /// Annotates a file of records; gives the most memory that was resident, in KiB.
    private func annotate(_ path: String, jobs: Int) throws -> Int {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        let arguments: [UnsafeMutablePointer<CChar>?] =
            [program, "annotate", "-j", "\(jobs)", path].map { (word: String) in strdup(word) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        guard posix_spawn(&process, program, &actions, nil, arguments, environ) == 0 else {
            throw POSIXError(.ENOENT)
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        guard status == 0 else { throw POSIXError(.EIO) }
        return usage.ru_maxrss
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
                var last = ContinuousClock.now
                func stop(_ name: String) {
                    let now = ContinuousClock.now
                    spent[name, default: .zero] += now - last
                    last = ContinuousClock.now
                }
                let annotation = annotator.annotation(of: article) { stop($0.rawValue) }
                last = ContinuousClock.now
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
        Report.heading("one article of so many tokens: time, time per token, memory beside that of the shortest")
        let annotator = Annotator()
        var shortestResident: Int?
        for length in [10, 100, 1_000, 10_000, 100_000, 1_000_000] {
            let text = Self.text(of: length)
            let article = Article(id: "a", text: text)
            let rounds = max(1, 20_000 / length)
            let time = shortest(of: 3) { for _ in 0..<rounds { _ = annotator.annotation(of: article) } }
            let path = folder + "/length.jsonl"
            let line = "{\"id\":1,\"text\":\(String(decoding: RawJSON(string: text).bytes, as: UTF8.self))}\n"
            try Data(line.utf8).write(to: URL(fileURLWithPath: path))
            let resident = try annotate(path, jobs: 1)
            let base = shortestResident ?? resident
            shortestResident = base
            Report.line(
                Report.count(Double(length), "tokens"),
                String(format: "%.3f ms", time.seconds * 1000 / Double(rounds)),
                String(format: "%.0f ns/token", time.seconds * 1e9 / Double(rounds * length)),
                String(format: "%.1f MiB", Double(resident - base) / 1024))
        }
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
