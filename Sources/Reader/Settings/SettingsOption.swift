import Screen
import TOMLKit

/// One thing that `config.toml` sets. The table of them feeds the parser, the default file and the man page.
public struct SettingsOption: Sendable {
    /// The table it stands in: `look` or `terminal`.
    public let table: String
    /// Its key.
    public let name: String
    /// What it does, in a sentence.
    public let summary: String
    /// What its value may be, as in “… is to be ‹true or false›”.
    public let range: String
    /// Its value in settings, as TOML writes it.
    public let value: @Sendable (Settings) -> String
    /// Sets it; false if the value is none that it may be.
    let set: @Sendable (inout Settings, any TOMLValueConvertible) -> Bool

    /// Every option but the keys, in the order of the default file.
    public static let all: [SettingsOption] = [
        SettingsOption(
            "look", "theme", "The theme; “pullquote themes” lists them, and t in the reader tries them on.",
            range: "the name of a theme, in quotation marks", value: { quoted($0.theme) },
            set: { settings, value in
                guard let name = value.string, !name.isEmpty else { return false }
                settings.theme = name
                return true
            }),
        .theme("theme-light", "The theme for a terminal with a light ground; \"\" for the same as theme.", \.lightTheme),
        .theme("theme-dark", "The theme for a terminal with a dark ground; \"\" for the same as theme.", \.darkTheme),
        .choice(
            "look", "ground", "Which of the two is taken; auto asks the terminal, and follows it when it changes.", \.ground
        ),
        SettingsOption(
            "look", "split", "How wide the list is beside an article: columns, or a part of the screen.",
            range: "a number of columns from 10 to 500, or from \"10%\" to \"90%\"",
            value: { $0.split.toml },
            set: { settings, value in
                guard let split = Settings.Split(value) else { return false }
                settings.split = split
                return true
            }),
        .choice(
            "look", "panes",
            "How list and article share the screen: beside each other, stacked, or a single one at a time.", \.panes),
        .number("look", "text-width", "The most columns a line of an article takes.", 20...400, \.textWidth),
        .flag("look", "quotations", "Light quotations, each in its speaker's colour.", \.quotationsLit),
        .flag("look", "names", "Light the names of people, bodies and places.", \.namesLit),
        .flag("look", "groups", "Group the list of articles by what it is ordered by: date, outlet, story.", \.grouped),
        .choice(
            "look", "selection",
            "How much of the selected article's row is lit in a wide list: its edge, which sends little over a slow line, or the whole row.",
            \.selection),
        .flag("look", "margin", "Name the speakers in a margin where the screen has 120 columns or more.", \.marginShown),
        .flag(
            "look", "plain", "For screen readers and braille: one pane at a time, no lines or signs, the cursor shown.",
            \.plain),
        SettingsOption(
            "terminal", "colors", "How many colours to use; auto asks the terminal, and NO_COLOR means none.",
            range: list((["auto"] + ColorDepth.allCases.reversed().map(\.settingsName)).map(quoted)),
            value: { quoted($0.colorDepth?.settingsName ?? "auto") },
            set: { settings, value in
                // 256, 16 and 8 are as clear without quotation marks.
                guard let name = value.string ?? value.int.map(String.init) else { return false }
                let depth = ColorDepth.allCases.first { $0.settingsName == name }
                guard depth != nil || name == "auto" else { return false }
                settings.colorDepth = depth
                return true
            }),
        .flag("terminal", "mouse", "Listen to the mouse. Then the terminal's own selection needs Shift.", \.mouse),
        .choice(
            "terminal", "right-to-left",
            "Who puts Hebrew and Arabic into their order; auto leaves it to terminals that do it in any case.",
            \.rightToLeft),
        .choice(
            "terminal", "clipboard",
            "How text is copied: by the terminal, which works over SSH; by a tool such as wl-copy, xclip or pbcopy; auto takes a tool where one reaches this screen.",
            \.clipboard),
        .number(
            "terminal", "escape-delay", "Milliseconds to wait after Esc for the rest of a key's sequence.", 0...5000,
            \.escapeDelay),
    ]

    private init(
        _ table: String, _ name: String, _ summary: String, range: String,
        value: @escaping @Sendable (Settings) -> String,
        set: @escaping @Sendable (inout Settings, any TOMLValueConvertible) -> Bool
    ) {
        self.table = table
        self.name = name
        self.summary = summary
        self.range = range
        self.value = value
        self.set = set
    }

    private static func theme(
        _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, String> & Sendable
    ) -> SettingsOption {
        SettingsOption(
            "look", name, summary, range: "the name of a theme, or nothing, in quotation marks",
            value: { quoted($0[keyPath: path]) },
            set: { settings, value in
                guard let name = value.string else { return false }
                settings[keyPath: path] = name
                return true
            })
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ table: String, _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Choice> & Sendable
    ) -> SettingsOption {
        SettingsOption(
            table, name, summary, range: list(Choice.allCases.map { quoted($0.rawValue) }),
            value: { quoted($0[keyPath: path].rawValue) },
            set: { settings, value in
                guard let choice = value.string.flatMap(Choice.init(rawValue:)) else { return false }
                settings[keyPath: path] = choice
                return true
            })
    }

    private static func flag(
        _ table: String, _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable
    ) -> SettingsOption {
        SettingsOption(
            table, name, summary, range: "true or false", value: { "\($0[keyPath: path])" },
            set: { settings, value in
                guard let flag = value.bool else { return false }
                settings[keyPath: path] = flag
                return true
            })
    }

    private static func number(
        _ table: String, _ name: String, _ summary: String, _ range: ClosedRange<Int>,
        _ path: any WritableKeyPath<Settings, Int> & Sendable
    ) -> SettingsOption {
        SettingsOption(
            table, name, summary, range: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            value: { "\($0[keyPath: path])" },
            set: { settings, value in
                guard let number = value.int, range.contains(number) else { return false }
                settings[keyPath: path] = number
                return true
            })
    }
}

/// A string as TOML writes it: a basic string, with what it cannot hold escaped.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\u{0}"..<"\u{20}", "\u{7F}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

extension ColorDepth {
    /// Its name in `config.toml`.
    public var settingsName: String {
        switch self {
        case .none: "none"
        case .eight: "8"
        case .sixteen: "16"
        case .indexed256: "256"
        case .trueColor: "truecolor"
        }
    }
}

extension Settings.Split {
    /// How TOML writes it.
    var toml: String {
        switch self {
        case .columns(let count): "\(count)"
        case .percent(let part): quoted("\(part)%")
        }
    }

    /// The split that a value means, if it means one in range.
    init?(_ value: any TOMLValueConvertible) {
        if let columns = value.int {
            guard (10...500).contains(columns) else { return nil }
            self = .columns(columns)
        } else if let text = value.string, text.hasSuffix("%"), let part = Int(text.dropLast()) {
            guard (10...90).contains(part) else { return nil }
            self = .percent(part)
        } else {
            return nil
        }
    }
}
