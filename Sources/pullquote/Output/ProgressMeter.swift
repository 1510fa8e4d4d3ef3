import ArticleLibrary
import Foundation
import Ingest
import Interchange
import Screen
import Synchronization

/// An import's progress on standard error.
final class ProgressMeter: Sendable {
    private struct State {
        var line = StatusLine()
        var failure: LibraryError?
        var progress = ImportJob.Progress()
    }
    private let state = Mutex(State())

    /// Takes what an import says. May be called from any thread.
    func show(_ report: ImportJob.Report) {
        state.withLock { state in
            switch report {
            case .progress(let progress):
                state.progress = progress
                state.line.show(
                    drawn: { ProgressLine(progress, after: $0).drawn(columns: $1) },
                    plain: { ProgressLine(progress, after: $0).plain })
            case .libraryChanged, .annotating: break
            case .problem(let problem):
                state.line.erase()
                StandardError.complain(problem)
            case .failed(let error): state.failure = error
            }
        }
    }

    /// How far the import has come.
    var progress: ImportJob.Progress { state.withLock { $0.progress } }

    /// Takes the line away; gives why the import ended before its time.
    func finish() -> LibraryError? {
        state.withLock { state in
            state.line.erase()
            return state.failure
        }
    }
}

/// An import's progress in words.
struct ProgressLine {
    private let progress: ImportJob.Progress
    private let seconds: Double

    init(_ progress: ImportJob.Progress, after elapsed: Duration) {
        self.progress = progress
        seconds = elapsed.seconds
    }

    /// `1200 of 5000, 400/s, 9 s left, 3 skipped (2 empty, 1 no text)`.
    var plain: String {
        var parts = ["\(progress.done) of \(progress.total)"]
        let rate = seconds > 0.5 ? Double(progress.done) / seconds : 0
        if rate >= 1 {
            parts.append("\(Int(rate))/s")
            parts.append("\(StatusLine.time(Double(progress.total - progress.done) / rate)) left")
        }
        if progress.failed > 0 { parts.append("\(progress.failed) skipped (\(Self.reasons(progress)))") }
        return parts.joined(separator: ", ")
    }

    /// With a bar before it, and behind it the file in hand as far as there is room.
    func drawn(columns: Int) -> String {
        let bar = StatusLine.bar(
            progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0, columns: columns)
        var line = "\(bar) \(plain)"
        let room = columns - 2 - TextWidth.of(line)
        if let current = progress.current, current != "-", room > 12 {
            line += "  " + Self.end(of: Interchange.CellText.line(current), columns: room - 1)
        }
        return TextWidth.truncated(line, to: max(1, columns - 1))
    }

    /// Why things were skipped, the most frequent reason first.
    static func reasons(_ progress: ImportJob.Progress) -> String {
        progress.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
            .joined(separator: ", ")
    }

    /// The end of a path, which tells more than its beginning.
    private static func end(of path: String, columns: Int) -> String {
        guard TextWidth.of(path) > columns else { return path }
        var end = Substring(path)
        while !end.isEmpty, TextWidth.of(String(end)) > columns - 1 { end.removeFirst() }
        return "…" + end
    }
}
