import DocumentModel
import TestSupport
import Testing

/// What can be checked by machine in an annotation by hand: a slip here would make a right annotator look wrong.
@Suite("The gold annotation keeps the rules of a quotation")
struct GoldRulesTests {
    static let names = EmbeddedSample.all.map(\.name)

    @Test("Quotations do not overlap, nor do names; cue and speaker lie outside the words", arguments: names)
    func nothingOverlaps(_ name: String) throws {
        let gold = try GoldFolder.article(name)
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

    @Test("Direct quotations stand between marks, mixed ones hold marks, indirect ones have none", arguments: names)
    func formAgreesWithMarks(_ name: String) throws {
        let gold = try GoldFolder.article(name)
        for expected in gold.quotations {
            let quotation = expected.quotation
            let string = quotation.part == .title ? gold.title ?? "" : gold.file
            let spans = quotation.spans.map { String(string.text(in: $0)) }
            let opening = "\"“‘"
            let closing = "\"”’"
            let isDirect = spans.allSatisfy { span in
                span.first.map(opening.contains) == true && span.last.map(closing.contains) == true
            }
            let holdsMarks = spans.contains { span in
                span.contains("\"") || span.contains("“") || span.contains("‘")
            }
            let form: Quotation.Form = isDirect ? .direct : holdsMarks ? .mixed : .indirect
            #expect(quotation.form == form, "\(expected.label) \(spans)")
        }
    }

    @Test("No span or name begins or ends in white space", arguments: names)
    func endsAreTight(_ name: String) throws {
        let gold = try GoldFolder.article(name)
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

    @Test("A speaker's name is a name of the article, in letters as they stand there", arguments: names)
    func speakersAreNamed(_ name: String) throws {
        let gold = try GoldFolder.article(name)
        let named = gold.entities.map { String(gold.file.text(in: $0.range)) }
        for expected in gold.quotations {
            guard let speaker = expected.speakerName else { continue }
            #expect(named.contains(speaker), "\(expected.label) \(speaker)")
        }
    }

    @Test("Every quotation of the text has a cue or goes on with the turn before", arguments: names)
    func turnsGoOn(_ name: String) throws {
        let quotations = try GoldFolder.article(name).quotations
        for (index, expected) in quotations.enumerated()
        where expected.quotation.part == .text && expected.quotation.cue.isEmpty {
            let before = try #require(index > 0 ? quotations[index - 1] : nil, "\(expected.label)")
            #expect(before.speakerName == expected.speakerName, "\(expected.label)")
        }
    }
}
