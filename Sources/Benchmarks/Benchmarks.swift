import Foundation

/// Measures the program that is given: `Benchmarks .build/release/pullquote`. Everything it works on is generated, the same
/// each time, in a folder that goes at the end. Figures of one run are comparable with each other; those of two machines
/// only by their ratios.
///
/// After the program come the parts to measure, all without any, and the sizes of libraries: `library 1000000`. Only when asked for:
/// `storing`, with a library's articles, see ``StoringBenchmark``.
@main
struct Benchmarks {
    private static let parts = ["annotation", "import", "verify", "reader", "library"]
    /// How many articles the libraries have.
    private static let sizes = [1_000, 10_000, 100_000]

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let wanted = arguments.dropFirst().filter { Int($0) == nil }
        let sizes = arguments.dropFirst().compactMap { Int($0) }
        guard let path = arguments.first, wanted.allSatisfy((parts + ["storing"]).contains) else {
            print("usage: Benchmarks PATH-OF-PULLQUOTE [\(parts.joined(separator: "|"))]… [SIZE]…")
            exit(2)
        }
        let program = URL(fileURLWithPath: path).standardizedFileURL.path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            print("\(program): no such program; make build")
            exit(2)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pullquote-bench-\(getpid())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Libraries that are opened in this process lie there too.
        setenv("XDG_DATA_HOME", folder + "/data", 1)

        for part in wanted.isEmpty ? parts[...] : wanted[...] {
            switch part {
            case "annotation": try AnnotationBenchmark(program: program, folder: folder).run()
            case "import": try ImportBenchmark(program: program, folder: folder).run()
            case "verify": try VerifyBenchmark(folder: folder).run()
            case "reader": try ReaderBenchmark(program: program, folder: folder).run()
            case "storing": try StoringBenchmark(folder: folder).run()
            default: try LibraryBenchmark(program: program, folder: folder, sizes: sizes.isEmpty ? Self.sizes : sizes).run()
            }
        }
    }
}
