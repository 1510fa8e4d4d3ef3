import Screen

/// What `pullquote keys` prints.
public enum KeyListing {
    /// A row for each command: name, keys parted by spaces, where it applies, description; parted by tabs, no heading.
    public static func rows(of keyMap: KeyMap) -> String {
        CommandTable.entries.map { entry in
            [
                entry.command.rawValue, keyMap.notations(for: entry.command).joined(separator: " "), entry.context.name,
                entry.description,
            ].joined(separator: "\t") + "\n"
        }.joined()
    }

    /// The form `config.toml` takes, a comment above each command; what is printed, read back, changes nothing.
    public static func configuration(of keyMap: KeyMap) -> String {
        var text = "[keys]\n"
        for group in CommandTable.Group.allCases {
            text += "\n# \(group.rawValue)\n"
            for entry in CommandTable.entries where entry.group == group {
                let keys = keyMap.notations(for: entry.command).map { "\"" + escaped($0) + "\"" }
                text += "# \(entry.description) (\(entry.context.name))\n"
                text += "\(entry.command.rawValue) = [\(keys.joined(separator: ", "))]\n"
            }
        }
        return text
    }

    /// As a TOML basic string holds it.
    private static func escaped(_ notation: String) -> String {
        notation.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
