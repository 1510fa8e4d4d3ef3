import DocumentModel
import EnglishModel

/// Finds quotations sentence by sentence: what stands beside a clause of saying, and quoted words by which a turn goes on.
struct QuotationFinder {
    let text: AnalysedText
    let phrases: NounPhrases
    let clauses: Clauses
    private(set) var reports: [Report] = []
    private var turn: Turn?
    /// A clause of saying at the end of a block, whose words stand in the next.
    private var pending: Clauses.Clause?
    private var isInterview = false

    /// The report whose turn it is, and where it was last heard.
    private struct Turn {
        var report: Int
        var part: Int
        var sentence: Int
    }

    /// The quotations of a text in order, without overlap.
    static func reports(in text: AnalysedText, _ phrases: NounPhrases) -> [Report] {
        var finder = QuotationFinder(text: text, phrases: phrases, clauses: Clauses(text: text, phrases: phrases))
        finder.isInterview = finder.looksLikeInterview()
        for part in text.parts.indices { finder.read(part) }
        return finder.reports.filter { !$0.spans.isEmpty }
    }

    private init(text: AnalysedText, phrases: NounPhrases, clauses: Clauses) {
        self.text = text
        self.phrases = phrases
        self.clauses = clauses
    }

    private mutating func read(_ index: Int) {
        let part = text.parts[index]
        let isHeading = part.kind == .title || part.kind == .heading || part.kind == .caption && false
        if isHeading {
            if let report = headline(part.tokens) {
                reports.append(report)
                pending = nil
                return
            }
        } else if isInterview, let report = interviewTurn(part.tokens) {
            reports.append(report)
            turn = nil
            pending = nil
            return
        }
        let titleCase = isHeading
        for sentence in part.sentences { read(text.sentences[sentence], sentence, index, titleCase: titleCase) }
    }

    // MARK: One sentence

    private mutating func read(_ sentence: TokenRange, _ number: Int, _ part: Int, titleCase: Bool) {
        let isFirst = text.parts[part].sentences.lowerBound == number
        if isLone(sentence) {
            lone(sentence, number, part, isFirst: isFirst)
            return
        }
        let before = reports.count
        if isFirst, let pending, text.isQuoted(sentence.lowerBound) {
            let quote = text.quoted[Int(text.quoteOf[sentence.lowerBound])].tokens
            reports.append(
                Report(spans: [quote], cue: pending.cue, verb: pending.verb, speaker: pending.subject, tie: .cue))
        }
        pending = nil
        attribute(sentence, titleCase: titleCase)
        if reports.count > before {
            if let last = reports.indices.last, !reports[last].isThought, hasQuote(reports[last]) {
                turn = Turn(report: last, part: part, sentence: number)
            } else {
                turn?.sentence = -1
            }
        } else {
            quotedWithoutCue(sentence, number, part)
        }
        if number + 1 == text.parts[part].sentences.upperBound, let last = sentence.last,
            text.tokens[last].kind == .colon || text.tokens[last].kind == .comma
        {
            pending = lastClause(in: sentence, titleCase: titleCase)
        }
    }

    private func hasQuote(_ report: Report) -> Bool { report.spans.contains { $0.contains { text.isQuoted($0) } } }

    /// Nothing but quoted words.
    private func isLone(_ sentence: TokenRange) -> Bool {
        guard text.isQuoted(sentence.lowerBound) else { return false }
        return sentence.allSatisfy { text.isQuoted($0) || !text.tokens[$0].isWord && text.tokens[$0].kind != .number }
    }

