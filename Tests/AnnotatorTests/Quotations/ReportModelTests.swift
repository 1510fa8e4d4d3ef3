@testable import Annotator
import DocumentModel
import EnglishModel
import Testing

@Suite("The model of quotations")
struct ReportModelTests {
    @Test("The binary's model is whole, and no larger than it may be")
    func embedded() {
        let file = EnglishQuotationModel.bytes
        #expect(ReportModel(file) != nil)
        #expect(file.count <= 6 << 20)
        #expect(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: 16, as: UInt32.self)) == NameModel.checksum(file))
    }

    @Test("What is no model is refused", arguments: [0, 1, 31, 32, 4_000])
    func refused(count: Int) {
        [UInt64](repeating: 0x50, count: count).withUnsafeBytes { bytes in
            #expect(ReportModel(UnsafeRawBufferPointer(rebasing: bytes.prefix(count))) == nil)
        }
        #expect(ReportModel(UnsafeRawBufferPointer(rebasing: EnglishQuotationModel.bytes.prefix(count))) == nil)
    }

    /// Cues that no rule knows, or that rules leave alone.
    @Test(arguments: [
        (
            "Mayor Orla Quist criticized the minister for years, and on Monday her criticism of the harbour plan was heard.",
            "the harbour plan"
        ),
        (
            "Orla Quist has threatened not to sign the treaty unless the harbour is dredged.",
            "not to sign the treaty unless the harbour is dredged"
        ),
    ])
    func learned(text: String, content: String) {
        let found = Annotator().annotation(of: Article(id: "x", text: text)).quotations.map { quotation in
            quotation.spans.map { String(text.text(in: $0)) }.joined(separator: " … ")
        }
        #expect(found.contains { $0.contains(content) }, "\(found)")
    }

    @Test("A quotation that only reads like one is less sure than one with marks and a cue, and says why")
    func confidence() throws {
        let text = """
            “The harbour will be dredged by spring,” Mayor Orla Quist said on Monday.

            Quist has threatened not to sign the treaty unless the harbour is dredged.
            """
        let quotations = Annotator().annotation(of: Article(id: "x", text: text)).quotations
        let sure = try #require(quotations.first { $0.form == .direct })
        let unsure = try #require(quotations.first { $0.form == .indirect })
        #expect(sure.confidence > unsure.confidence)
        #expect(sure.reasons.first == "cue:said")
        #expect(unsure.reasons.first == "cue:threatened")
    }

    @Test("Without a model the rules have their way")
    func rulesAlone() {
        let text = "“The harbour will be dredged by spring,” Mayor Orla Quist said on Monday."
        let quotations = Annotator(reports: nil).annotation(of: Article(id: "x", text: text)).quotations
        #expect(quotations.map(\.form) == [.direct])
        #expect(quotations.first?.confidence == Probability(thousandths: 980))
    }
}

@Suite("Labels of a sentence seen from a cue")
struct ReportLabelTests {
    @Test("Every label can be reached, and what goes on does not end")
    func shape() {
        let reached = Set((0..<UInt8(ReportLabel.count)).flatMap(ReportLabel.followers) + ReportLabel.beginnings)
        #expect(reached == Set(0..<UInt8(ReportLabel.count)))
        #expect(!ReportLabel.ends.contains(ReportLabel.first) && !ReportLabel.ends.contains(ReportLabel.inner))
        #expect(ReportLabel.followers(of: ReportLabel.none) == [ReportLabel.none])
    }
}
