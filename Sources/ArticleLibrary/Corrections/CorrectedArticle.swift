public import DocumentModel
import Query

extension AnnotatedArticle {
    /// The article as its corrections have it: a pure function of both, in the order of the corrections, so that the last
    /// word counts. What speaks of a quotation or a person that is not in the article changes nothing.
    ///
    /// A speaker that was set is certain, and its reason is `corrected`. What is said of people holds for everybody here who
    /// bears the names; across articles the library sees to it.
    public func corrected(by changes: [Correction.Change]) -> AnnotatedArticle {
        CorrectedArticle(self, by: changes).annotated
    }
}

/// An article as its corrections have it.
struct CorrectedArticle {
    /// The article.
    let annotated: AnnotatedArticle
    /// How its quotations are found again, one anchor for each: by their places among all that the annotator found, so that
    /// one that was taken out leaves the others' anchors as they are.
    let anchors: [QuotationAnchor]

    /// - Parameter identity: the article's, where it is known.
    init(_ original: AnnotatedArticle, by changes: [Correction.Change], identity: ArticleIdentity? = nil) {
        let identity = identity ?? ArticleIdentity(of: original.article)
        guard !changes.isEmpty else {
            // As nearly all are.
            (annotated, anchors) = (original, CorrectedAnnotation.anchors(of: original, identity))
            return
        }
        var correcting = CorrectedAnnotation(original, identity)
        for change in changes { correcting.carryOut(change) }
        var annotated = original
        (annotated.annotation, anchors) = correcting.result
        self.annotated = annotated
    }
}

/// An annotation while corrections are carried out on it.
private struct CorrectedAnnotation {
    private let article: Article
    private let anchors: [QuotationAnchor]
    private var annotation: Annotation
    /// Which quotations are still taken for some; dropped at the end, so that places stay what they are.
    private var isQuotation: [Bool]

    init(_ annotated: AnnotatedArticle, _ identity: ArticleIdentity) {
        article = annotated.article
        annotation = annotated.annotation
        anchors = Self.anchors(of: annotated, identity)
        isQuotation = Array(repeating: true, count: annotation.quotations.count)
    }

    /// How the quotations of an article are found again.
    static func anchors(of annotated: AnnotatedArticle, _ identity: ArticleIdentity) -> [QuotationAnchor] {
        var keys = QuotationKeys()
        return annotated.annotation.quotations.map { quotation in
            let words = annotated.text(of: quotation)
            return QuotationAnchor(article: identity, key: keys.next(words), words: words)
        }
    }

    var result: (Annotation, [QuotationAnchor]) {
        var result = annotation
        result.quotations = zip(annotation.quotations, isQuotation).filter(\.1).map(\.0)
        return (result, zip(anchors, isQuotation).filter(\.1).map(\.0))
    }

    mutating func carryOut(_ change: Correction.Change) {
        switch change {
        case .speaker(let anchor, let name): onQuotation(anchor) { $0.setSpeaker(name, of: $1) }
        case .notAQuotation(let anchor): onQuotation(anchor) { $0.isQuotation[$1] = false }
        case .form(let anchor, let form): onQuotation(anchor) { $0.annotation.quotations[$1].form = form }
        case .act(let anchor, let act): onQuotation(anchor) { $0.annotation.quotations[$1].act = act }
        case .merge(let name, let other): merge(name, other)
        case .split(let name, let other): split(name, other)
        case .rename(let name, let new):
            for index in actors(called: name) {
                annotation.actors[index].name = new
                add(new, to: index)
            }
        }
    }

    // MARK: Quotations

    private mutating func onQuotation(_ anchor: QuotationAnchor, _ body: (inout Self, Int) -> Void) {
        guard let index = anchors.firstIndex(where: { $0.key == anchor.key }) ?? likest(anchor) else { return }
        body(&self, index)
    }

    /// The quotation that has most words in common with the anchor's, in one run of at least half of either's.
    private func likest(_ anchor: QuotationAnchor) -> Int? {
        let wanted = TextFold.words(of: anchor.words).map(\.folded)
        guard !wanted.isEmpty else { return nil }
        var best: (index: Int, shared: Int)?
        for (index, known) in anchors.enumerated() {
            let words = TextFold.words(of: known.words).map(\.folded)
            let shared = Self.longestRun(wanted, words)
            guard 2 * shared >= max(wanted.count, words.count), shared > best?.shared ?? 0 else { continue }
            best = (index, shared)
        }
        return best?.index
    }

    /// How many words follow each other in both.
    private static func longestRun(_ one: [String], _ other: [String]) -> Int {
        var longest = 0
        var row = Array(repeating: 0, count: other.count + 1)
        for word in one {
            var diagonal = 0
            for (index, candidate) in other.enumerated() {
                let above = row[index + 1]
                row[index + 1] = word == candidate ? diagonal + 1 : 0
                longest = max(longest, row[index + 1])
                diagonal = above
            }
        }
        return longest
    }

