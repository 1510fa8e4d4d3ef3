import DocumentModel
import Query
import TestSupport
import Testing

@testable import ArticleLibrary

/// In which quotations a name stands.
@Suite struct QuotationOrdinalsTests {
    private func decoded(_ bytes: [UInt8]) -> [Int] {
        var ordinals: [Int] = []
        bytes.withUnsafeBytes { QuotationOrdinals.forEach(in: $0) { ordinals.append($0) } }
        return ordinals
    }

    @Test(arguments: [[0], [0, 1, 2], [127], [128, 129], [5, 300, 4_095], [4_095], Array(0..<4_096)])
    func theyComeBack(_ ordinals: [Int]) {
        #expect(decoded(QuotationOrdinals.encoded(ordinals) ?? []) == ordinals)
    }

    @Test func ofNoneNothingIsKept() { #expect(QuotationOrdinals.encoded([]) == nil) }

    /// Whatever bytes there are, what they give are places of quotations.
    @Test func anyBytesAreSafe() {
        var random = SplitMix(seed: 6)
        for _ in 0..<2_000 {
            let bytes = (0..<random.next() % 8).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let ordinals = decoded(bytes)
            #expect(ordinals.count <= bytes.count && ordinals.allSatisfy { (0..<Schema.ordinals).contains($0) })
        }
    }
}

@Suite struct CodingTests {
    private static let full: AnnotatedArticle = {
        var article = Small.article(
            "ïd\u{0}", "[Ada Quill] said {Ada Quill|we go} and {|who?} to [@Paris] 👩‍👩‍👧", title: "Ä title", date: "2024",
            source: "S", author: "A",
            tags: ["x", "y z"])
        article.article.details.url = "http://example.org/"
        article.annotation.quotations.insert(
            Quotation(
                in: .title, spans: [0..<2, 3..<8], form: .mixed, act: .thought, cue: [2..<3],
                speaker: Mention(.pronoun, [0..<1, 4..<5], actor: nil), confidence: Probability(thousandths: 7),
                speakerConfidence: Probability(thousandths: 999), reasons: ["cue:said", ""]), at: 0)
        return article
    }()

    @Test(arguments: [
        full, AnnotatedArticle(Article(id: "", text: ""), Annotation()),
        AnnotatedArticle(Article(id: "a", text: "words", headline: .inText(0..<5)), Annotation(language: "de")),
    ])
    func whatIsWrittenIsRead(_ article: AnnotatedArticle) throws {
        let bytes = ArticleRecord.encode(article)
        #expect(try ArticleRecord.decode(bytes, text: article.article.text) == article)
    }

    @Test func damagedBytesAreAnErrorOrAnArticleWhoseRangesHold() {
        let bytes = ArticleRecord.encode(Self.full)
        let text = Self.full.article.text
        var random = SplitMix(seed: 11)
        var refused = 0
        for round in 0..<20_000 {
            var damaged = bytes
            if round % 3 == 0 { damaged.removeLast(Int(random.next() % UInt64(bytes.count))) }
            for _ in 0...Int(random.next() % 4) where !damaged.isEmpty {
                damaged[Int(random.next() % UInt64(damaged.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            do {
                let article = try ArticleRecord.decode(damaged, text: text)
                for entity in article.annotation.entities { #expect(entity.range.upperBound <= text.utf8.count) }
                for quotation in article.annotation.quotations { _ = article.text(of: quotation) }
            } catch {
                refused += 1
            }
        }
        #expect(refused > 5_000)
        for length in 0..<200 {
            let noise = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            _ = try? ArticleRecord.decode([1] + noise, text: text)
        }
    }

    @Test(arguments: [Int.min, -1, 0, 1, 63, 64, 127, 128, 1 << 40, Int.max])
    func integers(_ value: Int) throws {
        var writer = ByteWriter()
        writer.write(value)
        writer.writeSigned(value)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.int() == value)
        #expect(try reader.signedInt() == value)
        #expect(reader.isAtEnd)
    }

    @Test(arguments: [
        ("2024-08-18", 19_953, 0), ("2024-08-18T09:30:00Z", 19_953, 34_200), ("2024-08-18T09:30:00+02:00", 19_953, 27_000),
        ("2024-08-18 23:30 -0500", 19_953, 84_600 + 18_000), ("2024-08-18T09:30:00.25+00:00", 19_953, 34_200),
        ("20240818", 19_953, 0),
        ("2024-08", 19_936, 0), ("2024", 19_723, 0), ("2024/08/18", 19_953, 0),
        ("Sun, 18 Aug 2024 09:30:00 +0200", 19_953, 27_000),
        ("18 August 2024", 19_953, 0), ("August 18, 2024", 19_953, 0), ("Aug. 18th 2024, 09:30", 19_953, 34_200),
    ])
    func datesAsSourcesWriteThem(_ text: String, _ day: Int, _ seconds: Int) throws {
        let date = try #require(PublicationDate(parsing: text))
        #expect(date.day.rawValue == day)
        #expect(date.instant == Int64(day * 86_400 + seconds))
    }

    @Test(arguments: [
        "", "soon", "2024-02-30", "99 May 2024", "May 2024", "12:30", "٢٠٢٤-٠٨-١٨", "-", "999999999999999999999",
    ])
    func whatIsNoDate(_ text: String) {
        #expect(PublicationDate(parsing: text) == nil)
    }
}
