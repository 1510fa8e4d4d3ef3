import Annotator
import DocumentModel

/// How the model of names is learned from annotated articles.
struct NameTraining {
    // Chosen by cross-validation on the training articles: features left out, and few passes, keep it from learning them by
    // heart.
    var learning: ConditionalField.Learning = {
        var learning = ConditionalField.Learning(passes: 8, rate: 0.06, penalty: 1, minimum: 2, full: 3)
        learning.dropout = 0.3
        learning.averagedFrom = 2
        return learning
    }()

    let clusters: [UInt32]

    /// How the second round is learned, on top of the first one's scores.
    var second: ConditionalField.Learning = {
        var learning = ConditionalField.Learning(passes: 6, rate: 0.05, penalty: 2, minimum: 3, full: 10)
        learning.dropout = 0.4
        learning.averagedFrom = 2
        return learning
    }()

    /// In how many parts the articles are for the second round: it sees a first one that did not learn from them.
    var parts = 4

    /// One article of so many is learned from a second time, with other names.
    var disguised = 3

    /// The model's file.
    func model(of documents: [EntityCorpus.Document]) -> [UInt8] {
        withLessons(of: documents) { model(of: $0) }
    }

    /// What is learned from an article: the article, and perhaps the same with other names.
    private typealias Lesson = [TrainingSet.Example]

    private func withLessons<Result>(of documents: [EntityCorpus.Document], _ body: ([Lesson]) -> Result) -> Result {
        clusters.withUnsafeBufferPointer { slots in
            let clusters = WordClusters(slots)
            return body(
                documents.enumerated().map { index, document in
                    let own = TrainingSet.Example(document, clusters: clusters)
                    guard index % disguised == 0 else { return [own] }
                    return [own, TrainingSet.Example(document.disguised(UInt64(index)), clusters: clusters)]
                })
        }
    }

    private func model(of lessons: [Lesson]) -> [UInt8] {
        func field(_ lessons: [Lesson]) -> ConditionalField {
            ConditionalField(TrainingSet.chain, lessons.joined().flatMap(\.sequences), learning)
        }
        var names: [LabelledSequence] = []
        for part in 0..<parts {
            let other = field(lessons.enumerated().filter { $0.offset % parts != part }.map(\.element))
            for (index, lesson) in lessons.enumerated() where index % parts == part {
                for example in lesson { names += example.secondRound(after: other) }
            }
        }
        let field = field(lessons)
        return ModelFile.bytes(field, ConditionalField(TrainingSet.kinds, names, second), clusters: clusters)
    }

    /// Scores of models that each learned from all articles but a part, on the articles of that part: of the tagger alone,
    /// and of all that finds names.
    func crossValidation(of documents: [EntityCorpus.Document], parts: Int) -> (tagger: EntityScores, all: EntityScores) {
        withLessons(of: documents) { crossValidation(of: documents, $0, parts: parts) }
    }

    private func crossValidation(
        of documents: [EntityCorpus.Document], _ lessons: [Lesson], parts: Int
    ) -> (tagger: EntityScores, all: EntityScores) {
        var scores = (tagger: EntityScores(), all: EntityScores())
        for part in 0..<parts {
            let others = lessons.enumerated().filter { $0.offset % parts != part }.map(\.element)
            model(of: others).withUnsafeBytes { bytes in
                guard let model = NameModel(bytes) else { return }
                var tagger = NameTagger(model)
                for (index, document) in documents.enumerated() where index % parts == part {
                    let text = TaggedText(document.article, clusters: model.clusters)
                    scores.tagger.add(document, Self.names(tagger.tags(of: text), text))
                    let names = Annotator.names(of: document.article, model: model)
                    scores.all.add(document, names.map { .init(range: $0.range, type: $0.kind.rawValue) })
                }
            }
        }
        return scores
    }

    private static func names(_ tags: [UInt8], _ text: TaggedText) -> [EntityCorpus.GoldName] {
        NameTags.names(in: tags).map { name in
            .init(
                range: text.range(of: name.tokens.lowerBound)
                    .lowerBound..<text.range(of: name.tokens.upperBound - 1).upperBound,
                type: NameTags.kinds[name.kind].rawValue)
        }
    }
}
