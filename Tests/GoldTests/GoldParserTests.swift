import DocumentModel
import TestSupport
import Testing

@Suite("Gold files")
struct GoldParserTests {
    private let file = """
        ---
        title: "⟦S1⟧Danko⟦/S1⟧⟦C1⟧:⟦/C1⟧ ⟦Q1⟧Not a drop⟦/Q1⟧"
        date: 2025-11-02
        ---

        ⟦Q2⟧“Nicht,”⟦/Q2⟧ ⟦S2,3⟧⟦PERSON⟧Yuliia Dańko⟦/PERSON⟧⟦/S2,3⟧ ⟦C2⟧said⟦/C2⟧. ⟦Q2⟧“Ever.”⟦/Q2⟧

        ⟦Q3⟧“Not in ⟦LOC⟧Mirna⟦/LOC⟧.”⟦/Q3⟧
        ====
        Q1 indirect speech Yuliia Dańko in=title
        Q2 direct speech Yuliia Dańko
        Q3 direct thought -

        """

    @Test("Tags come out, and their places stay")
    func tagsBecomeRanges() throws {
        let gold = try GoldArticle(name: "x.md", contents: file)
        #expect(gold.title == "Danko: Not a drop")
        #expect(
            gold.file.hasPrefix("---\ntitle: \"Danko: Not a drop\"\ndate: 2025-11-02\n---\n\n“Nicht,” Yuliia Dańko said."))
        #expect(gold.file.hasSuffix("“Not in Mirna.”\n"))
        #expect(gold.entities.map { String(gold.file.text(in: $0.range)) } == ["Yuliia Dańko", "Mirna"])
        #expect(gold.entities.map(\.kind) == [.person, .location])

        let words = gold.quotations.map { expected in
            expected.quotation.spans.map {
                String((expected.quotation.part == .title ? gold.title ?? "" : gold.file).text(in: $0))
            }
        }
        #expect(words == [["Not a drop"], ["“Nicht,”", "“Ever.”"], ["“Not in Mirna.”"]])
        #expect(gold.quotations.map(\.speakerName) == ["Yuliia Dańko", "Yuliia Dańko", nil])
        #expect(gold.quotations.map(\.quotation.form) == [.indirect, .direct, .direct])
        #expect(gold.quotations.map(\.quotation.act) == [.speech, .speech, .thought])
        #expect(gold.quotations[0].quotation.cue == [5..<6])
        #expect(gold.quotations[2].quotation.speaker?.ranges == gold.quotations[1].quotation.speaker?.ranges)
    }

    @Test("Ranges follow the text when the front matter is not part of it")
    func rangesMove() throws {
        let gold = try GoldArticle(name: "x.md", contents: file)
        let body = String(gold.file.utf8.dropFirst(gold.bodyStart)) ?? ""
        let moved = try #require(gold.ranges(in: body))
        #expect(moved.entities.map { String(body.text(in: $0.range)) } == ["Yuliia Dańko", "Mirna"])
        #expect(moved.quotations[1].quotation.spans.map { String(body.text(in: $0)) } == ["“Nicht,”", "“Ever.”"])
        #expect(moved.quotations[0] == gold.quotations[0], "a title's ranges count in the title")
        #expect(gold.ranges(in: gold.file) == gold)
        #expect(gold.ranges(in: "another text") == nil)
    }

    @Test(
        "A mistake is told with its line",
        arguments: [
            ("a\n", 2, "no line ==== before the table of quotations"),
            ("a\n⟦Q1⟧b\n====\nQ1 direct speech -\n", 2, "a tag is not closed"),
            ("a ⟦Q1⟧b⟦/C1⟧\n====\n", 1, "⟦/C1⟧ does not close the tag before it"),
            ("⟦PLACE⟧b⟦/PLACE⟧\n====\n", 1, "no such tag: ⟦PLACE⟧"),
            ("⟦Q1\n====\n", 1, "a tag without ⟧"),
            ("x\n⟦Q1⟧b⟦/Q1⟧\n====\n", 2, "the table has no line Q1"),
            ("⟦Q1⟧b⟦/Q1⟧\n====\nQ2 direct speech -\n", 3, "the text has no ⟦Q2⟧"),
            ("⟦Q1⟧b⟦/Q1⟧\n====\nQ1 direkt speech -\n", 3, "no such form: direkt"),
            ("⟦Q1⟧b⟦/Q1⟧\n====\nQ1 direct song -\n", 3, "no such act: song"),
            ("⟦Q1⟧b⟦/Q1⟧\n====\nQ1 direct speech\n", 3, "expected: Q1 direct speech Full Name, or - for nobody"),
            ("⟦Q1⟧b⟦/Q1⟧\n====\nQ1 direct speech -\nQ1 direct speech -\n", 4, "Q1 is here twice"),
            ("⟦Q1⟧b⟦/Q1⟧\n====\nQ1 direct speech - in=title\n", 3, "Q1 does not lie in the front matter's title"),
        ])
    func mistakes(_ contents: String, _ line: Int, _ reason: String) {
        #expect(throws: GoldError(file: "x.txt", line: line, reason: reason)) {
            try GoldArticle(name: "x.txt", contents: contents)
        }
    }
}
