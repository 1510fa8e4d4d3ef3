import EnglishModel

/// What tells, where rules and reading have a quotation with other words, whose words are rather right.
extension Proposals {
    /// Features of a choice between the rules' spans and those that were read.
    func choice(between ruled: [TokenRange], and read: [TokenRange], _ proposal: Proposal) -> [UInt32] {
        guard let firstRuled = ruled.first, let firstRead = read.first, let lastRuled = ruled.last, let lastRead = read.last
        else { return [] }
        let first = (rules: firstRuled.lowerBound, reads: firstRead.lowerBound)
        let last = (rules: lastRuled.upperBound, reads: lastRead.upperBound)
        var features = ChoiceFeatures()
        let report = proposal.report
        let cue = whole.word(at: report.verb)
        // Where a reading begins and ends beside the rules: there, before, behind.
        let start: UInt64 = first.reads == first.rules ? 0 : first.reads < first.rules ? 1 : 2
        let end: UInt64 = last.reads == last.rules ? 0 : last.reads < last.rules ? 1 : 2
        let advantage = proposal.advantage.map { advantage in
            UInt64([10, 50, 100, 150, 250, 400, 700, 1000, 1500].count { advantage > Int32($0) } + 1)
        }
        let isQuoted: UInt64 = (ruled + read).contains { $0.contains { text.isQuoted($0) } } ? 1 : 0
        let pieces = UInt64(min(ruled.count, 3) * 4 + min(read.count, 3))
        features.add(0, 1)
        features.add(1, advantage ?? 0)
        features.add(2, advantage ?? 0, isQuoted)
        features.add(3, start * 3 + end, isQuoted)
        features.add(4, start * 3 + end, (advantage ?? 0) / 2)
        features.add(5, cue, end)
        features.add(6, cue, start)
        features.add(7, pieces, start * 3 + end)
        features.add(8, UInt64([0, 300, 700, 1300, 2200].count { proposal.margin ?? 0 > Int32($0) }), end)
        features.add(9, (report.isThought ? 1 : 0) | (report.isWeak ? 2 : 0) | (report.isImplied ? 4 : 0), start * 3 + end)
        features.add(10, UInt64(proposal.agreement), start * 3 + end)
        if start != 0 {
            features.add(11, tag(first.rules), start)
            features.add(12, tag(first.reads), start)
            features.add(13, tag(first.rules), tag(first.reads))
            features.add(14, tag(min(first.rules, first.reads) - 1), start)
            features.add(15, UInt64([1, 2, 3, 5, 8].count { abs(first.rules - first.reads) > $0 }), start)
            features.add(16, report.verb > min(first.rules, first.reads) ? 1 : 0, start, isQuoted)
        }
        if end != 0 {
            let between = min(last.rules, last.reads)..<max(last.rules, last.reads)
            features.add(17, tag(between.lowerBound), end)
            features.add(18, tag(between.lowerBound), tag(between.lowerBound + 1), end)
            features.add(19, tag(between.lowerBound - 1), end)
            features.add(20, tag(between.upperBound), end)
            features.add(21, UInt64([1, 2, 3, 5, 8, 12].count { between.count > $0 }), end)
            features.add(
                22, between.contains { text.isQuoted($0) } ? 1 : 0, text.isQuoted(between.lowerBound - 1) ? 1 : 0, end)
            features.add(23, between.contains { text.tokens[$0].classes.contains(.cue) } ? 1 : 0, end)
            features.add(24, finder.hasFiniteVerb(between.lowerBound, between.upperBound) ? 1 : 0, end)
            if text.tokens[between.lowerBound].kind == .comma, between.lowerBound + 1 < text.tokens.count {
                features.add(25, whole.word(at: between.lowerBound + 1), end)
            }
            features.add(26, whole.word(at: between.lowerBound), end)
        }
        return features.list
    }
}

/// Features of a choice, gathered in a list.
private struct ChoiceFeatures {
    private(set) var list: [UInt32] = []

    mutating func add(_ template: UInt64, _ one: UInt64, _ two: UInt64? = nil, _ three: UInt64? = nil) {
        var hash = FeatureHash.mix(9, one)
        if let two { hash = FeatureHash.mix(hash &+ 1, two) }
        if let three { hash = FeatureHash.mix(hash &+ 1, three) }
        list.append(FeatureHash.feature(400 + template, hash))
    }
}
