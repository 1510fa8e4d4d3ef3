import Annotator
import DocumentModel

/// Texts with their features and gold tags.
struct TrainingSet {
    struct Document {
        var text: TaggedText
        /// Features of each token in a segment, one after the other, and where those of each token begin.
        var features: [UInt32] = []
        var starts: [Int32] = []
        var gold: [UInt8]
    }

    var documents: [Document] = []

    init(_ corpus: [EntityCorpus.Document], clusters: WordClusters) {
        for document in corpus {
            let text = TaggedText(document.article, clusters: clusters)
            documents.append(Document(text: text, gold: Self.gold(document, text)))
        }
    }

    /// Fills in the features; with those of the document where a first round was noted.
    mutating func extract(document: Bool) {
        for index in documents.indices {
            var features: [UInt32] = []
            var starts: [Int32] = []
            let text = documents[index].text
            for segment in text.segments {
                for at in segment {
                    starts.append(Int32(features.count))
                    text.appendWordFeatures(of: at, to: &features)
                    text.appendContextFeatures(of: at, to: &features)
                    if document { text.appendDocumentFeatures(of: at, to: &features) }
                }
            }
            starts.append(Int32(features.count))
            documents[index].features = features
            documents[index].starts = starts
        }
    }

    /// The gold tags of a text's tokens; a name that begins or ends inside a token takes the whole token.
    private static func gold(_ document: EntityCorpus.Document, _ text: TaggedText) -> [UInt8] {
        var tags = [UInt8](repeating: NameTags.outside, count: text.count)
        var token = 0
        for name in document.names {
            guard let kind = NameTags.kinds.firstIndex(of: kind(of: name.type)) else { continue }
            while token < text.count, text.range(of: token).upperBound <= name.range.lowerBound { token += 1 }
            var past = token
            while past < text.count, text.range(of: past).lowerBound < name.range.upperBound { past += 1 }
            guard past > token, tags[token] == NameTags.outside else { continue }
            if past - token == 1 {
                tags[token] = NameTags.alone(kind)
            } else {
                tags[token] = NameTags.first(kind)
                for inner in token + 1..<past - 1 { tags[inner] = NameTags.inside(kind) }
                tags[past - 1] = NameTags.last(kind)
            }
        }
        return tags
    }

    static func kind(of type: String) -> EntityKind { type == "FAC" ? .facility : EntityKind(rawValue: type) ?? .percent }
}
