import Foundation
import Screen
import Synchronization

/// Says that a library that an older program made is being brought up to date, and how far that is. ^C leaves it as it was.
final class UpgradeMeter: Sendable {
    private let path: String
    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    private struct State {
        var line = StatusLine(isSaidAtOnce: true)
        var isShown = false
        var isWanted = true
        var isDone = false
    }

    /// - Parameter path: the library's.
    init(_ path: String) { self.path = path }

    /// Takes how much is done, from 0 to 1; says whether it is still wanted.
    func show(_ share: Double) -> Bool {
        let (isFirst, isWanted) = state.withLock { state in
            defer { state.isShown = true }
            state.line.show(
                drawn: { elapsed, columns in
                    // A short bar: the words are to fit 80 columns.
                    let bar = StatusLine.bar(share, columns: columns - 32)
                    let line = "\(bar) brings the library up to date: \(Self.words(share, elapsed)); ^C puts it off"
                    return TextWidth.truncated(line, to: max(1, columns - 1))
                },
                plain: { elapsed in
                    "library \(path): made by an older pullquote; it is brought up to date, which takes a while: "
                        + Self.words(share, elapsed)
                })
            return (!state.isShown, state.isWanted)
        }
        if isFirst { Interruption.onSignal { [self] in stop() } }
        return isWanted
    }

    private static func words(_ share: Double, _ elapsed: Duration) -> String {
        let done = "\(Int(share * 100)) %"
        guard share > 0.02, elapsed > .seconds(1) else { return done }
        return "\(done), \(StatusLine.time(elapsed.seconds * (1 - share) / share)) left"
    }

    /// Somebody interrupted the program: waits until the library is left alone.
    private func stop() {
        state.withLock { $0.isWanted = false }
        ended.wait()
        let isDone = state.withLock(\.isDone)
        StandardError.complain(
            isDone ? "interrupted: the library is brought up to date" : "interrupted: the library is as it was")
    }

    /// The library is open, or cannot be opened: takes the line away. Whoever was interrupted ends here.
    func finish(isDone: Bool) {
        let isShown = state.withLock { state in
            state.line.erase()
            state.isDone = isDone
            return state.isShown
        }
        guard isShown else { return }
        ended.signal()
        Interruption.yieldIfInterrupted()
        Interruption.onSignal(nil)
    }
}
