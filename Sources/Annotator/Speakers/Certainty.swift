/// How sure a speaker is: what is known of the way it was found, weighed by learned weights.
///
/// All features are there or not. Their sum is the logarithm of the odds that the name is right, 64 for one.
package enum Certainty {
    /// How a speaker was found.
    enum Way: Int {
        /// By a name.
        case name
        /// By a name of which it is not sure that it is a person's or a body's.
        case guessedName
        /// By a name in apposition.
        case apposition
        /// *he*, *she*
        case pronoun
        /// *who*, *which*
        case relative
        /// *it*
        case thing
        /// *they*, *I*: nobody by name.
        case otherPronoun
        /// By a role that the article gave.
        case role
        /// By a role that fits whoever is spoken of.
        case salience
        /// By a kind of body.
        case body
        /// By the body that a spokesperson speaks for.
        case spokesperson
        /// A role or a group that the article does not name.
        case nobody
        /// Described before it was named.
        case introduced
        /// No words stand for a speaker.
        case missing
    }

    static let way = 0
    static let margin = 14  // of a pronoun's or a role's person over the next, in eight steps
    static let setting = 22  // of a pronoun
    static let tie = 25
    static let implied = 30
    static let weak = 31
    static let thought = 32
    static let inShort = 33  // the article never has the name in full
    static let namesake = 34  // somebody else has the family name
    static let gender = 35  // of a pronoun's person: surely the same, rather, unknown, rather not
    static let distance = 39  // to the last mention: this sentence or the one before, to five, more
    static let head = 42  // what the words' head is: see ``Head``
    static let article = 52  // how the words begin: the, a, a possessive, another word
    static let length = 56  // words: one, two, to five, more
    static let known = 60  // names of the one found: one, to three, to eight, more
    static let kind = 64  // of the one found: a person, a body, nobody
    static let settingMargin = 67  // of a pronoun, three settings by four steps of the margin
    static let inHeading = 79
    static let lone = 80  // nobody else agrees with a pronoun
    static let speaking = 81  // a pronoun's person spoke before
    static let shared = 82  // another name stands in the words
    /// How many there are.
    package static let count = 83

    /// What the head of the words for a speaker is.
    enum Head: Int {
        case person
        case body
        case place
        case group
        case pronoun
        case people
        case role
        case bodyNoun
        case document
        case other
    }

    /// The probability in thousandths that a model gives features.
    package static func thousandths(of features: [Int], _ model: SpeakerModel) -> Int {
        thousandths(features.reduce(0) { $0 + model.certainty[$1] })
    }

    /// The probability in thousandths for a sum of weights.
    private static func thousandths(_ sum: Int32) -> Int {
        let step = max(-512, min(512, Int(sum)))
        let low = table[(step + 512) / 16]
        let high = table[min((step + 512) / 16 + 1, 64)]
        return low + (high - low) * ((step + 512) % 16) / 16
    }

    /// The logistic function from -8 to 8 in steps of a quarter, in thousandths.
    private static let table: [Int] = [
        0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5, 7, 9, 11, 14, 18, 23, 29, 37, 47, 60, 76, 95, 119, 148, 182, 223, 269, 321, 378,
        438, 500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953, 963, 971, 977, 982, 986, 989, 991, 993, 995,
        996, 997, 998, 998, 998, 999, 999, 999, 999, 1000, 1000,
    ]
}
