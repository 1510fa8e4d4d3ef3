import Screen

/// How everything looks: a style for each role, and colours to tell speakers apart.
public struct Theme: Sendable, Equatable {
    /// What it is called, in `config.toml` and in the picker.
    public var name: String
    /// The style of each role; a role that is absent looks plain.
    public var styles: [Role: Style]
    /// Colours for speakers, in order of first word; an article with more speakers begins anew.
    public var speakers: [Style]

    /// A theme of these parts.
    public init(name: String, styles: [Role: Style], speakers: [Style]) {
        self.name = name
        self.styles = styles
        self.speakers = speakers
    }

    /// The style of a role.
    public subscript(role: Role) -> Style { styles[role] ?? .plain }

    /// The style of an article's speaker of this number, from 0.
    public func speaker(_ number: Int) -> Style { speakers.isEmpty ? .plain : speakers[number % speakers.count] }
}
