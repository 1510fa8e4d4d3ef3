public import ArticleLibrary
import Foundation
public import Ingest
public import Reader
import Screen
public import Terminal

/// The terminal reader at work: inputs, signals and answers go into a ``ReaderState``, its frames to the terminal, its
/// effects to the library, the clipboard and the terminal.
///
/// One thread, the caller's, waits for whatever comes first and takes in all that has come before it draws. Questions to
/// the library are answered on a second thread, marks are written on a third, and an import runs on its own; all of them
/// post to a ``Mailbox``. While nothing happens nobody wakes: there are no timers, and no Swift concurrency, whose pool
/// would wake by itself.
public struct ReaderLoop {
    private let library: Library
    private let source: ImportSource?
    private let configuration: Configuration
    private let keyMap: KeyMap
    private let filter: String
    private let notices: [Notice]

    /// A reader of a library.
    ///
    /// - Parameters:
    ///   - library: What is read.
    ///   - source: What to bring into the library meanwhile; nil for nothing.
    ///   - configuration: Settings, themes and what the reader kept.
    ///   - keyMap: Which keys do what.
    ///   - filter: A filter to begin with, in the filter language; empty for none.
    ///   - notices: What to tell at once, beside the configuration's notices.
    public init(
        library: Library, importing source: ImportSource? = nil, configuration: Configuration, keyMap: KeyMap,
        filter: String = "",
        notices: [Notice] = []
    ) {
        self.library = library
        self.source = source
        self.configuration = configuration
        self.keyMap = keyMap
        self.filter = filter
        self.notices = notices
    }

    /// How long, in milliseconds, the first frame waits to be told which of two themes is meant.
    private static let patienceForGround = 60

    /// Takes the terminal, lets a person read, and gives it back.
    ///
    /// Returns the exit code: 0, or 128 and the number of the signal that ended it, a hang-up's when the terminal went
    /// away. All marks are stored by then, and an import has stopped after the articles in hand.
    public func run() throws(TerminalError) -> Int32 {
        let settings = configuration.settings
        let terminal = try CursesTerminal(colorDepth: settings.colorDepth, escapeDelay: settings.escapeDelay)
        defer { terminal.close() }
        let (themes, mistakes) = configuration.themes.themes(at: terminal.colorDepth)
        var shown = settings
        // A theme that only this start asked for is the one to begin with, on any ground.
        if configuration.isThemeGiven {
            shown.theme = configuration.theme.name
            (shown.lightTheme, shown.darkTheme) = ("", "")
        } else if shown.hasGroundThemes, shown.ground == .auto {
            terminal.awaitGround(milliseconds: Self.patienceForGround)
        }
        let state = ReaderState(
            settings: shown, keyMap: keyMap, themes: themes, ground: terminal.ground, size: terminal.size, filter: filter)
        let mailbox = Mailbox()
        let desk = LibraryDesk(library: library, configuration: configuration)
        let clipboard = ClipboardTool(settings.clipboard, environment: ProcessInfo.processInfo.environment)
        var session = Session(state: state, terminal: terminal, mailbox: mailbox, desk: desk, clipboard: clipboard)
        let tell = notices + configuration.notices + mistakes.map { Notice(.error, $0.description) }
        let job = source.map { source in ImportJob(source, into: library) { mailbox.post($0) } }
        let code = session.run(telling: tell) { job?.start() }
        terminal.close()
        job?.cancel()
        job?.wait()
        session.finish()
        return code
    }
}
