import DocumentModel
import Testing

@testable import ArticleImport

@Suite("A text file's bytes are decoded as what they are")
struct TextDecoderTests {
    private static let words = "Café “Müller”, said Brandt – twice. Nothing else was said on that long day in Obern."

    private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(
        "Encodings",
        arguments: [
            ("UTF-8", Array(words.utf8)), ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(words.utf8)),
            ("UTF-16LE", utf16(words, bigEndian: false, mark: true)),
            ("UTF-16BE", utf16(words, bigEndian: true, mark: true)),
            ("UTF-16LE bare", utf16(words, bigEndian: false, mark: false)),
            ("UTF-16BE bare", utf16(words, bigEndian: true, mark: false)),
            (
                "Windows-1252",
                words.unicodeScalars.map { scalar -> UInt8 in
                    switch scalar {
                    case "“": 0x93
                    case "”": 0x94
                    case "–": 0x96
                    default: UInt8(scalar.value)
                    }
                }
            ),
        ] as [(String, [UInt8])])
    func encodings(_ name: String, _ bytes: [UInt8]) throws {
        #expect(try TextDecoder.text(of: bytes) == Self.words)
    }

    @Test("Latin-1 is a part of Windows-1252")
    func latin1() throws {
        #expect(try TextDecoder.text(of: Array("Jos".utf8) + [0xE9, 0x20] + Array("came.".utf8)) == "José came.")
    }

    @Test("Bad bytes amid good UTF-8 become U+FFFD; the rest is kept")
    func repaired() throws {
        let bytes = Array("Zoë and Måns ".utf8) + [0xFF] + Array(" met".utf8)
        #expect(try TextDecoder.text(of: bytes) == "Zoë and Måns \u{FFFD} met")
        #expect(try TextDecoder.text(of: Array("Zoë, cut: ö".utf8.dropLast())) == "Zoë, cut: \u{FFFD}")
    }

    @Test("Line ends become one, stray NULs go")
    func cleaned() throws {
        #expect(try TextDecoder.text(of: Array("a\r\nb\rc\n\r\nd\r".utf8)) == "a\nb\nc\n\nd\n")
        let long = String(repeating: "nothing to see here ", count: 5)
        #expect(try TextDecoder.text(of: Array((long + "\0" + long).utf8)) == long + long)
    }

    @Test(
        "What is no text is named",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a PNG image"),
            (Array("%PDF-1.7\n".utf8), "a PDF document"),
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "an ELF program"), ([0x1F, 0x8B, 0x08, 0], "gzip data"),
            ([0x50, 0x4B, 0x03, 0x04, 20, 0], "a zip archive"), ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
            (Array("  <!DOCTYPE HTML><p>".utf8), "an HTML page"), (Array("<?xml version='1.0'?>".utf8), "an XML document"),
            ((0..<255).map { UInt8($0) } + [0, 1, 2, 3], "binary data"), ([UInt8](repeating: 0, count: 50), "binary data"),
            (Array("{\\rtf1 x}".utf8), "an RTF document"), (Array("GIF89a".utf8) + [0, 0], "a GIF image"),
        ] as [([UInt8], String)])
    func notText(_ bytes: [UInt8], _ name: String) {
        #expect(throws: ImportProblem.Reason.notText(name)) { try TextDecoder.text(of: bytes) }
    }

    @Test(
        "A text may begin with letters that a file's kind begins with",
        arguments: ["RIFF raff", "ID3 is a tag.", "BZh, he said"])
    func lettersOnly(_ text: String) throws {
        #expect(try TextDecoder.text(of: Array(text.utf8)) == text)
    }

    @Test("Another script's code page is refused rather than garbled")
    func unknown() {
        // Windows-1251: a sentence in Russian.
        let bytes: [UInt8] = [
            0xCC, 0xE5, 0xEB, 0xFC, 0xED, 0xE8, 0xF6, 0xE0, 0x20, 0xEE, 0xF2, 0xEA, 0xF0, 0xFB, 0xF2, 0xE0, 0x2E,
        ]
        #expect(throws: ImportProblem.Reason.unknownEncoding) { try TextDecoder.text(of: bytes) }
    }

    @Test("Surrogates without partner and half a unit are repaired, in pieces of any size", arguments: 1...5)
    func pieces(size: Int) {
        let bytes: [UInt8] = [0x61, 0, 0x3D, 0xD8, 0x00, 0xDE, 0x00, 0xD8, 0x62, 0, 0x00, 0xDC, 0x63]
        var converter = UTF16Converter(bigEndian: false)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            result += converter.convert(bytes[start..<min(bytes.count, start + size)])
        }
        result += converter.finish()
        #expect(String(decoding: result, as: UTF8.self) == "a😀\u{FFFD}b\u{FFFD}\u{FFFD}")
    }
}
