import Testing

@testable import Screen

/// Right-to-left text as it stands from left to right. Hebrew is written here by Unicode's names' first letters' order:
/// `אבג` is alef, bet, gimel, in reading order.
@Suite("Right-to-left text")
struct VisualOrderTests {
    private func shown(_ text: String, _ direction: TextDirection = .leftToRight) -> String {
        VisualOrder.arranged(CellText(text).map { StyledCell($0, .plain) }, in: direction).map(\.cell.text).joined()
    }

    /// A text from its last character to its first, so that expectations need no editor's help.
    private func turned(_ text: String) -> String { String(String.UnicodeScalarView(text.unicodeScalars.reversed())) }

    @Test("Text without it stays as it is", arguments: ["He said “no”.", "東京 e\u{301}", "Ελλάδα, Київ", "", " "])
    func untouched(text: String) { #expect(shown(text) == text) }

    @Test("A run of it is turned, and what is around it stays")
    func runs() {
        #expect(shown("say אבג now") == "say " + turned("אבג") + " now")
        #expect(shown("אבג דהו") == turned("אבג דהו"))
        #expect(shown("a (אב) b") == "a (" + turned("אב") + ") b")
    }

    @Test("Numbers in it keep their order")
    func numbers() { #expect(shown("אבג 123 דה") == turned("דה") + " 123 " + turned("אבג")) }

    @Test("In a paragraph that runs right to left all begins at the right")
    func paragraphs() {
        #expect(shown("אבג abc.", .rightToLeft) == ".abc " + turned("אבג"))
        #expect(shown("(אבג)", .rightToLeft) == "(" + turned("אבג") + ")")
        #expect(shown("abc.", .rightToLeft) == ".abc")
    }

    @Test("Arabic letters join")
    func joining() {
        // Beh, beh, beh: initial, medial and final forms, from the right.
        #expect(shown("\u{628}\u{628}\u{628}") == "\u{FE90}\u{FE92}\u{FE91}")
    }

    @Test("Marks stay with their letters, and cells keep what they stand for")
    func marks() {
        let cells = VisualOrder.arranged(CellText("x ב\u{5B0}א").map { StyledCell($0, .plain) })
        #expect(cells.map(\.cell.text) == ["x", " ", "א", "ב\u{5B0}"])
        #expect(cells.map(\.cell.range) == [0..<1, 1..<2, 6..<8, 2..<6])
    }

    @Test("Nothing that cannot be seen turns a text")
    func unseen() {
        #expect(shown("\u{202E}abc\u{202C} d") == "abc d")
        #expect(shown("\u{2067}abc\u{2069}") == "abc")
        #expect(TextDirection(of: "\u{202E}\u{200F}abc") == .leftToRight)
    }

    @Test(
        "A paragraph runs as its first letter does",
        arguments: [("12 abc אב", .leftToRight), ("“אב abc", .rightToLeft), ("مرحبا", .rightToLeft), ("12, 13", nil)]
            as [(String, TextDirection?)])
    func directions(text: String, direction: TextDirection?) { #expect(TextDirection(of: text[...]) == direction) }

    @Test("A frame draws text in its order, unless the terminal sees to it")
    func frames() {
        var frame = Frame(size: Size(width: 12, height: 1))
        frame.draw("a אבג b", at: Position(x: 0, y: 0))
        #expect(frame.lines == ["a " + turned("אבג") + " b"])
        var logical = Frame(size: Size(width: 12, height: 1), arrangesText: false)
        logical.draw("a אבג b", at: Position(x: 0, y: 0))
        #expect(logical.lines == ["a אבג b"])
    }

    @Test(
        "A place in a text has the column where its character stands",
        arguments: [
            ("said: abc", 6, 6), ("said: אבג", 6, 8), ("said: אבג", 10, 6), ("said: אבג", 12, 9), ("אבג", 0, 2),
            ("אבג", 6, 0),
            ("東京 x", 6, 4), ("", 0, 0),
        ])
    func column(text: String, offset: Int, column: Int) {
        let frame = Frame(size: Size(width: 20, height: 1))
        #expect(frame.column(of: offset, in: text) == column)
        // A terminal that turns text itself is told the place in reading order.
        let unarranged = Frame(size: Size(width: 20, height: 1), arrangesText: false)
        #expect(unarranged.column(of: offset, in: text) == CellText(text, in: 0..<offset).width)
    }
}
