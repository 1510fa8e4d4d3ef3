import ArticleLibrary
import DocumentModel
import Glibc
import Reader
import Screen
import Terminal

/// One run of the loop, from the first frame to the last effect.
struct Session {
    /// How long, in milliseconds, a frame waits for the library's answer, so that a key is followed by one frame and not by
    /// two.
    private static let patience: UInt64 = 8
    /// How long, in milliseconds, a frame waits while inputs go on coming.
    private static let longestBurst: UInt64 = 50
    /// How long, in milliseconds, a key that was typed ahead waits for the answer it is meant for.
    private static let longestAnswer: UInt64 = 500

    private var state: ReaderState
    private let terminal: CursesTerminal
    private let mailbox: Mailbox
    private let desk: LibraryDesk
    private let watch: LibraryWatch
    /// Called when somebody wrote to the library, whatever it was.
    private let written: () -> Void
    private let clipboard: ClipboardTool?
    private let log: SessionLog?
    /// Answers questions.
    private let answering: WorkerThread
    /// Finds the rest of what the first rows were shown of; the next question does not wait for it.
    private let counting: WorkerThread
    /// Stores marks, which may have to wait for an import's batch; questions do not wait with them.
    private let keeping: WorkerThread
    private var seenChanges: Int
    /// The exit code, once it is known that the program ends.
    private var code: Int32?

    init(
        state: ReaderState, terminal: CursesTerminal, mailbox: Mailbox, desk: LibraryDesk, clipboard: ClipboardTool?,
        log: SessionLog?, whenWritten written: @escaping () -> Void
    ) {
        self.log = log
        self.written = written
        self.state = state
        self.terminal = terminal
        self.mailbox = mailbox
        self.desk = desk
        watch = desk.watch()
        self.clipboard = clipboard
        seenChanges = desk.changeCount
        let counting = WorkerThread("counts", merging: Effect.needed(of:), desk.count) { mailbox.post($0) }
        self.counting = counting
        answering = WorkerThread("answers", merging: Effect.needed(of:)) { effect in
            let answer = desk.answer(effect)
            if answer?.isCounted == false { counting.submit(effect) }
            return answer
        } deliver: {
            mailbox.post($0)
        }
        let keep: @Sendable (Effect) -> Event? = { effect in
            if case .copy(let text) = effect { clipboard?.copy(text) } else { desk.keep(effect) }
        }
        keeping = WorkerThread("marks", keep) { mailbox.post($0) }
    }

    /// Goes on until something ends it; `started` is called when the first frame is shown.
    mutating func run(telling notices: [Notice], started: () -> Void) -> Int32 {
        carryOut(state.start())
        for notice in notices { take(.notice(notice)) }
        var isFirst = true
        while code == nil {
            gather()
            if code != nil { break }
            let readiness = terminal.readiness
            guard readiness == .ready else {
                // A frame that cannot be sent yet would be out of date when it can.
                wait(for: readiness)
                continue
            }
            let frame = state.frame()
            log?.note(frame)
            terminal.show(frame)
            if isFirst { started() }
            isFirst = false
            wait(forMilliseconds: nil)
        }
        return code ?? 0
    }

    /// Waits until all that was to be stored is.
    func finish() {
        desk.expectNothing()
        answering.end(droppingRest: true)
        counting.end(droppingRest: true)
        keeping.end()
        answering.wait()
        counting.wait()
        keeping.wait()
    }

    /// Takes in all there is, and what comes while an answer is about to.
    private mutating func gather() {
        let begin = Clock.milliseconds
        while code == nil {
            let passed = Clock.milliseconds - begin
            if passed >= Self.longestBurst { return }
            let patience = answering.isBusy && passed < Self.patience ? Self.patience - passed : 0
            guard wait(forMilliseconds: patience) else {
                // An answer may have been posted just as the wait ended.
                if answering.isBusy || !mailbox.hasMail { return }
                continue
            }
            takeIn()
        }
    }

    private func wait(for readiness: CursesTerminal.Readiness) {
        switch readiness {
        case .ready: break
        case .unanswered(let time): wait(forMilliseconds: UInt64(time))
        case .full(let output): wait(forMilliseconds: nil, orWritingTo: output)
        }
    }

    /// Waits for an input, a signal or an answer, without end for nil; false when none came.
    @discardableResult
    private func wait(forMilliseconds timeout: UInt64?, orWritingTo output: CInt? = nil) -> Bool {
        var descriptors = [terminal.inputDescriptor, terminal.signalDescriptor, mailbox.descriptor, watch.descriptor]
            .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        if let output { descriptors.append(pollfd(fd: output, events: Int16(POLLOUT), revents: 0)) }
        // A signal that interrupts the wait is told by its pipe.
        return poll(&descriptors, nfds_t(descriptors.count), timeout.map(Int32.init) ?? -1) != 0
    }

