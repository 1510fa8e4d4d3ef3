public import DocumentModel

/// What a reader asked to see: the filter language's typed tree.
public struct Filter: Sendable, Equatable {
    /// What must be true of an article; nil for everything.
    public var condition: Condition?
    /// The order of the list; nil for the list's own, newest first.
    public var order: ListOrder?

    /// Everything.
    public static let all = Filter()

    /// The filter that lets through what meets the condition, in this order.
    public init(_ condition: Condition? = nil, order: ListOrder? = nil) {
        self.condition = condition
        self.order = order
    }

    /// Whether it lets everything through; it may still order it.
    public var isAll: Bool { condition == nil }

    /// This filter, narrowed to the articles that name or quote somebody: a person by `person:`, a body by `entity:`.
    /// Narrowing twice to the same is narrowing once.
    public func adding(_ name: String, kind: Actor.Kind) -> Filter {
        let added = Condition.words(kind == .person ? .person : .entity, Words(name, isPrefix: false))
        var parts: [Condition] = []
        switch condition {
        case nil: break
        case .all(let all): parts = all
        case .some(let one): parts = [one]
        }
        if !parts.contains(added) { parts.append(added) }
        return Filter(.joined(parts), order: order)
    }
}

/// What must be true of an article.
///
/// Made by ``joined(_:)``, ``either(_:)`` and ``negated`` a tree has one form only: no group in a group of its own kind,
/// none of fewer than two, no double negation.
public indirect enum Condition: Sendable, Equatable {
    /// Words somewhere in the field.
    case words(Field, Words)
    /// Published on one of these days.
    case published(DateSpan)
    /// In this state of reading.
    case state(ReadingState)
    /// Having at least one quotation.
    case hasQuotation
    /// All of these are true.
    case all([Condition])
    /// At least one of these is true.
    case any([Condition])
    /// This is not true.
    case not(Condition)

    /// All of them; nil for none.
    public static func joined(_ parts: [Condition]) -> Condition? {
        let flat = parts.flatMap { part in if case .all(let inner) = part { inner } else { [part] } }
        return flat.count > 1 ? .all(flat) : flat.first
    }

    /// At least one of them; nil for none.
    public static func either(_ parts: [Condition]) -> Condition? {
        let flat = parts.flatMap { part in if case .any(let inner) = part { inner } else { [part] } }
        return flat.count > 1 ? .any(flat) : flat.first
    }

    /// Its opposite.
    public var negated: Condition { if case .not(let inner) = self { inner } else { .not(self) } }
}

/// Words to look for, one after the other: upper and lower case and accents make no difference.
public struct Words: Sendable, Hashable {
    /// The words as written.
    public var text: String
    /// Whether the last word is the beginning of a word: as it is when written plainly, not in quotation marks.
    public var isPrefix: Bool

    /// Words to look for.
    public init(_ text: String, isPrefix: Bool) {
        self.text = text
        self.isPrefix = isPrefix
    }
}

/// Where words are looked for. The raw value is the field's name in the language.
public enum Field: String, Sendable, Hashable, CaseIterable {
    /// Everywhere: title, text, source, author and tags. Has no name: plain words are looked for there.
    case anywhere = ""
    /// Somebody named or quoted.
    case person
    /// Somebody quoted.
    case said
    /// Somebody or something named inside a quotation.
    case about
    /// The words of a quotation.
    case quote
    /// Anything named.
    case entity
    /// An organisation named.
    case organisation = "org"
    /// A place named.
    case place
    /// The title.
    case title
    /// The outlet.
    case source
    /// Who wrote it.
    case author
    /// What it was filed under.
    case tag

    /// Whether the field holds names, under all their spellings.
    public var holdsNames: Bool {
        switch self {
        case .person, .said, .about, .entity, .organisation, .place: true
        case .anywhere, .quote, .title, .source, .author, .tag: false
        }
    }
}

/// States of reading. The raw value is the word after `is:`.
public enum ReadingState: String, Sendable, Hashable, CaseIterable {
    /// Never opened.
    case unread
    /// Opened.
    case read
    /// Starred.
    case starred
    /// With a note.
    case noted
}

/// The order of a list.
public struct ListOrder: Sendable, Hashable {
    /// What a list is ordered by. The raw value is the word after `sort:`.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        /// Newest first; what has no date last, as imported.
        case date
        /// By title, A first.
        case title
        /// By outlet, A first, newest first in each.
        case source
        /// Most quotations first.
        case quotes
        /// What matches the words best first.
        case relevance
        /// Near-copies together, the story of the newest first, newest first in each.
        case story
    }

    /// What by.
    public var key: Key
    /// Whether the other way round: `sort:-date` puts the oldest first.
    public var isReversed: Bool

    /// An order by this.
    public init(_ key: Key, isReversed: Bool = false) {
        self.key = key
        self.isReversed = isReversed
    }
}
