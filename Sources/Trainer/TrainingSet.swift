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

    /// An article made ready to be learned from.
    struct Example {
        let text: TaggedText
        /// Its segments, with their gold tags.
        let sequences: [LabelledSequence]

        init(_ document: EntityCorpus.Document, clusters: WordClusters) {
            let text = TaggedText(document.article, clusters: clusters)
            let gold = TrainingSet.gold(document, text)
            self.text = text
            sequences = text.segments.map { segment in
                var sequence = LabelledSequence()
                for at in segment { sequence.append(text.features(of: at), label: gold[at]) }
                return sequence
            }
        }

        /// What the second round learns from: the names that a field found which did not learn from the article, and which
        /// of them are names of what kind.
        func secondRound(after field: ConditionalField) -> [LabelledSequence] {
            var tags = [UInt8](repeating: NameTags.outside, count: text.count)
            var scores = [Float](repeating: 0, count: text.count * NameTags.count)
            var gold = tags
            for (segment, sequence) in zip(text.segments, sequences) {
                tags.replaceSubrange(segment, with: field.labels(of: sequence))
                gold.replaceSubrange(segment, with: sequence.labels)
                scores.replaceSubrange(
                    segment.lowerBound * NameTags.count..<segment.upperBound * NameTags.count,
                    with: field.scores(of: sequence))
            }
            guard let first = text.segments.first, let last = text.segments.last else { return [] }
            let found = FirstRound(text, tags, first.lowerBound..<last.upperBound)
            return found.names.enumerated().compactMap { number, name in
                // What is no name, or another one, teaches nothing of kinds.
                let right = gold[name.tokens]
                guard found.isAsked(name),
                    zip(right, tags[name.tokens]).allSatisfy({ $0 != 0 && ($0 - 1) & 3 == ($1 - 1) & 3 }),
                    let kind = right.first.map(NameTags.kind)
                else { return nil }
                var sums = [Float](repeating: 0, count: NameTags.kinds.count)
                let margin = scores.withUnsafeBufferPointer { scores in
                    sums.withUnsafeMutableBufferPointer { sums in
                        guard let row = scores.baseAddress, let room = sums.baseAddress else { return Float(0) }
                        return FirstRound.sums(
                            row + name.tokens.lowerBound * NameTags.count, name.tokens.count, width: NameTags.count,
                            kind: name.kind, into: room)
                    }
                }
                var sequence = LabelledSequence()
                let units = Int32((margin * ModelFile.scale).rounded())
                sequence.append(found.features(of: number, margin: units), label: UInt8(kind))
                sequence.scores = sums
                return sequence
            }
        }
    }

    /// The kinds of one name: no chain at all.
    static let kinds = LabelChain(
        labels: NameTags.kinds.count,
        steps: NameTags.kinds.indices.map { .init(from: LabelChain.beginning, to: $0, parameter: 0) },
        ends: NameTags.kinds.indices)

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
