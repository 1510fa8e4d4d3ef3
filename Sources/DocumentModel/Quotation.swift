/// What somebody said or thought: one cue's uninterrupted turn, without the cue and the speaker.
public struct Quotation: Sendable, Equatable {
    /// How much of the quotation stands between quotation marks. The raw value is its name in JSON (`type`).
    public enum Form: String, Sendable, Equatable, CaseIterable {
        /// All words.
        case direct
        /// Some words.
        case mixed
        /// None.
        case indirect
    }

    /// What was done. The raw value is its name in JSON.
    public enum Act: String, Sendable, Equatable, CaseIterable {
        /// Said or written.
        case speech
        /// Believed, wanted or intended.
        case thought
    }

    /// The string that all ranges here count in.
    public var part: TextPart
    /// The quotation's words in their order, quotation marks included; several where cue and speaker stand between.
    public var spans: [TextRange]
    /// Direct, mixed or indirect.
    public var form: Form
    /// Speech or thought.
    public var act: Act
    /// The words that introduce it: *said*, *according to*. Empty where a turn runs on without.
    public var cue: [TextRange]
    /// The words that name or stand for whoever speaks; nil where nobody is found.
    public var speaker: Mention?
    /// How likely this is a quotation with these words.
    public var confidence: Probability
    /// How likely this is its speaker.
    public var speakerConfidence: Probability
    /// Why, in short words: `cue:said`, `pronoun:he→Zelensky`, `same turn`.
    public var reasons: [String]

    /// A quotation of these parts.
    public init(
        in part: TextPart = .text, spans: [TextRange], form: Form, act: Act = .speech, cue: [TextRange] = [],
        speaker: Mention? = nil, confidence: Probability = .certain, speakerConfidence: Probability = .certain,
        reasons: [String] = []
    ) {
        self.part = part
        self.spans = spans
        self.form = form
        self.act = act
        self.cue = cue
        self.speaker = speaker
        self.confidence = confidence
        self.speakerConfidence = speakerConfidence
        self.reasons = reasons
    }

    /// From the first word to the last, what stands between the spans included; empty for no spans.
    public var extent: TextRange {
        guard let first = spans.first, let last = spans.last else { return 0..<0 }
        return first.lowerBound..<max(first.upperBound, last.upperBound)
    }
}

/// A probability in thousandths, so that the same input gives the same figures on every machine.
public struct Probability: Sendable, Hashable, Comparable {
    /// 0 to 1,000.
    public let thousandths: UInt16

    /// A probability of so many thousandths, clamped to 0…1,000.
    public init(thousandths: Int) { self.thousandths = UInt16(max(0, min(1000, thousandths))) }

    /// Sure.
    public static let certain = Probability(thousandths: 1000)
    /// The lesser of two is the less likely.
    public static func < (one: Probability, other: Probability) -> Bool { one.thousandths < other.thousandths }
}
