import Annotator

/// Writes a model's file: weights are rounded to eight bits, those that come to nothing left out.
enum ModelFile {
    /// What a weight of 1 becomes.
    static let scale: Float = 24

    static func bytes(_ first: ConditionalField, _ second: ConditionalField, clusters: [UInt32]) -> [UInt8] {
        let one = table(first)
        let other = table(second)
        let transitions = first.steps.map { UInt32(bitPattern: Int32(($0 * scale).rounded())) }
        let words = transitions + clusters + one.slots + other.slots
        let header = [
            NameModel.Header.magic, NameModel.Header.version, UInt32(clusters.count), UInt32(one.slots.count),
            UInt32(one.form.full), 0, UInt32(one.form.eight), UInt32(one.form.four), UInt32(other.slots.count),
            UInt32(other.form.full), UInt32(other.form.eight), UInt32(other.form.four),
        ]
        let rest = [UInt32](repeating: 0, count: NameModel.Header.count - header.count)
        var file = (header + rest + words).flatMap(Self.littleEndian) + one.rows + other.rows
        let checksum = file.withUnsafeBytes { NameModel.checksum($0) }
        file.replaceSubrange(20..<24, with: Self.littleEndian(checksum))
        return file
    }

    private static func table(_ field: ConditionalField) -> (slots: [UInt32], rows: [UInt8], form: FeatureWeights.Rows) {
        let index = field.index
        return FeatureWeights.table(
            of: index.hashes.indices.map { feature in
                let weights = (Int(index.starts[feature])..<Int(index.starts[feature + 1])).compactMap { at in
                    let weight = Int8(max(-127, min(127, (field.weights[at] * scale).rounded())))
                    return weight == 0 ? nil : (label: index.labels[at], weight: weight)
                }
                return (hash: index.hashes[feature], weights: weights)
            })
    }

    static func littleEndian(_ word: UInt32) -> [UInt8] {
        [
            UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8), UInt8(truncatingIfNeeded: word >> 16),
            UInt8(truncatingIfNeeded: word >> 24),
        ]
    }
}
