import ArgumentParser
import Reader

/// `pullquote keys`: what the keys do.
struct KeysCommand: ParsableCommand {
    /// How keys are listed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tsv, toml
    }

    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "List the reader's commands and keys, one's own among them.",
        discussion: """
            One command a line: its name, its keys, where it applies and what it does. With “--format toml” in the form \
            that config.toml takes.
            """)

    @Option(help: "Rows between tabs, or the form that config.toml takes.")
    var format = Format.tsv

    func run() throws {
        let keys = try Configuration.ofThisUser().keyMap()
        switch format {
        case .tsv: try StandardOutput.print(KeyListing.rows(of: keys))
        case .toml: try StandardOutput.print(KeyListing.configuration(of: keys))
        }
    }
}
