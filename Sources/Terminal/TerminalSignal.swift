/// What the system tells the program by a signal.
public enum TerminalSignal: Sendable, Equatable {
    /// The window has another size (SIGWINCH).
    case resized
    /// Stop as ^Z does (SIGTSTP): see ``CursesTerminal/suspend(group:)``.
    case stop
    /// The process was stopped and goes on (SIGCONT): see ``CursesTerminal/resume()``.
    case continued
    /// End, by the signal of this number: SIGTERM, SIGHUP, SIGINT or SIGQUIT. The exit code is 128 more.
    case end(Int32)
}
