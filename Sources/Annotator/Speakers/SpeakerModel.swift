import EnglishModel

/// The learned parameters of who speaks, as they lie in the binary: 16 bits each, little-endian, after a header of four words of
/// 32 bits (magic, version, how many weights of pronouns, how many of certainty).
package struct SpeakerModel: Sendable {
    package enum Header {
        /// *PQSM*
        package static let magic: UInt32 = 0x4D53_5150
        package static let version: UInt32 = 1
        /// Words of the header.
        package static let count = 4
    }

    /// How many features a pronoun's candidate may have.
    package static let pronounFeatures = PronounFeature.count
    /// How many weights they have: once for all settings, then for each of three.
    package static let pronounWeights = PronounFeature.total

    /// The weight of each feature of ``PronounFeature``, all settings first.
    package var pronouns: [Int32]
    /// The weights of certainty.
    package var certainty: [Int32]

    /// A model of these weights.
    package init(pronouns: [Int32], certainty: [Int32]) {
        self.pronouns = pronouns
        self.certainty = certainty.isEmpty ? Array(repeating: 0, count: Certainty.count) : certainty
    }

    /// The model in the binary.
    package static let english =
        SpeakerModel(EnglishSpeakerModel.bytes)
        ?? SpeakerModel(
            pronouns: Array(repeating: 0, count: pronounWeights), certainty: [])

    /// The model in these bytes; nil where they are none, or of another version.
    package init?(_ file: UnsafeRawBufferPointer) {
        guard file.count >= Header.count * 4 else { return nil }
        func word(_ index: Int) -> UInt32 {
            UInt32(littleEndian: file.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        let counts = (Int(word(2)), Int(word(3)))
        guard word(0) == Header.magic, word(1) == Header.version, counts.0 == Self.pronounWeights,
            counts.1 == Certainty.count || counts.1 == 0,
            file.count == Header.count * 4 + 2 * (counts.0 + counts.1)
        else { return nil }
        let weights = (0..<counts.0 + counts.1).map { index in
            Int32(
                Int16(littleEndian: file.loadUnaligned(fromByteOffset: Header.count * 4 + 2 * index, as: Int16.self)))
        }
        self.init(pronouns: Array(weights[..<counts.0]), certainty: Array(weights[counts.0...]))
    }

    /// The model's file.
    package var bytes: [UInt8] {
        var file: [UInt8] = []
        func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { file += Array($0) } }
        append(Header.magic)
        append(Header.version)
        append(UInt32(pronouns.count))
        append(UInt32(certainty.count))
        for weight in pronouns + certainty { append(Int16(clamping: weight)) }
        return file
    }
}
