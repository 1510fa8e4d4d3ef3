import Foundation

/// A word that stands for a speaker in an article of a corpus, and who it is, by hand.
public struct SpeakerGold: Sendable {
    /// What an example is for.
    public enum Part: String, Sendable {
        /// To learn from; no article of it is measured on.
        case learn
        /// To develop on: its mistakes may be read.
        case develop
        /// To report: its mistakes are only counted.
        case report
    }

    /// What it is for.
    public var part: Part
    /// Whether the word is *he* or *she*; another pronoun, a role or a name otherwise.
    public var isPronoun: Bool
    /// The record's `id`.
    public var article: String
    /// Where the word stands, in code points of the record's text.
    public var place: Range<Int>
    /// The answers that are right; nil for somebody whom the article never names.
    public var names: [String?]

    private static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "AnnotatorTests/Gold/speakers.tsv")

    /// The table in the source tree; its head says what its columns are.
    public static func table() throws -> [SpeakerGold] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t").map(String.init)
            guard cells.count == 6, let part = Part(rawValue: cells[0]), let start = Int(cells[3]), let end = Int(cells[4]),
                start < end
            else { return nil }
            return SpeakerGold(
                part: part, isPronoun: cells[1] == "pronoun", article: cells[2], place: start..<end,
                names: cells[5].split(separator: "|").map { $0 == "-" ? nil : String($0) })
        }
    }

    /// Whether a speaker found is the right one.
    public func isRight(_ name: String?) -> Bool {
        names.contains { right in
            guard let name, let right else { return name == nil && right == nil }
            return SpeakerName.isSame(name, right)
        }
    }
}

/// When two names are of one person, as the corpora's own scorer has it.
public enum SpeakerName {
    /// Whether the names are the same, or end in the same word and one has all words of the other.
    public static func isSame(_ one: String, _ other: String) -> Bool {
        let first = words(one)
        let second = words(other)
        guard let last = first.last else { return false }
        return first == second
            || last == second.last && (Set(first).isSubset(of: second) || Set(second).isSubset(of: first))
    }

    private static func words(_ name: String) -> [Substring] {
        String(
            name.lowercased().unicodeScalars.compactMap { scalar in
                scalar == "-" ? " " : scalar == " " || ("a"..."z").contains(scalar) ? Character(scalar) : nil
            }
        ).split(separator: " ")
    }
}

/// Answers that are right or wrong, with the interval in which their share lies.
public struct Answers: Sendable {
    private var right: [Bool] = []

    /// None yet.
    public init() {}

    /// Counts an answer.
    public mutating func add(_ isRight: Bool) { right.append(isRight) }

    /// How many there are.
    public var count: Int { right.count }

    /// The right ones in percent; 0 for none.
    public var percent: Double { right.isEmpty ? 0 : 100 * Double(right.count { $0 }) / Double(right.count) }

    /// The bootstrap interval of 95 percent, from 2,000 samples of a fixed seed.
    public var interval: ClosedRange<Double> {
        guard !right.isEmpty else { return 0...0 }
        var random = SplitMix(seed: 95)
        let shares = (0..<2000).map { _ in
            right.indices.count { _ in right[Int(random.next() % UInt64(right.count))] }
        }.sorted()
        let scale = 100 / Double(right.count)
        return Double(shares[50]) * scale...Double(shares[1949]) * scale
    }
}