    /// Words said with no clause of saying beside them: the turn goes on, or a clause before the block announced them.
    private mutating func lone(_ sentence: TokenRange, _ number: Int, _ part: Int, isFirst: Bool) {
        let spans = quotedSpans(sentence)
        guard let first = spans.first, let last = spans.last else { return }
        let whole = first.lowerBound..<last.upperBound
        if isFirst, let clause = pending {
            reports.append(Report(spans: [whole], cue: clause.cue, verb: clause.verb, speaker: clause.subject, tie: .cue))
            turn = Turn(report: reports.count - 1, part: part, sentence: number)
            pending = nil
            return
        }
        pending = nil
        guard let current = turn, current.part == part || current.part + 1 == part && isFirst else {
            if words(whole) >= 4, endsComplete(whole) {
                reports.append(
                    Report(
                        spans: [whole], cue: whole.lowerBound..<whole.lowerBound, verb: -1, speaker: nil, tie: .none,
                        isWeak: true))
                turn = Turn(report: reports.count - 1, part: part, sentence: number)
            }
            return
        }
        let goesOnFromBlockBefore =
            isFirst && current.part + 1 == part && text.quoteOf[first.lowerBound] > 0
            && text.quoted[Int(text.quoteOf[first.lowerBound]) - 1].continues
        let isNext = current.part == part && current.sentence + 1 == number
        if isNext || goesOnFromBlockBefore {
            let index = current.report
            if let end = reports[index].spans.last?.upperBound, end == whole.lowerBound || goesOnFromBlockBefore {
                reports[index].spans[reports[index].spans.count - 1] =
                    reports[index].spans[reports[index].spans.count - 1].lowerBound..<whole.upperBound
            } else {
                reports[index].spans.append(whole)
            }
            turn = Turn(report: index, part: part, sentence: number)
            return
        }
        guard words(whole) >= 3 || endsComplete(whole) else { return }
        let speaker = reports[current.report].speaker
        reports.append(
            Report(
                spans: [whole], cue: whole.lowerBound..<whole.lowerBound, verb: -1, speaker: speaker,
                tie: speaker == nil ? .none : .turn))
        turn = Turn(report: reports.count - 1, part: part, sentence: number)
    }

