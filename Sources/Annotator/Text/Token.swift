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

    var start: Int32
    var end: Int32
    // A long article has a million tokens: these are packed, since the classes alone take eight bytes.
    private var number: UInt16 = .max
    private let kindAndStyle: UInt8
    var shape: Shape
    private var classHalves: (UInt32, UInt32) = (0, 0)

    init(start: Int32, end: Int32, kind: Kind, shape: Shape, style: MarkStyle) {
        self.start = start
        self.end = end
        self.shape = shape
        kindAndStyle = kind.rawValue | style.rawValue << 4
    }

    var kind: Kind { Kind(rawValue: kindAndStyle & 15) ?? .word }
    var style: MarkStyle { MarkStyle(rawValue: kindAndStyle >> 4) ?? .none }
    /// The word's number in the lexicon; -1 when it is unknown.
    var entry: Int32 {
        get { number == .max ? -1 : Int32(number) }
        set { number = UInt16(exactly: newValue) ?? .max }
    }
    /// The classes of the lists that it is of.
    var classes: WordClass {
        get { WordClass(rawValue: UInt64(classHalves.0) | UInt64(classHalves.1) << 32) }
        set {
            classHalves = (
                UInt32(truncatingIfNeeded: newValue.rawValue), UInt32(truncatingIfNeeded: newValue.rawValue >> 32)
            )
        }
    }

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
