import ArgumentParser
import ArticleLibrary
import DocumentModel
import Interchange

/// `pullquote person`: all that the library tells of somebody.
struct PersonCommand: ParsableCommand {
    /// How a page is written.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl }

    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Show a person's page: names, roles, when, where, of whom they speak and who speaks of them.",
        discussion: """
            Finds people under any of their names. Namesakes have a page each. Exit code 1: nobody is called so.
            """)

    @Argument(help: ArgumentHelp("A name, or part of one.", valueName: "name"))
    var name: [String]

    @OptionGroup var source: LibraryOptions

    @Option(help: "How the page is written: as text, as one array of objects, or an object a line.")
    var format = Format.text

    func run() throws {
        let library = try source.open()
        let hasProblems = try source.bringUpToDate(library)
        let pages = try carryOut { try library.people(called: name.joined(separator: " ")) }
        switch format {
        case .text:
            let texts = pages.map { Self.text($0) }
            try StandardOutput.print(pages.isEmpty ? "Nobody here is called so.\n" : texts.joined(separator: "\n"))
        case .json, .jsonl: try printObjects(pages)
        }
        if pages.isEmpty || hasProblems { throw ExitCode(ExitStatus.badInput.rawValue) }
    }

    private func printObjects(_ pages: [PersonPage]) throws {
        var output = StandardOutput()
        let isArray = format == .json
        try output.append { bytes in
            if isArray { bytes += "[".utf8 }
            for (index, page) in pages.enumerated() {
                if isArray { bytes += (index > 0 ? ",\n" : "\n").utf8 }
                PersonJSON.append(page, to: &bytes)
                if !isArray { bytes += "\n".utf8 }
            }
            if isArray { bytes += (pages.isEmpty ? "]\n" : "\n]\n").utf8 }
        }
        try output.flush()
    }

    // MARK: Text

    /// How many of a list are shown.
    private static let shown = 8

    private static func text(_ page: PersonPage) -> String {
        let summary = page.summary
        var lines = [CellText.line(summary.name)]
        let others = page.names.filter { $0.name != summary.name }.prefix(shown).map(\.name)
        if !others.isEmpty { lines.append("  also \(others.joined(separator: ", "))") }
        let roles = page.roles.prefix(shown).map { "\($0.name) (\($0.articles))" }
        if !roles.isEmpty { lines.append("  \(roles.joined(separator: ", "))") }
        if let first = page.firstSeen, let last = page.lastSeen {
            lines.append(first == last ? "  seen on \(first)" : "  seen from \(first) to \(last)")
        }
        lines.append(
            "  "
                + [
                    count(summary.articles, "article"), count(summary.quotations, "quotation"),
                    count(summary.mentions, "mention"),
                ].joined(separator: ", "))
        list("outlets", page.outlets, &lines) {
            [$0.name ?? "(not said)", count($0.articles, "article"), count($0.quotations, "quotation")]
        }
        list("months", page.months, &lines, last: true) {
            [$0.name ?? "", count($0.articles, "article"), count($0.quotations, "quotation")]
        }
        list("speaks of", page.speaksOf, &lines) { [$0.name, count($0.quotations, "quotation")] }
        list("spoken of by", page.spokenOfBy, &lines) { [$0.name, count($0.quotations, "quotation")] }
        list("most reported", page.mostReported, &lines) { report in
            let place = [report.quotation.date, report.quotation.source].compactMap { $0 }.joined(separator: ", ")
            return [report.quotation.text, place, report.articles > 1 ? count(report.articles, "article") : ""]
        }
        return lines.map { CellText.line($0) + "\n" }.joined()
    }

    private static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }

    private static func list<T>(
        _ title: String, _ values: [T], _ lines: inout [String], last: Bool = false, _ cells: (T) -> [String]
    ) {
        guard !values.isEmpty else { return }
        lines.append(title)
        for value in last ? values.suffix(shown) : values.prefix(shown) {
            lines.append("  " + cells(value).filter { !$0.isEmpty }.joined(separator: " · "))
        }
        if values.count > shown { lines.append("  and \(values.count - shown) \(last ? "before" : "more")") }
    }
}
