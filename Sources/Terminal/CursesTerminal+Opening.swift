import CNcurses
import Glibc
import Screen

// Finding the terminal and setting it up.
extension CursesTerminal {
    /// Descriptors to read keys from and to write frames to.
    static func openTerminal() -> (input: CInt, output: CInt)? {
        let hasInput = isatty(STDIN_FILENO) == 1
        let hasOutput = isatty(STDOUT_FILENO) == 1
        if hasInput, hasOutput { return (STDIN_FILENO, STDOUT_FILENO) }
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        return (hasInput ? STDIN_FILENO : terminal, hasOutput ? STDOUT_FILENO : terminal)
    }

    /// Begins ncurses with an entry of our own, or with the system's where ncurses does not take it.
    static func newScreen(
        _ entry: TerminalDescription, name: String, _ output: UnsafeMutablePointer<FILE>,
        _ input: UnsafeMutablePointer<FILE>
    ) -> Bool {
        let before = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", entry.inlineEntry, 1)
        var screen = newterm(name, output, input)
        if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
        if screen == nil { screen = newterm(name, output, input) }
        return screen != nil
    }

    /// Lets ^S and ^Q be keys: a screen frozen by a slip of the finger helps nobody. ^C, ^\ and ^Z stay signals.
    static func freeControlKeys(_ descriptor: CInt) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return }
        modes.c_iflag &= ~tcflag_t(IXON)
        // A key that is a signal would discard what has come, between our being told of it and reading it: we would wait for ever.
        modes.c_lflag |= tcflag_t(NOFLSH)
        tcsetattr(descriptor, TCSANOW, &modes)
        def_prog_mode()
    }

    static func windowSize(_ descriptor: CInt) -> Size {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            // A serial line does not know.
            return Size(width: 80, height: 24)
        }
        return Size(width: Int(window.ws_col), height: Int(window.ws_row))
    }

    static var milliseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
