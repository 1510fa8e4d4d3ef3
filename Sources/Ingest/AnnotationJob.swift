import Annotator
public import ArticleLibrary
import DocumentModel
import Foundation
import Synchronization

/// Annotates anew, in the background, what an older model annotated, from the texts that the library keeps: the newest articles
/// first.
///
/// One thread annotates and lets all others go first. Another writes, a few articles at a time, and pauses as long again, so that
/// nobody who writes waits long; stopped or killed, the next one goes on where it was, since the library knows of each article who
/// annotated it. Of several jobs on one library, in one process or in many, one works and the others wait and see how far it is; when
/// it is stopped another goes on. With nothing to do it ends at once.
public final class AnnotationJob: Sendable {
    private let library: Library
    private let report: @Sendable (ImportJob.Report) -> Void
    private let state = Mutex(State())
    private let running = DispatchGroup()

    private struct State {
        var isCancelled = false
        /// Whether another job is at work.
        var isWaiting = false
    }

    /// How many articles are annotated before they are stored: so many first, which are seen soon, then as many as take so long.
    private static let (first, least, most) = (48, 8, 256)
    private static var round: Duration { .milliseconds(500) }
    /// So long may others who write wait for it, but for a long article or a slow disk.
    private static var turn: Duration { .milliseconds(8) }

    /// A job for a library. It is for one run.
    ///
    /// - Parameter report: called on the job's thread, and by ``lookAround()``: how many articles are left, when the library holds
    ///   other annotations than before, and when it cannot be written.
    public init(_ library: Library, report: @escaping @Sendable (ImportJob.Report) -> Void = { _ in }) {
        self.library = library
        self.report = report
    }

    /// Annotates, and returns when all is done or it was cancelled; gives how many articles have another annotation than
    /// before.
    @discardableResult
    public func run() -> Int {
        var changed = 0
        do throws(LibraryError) {
            guard !library.isReadOnly, try library.outdated(by: Annotator.modelName) > 0 else { return 0 }
            defer { report(.annotating(left: 0)) }
            let lock = waitForTurn()
            defer { withExtendedLifetime(lock) {} }
            var size = 4
            var last: ArticleKey?
            var count = Self.first
            while !isOver {
                try report(.annotating(left: library.outdated(by: Annotator.modelName)))
                let start = ContinuousClock.now
                // One more tells whether these are the last.
                var outdated = try library.outdated(by: Annotator.modelName, after: last, most: count + 1)
                let areMore = outdated.count > count
                guard let final = outdated.popLast() else { break }
                changed += try renew(outdated, &size)
                last = outdated.last?.key
                let share = Self.round / max(start.duration(to: .now), .milliseconds(1))
                count = max(Self.least, min(Self.most, count * 2, Int(Double(count) * share)))
                guard !areMore else { continue }
                // The last article waits for who is who: a job that is stopped there finds something to do the next time.
                try settle()
                changed += try renew([final], &size, isEnd: true)
                try settle()
                break
            }
        } catch {
            report(.failed(error))
        }
        return changed
    }

    /// Waits while another job is at work on the library. Nil where nobody can know of the other: what is done twice is the same.
    private func waitForTurn() -> AnnotationLock? {
        let mayWait = state.withLock { state in
            state.isWaiting = !state.isCancelled
            return state.isWaiting
        }
        guard mayWait else { return nil }
        lookAround()
        let lock = AnnotationLock(of: library)
        state.withLock { $0.isWaiting = false }
        return lock
    }

    /// Reports how many articles are left, while another job is at work. To be called when somebody wrote to the library.
    public func lookAround() {
        guard state.withLock({ $0.isWaiting }), let left = try? library.outdated(by: Annotator.modelName) else { return }
        report(.annotating(left: left))
    }

    /// Annotates these articles anew; gives how many have another annotation than before.
    ///
    /// - Parameter size: how many articles the next transaction takes.
    private func renew(
        _ outdated: [OutdatedArticle], _ size: inout Int, isEnd: Bool = false
    ) throws(LibraryError) -> Int {
        var done = annotated(outdated)
        var changed = 0
        while !done.isEmpty, !isOver {
            let part = Array(done.prefix(size))
            done.removeFirst(part.count)
            let start = ContinuousClock.now
            changed += try library.annotate(part, annotator: Annotator.modelName, isMoreToCome: !isEnd)
            let time = max(start.duration(to: .now), .microseconds(100))
            size = max(1, min(Self.most, size * 2, Int(Double(part.count) * (Self.turn / time))))
            pause(for: time)
        }
        if changed > 0 { report(.libraryChanged) }
        return changed
    }

    /// Annotates in a thread that lets all others go first. Whoever writes must not be one: others would wait for it and it for them.
    private func annotated(_ articles: [OutdatedArticle]) -> [(outdated: OutdatedArticle, annotation: Annotation)] {
        let done = Mutex<[(outdated: OutdatedArticle, annotation: Annotation)]>([])
        let annotating = DispatchGroup()
        annotating.enter()
        let thread = Thread { [self] in
            // On Linux this is about the thread alone.
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10)
            let annotator = Annotator()
            for article in articles where !isOver {
                let annotation = annotator.annotation(of: article.article)
                done.withLock { $0.append((article, annotation)) }
            }
            annotating.leave()
        }
        thread.name = "annotation"
        thread.stackSize = 8 << 20
        thread.start()
        annotating.wait()
        return done.withLock { $0 }
    }

    /// Who is who waited.
    private func settle() throws(LibraryError) {
        try library.settle(turn: Self.turn) {
            pause(for: Self.turn)
            return !isOver
        }
    }

    /// Lets others write.
    private func pause(for time: Duration) {
        usleep(UInt32(max(1, min(20, time / .milliseconds(1))) * 1000))
    }

    /// Works on a thread of its own and returns at once.
    public func start() {
        running.enter()
        let thread = Thread { [self] in
            run()
            running.leave()
        }
        thread.name = "upkeep"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Stops after the transaction in hand. Returns at once.
    public func cancel() { state.withLock { $0.isCancelled = true } }

    /// Waits until it has ended, or, once cancelled, until it will write nothing more: another job at work holds nobody up.
    public func wait() {
        if state.withLock({ $0.isCancelled && $0.isWaiting }) { return }
        running.wait()
    }

    private var isOver: Bool { state.withLock { $0.isCancelled } }
}
