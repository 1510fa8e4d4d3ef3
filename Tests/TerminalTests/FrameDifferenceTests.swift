import Screen
import Testing

@testable import Terminal

@Suite("What changes between two frames")
struct FrameDifferenceTests {
    private func frame(_ lines: [String]) -> Frame {
        var frame = Frame(size: Size(width: 8, height: lines.count))
        for (y, line) in lines.enumerated() { frame.draw(line, at: Position(x: 0, y: y)) }
        return frame
    }

    @Test("Nothing changes nothing") func same() { #expect(frame(["ab", "東"]).changes(from: frame(["ab", "東"])).isEmpty) }

    @Test(
        "Changed cells are found, wide characters whole",
        arguments: [
            ("abcd", "abXd", [2..<3]), ("abcdefgh", "Xbcdefgh", [0..<1]), ("abcdefgh", "XbcdefgX", [0..<1, 7..<8]),
            ("東京", "東都", [2..<4]), ("東京", "a東b", [0..<4]), ("abcdef", "a東def", [1..<3]), ("a東def", "abcdef", [1..<3]),
        ])
    func runs(before: String, after: String, columns: [Range<Int>]) {
        #expect(frame([after]).changes(from: frame([before])) == columns.map { ChangedRun(y: 0, columns: $0) })
    }

    @Test("A style is a change")
    func style() {
        var styled = frame(["abcd", "efgh"])
        styled.overlay(Area(x: 1, y: 1, width: 2, height: 1), style: Style(attributes: .bold))
        #expect(styled.changes(from: frame(["abcd", "efgh"])) == [ChangedRun(y: 1, columns: 1..<3)])
    }
}

@Suite("Characters for this terminal")
struct CharacterEncodingTests {
    private func text(_ glyphs: [[wchar_t]]) -> String {
        glyphs.map { glyph in String(String.UnicodeScalarView(glyph.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }))
        }
        .joined(separator: "+")
    }

    @Test(
        "ASCII terminals get lookalikes of the same width",
        arguments: [
            ("“", "\""), ("’", "'"), ("—", "-"), ("│", "|"), ("╭", "+"), ("é", "e"), ("e\u{301}", "e"), ("Ł", "L"),
            ("…", "."),
            ("→", ">"), ("ש", "?"), ("ﬁ", "f"), ("½", "1"), ("x", "x"),
        ])
    func plain(cell: String, expected: String) {
        #expect(text(CharacterEncoding.ascii.glyphs(of: Cell(cell), isWide: false)) == expected)
    }

    @Test("A wide character becomes two narrow ones", arguments: [("東", "?+?"), ("Ａ", "A+A"), ("👍", "?+?")])
    func wide(cell: String, expected: String) {
        #expect(text(CharacterEncoding.ascii.glyphs(of: Cell(cell), isWide: true)) == expected)
    }
}

typealias wchar_t = Int32
