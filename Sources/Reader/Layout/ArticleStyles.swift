import DocumentModel
import Screen

/// How the text of one line looks, character by character: quotations, cues, names, the place the reader is at, and what
/// the filter lit, laid over the line's own style in this order.
struct ArticleStyles {
    private struct Layer {
        var range: TextRange
        var style: Style
    }

    private let base: Style
    private var layers: [Layer] = []

    /// The styles of a line; `showsWhy` lights the words by which the quotation the reader is at has its speaker.
    init(_ line: FlowLine, of open: OpenArticle, settings: Settings, theme: Theme, lit: [TextRange], showsWhy: Bool) {
        base = theme[Self.role(of: line.kind)]
        guard let extent = line.extent else { return }
        let quotations = open.article.annotation.quotations
        let spans = ArticleMarks.touching(extent, among: open.marks.quotationSpans(in: line.part))
        if settings.quotationsLit {
            for span in spans {
                layers.append(Layer(range: span.range, style: Self.style(of: span.index, in: open, theme)))
            }
            if line.part == .text {
                for span in ArticleMarks.touching(extent, among: open.marks.cueSpans) {
                    layers.append(Layer(range: span.range, style: theme[.cue]))
                }
            }
        }
        if line.part == .text {
            for span in ArticleMarks.touching(extent, among: open.marks.entitySpans) {
                if settings.namesLit {
                    var style = theme[open.article.annotation.entities[span.index].kind.role]
                    // Inside a quotation the speaker's colour stays: the name keeps its other cue.
                    if settings.quotationsLit, spans.contains(where: { $0.range.overlaps(span.range) }) {
                        style = Style(attributes: style.attributes)
                    }
                    layers.append(Layer(range: span.range, style: style))
                }
                if let actor = open.article.annotation.entities[span.index].actor, open.litActors.contains(actor) {
                    layers.append(Layer(range: span.range, style: theme[.match]))
                }
            }
        }
        for span in spans where open.cursor == .quotation(span.index) && quotations.indices.contains(span.index) {
            layers.append(Layer(range: span.range, style: theme[.current]))
        }
        for range in lit { layers.append(Layer(range: range, style: theme[.match])) }
        if let match = open.currentMatch, match.part == line.part {
            layers.append(Layer(range: match.range, style: theme[.matchCurrent]))
        }
        if showsWhy, let quotation = open.quotation, quotation.part == line.part {
            for range in quotation.cue + (quotation.speaker?.ranges ?? []) {
                layers.append(Layer(range: range, style: theme[.match]))
            }
        }
        // A name has strokes of its own, which those of a quotation one is at would not change.
        if let entity = open.entity, line.part == .text {
            layers.append(Layer(range: entity.range, style: theme[.matchCurrent]))
        }
    }

    /// The style at an offset, and the offset up to which it holds.
    func style(at offset: Int) -> (style: Style, end: Int) {
        var style = base
        var end = Int.max
        for layer in layers {
            if layer.range.contains(offset) {
                style = style.overlaid(by: layer.style)
                end = min(end, layer.range.upperBound)
            } else if layer.range.lowerBound > offset {
                end = min(end, layer.range.lowerBound)
            }
        }
        return (style, end)
    }

    /// How a quotation looks: its kind, in its speaker's colour; otherwise where it is in doubt.
    static func style(of index: Int, in open: OpenArticle, _ theme: Theme) -> Style {
        let quotation = open.article.annotation.quotations[index]
        var style = theme[QuotationMark(quotation.form, quotation.act).role]
        if let number = open.marks.speakerNumbers[index] { style = style.overlaid(by: theme.speaker(number)) }
        if Doubt.isIn(quotation) { style = style.overlaid(by: theme[.uncertain]) }
        return style
    }

    static func role(of kind: FlowLine.Kind) -> Role {
        switch kind {
        case .blank: .text
        case .title: .title
        case .details: .details
        case .note: .notice
        case .block(.title), .block(.heading): .heading
        case .block(.paragraph), .block(.listItem): .text
        case .block(.caption): .details
        case .block(.tags): .tags
        case .block(.boilerplate): .boilerplate
        }
    }
}
