/// The quotations of an English text: what the rules found and what a learned model reads, whichever is more likely.
enum LearnedReports {
    /// The reports in their order, without overlap, each with how likely it is; the rules' alone where there is no model.
    static func reports(
        in text: AnalysedText, _ phrases: NounPhrases, _ sketches: WordSketches, _ model: ReportModel?
    ) -> [Report] {
        let ruled = QuotationFinder.reports(in: text, phrases)
        guard let model else { return ruled }
        return reports(in: ReportingText(text, phrases, sketches, ruled), model)
    }

    /// What is likely enough of what rules and model propose.
    static func reports(in text: ReportingText, _ model: ReportModel) -> [Report] {
        chosen(text.proposals(by: model, judged: true), model, text.text)
    }

    /// What is likely enough, the likelier first; what the rules found is preferred a little.
    private static func chosen(_ proposals: [Proposal], _ model: ReportModel, _ text: AnalysedText) -> [Report] {
        var isTaken = [Bool](repeating: false, count: text.tokens.count)
        var reports: [Report] = []
        reports.reserveCapacity(proposals.count)
        var likely: [(report: Report, rank: Int)] = []
        likely.reserveCapacity(proposals.count)
        for proposal in proposals {
            var report = proposal.report
            if report.isLaidOut {
                report.probability = nil
                reports.append(report)
                for token in proposal.extent { isTaken[token] = true }
                continue
            }
            let probability = proposal.probability
            report.probability = probability
            let isRuled = proposal.origin != .learned
            guard probability >= model.least(for: report, quoted: hasQuote(report, text), isRuled: isRuled) else {
                continue
            }
            likely.append((report, probability + (isRuled ? preference : 0)))
        }
        for index in likely.indices.sorted(by: { (likely[$1].rank, $0) < (likely[$0].rank, $1) }) {
            let extent = likely[index].report.extent
            if extent.contains(where: { isTaken[$0] }) { continue }
            for token in extent { isTaken[token] = true }
            reports.append(likely[index].report)
        }
        reports.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        return reports
    }

    /// By how much, in thousandths, something else must be likelier than what a rule found to take its place.
    private static let preference = 100

    private static func hasQuote(_ report: Report, _ text: AnalysedText) -> Bool {
        report.spans.contains { $0.contains { text.isQuoted($0) } }
    }
}
