import ArticleLibrary
import DocumentModel
import Foundation
import Interchange
import Reader

/// Writes what the reader lists to a file, in the format that the file's ending names: as the command line does.
struct ExportFile {
    /// Why nothing was written, in a sentence.
    struct Failure: Error { let sentence: String }

    private enum Format {
        case table(TableFormat)
        case citations(CitationFormat)
    }

    private static let endings: [String: Format] = [
        "tsv": .table(.tsv), "txt": .table(.tsv), "csv": .table(.csv), "json": .table(.json), "jsonl": .table(.jsonl),
        "md": .table(.markdown), "bib": .citations(.bibtex), "ris": .citations(.ris), "csl": .citations(.csl),
    ]

    private let url: URL
    private let path: String
    private let format: Format

    /// The file of a path as typed: `~` is the home folder. Throws when the ending names no format, and when there is a file
    /// of this name already.
    init(_ path: String) throws(Failure) {
        self.path = path
        url = URL(fileURLWithPath: NSString(string: path).expandingTildeInPath)
        guard let format = Self.endings[url.pathExtension.lowercased()] else {
            let known = Self.endings.keys.sorted().map { "." + $0 }.joined(separator: " ")
            throw Failure(sentence: "\(path): what is it to be? A name ends in one of \(known)")
        }
        guard !FileManager.default.fileExists(atPath: url.path) else {
            throw Failure(sentence: "\(path) is there already; choose another name")
        }
        self.format = format
    }

    /// Writes what a request lists. Gives how much was written, in words.
    func write(_ request: ExportRequest, from library: Library) throws -> String {
        switch (request.rows, format) {
        case (.articles, .table(let format)):
            return try table(format, "article", "articles") { (write: (ArticleSummary) throws -> Void) in
                try library.forEachArticle(matching: request.filter, write)
            }
        case (.people, .table(let format)):
            return try table(format, "name", "names") { (write: (PersonSummary) throws -> Void) in
                let people = try library.people(
                    matching: request.filter, named: request.namesTyped, rows: 0..<Int.max)
                for person in people.rows { try write(person) }
            }
        case (.quotations, .table(let format)):
            return try table(format, "quotation", "quotations") { (write: (QuotationSummary) throws -> Void) in
                try library.forEachQuotation(matching: request.filter, write)
            }
        case (.quotations, .citations(let format)):
            var writer = CitationWriter(format)
            return try rows(
                "quotation", "quotations", begin: { writer.begin(&$0) }, append: { writer.append($0, to: &$1) },
                end: { writer.end(&$0) }
            ) { (write: (CitedQuotation) throws -> Void) in
                try library.forEachCitation(matching: request.filter, write)
            }
        case (_, .citations): throw Failure(sentence: "\(path): citations are of quotations; list them first")
        }
    }

    private func table<Row: TableRow>(
        _ format: TableFormat, _ one: String, _ many: String, _ walk: ((Row) throws -> Void) throws -> Void
    ) throws -> String {
        var writer = TableWriter<Row>(format, isForTerminal: false)
        return try rows(
            one, many, begin: { writer.begin(&$0) }, append: { writer.append($0, to: &$1) }, end: { writer.end(&$0) }, walk)
    }

    /// Writes beside the file's place and moves it there, so that half a file is never taken for a whole one.
    private func rows<Row>(
        _ one: String, _ many: String, begin: (inout [UInt8]) -> Void,
        append: @escaping (Row, inout [UInt8]) -> Void,
        end: (inout [UInt8]) -> Void, _ walk: ((Row) throws -> Void) throws -> Void
    ) throws -> String {
        let partial = url.appendingPathExtension("part-\(getpid())")
        guard FileManager.default.createFile(atPath: partial.path, contents: nil) else {
            throw Failure(sentence: "\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        do {
            let file = try FileHandle(forWritingTo: partial)
            var bytes: [UInt8] = []
            var count = 0
            begin(&bytes)
            try walk { row in
                append(row, &bytes)
                count += 1
                if bytes.count >= 1 << 18 {
                    try file.write(contentsOf: bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
            end(&bytes)
            try file.write(contentsOf: bytes)
            try file.close()
            try FileManager.default.moveItem(at: partial, to: url)
            return "\(count) \(count == 1 ? one : many) written to \(path)."
        } catch {
            try? FileManager.default.removeItem(at: partial)
            if let failure = error as? Failure { throw failure }
            throw Failure(sentence: "\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
