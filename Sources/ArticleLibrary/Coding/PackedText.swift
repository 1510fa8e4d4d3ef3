import Foundation
import GRDB

/// Texts and records as the library keeps them: half as long, packed by ``Zstandard``, or as they are where that is no shorter.
///
/// Texts are packed behind ``CommonWords``, records behind their texts. What is packed begins with a byte that no UTF-8 and no
/// ``ArticleRecord`` begins with. Older libraries have some that are packed by DEFLATE: see ``DeflatedText``.
enum PackedText {
    /// What is packed behind ``CommonWords``.
    private static let markCommon: UInt8 = 0xFC
    /// What is packed behind something that is at hand when it is unpacked.
    private static let markBehind: UInt8 = 0xFB

    /// The text, packed.
    static func pack(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { Zstandard.pack($0, behind: .commonWords, mark: markCommon) ?? Array($0) }
    }

    /// An article's record, packed behind its text: names stand in both.
    static func pack(record: [UInt8], of text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { text in
            record.withUnsafeBufferPointer { Zstandard.pack($0, behind: .bytes(text), mark: markBehind) } ?? record
        }
    }

    /// The bytes of a record that was packed, of the article of this text.
    static func unpack(_ packed: some Collection<UInt8>, of text: String) throws(DamagedBytes) -> [UInt8] {
        guard packed.first == markBehind || packed.first == DeflatedText.markBehind else { return try unpack(packed) }
        var text = text
        let bytes: Result<[UInt8], DamagedBytes> = text.withUTF8 { text in
            do throws(DamagedBytes) {
                return .success(
                    packed.first == markBehind
                        ? try Zstandard.unpack(packed, behind: .bytes(text))
                        : try DeflatedText.inflate(packed, behind: text))
            } catch { return .failure(error) }
        }
        return try bytes.get()
    }

    /// The bytes of what was packed.
    static func unpack(_ packed: some Collection<UInt8>) throws(DamagedBytes) -> [UInt8] {
        switch packed.first {
        case markCommon: return try Zstandard.unpack(packed, behind: .commonWords)
        case DeflatedText.mark: return try DeflatedText.inflate(packed)
        case DeflatedText.markCommon:
            return try CommonWords.bytes.withUnsafeBufferPointer { (known) throws(DamagedBytes) in
                try DeflatedText.inflate(packed, behind: known)
            }
        default: return Array(packed)
        }
    }

    /// How many bytes the text has.
    static func size(_ packed: some Collection<UInt8>) -> Int {
        switch packed.first {
        case markCommon: Zstandard.size(packed) ?? 0
        case DeflatedText.mark, DeflatedText.markCommon: DeflatedText.size(packed)
        default: packed.count
        }
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
