import Screen

/// How everything looks: a style for each role, and colours to tell speakers apart.
///
/// A cell's style is laid over in this order: text, quotation, speaker, name, current or selection, match;
/// so a match is seen wherever it lies.
public struct Theme: Sendable, Equatable {
    /// The ground a theme is made for.
    public enum Ground: String, Sendable, CaseIterable {
        /// Its own dark one.
        case dark
        /// Its own light one.
        case light
        /// Whatever the terminal has.
        case any
    }

    /// What it is called, in `config.toml` and in the picker.
    public var name: String
    /// A line on what it is like.
    public var summary: String
    /// The ground it is made for.
    public var ground: Ground
    /// The style of each role; a role that is absent looks plain.
    public var styles: [Role: Style]
    /// Colours for speakers, in order of first word; an article with more speakers begins anew.
    public var speakers: [Style]

    /// A theme of these parts.
    public init(
        name: String, summary: String = "", ground: Ground = .any, styles: [Role: Style], speakers: [Style]
    ) {
        self.name = name
        self.summary = summary
        self.ground = ground
        self.styles = styles
        self.speakers = speakers
    }

    /// The style of a role.
    public subscript(role: Role) -> Style { styles[role] ?? .plain }

    /// The style of an article's speaker of this number, from 0.
    public func speaker(_ number: Int) -> Style { speakers.isEmpty ? .plain : speakers[number % speakers.count] }
}