    private mutating func setSpeaker(_ name: ActorName?, of index: Int) {
        let actor = name.map { actors(called: $0).first ?? newActor($0) }.map { annotation.actors[$0].id }
        var quotation = annotation.quotations[index]
        var mention = quotation.speaker ?? Mention(.name, [])
        mention.actor = actor
        quotation.speaker = actor == nil && mention.ranges.isEmpty ? nil : mention
        quotation.confidence = .certain
        quotation.speakerConfidence = .certain
        quotation.reasons = ["corrected"]
        annotation.quotations[index] = quotation
    }

    // MARK: People

    /// The actors of whom a spelling is this name, in their order.
    private func actors(called name: ActorName) -> [Int] {
        let folded = TextFold.folded(name.name)
        return annotation.actors.indices.filter { index in
            let actor = annotation.actors[index]
            return actor.kind == name.kind && (actor.aliases + [actor.name]).contains { TextFold.folded($0) == folded }
        }
    }

    private mutating func newActor(_ name: ActorName) -> Int {
        let id = Actor.ID(rawValue: Int32(annotation.actors.count))
        annotation.actors.append(Actor(id: id, kind: name.kind, name: name.name, aliases: [name.name]))
        return Int(id.rawValue)
    }

    private mutating func add(_ alias: String, to index: Int) {
        if !annotation.actors[index].aliases.contains(alias) { annotation.actors[index].aliases.append(alias) }
    }

    private mutating func merge(_ name: ActorName, _ other: ActorName) {
        let others = actors(called: other)
        guard !others.isEmpty else { return }
        let first = actors(called: name).first ?? others[0]
        annotation.actors[first].name = name.name
        add(name.name, to: first)
        for index in others where index != first {
            for alias in annotation.actors[index].aliases { add(alias, to: first) }
            refer(from: index, to: first) { _ in true }
            annotation.actors[index].aliases = []
        }
        dropUnused(others.filter { $0 != first })
    }

    private mutating func split(_ name: ActorName, _ other: ActorName) {
        let (kept, leaving) = (TextFold.folded(name.name), TextFold.folded(other.name))
        guard kept != leaving else { return }
        for index in actors(called: name) where actors(called: other).contains(index) {
            let new = newActor(other)
            annotation.actors[index].aliases.removeAll { TextFold.folded($0) == leaving }
            if TextFold.folded(annotation.actors[index].name) == leaving { annotation.actors[index].name = name.name }
            refer(from: index, to: new) { TextFold.folded($0) == leaving }
        }
    }

    /// Lets mentions of one actor whose words are so be mentions of another.
    private mutating func refer(from index: Int, to other: Int, where isMeant: (String) -> Bool) {
        let (old, new) = (annotation.actors[index].id, annotation.actors[other].id)
        for entity in annotation.entities.indices where annotation.entities[entity].actor == old {
            let words = BlockText(article.text, annotation.entities[entity].range).joined
            if isMeant(words) { annotation.entities[entity].actor = new }
        }
        for quotation in annotation.quotations.indices where annotation.quotations[quotation].speaker?.actor == old {
            let string = article.string(of: annotation.quotations[quotation].part)
            let ranges = annotation.quotations[quotation].speaker?.ranges ?? []
            let words = ranges.map { BlockText(string, $0).joined }.joined(separator: " ")
            if isMeant(words) { annotation.quotations[quotation].speaker?.actor = new }
        }
    }

    /// Takes actors out to whom nothing refers any more; the others' numbers close up.
    private mutating func dropUnused(_ unused: [Int]) {
        guard !unused.isEmpty else { return }
        var numbers: [Int32] = []
        var kept: [Actor] = []
        for (index, actor) in annotation.actors.enumerated() {
            numbers.append(Int32(kept.count))
            guard !unused.contains(index) else { continue }
            var actor = actor
            actor.id = Actor.ID(rawValue: Int32(kept.count))
            kept.append(actor)
        }
        annotation.actors = kept
        func moved(_ id: Actor.ID?) -> Actor.ID? {
            id.flatMap { numbers.indices.contains(Int($0.rawValue)) ? Actor.ID(rawValue: numbers[Int($0.rawValue)]) : nil }
        }
        for index in annotation.entities.indices {
            annotation.entities[index].actor = moved(annotation.entities[index].actor)
        }
        for index in annotation.quotations.indices {
            let actor = moved(annotation.quotations[index].speaker?.actor)
            annotation.quotations[index].speaker?.actor = actor
        }
    }
}
