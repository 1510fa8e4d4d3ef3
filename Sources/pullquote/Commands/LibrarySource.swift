import ArticleImport
import ArticleLibrary
import Ingest

/// The library that a command asks, brought up to date.
struct LibrarySource {
    let library: Library
    /// Whether something in the paths could not be read.
    let hasProblems: Bool

    /// The library of these paths, with what is new in them; the standard library for none.
    init(paths: [String]) throws(Failure) {
        library = try Self.open(paths.isEmpty ? .standard : .folder(sourcePaths(paths).map(\.description)))
        hasProblems = try paths.isEmpty ? false : Self.importing(paths, into: library).failed > 0
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
        let meter = ProgressMeter()
        let progress = ImportJob(.paths(sourcePaths(paths)), into: library) { meter.show($0) }.run()
        if let failure = meter.finish() { throw Failure(.inputOutput, failure.description) }
        return progress
    }
}
