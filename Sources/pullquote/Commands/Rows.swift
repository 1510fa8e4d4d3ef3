import ArgumentParser
import ArticleLibrary
import Foundation
import Interchange
import Query

extension TableFormat: ExpressibleByArgument {}

/// What the commands that print rows have in common.
struct RowOptions: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "List a file or folder instead of the library; what is new in it is read first. May be repeated.",
            valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(help: "How rows are written: tsv without a header, csv with one.")
    var format = TableFormat.tsv

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "The filter: " + FilterLanguage.forms.map { $0.form.replacing("  ", with: " ") }.joined(separator: ", ") + ".",
            valueName: "filter"))
    var words: [String] = []

    /// The filter that the words make.
    func filter() throws -> Filter {
        // Words that begin with a dash are part of the language, but none begins with two.
        if let option = words.first(where: { $0.hasPrefix("--") && $0 != "--" }) {
            throw ValidationError("Unknown option '\(option)'")
        }
        let text = words.filter { $0 != "--" }.joined(separator: " ")
        do throws(FilterError) {
            return try Filter(parsing: text)
        } catch {
            throw Failure(.usage, "filter: \(error)\n\(error.pointing(into: text))")
        }
    }
}

/// Rows on their way to standard output.
func printRows<Row: TableRow>(
    _ options: RowOptions, rows: (Library, Filter, (Row) throws -> Void) throws -> Void
) throws {
    let filter = try options.filter()
    let source = try LibrarySource(paths: options.paths)
    var output = StandardOutput()
    var table = TableWriter<Row>(options.format, isForTerminal: StandardOutput.isTerminal)
    try output.append { table.begin(&$0) }
    var isEmpty = true
    do {
        try rows(source.library, filter) { row in
            isEmpty = false
            try output.append { table.append(row, to: &$0) }
        }
    } catch let error as LibraryError {
        throw Failure(.inputOutput, error.description)
    }
    try output.append { table.end(&$0) }
    try output.flush()
    if isEmpty, filter.isAll, options.paths.isEmpty, StandardError.isTerminal {
        StandardError.complain("the library is empty: “pullquote add PATH” fills it, “--in PATH” lists a folder instead")
    }
    if source.hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
}
