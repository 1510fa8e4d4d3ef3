import DocumentModel

/// Lays a wording against others, word by word: the alignment of least cost, found by dynamic programming (Needleman and Wunsch
/// 1970; the found wording's ends are free, as Sellers 1980 has it for finding a pattern in a text).
struct WordAligner {
    /// Which words may stand unmatched at the ends without cost.
    enum Extent {
        /// Those of the found wording: it may be longer.
        case askedWhole
        /// Those of either: each may be a part of the other.
        case eitherPart
    }

    let asked: ComparedWords
    /// What each asked word is worth: the rarer, the more.
    let weights: [Int]
    let extent: Extent

    /// What a word is worth of which nothing is known.
    private static let unknown = 8
    /// The longest wording that is compared whole, in words.
    private static let longest = 600

    init(_ asked: ComparedWords, weights: [Int], extent: Extent) {
        self.asked = asked
        self.weights = weights
        self.extent = extent
    }

    /// What comes of laying a wording against the asked one.
    struct Outcome {
        var closeness: Probability
        var alignment: WordAlignment
        /// How many words are the same.
        var same: Int
    }

    private enum Step: UInt8 { case stop, pair, skipAsked, skipFound }

    /// Costs the product of the two lengths in words.
    func align(_ text: String) -> Outcome {
        let found = ComparedWords(text)
        let (one, other) = (asked.words.prefix(Self.longest), found.words.prefix(Self.longest))
        let (rows, columns) = (one.count + 1, other.count + 1)
        var steps = [Step](repeating: .stop, count: rows * columns)
        var scores = [Int](repeating: 0, count: columns)
        var best = (score: 0, row: 0, column: 0)
        for column in 1..<max(columns, 1) { steps[column] = .skipFound }
        for row in 1..<max(rows, 1) {
            let weight = weights[row - 1] * 4
            let word = one[row - 1]
            var diagonal = scores[0]
            scores[0] = extent == .eitherPart ? 0 : scores[0] - 1
            steps[row * columns] = .skipAsked
            let isLast = row == rows - 1
            for column in 1..<max(columns, 1) {
                let above = scores[column] - 1
                let left = scores[column - 1] - (isLast ? 0 : 4)
                let other = other[column - 1]
                var score = diagonal
                if word.folded == other.folded {
                    score += weight
                } else if ComparedWords.isSimilar(word, other) {
                    score += weight / 2
                } else {
                    // No dearer than one word less and one more at an end: another word in its place is told as such.
                    score -= 1
                }
                var step = Step.pair
                if above > score { (score, step) = (above, .skipAsked) }
                if left > score { (score, step) = (left, .skipFound) }
                diagonal = scores[column]
                scores[column] = score
                steps[row * columns + column] = step
                if extent == .eitherPart ? score > best.score : isLast && score >= best.score {
                    best = (score, row, column)
                }
            }
        }
        let total = weights.prefix(one.count).reduce(0, +) * 4
        var pairs: [(asked: Int, found: Int)] = []
        var (row, column) = (best.row, best.column)
        while row > 0, column > 0 {
            switch steps[row * columns + column] {
            case .pair:
                pairs.append((row - 1, column - 1))
                row -= 1
                column -= 1
            case .skipAsked: row -= 1
            case .skipFound: column -= 1
            case .stop: row = 0
            }
        }
        pairs.reverse()
        let whole = extent == .askedWhole ? total : min(total, worth(of: other))
        let closeness = whole > 0 ? max(0, best.score) * 1000 / whole : 0
        // Only what is the same in every word is certain.
        let runs = runs(one, other, pairs)
        let isExact = runs.allSatisfy { $0.kind == .same || $0.kind == .around }
        return Outcome(
            closeness: Probability(thousandths: isExact ? closeness : min(closeness, 999)),
            alignment: WordAlignment(asked: asked.text, found: text, runs: runs),
            same: pairs.count { one[$0.asked].folded == other[$0.found].folded })
    }

    private func worth(of found: ArraySlice<ComparedWords.Word>) -> Int {
        var known: [[UInt8]: Int] = [:]
        for (word, weight) in zip(asked.words, weights) { known[word.folded] = weight }
        return found.reduce(0) { $0 + (known[$1.folded] ?? Self.unknown) } * 4
    }

    /// The pairs, and what lies between them, as runs.
    private func runs(
        _ one: ArraySlice<ComparedWords.Word>, _ other: ArraySlice<ComparedWords.Word>, _ pairs: [(asked: Int, found: Int)]
    ) -> [WordAlignment.Run] {
        var runs: [WordAlignment.Run] = []
        func range(_ words: ArraySlice<ComparedWords.Word>, _ from: Int, _ to: Int) -> TextRange? {
            from < to ? words[from].range.lowerBound..<words[to - 1].range.upperBound : nil
        }
        func append(_ kind: WordAlignment.Kind, _ asked: TextRange?, _ found: TextRange?) {
            guard asked != nil || found != nil else { return }
            // Words changed, left out and added side by side are one change.
            if let last = runs.last, last.kind == kind || last.kind.isDifference && kind.isDifference {
                if last.kind != kind { runs[runs.count - 1].kind = .changed }
                runs[runs.count - 1].asked = Self.union(last.asked, asked)
                runs[runs.count - 1].found = Self.union(last.found, found)
            } else {
                runs.append(WordAlignment.Run(kind, asked: asked, found: found))
            }
        }
        func appendEnd(_ asked: TextRange?, _ found: TextRange?, isFirst: Bool) {
            if asked != nil, found != nil, extent == .eitherPart { return append(.changed, asked, found) }
            if isFirst { append(.around, nil, found) }
            append(.added, asked, nil)
            if !isFirst { append(.around, nil, found) }
        }
        var (row, column) = (0, 0)
        for (index, pair) in pairs.enumerated() {
            let (missing, extra) = (range(one, row, pair.asked), range(other, column, pair.found))
            if index == 0 {
                appendEnd(missing, extra, isFirst: true)
            } else {
                append(missing == nil ? .leftOut : extra == nil ? .added : .changed, missing, extra)
            }
            let isSame = one[pair.asked].folded == other[pair.found].folded
            append(isSame ? .same : .changed, one[pair.asked].range, other[pair.found].range)
            (row, column) = (pair.asked + 1, pair.found + 1)
        }
        appendEnd(range(one, row, one.count), range(other, column, other.count), isFirst: false)
        return runs
    }

    private static func union(_ one: TextRange?, _ other: TextRange?) -> TextRange? {
        guard let one, let other else { return one ?? other }
        return one.lowerBound..<other.upperBound
    }
}

extension WordAlignment.Kind {
    fileprivate var isDifference: Bool { self == .changed || self == .leftOut || self == .added }
}
