/// What the annotator found in an article. All of it lies inside the article's blocks, boilerplate and tags excepted.
public struct Annotation: Sendable, Equatable {
    /// The language of the text, as a BCP 47 code: `en`.
    public var language: String
    /// Everybody and everything that is named, in order of first occurrence; an ``Actor/ID`` is an index here.
    public var actors: [Actor]
    /// The names in the text, in their order, without overlap.
    public var entities: [Entity]
    /// The quotations in their order (those in the title first), without overlap.
    public var quotations: [Quotation]

    /// An annotation of these parts.
    public init(language: String = "en", actors: [Actor] = [], entities: [Entity] = [], quotations: [Quotation] = []) {
        self.language = language
        self.actors = actors
        self.entities = entities
        self.quotations = quotations
    }

    /// The actor of this number; nil when there is none.
    public func actor(_ id: Actor.ID?) -> Actor? {
        guard let id, actors.indices.contains(Int(id.rawValue)) else { return nil }
        return actors[Int(id.rawValue)]
    }

    /// Who says a quotation; nil when the article never names them.
    public func speaker(of quotation: Quotation) -> Actor? { actor(quotation.speaker?.actor) }
}

/// An article with its annotation: what the reader, the library and the JSON writer all work on.
public struct AnnotatedArticle: Sendable, Equatable {
    /// The article.
    public var article: Article
    /// What was found in it.
    public var annotation: Annotation

    /// An article with its annotation.
    public init(_ article: Article, _ annotation: Annotation) {
        self.article = article
        self.annotation = annotation
    }

    /// A quotation's words: its spans, each as one reads it, joined by " … ".
    public func text(of quotation: Quotation) -> String {
        let string = article.string(of: quotation.part)
        return quotation.spans.map { BlockText(string, $0).joined }.joined(separator: " … ")
    }
}
