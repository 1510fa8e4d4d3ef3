/// What a reader knows better than the annotator. It is kept apart from the annotation, and laid over it when that is read.
public struct Correction: Sendable, Hashable {
    /// What is put right.
    public var change: Change
    /// Who says so: a user's name.
    public var author: String
    /// When, in seconds since 1970.
    public var instant: Int64

    /// A correction by somebody, made then.
    public init(_ change: Change, by author: String, at instant: Int64) {
        self.change = change
        self.author = author
        self.instant = instant
    }

    /// Something that is put right.
    public enum Change: Sendable, Hashable {
        /// This is who says a quotation; nil for somebody the article never names.
        case speaker(QuotationAnchor, ActorName?)
        /// This is no quotation.
        case notAQuotation(QuotationAnchor)
        /// This is how much of a quotation stands between marks.
        case form(QuotationAnchor, Quotation.Form)
        /// This is what was done: said or thought.
        case act(QuotationAnchor, Quotation.Act)
        /// Two names are one person's: whoever is called the second is called the first.
        case merge(ActorName, ActorName)
        /// Two names are two people's: the second is no spelling of the first.
        case split(ActorName, ActorName)
        /// Whoever is called so is listed under this name.
        case rename(ActorName, to: String)
    }
}

/// A person's or a body's name, under any spelling of it.
public struct ActorName: Sendable, Hashable {
    /// Whose name it is.
    public var kind: Actor.Kind
    /// The name as written.
    public var name: String
    /// Of several who bear the name, whom this article calls so is meant; nil for whoever is called so in most articles.
    public var article: ArticleIdentity?

    /// A name.
    public init(_ name: String, kind: Actor.Kind = .person, in article: ArticleIdentity? = nil) {
        self.kind = kind
        self.name = name
        self.article = article
    }
}

/// How a quotation is found again, whatever model annotated its article and wherever the article comes from.
public struct QuotationAnchor: Sendable, Hashable {
    /// The article's identity.
    public var article: ArticleIdentity
    /// The quotation's stable key: its words, and how many times the article has said the same before.
    public var key: Int64
    /// Its words. Where a newer model draws the quotation's borders otherwise, the one that shares most of them is meant.
    public var words: String

    /// The quotation of this article that has this key and these words.
    public init(article: ArticleIdentity, key: Int64, words: String) {
        self.article = article
        self.key = key
        self.words = words
    }
}

extension Correction.Change {
    /// The quotation that is put right; nil for what is said of people.
    public var quotation: QuotationAnchor? {
        switch self {
        case .speaker(let anchor, _), .notAQuotation(let anchor), .form(let anchor, _), .act(let anchor, _): anchor
        case .merge, .split, .rename: nil
        }
    }

    /// The people of whom it speaks; none for what is said of a quotation.
    public var names: [ActorName] {
        switch self {
        case .merge(let one, let other), .split(let one, let other): [one, other]
        case .rename(let name, _): [name]
        case .speaker, .notAQuotation, .form, .act: []
        }
    }

    /// The article that says what is meant: the quotation's, or one that calls somebody by a name.
    public var article: ArticleIdentity? { quotation?.article ?? names.compactMap(\.article).first }
}
