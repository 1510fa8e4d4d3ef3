import Dispatch
import Foundation
import Reader
import Synchronization

/// A thread that carries out effects one after the other, and sleeps while there are none.
final class WorkerThread: Sendable {
    private struct Queue {
        var waiting: [Effect] = []
        var isWorking = false
        var isEnding = false
    }

    private let queue = Mutex(Queue())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let merge: @Sendable ([Effect]) -> [Effect]

    /// Starts a thread.
    ///
    /// - Parameters:
    ///   - merge: What of the effects that wait is worth doing.
    ///   - perform: Carries one out; what it gives goes to `deliver`.
    init(
        _ name: String, merging merge: @escaping @Sendable ([Effect]) -> [Effect] = { $0 },
        _ perform: @escaping @Sendable (Effect) -> Event?, deliver: @escaping @Sendable (Event) -> Void
    ) {
        self.merge = merge
        let thread = Thread { [self] in
            while let effect = next() {
                let event = perform(effect)
                // Before the event is seen, so that nobody who has it waits for another.
                queue.withLock { $0.isWorking = false }
                if let event { deliver(event) }
            }
            ended.signal()
        }
        thread.name = name
        thread.start()
    }

    /// Whether something waits or is being done.
    var isBusy: Bool { queue.withLock { $0.isWorking || !$0.waiting.isEmpty } }

    /// Has an effect carried out.
    func submit(_ effect: Effect) {
        queue.withLock { queue in
            queue.waiting.append(effect)
            queue.waiting = merge(queue.waiting)
        }
        wake.signal()
    }

    /// Ends the thread when it has done everything, or, with `droppingRest`, what it is at. Returns at once.
    func end(droppingRest: Bool = false) {
        queue.withLock { queue in
            queue.isEnding = true
            if droppingRest { queue.waiting = [] }
        }
        wake.signal()
    }

    /// Waits for the end, once.
    func wait() { ended.wait() }

    /// The next effect, as soon as there is one; nil at the end.
    private func next() -> Effect? {
        while true {
            let (effect, isOver) = queue.withLock { queue -> (Effect?, Bool) in
                if queue.waiting.isEmpty { return (nil, queue.isEnding) }
                queue.isWorking = true
                return (queue.waiting.removeFirst(), false)
            }
            if let effect { return effect }
            if isOver { return nil }
            wake.wait()
        }
    }
}
