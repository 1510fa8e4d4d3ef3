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
    /// Where rules and reading have other words: both, and what tells whose are right, where that is to be learned.
    package fileprivate(set) var choice: (ruled: [Range<Int>], read: [Range<Int>], features: [UInt32])?

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
    private static let kinds = EntityKind.allCases

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
                    proposals.append(Proposal(report: report, origin: .learned, margin: reading.margin))
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
            if judged { proposal.probability = model.probability(of: features) } else { proposal.features = features }
        }
        return proposals
    }

    private func joined(_ ruled: Report, _ reading: ReportTagger.Reading, _ model: ReportModel, judged: Bool) -> Proposal {
        var proposal = Proposal(report: ruled, origin: .both, margin: reading.margin)
        proposal.advantage = reading.advantage
        let sentence = reading.sentence
        // What the rules have beyond the sentence no reading sees.
        var spans = withoutOthers(reading.spans, reading.cue)
        for span in ruled.spans where span.upperBound > sentence.upperBound {
            let rest = max(span.lowerBound, sentence.upperBound)..<span.upperBound
            if let last = spans.last, last.upperBound >= rest.lowerBound - 1 {
                spans[spans.count - 1] = last.lowerBound..<rest.upperBound
            } else {
                spans.append(rest)
            }
        }
        let isElsewhere =
            !ruled.spans.contains { $0.overlaps(sentence) }
            || ruled.spans.contains { $0.lowerBound < sentence.lowerBound }
        let common = ruled.spans.reduce(0) { sum, one in spans.reduce(sum) { $0 + one.clamped(to: $1).count } }
        let all = ruled.spans.reduce(0) { $0 + $1.count } + spans.reduce(0) { $0 + $1.count } - common
        proposal.agreement = all == 0 ? 16 : common * 16 / all
        // *what Berg called “a mess”*
        let isNaming = ruled.spans.count == 2 && ruled.spans[0].count == 1
        proposal.isAsRuled =
            isElsewhere || isNaming || reading.margin < 0 || ruled.spans == spans
            || breaksOff(spans) && !breaksOff(ruled.spans) || runsIntoSpeaker(spans, ruled)
            || splitsInfinitive(spans, ruled)
        // Words that stand in marks from end to end are a quotation as they are.
        let isMarked = ruled.spans.allSatisfy { $0.allSatisfy { text.isQuoted($0) || !whole.isWord($0) } }
        if isMarked {
            proposal.isAsRuled = proposal.isAsRuled || reading.advantage ?? 0 < Self.trusted
        } else if !proposal.isAsRuled {
            let features = choice(between: ruled.spans, and: spans, proposal)
            if !judged { proposal.choice = (ruled.spans, spans, features) }
            proposal.isAsRuled = !(model.prefersReading(features) ?? (reading.advantage ?? 0 >= Self.trusted))
        }
        if !proposal.isAsRuled { proposal.report.spans = spans }
        if proposal.report.speaker == nil, !ruled.isOverheard { proposal.report.speaker = reading.source }
        return proposal
    }

    /// *He said it was late and that the chair*: whether a clause that *that* opens at the end has no verb.
    private func breaksOff(_ spans: [TokenRange]) -> Bool {
        guard let last = spans.last,
            let that = last.last(where: { text.token($0, is: "that") && !text.isQuoted($0) }), that + 1 < last.upperBound
        else { return false }
        return !(that..<last.upperBound).contains { text.isQuoted($0) }
            && !finder.hasFiniteVerb(that + 1, last.upperBound)
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

    // MARK: Features

    private func describe(_ proposals: inout [Proposal], _ tell: (inout Proposal, [UInt32]) -> Void) {
        // The furthest end of those before, and the same without what was only learned.
        for index in proposals.indices {
            let own = proposals[index].extent
            var isInside = false
            var meetsRuled = false
            var gap = 1000
            for other in max(0, index - 6)..<min(proposals.count, index + 7) where other != index {
                let extent = proposals[other].extent
                guard extent.overlaps(own) else {
                    if proposals[other].origin != .learned {
                        gap = min(gap, max(extent.lowerBound - own.upperBound, own.lowerBound - extent.upperBound))
                    }
                    continue
                }
                if extent.count > own.count { isInside = true }
                if proposals[other].origin != .learned { meetsRuled = true }
            }
            let features = features(
                proposals[index], isInside: isInside, meetsRuled: meetsRuled, gap: [8, 20, 50, 120].count { gap > $0 })
            tell(&proposals[index], features)
        }
    }

    private func features(_ proposal: Proposal, isInside: Bool, meetsRuled: Bool, gap: Int) -> [UInt32] {
        var features = JudgeFeatures()
        let report = proposal.report
        let origin = UInt64(proposal.origin.rawValue)
        var quoted = 0
        var plain = 0
        for span in report.spans {
            for token in span where text.tokens[token].isWord || text.tokens[token].kind == .number {
                if text.isQuoted(token) { quoted += 1 } else { plain += 1 }
            }
        }
        let form: UInt64 = plain == 0 ? 1 : quoted == 0 ? 2 : 3
        features.add(0, origin)
        features.add(1, origin, form)
        if let margin = proposal.margin {
            let steps: [Int32] = [
                -3000, -2200, -1700, -1300, -1000, -800, -600, -400, -300, -200, -100, 0, 100, 200, 300, 400, 500, 600, 800,
                1000, 1300, 1700, 2200, 3000,
            ]
            let bucket = UInt64(steps.count { margin > $0 })
            features.add(2, bucket)
            features.add(3, bucket / 2, origin)
            features.add(4, bucket / 3, origin, form)
            features.add(5, bucket / 3, form)
            features.add(6, whole.word(at: report.verb))
        }
        let words = [1, 2, 3, 5, 8, 12, 20].count { quoted + plain > $0 }
        features.add(7, UInt64(words), origin)
        features.add(8, UInt64(words), form)
        let flags: UInt64 = (report.isWeak ? 1 : 0) | (report.isImplied ? 4 : 0)
        let tie: UInt64 =
            switch report.tie {
            case .cue: 1
            case .accordingTo: 2
            case .colon: 3
            case .turn: 4
            case .none: 5
            }
        if proposal.origin != .learned {
            features.add(9, tie, origin, flags)
            features.add(10, tie, origin, form)
            features.add(11, flags + (report.isThought ? 2 : 0), origin)
        }
        if proposal.origin == .both {
            let agreement: UInt64 = [0, 4, 8, 12, 15].reduce(0) { $0 + (proposal.agreement > $1 ? 1 : 0) }
            features.add(12, agreement)
            features.add(13, agreement, proposal.isAsRuled ? 1 : 0)
            features.add(14, agreement, form)
            if let advantage = proposal.advantage {
                let steps: [Int32] = [10, 50, 100, 150, 250, 400, 700]
                features.add(19, UInt64(steps.count { advantage > $0 }), proposal.isAsRuled ? 1 : 0)
            }
        }
        features.add(15, report.speaker == nil ? 0 : 1, origin)
        features.add(16, isInside ? 1 : 0, origin)
        features.add(17, meetsRuled ? 1 : 0, origin)
        features.add(18, report.isThought ? 1 : 0, origin)
        features.add(49, UInt64(gap), origin)
        features.add(50, UInt64(gap), form, speakerKind(report))
        if let margin = proposal.margin {
            let step = UInt64(bitPattern: Int64(max(-60, min(60, margin / 80))))
            features.add(51, step, origin)
            features.add(52, step, form)
            features.add(53, whole.word(at: report.verb), step)
        }
        addSurroundings(of: report, form, origin, to: &features)
        return features.list
    }

    /// What the words of a report and those around it look like.
    private func addSurroundings(
        of report: Report, _ form: UInt64, _ origin: UInt64, to features: inout JudgeFeatures
    ) {
        guard let first = report.spans.first?.lowerBound, report.verb >= 0 else { return features.add(40, origin, form) }
        let cue = whole.word(at: report.verb)
        let past = report.end
        let start = tag(first)
        let entry = text.tokens[report.verb].entry
        let shape: UInt64 = entry >= 0 ? UInt64(text.lexicon.entries[Int(entry)].verbForm.rawValue) : 99
        let known: UInt64 = text.tokens[report.verb].classes.contains(.cue) ? 1 : 0
        features.add(20, cue, origin)
        features.add(21, cue, form)
        features.add(22, cue, start)
        features.add(23, start, form, origin)
        features.add(24, start, shape, known)
        let who = speakerKind(report)
        features.add(25, who, origin)
        features.add(26, who, form, shape)
        features.add(27, who, start)
        features.add(28, who, cue)
        let order: UInt64 = first < report.verb ? past <= report.verb ? 1 : 2 : 3
        features.add(29, order, form, origin)
        features.add(30, order, cue)
        features.add(31, tag(past), origin)
        features.add(32, tag(past), form)
        let before = report.speaker.map { min($0.lowerBound, report.cue.lowerBound) } ?? report.cue.lowerBound
        features.add(33, tag(before - 1), origin)
        features.add(34, tag(before - 1), form, who)
        var helpers: UInt64 = 0
        for token in report.cue {
            if text.tokens[token].isAny(of: .negation) { helpers |= 1 }
            if text.tokens[token].classes.contains(.auxiliary) { helpers = helpers | 2 | tag(token) << 2 }
        }
        features.add(35, helpers, form)
        features.add(36, helpers, cue)
        let isClause = report.spans.contains { finder.hasFiniteVerb($0.lowerBound, $0.upperBound) }
        features.add(37, isClause ? 1 : 0, form, origin)
        features.add(38, isClause ? 1 : 0, cue)
        features.add(39, UInt64(min(report.spans.count, 3)), form, origin)
        features.add(41, whole.isInHeading(first) ? 1 : 0, form, origin)
        features.add(42, tag(report.verb + 1), cue)
        features.add(43, tag(report.verb - 1), shape, known)
        var marked = 0
        var marks = 0
        for span in report.spans {
            for token in span where text.isQuoted(token) {
                if text.tokens[token].isWord { marked += 1 }
                if text.quoted[Int(text.quoteOf[token])].tokens.lowerBound == token { marks += 1 }
            }
        }
        let size: UInt64 = UInt64([0, 1, 2, 3, 5, 8].count { marked > $0 })
        features.add(44, size, form, origin)
        features.add(45, size, who, form)
        features.add(46, UInt64(min(marks, 3)), size, text.isQuoted(first) ? 1 : 0)
        let gap = first > report.cue.upperBound ? min(first - report.cue.upperBound, 6) : 0
        features.add(47, UInt64(gap), start, form)
        features.add(48, UInt64(gap), cue)
    }

    /// A word by what it is rather than means.
    func tag(_ token: Int) -> UInt64 {
        guard token >= 0, token < text.tokens.count else { return 1 }
        if text.isQuoted(token) { return 2 }
        if let name = whole.phrases.name(at: token) { return 10 + UInt64(Self.kinds.firstIndex(of: name.kind) ?? 20) }
        let word = text.tokens[token]
        if !word.isWord { return 40 + UInt64(word.kind.rawValue) }
        if word.isAny(of: .function) || word.kind == .clitic { return whole.word(at: token) }
        return 100 + (word.classes.intersection(SentenceUnits.told).rawValue)
    }

    /// What kind of words stand for the speaker.
    private func speakerKind(_ report: Report) -> UInt64 {
        guard let speaker = report.speaker, !speaker.isEmpty else { return 0 }
        let head = whole.phrases.head(of: speaker)
        return tag(head)
    }
}

/// What the judge sees of a proposal, gathered in a list.
private struct JudgeFeatures {
    private(set) var list: [UInt32] = []

    init() { list.reserveCapacity(60) }

    /// Adds the feature of a template with one value, two or three.
    @inline(__always)
    mutating func add(_ template: UInt64, _ one: UInt64, _ two: UInt64? = nil, _ three: UInt64? = nil) {
        var hash = FeatureHash.mix(8, one)
        if let two { hash = FeatureHash.mix(hash &+ 1, two) }
        if let three { hash = FeatureHash.mix(hash &+ 1, three) }
        list.append(FeatureHash.feature(300 + template, hash))
    }
}
