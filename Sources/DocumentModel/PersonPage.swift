/// All that a library tells of one person, or of an organisation or a place that speaks.
public struct PersonPage: Sendable, Equatable {
    /// A name or another word, and in how many articles it stands.
    public struct Count: Sendable, Equatable {
        /// The word.
        public var name: String
        /// How many articles.
        public var articles: Int

        /// A word in so many articles.
        public init(_ name: String, articles: Int) {
            self.name = name
            self.articles = articles
        }
    }

    /// An outlet or a month, and what it has of the person.
    public struct Share: Sendable, Equatable {
        /// The outlet's name, or the month as `2024-08`; nil where articles do not say.
        public var name: String?
        /// How many of its articles name or quote the person.
        public var articles: Int
        /// How many quotations of the person it has.
        public var quotations: Int

        /// A share of these counts.
        public init(_ name: String?, articles: Int, quotations: Int) {
            self.name = name
            self.articles = articles
            self.quotations = quotations
        }
    }

    /// Somebody else, and how many quotations join the two.
    public struct Other: Sendable, Equatable {
        /// The name they are listed under.
        public var name: String
        /// A person or a body.
        public var kind: Actor.Kind
        /// How many quotations.
        public var quotations: Int

        /// Somebody whom so many quotations join.
        public init(_ name: String, kind: Actor.Kind, quotations: Int) {
            self.name = name
            self.kind = kind
            self.quotations = quotations
        }
    }

    /// Words of the person, and how many articles report them.
    public struct Report: Sendable, Equatable {
        /// The first report.
        public var quotation: QuotationSummary
        /// How many articles.
        public var articles: Int

        /// Words that so many articles report.
        public init(_ quotation: QuotationSummary, articles: Int) {
            self.quotation = quotation
            self.articles = articles
        }
    }

    /// Who it is, and how often.
    public var summary: PersonSummary
    /// All spellings, those in most articles first; the summary's name among them.
    public var names: [Count] = []
    /// What articles say the person is, in lower case, the most frequent first.
    public var roles: [Count] = []
    /// The first and the last day on which an article names or quotes the person, as `2024-08-18`; nil where none has a date.
    public var firstSeen: String?
    /// See ``firstSeen``.
    public var lastSeen: String?
    /// Articles by outlet, the largest share first.
    public var outlets: [Share] = []
    /// Articles by month, in their order; those without a date are left out.
    public var months: [Share] = []
    /// Whom the person's quotations name, the most frequent first.
    public var speaksOf: [Other] = []
    /// Whose quotations name the person, the most frequent first.
    public var spokenOfBy: [Other] = []
    /// The person's words that most articles report.
    public var mostReported: [Report] = []

    /// A page with nothing but its head.
    public init(_ summary: PersonSummary) { self.summary = summary }
}
