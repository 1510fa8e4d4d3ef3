import DocumentModel
import EnglishModel

/// Clauses of saying that stand behind or inside what is said, and *according to*.
extension QuotationFinder {
    /// *CLAUSE, Jones said.* and *CLAUSE, Jones said, CLAUSE.*: the clause of saying inside or at the end of what is said.
    func trailing(_ sentence: TokenRange, titleCase: Bool) -> Report? {
        var at = sentence.lowerBound + 3
        while at < sentence.upperBound {
            defer { at += 1 }
            if text.isQuoted(at) { continue }
            if at > sentence.lowerBound + 2, let source = sourcePhrase(at, sentence),
                let report = accordingTo(at, source, sentence, sentence.lowerBound),
                (report.spans.first?.lowerBound ?? at) < at
            {
                return report
            }
            guard text.tokens[at].isAny(of: [.cue, .opensPhrase]),
                let clause = clauses.clause(at: at, in: sentence, previous: nil, titleCase: titleCase),
                !clause.isImplied, let subject = clause.subject, !saysOnThing(subject),
                !text.tokens[subject.lowerBound].classes.contains(.relative) || phrases.nameOf[subject.lowerBound] >= 0,
                clause.lexical.takes.contains(.clause)
                    || clause.lexical.takes.contains(.quote) && clause.lexical.takes.contains(.that) || isFinding(clause),
                !clause.lexical.takes.contains(.weak) || clause.isInverted || isFinding(clause)
                    || ["added", "noted", "notes", "wrote", "writes", "stated", "confided"].contains(where: {
                        text.token(clause.verb, is: $0)
                    })
            else { continue }
            var first = clause.extent.lowerBound
            if first > sentence.lowerBound + 3, text.token(first - 1, is: "as") { first -= 1 }
            guard first - 1 > sentence.lowerBound, !text.isQuoted(first - 1),
                text.tokens[first - 1].kind == .comma || text.tokens[first - 1].kind == .dash,
                !text.isQuoted(first - 2) || tellsOfSubject(sentence.lowerBound..<first - 1)
            else { continue }
            guard clauses.content(after: clause, in: sentence) == nil, let past = tail(clause, sentence) else { continue }
            // *argued that they ignored a report, which, he noted, asked for more*: part of what somebody else says.
            if text.tokens[first - 2].classes.contains(.relative),
                (sentence.lowerBound + 1..<max(sentence.lowerBound + 1, first - 2)).contains(where: { at in
                    text.token(at, is: "that") && !text.isQuoted(at)
                        && (max(sentence.lowerBound, at - 14)..<at).contains { text.tokens[$0].classes.contains(.cue) }
                })
            {
                continue
            }
            // *He rang, as the manual tells him to, and left*
            if text.token(min(past, sentence.upperBound) - 1, is: "to") { continue }
            let left = sentence.lowerBound..<first - 1
            // *Asked whether it was true, as the union claims, she laughed*
            if text.token(left.lowerBound, is: "asked") { continue }
            let right =
                past + 1 < sentence.upperBound && text.tokens[past].kind == .comma
                ? past + 1..<sentence.upperBound : past..<past
            // *When the line closed, he wrote to its owner*: a clause that tells when, and no other.
            if isWhenAlone(left), !clauses.hasFiniteVerb(right.lowerBound, right.upperBound) { continue }
            let isAgent = phrases.isAgent(subject)
            // *That holds no longer, Berg said*: nothing else is there that could be said.
            let isAll = isAgent && past + 1 >= sentence.upperBound && words(left) > 2 && opensSubject(left.lowerBound)
            guard hasClause(left, titleCase) || isAll || !right.isEmpty && isVerbAhead(right),
                isAgent || clause.lexical.takes.contains(.clause)
            else {
                continue
            }
            let start = right.isEmpty ? leftStart(left) : openClause(left) ?? leftStart(left)
            var spans = [start..<max(start, clauses.trimmed(left.lowerBound, left.upperBound))]
            // *has gone because, he says, it is late*: what stands before is the article's.
            if !right.isEmpty, text.tokens[left.upperBound - 1].isAny(of: [.conjunction, .subordinator]) { spans = [] }
            if past < sentence.upperBound, text.tokens[past].kind == .comma || text.tokens[past].kind == .dash,
                past + 1 < sentence.upperBound, !clauses.endsBefore(past + 1, sentence), !startsAside(past + 1, sentence),
                !tellsOfName(past, clause)
            {
                let end = clauses.contentEnd(from: past + 1, joint: .clause, in: sentence)
                if words(past + 1..<max(end, past + 1)) > 1 { spans.append(past + 1..<end) }
            }
            guard let span = spans.first, !span.isEmpty else { continue }
            return Report(
                spans: spans, cue: clause.cue, verb: clause.verb, speaker: subject, tie: .cue,
                isThought: clause.lexical.isThought, isWeak: !isAgent)
        }
        return nil
    }

