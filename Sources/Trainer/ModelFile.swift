import Annotator

/// Writes a model's file: weights are rounded to eight bits.
enum ModelFile {
    static func bytes(_ first: Perceptron.Average, _ second: Perceptron.Average, clusters: [UInt32]) -> [UInt8] {
        var words: [UInt32] = []
        var weights: [UInt8] = []
        for model in [first, second] {
            let scale = Self.scale(model.weights)
            words += model.transitions.map { UInt32(bitPattern: Int32(($0 * scale).rounded())) }
            weights += model.weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 * scale).rounded())))) }
        }
        words += clusters
        var body = words.flatMap(Self.littleEndian)
        body += weights
        let header = [
            NameModel.Header.magic, NameModel.Header.version, UInt32(first.places), UInt32(second.places),
            UInt32(clusters.count), 0, 0, 0,
        ]
        var file = header.flatMap(Self.littleEndian) + body
        let checksum = file.withUnsafeBytes { NameModel.checksum($0) }
        file.replaceSubrange(20..<24, with: Self.littleEndian(checksum))
        return file
    }

    static func littleEndian(_ word: UInt32) -> [UInt8] {
        [
            UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8), UInt8(truncatingIfNeeded: word >> 16),
            UInt8(truncatingIfNeeded: word >> 24),
        ]
    }

    /// What the largest weight becomes 127 by: cutting even the largest thousandth part off costs points of F1.
    private static func scale(_ weights: [Float]) -> Float {
        let largest = weights.reduce(0) { max($0, abs($1)) }
        return largest > 0 ? 127 / largest : 1
    }
}
