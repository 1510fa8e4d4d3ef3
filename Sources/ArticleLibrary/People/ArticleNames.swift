import DocumentModel
import Query

/// What an article says of names, as the library keeps it.
struct ArticleNames {
    /// A spelling of something named.
    struct Spelling: Hashable {
        /// What kind of thing it is: persons and bodies never share a name's row.
        var nameClass: NameClass
        /// Folded, so that case and accents make no two names.
        var folded: String
    }

    /// Somebody or something in the article.
    struct Appearance {
        var spelling: Spelling
        var display: String
        var kind: EntityKind
        var mentions = 0
        var quotations = 0
        /// Other spellings of it here.
        var aliases: [(spelling: Spelling, display: String)] = []
        /// In which quotations it is named.
        var topicOf: [Int] = []
        /// What a person is said to be: see ``RoleFinder``.
        var roles: [String] = []
    }

    /// Each once, in the order of the annotation: actors first.
    private(set) var appearances: [Appearance] = []
    /// For each quotation who speaks, as an index of ``appearances``.
    private(set) var speakers: [Int?] = []

    private var indexes: [Spelling: Int] = [:]
    /// The most roles that are kept of a person in an article.
    private static let mostRoles = 4

    init(_ annotated: AnnotatedArticle) {
        let annotation = annotated.annotation
        let kinds = KindCounts(annotation)
        let actors = annotation.actors.map { add($0, kinds) }
        let roles = RoleFinder(annotated.article.text)
        let spans = Self.spans(of: annotation)
        var span = spans[...]
        for entity in annotation.entities {
            while let first = span.first, first.range.upperBound <= entity.range.lowerBound { span.removeFirst() }
            var index: Int?
            if let actor = entity.actor, actors.indices.contains(Int(actor.rawValue)) {
                index = actors[Int(actor.rawValue)]
            } else if NameClass(entity.kind) != nil {
                let name = BlockText(annotated.article.text, entity.range).joined
                index = add(name, NameClass(entity.kind) ?? .other, entity.kind)
            }
            guard let index else { continue }
            appearances[index].mentions += 1
            if entity.kind == .person, appearances[index].roles.count < Self.mostRoles {
                for role in roles.roles(at: entity.range) where !appearances[index].roles.contains(role) {
                    appearances[index].roles.append(role)
                }
            }
            if let first = span.first, first.range.contains(entity.range.lowerBound),
                appearances[index].topicOf.last != first.ordinal
            {
                appearances[index].topicOf.append(first.ordinal)
            }
        }
        for quotation in annotation.quotations {
            let actor = quotation.speaker?.actor.map { Int($0.rawValue) }
            let index = actor.flatMap { actors.indices.contains($0) ? actors[$0] : nil }
            speakers.append(index)
            if let index { appearances[index].quotations += 1 }
        }
    }

    /// The names of those who speak, those with most quotations first.
    var speakerNames: [String] {
        appearances.enumerated().filter { $0.element.quotations > 0 }
            .sorted { ($1.element.quotations, $0.offset) < ($0.element.quotations, $1.offset) }
            .map(\.element.display)
    }

    private mutating func add(_ actor: Actor, _ kinds: KindCounts) -> Int? {
        let nameClass: NameClass = actor.kind == .person ? .person : .body
        let kind: EntityKind = actor.kind == .person ? .person : kinds.kind(of: actor) ?? .organisation
        guard let index = add(actor.name, nameClass, kind) else { return nil }
        for alias in actor.aliases {
            let spelling = Spelling(nameClass: nameClass, folded: TextFold.folded(alias))
            guard !spelling.folded.isEmpty, spelling != appearances[index].spelling,
                !appearances[index].aliases.contains(where: { $0.spelling == spelling })
            else { continue }
            appearances[index].aliases.append((spelling, alias))
        }
        return index
    }

    private mutating func add(_ name: String, _ nameClass: NameClass, _ kind: EntityKind) -> Int? {
        let spelling = Spelling(nameClass: nameClass, folded: TextFold.folded(name))
        guard !spelling.folded.isEmpty else { return nil }
        if let index = indexes[spelling] { return index }
        indexes[spelling] = appearances.count
        appearances.append(Appearance(spelling: spelling, display: name, kind: kind))
        return appearances.count - 1
    }

    /// The spans of the quotations in the text, in their order.
    private static func spans(of annotation: Annotation) -> [(range: TextRange, ordinal: Int)] {
        var spans: [(range: TextRange, ordinal: Int)] = []
        for (ordinal, quotation) in annotation.quotations.enumerated() where quotation.part == .text {
            spans += quotation.spans.map { ($0, ordinal) }
        }
        return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

/// As what the mentions of each actor are marked.
private struct KindCounts {
    /// For each actor the place of its first mention's kind in the table, and how many mentions are of each kind there.
    private var counts: [(first: UInt8, counts: [Int])]

    init(_ annotation: Annotation) {
        counts = annotation.actors.map { _ in (0, []) }
        for entity in annotation.entities {
            guard let actor = entity.actor.map({ Int($0.rawValue) }), counts.indices.contains(actor),
                annotation.actors[actor].kind == .body
            else { continue }
            let kind = ArticleRecord.code(entity.kind, ArticleRecord.entityKinds)
            if counts[actor].counts.isEmpty {
                counts[actor] = (kind, Array(repeating: 0, count: ArticleRecord.entityKinds.count))
            }
            counts[actor].counts[Int(kind)] += 1
        }
    }

    /// The kind that its mentions mostly have; of equals, the first mention's or else the first in the table.
    func kind(of actor: Actor) -> EntityKind? {
        let index = Int(actor.id.rawValue)
        guard counts.indices.contains(index), let most = counts[index].counts.max() else { return nil }
        let (first, counts) = counts[index]
        let place = counts[Int(first)] == most ? Int(first) : counts.firstIndex(of: most) ?? 0
        return ArticleRecord.entityKinds[place]
    }
}

/// Names of different classes are never the same name. The raw value is the number in the store.
enum NameClass: Int, Hashable {
    case person, body, other

    /// The class of an actor's names.
    init(_ kind: Actor.Kind) { self = kind == .person ? .person : .body }

    /// The class of names of a kind; nil for what is no name: dates and amounts.
    init?(_ kind: EntityKind) {
        switch kind {
        case .person: self = .person
        case .organisation, .location, .facility: self = .body
        case .group, .product, .event, .work, .miscellaneous: self = .other
        case .date, .money, .percent: return nil
        }
    }
}
