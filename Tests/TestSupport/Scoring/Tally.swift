/// How many were expected, found and right.
public struct Tally: Sendable, Equatable {
    /// How many the gold annotation has.
    public var expected = 0
    /// How many the annotator gave.
    public var found = 0
    /// How many of those are right.
    public var right = 0

    /// Nothing counted yet, or these counts.
    public init(expected: Int = 0, found: Int = 0, right: Int = 0) {
        self.expected = expected
        self.found = found
        self.right = right
    }

    /// The share of the expected that was given rightly, in percent; 100 when nothing was expected.
    public var recall: Double { Self.percent(right, of: expected) }
    /// The share of the given that is right, in percent; 100 when nothing was given.
    public var precision: Double { Self.percent(right, of: found) }
    /// The harmonic mean of both, in percent; 100 when nothing was expected and nothing given.
    public var f1: Double { Self.percent(2 * right, of: expected + found) }

    /// The counts of both together.
    public static func + (one: Tally, other: Tally) -> Tally {
        Tally(expected: one.expected + other.expected, found: one.found + other.found, right: one.right + other.right)
    }
    /// Adds the other's counts.
    public static func += (one: inout Tally, other: Tally) { one = one + other }

    private static func percent(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 100 : 100 * Double(part) / Double(whole)
    }
}
