/// Features are numbers, hashed into the places of a table; what they were is not kept.
package enum FeatureHash {
    /// Mixes a value into a hash.
    @inline(__always)
    static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }

    /// The feature of a template (a small number) with a value.
    @inline(__always)
    static func feature(_ template: UInt64, _ value: UInt64) -> UInt32 {
        var hash = (value &+ template &* 0xD6E8_FEB8_6659_FD93) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
        hash &*= 0xC4CE_B9FE_1A85_EC53
        return UInt32(truncatingIfNeeded: hash >> 32)
    }

    /// The hash of no bytes.
    package static let seed: UInt64 = 0x51ED_270B

    /// The hash of the bytes before with one more.
    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { mix(hash, UInt64(byte) &+ 1) }

    /// The hash of some bytes.
    @inline(__always)
    package static func bytes(_ bytes: some Sequence<UInt8>, seed: UInt64 = seed) -> UInt64 {
        bytes.reduce(seed) { add($1, to: $0) }
    }
}
