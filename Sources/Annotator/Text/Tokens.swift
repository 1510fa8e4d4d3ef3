import EnglishModel

/// The tokens of a text. What the bytes of a token tell stands once for each different word, and a token is where it begins
/// and the number of its word: eight bytes, since a long article has a million.
struct Tokens: RandomAccessCollection {
    /// What all tokens of the same bytes and kind have in common.
    struct Word {
        /// Its bytes.
        let count: Int32
        let kind: Token.Kind
        let style: MarkStyle
        /// All but ``Token/Shape/spaceBefore``.
        var shape: Token.Shape
        /// As ``EnglishModel/Word/mark(of:)`` gives it; nil for what is not ASCII.
        var mark: UInt16?
        /// Its first four bytes, ASCII letters small: so most words are told apart without a look at the text.
        let head: UInt32
        var entry: Int32 = -1
        var classes: WordClass = []

        init(count: Int, head: UInt32, kind: Token.Kind, style: MarkStyle, shape: Token.Shape) {
            self.count = Int32(truncatingIfNeeded: count)
            self.head = head
            self.kind = kind
            self.style = style
            self.shape = shape
        }
    }

    private struct Place {
        let start: Int32
        /// The word's number, and whether white space stands before it.
        var wordAndSpace: UInt32

        var word: Int { Int(wordAndSpace >> 1) }
    }

    private var places: [Place] = []
    /// The different words, in the order in which they come first.
    var words: [Word] = []

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }

    @inline(__always)
    subscript(_ at: Int) -> Token {
        let place = places[at]
        let word = words[place.word]
        return Token(
            start: place.start, end: place.start &+ word.count, number: Int32(truncatingIfNeeded: place.word),
            kind: word.kind,
            style: word.style,
            shape: Token.Shape(
                rawValue: word.shape.rawValue | UInt8(place.wordAndSpace & 1) * Token.Shape.spaceBefore.rawValue),
            entry: word.entry, classes: word.classes)
    }

    /// Where a token begins.
    @inline(__always)
    func start(of token: Int) -> Int { Int(places[token].start) }

    /// The number of a token's word.
    @inline(__always)
    func number(of token: Int) -> Int { places[token].word }

    /// A token's word.
    @inline(__always)
    func word(of token: Int) -> Word { words[places[token].word] }

    mutating func reserveCapacity(_ count: Int) { places.reserveCapacity(count) }

    /// Appends a token that begins at a byte.
    mutating func append(_ word: Int, at start: Int) {
        places.append(Place(start: Int32(truncatingIfNeeded: start), wordAndSpace: UInt32(truncatingIfNeeded: word) << 1))
    }

    /// White space stands before a token.
    mutating func setSpace(before token: Int) { places[token].wordAndSpace |= 1 }
}
