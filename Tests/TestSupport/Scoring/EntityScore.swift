public import DocumentModel

/// How well an annotation's names agree with the gold ones: a name is right when both its ends and its kind are.
public struct EntityScore: Sendable, Equatable {
    /// The counts of each kind that was expected or given.
    public var byKind: [EntityKind: Tally] = [:]
    /// A line for each name too few, too many or of another kind.
    public var differences: [String] = []

    /// Nothing counted yet.
    public init() {}

    /// Compares. The gold ranges must count in the article's text: see ``GoldArticle/ranges(in:)``.
    public init(of annotated: AnnotatedArticle, against gold: GoldArticle) {
        // Of other languages, names are asked for, not amounts.
        let amounts: [EntityKind] = [.date, .money, .percent]
        let given = annotated.annotation.entities.filter { gold.language == "en" || !amounts.contains($0.kind) }
        let text = annotated.article.text
        func describe(_ entity: Entity) -> String { "\(entity.kind.rawValue) ‹\(BlockText(text, entity.range).joined)›" }
        func agrees(_ one: Entity, _ other: Entity) -> Bool { one.range == other.range && one.kind == other.kind }

        for want in gold.entities {
            let isRight = given.contains { agrees($0, want) }
            byKind[want.kind, default: Tally()] += Tally(expected: 1, right: isRight ? 1 : 0)
            if !isRight {
                let instead = given.filter { $0.range.overlaps(want.range) }.map(describe).joined(separator: ", ")
                differences.append("\(gold.name) expected \(describe(want)), got \(instead.isEmpty ? "nothing" : instead)")
            }
        }
        for have in given {
            byKind[have.kind, default: Tally()].found += 1
            if !gold.entities.contains(where: { $0.range.overlaps(have.range) }) {
                differences.append("\(gold.name) spurious \(describe(have))")
            }
        }
    }

    /// The counts of these kinds together; of all kinds when none is given.
    public func tally(_ kinds: EntityKind...) -> Tally {
        byKind.filter { kinds.isEmpty || kinds.contains($0.key) }.values.reduce(Tally(), +)
    }

    /// Both scores' counts together, and their differences.
    public static func += (one: inout EntityScore, other: EntityScore) {
        one.byKind.merge(other.byKind, uniquingKeysWith: +)
        one.differences += other.differences
    }
}
