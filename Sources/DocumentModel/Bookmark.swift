/// A place in an article that a reader marked with a letter, to come back to.
public struct Bookmark: Sendable, Equatable {
    /// The letter or digit.
    public var letter: Character
    /// The article.
    public var article: ArticleKey
    /// The article's title.
    public var title: String
    /// The place, as an offset into the article's text; 0 for its very start.
    public var place: Int

    /// A bookmark of these parts.
    public init(letter: Character, article: ArticleKey, title: String, place: Int) {
        self.letter = letter
        self.article = article
        self.title = title
        self.place = place
    }
}
