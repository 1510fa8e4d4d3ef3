import DocumentModel

/// A quotation as the text shows it, by tokens; whose it is gets settled afterwards.
struct Report {
    /// What ties a quotation to its speaker.
    enum Tie {
        /// Subject and verb stand beside it.
        case cue
        /// *according to*
        case accordingTo
        /// *Name: claim*
        case colon
        /// No cue: the turn goes on.
        case turn
        /// Nobody is found.
        case none
    }

    /// The words of the quotation, without cue and speaker.
    var spans: [TokenRange]
    // A long article has tens of thousands of reports: places are packed.
    private var cueFirst: Int32 = 0
    private var cueEnd: Int32 = 0
    private var verbToken: Int32 = -1
    private var speakerFirst: Int32 = -1
    private var speakerEnd: Int32 = -1
    private var thousandths: Int16 = -1
    var tie: Tie
    var isThought: Bool
    /// Whether the speaker's words stand before the cue and are those of another clause: *…, adding that*.
    var isImplied: Bool
    /// Whether it was only guessed from a weak sign.
    var isWeak: Bool
    /// Whether no rule found it.
    var isLearned = false
    /// Whether the layout makes it one: a turn of an interview.
    var isLaidOut: Bool
    /// Whether no words say who speaks, though somebody listens: *the jury heard that*.
    var isOverheard: Bool

    init(
        spans: [TokenRange], cue: TokenRange, verb: Int, speaker: TokenRange? = nil, tie: Tie, isThought: Bool = false,
        isImplied: Bool = false, isWeak: Bool = false, isLaidOut: Bool = false, isOverheard: Bool = false
    ) {
        self.spans = spans
        self.tie = tie
        self.isThought = isThought
        self.isImplied = isImplied
        self.isWeak = isWeak
        self.isLaidOut = isLaidOut
        self.isOverheard = isOverheard
        self.cue = cue
        self.verb = verb
        self.speaker = speaker
    }

    /// The cue's tokens; empty where a turn goes on.
    var cue: TokenRange {
        get { Int(cueFirst)..<Int(cueEnd) }
        set {
            cueFirst = Int32(truncatingIfNeeded: newValue.lowerBound)
            cueEnd = Int32(truncatingIfNeeded: newValue.upperBound)
        }
    }
    /// The verb that the reasons name; -1 for none.
    var verb: Int {
        get { Int(verbToken) }
        set { verbToken = Int32(truncatingIfNeeded: newValue) }
    }
    /// The words that name or stand for the speaker.
    var speaker: TokenRange? {
        get { speakerFirst < 0 ? nil : Int(speakerFirst)..<Int(speakerEnd) }
        set {
            speakerFirst = Int32(truncatingIfNeeded: newValue?.lowerBound ?? -1)
            speakerEnd = Int32(truncatingIfNeeded: newValue?.upperBound ?? -1)
        }
    }
    /// How likely it is a quotation, in thousandths; nil where nothing was learned.
    var probability: Int? {
        get { thousandths < 0 ? nil : Int(thousandths) }
        set { thousandths = Int16(truncatingIfNeeded: newValue ?? -1) }
    }

    var end: Int { spans.last?.upperBound ?? cue.upperBound }
    /// From the first token to the last, what stands between the spans included.
    var extent: TokenRange { start..<max(start, end) }
    var start: Int { spans.first?.lowerBound ?? cue.lowerBound }
}
