import Annotator
import Foundation

/// Writes the file of ``ReportModel``: weights are taken against those of the label *none*, and rounded to eight bits.
enum QuotationModelFile {
    static func bytes(_ learned: QuotationTraining.Learned, judge: ConditionalField?, training: QuotationTraining)
        -> [UInt8]
    {
        let field = learned.field
        let places = training.places
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
        var table = [Int8](repeating: 0, count: places * labels)
        var taken = [Bool](repeating: false, count: places)
        for row in rows {
            let rounded = row.weights.map { Int8(max(-127, min(127, ($0 * scale).rounded()))) }
            guard rounded.contains(where: { $0 != 0 }) else { continue }
            var place = ReportModel.place(of: row.feature, places: places)
            if taken[place] { place ^= 1 }
            guard place < places, !taken[place] else { continue }
            taken[place] = true
            for label in 1..<labels { table[place * labels + label] = rounded[label] }
            table[place * labels] = ReportModel.print(of: row.feature)
        }
        let slots = ReportModel.table(ofCues: learned.cues)
        var steps = [UInt32](repeating: UInt32(bitPattern: ReportModel.never), count: (labels + 1) * labels)
        for step in field.chain.steps {
            let from = step.from == LabelChain.beginning ? labels : step.from
            steps[from * labels + step.to] = UInt32(
                bitPattern: Int32((field.steps[step.parameter] * scale).rounded()))
        }
        let header =
            [ReportModel.Header.magic, ReportModel.Header.version, UInt32(places), UInt32(slots.count), 0] + training.least
        let probabilities = (0..<ReportModel.Judge.scores).map { index in
            let score = Double((index - ReportModel.Judge.scores / 2) * ReportModel.Judge.step)
            return UInt32((1000 / (1 + exp(-score / Double(ReportModel.Judge.unit)))).rounded())
        }
        var file = (header + steps + probabilities + slots).flatMap(ModelFile.littleEndian)
        for weight in weights(of: judge) {
            file.append(UInt8(truncatingIfNeeded: weight))
            file.append(UInt8(truncatingIfNeeded: weight >> 8))
        }
        while file.count % 8 != 0 { file.append(0) }
        file += table.map { UInt8(bitPattern: $0) }
        let checksum = file.withUnsafeBytes { NameModel.checksum($0) }
        file.replaceSubrange(16..<20, with: ModelFile.littleEndian(checksum))
        return file
    }

    /// The judge's weights: of *right* against *wrong*, in its units.
    private static func weights(of judge: ConditionalField?) -> [Int16] {
        var weights = [Int16](repeating: 0, count: ReportModel.Judge.weights)
        guard let judge else { return weights }
        for (feature, place) in judge.index.hashes.enumerated() {
            let first = Int(judge.index.starts[feature])
            let odds = (judge.weights[first + 1] - judge.weights[first]) * Float(ReportModel.Judge.unit)
            weights[Int(place)] = Int16(max(-32_767, min(32_767, odds.rounded())))
        }
        return weights
    }
}
