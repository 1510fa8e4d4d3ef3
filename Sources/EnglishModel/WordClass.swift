/// The classes a word or phrase belongs to, as the lists have it. A word may be of many: *may* is a month and an auxiliary.
///
/// All of it may be inlined elsewhere, so that a question for some classes is one of a constant.
public struct WordClass: OptionSet, Sendable, Hashable {
    /// One bit a class.
    public let rawValue: UInt64
    /// The classes of these bits.
    @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
    @inlinable init(bit: UInt64) { self.init(rawValue: 1 << bit) }

    // Closed classes.
    /// *the*, *some*
    @inlinable public static var determiner: WordClass { WordClass(bit: 0) }
    /// *his*, *their*
    @inlinable public static var possessive: WordClass { WordClass(bit: 1) }
    /// *of*, *with*
    @inlinable public static var preposition: WordClass { WordClass(bit: 2) }
    /// *and*, *but*
    @inlinable public static var conjunction: WordClass { WordClass(bit: 3) }
    /// *if*, *while*
    @inlinable public static var subordinator: WordClass { WordClass(bit: 4) }
    /// *who*, *which*
    @inlinable public static var relative: WordClass { WordClass(bit: 5) }
    /// *how*, *why*
    @inlinable public static var interrogative: WordClass { WordClass(bit: 6) }
    /// *he*, *them*
    @inlinable public static var pronoun: WordClass { WordClass(bit: 7) }
    /// *he*, *they*
    @inlinable public static var subjectPronoun: WordClass { WordClass(bit: 8) }
    /// *is*, *would*
    @inlinable public static var auxiliary: WordClass { WordClass(bit: 9) }
    /// Forms of *be*
    @inlinable public static var be: WordClass { WordClass(bit: 10) }
    /// Forms of *have*
    @inlinable public static var have: WordClass { WordClass(bit: 11) }
    /// *not*, *never*
    @inlinable public static var negation: WordClass { WordClass(bit: 12) }
    /// *also*, *later*
    @inlinable public static var adverb: WordClass { WordClass(bit: 13) }
    /// *seven*
    @inlinable public static var number: WordClass { WordClass(bit: 14) }

    // Dates and amounts.
    /// *November*, *Nov.*
    @inlinable public static var month: WordClass { WordClass(bit: 15) }
    /// *Tuesday*
    @inlinable public static var weekday: WordClass { WordClass(bit: 16) }
    /// *week*, *morning*
    @inlinable public static var time: WordClass { WordClass(bit: 17) }
    /// *dollars*
    @inlinable public static var currency: WordClass { WordClass(bit: 18) }
    /// *$*, *US$*
    @inlinable public static var moneySign: WordClass { WordClass(bit: 19) }
    /// *million*
    @inlinable public static var magnitude: WordClass { WordClass(bit: 20) }
    /// *percent*
    @inlinable public static var percent: WordClass { WordClass(bit: 21) }

    // Abbreviations.
    /// Ends in a full stop that ends no sentence
    @inlinable public static var abbreviation: WordClass { WordClass(bit: 22) }
    /// Ends in a full stop that may end a sentence as well
    @inlinable public static var finalAbbreviation: WordClass { WordClass(bit: 23) }

    // People.
    /// *President*, *Dr.*
    @inlinable public static var title: WordClass { WordClass(bit: 24) }
    /// Said of a man: *Mr.*, *chairman*, *John*
    @inlinable public static var masculine: WordClass { WordClass(bit: 25) }
    /// Said of a woman
    @inlinable public static var feminine: WordClass { WordClass(bit: 26) }
    /// *minister*, *witness*
    @inlinable public static var role: WordClass { WordClass(bit: 27) }
    /// *ally*, *lawyer*: somebody seen from somebody else
    @inlinable public static var relation: WordClass { WordClass(bit: 28) }
    /// *spokesman*: who speaks for a body
    @inlinable public static var voice: WordClass { WordClass(bit: 29) }
    /// *officials*, *critics*
    @inlinable public static var people: WordClass { WordClass(bit: 30) }
    /// *ministry*, *company*
    @inlinable public static var body: WordClass { WordClass(bit: 31) }
    /// *newspaper*, *channel*
    @inlinable public static var outletNoun: WordClass { WordClass(bit: 32) }
    /// *report*, *poll*
    @inlinable public static var document: WordClass { WordClass(bit: 33) }
    /// *John*, *Olena*
    @inlinable public static var givenName: WordClass { WordClass(bit: 34) }
    /// *Kim*, *Nguyen*: family names that come first
    @inlinable public static var familyNameFirst: WordClass { WordClass(bit: 35) }
    /// *Smith*, *Kumar*
    @inlinable public static var familyName: WordClass { WordClass(bit: 36) }
    /// *von*, *bin*
    @inlinable public static var particle: WordClass { WordClass(bit: 37) }
    /// *of*, *and*: words that join the parts of a name
    @inlinable public static var joiner: WordClass { WordClass(bit: 38) }
    /// *Jr.*, *III*
    @inlinable public static var suffix: WordClass { WordClass(bit: 39) }

    // Names.
    /// *Ukraine*
    @inlinable public static var country: WordClass { WordClass(bit: 40) }
    /// *Ukrainian*
    @inlinable public static var demonym: WordClass { WordClass(bit: 41) }
    /// *Kyiv*, *Ohio*
    @inlinable public static var place: WordClass { WordClass(bit: 42) }
    /// *World Bank*
    @inlinable public static var organisation: WordClass { WordClass(bit: 43) }
    /// *Russia Today*
    @inlinable public static var outlet: WordClass { WordClass(bit: 44) }
    /// *NATO*: a body's name only in capitals
    @inlinable public static var acronym: WordClass { WordClass(bit: 45) }
    /// The last word of names of bodies: *Ministry*
    @inlinable public static var organisationHead: WordClass { WordClass(bit: 46) }
    /// *River*, *Province*
    @inlinable public static var locationHead: WordClass { WordClass(bit: 47) }
    /// *Bridge*, *Airport*
    @inlinable public static var facilityHead: WordClass { WordClass(bit: 48) }
    /// *War*, *Olympics*
    @inlinable public static var eventHead: WordClass { WordClass(bit: 49) }
    /// *Act*, *Treaty*
    @inlinable public static var workHead: WordClass { WordClass(bit: 50) }

    // The rest.
    /// No name even where it stands capitalised
    @inlinable public static var common: WordClass { WordClass(bit: 51) }
    /// A form of a verb in the table of cues
    @inlinable public static var cue: WordClass { WordClass(bit: 52) }
    /// The first word of a phrase that the lists know
    @inlinable public static var opensPhrase: WordClass { WordClass(bit: 53) }

    /// The first word of names of places: *Port*, *Lake*
    @inlinable public static var locationFirst: WordClass { WordClass(bit: 54) }
    /// *Pier*, *Hotel*
    @inlinable public static var facilityFirst: WordClass { WordClass(bit: 55) }
    /// *Radio*, *Banco*
    @inlinable public static var organisationFirst: WordClass { WordClass(bit: 56) }

    /// Words with little meaning of their own.
    @inlinable public static var function: WordClass {
        [
            .determiner, .possessive, .preposition, .conjunction, .subordinator, .relative, .interrogative, .pronoun,
            .auxiliary, .negation,
        ]
    }
}
