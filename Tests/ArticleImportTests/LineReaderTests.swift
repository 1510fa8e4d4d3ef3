import Foundation
import Testing

@testable import ArticleImport

@Suite("A stream becomes lines")
struct LineReaderTests {
    /// The lines of bytes that come through a pipe in pieces.
    private func lines(_ bytes: [UInt8], piece: Int = 1 << 20, limit: Int = LineReader.defaultLimit) throws -> [String] {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw CocoaError(.fileReadUnknown) }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        let writer = Thread {
            for start in stride(from: 0, to: bytes.count, by: piece) {
                let part = Array(bytes[start..<min(bytes.count, start + piece)])
                var written = 0
                while written < part.count {
                    let count = part.withUnsafeBytes {
                        write(writing, $0.baseAddress?.advanced(by: written), part.count - written)
                    }
                    if count <= 0 { break }
                    written += count
                }
            }
            close(writing)
        }
        writer.start()
        let reader = LineReader(reading, path: "-", limit: limit)
        var lines: [String] = []
        while true {
            do {
                guard let line = try reader.next() else { break }
                lines.append(String(decoding: line, as: UTF8.self))
            } catch {
                lines.append(error.description)
            }
        }
        return lines
    }

    @Test(
        "Lines end with LF or CR LF; the last need not",
        arguments: [
            ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\n\r\nb\r\n", ["a", "", "b"]), ("\n", [""]),
            ("a\rb\n", ["a\rb"]), ("\u{FEFF}a\n", ["a"]), ("\u{FEFF}", []),
        ])
    func ends(_ text: String, _ expected: [String]) throws {
        #expect(try lines(Array(text.utf8)) == expected)
        #expect(try lines(Array(text.utf8), piece: 1) == expected)
    }

    @Test("UTF-16 with a mark comes as UTF-8", arguments: [1, 3, 1 << 20])
    func utf16(piece: Int) throws {
        let bytes = "\u{FEFF}é\r\n😀\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try lines(bytes, piece: piece) == ["é", "😀"])
    }

    @Test("A line may be longer than any buffer")
    func long() throws {
        let long = String(repeating: "0123456789", count: 1 << 20)
        #expect(try lines(Array("a\n\(long)\nb\n".utf8)).map(\.utf8.count) == [1, 10 << 20, 1])
    }

    @Test("A line beyond the limit is told and passed over")
    func limit() throws {
        let text = "a\n" + String(repeating: "x", count: 3 << 20) + "\nb\n"
        #expect(
            try lines(Array(text.utf8), limit: 1 << 20) == [
                "a", "standard input:2: the line is too long: one record may have 1 MiB", "b",
            ])
    }

    @Test("A descriptor that cannot be read is told once")
    func broken() {
        let reader = LineReader(-1, path: "x")
        #expect(throws: ImportProblem.self) { try reader.next() }
        #expect(throws: Never.self) { try reader.next() }
    }
}
