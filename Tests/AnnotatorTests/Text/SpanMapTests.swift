@testable import Annotator
import Testing

@Suite("Numbers of spans by their tokens")
struct SpanMapTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var spans: [(tokens: Range<Int>, number: Int)]
    }

    static let cases = [
        Case(testDescription: "none", spans: []),
        Case(testDescription: "in order", spans: [(0..<1, 0), (3..<70, 1), (70..<71, 2), (128..<200, 3)]),
        Case(testDescription: "empty ones among them", spans: [(5..<5, 0), (5..<6, 1), (6..<6, 2)]),
        Case(testDescription: "a later one inside", spans: [(10..<90, 4), (63..<65, 2)]),
        Case(testDescription: "a later one over several", spans: [(10..<20, 0), (20..<30, 1), (40..<50, 2), (15..<45, 3)]),
        Case(testDescription: "a later one before", spans: [(100..<110, 0), (0..<3, 1), (50..<60, 2)]),
        Case(testDescription: "the same again", spans: [(7..<9, 0), (7..<9, 1)]),
    ]

    @Test("A token has the number that the last span over it was given", arguments: cases)
    func lookUp(_ known: Case) {
        let count = 200
        var expected = [Int32](repeating: -1, count: count)
        for span in known.spans { for token in span.tokens { expected[token] = Int32(span.number) } }
        let map = SpanMap(count: count, numbered: known.spans.map { ($0.tokens, $0.number) })
        #expect((0..<count).map { map[$0] } == expected)
        #expect((0..<count).map(map.contains) == expected.map { $0 >= 0 })
    }

    @Test("Spans without numbers are counted")
    func counted() {
        let map = SpanMap(count: 10, [1..<3, 3..<4, 8..<10])
        #expect((0..<10).map { map[$0] } == [-1, 0, 0, 1, -1, -1, -1, -1, 2, 2])
    }
}
