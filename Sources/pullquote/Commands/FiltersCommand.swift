import ArgumentParser
import ArticleLibrary
import Interchange
import Query

/// `pullquote filters`: filters under names.
struct FiltersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "filters",
        abstract: "List the saved filters, keep one under a name, or remove it.",
        discussion: """
            “pullquote filters week date:7d is:unread” keeps a filter; from then on @week stands for it in every filter of \
            this library, alone or among others. Columns: name, filter, meaning.
            """)

    @OptionGroup var source: LibraryOptions

    @Option(help: "How rows are written: tsv without a header, csv with one.")
    var format = TableFormat.tsv

    @Flag(help: "Remove the filter of this name.")
    var remove = false

    @Argument(help: ArgumentHelp("The filter's name, without the @.", valueName: "name"))
    var name: String?

    @OptionGroup var filtering: FilterOptions

    func run() throws {
        let library = try source.open()
        let saved = try carryOut { try library.savedFilters() }
        guard let given = name else { return try list(saved) }
        let name = given.hasPrefix("@") ? String(given.dropFirst()) : given
        guard SavedFilters.isName(name) else {
            throw ValidationError("a filter's name is made of letters, digits, - and _")
        }
        if remove || filtering.text.isEmpty {
            guard let text = saved.text(of: name) else { throw Failure(.badInput, "no filter is saved as “\(name)”") }
            if remove { return try carryOut { try library.saveFilter(nil, as: name) } }
            return try StandardOutput.print(text + "\n")
        }
        let text = filtering.text
        // Read as it will be: with the others at hand, and with itself, so that it cannot stand on itself.
        let others = SavedFilters(saved.entries + [SavedFilters.Entry(name: name, text: text)])
        do throws(FilterError) {
            _ = try Filter(parsing: "@" + name, saved: others)
        } catch {
            // Shown at its place, unless that is in another filter.
            _ = try filtering.filter(in: library)
            throw Failure(.usage, "filter: \(error)")
        }
        try carryOut { try library.saveFilter(text, as: name) }
    }

    private func list(_ saved: SavedFilters) throws {
        var table = TableWriter<SavedFilterRow>(format, isForTerminal: StandardOutput.isTerminal)
        var output = StandardOutput()
        try output.append { bytes in
            table.begin(&bytes)
            for entry in saved.entries {
                let meaning = (try? Filter(parsing: entry.text, saved: saved))?.meaning
                table.append(SavedFilterRow(entry: entry, meaning: meaning), to: &bytes)
            }
            table.end(&bytes)
        }
        try output.flush()
    }
}

private struct SavedFilterRow: TableRow {
    static let columns: [StaticString] = ["name", "filter", "meaning"]
    static let numbers: Set<String> = []
    var entry: SavedFilters.Entry
    var meaning: String?
    var values: [TableValue] { [.text(entry.name), .text(entry.text), .text(meaning)] }
}
