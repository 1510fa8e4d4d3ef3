import Annotator
import ArticleImport
import DocumentModel
import Foundation
import TestSupport
import Testing

/// Who speaks in articles of `../shared/corpora`, by hand, in the part that is only counted. The bounds are below what is
/// reached: the part is small.
@Suite("Speakers by hand", .enabled(if: Corpus.folder != nil, "../shared/corpora is not there"))
struct SpeakerGoldTests {
    @Test("The name is right", arguments: [(pronouns: true, least: 75.0), (pronouns: false, least: 85.0)])
    func names(pronouns: Bool, least: Double) throws {
        let gold = try SpeakerGold.table().filter { $0.isPronoun == pronouns && $0.part == .report }
        let articles = try Corpus.articles(Set(gold.map(\.article)))
        var answers = Answers()
        for (id, examples) in Dictionary(grouping: gold, by: \.article).sorted(by: { $0.key < $1.key }) {
            let article = try #require(articles[id])
            let annotation = Annotator().annotation(of: article)
            let scalars = article.text.unicodeScalars
            for example in examples {
                let start = scalars.index(scalars.startIndex, offsetBy: example.place.lowerBound)
                let end = scalars.index(start, offsetBy: example.place.count)
                let utf8 = article.text.utf8
                let place = utf8.distance(from: utf8.startIndex, to: start)..<utf8.distance(from: utf8.startIndex, to: end)
                let quotation = annotation.quotations.first { $0.speaker?.ranges.contains { $0.overlaps(place) } ?? false }
                if let quotation { answers.add(example.isRight(annotation.speaker(of: quotation)?.name)) }
            }
        }
        let interval = answers.interval
        print(
            "\(pronouns ? "he/she" : "others") → name: \(answers.percent) of \(answers.count), \(interval.lowerBound) to \(interval.upperBound)"
        )
        #expect(answers.percent >= least)
    }
}

/// The annotated news beside the package, where it is there.
enum Corpus {
    static let folder: URL? = {
        var at = URL(filePath: #filePath)
        while at.path != "/" {
            at.deleteLastPathComponent()
            let folder = at.appending(path: "shared/corpora")
            if FileManager.default.fileExists(atPath: folder.path) { return folder }
        }
        return nil
    }()

    /// The articles with these ids of the quotations' training part.
    static func articles(_ ids: Set<String>) throws -> [String: Article] {
        guard let folder else { return [:] }
        var found: [String: Article] = [:]
        for case .success(var file) in FileWalk([SourcePath(folder.appending(path: "quotations/polnear_train.jsonl").path)])
        {
            file.format = .lines
            ArticleReader(missingID: .isAProblem).records(in: file) { record in
                if case .success(let record) = record, ids.contains(record.article.id) {
                    found[record.article.id] = record.article
                }
                return true
            }
        }
        return found
    }
}
