import DocumentModel
import Screen

/// One line of an article as it is set.
struct FlowLine: Sendable, Equatable {
    /// What it is a line of.
    enum Kind: Sendable, Equatable {
        /// Nothing: the room between two blocks.
        case blank
        /// The title at the head.
        case title
        /// Outlet, date, author, figures.
        case details
        /// The reader's note.
        case note
        /// A block of the text.
        case block(Block.Kind)
    }

    /// What it is a line of.
    var kind: Kind
    /// The columns before its first word.
    var indent = 0
    /// What stands in front of its first word, inside the indent: a list item's mark.
    var mark = ""
    /// The parts of the article's text, or title, that it shows.
    var runs: [LineBreaking.Run] = []
    /// What the runs are ranges of.
    var part = TextPart.text
    /// The way its paragraph runs.
    var direction = TextDirection.leftToRight
    /// Text that stands in no string of the article: the details. Empty for lines with runs.
    var madeText = ""

    /// From its first character to its last, as offsets into the part; nil for a line without any.
    var extent: TextRange? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}

/// A unit that is laid out at once: the head of the article, or a block, or, of a very long block, a few kilobytes.
struct FlowItem: Sendable, Hashable, Comparable {
    /// The block's index; -1 is the head.
    var block: Int
    /// Which part of the block, from 0.
    var chunk: Int

    /// The head.
    static let head = FlowItem(block: -1, chunk: 0)

    static func < (one: FlowItem, other: FlowItem) -> Bool {
        (one.block, one.chunk) < (other.block, other.chunk)
    }
}

/// A line's place in an article as it is set at one width.
struct FlowPosition: Sendable, Hashable, Comparable {
    /// The item.
    var item: FlowItem
    /// The line in the item, from 0.
    var line: Int

    /// The first line.
    static let start = FlowPosition(item: .head, line: 0)

    static func < (one: FlowPosition, other: FlowPosition) -> Bool {
        one.item == other.item ? one.line < other.line : one.item < other.item
    }
}

/// What of an article is on the screen, whatever its width.
struct ArticleView: Sendable, Hashable {
    /// The first character shown.
    var place: TextPlace
    /// The lines above it that show none: the room between paragraphs.
    var blanksAbove: Int
}

/// A place in an article that no width changes.
struct TextPlace: Sendable, Hashable {
    /// Which string.
    var part: TextPart
    /// The offset into it.
    var offset: Int

    /// Before everything.
    static let start = TextPlace(part: .title, offset: 0)
}
