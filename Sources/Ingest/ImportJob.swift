import Annotator
import ArticleImport
public import ArticleLibrary
import DocumentModel
import Foundation
import Synchronization

/// Reads articles, annotates them and puts them into a library, in the order of their source whatever the threads do. What
/// the library knows unchanged is not opened.
///
/// One thread walks and reads streams; one for each core, and one more, annotate, and in turn store, in transactions that grow
/// from a few articles, so that a list fills at once, to as many as two fifths of a second store.
public final class ImportJob: Sendable {
    /// How far an import has come.
    public struct Progress: Sendable, Equatable {
        /// Files passed over or read, and of streams the records.
        public var done = 0
        /// How many there are, as far as known: it grows while folders are walked and streams are read.
        public var total = 0
        /// How many of `done` could not be read.
        public var failed = 0
        /// Why, in a few words, and how many for each reason.
        public var reasons: [String: Int] = [:]
        /// How many of `done` were passed over, since they are as the library knows them.
        public var unchanged = 0
        /// Articles that went into the library, new or changed.
        public var stored = 0
        /// The file that was read last; nil before the first, `-` for standard input.
        public var current: String?
        /// Whether it goes on.
        public var isRunning = true
        /// Nothing done yet.
        public init() {}
    }

    /// What an import says while it runs.
    public enum Report: Sendable {
        /// It moved on.
        case progress(Progress)
        /// So many articles are left to be annotated anew: see ``AnnotationJob``.
        case annotating(left: Int)
        /// The library holds other articles than before.
        case libraryChanged
        /// A line for the reader: a file or record that cannot be read, and why.
        case problem(String)
        /// The library cannot be written: the import ends.
        case failed(LibraryError)
    }

    private let source: ImportSource
    private let library: Library
    private let report: @Sendable (Report) -> Void
    /// What is read and not yet stored. Whoever stores holds it, so that it is one at a time.
    private let storing: Mutex<Storing>
    private let total = Counter()
    /// Whether all that there is has been read, and waits only to be annotated and stored.
    private let isReadToEnd = Atomic<Bool>(false)
    private let isCancelled = Atomic<Bool>(false)
    private let running = DispatchGroup()

    /// An import of these files and folders (`-`: standard input) into a library.
    /// - Parameter report: called on the import's threads, never on two at once.
    public convenience init(
        _ paths: [String], into library: Library, report: @escaping @Sendable (Report) -> Void = { _ in }
    ) {
        self.init(.paths(paths.map { SourcePath($0) }), into: library, report: report)
    }

    /// An import of this source into a library. A job is for one run.
    public init(
        _ source: ImportSource, into library: Library, report: @escaping @Sendable (Report) -> Void = { _ in }
    ) {
        self.source = source
        self.library = library
        self.report = report
        storing = Mutex(Storing())
    }

    /// Imports, and returns when all is stored, or when it was cancelled and what was read whole is stored.
    @discardableResult
    public func run() -> Progress {
        let annotator = Annotator()
        // One thread more than cores: while one stores, the others annotate.
        let threads = max(1, ProcessInfo.processInfo.activeProcessorCount) + 1
        let work = OrderedWork<ImportWork, ImportOutcome>(threads: threads, places: 1_024) {
            [self] in
            isOver ? ImportOutcome() : ImportOutcome(of: $0, annotator)
        } deliver: { [self] outcome in
            take(outcome)
        }
        ImportReader(source: source, library: library, total: total) { [self] in
            !isOver && work.submit($0, weight: $1)
        }.run()
        isReadToEnd.store(true, ordering: .relaxed)
        work.finish()
        return storing.withLock { storing in
            if !isOver, store(&storing) { settle() }
            tell(&storing, isRunning: false)
            return storing.progress
        }
    }

