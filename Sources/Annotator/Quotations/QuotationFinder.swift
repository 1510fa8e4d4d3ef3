import DocumentModel
import EnglishModel

/// Finds quotations sentence by sentence: what stands beside a clause of saying, and quoted words by which a turn goes on.
struct QuotationFinder {
    let text: AnalysedText
    let phrases: NounPhrases
    let clauses: Clauses
    var reports: [Report] = []
    private var turn: Turn?
    /// A clause of saying at the end of a block, whose words stand in the next.
    private var pending: Clauses.Clause?
    /// Labels of speakers that only the layout tells: *OPERATOR*.
    var transcriptLabels: Set<String> = []
    /// The last block that is a turn of an interview, in an article that is laid out as one.
    private var lastInterviewTurn: Int?
    /// The report of the interview's turn that the block before belongs to.
    private var openInterviewTurn: Int?

    /// The report whose turn it is, and where it was last heard.
    private struct Turn {
        var report: Int
        var part: Int
        var sentence: Int
    }

    /// The quotations of a text in order, without overlap.
    static func reports(in text: AnalysedText, _ phrases: NounPhrases) -> [Report] {
        var finder = QuotationFinder(text: text, phrases: phrases, clauses: Clauses(text: text, phrases: phrases))
        finder.lastInterviewTurn = finder.findLastInterviewTurn()
        for part in text.parts.indices { finder.read(part) }
        var reports: [Report] = []
        swap(&reports, &finder.reports)
        for index in reports.indices {
            reports[index].spans = reports[index].spans.flatMap { finder.withoutGestures($0) }
        }
        return reports.filter { !$0.spans.isEmpty }
    }

    init(text: AnalysedText, phrases: NounPhrases, clauses: Clauses) {
        self.text = text
        self.phrases = phrases
        self.clauses = clauses
    }

    mutating func read(_ index: Int) {
        let part = text.parts[index]
        let isHeading = part.kind == .title || part.kind == .heading
        if isHeading {
            if let report = headline(part.tokens) {
                reports.append(report)
                pending = nil
                return
            }
        } else if let last = lastInterviewTurn {
            if let report = interviewTurn(part.tokens) {
                openInterviewTurn = reports.count
                reports.append(report)
                turn = nil
                pending = nil
                return
            }
            // An answer of several paragraphs: what stands between labelled turns and tells nothing of the speaker.
            if let open = openInterviewTurn, index < last, goesOnWithInterview(part.tokens, reports[open]),
                let start = reports[open].spans.last?.lowerBound
            {
                reports[open].spans[reports[open].spans.count - 1] = start..<part.tokens.upperBound
                return
            }
            openInterviewTurn = nil
        }
        for sentence in part.sentences { read(text.sentences[sentence], sentence, index, titleCase: isHeading) }
    }

    // MARK: One sentence

    mutating func read(_ sentence: TokenRange, _ number: Int, _ part: Int, titleCase: Bool) {
        let isFirst = text.parts[part].sentences.lowerBound == number
        if isLone(sentence) {
            lone(sentence, number, part, isFirst: isFirst)
            return
        }
        if isFirst, let current = turn, current.part + 1 == part, reports[current.report].tie == .none,
            let clause = laterCue(sentence)
        {
            reports[current.report].cue = clause.cue
            reports[current.report].verb = clause.verb
            reports[current.report].speaker = clause.subject
            reports[current.report].tie = .cue
            reports[current.report].isWeak = false
            turn = Turn(report: current.report, part: part, sentence: number)
            pending = nil
            return
        }
        if let report = signed(sentence) {
            reports.append(report)
            pending = nil
            turn = nil
            return
        }
        let before = reports.count
        if isFirst, let pending, text.isQuoted(sentence.lowerBound) {
            let quote = text.quoted[Int(text.quoteOf[sentence.lowerBound])].tokens
            reports.append(
                Report(spans: [quote], cue: pending.cue, verb: pending.verb, speaker: pending.subject, tie: .cue))
        }
        pending = nil
        let current = turn
        attribute(sentence, titleCase: titleCase)
        if reports.count > before { goOn(current, sentence, number, part, from: before) }
        if reports.count > before {
            for index in before..<reports.count where isRemembered(reports[index]) { reports[index].isThought = false }
            if let last = (before..<reports.count).last(where: { !reports[$0].isThought && hasQuote(reports[$0]) }) {
                // *“…,” Jones said, adding that …*: the turn is still his, but no longer the same quotation.
                turn = Turn(report: last, part: part, sentence: last + 1 == reports.count ? number : -1)
            } else if let last = (before..<reports.count).last, goesOn(after: reports[last]) {
                // *Berg says the ice will hold. “It always has.”*
                turn = Turn(report: last, part: part, sentence: -1)
            } else {
                turn?.sentence = -1
            }
        } else if !runsOn(sentence, number, part) {
            quotedWithoutCue(sentence, number, part)
        }
        if number + 1 == text.parts[part].sentences.upperBound, let last = sentence.last,
            text.tokens[last].kind == .colon || text.tokens[last].kind == .comma
        {
            pending = lastClause(in: sentence, titleCase: titleCase)
        }
    }

