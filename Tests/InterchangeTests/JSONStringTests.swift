import DocumentModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct JSONStringTests {
    func written(_ text: String) -> [UInt8] {
        RawJSON(string: text).bytes
    }

    @Test(arguments: [
        ("plain", #""plain""#), ("a\"b\\c/", #""a\"b\\c/""#), ("1\n2\r3\t", #""1\n2\r3\t""#),
        ("\u{0}\u{1B}[2J\u{7F}", #""\u0000\u001b[2J\u007f""#), ("\u{9B}31m", #""\u009b31m""#),
        ("a\u{202E}b\u{200B}\u{FEFF}", #""a\u202eb\u200b\ufeff""#), ("\u{E0041}", #""\udb40\udc41""#),
        ("l\u{2028}p\u{2029}", #""l\u2028p\u2029""#), ("“é” 🙂 👩‍👧 می‌شود", #""“é” 🙂 👩‍👧 می‌شود""#), ("", #""""#),
        ("\u{A0}\u{D8}\u{600}", "\"\u{A0}\u{D8}\u{600}\""),
    ])
    func escapesWhatMightAct(text: String, json: String) {
        #expect(String(decoding: written(text), as: UTF8.self) == json)
    }

    /// Whatever a text holds, a JSON parser gives it back, and no byte of the line acts on a terminal.
    @Test func anyTextComesBack() throws {
        var random = SystemRandomNumberGenerator()
        let kinds: [ClosedRange<UInt32>] = [
            0...0x7F, 0x80...0xFF, 0x2000...0x206F, 0x600...0x6FF, 0xFEFF...0xFFFD, 0x1F600...0x1F64F, 0xE0000...0xE007F,
        ]
        for _ in 0..<Soak.rounds(short: 2000, long: 500_000) {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                let kind = kinds.randomElement(using: &random) ?? 0...0x7F
                if let scalar = Unicode.Scalar(UInt32.random(in: kind, using: &random)) { text.append(scalar) }
            }
            let json = written(String(text))
            let back = try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed) as? String
            #expect(back.map { Array($0.unicodeScalars) } == Array(text))
            #expect(
                !String(decoding: json, as: UTF8.self).unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value)
                })
        }
    }

    @Test func aRawValueKeepsItsMeaningButNoControl() {
        var bytes: [UInt8] = []
        ArticleJSON.append(error: "e", id: RawJSON(bytes: "[1,\t\"\u{202E}\u{7F}\\n\"]".utf8), line: 1, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == "{\"id\":[1, \"\\u202e\\u007f\\n\"],\"line\":1,\"error\":\"e\"}\n")
    }
}