    /// *A nurse who warned that it was late was told to “smile more”*: what is in marks at the end belongs to a clause whose
    /// subject says something as well.
    private func tellsOfSubject(_ left: TokenRange) -> Bool {
        guard !text.isQuoted(left.lowerBound),
            let who = left.prefix(12).first(where: { text.tokens[$0].classes.contains(.relative) || text.isQuoted($0) }),
            !text.isQuoted(who), text.token(who, is: "who"), who > left.lowerBound, who + 1 < left.upperBound
        else { return false }
        return text.tokens[who + 1].classes.contains(.cue) && phrases.nameOf[who + 1] < 0
    }

    /// *…, says Anna Berg, a chemist at the River Institute*: whether what follows a name behind its verb tells of it.
    private func tellsOfName(_ comma: Int, _ clause: Clauses.Clause) -> Bool {
        clause.isInverted && text.tokens[comma].kind == .comma && phrases.nameOf[comma - 1] >= 0
            && (text.token(comma + 1, is: "a") || text.token(comma + 1, is: "an"))
    }

    /// *…, a study finds*, *…, figures show*
    private func isFinding(_ clause: Clauses.Clause) -> Bool {
        guard let subject = clause.subject,
            ["find", "finds", "found", "show", "shows"].contains(where: { text.token(clause.verb, is: $0) })
        else { return false }
        let head = phrases.head(of: subject)
        return phrases.nameOf[head] < 0 && text.tokens[head].isAny(of: [.document, .people])
    }

    /// Whether words are one clause that tells when, with no other behind it.
    private func isWhenAlone(_ left: TokenRange) -> Bool {
        guard let first = left.first,
            ["when", "after", "before", "once", "while"].contains(where: { text.token(first, is: $0) })
        else { return false }
        return !left.contains { text.tokens[$0].kind == .comma || text.isQuoted($0) }
    }

    /// *She hopes to go, although nobody, she admits, will*: where the clause begins that a clause of saying stands inside.
    private func openClause(_ left: TokenRange) -> Int? {
        guard
            let joint = (max(left.lowerBound + 1, left.upperBound - 8)..<left.upperBound).last(where: { at in
                text.tokens[at - 1].kind == .comma && !text.isQuoted(at)
                    && ["although", "though", "but", "while", "whereas"].contains { text.token(at, is: $0) }
            }), joint + 1 < left.upperBound, phrases.phrase(from: joint + 1, before: left.upperBound) == left.upperBound
        else { return nil }
        return joint + 1
    }

    /// Whether a noun phrase that is no adjunct may begin here.
    private func opensSubject(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return token.isWord
            && (!token.isAny(of: [.preposition, .subordinator, .adverb, .conjunction]) || text.token(at, is: "that"))
            && !text.bytes(of: at).suffix(3).elementsEqual("ing".utf8) && phrases.name(at: at)?.kind != .date
    }

