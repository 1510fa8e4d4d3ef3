import Annotator
import ArgumentParser
import ArticleLibrary
import Interchange

/// `pullquote stats`: how much there is.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what the library holds: articles, quotations, people, outlets, sizes, dates.",
        discussion: "Columns: what, value.")

    @OptionGroup var source: LibraryOptions

    @Option(help: "How rows are written: tsv without a header, csv with one.")
    var format = TableFormat.tsv

    func run() throws {
        let library = try source.open()
        let hasProblems = try source.bringUpToDate(library)
        let statistics = try carryOut { try library.statistics() }
        var table = TableWriter<StatisticsRow>(format, isForTerminal: StandardOutput.isTerminal)
        var output = StandardOutput()
        try output.append { bytes in
            table.begin(&bytes)
            for row in StatisticsRow.rows(of: statistics) { table.append(row, to: &bytes) }
            table.end(&bytes)
        }
        try output.flush()
        if hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
    }
}

/// One count.
private struct StatisticsRow: TableRow {
    static let columns: [StaticString] = ["what", "value"]
    static let numbers: Set<String> = []
    var what: String
    var value: TableValue

    var values: [TableValue] { [.text(what), value] }

    static func rows(of statistics: LibraryStatistics) -> [StatisticsRow] {
        let quotations = statistics.quotations
        let outdated = statistics.annotated.reduce(0) { $0 + ($1.key == Annotator.modelName ? 0 : $1.value) }
        let numbers: [(String, Int)] = [
            ("articles", statistics.articles), ("words", statistics.words),
            ("quotations", quotations.reduce(0, +)), ("direct", quotations[0]), ("mixed", quotations[1]),
            ("indirect", quotations[2]), ("with a named speaker", statistics.attributed), ("people", statistics.people),
            ("outlets", statistics.outlets), ("files", statistics.files), ("corrections", statistics.corrections),
            ("saved filters", statistics.filters), ("annotated by an older model", outdated),
            ("bytes of text", Int(statistics.textBytes)),
            ("bytes on disk", Int(statistics.fileBytes)),
        ]
        return numbers.map { StatisticsRow(what: $0.0, value: .number($0.1)) } + [
            StatisticsRow(what: "first date", value: .text(statistics.firstDate)),
            StatisticsRow(what: "last date", value: .text(statistics.lastDate)),
        ]
    }
}
