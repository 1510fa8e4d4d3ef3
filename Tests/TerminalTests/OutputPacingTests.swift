import Testing

@testable import Terminal

@Suite("How much is under way")
struct OutputPacingTests {
    /// A line: so long until a byte is there, and until its answer is back; so many bytes a millisecond.
    private struct Line {
        var delay: UInt64
        var rate: Double
        var busyUntil: UInt64 = 0
        var answers: [UInt64] = []

        mutating func send(_ count: Int, asks: Bool, at now: UInt64) {
            busyUntil = max(busyUntil, now) + UInt64(Double(count) / rate)
            if asks { answers.append(busyUntil + 2 * delay) }
        }

        mutating func answers(at now: UInt64) -> Int {
            let come = answers.prefix { $0 <= now }.count
            answers.removeFirst(come)
            return come
        }
    }

    /// Frames of `size` bytes wanted every `interval` milliseconds; gives, after a start, how long the last byte of each frame
    /// was under way, and how many frames were sent.
    private func run(_ line: Line, size: Int, interval: UInt64) -> (longest: UInt64, frames: Int) {
        var line = line
        var pacing = OutputPacing()
        var (longest, frames, isWanted): (UInt64, Int, Bool) = (0, 0, false)
        for now in UInt64(0)..<20_000 {
            for _ in 0..<line.answers(at: now) { pacing.answer(at: now) }
            if now.isMultiple(of: interval) { isWanted = true }
            guard isWanted, pacing.hold(at: now) == nil else { continue }
            isWanted = false
            let asks = pacing.send(size, at: now)
            line.send(size, asks: asks, at: now)
            guard now > 8000 else { continue }
            frames += 1
            longest = max(longest, line.busyUntil + line.delay - now)
        }
        return (longest, frames)
    }

    @Test("On a slow line a frame waits for no more than the one before it")
    func slow() {
        // 16 kB/s, 140 ms there and back; a key every 33 ms, each wanting a frame of 3 KB.
        let (longest, frames) = run(Line(delay: 70, rate: 16), size: 3000, interval: 33)
        // One frame takes 187 ms on the line and 70 ms to arrive.
        #expect(longest <= 2 * 187 + 70)
        #expect(frames >= 12_000 / 400)
    }

    @Test("On a fast line, near or far, every frame is sent", arguments: [UInt64(0), 70])
    func fast(delay: UInt64) {
        let (_, frames) = run(Line(delay: delay, rate: 10_000), size: 3000, interval: 33)
        #expect(frames >= 12_000 / 33 - 1)
    }

    @Test("A terminal that does not answer is waited for once, for a second, and not asked again")
    func silent() {
        var pacing = OutputPacing()
        for now in stride(from: UInt64(0), to: 5000, by: 10) {
            let hold = pacing.hold(at: now)
            #expect(hold == nil || now <= 1000)
            guard hold == nil else { continue }
            let asks = pacing.send(4000, at: now)
            #expect(!asks || now <= 1000)
        }
    }

    @Test("One that stops answering is waited for once")
    func fallsSilent() {
        var pacing = OutputPacing()
        var asks = pacing.send(4000, at: 0)
        #expect(asks)
        pacing.answer(at: 10)
        asks = pacing.send(60_000, at: 20)
        #expect(asks)
        let (soon, late) = (pacing.hold(at: 30), pacing.hold(at: 5100))
        #expect((soon ?? 0) > 900 && late == nil)
        #expect(pacing.farewell(at: 5100) == 0 && !pacing.isWaiting)
    }

    @Test("Small frames are not asked about one by one")
    func small() {
        var pacing = OutputPacing()
        let questions = (0..<50).count { pacing.send(100, at: UInt64($0) * 100) }
        #expect(questions <= 10)
    }
}
