import DocumentModel
import EnglishModel

/// Where what is said ends.
extension Clauses {
    /// Where content ends that begins at `start`: the sentence's end without its full stop, or before another clause of
    /// saying.
    func contentEnd(from start: Int, joint: Content.Joint, in sentence: TokenRange) -> Int {
        var at = start
        var depth = 0
        let limit = sentence.upperBound
        while at < limit {
            if text.isQuoted(at) {
                at = min(limit, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                // A comma inside the marks, as American papers set it, parts clauses as one outside does.
                // *called it “a mess,” which it was*: the article's own words.
                if depth == 0, at < limit, !text.isQuoted(at), text.token(at, is: "which"), endsInComma(before: at) {
                    break
                }
                if depth == 0, at < limit, !text.isQuoted(at), endsInComma(before: at), !goesOnInMarks(at, limit),
                    endsAtComma(at - 1, joint, sentence) || saysBetween(at, limit) || turns(at, limit)
                        || remarksOn(at, limit)
                {
                    break
                }
                continue
            }
            let token = text.tokens[at]
            if token.kind == .openBracket { depth += 1 }
            if token.kind == .closeBracket {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, at > start {
                if token.kind == .comma || token.kind == .semicolon || token.kind == .dash || token.kind == .colon {
                    // *called it “a farce” — a word he likes*
                    if token.kind == .dash, joint == .nounPhrase, text.isQuoted(at - 1), at + 1 < limit,
                        !text.isQuoted(at + 1)
                    {
                        break
                    }
                    // *asked for blankets, not advice*
                    if joint == .nounPhrase, token.kind == .comma, at + 2 < limit, text.token(at + 1, is: "not"),
                        let past = phrases.phrase(from: at + 2, before: limit), past >= limit || !text.tokens[past].isWord
                    {
                        at = past
                        continue
                    }
                    if token.kind == .comma, joint == .nounPhrase, let past = gerundAfter(at, from: start, limit) {
                        at = past
                        continue
                    }
                    // *fumed: “Never”, while another laughed*
                    if token.kind == .comma, text.isQuoted(at - 1), at + 1 < limit,
                        text.token(at + 1, is: "which") || joint == .quote && text.token(at + 1, is: "while")
                    {
                        break
                    }
                    if endsBefore(at + 1, sentence) || agreesAside(at + 1, limit) || remarksOn(at + 1, limit) { break }
                    if token.kind == .colon, joint == .nounPhrase || joint == .question, at + 1 < limit,
                        text.isQuoted(at + 1)
                    {
                        break
                    }
                    // *said it was lost: “It is gone,” he claimed*
                    if token.kind == .colon || token.kind == .dash, joint != .quote, joint != .colon,
                        saysBehindQuote(at + 1, limit)
                    {
                        break
                    }
                    // After a semicolon the article speaks again, unless a word joins what is said.
                    if token.kind == .semicolon, at + 1 < limit, !text.isQuoted(at + 1),
                        !text.token(at + 1, is: "that"), !text.tokens[at + 1].isAny(of: .conjunction)
                    {
                        break
                    }
                    if joint == .nounPhrase, token.kind == .comma, !opensApposition(at, limit) {
                        if let past = listEnd(at, limit) {
                            at = past
                            continue
                        }
                        guard let past = asideEnd(at, limit) else { break }
                        at = past
                        continue
                    }
                    if joint == .infinitive, token.kind == .comma, at + 1 < limit, !isParticipleAside(at, limit),
                        endsInfinitive(at, limit)
                    {
                        break
                    }
                } else if text.token(at, is: "and") || text.token(at, is: "but") || text.token(at, is: "while") {
                    if endsBefore(at, sentence), !joinsPluperfects(at, from: start) { break }
                    // *memos show that it was late, and suggest that nobody knew*
                    if joint == .that, at + 2 < limit, text.tokens[at - 1].kind == .comma, saysInBase(at + 1),
                        text.token(at + 2, is: "that")
                    {
                        break
                    }
                    // *promised to close the pit and has sold it*
                    if joint == .infinitive, at + 1 < limit, !text.isQuoted(at + 1), isSecondVerb(at + 1) { break }
                    // *said “Enough” and left*, *wrote that it was “a con” and urged him to go*
                    if text.isQuoted(at - 1), at + 1 < limit, !text.isQuoted(at + 1), !text.token(at, is: "while"),
                        isPastVerb(at + 1) && (joint == .quote || text.tokens[at + 1].classes.contains(.cue))
                            || saysAtPresent(at + 1)
                    {
                        break
                    }
                } else if text.token(at, is: "according"), at + 1 < limit, text.token(at + 1, is: "to") {
                    break
                } else if joint == .nounPhrase, tellsWhen(at, limit) {
                    break
                } else if joint == .nounPhrase, token.isAny(of: .subordinator),
                    !token.isAny(of: [.preposition, .relative]),
                    text.token(at, is: "while") || text.token(at, is: "although") || text.token(at, is: "though")
                        || text.token(at, is: "when")
                {
                    break
                } else if joint == .nounPhrase, text.token(at, is: "as"), at + 1 < limit, !text.isQuoted(at + 1),
                    startsAtOnce(at + 1, limit) || actsAtOnce(at + 1, limit)
                {
                    // *claims victory as the count goes on*
                    break
                }
            }
            at += 1
        }
        return trimmed(start, at)
    }

    /// *accused Reed, the head of the bank, of lying*, *called it, among other things, “a mess”*: where the words go on after an
    /// aside.
    private func asideEnd(_ comma: Int, _ limit: Int) -> Int? {
        guard let next = (comma + 1..<min(comma + 20, limit)).first(where: { text.tokens[$0].kind == .comma }),
            next + 1 < limit
        else { return nil }
        // *rejected a suggestion that the bank, which is new, had failed*
        if text.tokens[comma + 1].classes.contains(.relative), text.tokens[next + 1].classes.contains(.auxiliary) {
            return next + 1
        }
        guard
            text.token(next + 1, is: "of") || text.token(next + 1, is: "as") || text.isQuoted(next + 1)
        else { return nil }
        if text.token(next + 1, is: "of") { return next + 1 }
        let hasVerb = hasFiniteVerb(comma, next) && !text.tokens[comma + 1].classes.contains(.relative)
        return hasVerb ? nil : next + 1
    }

    /// *called him “a liar,” “a bully” and “a cheat,” and “a fool”*: more words in marks follow at once.
    private func goesOnInMarks(_ at: Int, _ limit: Int) -> Bool {
        var next = at
        if text.token(next, is: "and") || text.token(next, is: "or") { next += 1 }
        if next < limit, text.token(next, is: "a") || text.token(next, is: "an") || text.token(next, is: "the") {
            next += 1
        }
        guard next > at, next < limit, text.isQuoted(next) else { return false }
        let past = text.quoted[Int(text.quoteOf[next])].tokens.upperBound
        return !(past..<min(past + 5, limit)).contains { text.tokens[$0].classes.contains(.cue) && !text.isQuoted($0) }
    }

    /// *said it was “true,” but in May they could not show it*: after a comma in the marks the article turns against it.
    private func turns(_ at: Int, _ limit: Int) -> Bool {
        at + 3 < limit && text.token(at, is: "but") && !text.isQuoted(at + 1) && !text.token(at + 1, is: "that")
            && hasFiniteVerb(at + 1, limit)
    }

    /// *suggest*, *warn*: a verb of saying in the form that several have.
    private func saysInBase(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.classes.contains(.cue), token.entry >= 0, phrases.nameOf[at] < 0, !text.isQuoted(at) else {
            return false
        }
        let entry = text.lexicon.entries[Int(token.entry)]
        return entry.cueVerb >= 0 && entry.verbForm.contains(.base)
            && !text.lexicon.cueVerbs[Int(entry.cueVerb)].isThought
    }

    private func saysAtPresent(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.classes.contains(.cue), token.entry >= 0, phrases.nameOf[at] < 0 else { return false }
        let entry = text.lexicon.entries[Int(token.entry)]
        return entry.cueVerb >= 0 && entry.verbForm.contains(.third)
            && text.lexicon.cueVerbs[Int(entry.cueVerb)].takes.contains(.that)
            && !text.lexicon.cueVerbs[Int(entry.cueVerb)].isThought
    }

    /// Whether a verb cannot be an infinitive, so that *and* joins it to another verb before.
    private func isSecondVerb(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.isWord, phrases.nameOf[at] < 0 else { return false }
        if token.classes.contains(.auxiliary) {
            return ["has", "had", "is", "was", "were", "does", "did", "will", "would"].contains { text.token(at, is: $0) }
        }
        return !token.isCapital && text.bytes(of: at).count > 4 && text.bytes(of: at).suffix(2).elementsEqual("ed".utf8)
            && !text.bytes(of: at).suffix(3).elementsEqual("eed".utf8)
    }

    /// *announced a strike on Monday*, *denied it at a hearing*: when and where something is said, not what.
    private func tellsWhen(_ at: Int, _ limit: Int) -> Bool {
        guard at + 1 < limit, !(at + 1..<min(at + 8, limit)).contains(where: { text.isQuoted($0) }) else { return false }
        if text.token(at, is: "on") {
            // *by noon on Monday*: by when something is to be.
            if at > 0,
                text.tokens[at - 1].isAny(of: .time) || text.token(at - 1, is: "noon") || text.token(at - 1, is: "midnight")
            {
                return false
            }
            return phrases.name(at: at + 1)?.kind == .date || text.tokens[at + 1].classes.contains(.weekday)
        }
        guard text.token(at, is: "at"), let past = phrases.phrase(from: at + 1, before: limit) else { return false }
        return ["conference", "hearing", "meeting", "rally", "briefing", "inquest"].contains {
            text.token(past - 1, is: $0)
        }
    }

    /// *denied taking the money, hiding it, or knowing of it*: where the next of several gerunds begins.
    private func gerundAfter(_ comma: Int, from start: Int, _ limit: Int) -> Int? {
        guard isGerund(start) else { return nil }
        var next = comma + 1
        if next < limit, text.token(next, is: "or") || text.token(next, is: "and") {
            next += 1
            return next < limit && isGerund(next) ? next : nil
        }
        guard next < limit, isGerund(next),
            let or = (next..<min(next + 16, limit)).first(where: { text.token($0, is: "or") || text.token($0, is: "and") })
        else { return nil }
        return or + 1 < limit && isGerund(or + 1) ? next : nil
    }

    /// *hiding*, by its ending.
    func isGerund(_ at: Int, capital: Bool = false) -> Bool {
        !text.isQuoted(at) && text.bytes(of: at).count > 4 && text.bytes(of: at).suffix(3).elementsEqual("ing".utf8)
            && text.tokens[at].isCapital == capital
    }

    /// *described full tables, empty plates and “a kind of joy”*: where the last part of a list begins that has words in marks.
    private func listEnd(_ comma: Int, _ limit: Int) -> Int? {
        guard
            let and = (comma + 1..<min(comma + 24, limit)).first(where: {
                text.isQuoted($0) || text.token($0, is: "and")
                    || text.tokens[$0].isAny(of: [.auxiliary, .cue, .relative, .subordinator])
            }), !text.isQuoted(and), text.token(and, is: "and"), and + 1 < limit,
            (and + 1..<min(and + 8, limit)).contains(where: { text.isQuoted($0) }), !hasFiniteVerb(comma, and),
            !isPastVerb(and + 1), !text.tokens[and + 1].isAny(of: [.auxiliary, .cue])
        else { return nil }
        return and + 1
    }

    /// A past form of a cue, of another verb by its ending, or of one that has none.
    func isPastVerb(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.isWord, !token.isCapital, phrases.nameOf[at] < 0 else { return false }
        if token.entry >= 0, text.lexicon.entries[Int(token.entry)].verbForm.contains(.past) { return true }
        let bytes = text.bytes(of: at)
        return FiniteVerb.isIrregular(bytes) || bytes.count > 3 && bytes.suffix(2).elementsEqual("ed".utf8)
    }

    /// *the launch of the Finch, a scanner that …*: what follows a name tells what it is.
    private func opensApposition(_ comma: Int, _ limit: Int) -> Bool {
        comma + 2 < limit && phrases.nameOf[comma - 1] >= 0
            && (text.token(comma + 1, is: "a") || text.token(comma + 1, is: "an"))
    }

    /// A content's end without full stop, comma or bracket that closes nothing inside.
    func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start {
            let token = text.tokens[end - 1]
            if text.isQuoted(end - 1) { break }
            switch token.kind {
            case .comma, .semicolon, .colon, .dash, .openBracket, .stop: end -= 1
            case .closeBracket:
                var at = end - 2
                while at >= start, text.tokens[at].kind != .openBracket { at -= 1 }
                if at >= start { return end }
                end -= 1
            default: return end
            }
        }
        return end
    }

    /// Whether a comma ends *to do so and so*: unless *and to*, a relative clause or a list goes on.
    private func endsInfinitive(_ comma: Int, _ limit: Int) -> Bool {
        let next = text.tokens[comma + 1]
        if next.isAny(of: .conjunction) { return comma + 2 >= limit || !text.token(comma + 2, is: "to") }
        // *to close on Monday, when the new one opens*
        if Self.conditions.contains(where: { text.token(comma + 1, is: $0) }) { return false }
        // *to name the deputy, a six-year veteran*, *to take back each, free of charge, after 15 years*
        if text.token(comma + 1, is: "a") || text.token(comma + 1, is: "an") { return false }
        if let other = (comma + 2..<max(comma + 2, min(comma + 6, limit))).first(where: { text.tokens[$0].kind == .comma }),
            other + 2 < limit,
            text.tokens[other + 1].classes.contains(.preposition), !text.tokens[other + 1].isAny(of: .subordinator),
            !hasFiniteVerb(comma, other)
        {
            return false
        }
        return !next.isAny(of: .relative) && !isListed(comma, limit) && !isNamedAside(comma, limit)
            && !goesOnInBase(comma, limit)
    }

    /// *to jail the corrupt, bring the pension age of 65 back by next year and reopen talks*: verbs in the base form, of which
    /// *and* joins the last.
    private func goesOnInBase(_ comma: Int, _ limit: Int) -> Bool {
        guard isBaseVerb(comma + 1), text.bytes(of: comma + 1).last != UInt8(ascii: "s"),
            text.tokens[comma + 1].entry < 0 || !text.tokens[comma + 1].isAny(of: .function),
            !text.tokens[comma + 1].isCapital, !isGerund(comma + 1), !isPastVerb(comma + 1)
        else { return false }
        return (comma + 2..<max(comma + 2, min(comma + 30, limit - 1))).contains { at in
            text.token(at, is: "and") && !text.isQuoted(at + 1) && isBaseVerb(at + 1) && !isPastVerb(at + 1)
                && !text.tokens[at + 1].isAny(of: .function) && !text.tokens[at + 1].isCapital
        }
    }

    /// *said that Berg had called and had thanked him*: both are told.
    private func joinsPluperfects(_ and: Int, from start: Int) -> Bool {
        text.token(and, is: "and") && and + 1 < text.tokens.count && text.token(and + 1, is: "had")
            && (start..<and).contains { text.token($0, is: "had") && !text.isQuoted($0) }
    }

    private static let conditions: [StaticString] = ["if", "when", "unless", "once", "until", "provided"]

    /// *“but,” he added, “…”*: a clause of saying between quoted words, whatever its verb.
    private func saysBetween(_ at: Int, _ limit: Int) -> Bool {
        guard let next = (at..<min(at + 8, limit)).first(where: { text.isQuoted($0) }), next - at > 1,
            text.tokens[next - 1].kind == .comma
        else { return false }
        return (at..<next).contains { text.tokens[$0].classes.contains(.cue) && phrases.nameOf[$0] < 0 }
    }

    /// Whether words in marks begin at a token, with a clause of saying of their own behind them.
    private func saysBehindQuote(_ at: Int, _ limit: Int) -> Bool {
        guard at < limit, text.isQuoted(at) else { return false }
        let past = text.quoted[Int(text.quoteOf[at])].tokens.upperBound
        guard past + 1 < limit, leadsOn(before: past), !text.isQuoted(past) else { return false }
        return (past..<min(past + 5, limit)).contains { at in
            text.tokens[at].classes.contains(.cue) && phrases.nameOf[at] < 0 && !text.isQuoted(at)
        }
    }

    func endsInComma(before at: Int) -> Bool {
        var last = at - 1
        while last > 0, text.tokens[last].kind == .mark { last -= 1 }
        return text.tokens[last].kind == .comma
    }

    /// Whether content ends at a comma: before another saying, and after what is no clause.
    private func endsAtComma(_ comma: Int, _ joint: Content.Joint, _ sentence: TokenRange) -> Bool {
        if endsBefore(comma + 1, sentence) { return true }
        switch joint {
        case .nounPhrase: return true
        case .infinitive: return endsInfinitive(comma, sentence.upperBound)
        default: return false
        }
    }

    private func isListed(_ comma: Int, _ limit: Int) -> Bool {
        var at = comma + 1
        while at < min(limit, comma + 8) {
            if text.tokens[at].isAny(of: .conjunction) { return true }
            if text.tokens[at].kind == .comma { return isListed(at, min(limit, comma + 16)) }
            at += 1
        }
        return false
    }
}
