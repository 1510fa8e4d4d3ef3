/// A person, or a body (an organisation or a place that can act or speak), as one article knows it: all its spellings.
public struct Actor: Sendable, Equatable, Identifiable {
    /// An actor's place in its annotation's ``Annotation/actors``.
    public struct ID: RawRepresentable, Sendable, Hashable, Comparable {
        /// The index.
        public var rawValue: Int32
        /// The actor at this index.
        public init(rawValue: Int32) { self.rawValue = rawValue }
        /// In order of index.
        public static func < (one: ID, other: ID) -> Bool { one.rawValue < other.rawValue }
    }

    /// Whether an actor is a person. The raw value is the kind's name in JSON.
    public enum Kind: String, Sendable, Equatable, CaseIterable {
        /// A human being.
        case person
        /// An organisation or a place.
        case body
    }

    /// Its place in ``Annotation/actors``.
    public var id: ID
    /// A person or a body.
    public var kind: Kind
    /// The longest proper name in the article, without titles and roles, the first such where two are as long.
    public var name: String
    /// All spellings in the article, ``name`` among them, in order of first occurrence.
    public var aliases: [String]

    /// An actor of these parts.
    public init(id: ID, kind: Kind, name: String, aliases: [String]) {
        self.id = id
        self.kind = kind
        self.name = name
        self.aliases = aliases
    }
}

/// A named entity: one place in the text where something is named.
public struct Entity: Sendable, Equatable {
    /// Where the name stands in the article's text, without titles and roles.
    public var range: TextRange
    /// What is named.
    public var kind: EntityKind
    /// The person, organisation or place that is named; nil for dates, amounts and the like.
    public var actor: Actor.ID?

    /// A name of this kind in this place.
    public init(_ kind: EntityKind, _ range: TextRange, actor: Actor.ID? = nil) {
        self.kind = kind
        self.range = range
        self.actor = actor
    }
}

/// Words by which a text refers to somebody: a name, a role or a pronoun.
public struct Mention: Sendable, Equatable {
    /// How the words refer.
    public enum Form: String, Sendable, Equatable, CaseIterable {
        /// *Alexander Lukashenko*
        case name
        /// *the Ukrainian minister*
        case nominal
        /// *he*
        case pronoun
    }

    /// Where the words stand: one range, or more where others stand between. In the quotation's part of the article.
    public var ranges: [TextRange]
    /// How they refer.
    public var form: Form
    /// Whom they refer to; nil for somebody the article never names.
    public var actor: Actor.ID?

    /// A mention of this form.
    public init(_ form: Form, _ ranges: [TextRange], actor: Actor.ID? = nil) {
        self.form = form
        self.ranges = ranges
        self.actor = actor
    }
}
