import EnglishModel

/// Words that a cue may report: those of the rules, those that were read, or others that read almost as well.
struct SpanChoice {
    /// Never empty.
    var spans: [TokenRange]
    /// By how much their reading falls behind the best; nil where it is none.
    var lag: Int32?
    var isRuled = false
    var isRead = false

    /// From the first token to the last, what stands between the spans included.
    var extent: TokenRange { spans[0].lowerBound..<spans[spans.count - 1].upperBound }
}

/// What tells which of several words are rather what is reported.
extension Proposals {
    /// The likeliest of the words that a cue may report; nil where there is no choice, or none was learned.
    func best(
        of words: [SpanChoice], for proposal: inout Proposal, _ sentence: TokenRange, _ model: ReportModel, judged: Bool
    ) -> Int? {
        guard words.count > 1, model.hasArbiter || !judged else { return nil }
        let scene = ChoiceScene(words, proposal.report, sentence, self)
        var features = DecisionFeatures(of: 9, from: 400)
        var best: Int?
        var most = Int.min
        for (index, one) in words.enumerated() {
            features.clear()
            describe(one, scene, to: &features)
            if !judged { proposal.choices.append((one.spans, features.list)) }
            guard model.hasArbiter else { continue }
            let worth = model.worth(of: features)
            if worth > most { (best, most) = (index, worth) }
        }
        return best
    }

    private func describe(_ one: SpanChoice, _ scene: ChoiceScene, to features: inout DecisionFeatures) {
        let extent = one.extent
        let verb = scene.report.verb
        let order: UInt64 = extent.lowerBound < verb ? extent.upperBound <= verb ? 1 : 2 : 3
        let start = scene.side(of: extent.lowerBound, from: scene.ruled?.extent.lowerBound)
        let end = scene.side(of: extent.upperBound, from: scene.ruled?.extent.upperBound)
        let read =
            scene.side(of: extent.lowerBound, from: scene.read?.extent.lowerBound) * 4
            + scene.side(of: extent.upperBound, from: scene.read?.extent.upperBound)
        let lag: UInt64 =
            one.lag.map { lag in
                UInt64([0, 10, 25, 50, 80, 120, 180, 250, 350, 500, 700, 1000].count { lag > Int32($0) }) + 1
            } ?? 0
        let whose: UInt64 = (one.isRuled ? 1 : 0) | (one.isRead ? 2 : 0)
        let pieces = UInt64(min(one.spans.count, 3))
        features.add(1, lag, scene.marks)
        features.add(2, lag, whose)
        features.add(3, lag, start * 4 + end)
        features.add(4, whose, scene.marks, scene.form & 1)
        features.add(5, start * 4 + end, scene.marks, scene.form & 3)
        features.add(6, read, scene.marks)
        features.add(7, scene.cue, end)
        features.add(8, scene.cue, start)
        features.add(9, pieces, scene.marks)
        features.add(57, pieces, scene.ruled.map { UInt64(min($0.spans.count, 3)) } ?? 0, whose)
        addBeginning(at: extent.lowerBound, order, scene, to: &features)
        addEnd(at: extent.upperBound, order, scene, to: &features)
        addMarks(of: one, order, scene, end, to: &features)
        if let ruled = scene.ruled { addDifference(extent, from: ruled.extent, (start, end), scene, to: &features) }
        var cues: UInt64 = 0
        for span in one.spans {
            for token in span where cues < 3 && whole.cueOf[token] >= 0 && !scene.report.cue.contains(token) { cues += 1 }
        }
        features.add(43, finder.hasFiniteVerb(extent.lowerBound, extent.upperBound) ? 1 : 0, scene.cue)
        features.add(44, cues, end)
        features.add(45, cues, scene.marks)
    }

    /// Where the words begin.
    private func addBeginning(at first: Int, _ order: UInt64, _ scene: ChoiceScene, to features: inout DecisionFeatures) {
        let opening = tag(first)
        let ahead = tag(first - 1)
        let gap = UInt64(max(0, min(7, first - scene.report.cue.upperBound)))
        features.add(10, opening, order)
        features.add(11, ahead, order)
        features.add(12, opening, ahead)
        features.add(13, scene.cue, opening)
        features.add(14, gap, opening)
        features.add(15, gap, scene.cue)
        features.add(16, whole.word(at: first), order)
        features.add(17, opening, scene.form)
        features.add(18, order, scene.cue)
        features.add(62, cluster(first), order)
        features.add(63, cluster(first - 1), order)
    }

    /// Where they end.
    private func addEnd(at past: Int, _ order: UInt64, _ scene: ChoiceScene, to features: inout DecisionFeatures) {
        let closing = tag(past - 1)
        let next = tag(past)
        let word = past < text.tokens.count ? whole.word(at: past) : 0
        features.add(20, closing, order)
        features.add(21, next, scene.marks)
        features.add(22, closing, next)
        features.add(23, next, tag(past + 1))
        features.add(24, scene.cue, next)
        features.add(25, word, scene.marks)
        features.add(26, word, past + 1 < text.tokens.count ? whole.word(at: past + 1) : 0)
        features.add(27, past + 1 >= scene.area.upperBound ? 1 : 0, order, scene.marks)
        features.add(58, word, suffix(past + 1))
        features.add(59, suffix(past), scene.marks)
        features.add(60, cluster(past - 1), cluster(past))
        features.add(61, word, cluster(past + 1))
        features.add(64, whole.word(at: past - 1), next)
    }

