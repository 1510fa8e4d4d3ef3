import DocumentModel

/// An annotation sorted for drawing: what covers a stretch of text is found without looking at all of it.
struct ArticleMarks: Sendable {
    /// A stretch of the text that belongs to something.
    struct Span: Sendable, Equatable {
        /// Where it stands.
        var range: TextRange
        /// The quotation's or entity's index in the annotation.
        var index: Int
    }

    /// The words of the quotations in the text, in their order.
    let quotationSpans: [Span]
    /// The words of the quotations in the title that came beside the text.
    let titleSpans: [Span]
    /// The cues of the quotations in the text, in their order.
    let cueSpans: [Span]
    /// The names in the text, in their order.
    let entitySpans: [Span]
    /// For each quotation the number of its speaker, from 0 in order of first quotation: one for each actor, and for each
    /// wording that stands for somebody without a name; nil where nobody is found.
    let speakerNumbers: [Int?]

    /// The marks of an annotation. Linear in it.
    init(_ article: AnnotatedArticle) {
        let annotation = article.annotation
        var spans: [Span] = []
        var title: [Span] = []
        var cues: [Span] = []
        var numbers: [Speaker: Int] = [:]
        var speakers: [Int?] = []
        speakers.reserveCapacity(annotation.quotations.count)
        for (index, quotation) in annotation.quotations.enumerated() {
            let own = quotation.spans.map { Span(range: $0, index: index) }
            switch quotation.part {
            case .text:
                spans += own
                cues += quotation.cue.map { Span(range: $0, index: index) }
            case .title: title += own
            }
            let speaker = quotation.speaker.flatMap { Speaker($0, in: article.article.string(of: quotation.part)) }
            if let speaker, numbers[speaker] == nil { numbers[speaker] = numbers.count }
            speakers.append(speaker.flatMap { numbers[$0] })
        }
        quotationSpans = spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
        titleSpans = title
        cueSpans = cues.sorted { $0.range.lowerBound < $1.range.lowerBound }
        entitySpans = annotation.entities.enumerated().map { Span(range: $1.range, index: $0) }
        speakerNumbers = speakers
    }

    /// Who a colour is for.
    private enum Speaker: Hashable {
        case actor(Actor.ID)
        case words(String)

        init?(_ mention: Mention, in text: String) {
            if let actor = mention.actor {
                self = .actor(actor)
            } else if mention.form != .pronoun, let range = mention.ranges.first {
                self = .words(BlockText(text, range).joined.lowercased())
            } else {
                return nil
            }
        }
    }

    /// The spans of quotations in one of the article's strings.
    func quotationSpans(in part: TextPart) -> [Span] { part == .text ? quotationSpans : titleSpans }

    /// Those of `spans`, which are sorted and do not overlap, that touch a range.
    static func touching(_ range: TextRange, among spans: [Span]) -> ArraySlice<Span> {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < spans.count, spans[end].range.lowerBound < range.upperBound { end += 1 }
        return spans[low..<end]
    }
}
