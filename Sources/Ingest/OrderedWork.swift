import Dispatch
import Foundation
import Synchronization

/// The same work on many inputs in several threads, with the results handed on in the order of the inputs.
///
/// A bounded number of inputs is under way: whoever gives more waits, so that a stream of any length needs no more
/// memory. Threads of our own, not tasks: the concurrency runtime would wake the process once a second for ever.
public final class OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
    private struct State: Sendable {
        /// What waits for a thread, oldest first; nil sends a thread home.
        var waiting: [(place: Int, input: Input?, weight: Int)] = []
        var next = 0
        /// What is done and waits for its predecessors.
        var done: [Int: (output: Output, weight: Int)] = [:]
        var submitted = 0
        var delivered = 0
        /// Places that are free and that whoever gives inputs was not told of yet.
        var freed = 0
        var isDelivering = false
        var isStopped = false

        /// What is next in order, if it is done, and whether all that was given is done with it.
        mutating func take() -> (output: Output, weight: Int, isLast: Bool)? {
            let result = done.removeValue(forKey: delivered)
            isDelivering = result != nil
            return result.map { ($0.output, $0.weight, submitted == delivered + 1) }
        }

        /// Frees places, and gives how many there are to tell of: several at once, since each waking costs as much as a small
        /// input; or, where nothing is under way any more, all.
        mutating func free(_ places: Int, atLeast least: Int) -> Int {
            freed += places
            guard freed >= least || submitted == delivered else { return 0 }
            defer { freed = 0 }
            return freed
        }
    }

    /// Inputs of this weight take one place among those under way; heavier ones take more.
    public static var unitWeight: Int { 1 << 18 }

    private let state = Mutex(State())
    private let places: Int
    private let free: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)
    private let left = DispatchSemaphore(value: 0)
    private let threads: Int
    private let work: @Sendable (Input) -> Output
    private let deliver: @Sendable (Output?) -> Bool

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - threads: How many work at the same time; at least one.
    ///   - places: How many inputs are under way at most; more let the others work on while a delivery takes its time.
    ///   - work: Called in any of the threads.
    ///   - deliver: Called with each result in order, by one thread at a time; with nil whenever all that was given so
    ///     far is delivered, which is the moment to flush. False stops the work: what is under way is dropped.
    public init(
        threads: Int, places: Int? = nil, work: @escaping @Sendable (Input) -> Output,
        deliver: @escaping @Sendable (Output?) -> Bool
    ) {
        self.threads = max(1, threads)
        self.places = places ?? max(16, 4 * self.threads)
        free = DispatchSemaphore(value: self.places)
        self.work = work
        self.deliver = deliver
        for number in 0..<self.threads {
            let thread = Thread { [self] in run() }
            thread.name = "work \(number)"
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// Gives an input; waits while enough are under way. False once ``deliver`` has said to stop. To be called by one
    /// thread alone.
    ///
    /// - Parameter weight: About how many bytes the input holds.
    public func submit(_ input: Input, weight: Int = 0) -> Bool {
        let weight = min(places, 1 + weight / Self.unitWeight)
        for _ in 0..<weight { free.wait() }
        let isStopped = state.withLock { state in
            state.waiting.append((state.submitted, input, weight))
            state.submitted += 1
            return state.isStopped
        }
        filled.signal()
        return !isStopped
    }

    /// Waits until all that was given is delivered, and ends the threads. Nothing may be given afterwards.
    public func finish() {
        for _ in 0..<threads {
            state.withLock { $0.waiting.append((-1, nil, 0)) }
            filled.signal()
        }
        for _ in 0..<threads { left.wait() }
    }

    private func run() {
        while true {
            filled.wait()
            let job = state.withLock { state in
                defer {
                    state.next += 1
                    // What has been taken goes in batches, so that taking stays cheap.
                    if state.next > 64 {
                        state.waiting.removeFirst(state.next)
                        state.next = 0
                    }
                }
                // The place in the row stays for a while; what is worked on does not stay with it.
                defer { state.waiting[state.next].input = nil }
                return state.waiting[state.next]
            }
            guard let input = job.input else { break }
            let output = work(input)
            state.withLock { $0.done[job.place] = (output, job.weight) }
            deliverDone()
        }
        left.signal()
    }

    /// Hands on what is next in order, unless another thread is doing it, which then sees what this one has done.
    private func deliverDone() {
        var result = state.withLock { $0.isDelivering ? nil : $0.take() }
        while let (output, weight, isLast) = result {
            var goesOn = state.withLock { !$0.isStopped } && deliver(output)
            if goesOn, isLast { goesOn = deliver(nil) }
            let freed: Int
            (freed, result) = state.withLock { state in
                if !goesOn { state.isStopped = true }
                state.delivered += 1
                return (state.free(weight, atLeast: places / 4), state.take())
            }
            for _ in 0..<freed { free.signal() }
        }
    }
}
