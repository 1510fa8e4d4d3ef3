extension Settings {
    /// A `config.toml` that changes nothing: every option and key with what it does, its default in a comment to take the
    /// mark off from.
    public static let defaultFile: String = {
        var text = """
            # Settings of pullquote. Each line here that begins with #name shows a default: take the # off to change it.
            # This file is looked for as pullquote/config.toml in $XDG_CONFIG_HOME, which is ~/.config unless set.

            """
        var table = ""
        for option in SettingsOption.all {
            if option.table != table {
                table = option.table
                text += "\n[\(table)]\n"
            }
            text += "\n# \(option.summary)\n# It may be \(option.range).\n#\(option.name) = \(option.value(Settings()))\n"
        }
        text += """

            # Keys of one's own replace a command's own; an empty list leaves it without any. Keys are written as j, G, gg,
            # <space>, <enter>, <c-d>, <m-x>, <f1>, and <lt> for < itself.
            [keys]

            """
        for group in CommandTable.Group.allCases {
            text += "\n# \(group.rawValue)\n"
            for entry in CommandTable.entries where entry.group == group {
                let keys = entry.keys.map(quoted).joined(separator: ", ")
                text += "#\(entry.command.rawValue) = [\(keys)]  # \(entry.description)\n"
            }
        }
        return text
    }()
}
