/// Tags a text with a learned model. Integers alone; linear.
package struct NameTagger {
    private let model: NameModel
    private var decoder = TagDecoder()
    private var features: [UInt32] = []
    private var scores: [Int32] = []

    /// A tagger with this model.
    package init(_ model: NameModel) { self.model = model }

    /// A tag for each token.
    package mutating func tags(of text: TaggedText) -> [UInt8] {
        var tags = [UInt8](repeating: NameTags.outside, count: text.count)
        for segment in text.segments {
            let size = segment.count * NameTags.width
            if scores.count < size { scores = Array(repeating: 0, count: size * 2) }
            scores.withUnsafeMutableBufferPointer { scores in
                guard let base = scores.baseAddress else { return }
                base.update(repeating: 0, count: size)
                for (row, at) in segment.enumerated() {
                    features.removeAll(keepingCapacity: true)
                    text.appendFeatures(of: at, to: &features)
                    for feature in features { model.weights.add(feature, to: base + row * NameTags.width) }
                }
                decoder.decode(
                    base, count: segment.count, transitions: model.transitions, into: &tags, at: segment.lowerBound)
            }
        }
        return tags
    }
}
