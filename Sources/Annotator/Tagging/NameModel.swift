/// The learned parameters as they lie in the binary: hashed and quantised, read in place.
///
/// The file is little-endian: ``Header`` of eight words of 32 bits, the transitions of both rounds (32 bits each), the
/// clusters' table (32 bits a slot), the weights of both rounds (8 bits each). A row of weights begins at any place of its
/// table and has ``NameTags/width`` of them, so that rows lie across each other.
package struct NameModel {
    /// The file's first words.
    package enum Header {
        /// *PQNM*
        package static let magic: UInt32 = 0x4D4E_5150
        package static let version: UInt32 = 1
        /// Words of the header: magic, version, places of the first and of the second table, slots of clusters, the
        /// checksum of all that follows the header, and two that are kept free.
        package static let count = 8
    }

    /// The weights of one round.
    package struct Round {
        package let transitions: [Int32]
        let weights: UnsafeBufferPointer<Int8>
        /// The places a row may begin at.
        let places: UInt64

        /// Adds up the rows of features. Sixteen bits hold the sums of two hundred and fifty of them.
        @inline(__always)
        func score(_ features: ArraySlice<UInt32>, _ more: [UInt32], into scores: UnsafeMutablePointer<Int32>) {
            withUnsafeTemporaryAllocation(of: Int16.self, capacity: NameTags.width) { sums in
                guard let base = weights.baseAddress, let sum = sums.baseAddress else { return }
                sums.update(repeating: 0)
                func add(_ feature: UInt32) {
                    let row = base + Int((UInt64(feature) &* places) >> 32)
                    for tag in 0..<NameTags.width { sum[tag] &+= Int16(row[tag]) }
                }
                for feature in features { add(feature) }
                for feature in more { add(feature) }
                for tag in 0..<NameTags.width { scores[tag] = Int32(sum[tag]) }
            }
        }
    }

    package let first: Round
    package let second: Round
    package let clusters: WordClusters

    /// The model in these bytes, which must outlive it; nil where they are none, or of another version.
    package init?(_ file: UnsafeRawBufferPointer) {
        guard file.count >= Header.count * 4 else { return nil }
        func word(_ index: Int) -> UInt32 {
            UInt32(littleEndian: file.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        let transitions = TagDecoder.transitionCount
        let places = (Int(word(2)), Int(word(3)))
        let slots = Int(word(4))
        let start = Header.count + 2 * transitions
        let weights = (start + slots) * 4
        guard word(0) == Header.magic, word(1) == Header.version,
            file.count == weights + places.0 + places.1 + 2 * NameTags.width
        else { return nil }
        func round(_ number: Int, _ at: Int, _ count: Int) -> Round {
            let from = Header.count + number * transitions
            return Round(
                transitions: (from..<from + transitions).map { Int32(bitPattern: word($0)) },
                weights: UnsafeRawBufferPointer(rebasing: file[at..<at + count + NameTags.width]).assumingMemoryBound(
                    to: Int8.self),
                places: UInt64(count))
        }
        first = round(0, weights, places.0)
        second = round(1, weights + places.0 + NameTags.width, places.1)
        clusters = WordClusters(
            UnsafeRawBufferPointer(rebasing: file[start * 4..<weights]).assumingMemoryBound(to: UInt32.self))
    }

    /// FNV-1a of what follows a file's header.
    package static func checksum(_ file: UnsafeRawBufferPointer) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in file.dropFirst(Header.count * 4) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}
