import DocumentModel
import Screen
import Testing

@testable import Reader

/// Articles whose paragraphs run right to left.
@Suite("Right-to-left paragraphs")
struct RightToLeftTests {
    private func line(_ text: String, mark: String = "", indent: Int = 0) -> FlowLine {
        FlowLine(
            kind: .block(.listItem), indent: indent, mark: mark,
            runs: [.init(range: 0..<text.utf8.count, followsSpace: false)], direction: .rightToLeft)
    }

    private let area = Area(x: 5, y: 0, width: 20, height: 1)

    @Test("They are flush right, a list's mark before their words")
    func flushRight() {
        let text = "אבג"
        let frame = Frame(size: Size(width: 40, height: 1))
        let set = SetLine(line(text, mark: "• ", indent: 2), of: text, in: area, of: frame)
        #expect(set.cells.map(\.cell.text) == ["ג", "ב", "א"])
        #expect(set.column == 20 && set.mark == " •" && set.markColumn == 23)
    }

    @Test("A terminal that sees to the order gets them in reading order")
    func terminalsOwn() {
        let text = "אבג"
        let frame = Frame(size: Size(width: 40, height: 1), arrangesText: false)
        let set = SetLine(line(text, mark: "• ", indent: 2), of: text, in: area, of: frame)
        #expect(set.cells.map(\.cell.text) == ["א", "ב", "ג"])
        #expect(set.column == 7 && set.mark == "• " && set.markColumn == 5)
    }
}
