import ArticleImport
import ArticleLibrary
import Ingest

/// Libraries, opened and filled.
enum LibrarySource {
    /// Opens the library of these paths; the standard library for none.
    static func open(paths: [String]) throws(Failure) -> Library { try open(location(of: paths)) }

    /// Where the library of these paths is.
    static func location(of paths: [String]) -> LibraryLocation {
        paths.isEmpty ? .standard : .folder(sourcePaths(paths).map(\.description))
    }

    /// Opens a library; tells when it is not where it should be.
    ///
    /// - Parameter needsFile: whether an empty one in memory would not do: what is listed would be nothing, and what is added
    ///   gone with it. Of a folder's library the articles are read anew.
    static func open(_ location: LibraryLocation, needsFile: Bool = true) throws(Failure) -> Library {
        let (library, notice) = try opened(location)
        if needsFile, location == .standard, library.path == nil {
            throw Failure(.inputOutput, notice ?? "there is no file to keep the library in")
        }
        if let notice { StandardError.complain(notice) }
        return library
    }

    /// Opens a library, with a line on standard error where an older program made it and that takes a while; the notice says
    /// where it is not kept.
    static func opened(_ location: LibraryLocation) throws(Failure) -> (library: Library, notice: String?) {
        do throws(LibraryError) {
            return try upgraded(location)
        } catch {
            throw Failure(.inputOutput, error.description)
        }
    }

    private static func upgraded(
        _ location: LibraryLocation
    ) throws(LibraryError) -> (library: Library, notice: String?) {
        let meter = UpgradeMeter(location.path() ?? "")
        do throws(LibraryError) {
            let opened = try location.open { meter.show($0) }
            meter.finish(isDone: true)
            return opened
        } catch {
            meter.finish(isDone: false)
            throw error
        }
    }

    /// Checks the library of these paths: one too damaged to be opened is damaged too.
    static func check(paths: [String]) throws(Failure) -> LibraryCheck {
        do throws(LibraryError) {
            let (library, notice) = try upgraded(location(of: paths))
            if let notice { StandardError.complain(notice) }
            return try library.check()
        } catch {
            guard error.reason == .damaged else { throw Failure(.inputOutput, error.description) }
            return LibraryCheck(problems: [error.description])
        }
    }

    /// Imports, with progress where somebody looks and a line for each thing that cannot be read.
    static func importing(_ paths: [String], into library: Library) throws(Failure) -> ImportJob.Progress {
        try importing(.paths(sourcePaths(paths)), into: library)
    }

    /// Imports from a source.
    static func importing(_ source: ImportSource, into library: Library) throws(Failure) -> ImportJob.Progress {
        let meter = ProgressMeter()
        let job = ImportJob(source, into: library) { meter.show($0) }
        Interruption.onSignal {
            job.cancel()
            // What is being stored is stored to its end.
            job.wait()
            if let failure = meter.finish() { StandardError.complain(failure.description) }
            let progress = meter.progress
            StandardError.complain(
                "interrupted: \(progress.done) of \(progress.total) looked at, \(progress.stored) articles new or changed; "
                    + "the same command goes on from there")
        }
        defer { Interruption.onSignal(nil) }
        let progress = job.run()
        Interruption.yieldIfInterrupted()
        if let failure = meter.finish() { throw Failure(.inputOutput, failure.description) }
        return progress
    }
}
