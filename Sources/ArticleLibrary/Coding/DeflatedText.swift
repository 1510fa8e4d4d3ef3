import CZlib

/// Texts and records as older libraries packed them, by DEFLATE (RFC 1951): a mark, their length as ``ByteWriter`` writes it, and what
/// is packed. They are still read.
enum DeflatedText {
    static let mark: UInt8 = 0xFF
    /// The same for what is packed behind ``CommonWords``.
    static let markCommon: UInt8 = 0xFD
    /// The same for what is packed behind something that is at hand when it is unpacked.
    static let markBehind: UInt8 = 0xFE
    /// The largest window that there is: what was packed with a smaller one fits.
    private static let windowBits: Int32 = 15
    /// DEFLATE makes nothing longer than this many times what it is packed in.
    private static let mostGrowth = 1_032

    /// How many bytes were packed.
    static func size(_ packed: some Collection<UInt8>) -> Int { (try? header(packed))?.count ?? 0 }

    /// How many bytes were packed, and where they begin.
    private static func header(_ packed: some Collection<UInt8>) throws(DamagedBytes) -> (count: Int, start: Int) {
        var reader = ByteReader(Array(packed.prefix(11)))
        _ = try reader.byte()
        return (try reader.int(), reader.offset)
    }

    /// The bytes that were packed.
    ///
    /// - Parameter known: what they are packed behind.
    static func inflate(
        _ packed: some Collection<UInt8>, behind known: UnsafeBufferPointer<UInt8>? = nil
    ) throws(DamagedBytes) -> [UInt8] {
        let (count, start) = try header(packed)
        guard count >= 0, count / mostGrowth <= packed.count else { throw DamagedBytes() }
        var stream = z_stream()
        guard inflateInit2_(&stream, -windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw DamagedBytes()
        }
        defer { inflateEnd(&stream) }
        if let known, !known.isEmpty,
            inflateSetDictionary(&stream, known.baseAddress, UInt32(clamping: known.count)) != Z_OK
        {
            throw DamagedBytes()
        }
        var rest = Array(packed.dropFirst(start))
        var isWhole = false
        let bytes = rest.withUnsafeMutableBufferPointer { rest in
            [UInt8](unsafeUninitializedCapacity: count) { room, used in
                stream.next_in = rest.baseAddress
                stream.avail_in = UInt32(rest.count)
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(clamping: count)
                isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0
                used = count - Int(stream.avail_out)
            }
        }
        guard isWhole else { throw DamagedBytes() }
        return bytes
    }
}
