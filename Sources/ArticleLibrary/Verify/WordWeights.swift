import GRDB
import Query

/// How rare words are in the library's quotations, judged by a sample: the quotations with the smallest keys. Keys are hashes of
/// the words, so the sample is as good as random, and the same whatever order the articles came in. How small the
/// sample's largest key is tells how many quotations there are (Bar-Yossef et al. 2002).
struct WordWeights: Sendable {
    /// How many wordings there are, about.
    private(set) var quotations = 0
    private var sampled = 0
    private var counts: [String: Int] = [:]

    /// The quotations that may belong to the sample have an index of their own: those whose key ends in four zero bits.
    static let sampleBits = 4
    private static let size = 512

    init(_ db: Database) throws {
        let mask = 1 << Self.sampleBits - 1
        let statement = try db.cachedStatement(
            sql: """
                -- Of these the words are kept: see QuotedWords.
                SELECT key, (SELECT words FROM quotation WHERE id = first) FROM (
                    SELECT key, min(id) AS first FROM quotation WHERE key & \(mask) = 0 GROUP BY key ORDER BY key LIMIT ?)
                """)
        let rows = try Row.fetchCursor(statement, arguments: [Self.size])
        var last: Int64 = .min
        while let row = try rows.next() {
            last = row[0]
            sampled += 1
            for word in Set(TextFold.words(of: row[1]).map(\.folded)) { counts[word, default: 0] += 1 }
        }
        if sampled < Self.size {
            quotations = sampled << Self.sampleBits
        } else {
            let share = UInt64(bitPattern: last) ^ 1 << 63
            quotations = max(sampled, Int(clamping: UInt64.max / max(1, share / UInt64(Self.size))) << Self.sampleBits)
        }
    }

    /// In how many wordings a word stands, about; 0 where the sample has none.
    func frequency(of word: String) -> Int {
        sampled == 0 ? 0 : Int((counts[word] ?? 0).multipliedFullWidth(by: quotations).low) / sampled
    }

    /// What finding a word is worth that stands in so many quotations: the logarithm of how rare it is, from 1.
    func weight(ofFrequency frequency: Int) -> Int {
        // A small library says little of how rare words are.
        let all = max(quotations, 4096)
        return 1 + max(0, Int.bitWidth - (all / max(1, frequency)).leadingZeroBitCount - 1)
    }
}
