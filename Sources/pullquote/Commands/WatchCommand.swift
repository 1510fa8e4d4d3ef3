import ArgumentParser
import ArticleImport
import ArticleLibrary
import Foundation
import Ingest

/// `pullquote watch`: what comes into folders, into the library.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Import what is in folders, and whatever comes into them, until ^C.",
        discussion: """
            Like “add”, again and again, whenever a file is written or moved there; while nothing happens nothing is looked \
            at, but for articles that an older version annotated: these are annotated anew. For feeds: let a timer fetch them into the folder. Prints a line for each time something came.
            """)

    @Argument(help: ArgumentHelp("Folders to watch.", valueName: "folder"), completion: .directory)
    var paths: [String]

    func run() throws {
        let watched = sourcePaths(paths)
        guard !paths.contains("-") else { throw ValidationError("standard input cannot be watched; “add -” reads it") }
        let library = try LibrarySource.open(.standard)
        let watch: FolderWatch
        do {
            // Before the first import: what comes meanwhile is told.
            watch = try FolderWatch(watched)
        } catch {
            throw Failure(.badInput, error.description)
        }
        // What an older model annotated is annotated anew meanwhile; ^C may end that at any moment.
        let upkeep = AnnotationJob(library)
        upkeep.start()
        while true {
            let progress = try LibrarySource.importing(paths, into: library)
            if progress.stored > 0 { try StandardOutput.print("\(progress.stored) articles new or changed\n") }
            do { try watch.wait() } catch { throw Failure(.inputOutput, error.description) }
        }
    }
}