    /// *“No,” Berg said. “You never know.” Her husband said that …*: words in marks that open a sentence in which somebody else
    /// speaks, and are nobody's there.
    private mutating func goOn(
        _ current: Turn?, _ sentence: TokenRange, _ number: Int, _ part: Int, from first: Int
    ) {
        guard let current, current.part == part, current.sentence + 1 == number, text.isQuoted(sentence.lowerBound),
            hasQuote(reports[current.report]), let last = reports[current.report].spans.last
        else { return }
        let quote = text.quoted[Int(text.quoteOf[sentence.lowerBound])].tokens
        guard quote.lowerBound == sentence.lowerBound, last.upperBound <= quote.lowerBound,
            quote.upperBound < sentence.upperBound, text.tokens[quote.upperBound].isCapital, endsComplete(quote),
            !clauses.endsInComma(before: quote.upperBound),
            !reports[first...].contains(where: { $0.extent.overlaps(quote) || $0.tie == .turn })
        else { return }
        reports[current.report].spans.append(quote)
    }

    /// *“We agree,” Berg said. “They are not there yet” to sign it.*: words in marks that open the next sentence, though it ends
    /// without, are of the turn.
    private mutating func runsOn(_ sentence: TokenRange, _ number: Int, _ part: Int) -> Bool {
        guard let current = turn, current.part == part, current.sentence + 1 == number,
            text.isQuoted(sentence.lowerBound), hasQuote(reports[current.report]),
            let last = reports[current.report].spans.last, last.upperBound <= sentence.lowerBound
        else { return false }
        let quote = text.quoted[Int(text.quoteOf[sentence.lowerBound])].tokens
        guard quote.lowerBound == sentence.lowerBound, words(quote) > 3, text.tokens[quote.lowerBound + 1].isCapital,
            !endsComplete(quote)
        else { return false }
        let end = clauses.trimmed(quote.upperBound - 1, sentence.upperBound)
        reports[current.report].spans.append(sentence.lowerBound..<max(end, quote.upperBound))
        turn = Turn(report: current.report, part: part, sentence: number)
        return true
    }

    /// Whether whoever says this without marks may go on in marks.
    private func goesOn(after report: Report) -> Bool {
        guard report.tie == .cue, !report.isThought, !report.isWeak, let speaker = report.speaker else { return false }
        return phrases.isAgent(speaker)
    }

    /// *“He came in wet,” she remembers*: whoever remembers in marks says so.
    private func isRemembered(_ report: Report) -> Bool {
        guard report.isThought, report.verb >= 0, text.bytes(of: report.verb).starts(with: "remember".utf8) else {
            return false
        }
        return report.spans.allSatisfy { text.isQuoted($0.lowerBound) }
    }

    func hasQuote(_ report: Report) -> Bool { report.spans.contains { $0.contains { text.isQuoted($0) } } }

    /// Nothing but quoted words.
    func isLone(_ sentence: TokenRange) -> Bool {
        guard text.isQuoted(sentence.lowerBound) else { return false }
        return sentence.allSatisfy { text.isQuoted($0) || !text.tokens[$0].isWord && text.tokens[$0].kind != .number }
    }

