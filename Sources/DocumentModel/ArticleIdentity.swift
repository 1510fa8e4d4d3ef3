import CMd

/// An article's identity: SHA-256 (FIPS 180-4) of its text with runs of white space folded to one space.
///
/// The same article saved twice, or with other line ends, has the same identity, so that marks find it again.
public struct ArticleIdentity: Sendable, Hashable {
    /// The digest's 32 bytes.
    public let bytes: [UInt8]

    /// A stored identity; nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Int(SHA256_DIGEST_LENGTH) else { return nil }
        self.bytes = bytes
    }

    /// The identity of an article with this text. Linear in its length.
    public init(ofText text: String) {
        var context = SHA2_CTX()
        SHA256Init(&context)
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                if let last = folded.last, last != 0x20 { folded.append(0x20) }
            } else {
                folded.append(byte)
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        SHA256Update(&context, folded, folded.count)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        bytes = digest
    }
}
