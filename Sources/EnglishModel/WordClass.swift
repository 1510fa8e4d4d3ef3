/// The classes a word or phrase belongs to, as the lists have it. A word may be of many: *may* is a month and an auxiliary.
public struct WordClass: OptionSet, Sendable, Hashable {
    /// One bit a class.
    public let rawValue: UInt64
    /// The classes of these bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: UInt64) { rawValue = 1 << bit }

    // Closed classes.
    /// *the*, *some*
    public static let determiner = WordClass(bit: 0)
    /// *his*, *their*
    public static let possessive = WordClass(bit: 1)
    /// *of*, *with*
    public static let preposition = WordClass(bit: 2)
    /// *and*, *but*
    public static let conjunction = WordClass(bit: 3)
    /// *if*, *while*
    public static let subordinator = WordClass(bit: 4)
    /// *who*, *which*
    public static let relative = WordClass(bit: 5)
    /// *how*, *why*
    public static let interrogative = WordClass(bit: 6)
    /// *he*, *them*
    public static let pronoun = WordClass(bit: 7)
    /// *he*, *they*
    public static let subjectPronoun = WordClass(bit: 8)
    /// *is*, *would*
    public static let auxiliary = WordClass(bit: 9)
    /// Forms of *be*
    public static let be = WordClass(bit: 10)
    /// Forms of *have*
    public static let have = WordClass(bit: 11)
    /// *not*, *never*
    public static let negation = WordClass(bit: 12)
    /// *also*, *later*
    public static let adverb = WordClass(bit: 13)
    /// *seven*
    public static let number = WordClass(bit: 14)

    // Dates and amounts.
    /// *November*, *Nov.*
    public static let month = WordClass(bit: 15)
    /// *Tuesday*
    public static let weekday = WordClass(bit: 16)
    /// *week*, *morning*
    public static let time = WordClass(bit: 17)
    /// *dollars*
    public static let currency = WordClass(bit: 18)
    /// *$*, *US$*
    public static let moneySign = WordClass(bit: 19)
    /// *million*
    public static let magnitude = WordClass(bit: 20)
    /// *percent*
    public static let percent = WordClass(bit: 21)

    // Abbreviations.
    /// Ends in a full stop that ends no sentence
    public static let abbreviation = WordClass(bit: 22)
    /// Ends in a full stop that may end a sentence as well
    public static let finalAbbreviation = WordClass(bit: 23)

    // People.
    /// *President*, *Dr.*
    public static let title = WordClass(bit: 24)
    /// Said of a man: *Mr.*, *chairman*, *John*
    public static let masculine = WordClass(bit: 25)
    /// Said of a woman
    public static let feminine = WordClass(bit: 26)
    /// *minister*, *witness*
    public static let role = WordClass(bit: 27)
    /// *ally*, *lawyer*: somebody seen from somebody else
    public static let relation = WordClass(bit: 28)
    /// *spokesman*: who speaks for a body
    public static let voice = WordClass(bit: 29)
    /// *officials*, *critics*
    public static let people = WordClass(bit: 30)
    /// *ministry*, *company*
    public static let body = WordClass(bit: 31)
    /// *newspaper*, *channel*
    public static let outletNoun = WordClass(bit: 32)
    /// *report*, *poll*
    public static let document = WordClass(bit: 33)
    /// *John*, *Olena*
    public static let givenName = WordClass(bit: 34)
    /// *Kim*, *Nguyen*: family names that come first
    public static let familyNameFirst = WordClass(bit: 35)
    /// *Smith*, *Kumar*
    public static let familyName = WordClass(bit: 36)
    /// *von*, *bin*
    public static let particle = WordClass(bit: 37)
    /// *of*, *and*: words that join the parts of a name
    public static let joiner = WordClass(bit: 38)
    /// *Jr.*, *III*
    public static let suffix = WordClass(bit: 39)

    // Names.
    /// *Ukraine*
    public static let country = WordClass(bit: 40)
    /// *Ukrainian*
    public static let demonym = WordClass(bit: 41)
    /// *Kyiv*, *Ohio*
    public static let place = WordClass(bit: 42)
    /// *World Bank*
    public static let organisation = WordClass(bit: 43)
    /// *Russia Today*
    public static let outlet = WordClass(bit: 44)
    /// *NATO*: a body's name only in capitals
    public static let acronym = WordClass(bit: 45)
    /// The last word of names of bodies: *Ministry*
    public static let organisationHead = WordClass(bit: 46)
    /// *River*, *Province*
    public static let locationHead = WordClass(bit: 47)
    /// *Bridge*, *Airport*
    public static let facilityHead = WordClass(bit: 48)
    /// *War*, *Olympics*
    public static let eventHead = WordClass(bit: 49)
    /// *Act*, *Treaty*
    public static let workHead = WordClass(bit: 50)

    // The rest.
    /// No name even where it stands capitalised
    public static let common = WordClass(bit: 51)
    /// A form of a verb in the table of cues
    public static let cue = WordClass(bit: 52)
    /// The first word of a phrase that the lists know
    public static let opensPhrase = WordClass(bit: 53)

    /// The first word of names of places: *Port*, *Lake*
    public static let locationFirst = WordClass(bit: 54)
    /// *Pier*, *Hotel*
    public static let facilityFirst = WordClass(bit: 55)
    /// *Radio*, *Banco*
    public static let organisationFirst = WordClass(bit: 56)

    /// Words with little meaning of their own.
    public static let function: WordClass = [
        .determiner, .possessive, .preposition, .conjunction, .subordinator, .relative, .interrogative, .pronoun,
        .auxiliary, .negation,
    ]
}
