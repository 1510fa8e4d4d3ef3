import Query
import Reader

/// The manual page, made from the same tables that the program itself goes by.
enum ManualPage {
    /// The page pullquote(1) in `man` macros.
    static func text() throws -> String {
        var roff = Roff()
        let program = try CommandHelp.ofProgram()
        roff.request("TH", "PULLQUOTE", "1", "", Version.program, "User Commands")
        roff.request("SH", "NAME")
        roff.text("pullquote - read news and see who said what")
        roff.request("SH", "SYNOPSIS")
        for line in ["pullquote [PATH…]", "pullquote COMMAND …"] {
            roff.request("B", line)
            roff.request("br")
        }
        roff.request("SH", "DESCRIPTION")
        roff.text(
            """
            Pullquote opens files and folders of articles in a reader that attributes every quotation to whoever said it \
            and lights every name. One moves from quotation to quotation, filters by person, and reads over SSH as on \
            the desk. The same annotation comes out as JSON Lines for pipes.

            Files are plain text (.txt), Markdown (.md) and records of JSON Lines (.jsonl). Each folder that is read has \
            a library of its own in the data folder, so that the next start is instant and marks stay. A folder that is \
            called like a command is opened as ./list.
            """)
        roff.request("SH", "COMMANDS")
        for command in program.subcommands ?? [] where command.shouldDisplay != false && command.commandName != "help" {
            describe(command, in: &roff)
        }
        keys(in: &roff)
        filters(in: &roff)
        options(in: &roff)
        surroundings(in: &roff)
        return roff.page
    }

    private static func describe(_ command: CommandHelp, in roff: inout Roff) {
        let arguments = command.ownArguments
        let synopsis = arguments.map { $0.isOptional ? "[\($0.term)]" : $0.term }
        roff.request("SS", (["pullquote", command.commandName] + synopsis).joined(separator: " "))
        roff.text(command.abstract ?? "")
        if let discussion = command.discussion, !discussion.isEmpty {
            roff.request("PP")
            roff.text(discussion)
        }
        for argument in arguments { roff.item(argument.term, argument.meaning) }
    }

    private static func keys(in roff: inout Roff) {
        roff.request("SH", "KEYS")
        roff.text("These are the defaults; [keys] in config.toml gives commands other keys.")
        for group in CommandTable.Group.allCases {
            let entries = CommandTable.entries.filter { $0.group == group }
            guard !entries.isEmpty else { continue }
            roff.request("SS", group.rawValue)
            for entry in entries {
                let place = entry.context == .everywhere ? "" : " (\(entry.context.name))"
                roff.item(entry.keys.joined(separator: "  "), "\(entry.description)\(place): \(entry.command.rawValue)")
            }
        }
    }

    private static func filters(in roff: inout Roff) {
        roff.request("SH", "FILTERS")
        roff.text(
            """
            One language in the reader and on the command line. Plain words are looked for in title, text, source, author \
            and tags; while one types, the last one may be the beginning of a word. A person matches under every spelling.
            """)
        for (form, meaning) in FilterLanguage.forms { roff.item(form, meaning) }
    }

    private static func options(in roff: inout Roff) {
        roff.request("SH", "CONFIGURATION")
        roff.text("~/.config/pullquote/config.toml; “pullquote config --default” prints one with every option and key.")
        var table = ""
        for option in SettingsOption.all {
            if option.table != table {
                table = option.table
                roff.request("SS", "[\(table)]")
            }
            roff.item(
                "\(option.name) = \(option.value(Settings()))", "\(option.summary) It may be \(option.range).")
        }
    }

    private static func surroundings(in roff: inout Roff) {
        roff.request("SH", "FILES")
        roff.item("~/.config/pullquote/config.toml", "options and keys")
        roff.item(
            "~/.config/pullquote/themes/*.toml", "themes of one's own; “pullquote themes NAME” prints one to begin with")
        roff.item(
            "~/.local/share/pullquote",
            "the library, those of the folders that were read, and marks.db: stars, notes, what was read and where")
        roff.item("~/.local/state/pullquote", "the look as the reader was left")
        roff.request("SH", "ENVIRONMENT")
        roff.item(
            "PULLQUOTE_LIBRARY",
            "the library's file in place of library.db; in a folder with the set-group-ID bit that its group may write it is "
                + "made for the group, and marks stay each reader's own")
        roff.item("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "other places for these files")
        roff.item("NO_COLOR", "no colours, when set to anything")
        roff.item("TERM, COLORTERM", "what the terminal can show")
        roff.request("SH", "EXIT STATUS")
        for status in ExitStatus.allCases { roff.item("\(status.rawValue)", status.meaning) }
        roff.item("128+n", "ended by signal n")
        roff.request("SH", "EXAMPLES")
        for (what, how) in [
            ("Read a folder:", "pullquote articles/"),
            ("Who speaks in it, most often first:", "pullquote people --in articles/ | head"),
            ("Annotate an archive:", "pullquote annotate --format jsonl < in.jsonl > out.jsonl"),
            (
                "Every quotation with its speaker:",
                "pullquote annotate articles/ | jq -r '.quotes[] | [.speaker_name, .text] | @tsv'"
            ),
        ] {
            roff.request("PP")
            roff.text(what)
            roff.example(how)
        }
    }
}
