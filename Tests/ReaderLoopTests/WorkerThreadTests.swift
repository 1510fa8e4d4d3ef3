import Dispatch
import DocumentModel
import Query
import Reader
import Synchronization
import Testing

@testable import ReaderLoop

@Suite("A thread that carries out effects")
struct WorkerThreadTests {
    /// What a worker did, in order.
    private final class Log: Sendable {
        private let lines = Mutex<[Effect]>([])
        func note(_ effect: Effect) { lines.withLock { $0.append(effect) } }
        var all: [Effect] { lines.withLock { $0 } }
    }

    private func list(_ generation: Int) -> Effect { .list(.all, rows: 0..<10, keeping: nil, generation: generation) }
    private let open = Effect.open(ArticleKey(rawValue: 1), generation: 9)

    @Test("Of the questions that wait only the last of a kind is asked")
    func superseded() {
        let log = Log()
        let (began, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let worker = WorkerThread("test", merging: Effect.needed(of:)) { effect in
            log.note(effect)
            began.signal()
            goOn.wait()
            return nil
        } deliver: { _ in
        }
        worker.submit(list(1))
        began.wait()
        #expect(worker.isBusy)
        for effect in [list(2), list(3), open, list(4)] { worker.submit(effect) }
        for _ in 0..<3 { goOn.signal() }
        worker.end()
        worker.wait()
        #expect(log.all == [list(1), open, list(4)])
    }

    @Test("Marks are all stored before the end, in their order")
    func order() {
        let log = Log()
        let worker = WorkerThread("test") { effect in
            log.note(effect)
            return nil
        } deliver: { _ in
        }
        let marks = (0..<500).map { Effect.setPlace(ArticleKey(rawValue: $0 % 3), Int($0)) }
        for mark in marks { worker.submit(mark) }
        worker.end()
        worker.wait()
        #expect(log.all == marks)
    }

    @Test("What waits can be given up")
    func dropping() {
        let log = Log()
        let (began, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let worker = WorkerThread("test") { effect in
            log.note(effect)
            began.signal()
            goOn.wait()
            return nil
        } deliver: { _ in
        }
        worker.submit(list(1))
        began.wait()
        worker.submit(list(2))
        worker.end(droppingRest: true)
        goOn.signal()
        worker.wait()
        #expect(log.all == [list(1)])
    }

    @Test("Whoever has the answer sees the worker idle")
    func idle() {
        let answered = DispatchSemaphore(value: 0)
        let worker = WorkerThread("test") { _ in
            .libraryChanged
        } deliver: { _ in
            answered.signal()
        }
        for _ in 0..<200 {
            worker.submit(list(1))
            answered.wait()
            #expect(!worker.isBusy)
        }
        worker.end()
        worker.wait()
    }
}
