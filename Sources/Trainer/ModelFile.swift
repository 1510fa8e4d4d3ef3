import Annotator

/// Writes a model's file: weights are rounded to eight bits, those that come to nothing left out.
enum ModelFile {
    /// What a weight of 1 becomes.
    static let scale: Float = 24

    static func bytes(_ field: ConditionalField, clusters: [UInt32]) -> [UInt8] {
        let index = field.index
        let table = FeatureWeights.table(
            of: index.hashes.indices.map { feature in
                let weights = (Int(index.starts[feature])..<Int(index.starts[feature + 1])).compactMap { at in
                    let weight = Int8(max(-127, min(127, (field.weights[at] * scale).rounded())))
                    return weight == 0 ? nil : (label: index.labels[at], weight: weight)
                }
                return (hash: index.hashes[feature], weights: weights)
            })
        let words = field.steps.map { UInt32(bitPattern: Int32(($0 * scale).rounded())) } + clusters + table.slots
        let header = [
            NameModel.Header.magic, NameModel.Header.version, UInt32(clusters.count), UInt32(table.slots.count),
            UInt32(table.form.full), 0, UInt32(table.form.eight), UInt32(table.form.four),
        ]
        var file = (header + words).flatMap(Self.littleEndian) + table.rows
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
}
