/// A verb by which speech or thought is reported, with what it takes: one line of the table of cues.
public struct CueVerb: Sendable, Equatable {
    /// What a verb may be followed by.
    public struct Takes: OptionSet, Sendable, Hashable {
        /// One bit a kind.
        public let rawValue: UInt16
        /// The kinds of these bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Words in quotation marks.
        public static let quote = Takes(rawValue: 1)
        /// A clause with *that*.
        public static let that = Takes(rawValue: 2)
        /// A clause without *that*.
        public static let clause = Takes(rawValue: 4)
        /// An infinitive with *to*.
        public static let infinitive = Takes(rawValue: 8)
        /// Somebody addressed, before the content: *told reporters that*.
        public static let addressee = Takes(rawValue: 16)
        /// Somebody and what they should do, both content: *urge NP to*.
        public static let demand = Takes(rawValue: 32)
        /// *whether*, *how*, *why* with a clause.
        public static let question = Takes(rawValue: 64)
        /// A noun phrase that is the content.
        public static let nounPhrase = Takes(rawValue: 128)
        /// Too often something else: counts only with *that*, quotation marks or an infinitive.
        public static let weak = Takes(rawValue: 256)
        /// The addressee is never left out, and no subject follows the verb: *told*.
        public static let obligatoryAddressee = Takes(rawValue: 512)
    }

    /// Whether the verb reports thought rather than speech.
    public var isThought: Bool
    /// What it takes.
    public var takes: Takes
    /// Prepositions that belong to the cue, with the content after them: *warn of*.
    public var prepositions: [String]

    /// A verb of these properties.
    public init(isThought: Bool, takes: Takes, prepositions: [String]) {
        self.isThought = isThought
        self.takes = takes
        self.prepositions = prepositions
    }
}

/// Which form of a verb a word is.
public struct VerbForm: OptionSet, Sendable, Hashable {
    /// One bit a form.
    public let rawValue: UInt8
    /// The forms of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// *say*
    public static let base = VerbForm(rawValue: 1)
    /// *says*
    public static let third = VerbForm(rawValue: 2)
    /// *said*
    public static let past = VerbForm(rawValue: 4)
    /// *said* in *has said*
    public static let participle = VerbForm(rawValue: 8)
    /// *saying*
    public static let progressive = VerbForm(rawValue: 16)
}
