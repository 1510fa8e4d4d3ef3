/// The learned parameters as they lie in the binary: hashed and quantised, read in place.
///
/// The file is little-endian: ``Header`` of 24 words of 32 bits, the transitions (32 bits each), the clusters' table, the
/// slots of features of both rounds (32 bits a slot), their rows of weights (``FeatureWeights``).
package struct NameModel {
    /// The file's first words.
    package enum Header {
        /// *PQNM*
        package static let magic: UInt32 = 0x4D4E_5150
        package static let version: UInt32 = 4
        /// Words of the header: magic, version, slots of clusters, slots of features, full rows, the checksum of all that
        /// follows these eight, rows of eight pairs, rows of four; slots and rows of the second
        /// round. The rest is nought, so that buckets of features begin with a line of the processor's cache.
        package static let count = 24
        /// Words before those that the checksum is of.
        package static let unchecked = 8
    }

    package let transitions: [Int32]
    package let clusters: WordClusters
    package let weights: FeatureWeights
    /// What the second round adds to the scores of a name's kinds.
    package let second: FeatureWeights

    /// The model in these bytes, which must outlive it; nil where they are none, or of another version.
    package init?(_ file: UnsafeRawBufferPointer) {
        guard file.count >= Header.count * 4 else { return nil }
        func word(_ index: Int) -> UInt32 {
            UInt32(littleEndian: file.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        let first = Header.count + TagDecoder.transitionCount
        let clusters = first..<first + Int(word(2))
        let slots = clusters.upperBound..<clusters.upperBound + Int(word(3))
        let more = slots.upperBound..<slots.upperBound + Int(word(8))
        let form = FeatureWeights.Rows(full: Int(word(4)), eight: Int(word(6)), four: Int(word(7)))
        let other = FeatureWeights.Rows(full: Int(word(9)), eight: Int(word(10)), four: Int(word(11)))
        let rows = more.upperBound * 4
        guard word(0) == Header.magic, word(1) == Header.version, !slots.isEmpty, !more.isEmpty,
            rows + form.size + other.size <= file.count
        else { return nil }
        func words(_ range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
            UnsafeRawBufferPointer(rebasing: file[range.lowerBound * 4..<range.upperBound * 4]).assumingMemoryBound(
                to: UInt32.self)
        }
        func weights(_ slots: Range<Int>, _ first: Int, _ form: FeatureWeights.Rows) -> FeatureWeights? {
            FeatureWeights(
                slots: words(slots), rows: UnsafeRawBufferPointer(rebasing: file[first..<first + form.size]), form: form)
        }
        guard let tagging = weights(slots, rows, form), let second = weights(more, rows + form.size, other) else {
            return nil
        }
        self.weights = tagging
        self.second = second
        transitions = (Header.count..<first).map { Int32(bitPattern: word($0)) }
        self.clusters = WordClusters(words(clusters))
    }

    /// FNV-1a of what follows the first eight words of a file.
    package static func checksum(_ file: UnsafeRawBufferPointer) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in file.dropFirst(Header.unchecked * 4) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}
