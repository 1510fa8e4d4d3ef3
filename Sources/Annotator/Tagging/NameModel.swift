/// The learned parameters as they lie in the binary: hashed and quantised, read in place.
///
/// The file is little-endian: ``Header`` of eight words of 32 bits, the transitions (32 bits each), the clusters' table and
/// the slots of features (32 bits a slot), the rows of weights (``FeatureWeights``).
package struct NameModel {
    /// The file's first words.
    package enum Header {
        /// *PQNM*
        package static let magic: UInt32 = 0x4D4E_5150
        package static let version: UInt32 = 3
        /// Words of the header: magic, version, slots of clusters, slots of features, full rows, the checksum of all that
        /// follows the header, rows of eight pairs, rows of four.
        package static let count = 8
    }

    package let transitions: [Int32]
    package let clusters: WordClusters
    package let weights: FeatureWeights

    /// The model in these bytes, which must outlive it; nil where they are none, or of another version.
    package init?(_ file: UnsafeRawBufferPointer) {
        guard file.count >= Header.count * 4 else { return nil }
        func word(_ index: Int) -> UInt32 {
            UInt32(littleEndian: file.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        let first = Header.count + TagDecoder.transitionCount
        let clusters = first..<first + Int(word(2))
        let slots = clusters.upperBound..<clusters.upperBound + Int(word(3))
        guard word(0) == Header.magic, word(1) == Header.version, !slots.isEmpty,
            slots.upperBound * 4 <= file.count
        else { return nil }
        func words(_ range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
            UnsafeRawBufferPointer(rebasing: file[range.lowerBound * 4..<range.upperBound * 4]).assumingMemoryBound(
                to: UInt32.self)
        }
        let form = FeatureWeights.Rows(full: Int(word(4)), eight: Int(word(6)), four: Int(word(7)))
        guard
            let weights = FeatureWeights(
                slots: words(slots), rows: UnsafeRawBufferPointer(rebasing: file[(slots.upperBound * 4)...]), form: form)
        else { return nil }
        self.weights = weights
        transitions = (Header.count..<first).map { Int32(bitPattern: word($0)) }
        self.clusters = WordClusters(words(clusters))
    }

    /// FNV-1a of what follows a file's header.
    package static func checksum(_ file: UnsafeRawBufferPointer) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in file.dropFirst(Header.count * 4) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}
