import EnglishModel

/// Tags a text with a learned model. Integers alone; linear.
package struct NameTagger {
    private let model: NameModel
    private var decoder = TagDecoder()
    private var scores: [Int32] = []
    /// For each word of the text what its own features come to, where that is known.
    private var wordScores: [Int16] = []
    private var isKnown: [Bool] = []

    /// A tagger with this model.
    package init(_ model: NameModel) { self.model = model }

    /// A tag for each token.
    package mutating func tags(of text: TaggedText) -> [UInt8] {
        var tags = [UInt8](repeating: NameTags.outside, count: text.count)
        isKnown = Array(repeating: false, count: text.sketches.words.count)
        wordScores = Array(repeating: 0, count: isKnown.count * NameTags.width)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureRoom.size) { room in
            guard let base = room.baseAddress else { return }
            var features = FeatureRoom(base)
            for segment in text.segments { tag(segment, of: text, &features, &tags) }
        }
        return tags
    }

    private mutating func tag(
        _ segment: Range<Int>, of text: TaggedText, _ features: inout FeatureRoom, _ tags: inout [UInt8]
    ) {
        let size = segment.count * NameTags.width
        if scores.count < size { scores = Array(repeating: 0, count: size * 2) }
        // Taken out, so that what stands beside may change meanwhile.
        var room = scores
        scores = []
        room.withUnsafeMutableBufferPointer { scores in
            guard let base = scores.baseAddress else { return }
            base.update(repeating: 0, count: size)
            for (row, at) in segment.enumerated() {
                let own = base + row * NameTags.width
                addWord(text, at, &features, own)
                features.clear()
                text.addPlaceFeatures(of: at, to: &features)
                model.weights.add(features, to: own)
            }
            decoder.decode(base, count: segment.count, transitions: model.transitions, into: &tags, at: segment.lowerBound)
        }
        scores = room
    }

    /// Adds what a token's word comes to, wherever it stands.
    private mutating func addWord(
        _ text: TaggedText, _ at: Int, _ features: inout FeatureRoom, _ scores: UnsafeMutablePointer<Int32>
    ) {
        let word = Int(text.sketches.numbers[at])
        let first = word * NameTags.width
        if isKnown[word] {
            for tag in 0..<NameTags.width { scores[tag] &+= Int32(wordScores[first &+ tag]) }
            return
        }
        features.clear()
        text.addWordFeatures(of: at, to: &features)
        model.weights.add(features, to: scores)
        for tag in 0..<NameTags.width { wordScores[first + tag] = Int16(truncatingIfNeeded: scores[tag]) }
        isKnown[word] = true
    }
}
