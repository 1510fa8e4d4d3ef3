/// Tags a text with a learned model, in two rounds: the second sees what the first made of the same words elsewhere in
/// the article. Integers alone; linear.
package struct NameTagger {
    private let model: NameModel
    private var decoder = TagDecoder()
    /// The features of the tokens in segments, one after the other, and where those of each token begin.
    private var features: [UInt32] = []
    private var starts: [Int] = []
    private var scores: [Int32] = []

    /// A tagger with this model.
    package init(_ model: NameModel) { self.model = model }

    /// A tag for each token.
    package mutating func tags(of text: inout TaggedText) -> [UInt8] {
        var tags = [UInt8](repeating: NameTags.outside, count: text.count)
        extract(text)
        run(model.first, text, &tags, sees: nil)
        text.note(tags)
        run(model.second, text, &tags, sees: text)
        return tags
    }

    private mutating func extract(_ text: TaggedText) {
        features.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        for segment in text.segments {
            for at in segment {
                starts.append(features.count)
                text.appendWordFeatures(of: at, to: &features)
                text.appendContextFeatures(of: at, to: &features)
            }
        }
        starts.append(features.count)
    }

    /// One round; the second sees the first's tags, noted in `noted`.
    private mutating func run(_ round: NameModel.Round, _ text: TaggedText, _ tags: inout [UInt8], sees noted: TaggedText?)
    {
        var token = 0
        var room: [UInt32] = []
        for segment in text.segments {
            let size = segment.count * NameTags.width
            if scores.count < size { scores = Array(repeating: 0, count: size * 2) }
            scores.withUnsafeMutableBufferPointer { scores in
                guard let base = scores.baseAddress else { return }
                for (row, at) in segment.enumerated() {
                    let own = starts[token]..<starts[token + 1]
                    token += 1
                    room.removeAll(keepingCapacity: true)
                    noted?.appendDocumentFeatures(of: at, to: &room)
                    round.score(features[own], room, into: base + row * NameTags.width)
                }
                decoder.decode(
                    base, count: segment.count, transitions: round.transitions, into: &tags, at: segment.lowerBound)
            }
        }
    }
}
