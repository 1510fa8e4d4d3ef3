import DocumentModel
import EnglishModel

/// Verbs of saying in *-ing*, whose subject stands elsewhere.
extension Clauses {
    /// *…, adding that …*: the subject is the main clause's, unless a noun stands right before.
    func participle(
        _ verb: Int, _ past: Int, _ left: Int, _ lexical: CueVerb, _ sentence: TokenRange, _ previous: TokenRange?
    ) -> Clause? {
        guard left > sentence.lowerBound else { return nil }
        let before = text.tokens[left - 1]
        if let quoted = quotedSpeaker(before: left, sentence) {
            return Clause(
                verb: verb, cue: verb..<past, subject: quoted, lexical: lexical, form: .progressive,
                extent: quoted.lowerBound..<past)
        }
        let isAside =
            before.kind == .comma || before.kind == .dash || text.isQuoted(left - 1) || text.token(left - 1, is: "and")
            || ["by", "while", "before", "but"].contains { text.token(left - 1, is: $0) }
        if isAside {
            guard let subject = previous ?? mainSubject(of: sentence, before: left) else { return nil }
            return Clause(
                verb: verb, cue: verb..<past, subject: subject, lexical: lexical, form: .progressive, isImplied: true,
                extent: left - 1..<past)
        }
        // *Growers sat on the road demanding a price*
        if before.isWord, !before.isAny(of: .function), text.token(verb, is: "demanding"),
            let noun = phrases.phrase(endingAt: left, floor: sentence.lowerBound), noun.lowerBound > sentence.lowerBound,
            text.tokens[noun.lowerBound - 1].classes.contains(.preposition),
            let subject = previous ?? mainSubject(of: sentence, before: left), subject.upperBound <= noun.lowerBound
        {
            return Clause(
                verb: verb, cue: verb..<past, subject: subject, lexical: lexical, form: .progressive, isImplied: true,
                extent: left - 1..<past)
        }
        guard before.isWord, !before.isAny(of: .function), lexical.takes.contains(.that),
            var subject = phrases.phrase(endingAt: left, floor: sentence.lowerBound), phrases.isAgent(subject)
        else { return nil }
        // *has written to the minister demanding answers*: whoever wrote.
        if subject.lowerBound > sentence.lowerBound, text.token(subject.lowerBound - 1, is: "to") {
            guard let main = previous ?? mainSubject(of: sentence, before: subject.lowerBound - 1) else { return nil }
            subject = main
        }
        return Clause(
            verb: verb, cue: verb..<past, subject: subject, lexical: lexical, form: .progressive,
            extent: subject.lowerBound..<past)
    }
}
