import Annotator
import DocumentModel

/// How the model of names is learned from annotated articles: a first round, then a second that sees what a first round
/// made of the article; for the second's training each article is read by a first round that did not learn from it.
struct NameTraining {
    /// Features that stand in fewer tokens than `minimum` are passed over; `places` is the size of the table.
    struct Round {
        var places: Int
        var minimum: Int
        var passes: Int
        var margin: Int32
    }

    // Chosen by cross-validation on the training articles.
    var first = Round(places: 1_200_000, minimum: 2, passes: 7, margin: 60)
    var second = Round(places: 2_400_000, minimum: 1, passes: 7, margin: 60)
    var folds = 5

    let clusters: [UInt32]

    /// The model's file.
    func model(of documents: [EntityCorpus.Document]) -> [UInt8] {
        clusters.withUnsafeBufferPointer { slots in
            var training = TrainingSet(documents, clusters: WordClusters(slots))
            training.extract(document: false)
            let one = learn(first, from: training.documents)
            for fold in 0..<folds {
                let others = training.documents.enumerated().filter { $0.offset % folds != fold }.map(\.element)
                let model = learn(first, from: others)
                for index in training.documents.indices where index % folds == fold {
                    let tags = TaggingRun.tags(training.documents[index], model)
                    training.documents[index].text.note(tags)
                }
            }
            training.extract(document: true)
            return ModelFile.bytes(one, learn(second, from: training.documents), clusters: clusters)
        }
    }

    private func learn(_ round: Round, from documents: [TrainingSet.Document]) -> Perceptron.Average {
        var learner = Perceptron(places: round.places, margin: round.margin)
        learner.train(documents, rounds: round.passes, minimum: round.minimum)
        return learner.average
    }

    /// Scores of models that each learned from all articles but a part, on the articles of that part. The tagger alone, with
    /// no rule beside it.
    func crossValidation(of documents: [EntityCorpus.Document], parts: Int) -> EntityScores {
        var scores = EntityScores()
        for part in 0..<parts {
            let others = documents.enumerated().filter { $0.offset % parts != part }.map(\.element)
            model(of: others).withUnsafeBytes { bytes in
                guard let model = NameModel(bytes) else { return }
                var tagger = NameTagger(model)
                for (index, document) in documents.enumerated() where index % parts == part {
                    var text = TaggedText(document.article, clusters: model.clusters)
                    scores.add(document, TaggingRun.names(tagger.tags(of: &text), text))
                }
            }
        }
        return scores
    }
}
