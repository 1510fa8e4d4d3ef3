import ArticleLibrary
import Foundation
import Ingest
import Interchange
import Screen
import Synchronization

/// An import's progress on standard error: one line drawn anew ten times a second where a terminal shows it, a plain line every
/// ten seconds otherwise.
final class ProgressMeter: Sendable {
    private struct State {
        var began = ContinuousClock.now
        var drawn = ContinuousClock.now - .seconds(1)
        var told = ContinuousClock.now
        var isShown = false
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
                Self.draw(&state)
            case .libraryChanged: break
            case .problem(let problem):
                Self.erase(&state)
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
            Self.erase(&state)
            return state.failure
        }
    }

    private static func draw(_ state: inout State) {
        let now = ContinuousClock.now
        let elapsed = state.began.duration(to: now)
        if StandardError.isTerminal {
            guard state.drawn.duration(to: now) > .milliseconds(100) else { return }
            state.drawn = now
            state.isShown = true
            let line = ProgressLine(state.progress, after: elapsed)
            StandardError.write("\r\u{1B}[K" + line.drawn(columns: StandardError.columns))
        } else if state.told.duration(to: now) > .seconds(10) {
            state.told = now
            StandardError.complain(ProgressLine(state.progress, after: elapsed).plain)
        }
    }

    private static func erase(_ state: inout State) {
        if state.isShown { StandardError.write("\r\u{1B}[K") }
        state.isShown = false
    }
}

/// An import's progress in words.
struct ProgressLine {
    private let progress: ImportJob.Progress
    private let seconds: Double

    init(_ progress: ImportJob.Progress, after elapsed: Duration) {
        self.progress = progress
        seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }

    /// `1200 of 5000, 400/s, 9 s left, 3 skipped (2 empty, 1 no text)`.
    var plain: String {
        var parts = ["\(progress.done) of \(progress.total)"]
        let rate = seconds > 0.5 ? Double(progress.done) / seconds : 0
        if rate >= 1 {
            parts.append("\(Int(rate))/s")
            parts.append("\(Self.time(Double(progress.total - progress.done) / rate)) left")
        }
        if progress.failed > 0 { parts.append("\(progress.failed) skipped (\(Self.reasons(progress)))") }
        return parts.joined(separator: ", ")
    }

    /// With a bar before it, and behind it the file in hand as far as there is room.
    func drawn(columns: Int) -> String {
        let cells = max(4, min(24, columns / 4))
        let filled = progress.total > 0 ? min(cells, progress.done * cells / progress.total) : 0
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
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

    private static func time(_ seconds: Double) -> String {
        let seconds = Int(max(0, seconds).rounded(.up))
        if seconds < 60 { return "\(seconds) s" }
        return seconds < 3600 ? "\(seconds / 60) min" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }

    /// The end of a path, which tells more than its beginning.
    private static func end(of path: String, columns: Int) -> String {
        guard TextWidth.of(path) > columns else { return path }
        var end = Substring(path)
        while !end.isEmpty, TextWidth.of(String(end)) > columns - 1 { end.removeFirst() }
        return "…" + end
    }
}
