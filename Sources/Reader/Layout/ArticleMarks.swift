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
    /// For each quotation the number of its speaker, from 0 in order of first quotation; nil for one without a name.
    let speakerNumbers: [Int?]

    /// The marks of an annotation. Linear in it.
    init(_ annotation: Annotation) {
        var spans: [Span] = []
        var title: [Span] = []
        var cues: [Span] = []
        var numbers: [Actor.ID: Int] = [:]
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
            if let actor = quotation.speaker?.actor {
                let number = numbers[actor] ?? numbers.count
                numbers[actor] = number
                speakers.append(number)
            } else {
                speakers.append(nil)
            }
        }
        quotationSpans = spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
        titleSpans = title
        cueSpans = cues.sorted { $0.range.lowerBound < $1.range.lowerBound }
        entitySpans = annotation.entities.enumerated().map { Span(range: $1.range, index: $0) }
        speakerNumbers = speakers
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
