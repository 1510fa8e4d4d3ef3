import ArgumentParser
import ArticleLibrary
import DocumentModel
import Interchange

/// `pullquote verify`: did anyone say this?
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Look for words that somebody is said to have said: who said them, or what comes nearest.",
        discussion: """
            Shows the nearest real quotations, the nearest first, with who said them, where and when. Words that differ are \
            marked: [-…-] was really said, {+…+} stands only in the words that were asked about (on a terminal also bold and \
            underlined). Exit code 0: something near was found; 1: nobody in the library said anything like it.
            Columns: closeness, speaker, text, marked, type, date, source, title, id, reports.
            """)

    @Argument(help: ArgumentHelp("The words, as one is told they were said.", valueName: "words"))
    var words: [String]

    @OptionGroup var source: LibraryOptions

    @Option(help: ArgumentHelp("The most quotations that are shown.", valueName: "count"))
    var limit = 5

    @Option(help: "Rows for a pipe instead of text: tsv without a header, csv with one.")
    var format: TableFormat?

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be 1 or more") }
        guard words.joined(separator: " ").contains(where: { $0.isLetter || $0.isNumber }) else {
            throw ValidationError("There are no words to look for")
        }
    }

    func run() throws {
        let library = try source.open()
        let hasProblems = try source.bringUpToDate(library)
        let matches: [QuotationMatch]
        do {
            matches = try library.quotations(nearestTo: words.joined(separator: " "), limit: limit)
        } catch {
            throw Failure(.inputOutput, error.description)
        }
        if let format {
            try printTable(matches, format)
        } else {
            try printText(matches)
        }
        if matches.isEmpty || hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
    }

    private func printTable(_ matches: [QuotationMatch], _ format: TableFormat) throws {
        var output = StandardOutput()
        var table = TableWriter<QuotationMatch>(format, isForTerminal: StandardOutput.isTerminal)
        try output.append { bytes in
            table.begin(&bytes)
            for match in matches { table.append(match, to: &bytes) }
            table.end(&bytes)
        }
        try output.flush()
    }

    private func printText(_ matches: [QuotationMatch]) throws {
        if matches.isEmpty {
            return try StandardOutput.print(
                source.paths.isEmpty ? "Nobody in this library said that.\n" : "Nobody in these articles said that.\n")
        }
        let text = matches.map { match in
            let quotation = match.quotation
            let others =
                match.reports > 1 ? ", and \(match.reports - 1) more \(match.reports == 2 ? "report" : "reports")" : ""
            let place = [quotation.source, quotation.date, quotation.title].compactMap { $0 }.map(CellText.line)
            return """
                \(Self.percent(match)) \(CellText.line(quotation.speaker ?? "(nobody named)"))
                \(Self.shown(match.alignment))
                \(place.joined(separator: ", "))\(others)
                \(CellText.line(quotation.id))

                """
        }
        try StandardOutput.print(text.joined(separator: "\n"))
    }

    private static func percent(_ match: QuotationMatch) -> String {
        match.alignment.isExact ? "the same words:" : "\(match.closeness.thousandths / 10) %:"
    }

    /// The differences by marks, or by attributes where a terminal shows them.
    private static func shown(_ alignment: WordAlignment) -> String {
        guard StandardOutput.isTerminal else { return CellText.line(alignment.marked) }
        return alignment.pieces.map { piece in
            let text = CellText.line(piece.text)
            return switch piece.kind {
            case .plain: text
            case .found: "[-\u{1B}[1m\(text)\u{1B}[0m-]"
            case .asked: "{+\u{1B}[4m\(text)\u{1B}[0m+}"
            }
        }.joined()
    }
}
