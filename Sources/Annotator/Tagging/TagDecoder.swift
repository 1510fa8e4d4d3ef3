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

    /// Best scores of sequences so far, by class: of those that end with a class, of such as end inside a name, after its first
    /// token or later; and of those in which a class begins next.
    private struct Best {
        static let size = 4 * classes
        let ended: UnsafeMutablePointer<Int32>
        let first: UnsafeMutablePointer<Int32>
        let inside: UnsafeMutablePointer<Int32>
        let begun: UnsafeMutablePointer<Int32>

        /// Before the first token, in room of ``size`` numbers.
        init(_ room: UnsafeMutablePointer<Int32>) {
            ended = room
            first = room + classes
            inside = room + 2 * classes
            begun = room + 3 * classes
            room.update(repeating: never, count: Self.size)
            ended[0] = 0
        }
    }

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
        let last = withUnsafeTemporaryAllocation(of: Int32.self, capacity: Best.size) { room -> Int in
            guard let base = room.baseAddress else { return 0 }
            let best = Best(base)
            transitions.withUnsafeBytes { transitions in
                before.withUnsafeMutableBufferPointer { before in
                    origins.withUnsafeMutableBufferPointer { origins in
                        guard let before = before.baseAddress, let origins = origins.baseAddress else { return }
                        for at in 0..<count {
                            let row = scores + at * NameTags.width
                            Self.begin(best, transitions, before + at * classes)
                            Self.advance(best, row, transitions, origins + at * classes)
                        }
                    }
                }
            }
            return (0..<classes).reduce(0) { best.ended[$1] > best.ended[$0] ? $1 : $0 }
        }
        follow(count, from: last, &tags, offset)
    }

    /// Finds for each class that may begin at a token the best class before it. All classes at once, eight and two.
    private static func begin(
        _ best: Best, _ transitions: UnsafeRawBufferPointer, _ before: UnsafeMutablePointer<UInt8>
    ) {
        var most = (SIMD8<Int32>(repeating: never), SIMD2<Int32>(repeating: never))
        var from = (SIMD8<Int32>(), SIMD2<Int32>())
        for previous in 0..<classes {
            let row = previous &* classes &* 4
            let ended = best.ended[previous]
            let eight = transitions.loadUnaligned(fromByteOffset: row, as: SIMD8<Int32>.self) &+ ended
            let two = transitions.loadUnaligned(fromByteOffset: row &+ 32, as: SIMD2<Int32>.self) &+ ended
            let isMore = (eight .> most.0, two .> most.1)
            most.0.replace(with: eight, where: isMore.0)
            most.1.replace(with: two, where: isMore.1)
            from.0.replace(with: Int32(truncatingIfNeeded: previous), where: isMore.0)
            from.1.replace(with: Int32(truncatingIfNeeded: previous), where: isMore.1)
        }
        let begun = UnsafeMutableRawPointer(best.begun)
        begun.storeBytes(of: most.0, as: SIMD8<Int32>.self)
        begun.storeBytes(of: most.1, toByteOffset: 32, as: SIMD2<Int32>.self)
        let origins = UnsafeMutableRawPointer(before)
        origins.storeBytes(of: SIMD8<UInt8>(truncatingIfNeeded: from.0), as: SIMD8<UInt8>.self)
        origins.storeBytes(of: SIMD2<UInt8>(truncatingIfNeeded: from.1), toByteOffset: 8, as: SIMD2<UInt8>.self)
    }

    private static func advance(
        _ best: Best, _ row: UnsafePointer<Int32>, _ transitions: UnsafeRawBufferPointer,
        _ origins: UnsafeMutablePointer<UInt8>
    ) {
        best.ended[0] = max(never, best.begun[0] &+ row[0])
        for kind in 1..<classes {
            let tag = 4 &* kind &- 3
            let inner = transitions.loadUnaligned(
                fromByteOffset: (classes &* classes &+ 4 &* kind &- 4) &* 4, as: SIMD4<Int32>.self)
            let toInside = best.first[kind] &+ inner.x
            let toLast = best.first[kind] &+ inner.y
            let goingOn = best.inside[kind] &+ inner.z
            let closing = best.inside[kind] &+ inner.w
            let alone = best.begun[kind] &+ row[tag &+ 3]
            let last = max(toLast, closing) &+ row[tag &+ 2]
            best.first[kind] = max(never, best.begun[kind] &+ row[tag])
            best.inside[kind] = max(never, max(toInside, goingOn) &+ row[tag &+ 1])
            best.ended[kind] = max(never, max(alone, last))
            origins[kind] =
                (toInside >= goingOn ? Origin.insideFollowsFirst : 0) | (toLast >= closing ? Origin.lastFollowsFirst : 0)
                | (alone >= last ? Origin.isAlone : 0)
        }
    }

    /// Goes back along the best sequence.
    private func follow(_ count: Int, from last: Int, _ tags: inout [UInt8], _ offset: Int) {
        let classes = Self.classes
        var state = last
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
