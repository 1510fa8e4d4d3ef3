public import Screen

/// What `config.toml` sets, with a default for all of it.
public struct Settings: Sendable, Equatable {
    /// The name of the theme: see ``ThemeCatalogue``.
    public var theme = "terminal"
    /// The theme for a terminal with a light ground; empty for ``theme``.
    public var lightTheme = ""
    /// The theme for a terminal with a dark ground; empty for ``theme``.
    public var darkTheme = ""
    /// Which of them is taken.
    public var ground = GroundChoice.auto
    /// How much of the screen the list takes beside the article.
    public var split = Split.percent(34)
    /// How list and article share the screen.
    public var panes = Panes.sideBySide
    /// The most columns a line of an article takes.
    public var textWidth = 72
    /// Whether quotations are lit.
    public var quotationsLit = true
    /// Whether names are lit.
    public var namesLit = true
    /// Whether the list of articles has a heading over those of one date, outlet, or whatever it is ordered by.
    public var grouped = false
    /// How much of a selected row is lit, in a list wide enough for columns.
    public var selection = Selection.edge
    /// Whether a wide screen shows the margin with the speakers.
    public var marginShown = true
    /// Whether the screen is for speech and braille: one pane at a time, no lines, ASCII for signs, the cursor shown.
    public var plain = false
    /// Whether the reader listens to the mouse. Off by default: then the terminal's own selection works.
    public var mouse = false
    /// How many colours to use; nil to ask the terminal.
    public var colorDepth: ColorDepth?
    /// How long, in milliseconds, to wait after an escape byte for the rest of a key's sequence.
    public var escapeDelay = 25
    /// How text is put on the clipboard.
    public var clipboard = Clipboard.auto
    /// Who puts right-to-left text into its order.
    public var rightToLeft = RightToLeft.auto
    /// Keys of one's own, by command name: each a sequence as ``Key/sequence(parsing:)`` reads it. They replace the
    /// command's own; an empty list leaves it without any.
    public var keys: [String: [String]] = [:]

    /// Everything as it comes.
    public init() {}
}

extension Settings {
    /// How much of the screen the list takes beside the article.
    public enum Split: Sendable, Hashable {
        /// So many columns.
        case columns(Int)
        /// A part of the screen's width.
        case percent(Int)

        /// The columns it means on a screen `width` wide.
        public func columns(of width: Int) -> Int {
            switch self {
            case .columns(let count): min(count, width)
            case .percent(let part): width * part / 100
            }
        }
    }

    /// How list and article share the screen. The raw value is the name in `config.toml`.
    public enum Panes: String, Sendable, Hashable, CaseIterable {
        /// The list beside the article, where there are 80 columns.
        case sideBySide = "beside"
        /// The list above the article, where there are 16 rows.
        case stacked
        /// One at a time.
        case single
    }

    /// How much of a selected row is lit, in a list wide enough for columns. The raw value is the name in `config.toml`.
    public enum Selection: String, Sendable, Hashable, CaseIterable {
        /// Its beginning, so that moving on sends little over a slow line.
        case edge
        /// All of it.
        case row
    }

    /// For which ground the theme is chosen. The raw value is the name in `config.toml`.
    public enum GroundChoice: String, Sendable, Hashable, CaseIterable {
        /// That which the terminal tells of.
        case auto
        /// A light one.
        case light
        /// A dark one.
        case dark

        /// The ground itself, where the terminal tells of `ground`.
        public func ground(told ground: Ground?) -> Ground? {
            switch self {
            case .auto: ground
            case .light: .light
            case .dark: .dark
            }
        }
    }

    /// How text is put on the clipboard. The raw value is the name in `config.toml`.
    public enum Clipboard: String, Sendable, Hashable, CaseIterable {
        /// By a tool where it reaches the person's own screen, else by the terminal.
        case auto
        /// By the terminal (OSC 52).
        case terminal
        /// By a tool: wl-copy, xclip, xsel, pbcopy, or tmux.
        case tool
    }

    /// Who puts right-to-left text into its order. The raw value is the name in `config.toml`.
    public enum RightToLeft: String, Sendable, Hashable, CaseIterable {
        /// The reader, unless the terminal is known to do it and not to leave it.
        case auto
        /// The reader.
        case reader
        /// The terminal.
        case terminal

        /// The choice in a terminal that the environment tells of: Konsole and Apple's Terminal turn text round whatever they
        /// are told.
        public func resolved(environment: [String: String]) -> RightToLeft {
            guard self == .auto else { return self }
            let turnsItself = environment["KONSOLE_VERSION"] != nil || environment["TERM_PROGRAM"] == "Apple_Terminal"
            return turnsItself && environment["TMUX", default: ""].isEmpty ? .terminal : .reader
        }
    }

    /// Whether the reader puts right-to-left text into its order.
    var arrangesText: Bool { rightToLeft != .terminal }

    /// Whether the theme depends on the ground.
    public var hasGroundThemes: Bool { !lightTheme.isEmpty || !darkTheme.isEmpty }

    /// The name of the theme for a ground; nil where none is known.
    public func themeName(on ground: Ground?) -> String { self[keyPath: Self.themePath(on: ground, self)] }

    /// Takes a theme for a ground: in the place of the one that ``themeName(on:)`` gives.
    public mutating func setTheme(_ name: String, on ground: Ground?) {
        self[keyPath: Self.themePath(on: ground, self)] = name
    }

    private static func themePath(on ground: Ground?, _ settings: Settings) -> WritableKeyPath<Settings, String> {
        switch ground {
        case .light? where !settings.lightTheme.isEmpty: \.lightTheme
        case .dark? where !settings.darkTheme.isEmpty: \.darkTheme
        case .light?, .dark?, nil: \.theme
        }
    }

    /// What the reader itself remembers between two starts. ``KeptFile`` keeps it apart from `config.toml`.
    public struct Kept: Sendable, Equatable {
        /// The name of the theme.
        public var theme: String
        /// The theme for a light ground, and that for a dark one; empty for none of its own.
        public var lightTheme: String
        /// See ``lightTheme``.
        public var darkTheme: String
        /// How much of the screen the list takes.
        public var split: Split
        /// How list and article share the screen.
        public var panes: Panes
        /// Whether quotations are lit.
        public var quotationsLit: Bool
        /// Whether names are lit.
        public var namesLit: Bool
        /// Whether the list is grouped.
        public var grouped: Bool

        /// A look to remember.
        public init(
            theme: String, lightTheme: String = "", darkTheme: String = "", split: Split, panes: Panes = .sideBySide,
            quotationsLit: Bool, namesLit: Bool, grouped: Bool = false
        ) {
            self.theme = theme
            self.lightTheme = lightTheme
            self.darkTheme = darkTheme
            self.split = split
            self.panes = panes
            self.quotationsLit = quotationsLit
            self.namesLit = namesLit
            self.grouped = grouped
        }
    }

    /// The part of these settings that the reader remembers.
    public var kept: Kept {
        get {
            Kept(
                theme: theme, lightTheme: lightTheme, darkTheme: darkTheme, split: split, panes: panes,
                quotationsLit: quotationsLit, namesLit: namesLit, grouped: grouped)
        }
        set {
            theme = newValue.theme
            lightTheme = newValue.lightTheme
            darkTheme = newValue.darkTheme
            split = newValue.split
            panes = newValue.panes
            quotationsLit = newValue.quotationsLit
            namesLit = newValue.namesLit
            grouped = newValue.grouped
        }
    }
}
