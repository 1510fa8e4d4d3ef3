/// The best sequence of tags, by dynamic programming over whole names (Viterbi, first order).
///
/// A transition stands between what ends before a token (nothing, or a name of some kind) and what begins at it; inside a
/// name only its own tags follow. So a token costs a hundred additions, not a thousand.
package struct TagDecoder {
    /// Outside and the kinds.
    package static let classes = NameTags.kinds.count + 1

    /// The scores that go with a pair of neighbours: from a class that ends to a class that begins, then for each kind
    /// first→inside, first→last, inside→inside, inside→last.
    package static let transitionCount = classes * classes + 4 * NameTags.kinds.count

    /// Where the score for going from one class to another stands.
    package static func transition(from ended: Int, to begun: Int) -> Int { ended * classes + begun }
    /// Where the score for going on inside a name stands.
    package static func transition(inside kind: Int, fromFirst: Bool, toLast: Bool) -> Int {
        classes * classes + 4 * kind + (fromFirst ? 0 : 2) + (toLast ? 1 : 0)
    }

    private static let never = Int32.min / 4

    /// What a token's best sequences came from: for each class that begins the class before; for each kind whether its
    /// inside and its last token follow its first one, and whether a name that ends is one token.
    private struct Origin {
        static let insideFollowsFirst: UInt8 = 1
        static let lastFollowsFirst: UInt8 = 2
        static let isAlone: UInt8 = 4
    }

    private var before: [UInt8] = []
    private var origins: [UInt8] = []
    /// Best scores of sequences that end with each class, and of such as end inside a name: after its first token, later.
    private var ended = [Int32](repeating: 0, count: classes)
    private var first = [Int32](repeating: 0, count: classes)
    private var inside = [Int32](repeating: 0, count: classes)
    private var begun = [Int32](repeating: 0, count: classes)

    /// A decoder; it keeps its room from one sequence to the next.
    package init() {}

    /// Writes the best tags for tokens whose scores stand row by row in `scores`, ``NameTags/width`` a row.
    package mutating func decode(
        _ scores: UnsafePointer<Int32>, count: Int, transitions: [Int32], into tags: inout [UInt8], at offset: Int
    ) {
        guard count > 0 else { return }
        let classes = Self.classes
        if before.count < count * classes {
            before = Array(repeating: 0, count: count * classes * 2)
            origins = before
        }
        for index in 0..<classes {
            ended[index] = index == 0 ? 0 : Self.never
            first[index] = Self.never
            inside[index] = Self.never
        }
        transitions.withUnsafeBufferPointer { transitions in
            for at in 0..<count { advance(scores + at * NameTags.width, transitions, at * classes) }
        }
        follow(count, &tags, offset)
    }

    private mutating func advance(_ row: UnsafePointer<Int32>, _ transitions: UnsafeBufferPointer<Int32>, _ at: Int) {
        let classes = Self.classes
        for next in 0..<classes {
            var best = Self.never
            var from = 0
            for previous in 0..<classes {
                let score = ended[previous] &+ transitions[previous &* classes &+ next]
                if score > best {
                    best = score
                    from = previous
                }
            }
            before[at &+ next] = UInt8(truncatingIfNeeded: from)
            begun[next] = best
        }
        ended[0] = max(Self.never, begun[0] &+ row[0])
        for kind in 1..<classes {
            let tag = 4 &* kind &- 3
            let inner = classes &* classes &+ 4 &* kind &- 4
            let toInside = first[kind] &+ transitions[inner]
            let toLast = first[kind] &+ transitions[inner &+ 1]
            let goingOn = inside[kind] &+ transitions[inner &+ 2]
            let closing = inside[kind] &+ transitions[inner &+ 3]
            let alone = begun[kind] &+ row[tag &+ 3]
            let last = max(toLast, closing) &+ row[tag &+ 2]
            first[kind] = max(Self.never, begun[kind] &+ row[tag])
            inside[kind] = max(Self.never, max(toInside, goingOn) &+ row[tag &+ 1])
            ended[kind] = max(Self.never, max(alone, last))
            origins[at &+ kind] =
                (toInside >= goingOn ? Origin.insideFollowsFirst : 0) | (toLast >= closing ? Origin.lastFollowsFirst : 0)
                | (alone >= last ? Origin.isAlone : 0)
        }
    }

    /// Goes back along the best sequence.
    private func follow(_ count: Int, _ tags: inout [UInt8], _ offset: Int) {
        let classes = Self.classes
        var state = 0
        for index in 0..<classes where ended[index] > ended[state] { state = index }
        var at = count - 1
        while at >= 0 {
            if state == 0 {
                tags[offset + at] = NameTags.outside
            } else {
                let kind = state - 1
                if origins[at * classes + state] & Origin.isAlone != 0 {
                    tags[offset + at] = NameTags.alone(kind)
                } else {
                    tags[offset + at] = NameTags.last(kind)
                    var isFirst = origins[at * classes + state] & Origin.lastFollowsFirst != 0
                    at -= 1
                    while !isFirst, at > 0 {
                        tags[offset + at] = NameTags.inside(kind)
                        isFirst = origins[at * classes + state] & Origin.insideFollowsFirst != 0
                        at -= 1
                    }
                    at = max(at, 0)
                    tags[offset + at] = NameTags.first(kind)
                }
            }
            state = Int(before[at * classes + state])
            at -= 1
        }
    }
}
