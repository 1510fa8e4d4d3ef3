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
    var tokens: TokenRange
    var kind: EntityKind
    /// The title right before: *Foreign Minister*.
    var title: TokenRange?
    var gender: Gender = .unknown
    /// The number of the country it is, or whose people or capital it is; -1 for none.
    var country: Int16 = -1
    /// Whether the kind is only a guess, which the article's other places may overrule.
    var isGuess = false
    /// Whether the capital may be only that of a sentence's first word: a name if the article has it elsewhere.
    var isDoubtful = false
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
