/// A verb by which speech or thought is reported, with what it takes: one line of the table of cues.
public struct CueVerb: Sendable, Equatable {
    /// What a verb may be followed by.
    public struct Takes: OptionSet, Sendable, Hashable {
        /// One bit a kind.
        public let rawValue: UInt16
        /// The kinds of these bits.
        @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Words in quotation marks.
        @inlinable public static var quote: Takes { Takes(rawValue: 1) }
        /// A clause with *that*.
        @inlinable public static var that: Takes { Takes(rawValue: 2) }
        /// A clause without *that*.
        @inlinable public static var clause: Takes { Takes(rawValue: 4) }
        /// An infinitive with *to*.
        @inlinable public static var infinitive: Takes { Takes(rawValue: 8) }
        /// Somebody addressed, before the content: *told reporters that*.
        @inlinable public static var addressee: Takes { Takes(rawValue: 16) }
        /// Somebody and what they should do, both content: *urge NP to*.
        @inlinable public static var demand: Takes { Takes(rawValue: 32) }
        /// *whether*, *how*, *why* with a clause.
        @inlinable public static var question: Takes { Takes(rawValue: 64) }
        /// A noun phrase that is the content.
        @inlinable public static var nounPhrase: Takes { Takes(rawValue: 128) }
        /// Too often something else: counts only with *that*, quotation marks or an infinitive.
        @inlinable public static var weak: Takes { Takes(rawValue: 256) }
        /// The addressee is never left out, and no subject follows the verb: *told*.
        @inlinable public static var obligatoryAddressee: Takes { Takes(rawValue: 512) }
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
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// *say*
    @inlinable public static var base: VerbForm { VerbForm(rawValue: 1) }
    /// *says*
    @inlinable public static var third: VerbForm { VerbForm(rawValue: 2) }
    /// *said*
    @inlinable public static var past: VerbForm { VerbForm(rawValue: 4) }
    /// *said* in *has said*
    @inlinable public static var participle: VerbForm { VerbForm(rawValue: 8) }
    /// *saying*
    @inlinable public static var progressive: VerbForm { VerbForm(rawValue: 16) }
}
