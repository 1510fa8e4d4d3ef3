/// How much may be under way to the terminal, so that on a slow line no key waits behind frames that are out of date.
///
/// What lies in the buffers between program and terminal can be seen from neither end. So the terminal is asked now and then
/// whether it is well (DSR 5), and its answer says that all before the question has been drawn. As long as answers come
/// about as fast as the fastest, more may be under way; when they come later, something queues up, and less may be: the way
/// of TCP Vegas (Brakmo and Peterson 1995). A terminal that does not answer is waited for once, and not asked again.
///
/// A pure value; times are in milliseconds.
struct OutputPacing: Equatable {
    /// So many bytes are sent between two questions, at least.
    private static let stride = 512
    private static let leastWindow = 1024
    private static let mostWindow = 1 << 16
    /// So much longer than the fastest an answer may take before it tells of a queue.
    private static let slack: UInt64 = 60
    /// An answer that takes longer than this is not waited for any more: the first, and those of a terminal that has
    /// answered before.
    private static let (firstPatience, patience): (UInt64, UInt64) = (1000, 5000)
    /// So long, at most, the terminal's next user has to wait for the last answers to come in.
    private static let (shortFarewell, longFarewell): (UInt64, UInt64) = (500, 1000)
    private static let mostQuestions = 8

    private struct Question: Equatable {
        var bytes: Int
        var time: UInt64
    }

    private var questions: [Question] = []
    private var unasked = 0
    /// Enough for the first frames, before anything is known.
    private var window = 8192
    /// Whether nothing has queued up yet: until then more and more is sent.
    private var isStarting = true
    private var fastest: UInt64?
    private var isAnswering = false
    private var isSilent = false

    /// Whether answers are still to come.
    var isWaiting: Bool { !questions.isEmpty }

    /// Notes bytes that are about to be sent; true when a question is to follow them, which `isUrgent` demands.
    mutating func send(_ count: Int, isUrgent: Bool = false, at now: UInt64) -> Bool {
        giveUp(at: now)
        guard !isSilent else { return false }
        unasked += count
        guard isUrgent || unasked >= Self.stride, questions.count < Self.mostQuestions else { return false }
        questions.append(Question(bytes: unasked, time: now))
        unasked = 0
        return true
    }

    /// Notes an answer.
    mutating func answer(at now: UInt64) {
        isSilent = false
        guard !questions.isEmpty else { return }
        let question = questions.removeFirst()
        let delay = now - min(now, question.time)
        let best = min(fastest ?? delay, delay)
        fastest = best
        isAnswering = true
        if delay > best + Self.slack {
            isStarting = false
            window = max(Self.leastWindow, window / 2)
        } else {
            window = min(Self.mostWindow, window + (isStarting ? window : Self.stride))
        }
    }

    /// How long to hold the next frame back for an answer, at most; nil when it may be sent.
    mutating func hold(at now: UInt64) -> UInt64? {
        giveUp(at: now)
        guard let first = questions.first, questions.reduce(unasked, { $0 + $1.bytes }) >= window else { return nil }
        return first.time + limit - min(now, first.time + limit) + 1
    }

    /// How long, before the terminal is given back, to wait for the answers that are still to come: nothing of them is for
    /// whoever has it next.
    func farewell(at now: UInt64) -> UInt64 {
        guard let last = questions.last else { return 0 }
        let passed = now - min(now, last.time)
        let usual = isAnswering ? Self.longFarewell : Self.shortFarewell
        return usual - min(usual, passed)
    }

    private var limit: UInt64 { isAnswering ? Self.patience : Self.firstPatience }

    private mutating func giveUp(at now: UInt64) {
        guard let first = questions.first, now > first.time + limit else { return }
        questions = []
        unasked = 0
        isAnswering = false
        isSilent = true
    }
}
