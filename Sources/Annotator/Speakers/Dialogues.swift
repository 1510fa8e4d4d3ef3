import DocumentModel
import EnglishModel

/// Dialogue: words alone in their paragraph, after two people spoke in turn, are the other one's.
extension Speakers {
    private struct Line {
        var report: Int
        var part: Int
    }

    /// Gives lone quotations in a dialogue to the one who did not speak just before.
    func alternate(_ found: inout [Resolved?], _ reports: inout [Report]) {
        var lines: [Line] = []
        for (index, report) in reports.enumerated() {
            guard let part = part(at: report.start) else { continue }
            let isLine = isLine(report, part)
            if isLine, report.cue.isEmpty, report.tie == .turn || report.tie == .none,
                let other = other(than: lines, part, found, reports)
            {
                let member = found[other]?.member
                reports[index].speaker = reports[other].speaker
                reports[index].tie = .turn
                found[index] = Resolved(
                    form: .name, member: member, reason: member.map { "dialogue:\(shortName($0))" }, way: .introduced)
            }
            if !isLine || (lines.last?.part ?? part) < part - 1 { lines.removeAll() }
            lines.append(Line(report: index, part: part))
        }
    }

    /// The latest report of whoever speaks by turns with the one who spoke last; nil where no two people do.
    private func other(than lines: [Line], _ part: Int, _ found: [Resolved?], _ reports: [Report]) -> Int? {
        guard lines.count > 1, let last = lines.last, last.part + 1 == part, let speaker = found[last.report]?.member else {
            return nil
        }
        let before = lines[lines.count - 2]
        guard before.part < last.part, last.part - before.part < 2, let other = found[before.report]?.member,
            other != speaker, cast.members[other].kind == .person, cast.members[speaker].kind == .person
        else { return nil }
        return before.report
    }

    /// Whether a report's words and who says them are all that its paragraph holds.
    private func isLine(_ report: Report, _ part: Int) -> Bool {
        guard report.spans.allSatisfy({ text.isQuoted($0.lowerBound) }) else { return false }
        var rest = 0
        for at in text.parts[part].tokens where text.tokens[at].isWord && !report.spans.contains(where: { $0.contains(at) })
        {
            rest += 1
            if rest > 5 { return false }
        }
        // News goes on with somebody's words in the next paragraph; only short lines are an exchange.
        return report.spans.reduce(0) { $0 + $1.count } < 13
    }

    /// The block that a token stands in, by binary search.
    func part(at token: Int) -> Int? {
        var low = 0
        var high = text.parts.count
        while low < high {
            let middle = (low + high) / 2
            if text.parts[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < text.parts.count ? low : nil
    }
}
