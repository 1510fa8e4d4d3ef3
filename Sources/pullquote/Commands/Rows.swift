import ArgumentParser
import ArticleLibrary
import Foundation
import Interchange
import Query

extension TableFormat: ExpressibleByArgument {}

/// What the commands that print rows have in common.
struct RowOptions: ParsableArguments {
    @OptionGroup var source: LibraryOptions

    @Option(help: "How rows are written: tsv without a header, csv with one.")
    var format = TableFormat.tsv

    @OptionGroup var limiting: LimitOption

    @OptionGroup var filtering: FilterOptions
}

/// How many rows at most.
struct LimitOption: ParsableArguments {
    @Option(name: [.customShort("n"), .long], help: ArgumentHelp("List so many at most.", valueName: "count"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
    }
}

/// Ends a walk over rows when there are enough.
private struct EnoughRows: Error {}

/// Rows on their way to standard output, each written by `write`.
func printRows<Row>(
    _ source: LibraryOptions, _ filtering: FilterOptions, limit: Int?,
    begin: (inout [UInt8]) -> Void, append: @escaping (Row, inout [UInt8]) -> Void, end: (inout [UInt8]) -> Void,
    rows: (Library, Filter, (Row) throws -> Void) throws -> Void
) throws {
    let library = try source.open()
    let filter = try filtering.filter(in: library)
    let hasProblems = try source.bringUpToDate(library)
    var output = StandardOutput()
    try output.append(begin)
    var count = 0
    do {
        try carryOut {
            try rows(library, filter) { row in
                try output.append { append(row, &$0) }
                count += 1
                if count == limit { throw EnoughRows() }
            }
        }
    } catch is EnoughRows {}
    try output.append(end)
    try output.flush()
    if count == 0, filter.isAll, source.paths.isEmpty, StandardError.isTerminal {
        StandardError.complain("the library is empty: “pullquote add PATH” fills it, “--in PATH” lists a folder instead")
    }
    if hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
}

/// Rows of a table.
func printTable<Row: TableRow>(
    _ options: RowOptions, rows: (Library, Filter, (Row) throws -> Void) throws -> Void
) throws {
    var table = TableWriter<Row>(options.format, isForTerminal: StandardOutput.isTerminal)
    try printRows(
        options.source, options.filtering, limit: options.limiting.limit, begin: { table.begin(&$0) },
        append: { table.append($0, to: &$1) }, end: { table.end(&$0) }, rows: rows)
}
