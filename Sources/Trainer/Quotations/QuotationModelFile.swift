import Annotator
import Foundation

/// Writes the file of ``ReportModel``: weights are taken against those of the label *none*, and rounded to eight bits.
enum QuotationModelFile {
    /// A field as it lies in a file: rounded, its rows in their places.
    struct Field {
        var cues: [(word: UInt64, isThought: Bool)]
        var steps: [UInt32]
        var rows: [Int8]

        init(_ field: ConditionalField, cues: [(word: UInt64, isThought: Bool)], places: Int) {
            self.cues = cues
            let labels = ReportLabel.count
            var rows: [(feature: UInt32, weights: [Float], size: Float)] = []
            var largest: Float = 0
            for (feature, hash) in field.index.hashes.enumerated() {
                var weights = [Float](repeating: 0, count: labels)
                for at in Int(field.index.starts[feature])..<Int(field.index.starts[feature + 1]) {
                    weights[Int(field.index.labels[at])] = field.weights[at]
                }
                let none = weights[Int(ReportLabel.none)]
                for label in weights.indices { weights[label] -= none }
                let size = weights.reduce(0) { max($0, abs($1)) }
                largest = max(largest, size)
                rows.append((hash, weights, size * Float(field.index.counts[feature]).squareRoot()))
            }
            let scale = 127 / min(max(largest, 0.01), 4)
            rows.sort { ($1.size, $0.feature) < ($0.size, $1.feature) }
            self.rows = Self.table(of: rows.map { ($0.feature, $0.weights) }, scale: scale, places: places)
            steps = [UInt32](repeating: UInt32(bitPattern: ReportModel.never), count: (labels + 1) * labels)
            for step in field.chain.steps {
                let from = step.from == LabelChain.beginning ? labels : step.from
                steps[from * labels + step.to] = UInt32(
                    bitPattern: Int32((field.steps[step.parameter] * scale).rounded()))
            }
        }

        /// The table of rows, those that come first having the first choice of places.
        private static func table(of rows: [(feature: UInt32, weights: [Float])], scale: Float, places: Int) -> [Int8] {
            let labels = ReportLabel.count
            var table = [Int8](repeating: 0, count: places * labels)
            var taken = [Bool](repeating: false, count: places)
            for row in rows {
                let rounded = row.weights.map { Int8(max(-127, min(127, ($0 * scale).rounded()))) }
                guard rounded.contains(where: { $0 != 0 }) else { continue }
                var place = ReportModel.place(of: row.feature, places: places)
                if taken[place] { place ^= 1 }
                // Of two rows of one pair with the same print nobody could tell which is whose.
                let print = ReportModel.print(of: row.feature)
                guard !taken[place], !taken[place ^ 1] || table[(place ^ 1) * labels] != print else { continue }
                taken[place] = true
                for label in 1..<labels { table[place * labels + label] = rounded[label] }
                table[place * labels] = print
            }
            return table
        }
    }

    static func bytes(
        _ field: Field, judge: ConditionalField? = nil, sieve: ConditionalField? = nil,
        arbiter: [Float]? = nil, training: QuotationTraining
    ) -> [UInt8] {
        let slots = ReportModel.table(ofCues: field.cues)
        let header =
            [
                ReportModel.Header.magic, ReportModel.Header.version, UInt32(field.rows.count / ReportLabel.count),
                UInt32(slots.count), 0,
            ] + training.least + [UInt32(bitPattern: sieve == nil ? Int32.min : training.sieved), arbiter == nil ? 0 : 1]
        let probabilities = (0..<ReportModel.Judge.scores).map { index in
            let score = Double((index - ReportModel.Judge.scores / 2) * ReportModel.Judge.step)
            return UInt32((1000 / (1 + exp(-score / Double(ReportModel.Judge.unit)))).rounded())
        }
        var file = (header + field.steps + probabilities + slots).flatMap(ModelFile.littleEndian)
        let small =
            weights(of: judge, count: ReportModel.Judge.weights)
            + weights(of: sieve, count: ReportModel.Sieve.weights)
            + (arbiter.map { $0.map(rounded) } ?? Array(repeating: 0, count: ReportModel.Arbiter.weights))
        for weight in small {
            file.append(UInt8(truncatingIfNeeded: weight))
            file.append(UInt8(truncatingIfNeeded: weight >> 8))
        }
        while file.count < ReportModel.Header.start(of: file.count) { file.append(0) }
        file += field.rows.map { UInt8(bitPattern: $0) }
        let checksum = file.withUnsafeBytes { NameModel.checksum($0) }
        file.replaceSubrange(16..<20, with: ModelFile.littleEndian(checksum))
        return file
    }

    /// The weights of a field of two labels: of *right* against *wrong*, in the judge's units.
    private static func weights(of field: ConditionalField?, count: Int) -> [Int16] {
        var weights = [Int16](repeating: 0, count: count)
        guard let field else { return weights }
        for (feature, place) in field.index.hashes.enumerated() {
            let first = Int(field.index.starts[feature])
            weights[Int(place)] = rounded(field.weights[first + 1] - field.weights[first])
        }
        return weights
    }

    private static func rounded(_ weight: Float) -> Int16 {
        Int16(max(-32_767, min(32_767, (weight * Float(ReportModel.Judge.unit)).rounded())))
    }
}