    /// *The jar, its maker noted, “still has a lid”*: words without marks before a clause of saying, which those in marks behind
    /// it go on.
    func begun(_ clause: Clauses.Clause, _ quote: Int, _ sentence: TokenRange, _ floor: Int) -> TokenRange? {
        let comma = clause.extent.lowerBound - 1
        guard floor <= sentence.lowerBound, comma > sentence.lowerBound, !clause.isImplied, !clause.isInverted,
            text.tokens[comma].kind == .comma, !text.isQuoted(comma - 1),
            // *the warden, who, she said, “shut the gate”*
            !text.tokens[comma - 1].classes.contains(.relative),
            // *His crews, he argued in a letter to the board, “watered it”*
            quote == clause.extent.upperBound + 1 || tail(clause, sentence) == quote - 1,
            opensSubject(sentence.lowerBound) || clauses.isGerund(sentence.lowerBound, capital: true),
            !text.isQuoted(sentence.lowerBound),
            let first = (quote..<sentence.upperBound).first(where: { text.tokens[$0].isWord }),
            text.tokens[quote - 1].kind == .comma && !text.tokens[first].isCapital
                // *What matters is the label, Anna Berg said: “Nobody reads it.”*
                || text.tokens[quote - 1].kind == .colon && phrases.isAgent(clause.subject ?? clause.extent)
                    && clauses.hasFiniteVerb(sentence.lowerBound, comma)
                    && text.tokens[sentence.lowerBound].isAny(of: [.determiner, .possessive, .pronoun, .interrogative])
        else { return nil }
        // *They came at six, while the guns were, he joked, “having their coffee”*: the last of several clauses.
        let start = (sentence.lowerBound + 1..<comma).last { at in
            text.tokens[at - 1].kind == .comma && text.tokens[at].isAny(of: [.conjunction, .subordinator])
        }
        let opening = start.map { $0 + 1 } ?? sentence.lowerBound
        let end = clauses.trimmed(opening, comma)
        return end > opening ? opening..<end : nil
    }

    /// *Letters, she insists, are tenants*: a verb right after the clause of saying makes what stands before it the subject.
    func isVerbAhead(_ right: TokenRange) -> Bool {
        right.prefix(3).contains { text.tokens[$0].classes.contains(.auxiliary) && !text.isQuoted($0) }
            || right.first.map { !text.isQuoted($0) && clauses.isPastVerb($0) } ?? false
            || clauses.hasFiniteVerb(right.lowerBound, right.upperBound)
    }

    func leftStart(_ left: TokenRange) -> Int {
        var start = left.lowerBound
        while start < left.upperBound, [.dash, .symbol, .openBracket].contains(text.tokens[start].kind) { start += 1 }
        // *\*\*18.52\*\* Berg is on her way*: the time of an entry.
        if start > left.lowerBound, start + 1 < left.upperBound, text.tokens[start].kind == .number,
            let past = (start + 1..<min(start + 4, left.upperBound)).last(where: { text.tokens[$0].kind == .symbol })
        {
            start = past + 1
        }
        // *19.20 Leave now, council tells Fish Row*
        if start == left.lowerBound, start + 2 < left.upperBound, isHour(start), text.tokens[start + 1].isCapital {
            start += 1
        }
        return start
    }

    /// *19.20*, *7:05*: a number of hours and minutes.
    private func isHour(_ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        guard text.tokens[at].kind == .number, (4...5).contains(bytes.count),
            let mark = bytes.firstIndex(where: { !Tokenizer.isDigit($0) }), mark == bytes.endIndex - 3
        else { return false }
        return bytes[mark] == UInt8(ascii: ".") || bytes[mark] == UInt8(ascii: ":")
    }

    func hasClause(_ left: TokenRange, _ titleCase: Bool) -> Bool {
        if titleCase { return words(left) > 1 }
        let first = text.tokens[left.lowerBound]
        if first.classes.contains(.preposition) && !first.classes.contains(.subordinator)
            || first.classes.contains(.adverb) && left.count < 4
        {
            // *In Paris, Jones said …* leads into a clause; *In Paris, prices rose, Jones said* is one.
            guard let comma = left.first(where: { text.tokens[$0].kind == .comma }) else {
                return clauses.hasFiniteVerb(left.lowerBound, left.upperBound) && left.count > 6
            }
            return clauses.hasFiniteVerb(comma, left.upperBound)
                || left.count > 3 && text.tokens[left.upperBound - 1].kind != .comma && left.count < 6
        }
        return clauses.hasFiniteVerb(left.lowerBound, left.upperBound) || left.contains { text.isQuoted($0) }
    }

