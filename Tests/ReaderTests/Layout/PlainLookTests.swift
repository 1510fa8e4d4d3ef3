import Screen
import Testing

@testable import Reader

/// The reader for speech and braille.
@Suite("A plain screen")
struct PlainLookTests {
    private func plain(_ width: Int, _ height: Int) throws -> Script {
        var settings = Settings()
        settings.plain = true
        return try Script(width, height, Articles.three(), settings: settings)
    }

    /// What is drawn and not written: lines, blocks, geometric shapes, dingbats, arrows.
    private func signs(in screen: String) -> [Character] {
        screen.filter { character in
            character.unicodeScalars.contains {
                (0x2190..<0x2200).contains($0.value) || (0x2500..<0x27C0).contains($0.value)
            }
        }
    }

    @Test(
        "It has no lines, boxes or signs, whatever is shown, and the cursor is to be seen",
        arguments: [(160, 50), (80, 24), (40, 10), (1, 1)],
        ["", "j", "<enter>", "<enter>]", "P", "Q", "?", "t", "/a", "|", "z"])
    func noDecoration(size: (Int, Int), keys: String) throws {
        let script = try plain(size.0, size.1).pressing(keys)
        #expect(signs(in: script.screen) == [], "\(script.screen)")
        // A single cell has no room for some selections.
        if size.0 > 1 { #expect(script.state.frame().cursor != nil && script.state.frame().showsCursor) }
    }

    @Test("Panes come one at a time, and no name stands beside the text")
    func onePane() throws {
        let script = try plain(160, 50)
        #expect(!script.state.plan.isDivided)
        #expect(ArticlePlan(script.state.plan.article, settings: script.state.settings).margin.size.width == 0)
    }

    @Test("The selection and the kinds of quotations have marks of ASCII")
    func marks() throws {
        let list = try plain(80, 24)
        #expect(list.screen.hasPrefix(">"))
        let article = list.pressing("<enter>]")
        #expect(
            article.screen.split(separator: "\n").contains { $0.contains(">\"") || $0.contains(">'") || $0.contains(">:") })
    }
}
