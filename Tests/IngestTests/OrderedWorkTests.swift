import Ingest
import Synchronization
import Testing

@Suite struct OrderedWorkTests {
    /// Does work on 0..<count and gives what was delivered, nil for each moment to flush.
    func delivered(
        _ count: Int, threads: Int, weight: Int = 0, work: @escaping @Sendable (Int) -> Int = { $0 }
    ) -> [Int?] {
        let results = Mutex<[Int?]>([])
        let ordered = OrderedWork<Int, Int>(threads: threads, work: work) { result in
            results.withLock { $0.append(result) }
            return true
        }
        for input in 0..<count { #expect(ordered.submit(input, weight: weight)) }
        ordered.finish()
        return results.withLock { $0 }
    }

    @Test(arguments: [1, 2, 8], [0, 1, 17, 1000]) func resultsComeInTheOrderOfInputs(threads: Int, count: Int) {
        // Some take longer than others, so that threads overtake each other.
        let results = delivered(count, threads: threads) { input in
            var value = input
            for _ in 0..<(input % 7 == 0 ? 20_000 : 1) { value = value &* 3 &+ 1 }
            return value == Int.min ? -1 : input
        }
        #expect(results.compactMap { $0 } == Array(0..<count))
    }

    @Test func theLastResultIsFollowedByAFlush() {
        #expect(delivered(100, threads: 4).last == .some(nil))
        #expect(delivered(0, threads: 4).isEmpty)
    }

    @Test func heavyInputsTakeMorePlacesAndStillPass() {
        let results = delivered(50, threads: 3, weight: OrderedWork<Int, Int>.unitWeight * 1000)
        #expect(results.compactMap { $0 } == Array(0..<50))
    }

    /// However far ahead whoever gives would run, only a bounded number is under way.
    @Test func aSlowReceiverHoldsBackTheGiver() {
        let counts = Mutex((given: 0, received: 0, furthest: 0))
        let ordered = OrderedWork<Int, Int>(threads: 2) {
            $0
        } deliver: { result in
            guard result != nil else { return true }
            counts.withLock { counts in
                counts.furthest = max(counts.furthest, counts.given - counts.received)
                counts.received += 1
            }
            return true
        }
        for input in 0..<5000 {
            _ = ordered.submit(input)
            counts.withLock { $0.given += 1 }
        }
        ordered.finish()
        #expect(counts.withLock { $0.received } == 5000)
        #expect(counts.withLock { $0.furthest } <= 17)
    }

    @Test func aReceiverThatHasEnoughStopsIt() {
        let received = Mutex<[Int]>([])
        let ordered = OrderedWork<Int, Int>(threads: 4) {
            $0
        } deliver: { result in
            received.withLock { received in
                if let result { received.append(result) }
                return received.count < 10
            }
        }
        var input = 0
        while ordered.submit(input) { input += 1 }
        ordered.finish()
        #expect(received.withLock { $0 } == Array(0..<10))
    }
}
