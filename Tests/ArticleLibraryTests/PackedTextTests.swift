import Testing

@testable import ArticleLibrary

/// Texts come out as they went in, however they are kept.
@Suite struct PackedTextTests {
    @Test(arguments: [
        "", "a", "Short.", String(repeating: "The bridge is closed, said Ada Quill. ", count: 90),
        String(repeating: "\u{0}", count: 5_000), "Žižkov, 東京 and 🏳️‍🌈: " + String(repeating: "ß", count: 300),
    ])
    func aTextComesBack(_ text: String) throws {
        let packed = PackedText.pack(text)
        #expect(try String(decoding: PackedText.unpack(packed), as: UTF8.self) == text)
        #expect(PackedText.size(packed) == text.utf8.count)
        #expect(packed.count <= text.utf8.count)
    }

    /// A record is packed behind its article's text, however long that is.
    @Test(arguments: [0, 1, 80, 400, 3_000]) func aRecordComesBackWithItsText(_ count: Int) throws {
        let text = (0..<count).map { "Clause \($0) of the treaty, said Ada Quill." }.joined(separator: " ")
        let record = Array(text.utf8.suffix(900)) + Array("Ada Quill, clause 7".utf8)
        let packed = PackedText.pack(record: record, of: text)
        #expect(try PackedText.unpack(packed, of: text) == record)
        #expect(packed.count <= max(record.count, 19))
        if count >= 80 { #expect(packed.count < record.count / 5) }
        // Of another text nothing comes but what is said to be damaged, or other bytes.
        #expect((try? PackedText.unpack(packed, of: "Other words.")) != record || count == 0)
    }

    /// Libraries from before have their texts as they are.
    @Test func aTextThatWasNeverPackedIsOne() throws {
        #expect(try PackedText.unpack(Array("Plain.".utf8)) == Array("Plain.".utf8))
        #expect(PackedText.size(Array("Plain.".utf8)) == 6)
    }

    @Test func proseIsHalfAsLong() {
        let text =
            "Nobody in the council has said how the bridge, which was closed in May, is to be paid for. The mayor of the town "
        #expect(PackedText.pack(String(repeating: text, count: 20)).count < 400)
    }

    @Test func whatIsDamagedIsSaidToBe() throws {
        let packed = PackedText.pack(String(repeating: "The bridge is closed. ", count: 40))
        let damaged: [[UInt8]] = [
            Array(packed.dropLast(4)), [0xFF], [0xFF, 0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1, 2],
            [0xFF, 200] + packed.dropFirst(3),
        ]
        for bytes in damaged { #expect(throws: DamagedBytes.self) { try PackedText.unpack(bytes) } }
    }
}
