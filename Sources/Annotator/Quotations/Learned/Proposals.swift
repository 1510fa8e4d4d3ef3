import DocumentModel
import EnglishModel

/// What may be a quotation: by the rules, by what was learned, or by both.
package struct Proposal {
    /// Who proposes it.
    enum Origin: UInt8 {
        case both
        case learned
        case ruled
    }

    var report: Report
    let origin: Origin
    /// How much better the learned reading is than none; nil where nothing was read.
    var margin: Int32?
    /// How much of the words of rules and reading is common to both, in sixteenths.
    var agreement = 16
    var advantage: Int32?
    /// Whether the words are those of the rules where both propose some.
    var isAsRuled = false
    /// How likely it is, in thousandths, as the judge has it.
    fileprivate(set) var probability = 0
    /// What the judge sees, where it is to learn from it.
    package fileprivate(set) var features: [UInt32] = []
    /// Where a cue may report several words: all, with what tells which are right, where that is to be learned.
    package var choices: [(spans: [Range<Int>], features: [UInt32])] = []

    /// From the first token to the last, what stands between the spans included.
    package var extent: Range<Int> { report.extent }
    package var spans: [Range<Int>] { report.spans }
    package var isThought: Bool { report.isThought }
    /// The token of the cue's verb; -1 for none.
    package var cue: Int { report.verb }
}

/// Brings together what the rules found and what a learned model reads.
struct Proposals {
    let whole: ReportingText
    let text: AnalysedText
    private let exclusions: Exclusions
    let finder: Clauses

    /// Readings that are less likely than this are passed over.
    static let floor: Int32 = -4000
    /// By how much a reading must be better than what the rules have for its words to be taken, where no choice was learned.
    static let trusted: Int32 = 500

    init(_ whole: ReportingText) {
        self.whole = whole
        text = whole.text
        exclusions = Exclusions(whole.text, whole.phrases)
        finder = Clauses(text: whole.text, phrases: whole.phrases)
    }

    /// The proposals for a text, each judged by the model, or with what a judge sees for one to learn from.
    func all(_ readings: [ReportTagger.Reading], _ model: ReportModel, judged: Bool) -> [Proposal] {
        var proposals: [Proposal] = []
        proposals.reserveCapacity(max(readings.count, whole.reports.count))
        var isRead = [Bool](repeating: false, count: whole.reports.count)
        for reading in readings {
            let index = Int(whole.cueOf[reading.cue])
            if index >= 0, whole.reports[index].verb == reading.cue, !isRead[index] {
                isRead[index] = true
                proposals.append(joined(whole.reports[index], reading, model, judged: judged))
            } else if index < 0, reading.margin >= Self.floor {
                let report = report(reading, model)
                if !exclusions.covers(report) {
                    var proposal = Proposal(report: report, origin: .learned, margin: reading.margin)
                    choose(for: &proposal, reading, model, judged: judged)
                    proposals.append(proposal)
                }
            }
        }
        for (index, report) in whole.reports.enumerated() where !isRead[index] {
            proposals.append(Proposal(report: report, origin: .ruled, margin: nil))
        }
        proposals.sort {
            ($0.report.start, $0.report.end, $0.report.verb) < ($1.report.start, $1.report.end, $1.report.verb)
        }
        keepApart(&proposals)
        describe(&proposals) { proposal, features in
            if judged {
                proposal.probability = model.probability(of: features)
            } else {
                proposal.features = features.list
            }
        }
        return proposals
    }

    /// Sets the words of what no rule found to those that are likeliest.
    private func choose(for proposal: inout Proposal, _ reading: ReportTagger.Reading, _ model: ReportModel, judged: Bool) {
        let spans = proposal.report.spans
        var words = [SpanChoice(spans: spans, lag: 0, isRead: true)]
        for other in reading.others {
            let spans = withoutOthers(other.spans, reading.cue)
            guard !words.contains(where: { $0.spans == spans }), !runsIntoSpeaker(spans, proposal.report) else { continue }
            var report = proposal.report
            report.spans = spans
            if !exclusions.covers(report) { words.append(SpanChoice(spans: spans, lag: other.lag)) }
        }
        if let best = best(of: words, for: &proposal, reading.sentence, model, judged: judged) {
            proposal.report.spans = words[best].spans
        }
    }

