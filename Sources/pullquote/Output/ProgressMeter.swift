import ArticleLibrary
import Foundation
import Ingest
import Synchronization

/// An import's progress as one line of standard error, drawn anew ten times a second; nothing where no terminal shows it.
final class ProgressMeter: Sendable {
    private struct State {
        var drawn = ContinuousClock.now - .seconds(1)
        var isShown = false
        var failure: LibraryError?
    }
    private let state = Mutex(State())

    /// Takes what an import says. May be called from any thread.
    func show(_ report: ImportJob.Report) {
        state.withLock { state in
            switch report {
            case .progress(let progress):
                guard StandardError.isTerminal, state.drawn.duration(to: .now) > .milliseconds(100) else { return }
                state.drawn = .now
                state.isShown = true
                StandardError.write("\r\u{1B}[K" + Self.line(progress))
            case .libraryChanged: break
            case .problem(let problem):
                Self.erase(&state)
                StandardError.complain(problem)
            case .failed(let error): state.failure = error
            }
        }
    }

    /// Takes the line away; gives why the import ended before its time.
    func finish() -> LibraryError? {
        state.withLock { state in
            Self.erase(&state)
            return state.failure
        }
    }

    private static func erase(_ state: inout State) {
        if state.isShown { StandardError.write("\r\u{1B}[K") }
        state.isShown = false
    }

    private static func line(_ progress: ImportJob.Progress) -> String {
        let cells = 24
        let filled = progress.total > 0 ? min(cells, progress.done * cells / progress.total) : 0
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
        let failed = progress.failed > 0 ? ", \(progress.failed) unreadable" : ""
        return "\(bar) \(progress.done) of \(progress.total)\(failed)"
    }
}
