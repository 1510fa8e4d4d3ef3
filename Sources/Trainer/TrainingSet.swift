import Annotator
import DocumentModel

/// Annotated articles as sequences that the tagger learns from.
enum TrainingSet {
    /// What may follow what in the scheme BILOU, with the weights that ``TagDecoder`` has.
    static let chain: LabelChain = {
        let kinds = NameTags.kinds.indices
        // What a class (outside, then the kinds) begins and ends with.
        func begins(_ index: Int) -> [UInt8] {
            index == 0 ? [NameTags.outside] : [NameTags.first(index - 1), NameTags.alone(index - 1)]
        }
        func ends(_ index: Int) -> [UInt8] {
            index == 0 ? [NameTags.outside] : [NameTags.last(index - 1), NameTags.alone(index - 1)]
        }
        var steps: [LabelChain.Step] = []
        func add(_ from: [Int], _ to: [UInt8], _ parameter: Int) {
            for one in from { for other in to { steps.append(.init(from: one, to: Int(other), parameter: parameter)) } }
        }
        for after in 0..<TagDecoder.classes {
            add([LabelChain.beginning], begins(after), TagDecoder.transition(from: 0, to: after))
            for before in 0..<TagDecoder.classes {
                add(ends(before).map(Int.init), begins(after), TagDecoder.transition(from: before, to: after))
            }
        }
        for kind in kinds {
            for (from, isFirst) in [(NameTags.first(kind), true), (NameTags.inside(kind), false)] {
                for (to, isLast) in [(NameTags.inside(kind), false), (NameTags.last(kind), true)] {
                    add([Int(from)], [to], TagDecoder.transition(inside: kind, fromFirst: isFirst, toLast: isLast))
                }
            }
        }
        return LabelChain(
            labels: NameTags.count, steps: steps, ends: (0..<TagDecoder.classes).flatMap(ends).map(Int.init))
    }()

    /// The segments of an article, with their gold tags.
    static func sequences(_ document: EntityCorpus.Document, clusters: WordClusters) -> [LabelledSequence] {
        let text = TaggedText(document.article, clusters: clusters)
        let gold = gold(document, text)
        return text.segments.map { segment in
            var sequence = LabelledSequence()
            for at in segment {
                sequence.append(text.features(of: at), label: gold[at])
            }
            return sequence
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

    private static func kind(of type: String) -> EntityKind {
        type == "FAC" ? .facility : EntityKind(rawValue: type) ?? .percent
    }
}
