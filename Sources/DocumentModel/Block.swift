/// A part of an article's text: a paragraph, a heading, a title and so on.
public struct Block: Sendable, Equatable {
    /// What a block is to a reader. The raw value is its name in JSON.
    public enum Kind: String, Sendable, Equatable, CaseIterable {
        /// The article's title, where it stands in the text.
        case title
        /// A heading inside the text.
        case heading
        /// Running text.
        case paragraph
        /// One item of a list.
        case listItem
        /// What stands under a picture.
        case caption
        /// A line of topics.
        case tags
        /// What the page added: promotion, related links, sources, comment links. Nothing in it is annotated.
        case boilerplate
    }

    /// Where the block stands in the text, without white space at its ends. Line breaks inside are only the source's:
    /// see ``BlockText``.
    public var range: TextRange
    /// What the block is.
    public var kind: Kind

    /// A block of this kind in this place.
    public init(_ kind: Kind, _ range: TextRange) {
        self.kind = kind
        self.range = range
    }
}
