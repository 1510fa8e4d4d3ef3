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

    /// What the rules found, and what was read beside it and is likely enough, the likelier first.
    private static func chosen(_ proposals: [Proposal], _ model: ReportModel, _ text: AnalysedText) -> [Report] {
        var isTaken = [Bool](repeating: false, count: text.tokens.count)
        var reports: [Report] = []
        reports.reserveCapacity(proposals.count)
        var likely: [(report: Report, probability: Int)] = []
        for proposal in proposals {
            var report = proposal.report
            let probability = proposal.probability
            report.probability = probability
            let isRuled = proposal.origin != .learned
            if report.isLaidOut {
                report.probability = nil
                reports.append(report)
                for token in proposal.extent { isTaken[token] = true }
                continue
            }
            guard probability >= model.least(for: report, quoted: hasQuote(report, text), isRuled: isRuled) else {
                continue
            }
            if isRuled {
                reports.append(report)
                for token in proposal.extent { isTaken[token] = true }
            } else {
                likely.append((report, probability))
            }
        }
        for index in likely.indices.sorted(by: { (likely[$1].probability, $0) < (likely[$0].probability, $1) }) {
            let extent = likely[index].report.extent
            if extent.contains(where: { isTaken[$0] }) { continue }
            for token in extent { isTaken[token] = true }
            reports.append(likely[index].report)
        }
        reports.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        return reports
    }

    private static func hasQuote(_ report: Report, _ text: AnalysedText) -> Bool {
        report.spans.contains { $0.contains { text.isQuoted($0) } }
    }
}
