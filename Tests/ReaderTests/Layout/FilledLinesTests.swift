import DocumentModel
import Screen
import Testing

@testable import Reader

@Suite struct FilledLinesTests {
    @Test(arguments: [
        ("one two", [10], ["one two"], false),
        ("one two three", [10], ["one two t"], true),
        ("one two three", [7, 7], ["one two", "three"], false),
        ("one two three", [8, 3], ["one two", "th"], true),
        ("one  two", [3, 5], ["one", "two"], false),
        ("unbroken", [4, 4], ["unbr", "oken"], false),
        ("日本語", [5, 2], ["日本", "語"], false),
        ("", [5, 5], [""], false),
        ("word", [0], [""], true),
    ])
    func fills(_ text: String, _ widths: [Int], _ expected: [String], _ isCut: Bool) {
        let filled = FilledLines(text, widths: widths)
        #expect(filled.lines.map { text.text(in: $0) } == expected.map { $0[...] })
        #expect(filled.isCut == isCut)
    }
}
