import ArgumentParser
import ArticleImport
import ArticleLibrary
import DocumentModel
import Foundation
import Interchange

/// `pullquote import`: what `export` wrote.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring back what “export” or “corrections” wrote.",
        discussion: """
            Into an empty library it brings the same library back. What a library has already stays as it is: an article of \
            the same text, a mark, a saved filter. Articles that are no export are added with “add”.
            """)

    @OptionGroup var source: LibraryOptions

    @Argument(help: ArgumentHelp("The exported file; “-” for standard input.", valueName: "file"), completion: .file())
    var file: String

    func run() throws {
        let library = try source.open()
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(.badInput, "\(file): \(String(cString: strerror(errno)))") }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var restored = Restored()
        let problems = try carryOut {
            try LibraryLines(LineReader(descriptor, path: file), name: file).forEachBatch {
                restored += try library.restore($0)
            }
        }
        let parts = [
            (restored.articles, "articles"), (restored.known, "known articles"), (restored.marks, "marks"),
            (restored.corrections, "corrections"), (restored.filters, "filters"),
        ]
        let counts = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        try StandardOutput.print((counts.isEmpty ? "nothing new" : counts) + "\n")
        if problems > 0 { throw ExitCode(ExitStatus.badInput.rawValue) }
    }
}

/// The records in the lines of a file, in batches that a transaction takes well.
struct LibraryLines {
    private let reader: LineReader
    private let name: String
    private static let batch = 8 << 20
    /// A file that begins with so many lines of something else is no export: the rest need not be complained of.
    private static let mostStrange = 3

    init(_ reader: LineReader, name: String) {
        self.reader = reader
        self.name = name
    }

    /// Gives all records; complains of lines that are none, and says how many these were.
    func forEachBatch(_ body: ([LibraryRecord]) throws -> Void) throws -> Int {
        var (problems, isExport) = (0, false)
        var records: [LibraryRecord] = []
        var bytes = 0
        while true {
            var line: [UInt8]?
            do throws(ImportProblem) {
                line = try reader.next()
            } catch {
                StandardError.complain(error.description)
                problems += 1
                continue
            }
            guard let line else { break }
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            do throws(LibraryReader.Problem) {
                if let record = try LibraryReader.record(in: line) { records.append(record) }
                isExport = true
            } catch {
                StandardError.complain("\(name):\(reader.line): \(error)")
                problems += 1
                if !isExport, problems >= Self.mostStrange {
                    throw Failure(.badInput, "\(name): is no export; articles are added with “pullquote add”")
                }
            }
            bytes += line.count
            if bytes >= Self.batch || records.count >= 512 {
                try body(records)
                (records, bytes) = ([], 0)
            }
        }
        if !records.isEmpty { try body(records) }
        return problems
    }
}
