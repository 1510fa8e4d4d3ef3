import CNcurses
import Glibc
import Screen

/// The terminal: frames go to it, inputs and signals come from it. The only thing in the program that knows ncurses.
///
/// There is one for a process, and one thread, the one that made it, uses it. From ``init(colorDepth:escapeDelay:mouse:)``
/// to ``close()`` the screen belongs to it, except while the process is stopped; whatever ends the process in between
/// (`exit`, a crash, a signal nobody takes in) leaves the terminal as it was found.
public final class CursesTerminal {
    /// How many colours it is used with.
    public let colorDepth: ColorDepth
    /// Readable when a person has done something, or the terminal has gone: see ``readInputs()``.
    public let inputDescriptor: CInt
    /// Readable when signals have come: see ``readSignals()``.
    public let signalDescriptor: CInt
    /// What it shows now.
    public private(set) var size: Size

    private let encoding: CharacterEncoding
    private let output: CInt
    private var decoder = InputDecoder()
    /// What the terminal shows, as far as it is known.
    private var shown: Frame?
    /// Styles in the colours of this terminal, by styles as they were drawn.
    private var looks: [Style: Look] = [:]
    private var isOpen = true

    /// A style as ncurses has it.
    private struct Look {
        var attributes: attr_t
        var foreground: CInt
        var background: CInt
    }

    /// Whether the mouse is reported to the program, and so taken from the terminal's own selection.
    public var mouse: Bool {
        didSet { if mouse != oldValue { write(mouse ? Sequences.mouseOn : Sequences.mouseOff) } }
    }

