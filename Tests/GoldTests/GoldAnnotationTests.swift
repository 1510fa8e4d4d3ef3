import Annotator
import ArticleImport
import DocumentModel
import Foundation
import TestSupport
import Testing

/// The annotator on the gold articles of all kinds of news. The folder `develop` is a ratchet, a point under what is
/// reached, and tells every difference when a bound is missed (or PULLQUOTE_DIFFERENCES is set in the environment); whoever
/// makes the annotator better raises the bounds. Of the
/// folder `report` only figures are shown, and the bounds are loose: nobody tunes to it.
@Suite("The annotator on the gold articles")
struct GoldAnnotationTests {
    private static func table(_ set: GoldSet) throws -> ScoreTable {
        let annotator = Annotator()
        return try ScoreTable(of: set) { name, file in
            try ArticleReader.article(of: Array(file.utf8), named: name)
        } annotating: {
            annotator.annotation(of: $0)
        }
    }

    /// A figure that may not fall below a bound, in percent.
    private struct Bound {
        var name: String
        var least: Double
        var figure: Double

        init(_ name: String, least: Double, _ figure: Double) {
            (self.name, self.least, self.figure) = (name, least, figure)
        }
    }

    private static func hold(_ bounds: [Bound], _ differences: Comment? = nil) {
        for bound in bounds where bound.figure < bound.least {
            Issue.record("\(bound.name): \(bound.figure), at least \(bound.least)\n\(differences?.rawValue ?? "")")
        }
    }

    @Test("Articles to develop on")
    func develop() throws {
        let table = try Self.table(.develop)
        print(table.text + "\n\n" + table.summary(draws: 0))
        let english = table.englishRows.total
        let others = table.otherRows.total
        let differences = table.total.differences.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["PULLQUOTE_DIFFERENCES"] != nil { print(differences) }
        Self.hold(
            [
                Bound("quoted extent exact", least: 91.4, english.quotations.quotedExact.recall),
                Bound("quoted precision", least: 91.4, english.quotations.quotedExact.precision),
                Bound("speaker by name", least: 82.6, english.quotations.speakerName.recall),
                Bound("indirect found", least: 84.6, english.quotations.indirectFound.recall),
                Bound("listed words uttered", least: 96.3, english.quotations.listedWords.precision),
                Bound("spellings together", least: 86, english.actors.recall),
                Bound("blocks", least: 97.4, english.blocks.f1),
                Bound("names", least: 82.4, english.entities.tally().f1),
                Bound("persons", least: 92.3, english.entities.tally(.person).f1),
                Bound("language", least: 100, table.total.language.recall),
                Bound("other languages: quoted", least: 100, others.quotations.quotedExact.recall),
                Bound("other languages: quoted precision", least: 99, others.quotations.quotedExact.precision),
                Bound("other languages: names", least: 75.7, others.entities.tally().f1),
            ], Comment(rawValue: differences))
    }

    @Test("News of which only quotations are annotated")
    func news() throws {
        let table = try Self.table(.news)
        let score = table.total.quotations
        let differences = score.differences.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["PULLQUOTE_DIFFERENCES"] != nil { print(differences) }
        Self.hold(
            [
                Bound("quoted extent exact", least: 93, score.quotedExact.recall),
                Bound("quoted precision", least: 93, score.quotedExact.precision),
                Bound("speaker by name", least: 87, score.speakerName.recall),
                Bound("indirect found", least: 89, score.indirectFound.recall),
                Bound("listed words uttered", least: 95, score.listedWords.precision),
            ], Comment(rawValue: differences))
    }

    @Test("Articles to report on")
    func report() throws {
        let table = try Self.table(.report)
        print(table.summary(draws: 0))
        let english = table.englishRows.total
        Self.hold([
            Bound("quoted extent exact", least: 75, english.quotations.quotedExact.recall),
            Bound("speaker by name", least: 65, english.quotations.speakerName.recall),
            Bound("indirect found", least: 75, english.quotations.indirectFound.recall),
            Bound("listed words uttered", least: 93, english.quotations.listedWords.precision),
            Bound("names", least: 75, english.entities.tally().f1),
            Bound("language", least: 95, table.total.language.recall),
        ])
    }
}