    /// *…, Jones said, speaking in Paris*, *…, who …*: what follows the clause of saying is about the speaker.
    func startsAside(_ at: Int, _ sentence: TokenRange) -> Bool {
        guard at < sentence.upperBound else { return true }
        let token = text.tokens[at]
        if text.isQuoted(at) { return false }
        return token.isAny(of: [.relative]) && !token.isAny(of: .conjunction) && !text.token(at, is: "that")
            || clauses.opensRole(at)
            || token.isWord && !token.isCapital && text.bytes(of: at).suffix(3).elementsEqual("ing".utf8)
            || text.token(at, is: "according") || text.token(at, is: "after") || text.token(at, is: "during")
            || text.token(at, is: "in") && phrases.name(at: min(at + 1, sentence.upperBound - 1))?.kind == .date
            || isComment(at, sentence)
    }

    /// *…, he said, in a sign that …*, *…, in the worst breach yet*: what the article makes of what was said.
    private func isComment(_ at: Int, _ sentence: TokenRange) -> Bool {
        guard at + 2 < sentence.upperBound, text.token(at, is: "in") else { return false }
        return text.token(at + 1, is: "a") || text.token(at + 1, is: "an") || text.token(at + 1, is: "what")
            || text.token(at + 1, is: "the")
                && ["most", "latest", "worst", "first", "biggest", "strongest"].contains { text.token(at + 2, is: $0) }
    }

    /// Where the source begins after *according to* and *in the words of*.
    func sourcePhrase(_ at: Int, _ sentence: TokenRange) -> Int? {
        if text.token(at, is: "according"), at + 2 < sentence.upperBound, text.token(at + 1, is: "to") { return at + 2 }
        if text.token(at, is: "in"), at + 4 < sentence.upperBound, text.token(at + 1, is: "the"),
            text.token(at + 2, is: "words"),
            text.token(at + 3, is: "of")
        {
            return at + 4
        }
        return nil
    }

