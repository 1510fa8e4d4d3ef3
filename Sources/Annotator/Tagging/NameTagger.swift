import EnglishModel

/// Tags a text with a learned model, in two rounds: the first finds names, the second
/// settles their kinds. Integers alone; linear.
package struct NameTagger {
    private let model: NameModel
    private var decoder = TagDecoder()
    /// The scores of the tokens of some segments, row by row.
    private var scores: [Int32] = []
    /// For each word of the text what its own features come to, where that is known.
    private var wordScores: [Int16] = []
    private var isKnown: [Bool] = []

    /// Tokens that are tagged before a second round looks back at them: what bounds the room for their scores.
    private static let reach = 20_000

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
            var first = 0
            while first < text.segments.count {
                var past = first + 1
                var size = text.segments[first].count
                while past < text.segments.count, size + text.segments[past].count <= Self.reach {
                    size += text.segments[past].count
                    past += 1
                }
                tag(text.segments[first..<past], size, of: text, &features, &tags)
                first = past
            }
        }
        return tags
    }

    private mutating func tag(
        _ segments: ArraySlice<Range<Int>>, _ count: Int, of text: TaggedText, _ features: inout FeatureRoom,
        _ tags: inout [UInt8]
    ) {
        guard let first = segments.first, let last = segments.last else { return }
        let size = count * NameTags.width
        if scores.count < size { scores = Array(repeating: 0, count: size) }
        // Taken out, so that what stands beside may change meanwhile.
        var room = scores
        scores = []
        room.withUnsafeMutableBufferPointer { scores in
            guard let base = scores.baseAddress else { return }
            base.update(repeating: 0, count: size)
            var row = base
            for segment in segments {
                for (index, at) in segment.enumerated() {
                    let own = row + index * NameTags.width
                    addWord(text, at, &features, own)
                    features.clear()
                    text.addPlaceFeatures(of: at, to: &features)
                    model.weights.add(features, to: own)
                }
                decoder.decode(
                    row, count: segment.count, transitions: model.transitions, into: &tags, at: segment.lowerBound)
                row += segment.count * NameTags.width
            }
            let found = FirstRound(text, tags, first.lowerBound..<last.upperBound)
            settle(found, segments, base, &features, &tags)
        }
        scores = room
    }

    /// The second round: gives each name the kind that what was found elsewhere speaks for.
    private func settle(
        _ found: FirstRound, _ segments: ArraySlice<Range<Int>>, _ scores: UnsafePointer<Int32>,
        _ features: inout FeatureRoom, _ tags: inout [UInt8]
    ) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: NameTags.width) { room in
            guard let sums = room.baseAddress else { return }
            var row = scores
            var segment = segments.startIndex
            for (number, name) in found.names.enumerated() where found.isAsked(name) {
                while segments[segment].upperBound <= name.tokens.lowerBound {
                    row += segments[segment].count * NameTags.width
                    segment += 1
                }
                let first = row + (name.tokens.lowerBound - segments[segment].lowerBound) * NameTags.width
                sums.update(repeating: 0, count: NameTags.width)
                let margin = FirstRound.sums(
                    first, name.tokens.count, width: NameTags.width, kind: name.kind, into: sums)
                features.clear()
                found.addFeatures(of: number, margin: margin, to: &features)
                model.second.add(features, to: sums)
                var kind = 0
                for other in 1..<NameTags.kinds.count where sums[other] > sums[kind] { kind = other }
                guard kind != name.kind else { continue }
                for at in name.tokens { tags[at] = UInt8(Int(tags[at]) + 4 * (kind - name.kind)) }
            }
        }
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
