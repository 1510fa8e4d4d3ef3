/// A quotation with everything by which it is cited.
public struct CitedQuotation: Sendable, Equatable {
    /// Who, what and where.
    public var quotation: QuotationSummary
    /// Who wrote the article.
    public var author: String?
    /// Where the article was published.
    public var url: String?
    /// When: the year, and where they are known the month and the day.
    public var issued: [Int]
    /// When the article came into the library, in seconds since 1970.
    public var retrieved: Int64
    /// The hash of the article's text.
    public var content: ArticleIdentity

    /// A quotation with what is known of its article.
    public init(
        _ quotation: QuotationSummary, author: String? = nil, url: String? = nil, issued: [Int] = [], retrieved: Int64,
        content: ArticleIdentity
    ) {
        self.quotation = quotation
        self.author = author
        self.url = url
        self.issued = issued
        self.retrieved = retrieved
        self.content = content
    }
}

extension ArticleIdentity {
    /// The digest in hexadecimal digits.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The identity of these hexadecimal digits; nil for anything else.
    public init?(hexadecimal: String) {
        let digits = hexadecimal.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map { UInt8($0) } }
        guard digits.count == hexadecimal.utf8.count, digits.count % 2 == 0 else { return nil }
        self.init(bytes: stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }
}
