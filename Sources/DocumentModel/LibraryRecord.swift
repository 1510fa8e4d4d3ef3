/// One thing that a library holds, as its export writes it and its import reads it.
public enum LibraryRecord: Sendable, Equatable {
    /// A file that was read.
    case file(KeptFile)
    /// An article with its annotation.
    case article(KeptArticle)
    /// What the reader marked in an article.
    case mark(KeptMark)
    /// A correction.
    case correction(Correction)
    /// A saved filter.
    case filter(name: String, text: String)
}

/// A file that a library has read, with the facts by which it passes over it unopened.
public struct KeptFile: Sendable, Equatable {
    /// Its path from the root on; `-` for standard input.
    public var path: String
    /// Its size in bytes, its time of change in nanoseconds since 1970 and its number in the file system; nil for a stream,
    /// and for a file that was not read to its end.
    public var facts: [Int64]?
    /// The model that annotated it.
    public var annotator: String?
    /// How many of its records could not be read.
    public var problems: Int

    /// A file with these facts.
    public init(path: String, facts: [Int64]?, annotator: String?, problems: Int = 0) {
        self.path = path
        self.facts = facts
        self.annotator = annotator
        self.problems = problems
    }
}

/// An article as a library keeps it.
public struct KeptArticle: Sendable, Equatable {
    /// A place it came from.
    public struct Origin: Sendable, Equatable {
        /// The file's path.
        public var path: String
        /// The record's id; empty where the file is the article.
        public var name: String
        /// The record's line, from 1; 0 where the file is the article.
        public var line: Int

        /// A place in this file.
        public init(path: String, name: String, line: Int) {
            self.path = path
            self.name = name
            self.line = line
        }
    }

    /// The article and what the annotator found in it, without corrections.
    public var annotated: AnnotatedArticle
    /// Where it came from; at least one place.
    public var origins: [Origin]
    /// When it came, in seconds since 1970.
    public var added: Int64
    /// The model that annotated it; nil where nobody knows.
    public var annotator: String?

    /// An article from these places.
    public init(_ annotated: AnnotatedArticle, origins: [Origin], added: Int64, annotator: String? = nil) {
        self.annotated = annotated
        self.origins = origins
        self.added = added
        self.annotator = annotator
    }
}

/// What a reader marked in an article.
public struct KeptMark: Sendable, Equatable {
    /// The article, which need not be in the library any more.
    public var article: ArticleIdentity
    /// Whether it was opened.
    public var isRead: Bool
    /// Whether it is starred.
    public var isStarred: Bool
    /// Where the reader left it, as an offset into the UTF-8 of its text.
    public var place: Int
    /// A note on it.
    public var note: String?

    /// Marks of an article.
    public init(
        article: ArticleIdentity, isRead: Bool = false, isStarred: Bool = false, place: Int = 0, note: String? = nil
    ) {
        self.article = article
        self.isRead = isRead
        self.isStarred = isStarred
        self.place = place
        self.note = note
    }
}
