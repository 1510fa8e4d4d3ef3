/// Two wordings laid word against word: the one somebody asks about, and one that was found.
public struct WordAlignment: Sendable, Equatable {
    /// What becomes of some words from one wording to the other. The raw value is its name in JSON.
    public enum Kind: String, Sendable, Equatable, CaseIterable {
        /// The same words in both.
        case same
        /// Other words stand in their place.
        case changed
        /// Words that were found and that the asked wording leaves out.
        case leftOut = "left_out"
        /// Words that only the asked wording has.
        case added
        /// Words before and after those that were asked about: the found wording is longer.
        case around
    }

    /// Neighbouring words of one kind.
    public struct Run: Sendable, Equatable {
        /// What becomes of them.
        public var kind: Kind
        /// Where they stand in ``WordAlignment/asked``; nil for ``Kind/leftOut`` and ``Kind/around``.
        public var asked: TextRange?
        /// Where they stand in ``WordAlignment/found``; nil for ``Kind/added``.
        public var found: TextRange?

        /// A run of these parts.
        public init(_ kind: Kind, asked: TextRange?, found: TextRange?) {
            self.kind = kind
            self.asked = asked
            self.found = found
        }
    }

    /// The wording that was asked about.
    public var asked: String
    /// The wording that was found.
    public var found: String
    /// From the first word to the last, in both wordings' order.
    public var runs: [Run]

    /// An alignment of these parts.
    public init(asked: String, found: String, runs: [Run]) {
        self.asked = asked
        self.found = found
        self.runs = runs
    }

    /// Whether all words that were asked about were found, in their order and with no others between.
    public var isExact: Bool { runs.allSatisfy { $0.kind == .same || $0.kind == .around } }

    /// A part of the two wordings as one shows them in one line.
    public struct Piece: Sendable, Equatable {
        /// What a piece is.
        public enum Kind: Sendable, Equatable {
            /// Words of both, words around, what stands between words, and the spaces that added words need.
            case plain
            /// Words that only the found wording has.
            case found
            /// Words that only the asked wording has.
            case asked
        }
        /// What it is.
        public var kind: Kind
        /// Its text.
        public var text: String

        /// A piece of this kind.
        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// The found wording from its first byte to its last, with the words that the asked one has instead or besides put where
    /// they belong. Linear in both lengths.
    public var pieces: [Piece] {
        var pieces: [Piece] = []
        var at = 0
        func append(_ kind: Piece.Kind, _ text: Substring) {
            guard !text.isEmpty else { return }
            if let last = pieces.last, last.kind == kind {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append(Piece(kind, String(text)))
            }
        }
        for run in runs {
            if let range = run.found {
                append(.plain, found.text(in: at..<max(at, range.lowerBound)))
                append(run.kind == .same || run.kind == .around ? .plain : .found, found.text(in: range))
                at = range.upperBound
            }
            if run.kind == .changed || run.kind == .added, let range = run.asked {
                if run.kind == .added, at > 0 { append(.plain, " ") }
                append(.asked, asked.text(in: range))
                if run.kind == .added, at == 0 { append(.plain, " ") }
            }
        }
        append(.plain, found.text(in: at..<max(at, found.utf8.count)))
        return pieces
    }

    /// The found wording with its differences as `wdiff` writes them: `[-…-]` around words that only it has, `{+…+}` around
    /// those that only the asked one has.
    public var marked: String {
        pieces.map { piece in
            switch piece.kind {
            case .plain: piece.text
            case .found: "[-\(piece.text)-]"
            case .asked: "{+\(piece.text)+}"
            }
        }.joined()
    }
}

/// A quotation that was found for some words, with what differs.
public struct QuotationMatch: Sendable, Equatable {
    /// The quotation; of several reports of the same words by the same speaker the first that was published.
    public var quotation: QuotationSummary
    /// How near it comes: 1 where every word that was asked about was found in its place.
    public var closeness: Probability
    /// Word against word.
    public var alignment: WordAlignment
    /// How many articles report these words of this speaker.
    public var reports: Int

    /// A match of these parts.
    public init(_ quotation: QuotationSummary, closeness: Probability, alignment: WordAlignment, reports: Int = 1) {
        self.quotation = quotation
        self.closeness = closeness
        self.alignment = alignment
        self.reports = reports
    }
}
