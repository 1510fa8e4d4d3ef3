import EnglishModel

/// What is no quotation by the product's rules, however much it reads like one: words on signs, titles, verbs with nothing
/// but a topic, what somebody was told by nobody in particular.
struct Exclusions {
    let text: AnalysedText
    let phrases: NounPhrases
    let finder: QuotationFinder

    init(_ text: AnalysedText, _ phrases: NounPhrases) {
        self.text = text
        self.phrases = phrases
        finder = QuotationFinder(text: text, phrases: phrases, clauses: Clauses(text: text, phrases: phrases))
    }

    /// Whether a report that no rule found is to be left out.
    func covers(_ report: Report) -> Bool {
        guard let first = report.spans.first?.lowerBound else { return true }
        let after = report.spans.first { $0.lowerBound > report.verb }?.lowerBound ?? first
        return isSign(report, after) || isTitle(report, after) || isTopic(report, after) || isPassive(report)
            || isUntold(report, after) || isAfterthought(report) || isAnnounced(report) || isFound(report, after)
            || isNote(first) || isNobodys(report) || isEmpty(report, after)
            || isFarFromNoun(report, after) || isObject(report, after) || isList(report, after)
            || isSubject(report) || isWithin(report, after) || isRelative(report, after) || isNamed(report, after)
            || isPredicate(report, after) || isApart(report, after) || isAdverbial(report) || isAside(report, after)
            || isShown(report) || isAbout(report, after)
            || isTitleOfName(report) || isNoun(report, after) || isOpening(report, after)
            || finder.clauses.isNamedBy(after) || finder.clauses.isDoneToPeople(report.verb, after..<max(after, report.end))
            || isHandled(report, after) || isAdjective(report, after)
            || finder.asksToStayUnnamed(report.extent)
    }

    /// *denies it*, *tell it differently*, *has not offered to come*: a word for what is not said here.
    private func isEmpty(_ report: Report, _ content: Int) -> Bool {
        let words = report.spans.reduce(0) { sum, span in sum + span.count { text.tokens[$0].isWord } }
        if finder.clauses.answersWhatWasSaid(report.verb, content) { return words > 1 }
        if words < 3, text.tokens[content].isAny(of: .pronoun) || words == 1 && text.tokens[content].isAny(of: .determiner),
            phrases.nameOf[content] < 0, !text.isQuoted(content)
        {
            return true
        }
        if content == report.verb + 1, !text.isQuoted(content), finder.clauses.saysMuch(content, report.end) { return true }
        // *Governor Pell, who is never short of words, said nothing*
        if report.end <= report.verb, report.verb + 1 < text.tokens.count,
            finder.clauses.saysMuch(report.verb + 1, text.tokens.count)
        {
            return true
        }
        if text.bytes(of: report.verb).starts(with: "put".utf8), report.tie == .cue, !text.isQuoted(content),
            !finder.clauses.measures(content, report.end)
        {
            return true
        }
        if text.token(content, is: "because") || words == 1 && text.token(content, is: "so") { return true }
        // *told them nothing at all*
        if content == report.verb + 1, !text.isQuoted(content), text.tokens[content].classes.contains(.pronoun),
            ["tell", "tells", "told", "telling"].contains(where: { text.token(report.verb, is: $0) })
        {
            return true
        }
        // *Nobody disputes that*
        if text.token(report.speaker?.last ?? report.cue.lowerBound, is: "nobody")
            || text.token(report.cue.lowerBound, is: "nobody") || report.speaker.map({ finder.isNobody($0) }) ?? false
        {
            return true
        }
        // *has written to the minister*: who is written to.
        if report.tie == .cue, content == report.verb + 2, text.token(content - 1, is: "to"), report.spans.count == 1,
            phrases.isAgent(content..<report.end), !report.spans[0].contains(where: { text.isQuoted($0) }),
            !finder.clauses.hasFiniteVerb(content, report.end)
        {
            return true
        }
        // *did not answer his door*
        if report.tie == .cue, content > report.verb, report.cue.contains(where: { text.tokens[$0].isAny(of: .negation) }),
            text.tokens[content].isAny(of: [.determiner, .possessive]), !text.token(content, is: "that"),
            !report.spans.contains(where: { $0.contains { text.isQuoted($0) } }),
            !finder.clauses.hasFiniteVerb(content, report.end)
        {
            return true
        }
        return text.token(content, is: "to") && report.cue.contains { text.tokens[$0].isAny(of: .negation) }
    }

