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
        let unknownLength: [UInt8] = [packed[0], 0x00, 0x58] + packed.dropFirst(4)
        let damaged: [[UInt8]] = [
            Array(packed.dropLast(4)), [packed[0]], [packed[0], 0x80], Array(packed.prefix(3)), unknownLength,
            [packed[0], 0xE0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1, 2],
            [packed[0], 0xE0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2],
            [packed[0], packed[1], packed[2] ^ 1] + packed.dropFirst(3),
        ]
        for bytes in damaged { #expect(throws: DamagedBytes.self) { try PackedText.unpack(bytes) } }
    }

    /// What does not get shorter is kept as it is, and leaves nothing behind for the next.
    @Test func whatDoesNotGetShorterIsKept() throws {
        var state: UInt64 = 7
        let noise = (0..<4_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56) >> 1
        }
        for _ in 0..<3 {
            let record = [1] + noise.map { $0 ^ UInt8(truncatingIfNeeded: state) }
            let packed = PackedText.pack(record: record, of: "A text.")
            #expect(packed.count <= record.count)
            #expect(try PackedText.unpack(packed, of: "A text.") == record)
            let text = String(repeating: "The council met. ", count: 30)
            #expect(try String(decoding: PackedText.unpack(PackedText.pack(text)), as: UTF8.self) == text)
        }
    }
}
