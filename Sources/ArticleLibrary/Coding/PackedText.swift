import CZlib
import Foundation
import GRDB

/// Texts and records as the library keeps them: half as long, packed by DEFLATE (RFC 1951), or as they are where that is no
/// shorter.
///
/// Texts are packed behind ``CommonWords``, records behind their texts. What is packed begins with a byte that no UTF-8 and no ``ArticleRecord`` begins with, and its length as ``ByteWriter`` writes
/// it. Packing takes some hundredth of a millisecond for each KB, unpacking a fifth of that.
enum PackedText {
    private static let mark: UInt8 = 0xFF
    /// The same for what is packed behind ``CommonWords``.
    private static let markCommon: UInt8 = 0xFD
    /// The same for what is packed behind something that is at hand when it is unpacked.
    private static let markBehind: UInt8 = 0xFE
    /// Texts are short: a window of 4 KiB, and the quickest of zlib's ways.
    private static let (windowBits, level): (Int32, Int32) = (12, 1)
    /// What no longer fits that window has the largest; so far back the smaller one reaches.
    private static let (largestWindow, reach): (Int32, Int) = (15, 3_800)
    /// DEFLATE makes nothing longer than this many times what it is packed in.
    private static let mostGrowth = 1_032

    /// The text, packed.
    static func pack(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { bytes in
            CommonWords.bytes.withUnsafeBufferPointer { deflate(bytes, markCommon, windowBits, behind: $0) } ?? Array(bytes)
        }
    }

    /// An article's record, packed behind its text: names stand in both.
    static func pack(record: [UInt8], of text: String) -> [UInt8] {
        var text = text
        return record.withUnsafeBufferPointer { record in
            text.withUTF8 { text in
                let window = text.count + record.count > reach ? largestWindow : windowBits
                return deflate(record, markBehind, window, behind: text)
            } ?? Array(record)
        }
    }

    /// The bytes of a record that was packed, of the article of this text.
    static func unpack(_ packed: some Collection<UInt8>, of text: String) throws(DamagedBytes) -> [UInt8] {
        guard packed.first == markBehind else { return try unpack(packed) }
        var text = text
        let (count, start) = try header(packed)
        let bytes: Result<[UInt8], DamagedBytes> = text.withUTF8 { text in
            do throws(DamagedBytes) {
                return .success(try inflate(Array(packed.dropFirst(start)), count, behind: text))
            } catch { return .failure(error) }
        }
        return try bytes.get()
    }

    /// The bytes of what was packed.
    static func unpack(_ packed: some Collection<UInt8>) throws(DamagedBytes) -> [UInt8] {
        guard packed.first == mark || packed.first == markCommon else { return Array(packed) }
        let (count, start) = try header(packed)
        let rest = Array(packed.dropFirst(start))
        guard packed.first == markCommon else { return try inflate(rest, count) }
        return try CommonWords.bytes.withUnsafeBufferPointer { (known) throws(DamagedBytes) in
            try inflate(rest, count, behind: known)
        }
    }

    /// How many bytes were packed, and where they begin.
    private static func header(_ packed: some Collection<UInt8>) throws(DamagedBytes) -> (count: Int, start: Int) {
        var reader = ByteReader(Array(packed.prefix(11)))
        _ = try reader.byte()
        let count = try reader.int()
        guard count >= 0, count / mostGrowth <= packed.count else { throw DamagedBytes() }
        return (count, reader.offset)
    }

    /// How many bytes the text has.
    static func size(_ packed: some Collection<UInt8>) -> Int {
        guard packed.first == mark || packed.first == markCommon else { return packed.count }
        var reader = ByteReader(Array(packed.dropFirst().prefix(10)))
        return (try? reader.int()) ?? 0
    }

    /// - Parameter known: what comes before the bytes, and is at hand when they are unpacked.
    private static func deflate(
        _ bytes: UnsafeBufferPointer<UInt8>, _ mark: UInt8, _ window: Int32, behind known: UnsafeBufferPointer<UInt8>
    ) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard
            deflateInit2_(&stream, level, Z_DEFLATED, -window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        if !known.isEmpty,
            deflateSetDictionary(&stream, known.baseAddress, UInt32(clamping: known.count)) != Z_OK
        {
            return nil
        }
        var header = ByteWriter()
        header.write(mark)
        header.write(bytes.count)
        let start = header.bytes.count
        guard bytes.count > start, bytes.count < UInt32.max else { return nil }
        // What is no shorter packed does not fit.
        let packed = [UInt8](unsafeUninitializedCapacity: bytes.count) { room, used in
            room.initialize(repeating: 0)
            for (index, byte) in header.bytes.enumerated() { room[index] = byte }
            stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            stream.avail_in = UInt32(bytes.count)
            stream.next_out = room.baseAddress.map { $0 + start }
            stream.avail_out = UInt32(bytes.count - start)
            let isWhole = CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END
            used = isWhole ? bytes.count - Int(stream.avail_out) : 0
        }
        return packed.isEmpty ? nil : packed
    }

    private static func inflate(
        _ packed: [UInt8], _ count: Int, behind known: UnsafeBufferPointer<UInt8>? = nil
    ) throws(DamagedBytes) -> [UInt8] {
        var stream = z_stream()
        let window = known == nil ? windowBits : largestWindow
        guard inflateInit2_(&stream, -window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw DamagedBytes()
        }
        defer { inflateEnd(&stream) }
        if let known, !known.isEmpty,
            inflateSetDictionary(&stream, known.baseAddress, UInt32(clamping: known.count)) != Z_OK
        {
            throw DamagedBytes()
        }
        var packed = packed
        var isWhole = false
        let bytes = packed.withUnsafeMutableBufferPointer { packed in
            [UInt8](unsafeUninitializedCapacity: count) { room, used in
                stream.next_in = packed.baseAddress
                stream.avail_in = UInt32(packed.count)
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(count)
                isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0
                used = count - Int(stream.avail_out)
            }
        }
        guard isWhole else { throw DamagedBytes() }
        return bytes
    }

    // MARK: In SQL

    /// What SQL calls for texts: `unpacked(text)` and `unpacked(record, text)` give the bytes, `unpacked_size(text)` their number. Every connection to a
    /// library needs them, since the index of words is checked against the view that has them.
    static func addFunctions(to db: Database) {
        db.add(
            function: DatabaseFunction("unpacked", argumentCount: 1, pure: true) { values in
                guard let packed = Data.fromDatabaseValue(values[0]) else { return nil }
                return Data(try unpack(packed))
            })
        db.add(
            function: DatabaseFunction("unpacked", argumentCount: 2, pure: true) { values in
                guard let packed = Data.fromDatabaseValue(values[0]), let text = Data.fromDatabaseValue(values[1]) else {
                    return nil
                }
                return Data(try unpack(packed, of: String(decoding: try unpack(text), as: UTF8.self)))
            })
        db.add(
            function: DatabaseFunction("unpacked_size", argumentCount: 1, pure: true) { values in
                Data.fromDatabaseValue(values[0]).map { size($0) }
            })
    }
}

extension Row {
    /// The record that is packed in a column, of the article of this text.
    func unpackedRecord(atIndex index: Int, of text: String) throws -> [UInt8] {
        try withUnsafeData(atIndex: index) { try PackedText.unpack($0 ?? Data(), of: text) }
    }

    /// The text that is packed in a column.
    func unpackedText(atIndex index: Int) throws -> String {
        // An array's bytes are at hand; Data gives each by a call.
        try withUnsafeData(atIndex: index) { String(decoding: try PackedText.unpack(Array($0 ?? Data())), as: UTF8.self) }
    }
}
