/// An article as it was read: its text, which nothing changes from here on, what is known about it, and its structure.
public struct Article: Sendable, Equatable {
    /// What names the article where it came from: a path as given, or a record's `id`.
    public var id: String
    /// The article as read, decoded, line ends as `\n`, otherwise as it stands. All ranges count in its UTF-8 bytes.
    public var text: String
    /// What the article is called, and where that stands.
    public var headline: Headline
    /// What is known about the article beside its words.
    public var details: Details
    /// The parts of the text in their order, without overlap, none empty; what lies between them is white space, bullets of
    /// lists and, in Markdown, front matter and marks at a line's begin.
    public var blocks: [Block]

    /// An article of these parts.
    public init(id: String, text: String, headline: Headline = .none, details: Details = Details(), blocks: [Block] = []) {
        self.id = id
        self.text = text
        self.headline = headline
        self.details = details
        self.blocks = blocks
    }

    /// What a list shows: the title, or the lead's first words; empty for an article without text.
    public var title: String {
        switch headline {
        case .own(let title): title
        case .inText(let range), .lead(let range): BlockText(text, range).joined
        case .none: ""
        }
    }

    /// The string that a quotation's spans count in.
    public func string(of part: TextPart) -> String {
        if part == .title, case .own(let title) = headline { return title }
        return text
    }
}

/// What an article is called.
public enum Headline: Sendable, Equatable {
    /// A title beside the text, as a record has.
    case own(String)
    /// A title that stands in the text, in a block of kind ``Block/Kind/title``.
    case inText(TextRange)
    /// No title: the first words of the text stand for it.
    case lead(TextRange)
    /// No title and no text.
    case none
}

/// What is known about an article beside its text: from a record's fields or a file's front matter as given, else from
/// lines of the text that say nothing but this (a byline, a date, a line of topics).
public struct Details: Sendable, Equatable {
    /// When it was published: a calendar date or a date and time in ISO 8601, where the source kept to it.
    public var date: String?
    /// The outlet.
    public var source: String?
    /// Where it was published.
    public var url: String?
    /// Who wrote it.
    public var author: String?
    /// What it was filed under.
    public var tags: [String]

    /// Details, each of them optional.
    public init(date: String? = nil, source: String? = nil, url: String? = nil, author: String? = nil, tags: [String] = [])
    {
        self.date = date
        self.source = source
        self.url = url
        self.author = author
        self.tags = tags
    }
}

/// Which of an article's strings a range counts in.
public enum TextPart: String, Sendable, Equatable, CaseIterable {
    /// The article's text.
    case text
    /// The title that a record carries beside its text.
    case title
}
