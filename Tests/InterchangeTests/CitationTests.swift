import DocumentModel
import Foundation
import Interchange
import Testing

@Suite struct CitationTests {
    static func cited(
        title: String = "Bridge to open", speaker: String? = "Ada Poe", text: String = "“We will rebuild it,”",
        source: String? = "The Courier", author: String? = "Jo Reed", url: String? = "https://example.org/a?b=c&d=1%20",
        issued: [Int] = [2024, 8, 18]
    ) -> CitedQuotation {
        CitedQuotation(
            QuotationSummary(
                article: ArticleKey(rawValue: 1), ordinal: 2, text: text, speaker: speaker, form: .direct, act: .speech,
                speakerConfidence: .certain, title: title, id: "a/1.txt", source: source, date: "2024-08-18"),
            author: author, url: url, issued: issued, retrieved: 1_725_148_800, content: ArticleIdentity(ofText: "a"))
    }

    static func written(_ format: CitationFormat, _ cited: [CitedQuotation]) -> String {
        var bytes: [UInt8] = []
        var writer = CitationWriter(format)
        writer.begin(&bytes)
        for one in cited { writer.append(one, to: &bytes) }
        writer.end(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func anEntryOfBibTeX() {
        #expect(
            Self.written(.bibtex, [Self.cited()]) == """
                @article{thecourier2024-ca978112-q3,
                  author = {Jo Reed},
                  title = {{Bridge to open}},
                  journal = {The Courier},
                  year = {2024},
                  month = aug,
                  date = {2024-08-18},
                  url = {https://example.org/a?b=c&d=1%20},
                  urldate = {2024-09-01},
                  note = {“We will rebuild it,” (Ada Poe)},
                  contenthash = {sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb},
                }

                """)
    }

    @Test func aRecordOfRIS() {
        #expect(
            Self.written(.ris, [Self.cited(issued: [2024])]).components(separatedBy: "\r\n") == [
                "TY  - NEWS", "ID  - thecourier2024-ca978112-q3", "TI  - Bridge to open", "AU  - Jo Reed",
                "T2  - The Courier", "PY  - 2024", "DA  - 2024", "UR  - https://example.org/a?b=c&d=1%20",
                "Y2  - 2024/09/01", "N1  - “We will rebuild it,” (Ada Poe)",
                "AN  - sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", "ER  - ", "", "",
            ])
    }

    @Test func itemsOfCSL() throws {
        let text = Self.written(
            .csl, [Self.cited(), Self.cited(speaker: nil, source: nil, author: nil, url: nil, issued: [])])
        let items = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(items.count == 2)
        #expect(items[0]["type"] as? String == "article-newspaper")
        #expect((items[0]["issued"] as? [String: [[Int]]])?["date-parts"] == [[2024, 8, 18]])
        #expect((items[0]["accessed"] as? [String: [[Int]]])?["date-parts"] == [[2024, 9, 1]])
        #expect((items[0]["custom"] as? [String: Any])?["speaker"] as? String == "Ada Poe")
        #expect(items[1]["type"] as? String == "webpage")
        #expect(items[1]["issued"] == nil)
        #expect(items[1]["id"] as? String == "article-ca978112-q3")
    }

    static let hostile = [
        "Braces {left} open{", "closed}}", "50% of A&B_c #1 $5 ~x^2", "a \\ \\end{document}",
        "line\nbreak\r\nER  - \r\nTY  - BOOK",
        "\u{1B}]0;x\u{7}\u{202E}rtl", "“quotes” \"straight\" 'single'", "", "日本語 ürgs", "{\\an{b}", "a,b and c",
    ]

    /// Braces are in balance whatever a title holds, and nothing but commands has a backslash.
    @Test(arguments: hostile) func nothingBreaksAnEntryOfBibTeX(_ hostile: String) {
        let entry = Self.written(
            .bibtex,
            [Self.cited(title: hostile, speaker: hostile, text: hostile, source: hostile, author: hostile, url: hostile)])
        var depth = 0
        for (index, byte) in entry.utf8.enumerated() {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            #expect(depth > 0 || index < 9 || index >= entry.utf8.count - 2)
        }
        #expect(depth == 0)
        // One field a line: nothing that a title holds begins another.
        for line in entry.split(separator: "\n").dropFirst().dropLast() {
            #expect(line.hasPrefix("  ") && (line.hasSuffix("},") || line.hasPrefix("  month = ")), "\(line)")
        }
        #expect(!entry.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }

    @Test(arguments: hostile) func nothingBreaksARecordOfRIS(_ hostile: String) {
        let record = Self.written(
            .ris,
            [Self.cited(title: hostile, speaker: hostile, text: hostile, source: hostile, author: hostile, url: hostile)])
        let lines = record.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines.filter { $0.hasPrefix("TY  - ") }.count == 1)
        #expect(lines.last == "ER  - ")
        #expect(
            lines.allSatisfy { $0.dropFirst(2).hasPrefix("  - ") && !$0.utf8.contains(0x0A) && !$0.utf8.contains(0x0D) })
    }

    @Test(arguments: hostile) func nothingBreaksCSL(_ hostile: String) throws {
        let text = Self.written(.csl, [Self.cited(title: hostile, speaker: hostile, text: hostile)])
        let items = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        if !hostile.isEmpty { #expect(items[0]["title"] as? String == hostile) }
        #expect((items[0]["custom"] as? [String: Any])?["quotation"] as? String == hostile)
    }
}
