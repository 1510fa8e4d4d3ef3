import Foundation
import Synchronization

/// What is done when somebody interrupts the program (^C, SIGTERM, SIGHUP), before it ends with the signal's exit code. The
/// second signal ends it at once.
enum Interruption {
    private static let action = Mutex<(@Sendable () -> Void)?>(nil)
    private static let thread = Mutex(false)
    private static let isRunning = Mutex(false)

    /// Whoever was interrupted waits here for the end of the program; all others pass.
    static func yieldIfInterrupted() {
        while isRunning.withLock(\.self) { sleep(1) }
    }

    /// Sets what is done; nil lets signals end the program as they always do.
    static func onSignal(_ body: (@Sendable () -> Void)?) {
        action.withLock { $0 = body }
        var signals = Self.signals
        // Threads that are made from here on inherit it: the one that waits gets the signal.
        pthread_sigmask(body == nil ? SIG_UNBLOCK : SIG_BLOCK, &signals, nil)
        guard body != nil else { return }
        let isNew = thread.withLock { isThere in
            defer { isThere = true }
            return !isThere
        }
        guard isNew else { return }
        let waiting = Thread {
            var number: Int32 = 0
            var signals = Self.signals
            guard sigwait(&signals, &number) == 0 else { return }
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            isRunning.withLock { $0 = true }
            action.withLock(\.self)?()
            Foundation.exit(128 + number)
        }
        waiting.name = "signals"
        waiting.start()
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        return signals
    }
}
