import DocumentModel
import EnglishModel

/// What a judge sees of what may be a quotation.
extension Proposals {
    /// Tells of each proposal what a judge sees of it and of those around.
    func describe(_ proposals: inout [Proposal], _ tell: (inout Proposal, borrowing DecisionFeatures) -> Void) {
        var features = DecisionFeatures(of: 8, from: 300)
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
            features.clear()
            addFeatures(
                of: proposals[index], isInside: isInside, meetsRuled: meetsRuled, gap: [8, 20, 50, 120].count { gap > $0 },
                to: &features)
            tell(&proposals[index], features)
        }
    }

    private func addFeatures(
        of proposal: Proposal, isInside: Bool, meetsRuled: Bool, gap: Int, to features: inout DecisionFeatures
    ) {
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
    }

    /// What the words of a report and those around it look like.
    private func addSurroundings(
        of report: Report, _ form: UInt64, _ origin: UInt64, to features: inout DecisionFeatures
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

    private static let kinds = EntityKind.allCases

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
