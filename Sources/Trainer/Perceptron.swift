import Annotator

/// An averaged structured perceptron with a margin (Collins 2002; cost-augmented decoding after Taskar et al. 2004).
///
/// All sums are of integers, documents come in an order of a fixed generator: the same input gives the same weights.
struct Perceptron {
    /// The places a row may begin at.
    let places: Int
    private var weights: [Int32]
    private var sums: [Int64]
    private var transitions = [Int32](repeating: 0, count: TagDecoder.transitionCount)
    private var transitionSums = [Int64](repeating: 0, count: TagDecoder.transitionCount)
    private var step: Int64 = 1
    let margin: Int32

    /// The weights averaged over all steps, not yet quantised.
    struct Average {
        var places: Int
        var weights: [Float]
        var transitions: [Float]
    }

    init(places: Int, margin: Int32) {
        self.places = places
        self.margin = margin
        weights = Array(repeating: 0, count: places + NameTags.width)
        sums = Array(repeating: 0, count: places + NameTags.width)
    }

    /// Learns from documents, so many rounds. Features seen once are passed over.
    mutating func train(_ documents: [TrainingSet.Document], rounds: Int, minimum: Int) {
        var counts = [UInt8](repeating: 0, count: 1 << 26)
        for document in documents {
            for feature in document.features {
                let at = Int(feature >> 6)
                if counts[at] < 255 { counts[at] += 1 }
            }
        }
        let places = UInt64(self.places)
        let prepared = documents.map { document in
            var rows: [UInt32] = []
            var starts: [Int32] = []
            for token in 0..<document.starts.count - 1 {
                starts.append(Int32(rows.count))
                for feature in document.features[Int(document.starts[token])..<Int(document.starts[token + 1])]
                where counts[Int(feature >> 6)] >= minimum {
                    rows.append(UInt32((UInt64(feature) &* places) >> 32))
                }
            }
            starts.append(Int32(rows.count))
            return (rows: rows, starts: starts, segments: document.text.segments, gold: document.gold)
        }
        var order = Array(prepared.indices)
        var random = Generator(state: 20_221_123)
        var decoder = TagDecoder()
        for _ in 0..<rounds {
            order.shuffle(using: &random)
            for index in order {
                let document = prepared[index]
                var token = 0
                for segment in document.segments {
                    learn(
                        rows: document.rows, starts: document.starts, first: token, gold: document.gold[segment], &decoder)
                    token += segment.count
                    step += 1
                }
            }
        }
    }

    private mutating func learn(
        rows: [UInt32], starts: [Int32], first: Int, gold: ArraySlice<UInt8>, _ decoder: inout TagDecoder
    ) {
        let count = gold.count
        var scores = [Int32](repeating: 0, count: count * NameTags.width)
        weights.withUnsafeBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                rows.withUnsafeBufferPointer { rows in
                    for at in 0..<count {
                        let to = scores.baseAddress.map { $0 + at * NameTags.width }
                        for index in Int(starts[first + at])..<Int(starts[first + at + 1]) {
                            guard let to, let from = weights.baseAddress.map({ $0 + Int(rows[index]) }) else { continue }
                            for tag in 0..<NameTags.width { to[tag] &+= from[tag] }
                        }
                        guard let to else { continue }
                        for tag in 0..<NameTags.count { to[tag] &+= margin }
                        to[Int(gold[gold.startIndex + at])] &-= margin
                    }
                }
            }
        }
        var tags = [UInt8](repeating: 0, count: count)
        decoder.decode(scores, count: count, transitions: transitions, into: &tags, at: 0)
        var isWrong = false
        for at in 0..<count {
            let right = gold[gold.startIndex + at]
            guard tags[at] != right else { continue }
            isWrong = true
            for index in Int(starts[first + at])..<Int(starts[first + at + 1]) {
                let row = Int(rows[index])
                weights[row + Int(right)] += 1
                sums[row + Int(right)] += step
                weights[row + Int(tags[at])] -= 1
                sums[row + Int(tags[at])] -= step
            }
        }
        if isWrong {
            move(gold, by: 1)
            move(tags[...], by: -1)
        }
    }

    /// Moves the scores of the transitions that a sequence takes. A name cut off by the segment's end counts as it stands.
    private mutating func move(_ tags: ArraySlice<UInt8>, by value: Int32) {
        for place in Self.transitions(of: tags) {
            transitions[place] += value
            transitionSums[place] += Int64(value) * step
        }
    }

    static func transitions(of tags: ArraySlice<UInt8>) -> [Int] {
        var places: [Int] = []
        var ended = 0
        var before: UInt8 = 0
        for tag in tags {
            let kind = NameTags.kind(of: tag)
            let place = NameTags.place(of: tag)
            if kind < 0 || place == 0 || place == 3 {
                places.append(TagDecoder.transition(from: ended, to: kind + 1))
            } else {
                places.append(
                    TagDecoder.transition(inside: kind, fromFirst: NameTags.place(of: before) == 0, toLast: place == 2))
            }
            if kind < 0 { ended = 0 } else if place >= 2 { ended = kind + 1 }
            before = tag
        }
        return places
    }

    var average: Average {
        let last = Float(step)
        return Average(
            places: places, weights: zip(weights, sums).map { Float($0) - Float($1) / last },
            transitions: zip(transitions, transitionSums).map { Float($0) - Float($1) / last })
    }
}

/// A small generator with a fixed sequence (SplitMix64).
struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
