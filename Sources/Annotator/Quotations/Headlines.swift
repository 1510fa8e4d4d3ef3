import DocumentModel
import EnglishModel

/// Quotations whose form is the layout's: headlines (*Name: claim*, a claim in marks) and turns of an interview.
extension QuotationFinder {
    /// The quotation that a headline is, unless a clause of saying in it tells more.
    func headline(_ block: TokenRange) -> Report? {
        guard block.count > 2 else { return nil }
        if let colon = block.prefix(9).first(where: { text.tokens[$0].kind == .colon && !text.isQuoted($0) }),
            colon + 1 < block.upperBound
        {
            let lead = block.lowerBound..<colon
            // *Ukraine war: Zelensky says …* names a topic: a clause of saying after it speaks for itself.
            if !lead.isEmpty, isSpeakerLabel(lead) || isDocumentLabel(lead, colon + 1..<block.upperBound),
                !hasClauseOfSaying(colon + 1..<block.upperBound)
            {
                let end = clauses.trimmed(colon + 1, block.upperBound)
                guard end > colon + 1 else { return nil }
                return Report(spans: [colon + 1..<end], cue: colon..<colon + 1, verb: colon, speaker: lead, tie: .colon)
            }
        }
        // *“We are ready”: Zelensky* and a headline all in marks.
        if text.isQuoted(block.lowerBound) {
            let quote = text.quoted[Int(text.quoteOf[block.lowerBound])].tokens
            if quote.upperBound >= block.upperBound - 1, quote.count > 5 {
                return Report(spans: [quote], cue: quote.lowerBound..<quote.lowerBound, verb: -1, speaker: nil, tie: .none)
            }
            if quote.upperBound + 1 < block.upperBound,
                text.tokens[quote.upperBound].kind == .colon || text.tokens[quote.upperBound].kind == .dash,
                isSpeakerLabel(quote.upperBound + 1..<block.upperBound)
            {
                return Report(
                    spans: [quote], cue: quote.upperBound..<quote.upperBound + 1, verb: quote.upperBound,
                    speaker: quote.upperBound + 1..<block.upperBound, tie: .colon)
            }
        }
        // *“I counted them out again”: a captain's night*: the marks are the claim, the rest tells of whom.
        if text.isQuoted(block.lowerBound) {
            let quote = text.quoted[Int(text.quoteOf[block.lowerBound])].tokens
            if quote.count > 4, quote.upperBound + 1 < block.upperBound, text.tokens[quote.upperBound].kind == .colon {
                return Report(spans: [quote], cue: quote.lowerBound..<quote.lowerBound, verb: -1, speaker: nil, tie: .none)
            }
        }
        return nil
    }

    /// Whether a label before a colon names somebody who can speak, and nothing more.
    func isSpeakerLabel(_ label: TokenRange) -> Bool {
        guard label.count <= 7, phrases.isAgent(label) else { return false }
        if isColumn(label) { return false }
        let head = phrases.head(of: label)
        if let name = phrases.name(at: head) {
            return (name.kind == .person || name.kind == .organisation || name.kind == .location && name.country >= 0)
                && name.tokens.upperBound == label.upperBound
        }
        return text.tokens[head].isAny(of: [.role, .people, .body]) && head == label.upperBound - 1
            && !label.contains { text.tokens[$0].kind == .comma }
    }

    /// *Transcript: …*, *Reed v Reed: …*
    func isColumn(_ label: TokenRange) -> Bool {
        label.contains { at in
            Self.columns.contains { text.token(at, is: $0) } && (label.count == 1 || at > label.lowerBound)
        }
    }

    /// What stands before a colon at the head of an article and is nobody: what kind of article it is, and the sides of a case.
    private static let columns: [StaticString] = [
        "transcript", "review", "interview", "profile", "obituary", "analysis", "explainer", "opinion", "comment",
        "editorial", "column", "blog", "video", "podcast", "gallery", "letters", "quiz", "recap", "v", "vs", "versus",
    ]

    /// *Leaked audit: a third of the wheat never arrived*: a document, and a clause.
    private func isDocumentLabel(_ label: TokenRange, _ claim: TokenRange) -> Bool {
        let head = label.upperBound - 1
        return label.count < 4 && text.tokens[head].classes.contains(.document) && phrases.nameOf[head] < 0
            && !isColumn(label) && clauses.hasFiniteVerb(claim.lowerBound, claim.upperBound)
            && !text.isQuoted(claim.lowerBound) && !text.tokens[claim.lowerBound].isAny(of: .interrogative)
    }

    private func hasClauseOfSaying(_ run: TokenRange) -> Bool {
        run.contains { at in
            text.tokens[at].classes.contains(.cue) && !text.isQuoted(at)
                && clauses.clause(at: at, in: run, previous: nil, titleCase: true).map { clause in
                    !clause.isImplied && clause.lexical.takes.contains(.that)
                        && clause.subject.map { phrases.name(at: $0.upperBound - 1)?.kind == .person } ?? false
                } ?? false
        }
    }

