import Annotator
import ArticleImport
import DocumentModel
import Foundation
import TestSupport

/// Learns the model from annotated corpora, and measures what the annotator does with it.
@main enum Trainer {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("Trainer: \(error)\n".utf8))
            exit(error is TrainerError ? 2 : 1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        if arguments.first == "gold" { return try printDifferences(arguments.dropFirst()) }
        guard arguments.count >= 3 || arguments.count == 2 && arguments[0] == "mistakes" else { throw TrainerError.usage }
        let corpora = Corpora(folder: URL(fileURLWithPath: arguments[1]))
        let file = URL(fileURLWithPath: arguments[arguments.count > 2 ? 2 : 1])
        switch arguments[0] {
        case "model":
            let training = NameTraining(clusters: try clusters(corpora))
            let model = training.model(of: try corpora.entities("train").documents)
            try Data(model).write(to: file)
            print("\(file.lastPathComponent): \(model.count) bytes")
        case "quotations":
            let training = QuotationTraining()
            let model = training.model(of: try QuotationSequences.learned(corpora))
            try Data(model).write(to: file)
            print("\(file.lastPathComponent): \(model.count) bytes")
        case "evaluate":
            var evaluation = Evaluation()
            try evaluation.measure(corpora)
            if let at = arguments.firstIndex(of: "--folds"), at + 1 < arguments.count, let parts = Int(arguments[at + 1]) {
                let scores = NameTraining(clusters: try clusters(corpora))
                    .crossValidation(of: try corpora.entities("train").documents, parts: parts)
                evaluation.add("Worldwide train, \(parts)-fold, tagger alone", scores.tagger.figures)
                evaluation.add("Worldwide train, \(parts)-fold", scores.all.figures)
                var training = QuotationTraining()
                training.folds = parts
                let held = training.crossValidation(of: try QuotationSequences.learned(corpora))
                evaluation.add("PolNeAR train, \(parts)-fold, speech", held.corpus.figures)
                evaluation.addOwn("Own gold to learn from, \(parts)-fold", held.own)
            }
            let earlier = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            print(evaluation.text(against: earlier), terminator: "")
            if arguments.contains("--write") { try Data(evaluation.file.utf8).write(to: file) }
        case "speakers":
            let gold = try SpeakerGold.table()
            var model = SpeakerModel(
                pronouns: try PronounTraining().weights(corpora, gold, own: OwnArticles.all()), certainty: [])
            model.certainty = try CertaintyTraining().weights(corpora, gold, model)
            try Data(model.bytes).write(to: file)
            print("\(file.lastPathComponent): \(model.bytes.count) bytes")
        case "mistakes":
            for isPronoun in [true, false] {
                let hand = try SpeakerGold.table().filter { $0.isPronoun == isPronoun }
                let scores = try HandScores(hand, corpora, Annotator())
                print(scores.mistakes.joined(separator: "\n"))
                for row in scores.figures { print(row.name, row.value, row.interval.map { "\($0)" } ?? "") }
            }
        default: throw TrainerError.usage
        }
    }

    /// What differs from the gold annotation in some sets of articles, and their figures.
    private static func printDifferences(_ names: ArraySlice<String>) throws {
        let annotator = Annotator()
        for name in names {
            guard let set = GoldSet(rawValue: name), set != .report else { throw TrainerError.usage }
            let table = try ScoreTable(of: set) { name, file in
                try ArticleReader.article(of: Array(file.utf8), named: name)
            } annotating: {
                annotator.annotation(of: $0)
            }
            print(table.total.differences.joined(separator: "\n"))
            print(table.summary())
        }
    }

    private static func clusters(_ corpora: Corpora) throws -> [UInt32] {
        Clustering.table(of: try corpora.lines(), coarse: 60, fine: 500)
    }
}
