/// Whom a reader who goes through the text has in mind: the people named so far, and how they last were.
struct Discourse {
    /// What a mention does in its clause, as far as its neighbours tell.
    enum Stance: Int {
        case subject
        case possessor
        case object
        case other
    }

    /// Where the reader is.
    struct Place {
        var token: Int
        /// The number of the sentence.
        var sentence: Int
        /// The number of the block.
        var part: Int
    }

    /// How somebody was spoken of. Places are -1 where there is none.
    struct Trace {
        /// The last mention outside quotation marks.
        var token: Int32 = -1
        var sentence: Int32 = -1
        var part: Int32 = -1
        var stance = Stance.other
        var isPronoun = false
        /// The first mention.
        var firstSentence: Int32 = -1
        /// The last sentence whose subject they were.
        var subjectSentence: Int32 = -1
        /// The last sentence of which they were the first to be named, as its subject.
        var openedSentence: Int32 = -1
        /// How often the block that last named them does so.
        var partMentions: Int32 = 0
        /// The last mention inside quotation marks.
        var quotedToken: Int32 = -1
        var quotedSentence: Int32 = -1
        /// Mentions outside quotation marks.
        var mentions: Int32 = 0
        /// Where they last spoke, and how often they did.
        var spokeSentence: Int32 = -1
        var spokePart: Int32 = -1
        var speeches: Int32 = 0
    }

    /// How many people a reader keeps in mind: enough for any paragraph, and few enough that a search costs nothing.
    static let capacity = 16

    private(set) var traces: [Trace]
    /// People by their last mention outside quotation marks, the latest first; those only quoted people named come last.
    private(set) var recent: [Int] = []
    /// Who spoke last; -1 for nobody.
    private(set) var lastSpeaker = -1
    /// Whom they asked; -1 for nobody.
    private(set) var asked = -1
    /// Whoever was named first in the block, outside quotation marks; -1 for nobody yet.
    private(set) var firstOfPart = -1
    /// Whoever was named first in the block before; -1 for nobody.
    private(set) var firstOfPartBefore = -1
    /// Who was last the subject of a clause; -1 for nobody.
    private(set) var lastSubject = -1
    private var part = -1
    private var sentence = -1

    init(members: Int) { traces = Array(repeating: Trace(), count: members) }

    /// A person is named, or a pronoun stands for them.
    mutating func note(_ member: Int, at place: Place, _ stance: Stance, isPronoun: Bool, isQuoted: Bool) {
        if traces[member].firstSentence < 0 { traces[member].firstSentence = Int32(place.sentence) }
        let known = recent.firstIndex(of: member)
        if isQuoted {
            traces[member].quotedToken = Int32(place.token)
            traces[member].quotedSentence = Int32(place.sentence)
            if known == nil {
                if recent.count == Self.capacity { recent.removeLast() }
                recent.append(member)
            }
            return
        }
        traces[member].partMentions = Int(traces[member].part) == place.part ? traces[member].partMentions + 1 : 1
        traces[member].token = Int32(place.token)
        traces[member].sentence = Int32(place.sentence)
        traces[member].part = Int32(place.part)
        traces[member].stance = stance
        traces[member].isPronoun = isPronoun
        traces[member].mentions += 1
        if stance == .subject {
            traces[member].subjectSentence = Int32(place.sentence)
            if sentence != place.sentence { traces[member].openedSentence = Int32(place.sentence) }
            lastSubject = member
        }
        // *His manager, Tom Reed, wept*: whose he is does not open it.
        if stance != .possessor { sentence = place.sentence }
        if part != place.part {
            part = place.part
            firstOfPart = member
        }
        if let known {
            recent.remove(at: known)
        } else if recent.count == Self.capacity {
            recent.removeLast()
        }
        recent.insert(member, at: 0)
    }

    /// The block the reader is in has nobody named yet.
    mutating func enter(part: Int) {
        guard self.part != part else { return }
        if firstOfPart >= 0 { firstOfPartBefore = firstOfPart }
        firstOfPart = -1
    }

    /// Somebody speaks; `asked` is whom they ask, -1 for nobody.
    mutating func noteSpeech(of member: Int, at place: Place, asked: Int) {
        lastSpeaker = member
        self.asked = asked
        traces[member].spokeSentence = Int32(place.sentence)
        traces[member].spokePart = Int32(place.part)
        traces[member].speeches += 1
    }
}
