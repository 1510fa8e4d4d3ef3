import DocumentModel
import EnglishModel

/// A sentence as what is learned of quotations sees it: its words and marks, each quoted span as one unit.
///
/// That a quoted span is one unit keeps sequences short and the ends of quotations at their marks.
struct SentenceUnits {
    /// A token, or all tokens between two marks.
    struct Unit {
        var tokens: TokenRange
        var isQuoted = false
        /// The word, its case left out; for a quoted span how it ends.
        var word: UInt64 = 0
        /// Something like a part of speech: the word itself where it has little meaning, a name's kind, a mark's, else the
        /// coarse cluster.
        var tag: UInt64 = 0
        /// The word's last three bytes.
        var suffix: UInt64 = 0
        /// The fine cluster.
        var fine: UInt64 = 0
        /// The form of a verb of the lists.
        var form: UInt64 = 0
        /// Which classes of ``told`` the word is of.
        var classes: UInt64 = 0
        /// What it adds to the summary of what stands between a unit and a cue.
        var between = Between()
        var isCapital = false
    }

    /// What stands between a unit and a cue.
    struct Between: OptionSet {
        let rawValue: UInt16
        static let comma = Between(rawValue: 1)
        static let commas = Between(rawValue: 2)
        static let that = Between(rawValue: 4)
        static let auxiliary = Between(rawValue: 8)
        static let quoted = Between(rawValue: 16)
        static let conjunction = Between(rawValue: 32)
        static let mark = Between(rawValue: 64)
        static let relative = Between(rawValue: 128)
        static let cue = Between(rawValue: 256)
    }

    let units: [Unit]

    /// The classes that tell who can speak, and what joins clauses.
    static let told: WordClass = [
        .determiner, .possessive, .preposition, .conjunction, .subordinator, .relative, .interrogative, .pronoun,
        .subjectPronoun, .auxiliary, .negation, .adverb, .number, .month, .weekday, .time, .title, .role, .relation, .voice,
        .people, .body, .outletNoun, .document, .cue,
    ]

    init(_ sentence: TokenRange, _ text: AnalysedText, _ phrases: NounPhrases, _ sketches: WordSketches) {
        var units: [Unit] = []
        units.reserveCapacity(sentence.count)
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            if text.isQuoted(at) {
                let past = min(sentence.upperBound, max(at + 1, text.quoted[Int(text.quoteOf[at])].tokens.upperBound))
                units.append(Self.quoted(at..<past, text))
                at = past
                continue
            }
            units.append(Self.unit(at, text, phrases, sketches[at]))
            at += 1
        }
        self.units = units
    }

    private static func unit(_ at: Int, _ text: AnalysedText, _ phrases: NounPhrases, _ sketch: WordSketch) -> Unit {
        let token = text.tokens[at]
        var unit = Unit(tokens: at..<at + 1)
        unit.word = sketch.folded
        unit.suffix = sketch.suffix
        unit.fine = sketch.fine
        unit.classes = token.classes.intersection(told).rawValue
        unit.isCapital = token.isCapital
        let name = phrases.name(at: at)
        if token.entry >= 0 {
            let entry = text.lexicon.entries[Int(token.entry)]
            if entry.cueVerb >= 0 {
                let verb = text.lexicon.cueVerbs[Int(entry.cueVerb)]
                unit.form =
                    UInt64(entry.verbForm.rawValue) | UInt64(verb.takes.rawValue) << 8 | (verb.isThought ? 1 << 24 : 0)
            }
        }
        if let name {
            unit.tag = 0x100 + UInt64(kinds.firstIndex(of: name.kind) ?? kinds.count)
        } else if !token.isWord && token.kind != .clitic {
            unit.tag = 0x200 + UInt64(token.kind.rawValue)
        } else if token.isAny(of: .function) || token.kind == .clitic {
            unit.tag = sketch.folded
        } else if sketch.coarse > 0 {
            unit.tag = 0x300 + sketch.coarse
        } else {
            unit.tag = sketch.suffix
        }
        switch token.kind {
        case .comma: unit.between = .comma
        case .colon, .semicolon, .dash, .openBracket, .closeBracket: unit.between = .mark
        default:
            if name == nil {
                if text.token(at, is: "that") { unit.between.insert(.that) }
                if token.classes.contains(.auxiliary) { unit.between.insert(.auxiliary) }
                if token.classes.contains(.conjunction) { unit.between.insert(.conjunction) }
                if token.classes.contains(.relative) { unit.between.insert(.relative) }
                if token.classes.contains(.cue) { unit.between.insert(.cue) }
            }
        }
        return unit
    }

    private static func quoted(_ span: TokenRange, _ text: AnalysedText) -> Unit {
        var unit = Unit(tokens: span, isQuoted: true)
        var last = span.upperBound - 1
        while last > span.lowerBound, text.tokens[last].kind == .mark { last -= 1 }
        var first = span.lowerBound
        while first < last, text.tokens[first].kind == .mark { first += 1 }
        let words = span.count { text.tokens[$0].isWord || text.tokens[$0].kind == .number }
        let size = words < 4 ? words : words < 6 ? 4 : words < 12 ? 5 : 6
        let ending: UInt64 =
            switch text.tokens[last].kind {
            case .comma: 1
            case .stop: 2
            case .dash: 3
            default: 0
            }
        let opening: UInt64 = text.tokens[first].isCapital ? 1 : 0
        unit.word = FeatureHash.mix(0x51 + ending, opening)
        unit.tag = FeatureHash.mix(0x52 + ending * 2 + opening, UInt64(size))
        unit.suffix = FeatureHash.mix(0x53, UInt64(size))
        unit.between = .quoted
        unit.isCapital = opening == 1
        return unit
    }

    private static let kinds: [EntityKind] = [
        .person, .organisation, .location, .facility, .group, .miscellaneous, .product, .date, .money, .percent,
    ]
}
