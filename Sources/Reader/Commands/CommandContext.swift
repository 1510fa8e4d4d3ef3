/// Where a command applies: a set of the places the reader's keys can go to.
public struct CommandContext: OptionSet, Sendable, Hashable {
    /// The set's bits.
    public let rawValue: UInt16
    /// The set of these bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The list of articles.
    public static let list = CommandContext(rawValue: 1)
    /// The article's text.
    public static let article = CommandContext(rawValue: 2)
    /// The list of people.
    public static let people = CommandContext(rawValue: 4)
    /// The list of quotations.
    public static let quotations = CommandContext(rawValue: 8)
    /// The help.
    public static let help = CommandContext(rawValue: 16)
    /// The theme picker.
    public static let themes = CommandContext(rawValue: 32)
    /// The line in which a filter, or something to find, is typed.
    public static let prompt = CommandContext(rawValue: 64)
    /// A list to choose from over the panes: the outline, links.
    public static let choices = CommandContext(rawValue: 128)

    /// The panes beside and over which nothing else lies.
    public static let panes: CommandContext = [.list, .article, .people, .quotations]
    /// Everywhere but in the prompt, where keys type.
    public static let everywhere: CommandContext = [.panes, .help, .themes, .choices]

    /// The single places, with what each is called.
    public static let places: [(context: CommandContext, name: String)] = [
        (.list, "list"), (.article, "article"), (.people, "people"), (.quotations, "quotations"), (.help, "help"),
        (.themes, "themes"), (.choices, "choices"), (.prompt, "prompt"),
    ]

    /// The set in words: `everywhere`, `list, article`.
    public var name: String {
        if self == .everywhere { return "everywhere" }
        return Self.places.filter { isSuperset(of: $0.context) }.map(\.name).joined(separator: ", ")
    }
}