    /// Words said with no clause of saying beside them: the turn goes on, or a clause before the block announced them.
    mutating func lone(_ sentence: TokenRange, _ number: Int, _ part: Int, isFirst: Bool) {
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
        let beat = beat(before: number, part)
        guard let current = turn,
            current.part == part || current.part + 1 == part && isFirst && hasQuote(reports[current.report]), beat == nil
        else {
            if words(whole) >= 4 || beat != nil && words(whole) > 1, endsComplete(whole) {
                reports.append(
                    Report(
                        spans: [whole], cue: whole.lowerBound..<whole.lowerBound, verb: -1, speaker: beat,
                        tie: beat == nil ? .none : .turn, isWeak: true))
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

    /// *Reed shrugged. “The heat, no.”*: who acts in the sentence before, where nobody speaks in it and nothing is quoted.
    private func beat(before number: Int, _ part: Int) -> TokenRange? {
        guard number > text.parts[part].sentences.lowerBound else { return nil }
        let sentence = text.sentences[number - 1]
        guard sentence.count < 24, !sentence.contains(where: { text.isQuoted($0) }),
            !reports.suffix(2).contains(where: {
                $0.cue.overlaps(sentence) && $0.spans.contains { $0.overlaps(sentence) } && $0.speaker != nil
            }),
            let subject = clauses.mainSubject(of: sentence, before: sentence.upperBound)
        else { return nil }
        let head = phrases.head(of: subject)
        guard subject.upperBound < sentence.upperBound, finishes(subject, sentence),
            phrases.name(at: head)?.kind == .person || text.token(head, is: "he") || text.token(head, is: "she")
        else { return nil }
        return subject
    }

    /// Whether a verb follows a subject at once: *shrugged*, *looked up*, *was laughing*.
    private func finishes(_ subject: TokenRange, _ sentence: TokenRange) -> Bool {
        var at = subject.upperBound
        while at < sentence.upperBound, text.tokens[at].isAny(of: .adverb) || clauses.isManner(at) { at += 1 }
        guard at < sentence.upperBound, text.tokens[at].isWord, phrases.nameOf[at] < 0 else { return false }
        let bytes = text.bytes(of: at)
        return clauses.isPastVerb(at) || text.tokens[at].classes.contains(.auxiliary)
            || bytes.count > 3 && bytes.last == UInt8(ascii: "s") && !text.tokens[at].isAny(of: .function)
    }

    /// *“The bridge” – he pointed – “was there”*: quoted words without what stands between dashes among them.
    private func withoutGestures(_ span: TokenRange) -> [TokenRange] {
        guard let last = span.last, text.isQuoted(span.lowerBound), text.isQuoted(last) else { return [span] }
        var spans: [TokenRange] = []
        var start = span.lowerBound
        var at = start
        while at < span.upperBound {
            if text.isQuoted(at) {
                at = max(at + 1, text.quoted[Int(text.quoteOf[at])].tokens.upperBound)
                continue
            }
            guard let next = (at..<span.upperBound).first(where: { text.isQuoted($0) }) else { break }
            if next - at > 2, next - at < 16, text.tokens[at].kind == .dash, text.tokens[next - 1].kind == .dash {
                spans.append(start..<at)
                start = next
            }
            at = next
        }
        return spans + [start..<span.upperBound]
    }

    func quotedSpans(_ sentence: TokenRange) -> [TokenRange] {
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

    func words(_ run: TokenRange) -> Int { run.count { text.tokens[$0].isWord || text.tokens[$0].kind == .number } }

    /// Whether quoted words end as a sentence does.
    func endsComplete(_ span: TokenRange) -> Bool {
        var at = span.upperBound - 1
        while at > span.lowerBound, text.tokens[at].kind == .mark { at -= 1 }
        return text.tokens[at].kind == .stop || text.tokens[at].kind == .comma || text.tokens[at].kind == .dash
            || text.quoted[Int(text.quoteOf[span.lowerBound])].continues
    }

    /// Quoted words in a sentence without a clause of saying: after a colon they are somebody's; otherwise they are none.
    mutating func quotedWithoutCue(_ sentence: TokenRange, _ number: Int, _ part: Int) {
        let spans = quotedSpans(sentence)
        guard let last = spans.last, last.lowerBound > sentence.lowerBound + 1,
            text.tokens[last.lowerBound - 1].kind == .colon, words(last) >= 3
        else { return }
        let lead = sentence.lowerBound..<last.lowerBound - 1
        guard !isShouted(last.lowerBound), !isTitled(last.lowerBound), !lead.contains(where: isSurface) else { return }
        let speaker = clauses.mainSubject(of: lead, before: lead.upperBound)
        reports.append(
            Report(
                spans: [last], cue: last.lowerBound - 1..<last.lowerBound, verb: last.lowerBound - 1, speaker: speaker,
                tie: .colon, isWeak: true))
        turn = Turn(report: reports.count - 1, part: part, sentence: number)
    }

    func lastClause(in sentence: TokenRange, titleCase: Bool) -> Clauses.Clause? {
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
}

extension CueVerb {
    /// A colon after a name, which works as a verb of saying does.
    static let colon = CueVerb(isThought: false, takes: [.quote, .clause], prepositions: [])
}