    /// The last turn of an article that is laid out as questions and answers, or as turns with the speaker's name before
    /// each: the block's number. Nil for other articles.
    mutating func findLastInterviewTurn() -> Int? {
        transcriptLabels = findTranscriptLabels()
        var labelled = 0
        var last: Int?
        for (index, part) in text.parts.enumerated() where part.kind == .paragraph || part.kind == .listItem {
            guard let colon = turnLabel(part.tokens), colon + 1 < part.tokens.upperBound else { continue }
            labelled += 1
            last = index
        }
        return labelled >= 3 || labelled == 2 && text.parts.count <= 6 ? last : nil
    }

    /// *OPERATOR:*, *FIRST VOICE:*, *Hive & Hedge:*: words in capitals, or with a capital each, before a colon that stand at the
    /// head of several blocks.
    private func findTranscriptLabels() -> Set<String> {
        var known: Set<String> = []
        var repeated: Set<String> = []
        for part in text.parts where part.kind == .paragraph || part.kind == .listItem {
            guard let colon = part.tokens.prefix(5).first(where: { text.tokens[$0].kind == .colon }),
                colon > part.tokens.lowerBound, colon + 1 < part.tokens.upperBound
            else { continue }
            let label = part.tokens.lowerBound..<colon
            let isShouted = label.allSatisfy {
                text.tokens[$0].shape.contains(.allCapitals) || text.tokens[$0].kind == .number
            }
            let isName =
                label.count > 1 && label.allSatisfy { text.tokens[$0].isCapital || text.tokens[$0].kind == .symbol }
            guard isShouted || isName, text.tokens[label.lowerBound].isWord else { continue }
            if !known.insert(text.string(of: label)).inserted { repeated.insert(text.string(of: label)) }
        }
        return repeated
    }

    /// Whether a block without a label goes on with an interview's turn, and is no stage direction: *She laughs.*
    func goesOnWithInterview(_ block: TokenRange, _ turn: Report) -> Bool {
        let first = block.lowerBound
        if text.token(first, is: "he") || text.token(first, is: "she") || text.tokens[first].kind == .openBracket {
            return false
        }
        guard let name = phrases.name(at: first), name.kind == .person, let label = turn.speaker else { return true }
        // *A: …*, and then *Berg, 47, grew up in the north*: whom the article names first is told of again.
        if label.count == 1, let known = phrases.names.first(where: { $0.kind == .person }),
            let family = known.tokens.last, let word = name.tokens.last
        {
            return !text.bytes(of: family).elementsEqual(text.bytes(of: word))
        }
        return !label.contains { at in name.tokens.contains { text.bytes(of: at).elementsEqual(text.bytes(of: $0)) } }
    }

    /// The colon after the speaker's label at the head of a block.
    private func turnLabel(_ block: TokenRange) -> Int? {
        guard let colon = block.prefix(16).first(where: { text.tokens[$0].kind == .colon && !text.isQuoted($0) }),
            colon > block.lowerBound
        else {
            return nil
        }
        // *CHAIR (to the clerk): …*
        var end = colon
        if text.tokens[colon - 1].kind == .closeBracket,
            let open = (block.lowerBound..<colon).first(where: { text.tokens[$0].kind == .openBracket })
        {
            end = open
        }
        guard end > block.lowerBound, end - block.lowerBound < 7 else { return nil }
        let label = block.lowerBound..<end
        if transcriptLabels.contains(text.string(of: label)) { return colon }
        if label.count == 1,
            text.token(label.lowerBound, is: "q") || text.token(label.lowerBound, is: "a")
                || text.token(label.lowerBound, is: "question") || text.token(label.lowerBound, is: "answer")
        {
            return colon
        }
        return isSpeakerLabel(label) ? colon : nil
    }

    /// A turn of an interview: all that follows the speaker's label.
    func interviewTurn(_ block: TokenRange) -> Report? {
        guard let colon = turnLabel(block), (colon + 1..<block.upperBound).contains(where: { text.tokens[$0].isWord })
        else { return nil }
        return Report(
            spans: [colon + 1..<block.upperBound], cue: colon..<colon + 1, verb: colon,
            speaker: block.lowerBound..<(block.first { text.tokens[$0].kind == .openBracket && $0 < colon } ?? colon),
            tie: .colon, isLaidOut: true)
    }

    /// *“We count fish,” – Anna Berg, biologist*: words in marks, signed after a dash.
    func signed(_ sentence: TokenRange) -> Report? {
        guard let first = sentence.first(where: { text.isQuoted($0) }),
            !(sentence.lowerBound..<first).contains(where: { text.tokens[$0].isWord })
        else { return nil }
        let quote = text.quoted[Int(text.quoteOf[first])].tokens
        let dash = quote.upperBound
        guard dash + 1 < sentence.upperBound, text.tokens[dash].kind == .dash, words(quote) > 2,
            let past = phrases.phrase(from: dash + 1, before: sentence.upperBound),
            let name = phrases.name(at: past - 1), name.kind == .person, name.tokens.upperBound == past,
            past >= sentence.upperBound || text.tokens[past].kind == .comma || text.tokens[past].kind == .stop,
            sentence.upperBound - past < 12, !clauses.hasFiniteVerb(dash, sentence.upperBound)
        else { return nil }
        return Report(
            spans: [quote], cue: dash..<dash + 1, verb: dash, speaker: dash + 1..<past, tie: .colon)
    }
}