    /// *opened the line*, *lit the lamp*: a verb that, for the lists, reports no noun, and a thing that something is done to.
    private func isObject(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, content == report.verb + 1, report.spans.count == 1,
            !reportsNouns(report.verb),
            finder.clauses.isPastVerb(report.verb) || report.verb > 0 && text.token(report.verb - 1, is: "to"),
            !report.spans[0].contains(where: { text.isQuoted($0) }),
            !text.tokens[content].isAny(of: [.subordinator, .interrogative, .preposition]),
            !text.token(content, is: "that"),
            !text.token(content, is: "to")
        else { return false }
        // *when she opened the shop to see why, there was a light*: behind the comma is another clause.
        let sentence = text.sentences[sentencesEnding(before: report.verb + 1)]
        var start = report.verb
        while start > sentence.lowerBound, text.tokens[start - 1].kind != .comma { start -= 1 }
        if text.tokens[start].classes.contains(.conjunction) { start += 1 }
        let isAside = text.tokens[start].isAny(of: [.subordinator, .interrogative])
        // *opened a tin and sat down*: behind *and* too.
        let limit = (content..<report.end).first {
            isAside && text.tokens[$0].kind == .comma
                || text.token($0, is: "and") && $0 + 1 < report.end && finder.clauses.isPastVerb($0 + 1)
        }
        return !finder.clauses.hasFiniteVerb(content, limit ?? report.end)
    }

    /// *the red card, shown to Reed*: a participle that tells of the noun before it.
    private func isShown(_ report: Report) -> Bool {
        guard report.tie == .cue, report.verb > 0, text.tokens[report.verb - 1].kind == .comma, report.start > report.verb,
            text.tokens[report.verb].entry >= 0
        else { return false }
        let form = text.lexicon.entries[Int(text.tokens[report.verb].entry)].verbForm
        return form.contains(.participle) && !form.contains(.past)
    }

    /// *says a lot about the man*: of whom something is said, and not what.
    private func isAbout(_ report: Report, _ content: Int) -> Bool {
        content > report.verb + 1 && !text.isQuoted(content) && text.token(content - 1, is: "about")
            && text.bytes(of: report.verb).starts(with: "sa".utf8)
    }

    /// *can tell the two apart*, *tells a herring from a sprat*: no words are told.
    private func isApart(_ report: Report, _ content: Int) -> Bool {
        guard ["tell", "tells", "told", "telling"].contains(where: { text.token(report.verb, is: $0) }),
            content == report.verb + 1, !report.spans.contains(where: { $0.contains { text.isQuoted($0) } })
        else { return false }
        let words = content..<min(content + 9, report.end)
        return words.contains { at in
            ["apart", "from", "nothing", "little"].contains { text.token(at, is: $0) }
        } && !words.contains { text.token($0, is: "that") || text.token($0, is: "to") }
    }

    /// *The minister, who alone can tell them, has been away*: behind the aside the sentence goes on.
    private func isAside(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, content > report.verb, !text.isQuoted(content), text.tokens[content - 1].kind == .comma,
            let speaker = report.speaker?.lowerBound, text.tokens[speaker].classes.contains(.relative)
        else { return false }
        return text.tokens[content].classes.contains(.auxiliary)
    }

    /// *read out a short statement*: words are only named, by what they are.
    private func isNamed(_ report: Report, _ content: Int) -> Bool {
        let first = text.token(content, is: "out") ? content + 1 : content
        guard Self.reading.contains(where: { text.token(report.verb, is: $0) }), content > report.verb,
            first < text.tokens.count, text.tokens[first].isAny(of: [.determiner, .possessive])
        else { return false }
        return !report.spans.contains { $0.contains { text.isQuoted($0) } }
            && !finder.clauses.hasFiniteVerb(content, report.end)
    }

    private static let reading: [StaticString] = ["read", "reads", "reading"]

    private func reportsNouns(_ verb: Int) -> Bool {
        guard text.tokens[verb].entry >= 0 else { return false }
        let entry = text.lexicon.entries[Int(text.tokens[verb].entry)]
        guard entry.cueVerb >= 0 else { return false }
        let takes = text.lexicon.cueVerbs[Int(entry.cueVerb)].takes
        return !takes.contains(.weak) || !takes.isDisjoint(with: [.nounPhrase, .demand])
    }

    /// *Her film “Dawn” opened in May*: words in marks right before a verb, with no comma, are its subject.
    private func isSubject(_ report: Report) -> Bool {
        guard report.tie == .cue, let last = report.spans.last?.last, last + 1 == report.cue.lowerBound,
            text.isQuoted(last), !reportsNouns(report.verb)
        else { return false }
        return !finder.endsComplete(text.quoted[Int(text.quoteOf[last])].tokens)
    }