    private func joined(_ ruled: Report, _ reading: ReportTagger.Reading, _ model: ReportModel, judged: Bool) -> Proposal {
        var proposal = Proposal(report: ruled, origin: .both, margin: reading.margin)
        proposal.advantage = reading.advantage
        let sentence = reading.sentence
        let spans = extended(withoutOthers(reading.spans, reading.cue), as: ruled.spans, past: sentence)
        let isElsewhere =
            !ruled.spans.contains { $0.overlaps(sentence) }
            || ruled.spans.contains { $0.lowerBound < sentence.lowerBound }
        let common = ruled.spans.reduce(0) { sum, one in spans.reduce(sum) { $0 + one.clamped(to: $1).count } }
        let all = ruled.spans.reduce(0) { $0 + $1.count } + spans.reduce(0) { $0 + $1.count } - common
        proposal.agreement = all == 0 ? 16 : common * 16 / all
        // *what Berg called “a mess”*
        let isNaming = ruled.spans.count == 2 && ruled.spans[0].count == 1
        proposal.isAsRuled =
            isElsewhere || isNaming || reading.margin < 0 || ruled.spans == spans || isAmiss(spans, ruled)
        if !isElsewhere, !isNaming, reading.margin >= 0 {
            let words = words(of: ruled, spans, reading, isRead: !proposal.isAsRuled)
            if let best = best(of: words, for: &proposal, sentence, model, judged: judged) {
                proposal.isAsRuled = words[best].isRuled
                proposal.report.spans = words[best].spans
            } else if !proposal.isAsRuled {
                proposal.isAsRuled = reading.advantage ?? 0 < Self.trusted
                if !proposal.isAsRuled { proposal.report.spans = spans }
            }
        }
        if proposal.report.speaker == nil, !ruled.isOverheard { proposal.report.speaker = reading.source }
        return proposal
    }

    /// The words that a cue of the rules may report: theirs, those that were read, and others.
    private func words(
        of ruled: Report, _ spans: [TokenRange], _ reading: ReportTagger.Reading, isRead: Bool
    ) -> [SpanChoice] {
        var words = [
            SpanChoice(spans: ruled.spans, lag: reading.advantage, isRuled: true, isRead: ruled.spans == spans)
        ]
        if isRead { words.append(SpanChoice(spans: spans, lag: 0, isRead: true)) }
        for other in reading.others {
            let spans = extended(withoutOthers(other.spans, reading.cue), as: ruled.spans, past: reading.sentence)
            guard !words.contains(where: { $0.spans == spans }), !isAmiss(spans, ruled) else { continue }
            words.append(SpanChoice(spans: spans, lag: other.lag))
        }
        return words
    }

    /// Whether words have a fault that the rules' words have not.
    private func isAmiss(_ spans: [TokenRange], _ ruled: Report) -> Bool {
        breaksOff(spans) && !breaksOff(ruled.spans) || runsIntoSpeaker(spans, ruled) || splitsInfinitive(spans, ruled)
            || runsIntoRemark(spans, ruled) || dropsMarks(spans, ruled) || cutsList(spans, ruled)
    }

    /// *“The bridge” – he pointed – “was there,” Reed said*: the words in marks next to the cue are of what it reports.
    private func dropsMarks(_ spans: [TokenRange], _ ruled: Report) -> Bool {
        let quoted = ruled.spans.joined().filter { text.isQuoted($0) }
        guard let nearest = quoted.min(by: { abs($0 - ruled.verb) < abs($1 - ruled.verb) }) else { return false }
        return !spans.contains { $0.contains(nearest) }
    }

    /// *denied taking the tapes, hiding them, or knowing of it*: all of a list of gerunds is denied.
    private func cutsList(_ spans: [TokenRange], _ ruled: Report) -> Bool {
        guard let first = spans.first?.lowerBound, let end = spans.last?.upperBound, end + 1 < ruled.end,
            text.tokens[end].kind == .comma
        else { return false }
        return finder.isGerund(first) && finder.isGerund(end + 1)
    }

    /// What is read, with what the rules have beyond the sentence: no reading sees that.
    private func extended(_ read: [TokenRange], as ruled: [TokenRange], past sentence: TokenRange) -> [TokenRange] {
        var spans = read
        for span in ruled where span.upperBound > sentence.upperBound {
            let rest = max(span.lowerBound, sentence.upperBound)..<span.upperBound
            if let last = spans.last, last.upperBound >= rest.lowerBound - 1 {
                spans[spans.count - 1] = last.lowerBound..<rest.upperBound
            } else {
                spans.append(rest)
            }
        }
        return spans
    }

