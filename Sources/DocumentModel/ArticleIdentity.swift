import CMd

/// An article's identity: SHA-256 (FIPS 180-4) of its text with runs of white space folded to one space.
///
/// The same article saved twice, or with other line ends, has the same identity, so that marks find it again.
public struct ArticleIdentity: Sendable, Hashable {
    /// The digest's 32 bytes.
    public let bytes: [UInt8]

    /// So many bytes are digested at once.
    private static let room = 1 << 12

    /// A stored identity; nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Int(SHA256_DIGEST_LENGTH) else { return nil }
        self.bytes = bytes
    }

    /// What makes two articles the same: the text, and a record's title where there is no text to tell them apart.
    public init(of article: Article) {
        if case .own(let title) = article.headline, article.blocks.isEmpty {
            self.init(ofText: title + "\n" + article.text)
        } else {
            self.init(ofText: article.text)
        }
    }

    /// The identity of an article with this text. Linear in its length, in little memory.
    public init(ofText text: String) {
        var context = SHA2_CTX()
        SHA256Init(&context)
        var text = text
        text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.room + 2) { folded in
                var count = 0
                // A space is written with the byte after it, so that there is none at the end.
                var hasSpace = false
                var hasBegun = false
                for byte in bytes {
                    if byte == 0x20 || (0x09...0x0D).contains(byte) {
                        hasSpace = hasBegun
                        continue
                    }
                    if hasSpace {
                        folded[count] = 0x20
                        count += 1
                    }
                    folded[count] = byte
                    count += 1
                    (hasSpace, hasBegun) = (false, true)
                    if count >= Self.room {
                        SHA256Update(&context, folded.baseAddress, count)
                        count = 0
                    }
                }
                SHA256Update(&context, folded.baseAddress, count)
            }
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        bytes = digest
    }
}
