/// One JSON value (RFC 8259) that nobody here looks into: a record's `id`, given back as it came.
public struct RawJSON: Sendable, Equatable {
    /// The value's text in UTF-8.
    public let bytes: [UInt8]

    /// The value of this text. It must be one well-formed value: whoever read the record has parsed it.
    public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// A string as a value.
    public init(string: String) {
        var json = JSONBytes()
        json.string(string)
        bytes = json.bytes
    }

    /// No value.
    public static let null = RawJSON(bytes: Array("null".utf8))
}
