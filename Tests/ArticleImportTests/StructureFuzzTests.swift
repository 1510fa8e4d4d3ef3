import DocumentModel
import TestSupport
import Testing

@testable import ArticleImport

@Suite("Whatever the text is, its structure holds together")
struct StructureFuzzTests {
    /// Pieces that rules look for, and such as get in their way.
    private static let pieces = [
        "\n", "\n\n", "\r\n", "\r", " ", "\u{A0}", "\t", "\u{2028}", "\u{FEFF}", "(Related:", ")", "(", "[", "]", "\"", "“",
        "”", "'",
        "Related:", "Sources include:", "Read more", "Comments", "RT.com", "By Jane Doe", "May 4, 2025", "Tags: a, b",
        "#tag",
        "- ", "1. ", "> ", "# ", "## x ##", "---", "***", "===", "```", "![a](b)", "[1]: x", "Title: x", "Date: y", "told",
        "said",
        "The mayor", "of", "Gen.", "…", ".", ",", ":", "?", "é", "中文", "שלום", "👩‍🚀", "e\u{301}", "\0", "\u{1B}[31m",
        "\u{202E}",
        "https://x.example/y", "@name", "a", "A MUST", "Photo: x", "©", "<!-- x -->", "| a |", "+++", "title: \"x",
        "and it went on for a good while, so that the line was long enough to be one",
    ]

    @Test("Blocks are in order, inside the text, on character boundaries, and only white space is between them")
    func text() {
        var random = SplitMix(seed: 1)
        for round in 0..<3000 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }
            .joined(separator: round % 3 == 0 ? " " : "")
            check(text, .text, title: round % 7 == 0 ? "Read more" : nil)
            check(text, .markdown, title: nil)
            check("---\n" + text, .markdown, title: nil)
        }
    }

    @Test("Random bytes, read as any text file is, hold together as well")
    func bytes() {
        var random = SplitMix(seed: 2)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ -> UInt8 in
                Bool.random(using: &random)
                    ? UInt8.random(in: 32...126, using: &random) : UInt8.random(in: 0...255, using: &random)
            }
            guard let record = try? ArticleReader.article(of: bytes, id: "x", format: .text) else { continue }
            check(record.article.text, .text, title: nil)
        }
    }

    private func check(_ text: String, _ format: Structure.Format, title: String?) {
        let structure = Structure(of: text, format: format, title: title)
        let utf8 = Array(text.utf8)
        var end = 0
        for block in structure.blocks {
            let range = block.range
            guard range.lowerBound >= end, range.upperBound <= utf8.count, !range.isEmpty else {
                Issue.record("block \(block) after \(end) in \(text.debugDescription)")
                return
            }
            if !isOnBoundaries(range, utf8) {
                Issue.record("\(block) is not on character boundaries: \(text.debugDescription)")
            }
            if utf8.span.trimmed(range) != range {
                Issue.record("\(block) has white space at an end: \(text.debugDescription)")
            }
            if format == .text { checkGap(end..<range.lowerBound, utf8, text) }
            end = range.upperBound
        }
        if format == .text { checkGap(end..<utf8.count, utf8, text) }
        switch structure.headline {
        case .inText(let range), .lead(let range):
            if range.isEmpty || range.upperBound > utf8.count || !isOnBoundaries(range, utf8) {
                Issue.record("headline \(range) in \(text.debugDescription)")
            }
        case .own, .none: break
        }
    }

    private func isOnBoundaries(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
        [range.lowerBound, range.upperBound].allSatisfy { $0 == utf8.count || utf8[$0] & 0xC0 != 0x80 }
    }

    private func checkGap(_ gap: Range<Int>, _ utf8: [UInt8], _ text: String) {
        var rest = gap
        while !rest.isEmpty {
            let length = utf8.span.whiteSpaceLength(at: rest.lowerBound)
            let isBullet = "-*+".utf8.contains(utf8[rest.lowerBound])
            if length == 0, !isBullet {
                Issue.record(
                    "between blocks: \(String(decoding: utf8[gap], as: UTF8.self).debugDescription) in \(text.debugDescription)"
                )
                return
            }
            rest = (rest.lowerBound + max(1, length))..<rest.upperBound
        }
    }
}
