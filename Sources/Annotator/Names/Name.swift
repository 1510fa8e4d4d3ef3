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
    /// How much speaks for the kind where it is a guess, which the article's other places may overrule; nil where it is sure.
    var votes: Int?
    /// Whether the kind is only a guess.
    var isGuess: Bool { votes != nil }
    /// Whether the capital may be only that of a sentence's first word: a name if the article has it elsewhere.
    var isDoubtful = false
}
