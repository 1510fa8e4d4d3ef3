import DocumentModel
import Interchange
import Testing

@Suite struct TableWriterTests {
    static let people = [
        PersonSummary(name: "Ada \"A\" Poe", kind: .person, quotations: 3, mentions: 10, articles: 2),
        PersonSummary(name: "A|B,\tC\nD", kind: .body, quotations: 0, mentions: 1, articles: 1),
    ]

    func table<Row: TableRow>(_ rows: [Row], _ format: TableFormat, isForTerminal: Bool = false) -> String {
        var bytes: [UInt8] = []
        var writer = TableWriter<Row>(format, isForTerminal: isForTerminal)
        writer.begin(&bytes)
        for row in rows { writer.append(row, to: &bytes) }
        writer.end(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (TableFormat.tsv, "Ada \"A\" Poe\tperson\t3\t10\t2\nA|B, C D\tbody\t0\t1\t1\n"),
        (
            .csv,
            "name,kind,quotes,mentions,articles\r\n\"Ada \"\"A\"\" Poe\",person,3,10,2\r\n\"A|B,\tC\nD\",body,0,1,1\r\n"
        ),
        (
            .markdown,
            """
            | name | kind | quotes | mentions | articles |
            | --- | --- | ---: | ---: | ---: |
            | Ada "A" Poe | person | 3 | 10 | 2 |
            | A\\|B, C D | body | 0 | 1 | 1 |

            """
        ),
        (
            .jsonl,
            """
            {"name":"Ada \\"A\\" Poe","kind":"person","quotes":3,"mentions":10,"articles":2}
            {"name":"A|B,\\tC\\nD","kind":"body","quotes":0,"mentions":1,"articles":1}

            """
        ),
        (
            .json,
            """
            [
            {"name":"Ada \\"A\\" Poe","kind":"person","quotes":3,"mentions":10,"articles":2},
            {"name":"A|B,\\tC\\nD","kind":"body","quotes":0,"mentions":1,"articles":1}
            ]

            """
        ),
    ])
    func writesRows(format: TableFormat, expected: String) {
        #expect(table(Self.people, format) == expected)
    }

    @Test func anEmptyTableIsWellFormed() {
        #expect(table([PersonSummary](), .json) == "[]\n")
        #expect(table([PersonSummary](), .tsv).isEmpty)
        #expect(table([PersonSummary](), .csv) == "name,kind,quotes,mentions,articles\r\n")
    }

    @Test(arguments: TableFormat.allCases) func nothingActsOnATerminal(format: TableFormat) {
        let row = PersonSummary(
            name: "\u{1B}]0;x\u{7}\u{9B}1m\u{202E}\u{200B}\u{7F}", kind: .person, quotations: 0, mentions: 0, articles: 0)
        let table = table([row], format, isForTerminal: true)
        #expect(!table.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r" })
        #expect(
            !table.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) || $0.value == 0x202E || $0.value == 0x200B })
    }

    @Test func everyRowHasItsColumns() {
        let article = ArticleSummary(key: .init(rawValue: 1), title: "T", id: "i", speakers: ["A", "B"], isRead: true)
        #expect(table([article], .tsv) == "i\tT\t\t\t0\t0\tA; B\tyes\tno\n")
        let quotation = QuotationSummary(
            article: .init(rawValue: 1), ordinal: 0, text: "“Q”", speaker: nil, form: .direct, act: .speech,
            speakerConfidence: Probability(thousandths: 70), title: "T", id: "i")
        #expect(table([quotation], .tsv) == "\t“Q”\tdirect\tspeech\t0.070\t\t\tT\ti\n")
        #expect(
            table([quotation], .jsonl)
                == "{\"speaker\":null,\"text\":\"“Q”\",\"type\":\"direct\",\"act\":\"speech\",\"speaker_confidence\":0.070,"
                + "\"date\":null,\"source\":null,\"title\":\"T\",\"id\":\"i\"}\n")
    }
}
