import DocumentModel
import EnglishModel

/// Who is told, between a verb of saying and what is said.
extension Clauses {
    /// *told some 300 people packed into the hall that*, *told police in May, in a letter read out later, that*: where the clause
    /// begins that a listener with much to tell of parts from the verb.
    func farThat(_ start: Int, _ end: Int) -> Int? {
        var hasComma = false
        for at in start..<min(start + 24, end) {
            if text.isQuoted(at) || text.tokens[at].kind == .colon || text.tokens[at].kind == .semicolon { return nil }
            if text.tokens[at].kind == .comma { hasComma = true }
            guard text.token(at, is: "that"), at > start + 3, at + 1 < end,
                !text.tokens[at + 1].classes.contains(.auxiliary), !isPastVerb(at + 1)
            else { continue }
            if hasComma { return text.tokens[at - 1].kind == .comma ? at : nil }
            let isOnePhrase = !(start..<at).contains { text.tokens[$0].isAny(of: [.auxiliary, .subjectPronoun]) }
            return isOnePhrase ? at : nil
        }
        return nil
    }

    /// *he told reporters afterwards, and …*, *she told jurors on Thursday, as …*: nothing but whoever is told, when and where.
    func isListener(_ at: Int, _ end: Int) -> Bool {
        guard var past = phrases.phrase(from: at, before: end, whole: true), !text.isQuoted(at) else { return false }
        while past < end, !text.isQuoted(past) {
            if let date = phrases.name(at: past), date.kind == .date, date.tokens.upperBound > past {
                past = date.tokens.upperBound
            } else if isTime(past) || text.tokens[past].classes.contains(.adverb) {
                past += 1
            } else if text.token(past, is: "on"), past + 1 < end, phrases.name(at: past + 1)?.kind == .date {
                past += 1
            } else {
                break
            }
        }
        return past < end && text.tokens[past].kind == .comma && !(past + 1 < end && text.isQuoted(past + 1))
            && !(past + 1..<min(past + 10, end)).contains {
                text.token($0, is: "that") && text.tokens[$0 - 1].kind == .comma
            }
    }
}
