/// What speaks for and against a person being a *he* or *she*. All features are there or not; a model gives each a weight,
/// once for all pronouns and once for those in the same setting.
enum PronounFeature {
    /// Where a pronoun stands.
    enum Setting: Int {
        /// Nobody is named before it in its sentence: *He said …*
        case opens = 1
        /// Quoted words stand before it and nobody is named between: *“…,” he said*
        case afterQuote
        /// Somebody is named before it in its sentence.
        case inClause
    }

    /// What a pronoun is in its clause.
    enum Form: Int {
        case subject
        case object
        case possessive
    }

    // The features, by the number of their first.
    static let gender = 0  // surely the same, rather the same, unknown, rather not
    static let distance = 4  // in sentences: 0, 1, 2, 3, to 6, more, never outside quotation marks
    static let stance = 11  // four stances by distance: same sentence, the one before, earlier
    static let byPronoun = 23  // last named by a pronoun, by distance
    static let rank = 26  // the latest of those who agree, second, third, later
    static let speaker = 30  // spoke last: in this block, the one before, earlier; spoke before others
    static let spokeJustNow = 34  // spoke last, in this sentence or the one before
    static let part = 35  // named last in this block, the one before, earlier
    static let subjectHere = 38
    static let subjectBefore = 39
    static let mentions = 40  // one, to 3, more
    static let topic = 43  // named most often in the article of those who agree, second, less
    static let inTitle = 46
    static let quotedHere = 47  // named inside quotation marks in this sentence
    static let inReport = 48  // named in what the pronoun's owner says: in quotation marks, outside
    static let ahead = 50  // named only after it: in its sentence, later
    static let isNew = 52  // first named in this sentence or the one before
    static let objectOfSubject = 53  // an object's pronoun, and the subject of its sentence
    static let possessiveOfSubject = 54
    static let nearest = 55  // the person named last, whoever agrees
    static let firstOfPart = 56
    static let alone = 57  // nobody else agrees
    static let speeches = 58  // spoke so often: never, once, more
    static let fronted = 61  // named first after a clause in front: *As he left, Berg said …*
    static let relativeOf = 62  // named right before *whom he*
    static let lastSubject = 63  // the subject of the clause before
    static let opened = 64  // named first, as its subject, in this sentence, the one before
    static let inPart = 66  // named in this block: once, twice, more
    static let freshBefore = 69  // named first in the block before, nobody in this
    static let freshSubject = 70  // the subject before, nobody named in this block
    static let freshSpeaker = 71  // spoke last, nobody named in this block
    static let speaksOn = 72  // spoke last, in this block, and the pronoun speaks
    static let topicOfPart = 73  // named most often in this block
    static let asker = 74  // spoke last, and asked
    static let asked = 75  // was asked something just before
    static let count = 76

    /// The features of all settings.
    static let total = 4 * count
}
