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
    static func open(_ location: LibraryLocation) throws(Failure) -> Library {
        do throws(LibraryError) {
            let (library, notice) = try location.open()
            if let notice { StandardError.complain(notice) }
            return library
        } catch {
            throw Failure(.inputOutput, error.description)
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
