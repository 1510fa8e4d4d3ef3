import DocumentModel

/// Pairs an article's quotations with the gold ones and counts.
struct QuotationComparison {
    fileprivate struct Side {
        var quotation: Quotation
        var core: [TextRange]
        var words: Set<Int>
    }

    private let annotated: AnnotatedArticle
    private let gold: GoldArticle
    private let wanted: [Side]
    private let given: [Side]
    private(set) var score = QuotationScore()

    init(_ annotated: AnnotatedArticle, _ gold: GoldArticle) {
        self.annotated = annotated
        self.gold = gold
        let article = annotated.article
        var index: [TextPart: WordIndex] = [:]
        for part in TextPart.allCases { index[part] = WordIndex(article.string(of: part)) }
        func side(_ quotation: Quotation) -> Side {
            let text = article.string(of: quotation.part)
            return Side(
                quotation: quotation, core: quotation.spans.map { Self.core(of: $0, in: text) }.filter { !$0.isEmpty },
                words: index[quotation.part]?.touched(by: quotation.spans) ?? [])
        }
        wanted = gold.quotations.map { side($0.quotation) }
        given = annotated.annotation.quotations.map(side)
    }

    mutating func run() {
        countWords()
        let pairs = pairs()
        for (index, want) in wanted.enumerated() {
            let partner = pairs[index].map { given[$0] }
            count(want, partner)
            guard let partner else {
                differ(index, "missing", "\(kind(want)) \(words(want))")
                continue
            }
            compare(index, want, partner)
        }
        let paired = Set(pairs.values)
        for (index, extra) in given.enumerated() {
            if extra.isQuoted {
                score.quotedExact.found += 1
                score.quotedFound.found += 1
            } else {
                score.indirectFound.found += 1
            }
            if !paired.contains(index) {
                let line = line(of: extra.quotation)
                score.differences.append("\(gold.name):\(line) spurious \(kind(extra)) \(words(extra))")
            }
        }
    }

    private mutating func countWords() {
        for part in TextPart.allCases {
            func words(_ sides: [Side]) -> Set<Int> {
                sides.filter { $0.quotation.part == part && $0.quotation.act == .speech }
                    .reduce(into: []) { $0.formUnion($1.words) }
            }
            let listed = words(given)
            let uttered = words(wanted)
            score.listedWords += Tally(
                expected: uttered.count, found: listed.count, right: listed.intersection(uttered).count)
        }
    }

    /// Gold index → given index, the best pairs first.
    private func pairs() -> [Int: Int] {
        var candidates: [(share: Double, want: Int, have: Int)] = []
        for (i, want) in wanted.enumerated() {
            for (j, have) in given.enumerated() where want.quotation.part == have.quotation.part {
                let both = want.words.intersection(have.words).count
                let share = Double(both) / Double(max(1, want.words.union(have.words).count))
                if share >= 0.5 { candidates.append((share, i, j)) }
            }
        }
        candidates.sort { ($1.share, $0.want, $0.have) < ($0.share, $1.want, $1.have) }
        var pairs: [Int: Int] = [:]
        var taken: Set<Int> = []
        for candidate in candidates where pairs[candidate.want] == nil && !taken.contains(candidate.have) {
            pairs[candidate.want] = candidate.have
            taken.insert(candidate.have)
        }
        return pairs
    }

    private mutating func count(_ want: Side, _ partner: Side?) {
        if want.isQuoted {
            score.quotedExact.expected += 1
            score.quotedFound.expected += 1
            if partner != nil { score.quotedFound.right += 1 }
            if partner?.core == want.core { score.quotedExact.right += 1 }
        } else {
            score.indirectFound.expected += 1
            if partner != nil { score.indirectFound.right += 1 }
        }
    }

    private mutating func compare(_ index: Int, _ want: Side, _ have: Side) {
        if want.core != have.core { differ(index, "extent", "expected \(words(want))", "got \(words(have))") }

        let name = gold.quotations[index].speakerName
        let got = annotated.annotation.speaker(of: have.quotation)?.name
        score.speakerName += Tally(expected: 1, found: 1, right: name == got ? 1 : 0)
        if name != got {
            let reasons = have.quotation.reasons.joined(separator: ", ")
            differ(index, "speaker", "expected \(name ?? "nobody")", "got \(got ?? "nobody") (\(reasons)) \(words(want))")
        }

        if let mention = want.quotation.speaker {
            let other = have.quotation.speaker?.ranges ?? []
            let isRight = mention.ranges.contains { range in other.contains { $0.overlaps(range) } }
            score.speakerMention += Tally(expected: 1, found: 1, right: isRight ? 1 : 0)
            if !isRight {
                differ(
                    index, "mention", "expected \(text(mention.ranges, have.quotation.part))",
                    "got \(text(other, have.quotation.part))")
            }
        }

        let isRight = want.quotation.form == have.quotation.form && want.quotation.act == have.quotation.act
        score.formAndAct += Tally(expected: 1, found: 1, right: isRight ? 1 : 0)
        if !isRight { differ(index, "kind", "expected \(kind(want))", "got \(kind(have)) \(words(want))") }
    }

    // MARK: Words for the differences

    private mutating func differ(_ index: Int, _ what: String, _ details: String...) {
        let expected = gold.quotations[index]
        let place = "\(gold.name):\(line(of: expected.quotation)) \(expected.label)"
        score.differences.append("\(place) \(what) " + details.joined(separator: "\n        "))
    }

    private func line(of quotation: Quotation) -> String {
        guard quotation.part == .text else { return "title" }
        let before = annotated.article.text.utf8.prefix(quotation.extent.lowerBound)
        return String(1 + before.count { $0 == UInt8(ascii: "\n") })
    }

    private func kind(_ side: Side) -> String { "\(side.quotation.form.rawValue) \(side.quotation.act.rawValue)" }

    private func words(_ side: Side) -> String { "‹\(text(side.quotation.spans, side.quotation.part))›" }

    private func text(_ ranges: [TextRange], _ part: TextPart) -> String {
        let string = annotated.article.string(of: part)
        return ranges.isEmpty ? "nothing" : ranges.map { BlockText(string, $0).joined }.joined(separator: " … ")
    }

    /// A span without what does not count at its ends.
    private static func core(of span: TextRange, in text: String) -> TextRange {
        let slack = " \t\n\u{A0}\u{202F}\"“”‘’'`„‚«»‹›「」『』，。,.;:".unicodeScalars
        let scalars = text.text(in: span).unicodeScalars
        let lead = scalars.prefix { slack.contains($0) }
        guard lead.count < scalars.count else { return span.lowerBound..<span.lowerBound }
        let tail = scalars.reversed().prefix { slack.contains($0) }
        let cut = (lead.map { UTF8.width($0) }.reduce(0, +), tail.map { UTF8.width($0) }.reduce(0, +))
        return span.lowerBound + cut.0..<span.upperBound - cut.1
    }
}

extension QuotationComparison.Side {
    fileprivate var isQuoted: Bool { quotation.form != .indirect }
}