    /// *He said it was late and that the chair*: whether a clause that *that* opens at the end has no verb.
    private func breaksOff(_ spans: [TokenRange]) -> Bool {
        guard let last = spans.last,
            let that = last.last(where: { text.token($0, is: "that") && !text.isQuoted($0) }), that + 1 < last.upperBound
        else { return false }
        return !(that..<last.upperBound).contains { text.isQuoted($0) }
            && !finder.hasFiniteVerb(that + 1, last.upperBound)
    }

    /// *said it had cost a million, a figure nobody could check*: what the article has to say of what was said.
    private func runsIntoRemark(_ spans: [TokenRange], _ ruled: Report) -> Bool {
        guard let past = spans.last?.upperBound, past > ruled.end, ruled.end < text.tokens.count else { return false }
        let kind = text.tokens[ruled.end].kind
        return (kind == .comma || kind == .dash) && finder.remarksOn(ruled.end + 1, past)
    }

    /// *The ice holds, its keeper, Anna Berg, said*: words of the speaker read as what is said.
    private func runsIntoSpeaker(_ spans: [TokenRange], _ ruled: Report) -> Bool {
        guard let speaker = ruled.speaker else { return false }
        return spans.contains { $0.overlaps(speaker) } && !ruled.spans.contains { $0.overlaps(speaker) }
    }

    /// *declined to say what they were*: what is read begins behind *to say*.
    private func splitsInfinitive(_ spans: [TokenRange], _ ruled: Report) -> Bool {
        guard let start = ruled.spans.first?.lowerBound, let other = spans.first?.lowerBound, start == ruled.verb + 1 else {
            return false
        }
        return text.token(start, is: "to") && other > start && other < start + 4
    }

    /// What a reading has behind a semicolon is another clause's, unless a word joins it to what is said.
    private func withoutOthers(_ spans: [TokenRange], _ cue: Int) -> [TokenRange] {
        guard let last = spans.last, last.upperBound > cue,
            let end = (cue..<last.upperBound).first(where: { at in
                text.tokens[at].kind == .semicolon && !text.isQuoted(at) && at + 1 < last.upperBound
                    && !text.isQuoted(at + 1) && !text.token(at + 1, is: "that")
                    && !text.tokens[at + 1].isAny(of: .conjunction)
            })
        else { return spans }
        let kept = spans.compactMap { span -> TokenRange? in
            let cut = span.lowerBound..<max(span.lowerBound, min(span.upperBound, end))
            return cut.isEmpty ? nil : cut
        }
        return kept.isEmpty ? spans : kept
    }

    /// Where a reading's words would run into what the rules found beside, the rules' words stay.
    private func keepApart(_ proposals: inout [Proposal]) {
        for index in proposals.indices where proposals[index].origin == .both && !proposals[index].isAsRuled {
            let own = proposals[index].extent
            let near = max(0, index - 6)..<min(proposals.count, index + 7)
            guard
                near.contains(where: {
                    $0 != index && proposals[$0].origin != .learned && proposals[$0].extent.overlaps(own)
                })
            else { continue }
            let verb = proposals[index].report.verb
            proposals[index].report.spans = whole.reports[Int(whole.cueOf[verb])].spans
            proposals[index].isAsRuled = true
        }
    }

    private func report(_ reading: ReportTagger.Reading, _ model: ReportModel) -> Report {
        let head = reading.cue
        var first = head
        while first > 0, head - first < 4, text.tokens[first - 1].isAny(of: [.auxiliary, .negation, .adverb]),
            !text.isQuoted(first - 1), whole.phrases.nameOf[first - 1] < 0
        { first -= 1 }
        while first < head, !text.tokens[first].isAny(of: [.auxiliary, .negation]) { first += 1 }
        let isSource =
            text.token(head, is: "according") && head + 1 < text.tokens.count && text.token(head + 1, is: "to")
        let isColon = text.tokens[head].kind == .colon
        let entry = text.tokens[head].entry
        let verb = entry >= 0 ? Int(text.lexicon.entries[Int(entry)].cueVerb) : -1
        var report = Report(
            spans: withoutOthers(reading.spans, head), cue: isSource ? head..<head + 2 : first..<head + 1, verb: head,
            speaker: reading.source,
            tie: isSource ? .accordingTo : isColon ? .colon : .cue)
        if report.speaker == nil, let subject = whole.subject(of: head, in: reading.sentence),
            !report.spans.contains(where: { $0.overlaps(subject) })
        {
            report.speaker = subject
        }
        report.isThought = verb >= 0 ? text.lexicon.cueVerbs[verb].isThought : model.isThought(whole.word(at: head))
        report.isLearned = true
        return report
    }
}
