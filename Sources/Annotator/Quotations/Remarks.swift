import DocumentModel
import EnglishModel

/// What the article has to say of what was said, right behind it.
extension Clauses {
    /// *…, a figure the union disputes*, *— a swipe at his rival*: what the article has to say of what was said.
    func remarksOn(_ at: Int, _ limit: Int) -> Bool {
        guard at + 2 < limit, !text.isQuoted(at) else { return false }
        if Self.results.contains(where: { text.token(at, is: $0) }) { return true }
        if text.token(at, is: "part"), text.token(at + 1, is: "of") { return true }
        // *accused them of greed, without naming any*
        if text.token(at, is: "without"), Self.omissions.contains(where: { text.token(at + 1, is: $0) }) { return true }
        guard text.token(at, is: "a") || text.token(at, is: "an") else { return false }
        return (at + 1..<min(at + 4, limit)).contains { noun in
            !text.isQuoted(noun) && Self.remarks.contains { text.token(noun, is: $0) }
        }
    }

    /// What words bring about: *said it would close, sending its shares down*.
    private static let results: [StaticString] = [
        "sending", "sparking", "prompting", "triggering", "drawing", "fuelling", "fueling", "provoking", "igniting",
        "earning",
    ]

    private static let omissions: [StaticString] = [
        "naming", "giving", "saying", "elaborating", "specifying", "offering", "providing", "citing", "mentioning",
        "identifying", "explaining",
    ]

    private static let remarks: [StaticString] = [
        "figure", "claim", "swipe", "nod", "reference", "jab", "dig", "phrase", "term", "allegation", "accusation",
        "assertion", "suggestion", "remark", "allusion", "sentiment", "argument", "stance", "description", "charge", "joke",
        "point", "decision", "comment", "comparison", "line", "boast", "promise", "pledge", "threat", "warning",
        "position", "view", "setback", "blow", "boost", "step", "move", "departure", "reversal",
    ]

    /// *…, and they are right*: what the article thinks of it.
    func agreesAside(_ at: Int, _ limit: Int) -> Bool {
        if at + 2 < limit, text.tokens[at].isAny(of: .conjunction), text.token(at + 1, is: "perhaps"),
            text.tokens[at + 2].classes.contains(.subjectPronoun)
        {
            return true
        }
        guard at + 3 < limit, text.tokens[at].isAny(of: .conjunction), !text.isQuoted(at + 3),
            text.tokens[at + 1].classes.contains(.subjectPronoun),
            text.tokens[at + 2].classes.contains(.be)
                || text.token(at + 2, is: "may") || text.token(at + 2, is: "has") || text.token(at + 2, is: "have")
        else { return false }
        return (at + 3..<min(at + 6, limit)).contains { at in
            ["right", "wrong", "correct", "mistaken"].contains { text.token(at, is: $0) }
        }
    }
}