    private mutating func takeIn() {
        for signal in terminal.readSignals() { take(signal) }
        guard code == nil else { return }
        guard let inputs = terminal.readInputs() else {
            end(128 + SIGHUP)
            return
        }
        if watch.take() || !watch.isComplete && !inputs.isEmpty {
            written()
            noteChanges()
        }
        for input in inputs where code == nil {
            if state.awaitsAnswer(before: input) { awaitAnswer(before: input) }
            take(.input(input))
        }
        takeMail()
    }

    private mutating func takeMail() {
        for event in mailbox.take() where code == nil {
            if case .libraryChanged = event { noteChanges() } else { take(event) }
        }
    }

    /// Takes answers until the input can be understood, or nobody is answering.
    private mutating func awaitAnswer(before input: Input) {
        let begin = Clock.milliseconds
        while code == nil, answering.isBusy || mailbox.hasMail, state.awaitsAnswer(before: input) {
            let passed = Clock.milliseconds - begin
            guard passed < Self.longestAnswer else { return }
            var descriptor = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&descriptor, 1, Int32(Self.longestAnswer - passed))
            takeMail()
        }
    }

    private mutating func take(_ event: Event) {
        log?.note(event)
        carryOut(state.update(event))
    }

    private mutating func take(_ signal: TerminalSignal) {
        switch signal {
        case .resized: take(.input(.resize(terminal.size)))
        case .stop: suspend(group: false)
        case .continued:
            terminal.resume()
            take(.input(.resize(terminal.size)))
        case .end(let number): end(128 + number)
        }
    }

    /// Tells the reader that the library holds other articles than when it was last told, whoever changed it.
    private mutating func noteChanges() {
        let changes = desk.changeCount
        guard changes != seenChanges else { return }
        seenChanges = changes
        take(.libraryChanged)
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .list, .open, .listPeople, .listQuotations, .listReports, .findUnread, .complete, .loadSavedFilters,
                .loadBookmarks, .openPerson:
                desk.expect(effect)
                answering.submit(effect)
            case .setRead, .setStarred, .setPlace, .setNote, .setBookmark, .saveFilter, .correct, .undoCorrection, .export:
                desk.note(effect)
                keeping.submit(effect)
            case .keepSettings: keeping.submit(effect)
            case .copy(let text): copy(text)
            case .editNote(let key): editNote(on: key)
            case .browse(let url): browse(url)
            case .pipe(let text, let command): pipe(text, to: command)
            case .setMouse(let isOn): terminal.mouse = isOn
            case .redraw: terminal.redraw()
            case .suspend: suspend(group: true)
            case .quit: code = code ?? 0
            }
        }
    }

    private mutating func copy(_ text: String) {
        if clipboard != nil {
            keeping.submit(.copy(text))
        } else if !terminal.copy(text) {
            take(.notice(Notice(.error, "Too long to be copied by the terminal; “clipboard” in config.toml takes a tool.")))
        }
    }

    private mutating func suspend(group: Bool) {
        terminal.suspend(group: group)
        take(.input(.resize(terminal.size)))
    }

    // MARK: Other programs

    private mutating func browse(_ url: String) {
        run(OtherProgram.browser(for: url), missing: "There is no browser: set BROWSER to one.")
    }

    private mutating func pipe(_ text: String, to command: String) {
        run(OtherProgram(shell: command, input: text, waits: true), missing: "The shell cannot be run.")
    }

    /// Lets an editor write the note on an article.
    private mutating func editNote(on key: ArticleKey) {
        do throws(LibraryError) {
            let before = try desk.note(on: key)
            guard let file = NoteFile(before) else {
                take(.notice(Notice(.error, "The note cannot be written to a temporary file.")))
                return
            }
            defer { file.remove() }
            guard run(OtherProgram.editor(of: file.path), missing: "There is no editor: set EDITOR to one.") else { return }
            let now = file.text
            if now != before { take(.noted(key, now)) }
        } catch {
            take(.notice(Notice(.error, error.description)))
        }
    }

    /// Lends the terminal to another program; false, with a notice, when it failed.
    @discardableResult
    private mutating func run(_ program: OtherProgram?, missing: String) -> Bool {
        guard let program else {
            take(.notice(Notice(.error, missing)))
            return false
        }
        var status: Int32 = 0
        terminal.lend { status = program.run() }
        take(.input(.resize(terminal.size)))
        if status == 127 {
            take(.notice(Notice(.error, missing)))
        } else if status != 0 {
            take(.notice(Notice(.information, "The command ended with exit code \(status).")))
        }
        return status == 0
    }

    /// Ends by something else than a key.
    private mutating func end(_ code: Int32) {
        self.code = code
        carryOut(state.end())
    }
}

extension Event {
    /// Whether it gives a list with all its rows counted.
    fileprivate var isCounted: Bool {
        switch self {
        case .listed(_, let isCounted, _, _, _, _), .quotations(_, let isCounted, _, _, _): isCounted
        default: true
        }
    }
}
