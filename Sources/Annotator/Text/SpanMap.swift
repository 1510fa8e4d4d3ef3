/// For each token the number that was given to the span it stands in: what few tokens have, in three bits a token instead of
/// the four bytes of an array.
///
/// Of each 64 tokens it knows which stand in spans, where spans begin, and how many began before; the numbers stand beside,
/// one a span. A look-up searches nothing.
struct SpanMap {
    /// 64 tokens.
    private struct Block {
        /// A bit for each token that is in a span.
        var inside: UInt64 = 0
        /// A bit for each token that is the first one of a span.
        var first: UInt64 = 0
        /// How many spans begin before these tokens.
        var before: Int32 = 0
    }

    private struct Span {
        var start: Int32
        var end: Int32
        var number: Int32
    }

    private var blocks: [Block]
    private var numbers: [Int32] = []

    /// No spans in so many tokens.
    init(count: Int) { blocks = Array(repeating: Block(), count: (count + 63) / 64) }

    /// Spans in so many tokens, each with its place in the sequence.
    init(count: Int, _ spans: some Sequence<TokenRange>) {
        self.init(count: count, numbered: spans.enumerated().lazy.map { ($0.element, $0.offset) })
    }

    /// Spans in so many tokens with their numbers; a later one takes its tokens from those before it. Linear where they come
    /// nearly in order.
    init(count: Int, numbered spans: some Sequence<(TokenRange, Int)>) {
        self.init(count: count)
        var disjoint: [Span] = []
        for (tokens, number) in spans where !tokens.isEmpty {
            Self.put(
                Span(start: Int32(tokens.lowerBound), end: Int32(tokens.upperBound), number: Int32(number)), over: &disjoint
            )
        }
        numbers.reserveCapacity(disjoint.count)
        var block = 0
        for span in disjoint {
            while block < Int(span.start) >> 6 {
                block += 1
                blocks[block].before = Int32(numbers.count)
            }
            blocks[block].first |= 1 << UInt64(span.start & 63)
            for token in span.start..<span.end { blocks[Int(token) >> 6].inside |= 1 << UInt64(token & 63) }
            numbers.append(span.number)
        }
        while block + 1 < blocks.count {
            block += 1
            blocks[block].before = Int32(numbers.count)
        }
    }

    /// Puts a span among others, which keep what it does not take from them.
    private static func put(_ span: Span, over spans: inout [Span]) {
        guard let last = spans.last, last.end > span.start else { return spans.append(span) }
        var first = spans.count - 1
        while first > 0, spans[first - 1].end > span.start { first -= 1 }
        var past = first
        while past < spans.count, spans[past].start < span.end { past += 1 }
        var new = [span]
        if first < past {
            let (left, right) = (spans[first], spans[past - 1])
            if left.start < span.start { new.insert(Span(start: left.start, end: span.start, number: left.number), at: 0) }
            if right.end > span.end { new.append(Span(start: span.end, end: right.end, number: right.number)) }
        }
        spans.replaceSubrange(first..<past, with: new)
    }

    /// Whether a token stands in a span.
    @inline(__always)
    func contains(_ token: Int) -> Bool { blocks[token >> 6].inside >> UInt64(token & 63) & 1 != 0 }

    /// The number of the span that a token stands in; -1 for none.
    @inline(__always)
    subscript(_ token: Int) -> Int32 {
        let block = blocks[token >> 6]
        let bit: UInt64 = 1 << UInt64(token & 63)
        guard block.inside & bit != 0 else { return -1 }
        let begun = (block.first & (bit | (bit &- 1))).nonzeroBitCount
        return numbers[Int(block.before) &+ begun &- 1]
    }
}