    /// *According to X, CLAUSE.* and *CLAUSE, according to X.*
    func accordingTo(_ at: Int, _ source: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        guard var past = phrases.phrase(from: source, before: sentence.upperBound, whole: true) else { return nil }
        let speaker = source..<(clauses.apposition(after: past, of: source..<past, in: sentence) ?? past)
        past = speaker.upperBound
        var isLeading = true
        for index in floor..<at where text.tokens[index].isWord && !text.tokens[index].isAny(of: [.conjunction, .adverb]) {
            isLeading = false
        }
        var comma = past
        while comma < sentence.upperBound, text.tokens[comma].kind != .comma || text.isQuoted(comma) {
            if text.isQuoted(comma) { break }
            comma += 1
        }
        if isLeading {
            // The source may be long (*a report by X published on Monday*): the clause begins after its comma.
            guard comma < sentence.upperBound else { return nil }
            var start = text.tokens[comma].kind == .comma ? comma + 1 : comma
            while start < sentence.upperBound, isAside(start, sentence),
                let next = (start..<sentence.upperBound).first(where: {
                    text.tokens[$0].kind == .comma && !text.isQuoted($0)
                })
            { start = next + 1 }
            guard start < sentence.upperBound else { return nil }
            let end = clauses.contentEnd(from: start, joint: .clause, in: sentence)
            return Report(spans: [start..<end], cue: at..<source, verb: at, speaker: speaker, tie: .accordingTo)
        }
        var leftEnd = at
        while leftEnd > floor, !text.isQuoted(leftEnd - 1),
            text.tokens[leftEnd - 1].kind == .comma || text.tokens[leftEnd - 1].kind == .dash
                || text.tokens[leftEnd - 1].isAny(of: .adverb)
        { leftEnd -= 1 }
        let start = leftStart(floor..<leftEnd)
        guard start < leftEnd else { return nil }
        var spans = [start..<leftEnd]
        // *The moose lay down and, according to the driver, “declined to engage”*
        if comma + 1 < sentence.upperBound, text.isQuoted(comma + 1),
            text.tokens[leftEnd - 1].isAny(of: [.conjunction, .relative])
        {
            let end = min(sentence.upperBound, text.quoted[Int(text.quoteOf[comma + 1])].tokens.upperBound)
            return Report(spans: [comma + 1..<end], cue: at..<source, verb: at, speaker: speaker, tie: .accordingTo)
        }
        // *She sang it and, according to her sister, never learned the words*
        if comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma, comma - past < 8,
            text.tokens[leftEnd - 1].isAny(of: [.conjunction]), text.tokens[leftEnd].kind == .comma
        {
            let end = clauses.contentEnd(from: comma + 1, joint: .clause, in: sentence)
            guard end > comma + 1 else { return nil }
            return Report(spans: [comma + 1..<end], cue: at..<source, verb: at, speaker: speaker, tie: .accordingTo)
        }
        // *Both figures, according to Anna Berg, an economist at Norvik, miss the point*: what stands before is no clause.
        if leftEnd - start < 4 || !clauses.hasFiniteVerb(start, leftEnd), comma + 1 < sentence.upperBound,
            isAside(comma + 1, sentence),
            let next = (comma + 1..<min(comma + 24, sentence.upperBound)).first(where: {
                text.tokens[$0].kind == .comma && !text.isQuoted($0)
            })
        {
            comma = next
        }
        // *The gate is shut, according to the guard, and there is no other*: the article goes on by itself.
        let isNewClause =
            comma + 2 < sentence.upperBound && text.tokens[comma + 1].classes.contains(.conjunction)
            && (text.token(comma + 2, is: "there") || clauses.startsClause(comma + 2, sentence.upperBound))
        if comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma, comma - past < 24, !isNewClause,
            !isAside(comma + 1, sentence), !isComment(comma + 1, sentence), !clauses.endsBefore(comma + 1, sentence),
            isVerbAhead(comma + 1..<sentence.upperBound)
        {
            let end = clauses.contentEnd(from: comma + 1, joint: .clause, in: sentence)
            if end > comma + 1 { spans.append(comma + 1..<end) }
        }
        return Report(spans: spans, cue: at..<source, verb: at, speaker: speaker, tie: .accordingTo)
    }

    /// *…, a think tank, …*, *…, who …*: an aside on the source.
    func isAside(_ at: Int, _ sentence: TokenRange) -> Bool {
        guard at < sentence.upperBound, !text.isQuoted(at) else { return false }
        let token = text.tokens[at]
        if token.classes.contains(.relative), !text.token(at, is: "that") { return true }
        // *the paper, published in May, …*
        if token.isWord, !token.isCapital, phrases.nameOf[at] < 0, at + 1 < sentence.upperBound,
            text.bytes(of: at).suffix(2).elementsEqual("ed".utf8) || text.token(at, is: "written"),
            text.tokens[at + 1].isAny(of: [.preposition, .adverb])
        {
            return true
        }
        guard
            text.token(at, is: "a") || text.token(at, is: "an") || text.token(at, is: "the")
                || token.isAny(of: [.role, .title])
        else { return false }
        guard let past = phrases.phrase(from: at, before: sentence.upperBound, whole: true), past < sentence.upperBound
        else { return false }
        // *According to the report, the boy's uncle, Tom Reed, left*
        let head = text.tokens[phrases.head(of: at..<past)]
        // *According to Anna Berg, an economist at Norvik who has studied it, …*
        if text.token(at, is: "a") || text.token(at, is: "an"), head.isAny(of: [.role, .body]),
            text.tokens[past].classes.contains(.relative)
        {
            return true
        }
        guard text.tokens[past].kind == .comma, !clauses.isNamedAside(past, sentence.upperBound) else { return false }
        return head.isAny(of: [.role, .body, .document])
    }
}
