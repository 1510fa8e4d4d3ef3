import Annotator
import DocumentModel
import TestSupport
import Testing

/// A short text with its quotations marked: see ``GoldArticle`` for the marks.
struct GoldCase: Sendable, CustomTestStringConvertible {
    var name: String
    var marked: String

    init(_ name: String, _ marked: String) {
        self.name = name
        self.marked = marked
    }

    var testDescription: String { name }

    /// Annotates the text and holds every quotation against the marks: words, form, act and speaker; cue and the words for
    /// the speaker where they are marked.
    func check(_ location: SourceLocation = #_sourceLocation) throws {
        let gold = try GoldArticle(name: name, contents: marked)
        let article = Article(id: name, text: gold.file)
        let annotation = Annotator().annotation(of: article)
        let want = gold.quotations.map { expected in
            Self.line(expected.quotation, expected.speakerName, gold.file, cue: true, speaker: true)
        }
        let have = annotation.quotations.enumerated().map { index, quotation in
            let marks = index < gold.quotations.count ? gold.quotations[index].quotation : quotation
            return Self.line(
                quotation, annotation.speaker(of: quotation)?.name, gold.file, cue: !marks.cue.isEmpty,
                speaker: marks.speaker != nil)
        }
        #expect(have == want, sourceLocation: location)
    }

    private static func line(_ quotation: Quotation, _ name: String?, _ text: String, cue: Bool, speaker: Bool) -> String {
        func words(_ ranges: [TextRange]) -> String {
            ranges.map { BlockText(text, $0).joined }.joined(separator: " … ")
        }
        var line = "\(quotation.form) \(quotation.act) \(name ?? "-"): \(words(quotation.spans))"
        if cue, !quotation.cue.isEmpty { line += " [\(words(quotation.cue))]" }
        if speaker, let mention = quotation.speaker { line += " <\(words(mention.ranges))>" }
        return line
    }
}