    /// Imports on threads of its own and returns at once.
    ///
    /// - Parameter next: called on one of them when all is imported, unless the import was cancelled.
    public func start(then next: @escaping @Sendable () -> Void = {}) {
        running.enter()
        let thread = Thread { [self] in
            run()
            if !isOver { next() }
            running.leave()
        }
        thread.name = "import"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Stops after the transaction in hand; what is stored stays whole, and the next import goes on from there. Returns at
    /// once.
    public func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// Waits until a started import has ended, or, once cancelled, until nothing more will be stored: a stream on which
    /// nothing comes holds nobody up.
    public func wait() {
        if isOver { storing.withLock { $0.steps = [] } } else { running.wait() }
    }

    // MARK: Storing

    private var isOver: Bool { isCancelled.load(ordering: .relaxed) }

    /// Takes an outcome in order; nil when there is none left to wait for. False ends the work.
    private func take(_ outcome: ImportOutcome?) -> Bool {
        storing.withLock { storing in
            guard !isOver else { return false }
            if let outcome {
                storing.progress.done += outcome.done
                storing.progress.failed += outcome.problems.count
                storing.progress.unchanged += outcome.unchanged
                storing.progress.current = outcome.path ?? storing.progress.current
                for problem in outcome.problems {
                    storing.progress.reasons[problem.reason.kind, default: 0] += 1
                    report(.problem(problem.description))
                }
                storing.add(outcome.steps)
            }
            guard outcome == nil ? storing.isDueWhenIdle : storing.isDue(left: left(storing.progress)) else {
                if storing.isWorthTelling { tell(&storing, isRunning: true) }
                return true
            }
            let goesOn = store(&storing)
            if goesOn { tell(&storing, isRunning: true) }
            return goesOn
        }
    }

    /// How many are still to come, near the end; nil before.
    private func left(_ progress: Progress) -> Int? {
        isReadToEnd.load(ordering: .relaxed) ? total.value - progress.done : nil
    }

    private func store(_ storing: inout Storing) -> Bool {
        let steps = storing.next()
        guard !steps.isEmpty else { return true }
        do {
            let start = ContinuousClock.now
            let additions = try library.add(steps, isMoreToCome: true)
            storing.took(start.duration(to: .now))
            storing.progress.stored += additions.added + additions.replaced
            if additions.changesAnything { report(.libraryChanged) }
            return true
        } catch {
            report(.failed(error))
            cancel()
            return false
        }
    }

    /// Whoever is named so often that their names waited for the end.
    private func settle() {
        do { try library.settle() } catch { report(.failed(error)) }
    }

    private func tell(_ storing: inout Storing, isRunning: Bool) {
        storing.told()
        storing.progress.isRunning = isRunning
        storing.progress.total = max(total.value, storing.progress.done)
        report(.progress(storing.progress))
    }
}

/// What one transaction will hold, and when it is time for it.
private struct Storing {
    var progress = ImportJob.Progress()
    var steps: [ImportStep] = []
    private var articles = 0
    /// The next transaction's articles: few first, so that a list fills at once.
    private var size = 16
    private var lastTold = ContinuousClock.now
    private var lastStored = ContinuousClock.now

    mutating func add(_ more: [ImportStep]) {
        steps += more
        for case .article in more { articles += 1 }
    }

    /// Whether it is time to store what is there, although more is under way.
    ///
    /// - Parameter left: how many are, where it is known. The fewer they are the smaller is a transaction: what is stored once nothing
    ///   is left to be annotated keeps one core alone busy.
    func isDue(left: Int?) -> Bool {
        let size = min(size, max(Self.least, left ?? size))
        return articles >= size || steps.count >= 8 * size || isLate(by: .seconds(1))
    }

    /// Whether it is, when nothing more is under way.
    var isDueWhenIdle: Bool { isLate(by: .milliseconds(250)) }

    /// Whether somebody would like to know how far it is: at once in the beginning, some times a second later.
    var isWorthTelling: Bool { lastTold.duration(to: .now) > (isBeginning ? Self.soon : .milliseconds(250)) }

    /// Whether somebody would like to see what came.
    private func isLate(by time: Duration) -> Bool { lastStored.duration(to: .now) > (isBeginning ? Self.soon : time) }
    private var isBeginning: Bool { size < Self.least }

    mutating func told() { lastTold = .now }

    mutating func next() -> [ImportStep] {
        defer { steps = [] }
        return steps
    }

    /// Fits the next transaction's size to how long this one took: the fewer there are the less is written, but others who
    /// write wait for each.
    mutating func took(_ time: Duration) {
        size = min(Self.most, size * 2, max(Self.least, Int(Double(articles) * (Self.turn / max(time, .milliseconds(1))))))
        articles = 0
        lastStored = .now
    }

    /// So long may a transaction take.
    private static var turn: Duration { .milliseconds(400) }
    private static var soon: Duration { .milliseconds(15) }
    /// So few articles make one, however long they take, and so many, however quick they are.
    private static let (least, most) = (64, 1_024)
}
