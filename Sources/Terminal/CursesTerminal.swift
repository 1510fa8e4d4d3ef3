import CNcurses
import Glibc
import Screen

/// The terminal: frames go to it, inputs and signals come from it. The only thing in the program that knows ncurses.
///
/// There is one for a process, and one thread, the one that made it, uses it. From ``init(colorDepth:escapeDelay:mouse:arrangesText:)``
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

    /// Whether the terminal's ground is dark or light, as far as it has told.
    public private(set) var ground: Ground?

    var encoding: CharacterEncoding
    /// Styles in the colours of this terminal, by styles as they were drawn.
    var looks: [Style: Look] = [:]
    private let output: CInt
    private let frames: FrameStage
    private var decoder = InputDecoder()
    private var pacing = OutputPacing()
    /// Inputs that came while the program was waiting for something else.
    private var early: [Input] = []
    /// What the terminal shows, as far as it is known.
    private var shown: Frame?
    private var isOpen = true
    /// Whether it speaks the language of the questions that are put to it.
    private let answers: Bool
    private let arrangesText: Bool
    private let multiplexer: Multiplexer

    /// A style as ncurses has it.
    struct Look {
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
    ///   - arrangesText: Whether frames have right-to-left text in the order in which it stands, which the terminal is told.
    public init(colorDepth: ColorDepth? = nil, escapeDelay: Int = 25, mouse: Bool = false, arrangesText: Bool = true)
        throws(TerminalError)
    {
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
        let stream = fcntl(output, F_DUPFD_CLOEXEC, 3)
        guard let write = fdopen(stream, "w"), let read = fdopen(dup(input), "r"),
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
            // Rows that moved are scrolled where the terminal can.
            idlok(window, true)
        }
        if depth != .none {
            start_color()
            use_default_colors()
        }
        self.colorDepth = depth
        self.output = output
        frames = FrameStage(stream: stream, terminal: output)
        answers = entry.answers
        self.arrangesText = arrangesText
        multiplexer = Multiplexer(environment)
        ground = environment["COLORFGBG"].flatMap(Ground.init(colorFGBG:))
        self.mouse = mouse
        inputDescriptor = input
        size = Self.windowSize(output)
        resize_term(CInt(max(1, size.height)), CInt(max(1, size.width)))
        begin()
    }

    /// Takes the screen over, blank, and asks what the terminal is like. The answers come among the inputs: nobody waits.
    private func begin() {
        let blank = frames.gather { if let window = curses_window() { wrefresh(window) } }
        var questions = ""
        if answers {
            if encoding == .utf8, size.height > 1 { questions += Sequences.tellWidth }
            questions += Sequences.tellGround
        }
        let modes =
            (answers && arrangesText ? Sequences.orderIsOurs : "") + Sequences.pasteOn + (mouse ? Sequences.mouseOn : "")
        write(blank + Array((modes + questions + question(after: blank.count, isUrgent: true)).utf8))
    }

    /// The question that is to follow so many bytes, if one is.
    private func question(after count: Int, isUrgent: Bool = false) -> String {
        answers && pacing.send(count, isUrgent: isUrgent, at: Self.milliseconds) ? Sequences.areYouReady : ""
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
        let changesCursor = shown?.showsCursor != frame.showsCursor || whole
        shown = frame
        let update = frames.gather {
            if changesCursor { curs_set(frame.showsCursor ? 1 : 0) }
            wrefresh(window)
        }
        guard !update.isEmpty else { return }
        let end = Sequences.updateEnds + question(after: update.count)
        write(Array(Sequences.updateBegins.utf8) + update + Array(end.utf8))
    }

    /// Whether the terminal can take a frame, or what has to come before.
    public var readiness: Readiness {
        if let time = pacing.hold(at: Self.milliseconds) { return .unanswered(milliseconds: Int(time)) }
        var waiting = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        // Gone, which reading tells of, is no reason to wait.
        return poll(&waiting, 1, 0) == 0 ? .full(output) : .ready
    }

    /// See ``CursesTerminal/readiness``.
    public enum Readiness: Equatable, Sendable {
        /// A frame may be shown.
        case ready
        /// What was sent is still on its way: an answer will come among the inputs, or is not to be waited for any longer
        /// than this.
        case unanswered(milliseconds: Int)
        /// Nothing more can be written to this descriptor.
        case full(CInt)
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
        for report in decoder.takeReports() { heed(report) }
        let inputs = early + decoder.take()
        early = []
        return isGone && inputs.isEmpty ? nil : inputs
    }

    /// Waits for the terminal to tell of its ground, at most so long: so that the first frame need not be drawn twice.
    public func awaitGround(milliseconds: Int) {
        let end = Self.milliseconds + UInt64(milliseconds)
        while ground == nil, pacing.isWaiting, Self.milliseconds < end {
            var waiting = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, CInt(end - min(end, Self.milliseconds))) > 0, let inputs = readInputs() else { return }
            early += inputs
        }
    }

    private func heed(_ report: TerminalReport) {
        switch report {
        case .ready: pacing.answer(at: Self.milliseconds)
        case .cursorColumn(let column):
            guard encoding == .utf8, column == 3 else { return }
            encoding = .utf8Unambiguous
            redraw()
        case .background(let color): learn(Ground(color: color))
        case .ground(let ground): learn(ground)
        }
    }

    private func learn(_ ground: Ground) {
        guard ground != self.ground else { return }
        self.ground = ground
        early.append(.ground(ground))
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
        let modes = (answers && arrangesText ? Sequences.orderIsOurs : "") + (answers ? Sequences.groundOn : "")
        write(modes + Sequences.pasteOn + (mouse ? Sequences.mouseOn : ""))
    }

    /// Puts text on the clipboard of the machine the terminal runs on (OSC 52), which works over SSH. False where the text
    /// is too long for that.
    public func copy(_ text: String) -> Bool {
        guard let sequence = multiplexer.clipboard(text) else { return false }
        write(sequence)
        return true
    }

    private func leave() {
        let modes = answers ? Sequences.orderIsYours + Sequences.groundOff : ""
        write(modes + Sequences.pasteOff + (mouse ? Sequences.mouseOff : ""))
        takeLastAnswers()
        endwin()
        // What was typed ahead, and what the terminal still had to say, is not for the shell.
        tcflush(inputDescriptor, TCIFLUSH)
        conduct_leave()
    }

    /// Takes in the answers that are still on their way, with what is typed meanwhile: the shell would show them.
    private func takeLastAnswers() {
        let now = Self.milliseconds
        let end = now + pacing.farewell(at: now)
        var bytes = [UInt8](repeating: 0, count: 512)
        while pacing.isWaiting {
            let now = Self.milliseconds
            var waiting = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
            guard now < end, poll(&waiting, 1, CInt(end - now)) > 0, waiting.revents & Int16(POLLIN) != 0 else { return }
            let count = read(inputDescriptor, &bytes, bytes.count)
            guard count > 0 else { return }
            for byte in bytes[..<count] { decoder.feed(.byte(byte), at: now) }
            for report in decoder.takeReports() where report == .ready { pacing.answer(at: now) }
        }
    }

    private func adoptSize() {
        size = Self.windowSize(output)
        // resize_term() knows no empty screens.
        resize_term(CInt(max(1, size.height)), CInt(max(1, size.width)))
        redraw()
    }

    private func write(_ text: String) { write(Array(text.utf8)) }

    private func write(_ bytes: [UInt8]) {
        var bytes = bytes[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
