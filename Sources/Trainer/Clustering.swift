import Annotator
import DocumentModel
import Foundation

/// Words used alike, from plain text: spherical k-means over what stands right before and after each word.
///
/// One thread, a fixed order and no random numbers: the same text gives the same clusters.
struct Clustering {
    /// How often a word must stand in the text.
    static let minimum = 5
    /// The commonest words, which contexts are told by.
    static let contexts = 600

    private var keys: [UInt64: Int32] = [:]
    private var counts: [Int] = []
    private var words: [UInt64] = []
    private var pairs: [[Int32: Float]] = []

    /// The clusters of the words in a text, one paragraph a line.
    static func table(of lines: [String], coarse: Int, fine: Int) -> [UInt32] {
        let sequences = lines.map { line in
            TaggedText(Article(id: "", text: line), clusters: WordClusters()).foldedWords
        }
        var clustering = Clustering()
        clustering.count(sequences)
        let vectors = clustering.vectors(sequences)
        let one = vectors.clusters(coarse, rounds: 12)
        let two = vectors.clusters(fine, rounds: 12)
        return WordClusters.table(
            clustering.words.indices.compactMap { index in
                one[index] < 0 ? nil : (clustering.words[index], one[index] + 1, two[index] + 1)
            })
    }

    private mutating func count(_ sequences: [[UInt64]]) {
        var all: [UInt64: Int] = [:]
        for sequence in sequences { for word in sequence { all[word, default: 0] += 1 } }
        let kept = all.filter { $0.value >= Self.minimum }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        words = kept.map(\.key)
        counts = kept.map(\.value)
        for (index, word) in words.enumerated() { keys[word] = Int32(index) }
    }

    private func vectors(_ sequences: [[UInt64]]) -> Vectors {
        // Rows by word, columns: a context before, a context after; the last column of each is any other word.
        let contexts = min(Self.contexts, words.count)
        var tallies = [[Int32: Int32]](repeating: [:], count: words.count)
        for sequence in sequences {
            let numbers = sequence.map { keys[$0] ?? -1 }
            for (at, word) in numbers.enumerated() where word >= 0 {
                let before = at > 0 ? numbers[at - 1] : -1
                let after = at + 1 < numbers.count ? numbers[at + 1] : -1
                if before >= 0, before < contexts { tallies[Int(word)][before, default: 0] += 1 }
                if after >= 0, after < contexts { tallies[Int(word)][after + Int32(contexts), default: 0] += 1 }
            }
        }
        var columns = [Double](repeating: 0, count: 2 * contexts)
        for tally in tallies {
            for (column, count) in tally.sorted(by: { $0.key < $1.key }) { columns[Int(column)] += Double(count) }
        }
        let total = columns.reduce(0, +)
        var vectors = Vectors(dimensions: 2 * contexts)
        for tally in tallies {
            let sum = Double(tally.values.reduce(0) { $0 + Int($1) })
            var entries: [(Int32, Float)] = []
            var length: Float = 0
            for (column, count) in tally.sorted(by: { $0.key < $1.key }) {
                // Counts of one say little: they are discounted.
                let ratio = (Double(count) - 0.5) * total / (sum * columns[Int(column)])
                guard ratio > 1 else { continue }
                let value = Float(log(ratio))
                entries.append((column, value))
                length += value * value
            }
            let scale = length > 0 ? 1 / length.squareRoot() : 0
            vectors.rows.append(entries.map { ($0.0, $0.1 * scale) })
        }
        return vectors
    }
}

/// Sparse vectors of length one.
private struct Vectors {
    let dimensions: Int
    var rows: [[(column: Int32, value: Float)]] = []

    init(dimensions: Int) { self.dimensions = dimensions }

    /// The cluster of each row; -1 for rows without entries.
    func clusters(_ count: Int, rounds: Int) -> [Int] {
        var centres = [Float](repeating: 0, count: dimensions * count)
        let full = rows.indices.filter { rows[$0].count > 3 }
        for cluster in 0..<count {
            for entry in rows[full[cluster % full.count]] { centres[Int(entry.column) * count + cluster] = entry.value }
        }
        var assigned = [Int](repeating: -1, count: rows.count)
        var scores = [Float](repeating: 0, count: count)
        for _ in 0..<rounds {
            for (index, row) in rows.enumerated() where !row.isEmpty {
                centres.withUnsafeBufferPointer { centres in
                    scores.withUnsafeMutableBufferPointer { scores in
                        for cluster in 0..<count { scores[cluster] = 0 }
                        for entry in row {
                            let from = Int(entry.column) * count
                            for cluster in 0..<count { scores[cluster] += entry.value * centres[from + cluster] }
                        }
                    }
                }
                var best = 0
                for cluster in 1..<count where scores[cluster] > scores[best] { best = cluster }
                assigned[index] = best
            }
            var sums = [Float](repeating: 0, count: dimensions * count)
            for (index, row) in rows.enumerated() where assigned[index] >= 0 {
                for entry in row { sums[Int(entry.column) * count + assigned[index]] += entry.value }
            }
            for cluster in 0..<count {
                var length: Float = 0
                for dimension in 0..<dimensions {
                    length += sums[dimension * count + cluster] * sums[dimension * count + cluster]
                }
                guard length > 0 else { continue }
                let scale = 1 / length.squareRoot()
                for dimension in 0..<dimensions {
                    centres[dimension * count + cluster] = sums[dimension * count + cluster] * scale
                }
            }
        }
        return assigned
    }
}