    private func quotedSpans(_ sentence: TokenRange) -> [TokenRange] {
        var spans: [TokenRange] = []
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            if text.isQuoted(at) {
                let span = text.quoted[Int(text.quoteOf[at])].tokens
                spans.append(span.lowerBound..<min(span.upperBound, sentence.upperBound))
                at = max(span.upperBound, at + 1)
            } else {
                at += 1
            }
        }
        return spans
    }

    private func words(_ run: TokenRange) -> Int { run.count { text.tokens[$0].isWord || text.tokens[$0].kind == .number } }

    /// Whether quoted words end as a sentence does.
    private func endsComplete(_ span: TokenRange) -> Bool {
        var at = span.upperBound - 1
        while at > span.lowerBound, text.tokens[at].kind == .mark { at -= 1 }
        return text.tokens[at].kind == .stop || text.tokens[at].kind == .comma || text.tokens[at].kind == .dash
            || text.quoted[Int(text.quoteOf[span.lowerBound])].continues
    }

    /// Quoted words in a sentence without a clause of saying: after a colon they are somebody's; otherwise they are none.
    private mutating func quotedWithoutCue(_ sentence: TokenRange, _ number: Int, _ part: Int) {
        let spans = quotedSpans(sentence)
        guard let last = spans.last, last.lowerBound > sentence.lowerBound + 1,
            text.tokens[last.lowerBound - 1].kind == .colon, words(last) >= 3
        else { return }
        let lead = sentence.lowerBound..<last.lowerBound - 1
        guard !isShouted(last.lowerBound), !lead.contains(where: isSurface) else { return }
        let speaker = clauses.mainSubject(of: lead, before: lead.upperBound)
        reports.append(
            Report(
                spans: [last], cue: last.lowerBound - 1..<last.lowerBound, verb: last.lowerBound - 1, speaker: speaker,
                tie: .colon, isWeak: true))
        turn = Turn(report: reports.count - 1, part: part, sentence: number)
    }

    private func lastClause(in sentence: TokenRange, titleCase: Bool) -> Clauses.Clause? {
        var previous: TokenRange?
        var found: Clauses.Clause?
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            if !text.isQuoted(at), text.tokens[at].classes.contains(.cue) || text.tokens[at].classes.contains(.opensPhrase),
                let clause = clauses.clause(at: at, in: sentence, previous: previous, titleCase: titleCase),
                clause.lexical.takes.contains(.quote)
            {
                found = clause
                previous = clause.subject
            }
            at += 1
        }
        if found == nil, let subject = clauses.mainSubject(of: sentence, before: sentence.upperBound),
            text.tokens[sentence.upperBound - 1].kind == .colon, sentence.count <= 4
        {
            // *Lukashenko:* on a line of its own.
            return Clauses.Clause(
                verb: sentence.upperBound - 1, cue: sentence.upperBound - 1..<sentence.upperBound, subject: subject,
                lexical: CueVerb.colon, form: .past, extent: sentence)
        }
        return found
    }

    // MARK: Clauses of saying

    private mutating func attribute(_ sentence: TokenRange, titleCase: Bool) {
        var floor = sentence.lowerBound
        var previous: TokenRange?
        if let report = trailing(sentence, titleCase: titleCase) {
            reports.append(report)
            floor = max(report.end, report.cue.upperBound)
            previous = report.speaker
        }
        var at = floor
        while at < sentence.upperBound {
            if text.isQuoted(at) {
                at = max(at + 1, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                continue
            }
            let token = text.tokens[at]
            if text.token(at, is: "according"), at + 2 < sentence.upperBound, text.token(at + 1, is: "to"),
                let report = accordingTo(at, sentence, floor)
            {
                reports.append(report)
                floor = max(report.end, at + 2)
                previous = report.speaker ?? previous
                at = max(at + 2, floor)
                continue
            }
            guard token.isAny(of: [.cue, .opensPhrase]),
                let clause = clauses.clause(at: at, in: sentence, previous: previous, titleCase: titleCase),
                clause.cue.lowerBound >= floor, let report = report(clause, sentence, floor, titleCase)
            else {
                at += 1
                continue
            }
            reports.append(report)
            floor = max(report.end, clause.extent.upperBound)
            if !clause.isImplied || previous == nil { previous = clause.subject }
            at = max(at + 1, floor)
        }
    }

    /// What a clause of saying reports: the quoted words before it, or what follows it.
    private func report(_ clause: Clauses.Clause, _ sentence: TokenRange, _ floor: Int, _ titleCase: Bool) -> Report? {
        guard let subject = clause.subject else { return nil }
        let takes = clause.lexical.takes
        let isAgent = phrases.isAgent(subject)
        let isStrong = takes.contains(.quote) && takes.contains(.that) && !takes.contains(.weak)
        if let quote = quoteBefore(clause, floor), takes.contains(.quote) || takes.contains(.that),
            !clause.isImplied || text.tokens[clause.extent.lowerBound].kind == .comma
        {
            let start = spanStart(quote, floor)
            var spans = [start..<quote.upperBound]
            if let past = tail(clause, sentence) {
                var next = past
                if next < sentence.upperBound,
                    text.tokens[next].kind == .comma || text.tokens[next].kind == .colon || text.tokens[next].kind == .dash
                {
                    next += 1
                }
                if next < sentence.upperBound, text.isQuoted(next) {
                    spans.append(next..<clauses.contentEnd(from: next, joint: .quote, in: sentence))
                }
            }
            return Report(
                spans: spans, cue: clause.cue, verb: clause.verb, speaker: subject, tie: .cue,
                isThought: clause.lexical.isThought, isImplied: clause.isImplied, isWeak: !isAgent)
        }
        guard let content = clauses.content(after: clause, in: sentence) else { return nil }
        guard
            isAgent || isStrong || content.joint == .that || content.joint == .quote
                || hasQuoteAhead(content.start, sentence)
        else { return nil }
        if content.joint == .nounPhrase || content.joint == .infinitive, !isAgent, !hasQuoteAhead(content.start, sentence) {
            return nil
        }
        if content.joint == .quote, isSign(content.start, clause) { return nil }
        if content.joint == .colon, !takes.contains(.quote) { return nil }
        var end = clauses.contentEnd(from: content.start, joint: content.joint, in: sentence)
        if content.joint == .quote, let complete = completeQuote(at: content.start, sentence) { end = complete }
        guard end > content.start else { return nil }
        let cue = clause.cue.lowerBound..<(content.cueEnd ?? clause.cue.upperBound)
        if content.joint == .quote, takes.contains(.weak), words(content.start..<end) < 2 { return nil }
        return Report(
            spans: [content.start..<end], cue: cue, verb: clause.verb, speaker: subject, tie: .cue,
            isThought: clause.lexical.isThought,
            isImplied: clause.isImplied, isWeak: content.joint == .nounPhrase || !isAgent || takes.contains(.weak))
    }

    private func hasQuoteAhead(_ start: Int, _ sentence: TokenRange) -> Bool {
        (start..<min(start + 14, sentence.upperBound)).contains { text.isQuoted($0) }
    }

    /// Words on a sign, banner or shirt, which nobody says: *a banner that read “…”*, words all in capitals.
    private func isSign(_ start: Int, _ clause: Clauses.Clause) -> Bool {
        let isReading =
            text.token(clause.verb, is: "read") || text.token(clause.verb, is: "reads")
            || text.token(clause.verb, is: "reading") || text.token(clause.verb, is: "written")
        guard
            isReading || text.token(clause.verb, is: "said") || text.token(clause.verb, is: "saying")
                || text.token(clause.verb, is: "says")
        else { return false }
        if let subject = clause.subject, isSurface(phrases.head(of: subject)) { return true }
        return isReading && isShouted(start)
    }

    private func isSurface(_ at: Int) -> Bool {
        Self.surfaces.contains { text.token(at, is: $0) }
    }

    private static let surfaces: [StaticString] = [
        "banner", "banners", "sign", "signs", "placard", "placards", "shirt", "shirts", "t-shirt", "t-shirts", "poster",
        "posters", "plaque",
        "sticker", "stickers", "billboard", "billboards", "graffiti", "cardboard", "hat", "cap", "slogan", "slogans",
        "label", "tattoo", "headstone",
    ]

    private func isShouted(_ start: Int) -> Bool {
        guard text.isQuoted(start) else { return false }
        let words = text.quoted[Int(text.quoteOf[start])].tokens.filter {
            text.tokens[$0].isWord && text.tokens[$0].end - text.tokens[$0].start > 1
        }
        return words.count > 1 && words.allSatisfy { text.tokens[$0].shape.contains(.allCapitals) }
    }

    /// The end of a quoted span that is a whole utterance, so that what follows is not part of it.
    private func completeQuote(at start: Int, _ sentence: TokenRange) -> Int? {
        guard text.isQuoted(start) else { return nil }
        let span = text.quoted[Int(text.quoteOf[start])].tokens
        guard span.lowerBound == start, endsComplete(span) else { return nil }
        var end = span.upperBound
        while end < sentence.upperBound, text.isQuoted(end) { end = text.quoted[Int(text.quoteOf[end])].tokens.upperBound }
        return min(end, sentence.upperBound)
    }

    /// The quoted span right before a clause of saying.
    private func quoteBefore(_ clause: Clauses.Clause, _ floor: Int) -> TokenRange? {
        var at = clause.extent.lowerBound
        if clause.isImplied, text.tokens[at].kind != .comma, !text.isQuoted(at) { return nil }
        if clause.isImplied { at += text.isQuoted(at) ? 1 : 0 }
        at -= 1
        if at >= floor, !text.isQuoted(at),
            text.tokens[at].kind == .comma || text.tokens[at].kind == .dash || text.tokens[at].kind == .stop
        {
            at -= 1
        }
        guard at >= floor, text.isQuoted(at) else { return nil }
        return text.quoted[Int(text.quoteOf[at])].tokens
    }

    /// Where a quotation begins whose last words are quoted: words before the marks belong to it when they are part of the
    /// same clause.
    private func spanStart(_ quote: TokenRange, _ floor: Int) -> Int {
        var start = floor
        while start < quote.lowerBound, !text.isQuoted(start), text.tokens[start].kind != .word,
            text.tokens[start].kind != .number
        { start += 1 }
        guard start < quote.lowerBound else { return quote.lowerBound }
        let lead = start..<quote.lowerBound
        let endsInComma =
            text.tokens[quote.lowerBound - 1].kind == .comma || text.tokens[quote.lowerBound - 1].kind == .colon
        if endsInComma || words(lead) <= 1 && text.tokens[start].isAny(of: [.conjunction, .adverb]) {
            return quote.lowerBound
        }
        return start
    }

    /// After the subject and verb: where the words of place, time and audience end, at a comma, a quotation or the
    /// sentence's end; nil when something else follows.
    private func tail(_ clause: Clauses.Clause, _ sentence: TokenRange) -> Int? {
        var at = clause.extent.upperBound
        let end = sentence.upperBound
        var steps = 0
        while at < end, steps < 60 {
            steps += 1
            if text.isQuoted(at) { return at }
            let token = text.tokens[at]
            switch token.kind {
            case .comma, .stop, .colon, .semicolon, .dash: return at
            case .openBracket:
                while at < end, text.tokens[at].kind != .closeBracket { at += 1 }
                at += 1
                continue
            default: break
            }
            if token.classes.contains(.relative), !token.isAny(of: .preposition) { return nil }
            if token.isAny(of: [.preposition, .adverb, .determiner, .time]) || phrases.nameOf[at] >= 0 || steps == 1
                || text.tokens[at - 1].isAny(of: [.preposition, .determiner, .possessive])
            {
                if let past = phrases.phrase(from: at, before: end), past > at {
                    at = past
                    continue
                }
                at += 1
                continue
            }
            if token.isAny(of: [.auxiliary, .subordinator, .conjunction]) { return nil }
            at += 1
        }
        return at
    }

    /// *CLAUSE, Jones said.* and *CLAUSE, Jones said, CLAUSE.*: the clause of saying inside or at the end of what is said.
    private func trailing(_ sentence: TokenRange, titleCase: Bool) -> Report? {
        var at = sentence.lowerBound + 3
        while at < sentence.upperBound {
            defer { at += 1 }
            if text.isQuoted(at) { continue }
            if text.token(at, is: "according"), at + 2 < sentence.upperBound, text.token(at + 1, is: "to"),
                at > sentence.lowerBound + 2,
                let report = accordingTo(at, sentence, sentence.lowerBound), (report.spans.first?.lowerBound ?? at) < at
            {
                return report
            }
            guard text.tokens[at].isAny(of: [.cue, .opensPhrase]),
                let clause = clauses.clause(at: at, in: sentence, previous: nil, titleCase: titleCase),
                !clause.isImplied, let subject = clause.subject,
                !text.tokens[subject.lowerBound].classes.contains(.relative) || phrases.nameOf[subject.lowerBound] >= 0,
                clause.lexical.takes.contains(.clause)
                    || clause.lexical.takes.contains(.quote) && clause.lexical.takes.contains(.that),
                !clause.lexical.takes.contains(.weak) || clause.isInverted || text.token(clause.verb, is: "added")
                    || text.token(clause.verb, is: "noted") || text.token(clause.verb, is: "wrote")
            else { continue }
            let first = clause.extent.lowerBound
            guard first - 1 > sentence.lowerBound, !text.isQuoted(first - 1),
                text.tokens[first - 1].kind == .comma || text.tokens[first - 1].kind == .dash, !text.isQuoted(first - 2)
            else { continue }
            guard clauses.content(after: clause, in: sentence) == nil, let past = tail(clause, sentence) else { continue }
            let left = sentence.lowerBound..<first - 1
            let right =
                past + 1 < sentence.upperBound && text.tokens[past].kind == .comma
                ? past + 1..<sentence.upperBound : past..<past
            guard hasClause(left, titleCase) || !right.isEmpty && isVerbAhead(right),
                phrases.isAgent(subject) || clause.lexical.takes.contains(.clause)
            else {
                continue
            }
            var spans = [leftStart(left)..<clauses.trimmed(left.lowerBound, left.upperBound)]
            if past < sentence.upperBound, text.tokens[past].kind == .comma || text.tokens[past].kind == .dash,
                past + 1 < sentence.upperBound, !clauses.endsBefore(past + 1, sentence), !startsAside(past + 1, sentence)
            {
                let end = clauses.contentEnd(from: past + 1, joint: .clause, in: sentence)
                if words(past + 1..<max(end, past + 1)) > 1 { spans.append(past + 1..<end) }
            }
            guard let span = spans.first, !span.isEmpty else { continue }
            return Report(
                spans: spans, cue: clause.cue, verb: clause.verb, speaker: subject, tie: .cue,
                isThought: clause.lexical.isThought, isWeak: !phrases.isAgent(subject))
        }
        return nil
    }

    /// *Letters, she insists, are tenants*: a verb right after the clause of saying makes what stands before it the subject.
    private func isVerbAhead(_ right: TokenRange) -> Bool {
        right.prefix(3).contains { text.tokens[$0].classes.contains(.auxiliary) && !text.isQuoted($0) }
            || clauses.hasFiniteVerb(right.lowerBound, right.upperBound)
    }

    private func leftStart(_ left: TokenRange) -> Int {
        var start = left.lowerBound
        while start < left.upperBound, text.tokens[start].kind == .dash || text.tokens[start].kind == .symbol { start += 1 }
        return start
    }

    private func hasClause(_ left: TokenRange, _ titleCase: Bool) -> Bool {
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
    private func startsAside(_ at: Int, _ sentence: TokenRange) -> Bool {
        guard at < sentence.upperBound else { return true }
        let token = text.tokens[at]
        if text.isQuoted(at) { return false }
        return token.isAny(of: [.relative]) && !token.isAny(of: .conjunction)
            || token.isWord && !token.isCapital && text.bytes(of: at).suffix(3).elementsEqual("ing".utf8)
            || text.token(at, is: "according") || text.token(at, is: "after") || text.token(at, is: "during")
            || text.token(at, is: "in") && phrases.name(at: min(at + 1, sentence.upperBound - 1))?.kind == .date
    }

    /// *According to X, CLAUSE.* and *CLAUSE, according to X.*
    private func accordingTo(_ at: Int, _ sentence: TokenRange, _ floor: Int) -> Report? {
        guard var past = phrases.phrase(from: at + 2, before: sentence.upperBound, whole: true) else { return nil }
        let speaker = at + 2..<(clauses.apposition(after: past, of: at + 2..<past, in: sentence) ?? past)
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
            return Report(spans: [start..<end], cue: at..<at + 2, verb: at, speaker: speaker, tie: .accordingTo)
        }
        var leftEnd = at
        while leftEnd > floor, !text.isQuoted(leftEnd - 1),
            text.tokens[leftEnd - 1].kind == .comma || text.tokens[leftEnd - 1].kind == .dash
                || text.tokens[leftEnd - 1].isAny(of: .adverb)
        { leftEnd -= 1 }
        let start = leftStart(floor..<leftEnd)
        guard start < leftEnd else { return nil }
        var spans = [start..<leftEnd]
        if comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma, comma - past < 12,
            !isAside(comma + 1, sentence), !clauses.endsBefore(comma + 1, sentence),
            clauses.hasFiniteVerb(comma + 1, sentence.upperBound)
        {
            let end = clauses.contentEnd(from: comma + 1, joint: .clause, in: sentence)
            if end > comma + 1 { spans.append(comma + 1..<end) }
        }
        return Report(spans: spans, cue: at..<at + 2, verb: at, speaker: speaker, tie: .accordingTo)
    }

    /// *…, a think tank, …*, *…, who …*: an aside on the source.
    private func isAside(_ at: Int, _ sentence: TokenRange) -> Bool {
        guard at < sentence.upperBound, !text.isQuoted(at) else { return false }
        let token = text.tokens[at]
        if token.classes.contains(.relative), !text.token(at, is: "that") { return true }
        guard
            text.token(at, is: "a") || text.token(at, is: "an") || text.token(at, is: "the")
                || token.isAny(of: [.role, .title])
        else { return false }
        guard let past = phrases.phrase(from: at, before: sentence.upperBound, whole: true), past < sentence.upperBound
        else { return false }
        guard text.tokens[past].kind == .comma else { return false }
        let head = text.tokens[phrases.head(of: at..<past)]
        return head.isAny(of: [.role, .body, .document])
    }
}

extension CueVerb {
    /// A colon after a name, which works as a verb of saying does.
    static let colon = CueVerb(isThought: false, takes: [.quote, .clause], prepositions: [])
}
