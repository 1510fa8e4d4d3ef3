/// A colour as a theme names it. What a terminal makes of it is the terminal's affair.
public enum Color: Sendable, Hashable {
    /// The terminal's own foreground or ground.
    case standard
    /// One of the terminal's own sixteen: 0–7 and, bright, 8–15.
    case ansi(UInt8)
    /// Red, green, blue as `0xRRGGBB`.
    case rgb(UInt32)
}

/// How a cell looks.
public struct Style: Sendable, Hashable {
    /// What a style adds to its colours.
    public struct Attributes: OptionSet, Sendable, Hashable {
        /// The set's bits.
        public let rawValue: UInt8
        /// The set of these bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Heavier strokes.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter.
        public static let dim = Attributes(rawValue: 2)
        /// Slanted.
        public static let italic = Attributes(rawValue: 4)
        /// A line below.
        public static let underline = Attributes(rawValue: 8)
        /// Foreground and ground change places.
        public static let reverse = Attributes(rawValue: 16)
        /// A line through.
        public static let strikethrough = Attributes(rawValue: 32)
    }

    /// The colour of the strokes.
    public var foreground: Color
    /// The colour of the ground.
    public var background: Color
    /// What is added.
    public var attributes: Attributes

    /// A style of these parts.
    public init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own.
    public static let plain = Style()

    /// This style with `other` laid over it: colours that `other` sets win, attributes are joined.
    public func overlaid(by other: Style) -> Style {
        Style(
            foreground: other.foreground == .standard ? foreground : other.foreground,
            background: other.background == .standard ? background : other.background,
            attributes: attributes.union(other.attributes))
    }

    /// This style with another's colours where it has none of its own.
    func on(_ ground: Style) -> Style {
        Style(
            foreground: foreground == .standard ? ground.foreground : foreground,
            background: background == .standard ? ground.background : background, attributes: attributes)
    }
}
