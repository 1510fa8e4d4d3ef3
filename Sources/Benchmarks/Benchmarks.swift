import Foundation

/// Measures the program that is given: `Benchmarks .build/release/pullquote`. Everything it works on is generated, the same
/// each time, in a folder that goes at the end. Figures of one run are comparable with each other; those of two machines
/// only by their ratios.
@main
struct Benchmarks {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: Benchmarks PATH-OF-PULLQUOTE")
            exit(2)
        }
        let program = URL(fileURLWithPath: CommandLine.arguments[1]).standardizedFileURL.path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            print("\(program): no such program; make build")
            exit(2)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pullquote-bench-\(getpid())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Libraries that are opened in this process lie there too.
        setenv("XDG_DATA_HOME", folder + "/data", 1)

        try AnnotationBenchmark(program: program, folder: folder).run()
        try ImportBenchmark(program: program, folder: folder).run()
        try FilterBenchmark(folder: folder).run()
        try VerifyBenchmark(folder: folder).run()
        try ReaderBenchmark(program: program, folder: folder).run()
    }
}
