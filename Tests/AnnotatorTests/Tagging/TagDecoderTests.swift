@testable import Annotator
import Testing

@Suite("Decoding tags")
struct TagDecoderTests {
    /// Scores of tokens, each with one tag that is wanted.
    private func tags(wanting wanted: [(tag: UInt8, score: Int32)], transitions: [Int32]? = nil) -> [UInt8] {
        var scores = [Int32](repeating: 0, count: wanted.count * NameTags.width)
        for (at, want) in wanted.enumerated() { scores[at * NameTags.width + Int(want.tag)] = want.score }
        var tags = [UInt8](repeating: 99, count: wanted.count)
        var decoder = TagDecoder()
        decoder.decode(
            scores, count: wanted.count,
            transitions: transitions ?? Array(repeating: 0, count: TagDecoder.transitionCount), into: &tags, at: 0)
        return tags
    }

    @Test("A name of three tokens, one alone, one outside")
    func names() {
        let wanted = [NameTags.first(1), NameTags.inside(1), NameTags.last(1), NameTags.outside, NameTags.alone(0)]
        let tags = tags(wanting: wanted.map { ($0, 10) })
        #expect(tags == wanted)
        #expect(NameTags.names(in: tags).map(\.tokens) == [0..<3, 4..<5])
        #expect(NameTags.names(in: tags).map(\.kind) == [1, 0])
    }

    @Test("A name that begins is closed, and one that cannot be is none")
    func unclosed() {
        let closed = tags(wanting: [(NameTags.first(2), 1_000), (NameTags.outside, 1)])
        #expect(closed == [NameTags.first(2), NameTags.last(2)])
        #expect(tags(wanting: [(NameTags.first(2), 1_000)]) == [NameTags.outside])
    }

    @Test("A transition outweighs a token's own score")
    func transition() {
        var transitions = [Int32](repeating: 0, count: TagDecoder.transitionCount)
        transitions[TagDecoder.transition(from: 1, to: 1)] = -100
        let wanted = [(NameTags.alone(0), Int32(10)), (NameTags.alone(0), Int32(9))]
        #expect(tags(wanting: wanted, transitions: transitions) == [NameTags.alone(0), NameTags.outside])
    }

    @Test("Every sequence is well formed, whatever the scores", arguments: 0..<40)
    func wellFormed(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        let count = Int.random(in: 1...30, using: &random)
        let scores = (0..<count * NameTags.width).map { _ in Int32.random(in: -500...500, using: &random) }
        let transitions = (0..<TagDecoder.transitionCount).map { _ in Int32.random(in: -500...500, using: &random) }
        var tags = [UInt8](repeating: 99, count: count)
        var decoder = TagDecoder()
        decoder.decode(scores, count: count, transitions: transitions, into: &tags, at: 0)
        var open: Int?
        for tag in tags {
            #expect(Int(tag) < NameTags.count)
            let kind = NameTags.kind(of: tag)
            switch kind < 0 ? -1 : NameTags.place(of: tag) {
            case 0:
                #expect(open == nil)
                open = kind
            case 1: #expect(open == kind)
            case 2:
                #expect(open == kind)
                open = nil
            default: #expect(open == nil)
            }
        }
        #expect(open == nil)
    }
}

private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