    /// How many they are, and how they lie to quotation marks.
    private func addMarks(
        of one: SpanChoice, _ order: UInt64, _ scene: ChoiceScene, _ end: UInt64, to features: inout DecisionFeatures
    ) {
        let extent = one.extent
        var (marked, plain, head, tail, last) = (0, 0, 0, 0, -1)
        for span in one.spans {
            for token in span {
                if text.isQuoted(token) {
                    last = token
                    tail = 0
                    if whole.isWord(token) { marked += 1 }
                } else if whole.isWord(token) {
                    plain += 1
                    tail += 1
                    if marked == 0 { head += 1 }
                }
            }
        }
        let size = UInt64([1, 2, 3, 5, 8, 12, 18, 26].count { marked + plain > $0 })
        features.add(41, size, scene.form, scene.marks)
        features.add(42, size, end)
        guard scene.marks > 0 else { return }
        let heads = UInt64([0, 1, 2, 4, 7, 12].count { head > $0 })
        let tails = UInt64([0, 1, 2, 4, 7, 12].count { tail > $0 })
        let inside = UInt64([0, 1, 3, 6, 12].count { marked > $0 })
        let isMarked: UInt64 = last < 0 ? 0 : 1
        let behind = last < 0 ? 3 : tag(last + 1)
        let next = tag(extent.upperBound)
        let opening = tag(extent.lowerBound)
        /// How far marks are, up to the end of what is looked at.
        func distance(_ tokens: some Sequence<Int>) -> UInt64 {
            for (steps, token) in tokens.enumerated() where text.isQuoted(token) {
                return UInt64([0, 1, 3, 6, 12].count { steps > $0 }) + 1
            }
            return 0
        }
        let beyond = distance(extent.upperBound..<max(extent.upperBound, scene.area.upperBound))
        let before = distance((scene.area.lowerBound..<max(scene.area.lowerBound, extent.lowerBound)).reversed())
        features.add(30, tails, inside)
        features.add(31, tails, behind)
        features.add(32, tails, behind, next)
        features.add(33, heads, opening)
        features.add(34, heads, tails, inside)
        features.add(35, beyond, next)
        features.add(36, beyond, tails, isMarked)
        features.add(37, before, heads)
        features.add(38, before, order)
        features.add(39, last < 0 || last + 1 >= text.tokens.count ? 0 : whole.word(at: last + 1), tails)
        if tail > 0, last >= 0 {
            features.add(40, finder.hasFiniteVerb(last + 1, extent.upperBound) ? 1 : 0, tails, behind)
        }
    }

    /// What they have beside the rules' words, or lack.
    private func addDifference(
        _ extent: TokenRange, from ruled: TokenRange, _ sides: (start: UInt64, end: UInt64), _ scene: ChoiceScene,
        to features: inout DecisionFeatures
    ) {
        if extent.upperBound != ruled.upperBound {
            let between = min(extent.upperBound, ruled.upperBound)..<max(extent.upperBound, ruled.upperBound)
            let first = tag(between.lowerBound)
            features.add(50, sides.end, first)
            features.add(51, sides.end, whole.word(at: between.lowerBound))
            features.add(52, sides.end, UInt64([1, 2, 3, 5, 8, 12].count { between.count > $0 }), scene.marks)
            features.add(53, sides.end, first, tag(between.lowerBound + 1))
            features.add(54, sides.end, finder.hasFiniteVerb(between.lowerBound, between.upperBound) ? 1 : 0, first)
        }
        if extent.lowerBound != ruled.lowerBound {
            let size = abs(extent.lowerBound - ruled.lowerBound)
            features.add(55, sides.start, tag(ruled.lowerBound), tag(extent.lowerBound))
            features.add(56, sides.start, UInt64([1, 2, 3, 5, 8].count { size > $0 }), scene.marks)
        }
    }

    /// The coarse cluster of a word outside marks and names.
    @inline(__always)
    private func cluster(_ token: Int) -> UInt64 { instead(of: token) ?? whole.sketches[token].coarse }

    /// The last bytes of a word outside marks and names.
    @inline(__always)
    private func suffix(_ token: Int) -> UInt64 { instead(of: token) ?? whole.sketches[token].suffix }

    /// What stands for what is no word outside marks and names.
    @inline(__always)
    private func instead(of token: Int) -> UInt64? {
        guard token >= 0, token < text.tokens.count else { return 999 }
        return text.isQuoted(token) || whole.phrases.nameOf[token] >= 0 ? 998 : nil
    }
}

/// What the words that a cue may report are held against.
private struct ChoiceScene {
    let report: Report
    let cue: UInt64
    /// The form of the cue's verb, and whether it is of thought or was guessed from a weak sign.
    let form: UInt64
    /// The sentence, and what the rules have beyond it.
    let area: TokenRange
    /// 1 where words stand in marks there, else 0.
    let marks: UInt64
    let ruled: SpanChoice?
    let read: SpanChoice?

    init(_ words: [SpanChoice], _ report: Report, _ sentence: TokenRange, _ proposals: Proposals) {
        self.report = report
        let text = proposals.text
        let entry = text.tokens[report.verb].entry
        cue = proposals.whole.word(at: report.verb)
        form =
            (entry >= 0 ? UInt64(text.lexicon.entries[Int(entry)].verbForm.rawValue) : 99) << 2
            | (report.isThought ? 1 : 0) | (report.isWeak ? 2 : 0)
        area = words.reduce(sentence) {
            min($0.lowerBound, $1.extent.lowerBound)..<max($0.upperBound, $1.extent.upperBound)
        }
        marks = area.contains { text.isQuoted($0) } ? 1 : 0
        ruled = words.first(where: \.isRuled)
        read = words.first(where: \.isRead)
    }

    /// Where words begin or end beside others: there 0, before 1, behind 2; 3 where there are no others.
    func side(of own: Int, from other: Int?) -> UInt64 {
        guard let other else { return 3 }
        return own == other ? 0 : own < other ? 1 : 2
    }
}