    /// Takes the terminal: the standard streams if they are one, else `/dev/tty`, so that articles may come in by a pipe.
    ///
    /// - Parameters:
    ///   - colorDepth: How many colours to use; nil to find out.
    ///   - escapeDelay: How many milliseconds after ESC the rest of a key's sequence may take to come.
    ///   - mouse: Whether to begin with the mouse on.
    public init(colorDepth: ColorDepth? = nil, escapeDelay: Int = 25, mouse: Bool = false) throws(TerminalError) {
        let environment = Environment.all
        guard let (input, output) = Self.openTerminal() else { throw .noTerminal }
        let name = environment["TERM"] ?? ""
        encoding = .fromLocale(environment)
        let native = try TerminalDescription(name: name, descriptor: output)
        let depth = native.colorDepth(wished: colorDepth, environment: environment)
        let entry = native.adapted(to: depth)

        signalDescriptor = conduct_begin(output)
        let restore = Sequences.restoring(entry)
        restore.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { if let base = $0.baseAddress { conduct_set_restore(base, $0.count) } }
        }
        // LINES and COLUMNS may be those of another window.
        use_env(false)
        use_tioctl(true)
        guard let write = fdopen(dup(output), "w"), let read = fdopen(dup(input), "r"),
            Self.newScreen(entry, name: name, write, read)
        else {
            conduct_end()
            throw .unknownTerminal(name)
        }
        conduct_enter()
        cbreak()
        noecho()
        nonl()
        set_escdelay(CInt(escapeDelay))
        typeahead(-1)
        Self.freeControlKeys(output)
        if let window = curses_window() {
            keypad(window, true)
            nodelay(window, true)
            meta(window, true)
        }
        if depth != .none {
            start_color()
            use_default_colors()
        }
        self.colorDepth = depth
        self.output = output
        self.mouse = mouse
        inputDescriptor = input
        size = Self.windowSize(output)
        resize_term(CInt(max(1, size.height)), CInt(max(1, size.width)))
        self.write(Sequences.pasteOn + (mouse ? Sequences.mouseOn : ""))
    }

    /// Gives the terminal back as it was found. Nothing may be called after.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        leave()
        conduct_end()
    }

    /// Shows a frame: sends what differs from the last one, as one synchronised update, and places the cursor. Sends
    /// nothing when nothing differs. A frame of another size than the terminal's is cut or stands in a blank screen.
    public func show(_ frame: Frame) {
        guard isOpen, let window = curses_window() else { return }
        let whole = shown?.size != frame.size
        let before = whole ? Frame(size: frame.size) : shown ?? Frame(size: frame.size)
        if !whole, frame == shown { return }
        if whole { werase(window) }
        for run in frame.changes(from: before) { put(run, of: frame, on: window) }
        let cursor = frame.cursor ?? Position(x: 0, y: max(0, size.height - 1))
        wmove(
            window, CInt(min(max(0, cursor.y), max(0, size.height - 1))),
            CInt(min(max(0, cursor.x), max(0, size.width - 1))))
        if shown?.showsCursor != frame.showsCursor || whole { curs_set(frame.showsCursor ? 1 : 0) }
        shown = frame
        // ncurses writes by itself, so the marks around its update have to be written at once too.
        write(Sequences.updateBegins)
        wrefresh(window)
        write(Sequences.updateEnds)
    }

    /// Forgets what the terminal shows: the next frame is sent whole, over a cleared screen.
    public func redraw() {
        shown = nil
        if let screen = curses_screen() { clearok(screen, true) }
    }

    /// Takes in all that has come from the terminal; nil when the terminal has gone.
    ///
    /// After a lone ESC it waits for the escape delay to tell the key from the start of a sequence.
    public func readInputs() -> [Input]? {
        guard isOpen, let window = curses_window() else { return nil }
        var waiting = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
        let isGone = poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
        let now = Self.milliseconds
        while true {
            let unit = wgetch(window)
            if unit == ERR { break }
            if unit == KEY_RESIZE { continue }
            decoder.feed(unit < 256 ? .byte(UInt8(truncatingIfNeeded: unit)) : .key(unit), at: now)
        }
        decoder.pause()
        let inputs = decoder.take()
        return isGone && inputs.isEmpty ? nil : inputs
    }

    /// Takes in the signals that have come, each once, in the order of their coming. A new size of the window is taken
    /// up here already.
    public func readSignals() -> [TerminalSignal] {
        var numbers = [UInt8](repeating: 0, count: 256)
        let count = read(signalDescriptor, &numbers, numbers.count)
        var signals: [TerminalSignal] = []
        for number in numbers.prefix(max(0, count)) {
            let signal: TerminalSignal
            switch CInt(number) {
            case SIGWINCH: signal = .resized
            case SIGTSTP: signal = .stop
            case SIGCONT: signal = .continued
            default: signal = .end(CInt(number))
            }
            if !signals.contains(signal) { signals.append(signal) }
        }
        if signals.contains(.resized) || signals.contains(.continued) { adoptSize() }
        return signals
    }

    /// Gives the terminal back, stops the process as ^Z does (`group`: and all that the shell started with it), and takes
    /// the terminal again when it is told to go on. The next frame is sent whole.
    public func suspend(group: Bool = false) {
        guard isOpen else { return }
        leave()
        conduct_stop(group)
        resume()
    }

    /// Gives the terminal back to a program that has it while `body` runs, and takes it again.
    public func lend(to body: () -> Void) {
        guard isOpen else { return }
        leave()
        body()
        resume()
    }

    /// Takes the terminal anew after the process was stopped by means it could not see, with the next frame sent whole.
    public func resume() {
        guard isOpen else { return }
        endwin()
        conduct_enter()
        adoptSize()
        redraw()
        reset_prog_mode()
        write(Sequences.pasteOn + (mouse ? Sequences.mouseOn : ""))
    }

    /// Puts text on the clipboard of the machine the terminal runs on (OSC 52), which works over SSH.
    public func copy(_ text: String) { write("\u{1B}]52;c;" + Base64.encoded(text.utf8) + "\u{7}") }

    private func leave() {
        write(Sequences.pasteOff + (mouse ? Sequences.mouseOff : ""))
        endwin()
        // What was typed ahead, and what the terminal still had to say, is not for the shell.
        tcflush(inputDescriptor, TCIFLUSH)
        conduct_leave()
    }

    private func adoptSize() {
        size = Self.windowSize(output)
        // resize_term() knows no empty screens.
        resize_term(CInt(max(1, size.height)), CInt(max(1, size.width)))
        redraw()
    }

    private func write(_ text: String) {
        guard !text.isEmpty else { return }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

// Drawing.
extension CursesTerminal {
    /// Puts a run of cells into ncurses' window.
    private func put(_ run: ChangedRun, of frame: Frame, on window: UnsafeMutablePointer<WINDOW>) {
        guard run.y < size.height else { return }
        var row: [cchar_t] = []
        row.reserveCapacity(run.columns.count)
        var x = run.columns.lowerBound
        while x < run.columns.upperBound {
            let cell = frame[x, run.y]
            let isWide = x + 1 < frame.size.width && frame[x + 1, run.y].text.isEmpty
            let look = look(of: cell.style)
            let pair = colorDepth == .none ? 0 : max(0, alloc_pair(look.foreground, look.background))
            for glyph in encoding.glyphs(of: cell.text.isEmpty ? Cell(style: cell.style) : cell, isWide: isWide) {
                var filled = cchar_t()
                curses_set_cell(&filled, glyph + [0], look.attributes, pair)
                row.append(filled)
            }
            x += isWide ? 2 : 1
        }
        mvwadd_wchnstr(window, CInt(run.y), CInt(run.columns.lowerBound), row, CInt(row.count))
    }

    private func look(of style: Style) -> Look {
        if let known = looks[style] { return known }
        let reduced = style.reduced(to: colorDepth)
        let table: [(Style.Attributes, attr_t)] = [
            (.bold, curses_bold), (.dim, curses_dim), (.italic, curses_italic), (.underline, curses_underline),
            (.reverse, curses_reverse), (.strikethrough, curses_invisible),
        ]
        let look = Look(
            attributes: table.reduce(0) { reduced.attributes.contains($1.0) ? $0 | $1.1 : $0 },
            foreground: number(of: reduced.foreground), background: number(of: reduced.background))
        looks[style] = look
        return look
    }

    /// A colour as ncurses counts them: below 16 the terminal's own, with true colour the others as they are, and -1 for
    /// the terminal's standard.
    private func number(of color: Color) -> CInt {
        switch color {
        case .standard: -1
        case .ansi(let index) where colorDepth == .trueColor && index >= 16: CInt(Palette.xterm[Int(index)])
        case .ansi(let index): CInt(index)
        // The sixteen darkest blues would be taken for the terminal's own; nobody can tell them from the next.
        case .rgb(let value): max(16, CInt(value & 0xFFFFFF))
        }
    }
}

// Opening.
extension CursesTerminal {
    /// Descriptors to read keys from and to write frames to.
    private static func openTerminal() -> (input: CInt, output: CInt)? {
        let hasInput = isatty(STDIN_FILENO) == 1
        let hasOutput = isatty(STDOUT_FILENO) == 1
        if hasInput, hasOutput { return (STDIN_FILENO, STDOUT_FILENO) }
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        return (hasInput ? STDIN_FILENO : terminal, hasOutput ? STDOUT_FILENO : terminal)
    }

    /// Begins ncurses with an entry of our own, or with the system's where ncurses does not take it.
    private static func newScreen(
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
    private static func freeControlKeys(_ descriptor: CInt) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return }
        modes.c_iflag &= ~tcflag_t(IXON)
        tcsetattr(descriptor, TCSANOW, &modes)
        def_prog_mode()
    }

    private static func windowSize(_ descriptor: CInt) -> Size {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            // A serial line does not know.
            return Size(width: 80, height: 24)
        }
        return Size(width: Int(window.ws_col), height: Int(window.ws_row))
    }

    private static var milliseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