    /// *Among them: rain, wind and “a little hail”*: what stands before the colon is nobody.
    private func isList(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .colon, !text.isQuoted(content) else { return false }
        // *She handed it to the only one who asked: her granddaughter*
        if let speaker = report.speaker, speaker.upperBound < report.verb,
            !(speaker.upperBound..<report.verb).contains(where: {
                text.tokens[$0].classes.contains(.cue) && !text.tokens[$0 - 1].classes.contains(.relative)
            })
        {
            return true
        }
        return report.speaker.map { !phrases.isAgent($0) || finder.isColumn($0) } ?? true
    }

    /// *The trial of a man accused of theft opened*: words on both sides of a cue that nobody's is.
    private func isNobodys(_ report: Report) -> Bool {
        report.tie == .cue && report.speaker == nil && report.start < report.verb && report.end > report.verb
    }

    /// *left a note that said “Please”*: a clause of saying is not what another one says.
    private func isNote(_ content: Int) -> Bool {
        content + 1 < text.tokens.count && text.token(content, is: "that") && !text.isQuoted(content)
            && text.tokens[content + 1].classes.contains(.cue) && phrases.nameOf[content + 1] < 0
    }

    /// *found him asleep*, *told a joke*: what is found and told is no words.
    private func isFound(_ report: Report, _ content: Int) -> Bool {
        // *told a joke that only the cook got*
        if report.verb > 1, finder.clauses.isTold(report.verb - 1, report.verb + 1),
            text.token(report.verb - 2, is: "told") || text.token(report.verb - 2, is: "tells")
        {
            return true
        }
        if Self.finding.contains(where: { text.token(report.verb, is: $0) }) {
            return !text.token(content, is: "that") && !text.isQuoted(content)
        }
        return
            (text.token(report.verb, is: "told") || text.token(report.verb, is: "tells")
            || text.token(report.verb, is: "tell") || text.token(report.verb, is: "telling"))
            && (finder.clauses.isTold(content, text.tokens.count)
                || finder.clauses.isTold(report.verb + 1, text.tokens.count))
    }

    private static let finding: [StaticString] = ["found", "find", "finds", "finding"]

    /// *told a crowd of fans in the square:* what is said comes after the colon.
    private func isAnnounced(_ report: Report) -> Bool {
        guard report.end > report.verb, report.end + 1 < text.tokens.count, text.tokens[report.end].kind == .colon else {
            return false
        }
        return endsSentence(report.end + 1) || text.isQuoted(report.end + 1)
    }

    /// Whether a sentence ends right before a token.
    private func endsSentence(_ past: Int) -> Bool {
        let next = sentencesEnding(before: past)
        return next < text.sentences.count && text.sentences[next].upperBound == past
    }

