import DocumentModel
import EnglishModel

/// What stands between a verb of saying and what is said: when, where and before whom.
extension Clauses {
    /// *about two million*: a number's own word, and no preposition.
    func isApproximation(_ at: Int, _ end: Int) -> Bool {
        at + 1 < end && (text.tokens[at + 1].kind == .number || text.tokens[at + 1].isAny(of: [.number, .magnitude]))
            && ["about", "around", "over", "under"].contains { text.token(at, is: $0) }
    }

    /// *last month*, *this week*, *yesterday*.
    func isTime(_ at: Int) -> Bool {
        guard at < text.tokens.count else { return false }
        if text.token(at, is: "yesterday") || text.token(at, is: "today") || text.token(at, is: "tonight")
            || text.token(at, is: "tomorrow")
        {
            return true
        }
        guard at + 1 < text.tokens.count,
            text.token(at, is: "last") || text.token(at, is: "this") || text.token(at, is: "next")
                || text.token(at, is: "earlier")
        else { return false }
        return text.tokens[at + 1].isAny(of: [.time, .weekday, .month])
    }

    /// *two years ago*, *a week earlier*, *three times*: how long before, or how often, something is said; where the words end.
    func spellOfTime(_ at: Int, _ end: Int) -> Int? {
        guard at + 2 < end, !text.isQuoted(at),
            text.tokens[at].kind == .number || text.tokens[at].isAny(of: .number) || text.token(at, is: "a")
                || text.token(at, is: "several") || text.token(at, is: "some") || text.token(at, is: "many")
        else { return nil }
        if text.token(at + 1, is: "times") {
            let next = text.tokens[at + 2]
            return next.isAny(of: .interrogative) || text.token(at + 2, is: "that") || text.token(at + 2, is: "if")
                ? at + 2 : nil
        }
        guard text.tokens[at + 1].isAny(of: .time),
            ["ago", "earlier", "later", "before"].contains(where: { text.token(at + 2, is: $0) })
        else { return nil }
        return at + 3
    }

    /// *in a video posted on the site*: the token behind the participle that tells of a phrase, else the one given.
    func pastParticiple(_ at: Int, _ end: Int) -> Int {
        guard let past = phrases.phrase(from: at + 1, before: end, whole: true), isReduced(past, end) else { return at }
        return past + 1
    }

    /// *a letter sent by her son*, *a video posted on the site*: whether a participle at a token tells of what stands before it.
    private func isReduced(_ at: Int, _ end: Int) -> Bool {
        guard at + 1 < end, !text.isQuoted(at), text.tokens[at].isWord, phrases.nameOf[at] < 0,
            text.tokens[at + 1].isAny(of: .preposition)
        else { return false }
        let bytes = text.bytes(of: at)
        return bytes.count > 3 && bytes.suffix(2).elementsEqual("ed".utf8)
            || Self.participles.contains { text.token(at, is: $0) }
    }

    private static let participles: [StaticString] = [
        "read", "sent", "written", "made", "given", "held", "seen", "put", "taken", "shown",
    ]

    /// Where a phrase of place, time or audience ends that begins with the preposition at `at`; nil when the words are
    /// rather the head of what is said.
    func adjunctEnd(_ at: Int, _ end: Int, bound: Bool = false) -> Int? {
        var start = at + 1
        // *said at the time they were friends*
        if start + 2 < end, text.token(at, is: "at"), text.token(start, is: "the"), text.token(start + 1, is: "time"),
            !text.tokens[start + 2].isAny(of: [.preposition, .relative, .subordinator])
        {
            return start + 2
        }
        if isTime(start) { return min(end, start + (text.tokens[start].isAny(of: .adverb) ? 1 : 2)) }
        if start < end, text.tokens[start].classes.contains(.cue), !text.tokens[start].isCapital,
            text.bytes(of: start).suffix(3).elementsEqual("ing".utf8)
        {
            start += 1
        }
        guard var past = phrases.phrase(from: start, before: end, whole: true), past < end else { return nil }
        if text.tokens[past].kind == .clitic { return nil }
        while past + 1 < end, text.token(past, is: "and"), let more = phrases.phrase(from: past + 1, before: end),
            more < end, !bound, text.token(more, is: "that")
        { past = more }
        let next = text.tokens[past]
        // *said in a letter read by her lawyer that*
        if isReduced(past, end), let that = (past + 1..<min(past + 10, end)).first(where: { text.token($0, is: "that") }),
            !(past + 1..<that).contains(where: { text.isQuoted($0) || text.tokens[$0].kind == .comma })
        {
            return that
        }
        if text.isQuoted(past) || text.token(past, is: "that") || next.kind == .comma || next.kind == .colon
            || next.kind == .stop
        {
            return past
        }
        if next.classes.contains(.preposition) || isTime(past) { return past }
        // *said in a note on the door they would leave*
        if next.classes.contains(.subjectPronoun), phrases.nameOf[past] < 0, startsClause(past, end) { return past }
        let last = phrases.head(of: start..<past)
        let head = text.tokens[last]
        let name = phrases.name(at: last)
        if name?.kind == .date || head.isAny(of: [.document, .time, .people, .outletNoun]) || text.token(at, is: "to")
            || text.token(at, is: "with")
        {
            return past
        }
        if text.token(last, is: "debate") || text.token(last, is: "conference") || text.token(last, is: "hearing")
            || text.token(last, is: "meeting") || text.token(last, is: "rally") || text.token(last, is: "event")
            || text.token(last, is: "briefing") || text.token(last, is: "media") || text.token(last, is: "television")
        {
            return past
        }
        return nil
    }
}
