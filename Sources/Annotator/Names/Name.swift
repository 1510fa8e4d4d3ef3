import DocumentModel

/// What the language says of somebody's gender.
enum Gender: UInt8 {
    case unknown
    case masculine
    case feminine

    func agrees(with other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}

/// A name in its place, as found in the text; titles stand before it and are no part of it.
struct Name {
    // A long article has a hundred thousand names: places are packed.
    private var first: Int32
    private var end: Int32
    private var titleFirst: Int32 = -1
    private var titleEnd: Int32 = -1
    /// The number of the country it is, or whose people or capital it is; -1 for none.
    var country: Int16
    var kind: EntityKind
    var gender: Gender
    /// Whether the kind is only a guess, which the article's other places may overrule.
    var isGuess: Bool
    /// Whether the capital may be only that of a sentence's first word: a name if the article has it elsewhere.
    var isDoubtful: Bool

    init(
        tokens: TokenRange, kind: EntityKind, title: TokenRange? = nil, gender: Gender = .unknown, country: Int16 = -1,
        isGuess: Bool = false, isDoubtful: Bool = false
    ) {
        first = Int32(truncatingIfNeeded: tokens.lowerBound)
        end = Int32(truncatingIfNeeded: tokens.upperBound)
        self.kind = kind
        self.gender = gender
        self.country = country
        self.isGuess = isGuess
        self.isDoubtful = isDoubtful
        self.title = title
    }

    var tokens: TokenRange {
        get { Int(first)..<Int(end) }
        set {
            first = Int32(truncatingIfNeeded: newValue.lowerBound)
            end = Int32(truncatingIfNeeded: newValue.upperBound)
        }
    }
    /// The title right before: *Foreign Minister*.
    var title: TokenRange? {
        get { titleFirst < 0 ? nil : Int(titleFirst)..<Int(titleEnd) }
        set {
            titleFirst = Int32(truncatingIfNeeded: newValue?.lowerBound ?? -1)
            titleEnd = Int32(truncatingIfNeeded: newValue?.upperBound ?? -1)
        }
    }
}

extension AnalysedText {
    /// What of the text a name is. A body's is without the dot that shortens its last word, as the annotated articles have
    /// it: *Wexcombe Shipping Co*.
    func range(of name: Name) -> TextRange {
        let range = range(of: name.tokens)
        guard name.kind == .organisation, let last = name.tokens.last else { return range }
        let word = bytes(of: last)
        let isShortened = word.last == UInt8(ascii: ".") && word.firstIndex(of: UInt8(ascii: ".")) == word.endIndex - 1
        return isShortened && word.count > 2 ? range.lowerBound..<range.upperBound - 1 : range
    }
}
