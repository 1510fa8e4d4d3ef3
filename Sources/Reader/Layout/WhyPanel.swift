import DocumentModel
import Screen

/// Draws why the quotation the reader is at has its speaker, and how sure that is; the words that the reasons point at are
/// lit in the text: see ``ArticleStyles``.
struct WhyPanel {
    private let lines: [(text: String, role: Role)]
    private let area: Area

    /// The panel for an open article in a pane; nil when the reader is at no quotation, or there is no room.
    init?(_ open: OpenArticle, in pane: Area) {
        guard let quotation = open.quotation, pane.size.width >= 16, pane.size.height >= 5 else { return nil }
        let width = min(pane.size.width, 76)
        lines = Self.lines(of: quotation, in: open.article).flatMap { line in
            PaneMessage.wrapped(TextWidth.cleaned(line.text), to: width - 4).map { ($0, line.role) }
        }
        let height = min(lines.count + 2, pane.size.height - 2)
        // Where the quotation is not.
        var flow = open.flow
        let start = flow.position(of: TextPlace(part: quotation.part, offset: quotation.extent.lowerBound))
        let row = flow.distance(from: open.top, to: start, limit: pane.size.height)
        let y = row > pane.size.height / 2 ? pane.origin.y : pane.rows.upperBound - height
        area = Area(x: pane.origin.x + (pane.size.width - width) / 2, y: y, width: width, height: height)
    }

    /// Draws it over what is there.
    func draw(_ theme: Theme, in frame: inout Frame) {
        frame.fill(area, style: theme[.popup])
        frame.drawBox(area, style: theme[.popupBorder])
        frame.draw(" Why ", at: Position(x: area.origin.x + 2, y: area.origin.y), in: area, style: theme[.heading])
        for (index, line) in lines.prefix(area.size.height - 2).enumerated() {
            frame.draw(
                line.text, at: Position(x: area.origin.x + 2, y: area.origin.y + 1 + index), in: area,
                style: theme[.popup].overlaid(by: theme[line.role]))
        }
    }

    private static func lines(of quotation: Quotation, in article: AnnotatedArticle) -> [(text: String, role: Role)] {
        var lines: [(text: String, role: Role)] = []
        let speaker = article.annotation.speaker(of: quotation)
        if let speaker {
            lines.append(("\(speaker.name) – \(sureness(quotation.speakerConfidence))", .heading))
            let others = speaker.aliases.filter { $0 != speaker.name }
            if !others.isEmpty { lines.append(("also " + others.joined(separator: ", "), .details)) }
        } else {
            lines.append(
                (quotation.speaker == nil ? "No speaker was found" : "The article does not name who says this", .heading))
        }
        let source = article.article.string(of: quotation.part)
        if let mention = quotation.speaker {
            let words = mention.ranges.map { BlockText(source, $0).joined }.joined(separator: " … ")
            lines.append(("said by: “\(words)”", .text))
        }
        for reason in quotation.reasons { lines.append((Reason.inWords(reason), .text)) }
        let kind = quotation.act == .thought ? "a thought" : "\(quotation.form.rawValue) speech"
        lines.append(("\(kind) – \(sureness(quotation.confidence))", .details))
        return lines
    }

    private static func sureness(_ probability: Probability) -> String {
        let percent = Int(probability.thousandths) / 10
        switch percent {
        case 95...: return "sure (\(percent) %)"
        case 80..<95: return "rather sure (\(percent) %)"
        case 60..<80: return "likely (\(percent) %)"
        default: return "doubtful (\(percent) %)"
        }
    }
}

/// An annotation's reasons as sentences.
enum Reason {
    /// The sentence for a reason such as `cue:said` or `pronoun:he→Zelensky`; a reason of another form as it stands.
    static func inWords(_ reason: String) -> String {
        guard let colon = reason.firstIndex(of: ":") else { return reason }
        let kind = reason[..<colon]
        let rest = reason[reason.index(after: colon)...]
        let parts = rest.split(separator: "→", maxSplits: 1)
        if parts.count == 2 { return "\(kind): “\(parts[0])” is \(parts[1])" }
        return "\(kind): “\(rest)”"
    }
}
