import ArgumentParser
import Foundation
import Interchange
import Reader

/// `pullquote themes`: what themes there are, and their files.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "List the themes, or print one's file to build one's own on.",
        discussion: """
            One a line: its name, what it is, and where it comes from. Themes of one's own are .toml files in \
            ~/.config/pullquote/themes.
            """)

    @Argument(help: ArgumentHelp("The theme whose file to print.", valueName: "name"), completion: themeNames)
    var name: String?

    func run() throws {
        let configuration = try Configuration.ofThisUser()
        let themes = configuration.themes
        guard let name else {
            for notice in configuration.notices { StandardError.complain(notice.text) }
            try StandardOutput.print(
                themes.names.map { name in
                    let file = themes.file(named: name)
                    let summary = (try? themes.theme(named: name))?.summary ?? "cannot be read"
                    let origin = file.map { ThemeCatalogue.embedded.contains($0) ? "built in" : $0.fileName } ?? ""
                    return [name, summary, origin].map(CellText.line).joined(separator: "\t") + "\n"
                }.joined())
            return
        }
        guard let file = themes.file(named: name) else {
            throw Failure(.usage, "no theme is called “\(name)”; “pullquote themes” lists them")
        }
        try StandardOutput.print(file.text)
    }
}

/// How a shell completes a theme's name.
let themeNames = CompletionKind.shellCommand("pullquote themes 2>/dev/null | cut -f 1")

extension Configuration {
    /// The configuration of whoever runs the program.
    static func ofThisUser(theme: String? = nil) throws(Failure) -> Configuration {
        do throws(SettingsError) {
            return try Configuration(paths: Paths(environment: ProcessInfo.processInfo.environment), themeName: theme)
        } catch {
            throw Failure(.badConfiguration, error.description)
        }
    }

    /// The keys that the settings make.
    func keyMap() throws(Failure) -> KeyMap {
        do throws(KeyMapError) {
            return try KeyMap(own: settings.keys)
        } catch {
            throw Failure(.badConfiguration, error.description)
        }
    }
}
