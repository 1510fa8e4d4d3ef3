import DocumentModel
import EnglishModel

/// Reports with their speakers become the model's quotations: ranges, form, confidence and reasons.
enum Assembly {
    /// The quotations that reports of a text become.
    static func quotations(
        _ text: AnalysedText, _ phrases: NounPhrases, _ reports: [Report], _ cast: Cast, part: TextPart
    ) -> [Quotation] {
        var speakers = Speakers(text, phrases, cast)
        var quotations: [Quotation] = []
        quotations.reserveCapacity(reports.count)
        var reports = reports
        let verdicts = speakers.verdicts(on: &reports)
        for (report, verdict) in zip(reports, verdicts) {
            guard var quotation = quotation(text, report, part) else { continue }
            if let range = report.speaker, let resolved = verdict.resolved {
                let actor = resolved.member.map { Actor.ID(rawValue: Int32(clamping: $0)) }
                quotation.speaker = Mention(resolved.form, [text.range(of: range)], actor: actor)
                if let reason = resolved.reason { quotation.reasons.append(reason) }
            }
            quotation.speakerConfidence = Probability(thousandths: verdict.thousandths)
            quotations.append(quotation)
        }
        return disjoint(quotations)
    }

    /// The quotations of a title, whose names are matched with the text's actors already; the text's `cast` has their roles.
    static func quotations(
        _ text: AnalysedText, _ phrases: NounPhrases, inTitleOf actorOf: [Actor.ID?], of cast: Cast
    ) -> [Quotation] {
        let holders = cast.holders()
        let bodies = cast.bodiesByNoun()
        let quotations = QuotationFinder.reports(in: text, phrases).compactMap { report -> Quotation? in
            guard var quotation = quotation(text, report, .title) else { return nil }
            if let range = report.speaker {
                let head = phrases.head(of: range)
                let name = phrases.nameOf[head]
                var actor = name >= 0 ? actorOf[Int(name)] : nil
                if name < 0, text.tokens[head].classes.contains(.role),
                    !text.tokens[range.lowerBound].isAny(of: .determiner),
                    let sole = holders[Speakers.plainRole(text.lower(head))], sole.count == 1
                {
                    actor = Actor.ID(rawValue: Int32(clamping: sole[0]))
                } else if name < 0, range.count == 1, text.tokens[head].classes.contains(.body),
                    let sole = bodies[text.lower(head)], sole >= 0
                {
                    actor = Actor.ID(rawValue: Int32(clamping: sole))
                }
                quotation.speaker = Mention(
                    name >= 0 ? .name : text.tokens[head].classes.contains(.pronoun) ? .pronoun : .nominal,
                    [text.range(of: range)], actor: actor)
                quotation.speakerConfidence = Probability(thousandths: actor == nil ? 600 : 900)
            }
            return quotation
        }
        return disjoint(quotations)
    }

    private static func quotation(_ text: AnalysedText, _ report: Report, _ part: TextPart) -> Quotation? {
        // In their order and without overlap, so that the model's promise holds whatever the text.
        var spans: [TokenRange] = []
        for span in report.spans {
            let start = max(span.lowerBound, spans.last?.upperBound ?? 0)
            if start < span.upperBound { spans.append(start..<span.upperBound) }
        }
        guard !spans.isEmpty else { return nil }
        var quoted = 0
        var plain = 0
        for span in spans {
            for token in span where text.tokens[token].isWord || text.tokens[token].kind == .number {
                if text.isQuoted(token) { quoted += 1 } else { plain += 1 }
            }
        }
        guard quoted + plain > 0 else { return nil }
        let form: Quotation.Form = plain == 0 ? .direct : quoted == 0 ? .indirect : .mixed
        return Quotation(
            in: part, spans: spans.map(text.range(of:)), form: form, act: report.isThought ? .thought : .speech,
            cue: report.cue.isEmpty ? [] : [text.range(of: report.cue)], confidence: confidence(report, form),
            speakerConfidence: Probability(thousandths: 0),
            reasons: reasons(text, report))
    }

    private static func confidence(_ report: Report, _ form: Quotation.Form) -> Probability {
        if let probability = report.probability { return Probability(thousandths: probability) }
        var thousandths: Int
        switch (report.tie, form) {
        case (.cue, .direct): thousandths = 980
        case (.cue, .mixed): thousandths = 920
        case (.cue, .indirect): thousandths = 850
        case (.accordingTo, _): thousandths = 920
        case (.colon, _): thousandths = 860
        case (.turn, _): thousandths = 900
        case (.none, _): thousandths = 600
        }
        if report.isWeak { thousandths -= form == .direct ? 100 : 250 }
        if report.isThought { thousandths -= 60 }
        if report.isImplied { thousandths -= 40 }
        return Probability(thousandths: thousandths)
    }

    private static func reasons(_ text: AnalysedText, _ report: Report) -> [String] {
        if report.isLearned, report.tie == .cue { return ["cue:" + text.lower(report.verb), "reads like reported speech"] }
        return switch report.tie {
        case .cue: ["cue:" + text.lower(report.verb)]
        case .accordingTo: ["cue:according to"]
        case .colon: ["cue::"]
        case .turn: ["same turn"]
        case .none: ["quotation marks"]
        }
    }

    /// Drops what overlaps an earlier quotation, so that the model's promise holds whatever the text.
    private static func disjoint(_ quotations: consuming [Quotation]) -> [Quotation] {
        var quotations = quotations
        quotations.sort { $0.extent.lowerBound < $1.extent.lowerBound }
        var end = -1
        quotations.removeAll { quotation in
            guard quotation.extent.lowerBound >= end else { return true }
            end = quotation.extent.upperBound
            return false
        }
        return quotations
    }
}
