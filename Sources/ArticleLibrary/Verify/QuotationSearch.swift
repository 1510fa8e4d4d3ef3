import DocumentModel
import GRDB
import Query

/// Finds the quotations nearest to a wording: the rarest words' lists in the index give candidates, the best of which are laid
/// against the wording word by word.
struct QuotationSearch {
    /// A candidate that came near enough.
    struct Match {
        var number: Int64
        var key: Int64
        var outcome: WordAligner.Outcome
    }

    private let db: Database
    private let asked: ComparedWords
    private let extent: WordAligner.Extent
    private let weights: WordWeights

    /// How many entries of the index are read: lists of rare words are short, those of frequent ones tell little.
    private static let mostEntries = 40_000
    /// How many entries of frequent words' lists phrases may have the index walk.
    private static let mostWalked = 150_000
    /// A word in more quotations than this is frequent.
    private static let rare = 12_000
    /// How many different wordings are laid against the asked one.
    private static let mostWordings = 256
    /// How many candidates are looked at, of which many may have the same words.
    private static let mostCandidates = 1_024
    /// The least of a wording that must be found: under half, it is another.
    static let nearest = Probability(thousandths: 500)

    init(_ db: Database, _ words: String, _ extent: WordAligner.Extent, _ weights: WordWeights) {
        self.db = db
        self.weights = weights
        self.extent = extent
        asked = ComparedWords(words)
    }

    /// The nearest first; of equals those with fewer other words, then by number. Each at least ``nearest``.
    func matches() throws -> [Match] {
        var frequencies: [String: Int] = [:]
        for word in TextFold.words(of: asked.text) where frequencies[word.folded] == nil {
            frequencies[word.folded] = weights.frequency(of: word.folded)
        }
        guard !frequencies.isEmpty else { return [] }
        let words = frequencies.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { $0 }

        var entries = Entries()
        try readLists(words, &entries, &frequencies)
        var matches = try compare(entries.best(Self.mostCandidates), frequencies)
        // What was asked may have its rare words from elsewhere: phrases of frequent ones find the rest.
        if (matches.first?.outcome.closeness ?? Probability(thousandths: 0)) < Probability(thousandths: 800) {
            let phrases = try readPhrases(frequencies)
            let known = Set(matches.map(\.number))
            matches += try compare(phrases.filter { !known.contains($0) }, frequencies)
            matches.sort(by: Self.isNearer)
        }
        return matches
    }

    // MARK: Candidates

    /// Quotations with the worth of the words they share.
    private struct Entries {
        private var entries: [(number: Int64, weight: Int32)] = []
        var count: Int { entries.count }

        mutating func add(_ numbers: [Int64], _ weight: Int) {
            entries.reserveCapacity(entries.count + numbers.count)
            for number in numbers { entries.append((number, Int32(weight))) }
        }

        /// Those that share most.
        func best(_ most: Int) -> [Int64] {
            let sorted = entries.sorted { $0.number < $1.number }
            var sums: [(number: Int64, weight: Int32)] = []
            for entry in sorted {
                if let last = sums.last, last.number == entry.number {
                    sums[sums.count - 1].weight += entry.weight
                } else {
                    sums.append(entry)
                }
            }
            sums.sort { ($1.weight, $0.number) < ($0.weight, $1.number) }
            return sums.prefix(most).map(\.number)
        }
    }

    private func readLists(
        _ words: [(key: String, value: Int)], _ entries: inout Entries, _ frequencies: inout [String: Int]
    ) throws {
        // Where all words are frequent, the rarest is tried alone.
        for (place, (word, estimate)) in words.enumerated() where estimate <= Self.rare || place == 0 {
            guard entries.count < Self.mostEntries else { break }
            let numbers = try self.numbers(Self.phrase([word]), limit: Self.rare * 2)
            // A list that was cut off would favour what came first.
            if numbers.count < Self.rare * 2 {
                frequencies[word] = numbers.count
                entries.add(numbers, weights.weight(ofFrequency: numbers.count))
            } else {
                frequencies[word] = max(estimate, numbers.count)
            }
        }
    }

