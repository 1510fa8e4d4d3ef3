import EnglishModel

/// Nouns that were taken for words of saying: *a dispute that had lasted for years*, *Under party rules*.
extension Exclusions {
    /// *The mayor opened the gate, in his remarks*: what stands before a noun is not what the noun reports.
    func isAfterthought(_ report: Report) -> Bool {
        guard let last = report.spans.last, last.upperBound <= report.verb, report.tie == .cue, report.verb > 0 else {
            return false
        }
        // *The bank closed, citing losses*: what such a verb reports follows it.
        if text.tokens[report.verb - 1].kind == .comma, text.tokens[report.verb].entry >= 0,
            text.lexicon.entries[Int(text.tokens[report.verb].entry)].verbForm.contains(.progressive),
            !last.contains(where: { text.isQuoted($0) })
        {
            return true
        }
        return text.tokens[report.verb - 1].isAny(of: [.determiner, .possessive, .preposition])
            || text.tokens[report.verb - 1].kind == .clitic
    }

    /// *without notes and without an umbrella*: a noun reports what follows it at once.
    func isFarFromNoun(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, report.verb > 0, report.start > report.verb, content > report.verb + 1 else {
            return false
        }
        let before = text.tokens[report.verb - 1]
        // *rests on one estimate, and the engineer who signed it*, *free of charge after dark*
        if before.kind == .number || before.isAny(of: [.number, .determiner, .possessive, .preposition]),
            !text.token(report.verb - 1, is: "to"), !text.isQuoted(content), phrases.nameOf[report.verb - 1] < 0,
            text.tokens[report.verb + 1].kind == .comma || text.tokens[report.verb + 1].isAny(of: .subordinator)
        {
            return true
        }
        guard content > report.verb + 2 else { return false }
        return before.isAny(of: [.determiner, .possessive, .preposition]) && !text.token(report.verb - 1, is: "to")
            && phrases.nameOf[report.verb - 1] < 0
            || before.kind == .clitic && text.bytes(of: report.verb - 1).last == UInt8(ascii: "s") && report.speaker == nil
    }

    /// *a dispute that had lasted for years*: a clause that tells of the noun, not what it reports.
    func isRelative(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, report.verb > 0, content == report.verb + 1, content + 1 < text.tokens.count else {
            return false
        }
        guard text.tokens[report.verb - 1].isAny(of: [.determiner, .possessive]), text.token(content, is: "that") else {
            return false
        }
        // *the call that broke the case*
        if text.tokens[content + 1].classes.contains(.auxiliary) || FiniteVerb.isIrregular(text.bytes(of: content + 1)) {
            return true
        }
        // *a joke that landed badly*
        if text.token(report.verb - 1, is: "a") || text.token(report.verb - 1, is: "an"),
            finder.clauses.isPastVerb(content + 1)
        {
            return true
        }
        // *The board, in a report that the firm would rather forget, found …*
        guard report.verb > 2, text.tokens[report.verb - 2].isAny(of: .preposition),
            text.tokens[report.verb - 3].kind == .comma, report.end + 1 < text.tokens.count
        else { return false }
        return text.tokens[report.end].kind == .comma && finder.clauses.isPastVerb(report.end + 1)
    }

    /// *Neither claim could be verified*: a noun that something is told of, not what it reports.
    func isPredicate(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, content == report.verb + 1, !text.isQuoted(content), phrases.nameOf[content] < 0 else {
            return false
        }
        // *Behind the jokes lies a threat*
        return text.tokens[content].classes.contains(.auxiliary)
            || report.verb > 0 && text.tokens[report.verb - 1].isAny(of: [.determiner, .possessive])
                && text.tokens[content].classes.contains(.cue)
    }

    /// *in her report she could not say*: a noun that tells where or when, and what follows is nobody's words.
    func isWithin(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, report.verb > 1, content == report.verb + 1, !text.isQuoted(content),
            text.tokens[report.verb - 1].isAny(of: [.possessive, .determiner]),
            text.tokens[report.verb - 2].isAny(of: .preposition)
        else { return false }
        return text.tokens[content].classes.contains(.subjectPronoun)
    }

    /// *Under party rules, …*, *On this showing …*, *the 50-dinar note*: a noun that looks like a verb.
    func isAdverbial(_ report: Report) -> Bool {
        guard report.tie == .cue, report.verb > 0, text.tokens[report.verb].entry >= 0 else { return false }
        let before = text.tokens[report.verb - 1]
        if before.shape.contains(.hyphen), before.shape.contains(.digit) { return true }
        let form = text.lexicon.entries[Int(text.tokens[report.verb].entry)].verbForm
        guard form.contains(.third) || form.contains(.progressive) else { return false }
        let first = text.sentences[sentencesEnding(before: report.verb + 1)].lowerBound
        return report.verb > first + 1 && report.verb - first < 4 && text.tokens[first].isAny(of: .preposition)
            && (first + 1..<report.verb).allSatisfy {
                phrases.nameOf[$0] < 0 && !text.tokens[$0].isAny(of: [.role, .people])
            }
    }

    /// *The dispute concerns rosters*, *questions about flooding*: a noun that tells nothing behind it.
    func isNoun(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, report.verb > 0, report.start > report.verb, !text.isQuoted(content) else { return false }
        if text.token(report.verb, is: "questions") || text.token(report.verb, is: "question"),
            text.token(content - 1, is: "about"), !finder.clauses.hasFiniteVerb(content, report.end)
        {
            return true
        }
        let first = text.tokens[content]
        return text.tokens[report.verb - 1].isAny(of: [.determiner, .possessive]) && content == report.verb + 1
            && first.isWord && !first.isAny(of: [.preposition, .subordinator, .interrogative, .determiner, .pronoun])
            && phrases.nameOf[content] < 0 && !text.token(content, is: "that") && !text.token(content, is: "not")
            && !finder.clauses.startsClause(content, report.end)
    }

    /// *its chairperson, Advocate Anna Berg*: a title that is a verb too.
    func isTitleOfName(_ report: Report) -> Bool {
        report.tie == .cue && report.verb + 1 < text.tokens.count && text.tokens[report.verb].isCapital
            && phrases.nameOf[report.verb + 1] >= 0 && report.start == report.verb + 1
    }
}
