import DocumentModel
import EnglishModel

/// A run of tokens, by index.
typealias TokenRange = Range<Int>

/// A word, number or punctuation mark in its place, with what the lists know of it.
struct Token {
    enum Kind: UInt8 {
        case word
        case number
        /// *'s*, *'ll*: split off the word before
        case clitic
        /// . ! ? …
        case stop
        case comma
        case semicolon
        case colon
        case dash
        case openBracket
        case closeBracket
        /// A quotation mark or an apostrophe that stands apart; ``QuotationMarks`` tells which.
        case mark
        case symbol

        /// Whether the lists know of tokens like this.
        var isLookedUp: Bool { self == .word || self == .number || self == .clitic || self == .symbol }
    }

    struct Shape: OptionSet {
        let rawValue: UInt8
        /// Begins with a capital.
        static let capital = Shape(rawValue: 1)
        /// Two letters or more, all of them capitals.
        static let allCapitals = Shape(rawValue: 2)
        static let digit = Shape(rawValue: 4)
        /// White space stands before it.
        static let spaceBefore = Shape(rawValue: 8)
        /// Has a hyphen inside.
        static let hyphen = Shape(rawValue: 16)
        /// Ends in a full stop that is its own: *Mr.*, *U.S.*
        static let dotted = Shape(rawValue: 32)
        /// Has letters of a script without capitals, or that the lists do not cover.
        static let foreign = Shape(rawValue: 64)
        /// ? or !
        static let exclaims = Shape(rawValue: 128)
    }

    let start: Int32
    let end: Int32
    /// The number of its word in ``Tokens/words``.
    let number: Int32
    let kind: Kind
    let style: MarkStyle
    let shape: Shape
    /// The word's number in the lexicon; -1 when it is unknown.
    let entry: Int32
    /// The classes of the lists that it is of.
    let classes: WordClass

    var range: TextRange { Int(start)..<Int(end) }
    var isWord: Bool { kind == .word }
    var isCapital: Bool { shape.contains(.capital) }

    func isAny(of classes: WordClass) -> Bool { !self.classes.isDisjoint(with: classes) }
}

/// The look of a quotation mark.
enum MarkStyle: UInt8 {
    case none
    case straightDouble
    case leftDouble
    case rightDouble
    case lowDouble
    case straightSingle
    case leftSingle
    case rightSingle
    case lowSingle
    case leftGuillemet
    case rightGuillemet
    /// Corner brackets and full-width marks, which say whether they open.
    case leftCorner
    case rightCorner

    var isSingle: Bool { self == .straightSingle || self == .leftSingle || self == .rightSingle || self == .lowSingle }
}
