import DocumentModel
import TestSupport
import Testing

/// What can be checked by machine in an annotation by hand: a slip here would make a right annotator look wrong.
@Suite("The gold annotation keeps the rules of a quotation")
struct GoldRulesTests {
    /// A gold article, called by its folder and name.
    struct Gold: Sendable, CustomTestStringConvertible {
        var set: GoldSet
        var name: String
        var testDescription: String { "\(set.rawValue)/\(name)" }
        func article() throws -> GoldArticle { try set.article(name) }
    }

    static let articles: [Gold] = GoldSet.allCases.flatMap { set in
        ((try? set.names()) ?? []).map { Gold(set: set, name: $0) }
    }

    @Test("Quotations do not overlap, nor do names; cue and speaker lie outside the words", arguments: articles)
    func nothingOverlaps(_ gold: Gold) throws {
        let gold = try gold.article()
        for part in TextPart.allCases {
            let quotations = gold.quotations.filter { $0.quotation.part == part }
            let spans = quotations.flatMap(\.quotation.spans).sorted { $0.lowerBound < $1.lowerBound }
            #expect(zip(spans, spans.dropFirst()).allSatisfy { !$0.overlaps($1) })
            for expected in quotations {
                let around = expected.quotation.cue + (expected.quotation.speaker?.ranges ?? [])
                #expect(!around.contains { outer in spans.contains { $0.overlaps(outer) } }, "\(expected.label)")
            }
        }
        #expect(zip(gold.entities, gold.entities.dropFirst()).allSatisfy { !$0.range.overlaps($1.range) })
    }

    @Test("Direct quotations stand between marks, mixed ones hold marks, indirect ones have none", arguments: articles)
    func formAgreesWithMarks(_ gold: Gold) throws {
        let gold = try gold.article()
        for expected in gold.quotations {
            let quotation = expected.quotation
            let string = quotation.part == .title ? gold.title ?? "" : gold.file
            let spans = quotation.spans.map { String(string.text(in: $0)) }
            let opening = "\"“‘«„»「'"
            let closing = "\"”’»“«」'"
            // A closing mark may be forgotten.
            let isDirect = spans.allSatisfy { span in
                span.first.map(opening.contains) == true
                    && (span.last.map(closing.contains) == true || !span.dropFirst().contains { "\"”»“«」".contains($0) })
            }
            let holdsMarks = spans.contains { span in
                span.contains { "\"“‘«„「".contains($0) } || span.contains(" '")
            }
            let form: Quotation.Form = isDirect ? .direct : holdsMarks ? .mixed : .indirect
            #expect(quotation.form == form, "\(expected.label) \(spans)")
        }
    }

    @Test("No span or name begins or ends in white space", arguments: articles)
    func endsAreTight(_ gold: Gold) throws {
        let gold = try gold.article()
        for expected in gold.quotations {
            let quotation = expected.quotation
            let string = quotation.part == .title ? gold.title ?? "" : gold.file
            for range in quotation.spans + quotation.cue + (quotation.speaker?.ranges ?? []) {
                let words = string.text(in: range)
                #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false, "\(expected.label)")
            }
        }
        for entity in gold.entities {
            let words = gold.file.text(in: entity.range)
            #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false, "\(words)")
        }
    }

    @Test("A speaker's name is a name of the article, in letters as they stand there", arguments: articles)
    func speakersAreNamed(_ gold: Gold) throws {
        let gold = try gold.article()
        let named = gold.entities.map { String(gold.file.text(in: $0.range)) }
        for expected in gold.quotations {
            guard let speaker = expected.speakerName else { continue }
            #expect(named.contains(speaker), "\(expected.label) \(speaker)")
        }
    }

    @Test(
        "Every quotation of the text has a cue, goes on with the turn before, or is a turn on a line of its own",
        arguments: articles)
    func turnsGoOn(_ gold: Gold) throws {
        let article = try gold.article()
        let quotations = article.language == "en" ? article.quotations : []
        for (index, expected) in quotations.enumerated()
        where expected.quotation.part == .text && expected.quotation.cue.isEmpty {
            let before = index > 0 ? quotations[index - 1] : nil
            let start = try #require(expected.quotation.spans.first?.lowerBound)
            // Marks of emphasis may open the line.
            let mark = article.file.utf8.prefix(start).last { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") }
            let opensLine = mark == nil || mark == UInt8(ascii: "\n")
            #expect(before != nil && before?.speakerName == expected.speakerName || opensLine, "\(expected.label)")
        }
    }
}