    /// Quotations that share three words in a row with what was asked, the rarest such phrases first.
    private func readPhrases(_ frequencies: [String: Int]) throws -> [Int64] {
        let words = TextFold.words(of: asked.text).map(\.folded)
        let size = min(3, words.count)
        var phrases: [(words: [String], rarity: Int)] = []
        for start in 0...(words.count - size) {
            let phrase = Array(words[start..<start + size])
            let rarity = phrase.reduce(0) { $0 + weights.weight(ofFrequency: frequencies[$1] ?? 0) }
            // Words that nobody said make no phrase that somebody did.
            if phrase.allSatisfy({ frequencies[$0] ?? 0 > 0 }), !phrases.contains(where: { $0.words == phrase }) {
                phrases.append((phrase, rarity))
            }
        }
        phrases.sort { ($1.rarity, $0.words.joined(separator: " ")) < ($0.rarity, $1.words.joined(separator: " ")) }
        var entries = Entries()
        var cost = 0
        for phrase in phrases.prefix(4) {
            // The index walks the list of a phrase's rarest word.
            let least = phrase.words.map { frequencies[$0] ?? 0 }.min() ?? 0
            guard cost == 0 || cost + least <= Self.mostWalked else { break }
            cost += least
            entries.add(try numbers(Self.phrase(phrase.words), limit: Self.mostCandidates), phrase.rarity)
        }
        return entries.best(Self.mostCandidates)
    }

    private static func phrase(_ words: [String]) -> String { "\"\(words.joined(separator: " "))\"" }

    private func numbers(_ match: String, limit: Int) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: "SELECT rowid FROM quotation_search WHERE quotation_search MATCH ? LIMIT ?")
        return try Int64.fetchAll(statement, arguments: [match, limit])
    }

    // MARK: Comparing

    private func compare(_ numbers: [Int64], _ frequencies: [String: Int]) throws -> [Match] {
        let aligner = WordAligner(asked, weights: asked.words.map { weight(of: $0, frequencies) }, extent: extent)
        let statement = try db.cachedStatement(
            sql: """
                SELECT key, quotation.words, content, content.text FROM quotation
                JOIN article ON article.id = quotation.id >> \(Schema.ordinalBits) JOIN content ON content.id = content
                WHERE quotation.id = ?
                """)
        var texts = QuotedTexts()
        var known: [String: WordAligner.Outcome] = [:]
        var matches: [Match] = []
        for number in numbers {
            guard let row = try Row.fetchOne(statement, arguments: [number]) else { continue }
            let text = try texts.words(row, 1, content: 2, text: 3)
            let outcome: WordAligner.Outcome
            if let same = known[text] {
                outcome = same
            } else {
                guard known.count < Self.mostWordings else { break }
                outcome = aligner.align(text)
                known[text] = outcome
            }
            if outcome.closeness >= Self.nearest, isEnough(outcome) {
                matches.append(Match(number: number, key: row[0], outcome: outcome))
            }
        }
        return matches.sorted(by: Self.isNearer)
    }

    /// A part of a wording is the same only where it is more than some frequent words.
    private func isEnough(_ outcome: WordAligner.Outcome) -> Bool {
        extent == .askedWhole || outcome.same >= min(4, asked.words.count)
    }

    private static func isNearer(_ one: Match, _ other: Match) -> Bool {
        (other.outcome.closeness, one.outcome.alignment.found.utf8.count, one.number)
            < (one.outcome.closeness, other.outcome.alignment.found.utf8.count, other.number)
    }

    /// A compared word may be several in the index: the rarest of them counts.
    private func weight(of word: ComparedWords.Word, _ frequencies: [String: Int]) -> Int {
        let parts = TextFold.words(of: String(asked.text.text(in: word.range)))
        return parts.map { weights.weight(ofFrequency: frequencies[$0.folded] ?? 0) }.max() ?? 1
    }
}
