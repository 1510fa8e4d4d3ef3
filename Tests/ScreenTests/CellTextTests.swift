import TestSupport
import Testing

import Screen

@Suite("Text as cells")
struct CellTextTests {
    @Test(
        "Each character takes its columns",
        arguments: [
            ("plain", ["p", "l", "a", "i", "n"], 5),
            ("naïve", ["n", "a", "ï", "v", "e"], 5),
            ("nai\u{308}ve", ["n", "a", "i\u{308}", "v", "e"], 5),
            ("東京", ["東", "京"], 4),
            ("ＡＢ", ["Ａ", "Ｂ"], 4),
            ("שלום", ["ש", "ל", "ו", "ם"], 4),
            ("שָׁ", ["שָׁ"], 1),
            ("محمد", ["م", "ح", "م", "د"], 4),
            ("“—…”", ["“", "—", "…", "”"], 4),
            ("한", ["한"], 2),
            ("\u{1112}\u{1161}\u{11AB}", ["\u{1112}\u{1161}\u{11AB}"], 2),
            ("नमस्ते", ["न", "म", "स्", "ते"], 4),
            ("का", ["क", "ा"], 2),
        ])
    func widths(text: String, cells: [String], columns: Int) {
        #expect(CellText(text).map(\.text) == cells)
        #expect(CellText(text).width == columns)
        #expect(TextWidth.of(text) == columns)
    }

    @Test(
        "Emoji are as wide as every terminal draws them",
        arguments: [
            ("👍", ["👍"]), ("👍🏽", ["👍"]), ("👩‍👩‍👧‍👦!", ["👩", "!"]), ("👩‍⚕️.", ["👩", "."]), ("❤️", ["\u{2764}"]), ("🇺🇦", ["U", "A"]),
            ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴"]), ("1️⃣", ["1\u{20E3}"]), ("🏽", ["🏽"]), ("🏳️‍🌈", ["\u{1F3F3}", "🌈"]),
        ])
    func emoji(text: String, cells: [String]) { #expect(CellText(text).map(\.text) == cells) }

    @Test(
        "Nothing acts on the terminal or hides",
        arguments: [
            ("\u{1B}[31mred", "·[31mred"), ("\u{1B}]0;title\u{7}", "·]0;title·"), ("a\u{7F}b", "a·b"), ("\u{9B}1m", "·1m"),
            ("a\tb\nc\r\nd", "a b c  d"), ("\u{85}\u{2028}\u{2029}", "   "), ("a\u{A0}b\u{202F}c", "a b c"), ("\0", "·"),
            ("\u{202E}evil\u{202C}", "evil"), ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "a"),
            ("zero\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}width", "zerowidth"), ("co\u{AD}op", "coop"),
            ("a\u{FE0F}\u{E0100}\u{E0041}\u{34F}b", "ab"), ("\u{FFF9}x\u{FFFA}y\u{FFFB}", "xy"),
            ("\u{115F}\u{3164}\u{FFA0}", ""),
            ("\u{E000}\u{F0000}", "\u{FFFD}\u{FFFD}"), ("\u{1F}", "·"), ("\u{378}", "\u{FFFD}"),
            ("\u{301}x", "\u{25CC}\u{301}x"), ("\u{200D}👍", "👍"),
        ])
    func cleaning(text: String, clean: String) { #expect(TextWidth.cleaned(text) == clean) }

    @Test("At most four marks stand on one base")
    func marks() {
        let zalgo = "e" + String(repeating: "\u{301}", count: 40) + "x"
        let cells = Array(CellText(zalgo))
        #expect(cells.map { $0.text.unicodeScalars.count } == [5, 1])
        #expect(cells.map(\.range) == [0..<81, 81..<82])
    }

    @Test("Ranges follow each other and cover what was dropped")
    func ranges() {
        #expect(CellText("\u{200B}a\u{200B}東\u{301}\u{202E}").map(\.range) == [0..<7, 7..<15])
        #expect(CellText("xaéy", in: 1..<4).map(\.range) == [1..<2, 2..<4])
        #expect(CellText("éé", in: 1..<3).map(\.range).isEmpty)
        #expect(CellText("abc", in: 2..<99).map(\.text) == ["c"])
        #expect(CellText("abc", in: 7..<9).map(\.text).isEmpty)
    }

    @Test("Text is cut between characters", arguments: [(0, ""), (1, "a"), (2, "a"), (3, "a東"), (4, "a東b"), (9, "a東b")])
    func prefix(columns: Int, beginning: String) {
        let prefix = TextWidth.prefix(of: "a東b", fitting: columns)
        #expect("a東b".utf8.prefix(prefix.end).elementsEqual(beginning.utf8))
        #expect(prefix.columns == TextWidth.of(beginning))
    }

    @Test(
        "What does not fit is truncated with a mark",
        arguments: [(6, "a東東b"), (5, "a東…"), (4, "a東…"), (3, "a…"), (1, "…"), (0, "")])
    func truncated(columns: Int, text: String) { #expect(TextWidth.truncated("a東東b", to: columns) == text) }

    @Test("Any text gives clean cells whose ranges and widths add up", arguments: 0..<40)
    func fuzz(seed: UInt64) {
        var random = HostileText(seed: seed)
        var text = ""
        for _ in 0..<400 { text.unicodeScalars.append(random.scalar()) }
        var end = 0
        for cell in CellText(text) {
            #expect(cell.range.lowerBound == end)
            #expect(cell.range.count > 0)
            #expect(cell.width == 1 || cell.width == 2)
            #expect((1...5).contains(cell.text.unicodeScalars.count))
            #expect(!cell.text.unicodeScalars.contains { isHostile($0) }, "\(Array(cell.text.unicodeScalars))")
            end = cell.range.upperBound
        }
        #expect(end == text.utf8.count)
        let clean = TextWidth.cleaned(text)
        #expect(TextWidth.cleaned(clean) == clean)
        #expect(TextWidth.of(clean) == TextWidth.of(text))
    }

    /// Said here in other words than in the code under test: by general category.
    private func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
