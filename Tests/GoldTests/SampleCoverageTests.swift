import DocumentModel
import TestSupport
import Testing

/// `pullquote --samples` is the first thing a newcomer sees: whatever the program can show must be there to be seen.
@Suite("The samples show every ability")
struct SampleCoverageTests {
    private let articles: [GoldArticle]

    init() throws { articles = try GoldSet.samples.articles() }

    private var quotations: [GoldArticle.ExpectedQuotation] { articles.flatMap(\.quotations) }

    @Test("Every kind of name")
    func kinds() {
        #expect(Set(articles.flatMap(\.entities).map(\.kind)) == Set(EntityKind.allCases))
    }

    @Test("Every form and act, in the text and in titles")
    func forms() {
        #expect(Set(quotations.map(\.quotation.form)) == Set(Quotation.Form.allCases))
        #expect(Set(quotations.map(\.quotation.act)) == Set(Quotation.Act.allCases))
        #expect(Set(quotations.map(\.quotation.part)) == Set(TextPart.allCases))
    }

    @Test("Turns that are interrupted, run over paragraphs, or go on in new marks; speakers whom nobody names")
    func turns() {
        #expect(quotations.contains { $0.quotation.spans.count > 1 })
        #expect(
            articles.contains { article in
                article.quotations.contains { $0.quotation.spans.contains { article.file.text(in: $0).contains("\n\n") } }
            })
        #expect(quotations.contains { $0.quotation.cue.isEmpty && $0.speakerName != nil })
        #expect(quotations.contains { $0.quotation.speaker != nil && $0.speakerName == nil })
    }

    @Test("Quotations in quotations, and bracketed words")
    func nesting() {
        let words = articles.flatMap { article in
            article.quotations.flatMap { $0.quotation.spans.map { String(article.file.text(in: $0)) } }
        }
        #expect(words.contains { $0.first == "“" && $0.contains("‘") })
        #expect(words.contains { $0.first == "\"" && $0.dropFirst().dropLast().contains("\"") })
        #expect(words.contains { $0.contains("[") })
    }

    @Test("One event in several outlets, with a speaker under several spellings")
    func outlets() {
        func outlets(_ event: String) -> Int { articles.count { $0.name.hasPrefix(event) } }
        #expect(outlets("harbour-strike-") == 3)
        #expect(outlets("sarun-talks-") == 4)
        #expect(outlets("ferry-rescue-") == 2)
        let spellings = Set(quotations.compactMap(\.speakerName).filter { $0.contains("arbuzenk") })
        #expect(spellings.count > 3)
    }

    @Test("Names in other scripts, decomposed letters, emoji")
    func scripts() {
        let scalars = articles.flatMap { $0.file.unicodeScalars }
        func has(_ range: ClosedRange<UInt32>) -> Bool { scalars.contains { range.contains($0.value) } }
        #expect(has(0x5D0...0x5EA), "Hebrew")
        #expect(has(0x620...0x64A), "Arabic")
        #expect(has(0x4E00...0x9FFF), "Chinese")
        #expect(has(0xAC00...0xD7A3), "Korean")
        #expect(has(0x300...0x36F), "combining marks")
        #expect(has(0x1F300...0x1FAFF) && has(0x200D...0x200D), "emoji, joined ones too")
    }
}
