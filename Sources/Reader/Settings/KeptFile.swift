import TOMLKit

/// How what the reader remembers is written down: a small TOML text, `state.toml`.
///
/// Beside what was chosen stands what `config.toml` said then. A choice holds for as long as that stays the same: whoever
/// changes the option in `config.toml` afterwards gets what it says.
public enum KeptFile {
    /// The text that keeps `kept`, chosen while `config.toml` made `configured`.
    public static func text(of kept: Settings.Kept, over configured: Settings.Kept) -> String {
        var text = "# Kept by pullquote from one start to the next; config.toml is the file to edit.\n"
        for (table, look) in [(chosenTable, kept), (configuredTable, configured)] {
            var settings = Settings()
            settings.kept = look
            text += "\n[\(table)]\n"
            for option in options { text += "\(option.name) = \(option.value(settings))\n" }
        }
        return text
    }

    /// What `text` keeps, laid over what `config.toml` makes now. Throws if it is no such text.
    public static func kept(
        in text: String, fileName: String, over configured: Settings.Kept
    ) throws(SettingsError) -> Settings.Kept {
        var document = try TOMLDocument(text, fileName: fileName)
        var settings = Settings()
        settings.kept = configured
        for option in options {
            guard let chosen = document.root[chosenTable]?[option.name] else { continue }
            var before = settings
            if let value = document.root[configuredTable]?[option.name] {
                _ = option.set(&before, value)
            }
            guard option.value(before) == option.value(settings) else { continue }
            if !option.set(&settings, chosen) {
                document.note("\(option.name) is to be \(option.range)", at: [chosenTable, option.name])
            }
        }
        try document.check()
        return settings.kept
    }

    private static let chosenTable = "chosen"
    private static let configuredTable = "configured"

    /// The options that are kept: those that, when they change, change ``Settings/kept``.
    private static let options = SettingsOption.all.filter {
        ["theme", "theme-light", "theme-dark", "split", "panes", "quotations", "names", "groups"].contains($0.name)
    }
}
