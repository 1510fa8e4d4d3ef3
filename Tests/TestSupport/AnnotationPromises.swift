public import DocumentModel

/// What the model promises of every annotation, whatever the text.
public enum AnnotationPromises {
    /// Each promise that is broken, in words; empty for a sound annotation. Linear in the annotation, and in the text once.
    public static func broken(by annotation: Annotation, of article: Article) -> [String] {
        var broken: [String] = []
        func hold(_ isKept: Bool, _ promise: @autoclosure () -> String) { if !isKept { broken.append(promise()) } }

        let blocks = article.blocks.filter { $0.kind != .boilerplate && $0.kind != .tags }
        var boundaries: [TextPart: [Bool]] = [:]
        for part in TextPart.allCases { boundaries[part] = starts(of: article.string(of: part)) }
        /// On character boundaries, not empty, and inside a block's text where the article has blocks.
        func isSound(_ range: TextRange, _ part: TextPart) -> Bool {
            guard let starts = boundaries[part], range.lowerBound >= 0, !range.isEmpty, range.upperBound < starts.count,
                starts[range.lowerBound], starts[range.upperBound]
            else { return false }
            return part == .title || article.blocks.isEmpty || blocks.contains { $0.range.overlaps(range) }
        }

        for (number, actor) in annotation.actors.enumerated() {
            hold(Int(actor.id.rawValue) == number, "actor \(number) has the number \(actor.id.rawValue)")
            hold(actor.aliases.contains(actor.name), "\(actor.name) is none of its spellings")
        }
        for entity in annotation.entities {
            hold(isSound(entity.range, .text), "name at \(entity.range)")
            hold(entity.actor == nil || annotation.actor(entity.actor) != nil, "name of nobody at \(entity.range)")
        }
        hold(areDisjoint(annotation.entities.map(\.range)), "names overlap")
        for part in TextPart.allCases {
            let quotations = annotation.quotations.filter { $0.part == part }
            for quotation in quotations {
                hold(!quotation.spans.isEmpty, "a quotation without words")
                for range in quotation.spans + quotation.cue + (quotation.speaker?.ranges ?? []) {
                    hold(isSound(range, part), "quotation at \(quotation.extent): \(range)")
                }
                hold(areDisjoint(quotation.spans), "spans overlap at \(quotation.extent)")
                hold(
                    quotation.speaker?.actor == nil || annotation.speaker(of: quotation) != nil,
                    "nobody speaks at \(quotation.extent)")
            }
            hold(areDisjoint(quotations.map(\.extent)), "quotations overlap")
        }
        return broken
    }

    /// For each offset whether a character begins there, the end included.
    private static func starts(of text: String) -> [Bool] { text.utf8.map { $0 & 0xC0 != 0x80 } + [true] }

    private static func areDisjoint(_ ranges: [TextRange]) -> Bool {
        zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    }
}
