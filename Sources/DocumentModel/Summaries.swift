/// An article's number in a library; stable for as long as the library keeps the article.
public struct ArticleKey: RawRepresentable, Sendable, Hashable, Comparable {
    /// The row's number.
    public var rawValue: Int64
    /// The article of this number.
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// In the order in which they were added.
    public static func < (one: ArticleKey, other: ArticleKey) -> Bool { one.rawValue < other.rawValue }
}

/// One row of a list of articles.
public struct ArticleSummary: Sendable, Equatable {
    /// The article.
    public var key: ArticleKey
    /// Its title or first words.
    public var title: String
    /// Its path or record's id.
    public var id: String
    /// The outlet.
    public var source: String?
    /// The date as given.
    public var date: String?
    /// The names of those who speak in it, those with most quotations first.
    public var speakers: [String]
    /// How many quotations it has.
    public var quotations: Int
    /// How many words its text has.
    public var words: Int
    /// Whether it has been opened.
    public var isRead: Bool
    /// Whether it is starred.
    public var isStarred: Bool
    /// The story it tells as others do; nil where it has no near-copies.
    public var story: Story?

    /// Articles that are near-copies of each other.
    public struct Story: Sendable, Equatable {
        /// The story's number, which no other has.
        public var number: Int64
        /// How many articles of the library tell it.
        public var articles: Int

        /// A story of these parts.
        public init(number: Int64, articles: Int) {
            self.number = number
            self.articles = articles
        }
    }

    /// A row of these parts.
    public init(
        key: ArticleKey, title: String, id: String, source: String? = nil, date: String? = nil, speakers: [String] = [],
        quotations: Int = 0, words: Int = 0, isRead: Bool = false, isStarred: Bool = false, story: Story? = nil
    ) {
        self.key = key
        self.title = title
        self.id = id
        self.source = source
        self.date = date
        self.speakers = speakers
        self.quotations = quotations
        self.words = words
        self.isRead = isRead
        self.isStarred = isStarred
        self.story = story
    }
}

/// One row of a list of people.
public struct PersonSummary: Sendable, Equatable {
    /// The name they are listed under.
    public var name: String
    /// A person or a body.
    public var kind: Actor.Kind
    /// How many quotations are theirs.
    public var quotations: Int
    /// How often they are named.
    public var mentions: Int
    /// How many articles name or quote them.
    public var articles: Int
    /// The newest article, of those counted, that calls them by this name, so that they are told from others of the name; nil
    /// where nobody asked for it.
    public var article: ArticleIdentity?

    /// A row of these parts.
    public init(
        name: String, kind: Actor.Kind, quotations: Int, mentions: Int, articles: Int, article: ArticleIdentity? = nil
    ) {
        self.name = name
        self.kind = kind
        self.quotations = quotations
        self.mentions = mentions
        self.articles = articles
        self.article = article
    }

    /// Who it is.
    public var actor: ActorName { ActorName(name, kind: kind, in: article) }
}

/// A quotation in a library.
public struct QuotationKey: Sendable, Hashable {
    /// The article it stands in.
    public var article: ArticleKey
    /// Which of the article's quotations it is, from 0.
    public var ordinal: Int

    /// The quotation of this place.
    public init(article: ArticleKey, ordinal: Int) {
        self.article = article
        self.ordinal = ordinal
    }
}

/// One row of a list of quotations.
public struct QuotationSummary: Sendable, Equatable {
    /// The article it stands in.
    public var article: ArticleKey
    /// Which of the article's quotations it is, from 0.
    public var ordinal: Int
    /// Its words, spans joined by " … ".
    public var text: String
    /// The speaker's name; nil when the article never names them.
    public var speaker: String?
    /// Direct, mixed or indirect.
    public var form: Quotation.Form
    /// Speech or thought.
    public var act: Quotation.Act
    /// How likely the speaker is right.
    public var speakerConfidence: Probability
    /// The article's title.
    public var title: String
    /// The article's path or record's id.
    public var id: String
    /// The article's outlet.
    public var source: String?
    /// The article's date as given.
    public var date: String?

    /// A row of these parts.
    public init(
        article: ArticleKey, ordinal: Int, text: String, speaker: String?, form: Quotation.Form, act: Quotation.Act,
        speakerConfidence: Probability, title: String, id: String, source: String? = nil, date: String? = nil
    ) {
        self.article = article
        self.ordinal = ordinal
        self.text = text
        self.speaker = speaker
        self.form = form
        self.act = act
        self.speakerConfidence = speakerConfidence
        self.title = title
        self.id = id
        self.source = source
        self.date = date
    }
}
