import Foundation

/// `pullquote annotate`, from records in a file to lines of JSON, beside a plain read of the same file.
struct AnnotationBenchmark {
    let program: String
    let folder: String

    func run() throws {
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
}