    /// How many sentences end before a token, which so is the number of the one it is in, or that ends there. By binary
    /// search.
    func sentencesEnding(before past: Int) -> Int {
        var low = 0
        var high = text.sentences.count
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].upperBound < past { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// *a sign that said “HANDS OFF”*
    private func isSign(_ report: Report, _ content: Int) -> Bool {
        if finder.isSurface(report.verb) || report.speaker.map({ finder.saysOnThing($0) }) ?? false { return true }
        guard text.isQuoted(content) || text.isQuoted(report.start) else { return false }
        if finder.isShouted(content) { return true }
        // *“HANDS OFF,” said the largest banner*
        if report.start < report.verb, text.isQuoted(report.start),
            (report.verb + 1..<min(report.verb + 5, text.tokens.count)).contains(where: { finder.isSurface($0) })
        {
            return true
        }
        // *chanting “Out!” and carrying banners that read “Enough”*
        let last = report.spans.last?.last ?? content
        let isOnThing = (content..<last).contains { at in
            !text.isQuoted(at) && finder.isSurface(at) && (at + 1..<min(at + 4, last + 1)).contains { text.isQuoted($0) }
        }
        return isOnThing || (max(0, min(report.verb, content) - 6)..<content).contains { finder.isSurface($0) }
    }

    /// *a website called “Night Train”*
    private func isTitle(_ report: Report, _ content: Int) -> Bool {
        if text.isQuoted(content),
            (max(0, report.verb - 6)..<report.verb).contains(where: { finder.isNickname(content, $0) })
        {
            return true
        }
        if report.tie == .colon, text.isQuoted(content), finder.isTitled(content) { return true }
        // *sang “The Long Night”*, *after the release of “The Long Night,”*
        if text.isQuoted(content), finder.isTitled(content), content > report.verb + 1, text.token(content - 1, is: "of") {
            return true
        }
        if finder.isPerformed(report.verb, content) { return true }
        // *posted a sample of it under the heading “Free”*
        if !text.isQuoted(content), !text.token(content, is: "that"), content + 1 < report.end,
            let name = (content + 1..<report.end).first(where: { finder.clauses.isNamedBy($0) }),
            !finder.clauses.hasFiniteVerb(content, name)
        {
            return true
        }
        // *a woman called Anna will come*
        if content == report.verb + 1, text.token(report.verb, is: "called"), phrases.nameOf[content] >= 0 { return true }
        return content == report.verb + 1 && text.isQuoted(content)
            && Self.naming.contains { text.token(report.verb, is: $0) }
    }

    /// *talked about the proposal*, *echoed these sentiments*: no words are reported.
    private func isTopic(_ report: Report, _ content: Int) -> Bool {
        guard Self.topical.contains(where: { text.token(report.verb, is: $0) }) else { return false }
        return !report.spans.contains { $0.contains { text.isQuoted($0) } }
            && (!text.tokens[content].isAny(of: [.interrogative, .subordinator]) || text.token(content, is: "as"))
    }

    /// *meet on disputed bridge*: a participle behind a preposition tells of the noun after it.
    private func isAdjective(_ report: Report, _ content: Int) -> Bool {
        guard report.tie == .cue, content == report.verb + 1, report.verb > 0, !text.isQuoted(content),
            text.tokens[report.verb - 1].classes.contains(.preposition), !text.token(report.verb - 1, is: "to"),
            finder.clauses.isPastVerb(report.verb)
        else { return false }
        return phrases.nameOf[report.verb - 1] < 0
    }

    /// *released four minutes of video*, *pressed into tiles*: what is done to things.
    private func isHandled(_ report: Report, _ content: Int) -> Bool {
        let isPressed = ["press", "presses", "pressed", "pressing"].contains { text.token(report.verb, is: $0) }
        guard isPressed || ["released", "releases", "releasing"].contains(where: { text.token(report.verb, is: $0) }),
            content > report.verb, !report.spans.contains(where: { $0.contains { text.isQuoted($0) } })
        else { return false }
        let joint = text.tokens[content - 1]
        let isForSomething = text.token(content - 1, is: "for") || joint.kind == .colon || text.token(content, is: "that")
        return !isForSomething && !text.token(content, is: "to") && (isPressed || content == report.verb + 1)
            && !(isPressed && finder.clauses.hasFiniteVerb(content, report.end))
    }

    /// *is open at the town hall*, *will open the service with “Dawn”*: a thing that is open or begins.
    private func isOpening(_ report: Report, _ content: Int) -> Bool {
        ["open", "opens", "opened", "opening"].contains { text.token(report.verb, is: $0) }
            && content > report.verb && !text.token(content, is: "to") && text.tokens[content - 1].kind != .colon
            && !(text.isQuoted(content) && text.tokens[content - 1].kind == .comma)
    }

    /// *He was told to wait*
    private func isPassive(_ report: Report) -> Bool {
        guard text.tokens[report.verb].entry >= 0 else { return false }
        let form = text.lexicon.entries[Int(text.tokens[report.verb].entry)].verbForm
        guard form.contains(.participle) || form.contains(.past),
            report.speaker.map({ $0.lowerBound < report.verb }) ?? true
        else { return false }
        var at = report.verb - 1
        while at >= 0, report.verb - at < 5, text.tokens[at].isAny(of: [.adverb, .negation]) { at -= 1 }
        return at >= 0 && text.tokens[at].classes.contains(.be)
    }

    /// *he did not say why*
    private func isUntold(_ report: Report, _ content: Int) -> Bool {
        text.tokens[content].isAny(of: .interrogative) && !text.token(content, is: "that")
            && report.cue.contains { text.tokens[$0].isAny(of: .negation) }
    }

    private static let naming: [StaticString] = [
        "called", "titled", "entitled", "named", "dubbed", "known", "headlined", "nicknamed",
    ]

    private static let topical: [StaticString] = [
        "talk", "talks", "talked", "talking", "speak", "speaks", "spoke", "spoken", "speaking", "reference", "references",
        "referenced", "referencing", "respond", "responds", "responded", "responding", "react", "reacts", "reacted",
        "reacting", "echo", "echoes", "echoed", "echoing",
    ]
}
