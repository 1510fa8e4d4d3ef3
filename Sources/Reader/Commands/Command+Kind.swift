/// How a command goes with counts, repetition and the way back.
extension Command {
    /// Whether a number typed before it says how often.
    var takesCount: Bool {
        switch self {
        case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .bottom, .nextArticle, .previousArticle,
            .nextUnread, .jumpBack, .jumpForward, .widenList, .narrowList:
            true
        default: isRepeatable
        }
    }

    /// Whether ``Command/repeat`` does it once more: the jumps to the next of something.
    var isRepeatable: Bool {
        switch self {
        case .nextQuotation, .previousQuotation, .nextBySpeaker, .previousBySpeaker, .nextName, .previousName,
            .nextParagraph,
            .previousParagraph, .nextMatch, .previousMatch:
            true
        default: false
        }
    }

    /// Whether it leaves a place that one may want to come back to: see ``JumpList``.
    var isJump: Bool {
        switch self {
        case .nextArticle, .previousArticle, .nextUnread, .top, .bottom, .open: true
        case .nextParagraph, .previousParagraph: false
        default: isRepeatable
        }
    }

}
