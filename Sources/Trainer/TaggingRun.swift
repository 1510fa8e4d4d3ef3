import Annotator
import DocumentModel

/// Tags by weights that are not quantised: for first rounds in training and for figures.
enum TaggingRun {
    static func tags(_ document: TrainingSet.Document, _ model: Perceptron.Average) -> [UInt8] {
        var tags = [UInt8](repeating: 0, count: document.text.count)
        var decoder = TagDecoder()
        var token = 0
        let transitions = model.transitions.map { Int32(($0 * 256).rounded()) }
        for segment in document.text.segments {
            var scores = [Int32](repeating: 0, count: segment.count * NameTags.width)
            for at in 0..<segment.count {
                var row = [Float](repeating: 0, count: NameTags.width)
                for index in Int(document.starts[token])..<Int(document.starts[token + 1]) {
                    let from = Int((UInt64(document.features[index]) &* UInt64(model.places)) >> 32)
                    for tag in 0..<NameTags.width { row[tag] += model.weights[from + tag] }
                }
                for tag in 0..<NameTags.width { scores[at * NameTags.width + tag] = Int32((row[tag] * 256).rounded()) }
                token += 1
            }
            decoder.decode(scores, count: segment.count, transitions: transitions, into: &tags, at: segment.lowerBound)
        }
        return tags
    }

    static func names(_ tags: [UInt8], _ text: TaggedText) -> [EntityCorpus.GoldName] {
        NameTags.names(in: tags).map { name in
            .init(
                range: text.range(of: name.tokens.lowerBound)
                    .lowerBound..<text.range(of: name.tokens.upperBound - 1).upperBound,
                type: NameTags.kinds[name.kind].rawValue)
        }
    }
}
