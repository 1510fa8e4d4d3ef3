import EnglishModel

/// Tags a text with a learned model, in two rounds: the first finds names, the second
/// settles their kinds. Integers alone; linear.
package struct NameTagger {
    private let model: NameModel
    private var decoder = TagDecoder()
    /// The scores of the tokens of some segments, row by row.
    private var scores: [Int32] = []
    /// What places tell to other places of their word.
    private var elsewhere = WeightMemory()

    /// Features whose weights are fetched as soon as they are known.
    private struct Fetching: FeatureSink {
        var features: FeatureRoom
        let weights: FeatureWeights

        @inline(__always)
        mutating func add(_ feature: UInt32) {
            features.add(feature)
            weights.fetch(feature)
        }

        /// Finds the weights of the features, which are fetched, too.
        mutating func find() { weights.find(&features) }

        /// Adds what was found to the scores of its labels, and forgets the features.
        mutating func add(to scores: UnsafeMutablePointer<Int32>) {
            weights.add(features, to: scores)
            features.clear()
        }

        /// Finds and adds what the features weigh.
        mutating func weigh(into scores: UnsafeMutablePointer<Int32>) {
            find()
            add(to: scores)
        }
    }

    /// Room for the features of a token, of the two after it, of what is remembered, and of a name in the second round.
    private struct Rooms {
        static let size = 5 * FeatureRoom.size
        var place: Fetching
        var next: Fetching
        var later: Fetching
        var remembered: Fetching
        var name: Fetching

        init(_ base: UnsafeMutablePointer<UInt32>, _ model: NameModel) {
            place = Fetching(features: FeatureRoom(base), weights: model.weights)
            next = Fetching(features: FeatureRoom(base + FeatureRoom.size), weights: model.weights)
            later = Fetching(features: FeatureRoom(base + 2 * FeatureRoom.size), weights: model.weights)
            remembered = Fetching(features: FeatureRoom(base + 3 * FeatureRoom.size), weights: model.weights)
            name = Fetching(features: FeatureRoom(base + 4 * FeatureRoom.size), weights: model.second)
        }
    }

    /// Tokens that are tagged before a second round looks back at them: what bounds the room for their scores.
    private static let reach = 20_000

    /// A tagger with this model.
    package init(_ model: NameModel) { self.model = model }

    /// A tag for each token.
    package mutating func tags(of text: TaggedText) -> [UInt8] {
        var words = WeightMemory()
        words.clear(for: text.sketches.words.count, most: 8192)
        return tags(of: text, remembering: &words)
    }

    /// A tag for each token; what words' own features come to is remembered by their ids, from text to text.
    mutating func tags(of text: TaggedText, remembering words: inout WeightMemory) -> [UInt8] {
        var tags = [UInt8](repeating: NameTags.outside, count: text.count)
        elsewhere.clear(for: text.count / 4, most: 2048)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Rooms.size) { room in
            guard let base = room.baseAddress else { return }
            var rooms = Rooms(base, model)
            var first = 0
            while first < text.segments.count {
                var past = first + 1
                var size = text.segments[first].count
                while past < text.segments.count, size + text.segments[past].count <= Self.reach {
                    size += text.segments[past].count
                    past += 1
                }
                tag(text.segments[first..<past], size, of: text, &words, &rooms, &tags)
                first = past
            }
        }
        return tags
    }

    private mutating func tag(
        _ segments: ArraySlice<Range<Int>>, _ count: Int, of text: TaggedText, _ words: inout WeightMemory,
        _ rooms: inout Rooms, _ tags: inout [UInt8]
    ) {
        guard let first = segments.first, let last = segments.last else { return }
        let size = count * NameTags.width
        // Taken out, so that what stands beside may change meanwhile.
        var room = scores
        scores = []
        let isNew = room.count < size
        if isNew { room = Array(repeating: 0, count: size) }
        room.withUnsafeMutableBufferPointer { scores in
            guard let base = scores.baseAddress else { return }
            if !isNew { base.update(repeating: 0, count: size) }
            var row = base
            for segment in segments {
                score(segment, of: text, &words, &rooms, row)
                decoder.decode(
                    row, count: segment.count, transitions: model.transitions, into: &tags, at: segment.lowerBound)
                row += segment.count * NameTags.width
            }
            let found = FirstRound(text, tags, first.lowerBound..<last.upperBound)
            settle(found, segments, base, &rooms.name, &tags)
        }
        scores = room
    }

    /// Adds the scores of a segment's tokens, row by row. Nobody waits for memory: when a token's weights are added, the next
    /// one's are being fetched, and where those of the one after it are found.
    private mutating func score(
        _ segment: Range<Int>, of text: TaggedText, _ words: inout WeightMemory, _ rooms: inout Rooms,
        _ scores: UnsafeMutablePointer<Int32>
    ) {
        var row = scores
        text.addPlaceFeatures(of: segment.lowerBound, to: &rooms.place)
        rooms.place.find()
        if segment.count > 1 { text.addPlaceFeatures(of: segment.lowerBound + 1, to: &rooms.next) }
        for at in segment {
            if at + 2 < segment.upperBound { text.addPlaceFeatures(of: at + 2, to: &rooms.later) }
            rooms.next.find()
            let word = text.sketches.id(of: at)
            words.fetch(text.sketches.id(of: at + 1))
            if !words.knows(word) {
                text.addWordFeatures(of: at, to: &rooms.remembered)
                words.learn(word) { rooms.remembered.weigh(into: $0) }
            }
            words.add(word, to: row)
            let others = text.otherPlaces(of: at)
            for number in 0..<TaggedText.placesSeen where others[number] >= 0 {
                let other = Int(others[number])
                if !elsewhere.knows(other) {
                    text.addElsewhereFeatures(of: other, seenFrom: nil, to: &rooms.remembered)
                    elsewhere.learn(other) { rooms.remembered.weigh(into: $0) }
                }
                elsewhere.add(other, to: row)
            }
            rooms.place.add(to: row)
            swap(&rooms.place, &rooms.next)
            swap(&rooms.next, &rooms.later)
            row += NameTags.width
        }
    }

    /// The second round: gives each name the kind that what was found elsewhere speaks for.
    private func settle(
        _ found: FirstRound, _ segments: ArraySlice<Range<Int>>, _ scores: UnsafePointer<Int32>,
        _ features: inout Fetching, _ tags: inout [UInt8]
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
                found.addFeatures(of: number, margin: margin, to: &features)
                features.weigh(into: sums)
                var kind = 0
                for other in 1..<NameTags.kinds.count where sums[other] > sums[kind] { kind = other }
                guard kind != name.kind else { continue }
                for at in name.tokens { tags[at] = UInt8(Int(tags[at]) + 4 * (kind - name.kind)) }
            }
        }
    }
}
