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
    /// The cue's tokens; empty where a turn goes on.
    var cue: TokenRange
    /// The verb that the reasons name; -1 for none.
    var verb: Int
    /// The words that name or stand for the speaker.
    var speaker: TokenRange?
    var tie: Tie
    var isThought = false
    /// Whether the speaker's words stand before the cue and are those of another clause: *…, adding that*.
    var isImplied = false
    /// Whether it was only guessed from a weak sign.
    var isWeak = false
    /// Whether no rule found it.
    var isLearned = false
    /// Whether the layout makes it one: a turn of an interview.
    var isLaidOut = false
    /// Whether no words say who speaks, though somebody listens: *the jury heard that*.
    var isOverheard = false
    /// How likely it is a quotation, in thousandths; nil where nothing was learned.
    var probability: Int?

    var end: Int { spans.last?.upperBound ?? cue.upperBound }
    /// From the first token to the last, what stands between the spans included.
    var extent: TokenRange { start..<max(start, end) }
    var start: Int { spans.first?.lowerBound ?? cue.lowerBound }
}
