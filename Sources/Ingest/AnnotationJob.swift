import Annotator
public import ArticleLibrary
import DocumentModel
import Foundation
import Synchronization

/// Annotates anew, in the background, what an older model annotated, from the texts that the library keeps: the newest articles
/// first.
///
/// One thread that lets all others go first. It writes a few articles at a time, so that nobody who writes waits long; stopped or
/// killed, the next one goes on where it was, since the library knows of each article who annotated it. With nothing to do it
/// ends at once.
public final class AnnotationJob: Sendable {
    private let library: Library
    private let report: @Sendable (ImportJob.Report) -> Void
    private let isCancelled = Atomic<Bool>(false)
    private let running = DispatchGroup()

    /// The most articles that are annotated before they are stored: about a second's work.
    private static let most = 256
    /// So long may others who write wait for it, but for a slow disk.
    private static var turn: Duration { .milliseconds(40) }

    /// A job for a library. It is for one run.
    ///
    /// - Parameter report: called on the job's thread, when the library holds other annotations than before and when it
    ///   cannot be written.
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
            let annotator = Annotator()
            var last: ArticleKey?
            var size = 4
            while !isOver {
                let outdated = try library.outdated(by: Annotator.modelName, after: last, most: Self.most)
                guard let end = outdated.last else { break }
                var done: [(outdated: OutdatedArticle, annotation: Annotation)] = []
                for article in outdated where !isOver { done.append((article, annotator.annotation(of: article.article))) }
                let before = changed
                while !done.isEmpty, !isOver {
                    let start = ContinuousClock.now
                    let part = Array(done.prefix(size))
                    changed += try library.annotate(part, annotator: Annotator.modelName)
                    done.removeFirst(part.count)
                    let share = Self.turn / max(start.duration(to: .now), .microseconds(100))
                    size = max(1, min(Self.most, size * 2, Int(Double(part.count) * share)))
                }
                if changed > before { report(.libraryChanged) }
                last = end.key
            }
            // Who is who waited, and would be left undone by a job that finds nothing to do.
            if changed > 0 { try library.settle() }
        } catch {
            report(.failed(error))
        }
        return changed
    }

    /// Works on a thread of its own and returns at once.
    public func start() {
        running.enter()
        let thread = Thread { [self] in
            // On Linux this is about the thread alone.
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10)
            run()
            running.leave()
        }
        thread.name = "annotation"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Stops after the transaction in hand. Returns at once.
    public func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// Waits until it has ended.
    public func wait() { running.wait() }

    private var isOver: Bool { isCancelled.load(ordering: .relaxed) }
}
