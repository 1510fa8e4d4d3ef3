import DocumentModel
import TestSupport
import Testing

/// Both halves of the gold articles must hold whatever the annotator is asked for: what one lacks, nobody would measure.
@Suite("The gold articles cover what the annotator is asked for", .serialized)
struct GoldCoverageTests {
    static let halves: [GoldSet] = [.develop, .report]

    @Test("As many articles in both halves, none of them twice")
    func parity() throws {
        let develop = try GoldSet.develop.names()
        let report = try GoldSet.report.names()
        #expect(develop.count == report.count)
        #expect(develop.count + report.count >= 60)
        #expect(Set(develop + report).count == develop.count + report.count)
    }

    @Test("Every kind of name, form and act, in text and titles", arguments: halves)
    func kinds(_ set: GoldSet) throws {
        let articles = try set.articles()
        let quotations = articles.flatMap(\.quotations)
        #expect(Set(articles.flatMap(\.entities).map(\.kind)) == Set(EntityKind.allCases))
        #expect(Set(quotations.map(\.quotation.form)) == Set(Quotation.Form.allCases))
        #expect(Set(quotations.map(\.quotation.act)) == Set(Quotation.Act.allCases))
        #expect(Set(quotations.map(\.quotation.part)) == Set(TextPart.allCases))
        #expect(articles.flatMap(\.actors).contains { $0.kind == .body })
        #expect(articles.flatMap(\.actors).contains { $0.kind == .person && $0.spellings.count > 3 })
    }

    @Test("Languages with all scripts that are told apart", arguments: halves)
    func languages(_ set: GoldSet) throws {
        let languages = Set(try set.articles().map(\.language))
        #expect(languages.count >= 8)
        #expect(!languages.isDisjoint(with: ["ru", "uk"]))
        #expect(!languages.isDisjoint(with: ["zh", "ja", "ko"]))
    }

    @Test("Quotation marks of every style open a quotation", arguments: halves)
    func marks(_ set: GoldSet) throws {
        let articles = try set.articles()
        let openings = Set(
            articles.flatMap { article in
                article.quotations.filter { $0.quotation.part == .text }.compactMap { expected in
                    expected.quotation.spans.first.flatMap { article.file.text(in: $0).first }
                }
            })
        for mark in "\"“‘'«„" { #expect(openings.contains(mark), "\(mark)") }
    }

    @Test("Turns over several paragraphs, interrupted, without a cue, with a mark that is missing", arguments: halves)
    func turns(_ set: GoldSet) throws {
        let articles = try set.articles()
        func words(_ article: GoldArticle) -> [String] {
            article.quotations.filter { $0.quotation.part == .text && $0.quotation.form == .direct }
                .flatMap { $0.quotation.spans.map { String(article.file.text(in: $0)) } }
        }
        let all = articles.flatMap(words)
        #expect(all.contains { $0.contains("\n\n“") })
        #expect(all.contains { $0.hasPrefix("\"") && !$0.hasSuffix("\"") })
        #expect(all.contains { $0.hasPrefix("“") && $0.dropFirst().contains("‘") })
        #expect(articles.contains { $0.quotations.contains { $0.quotation.spans.count > 1 } })
        #expect(articles.contains { $0.file.contains("\nQ: ") && $0.file.contains("\nA: ") })
        #expect(articles.contains { $0.file.contains(":** ") })
        #expect(articles.contains { $0.file.contains("[") && $0.file.contains("]") })
    }
}
