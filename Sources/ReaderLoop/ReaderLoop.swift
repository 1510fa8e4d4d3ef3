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
    private let logPath: String?

    /// A reader of a library.
    ///
    /// - Parameters:
    ///   - library: What is read.
    ///   - source: What to bring into the library meanwhile; nil for nothing.
    ///   - configuration: Settings, themes and what the reader kept.
    ///   - keyMap: Which keys do what.
    ///   - filter: A filter to begin with, in the filter language; empty for none.
    ///   - notices: What to tell at once, beside the configuration's notices.
    ///   - logPath: A file to note all that happens in: see ``replay(_:)``.
    public init(
        library: Library, importing source: ImportSource? = nil, configuration: Configuration, keyMap: KeyMap,
        filter: String = "",
        notices: [Notice] = [], logPath: String? = nil
    ) {
        self.library = library
        self.source = source
        self.configuration = configuration
        self.keyMap = keyMap
        self.filter = filter
        self.notices = notices
        self.logPath = logPath
    }

    /// How long, in milliseconds, the first frame waits to be told which of two themes is meant.
    private static let patienceForGround = 60

    /// Takes the terminal, lets a person read, and gives it back.
    ///
    /// Returns the exit code: 0, or 128 and the number of the signal that ended it, a hang-up's when the terminal went
    /// away. All marks are stored by then, and an import has stopped after the articles in hand.
    public func run() throws(TerminalError) -> Int32 {
        let settings = configuration.settings
        let environment = ProcessInfo.processInfo.environment
        let terminal = try CursesTerminal(
            colorDepth: settings.colorDepth, escapeDelay: settings.escapeDelay,
            arrangesText: settings.rightToLeft.resolved(environment: environment) == .reader)
        defer { terminal.close() }
        let (themes, mistakes) = configuration.themes.themes(at: terminal.colorDepth)
        let shown = shownSettings(environment)
        if !configuration.isThemeGiven, shown.hasGroundThemes, shown.ground == .auto {
            terminal.awaitGround(milliseconds: Self.patienceForGround)
        }
        let state = ReaderState(
            settings: shown, keyMap: keyMap, themes: themes, ground: terminal.ground, size: terminal.size, filter: filter)
        var log: SessionLog?
        var tell = notices + configuration.notices + mistakes.map { Notice(.error, $0.description) }
        if let logPath {
            let header = SessionHeader(
                size: terminal.size, colorDepth: terminal.colorDepth, ground: terminal.ground, filter: filter)
            do throws(POSIXError) {
                log = try SessionLog(path: logPath, header)
            } catch {
                tell.append(Notice(.error, "\(logPath) cannot be written: \(error.localizedDescription)"))
            }
        }
        let mailbox = Mailbox()
        let desk = LibraryDesk(library: library, configuration: configuration)
        let clipboard = ClipboardTool(settings.clipboard, environment: environment)
        let job = source.map { source in ImportJob(source, into: library) { mailbox.post($0) } }
        let upkeep = AnnotationJob(library) { mailbox.post($0) }
        var session = Session(
            state: state, terminal: terminal, mailbox: mailbox, desk: desk, clipboard: clipboard, log: log
        ) { upkeep.lookAround() }
        let code = session.run(telling: tell) {
            if let job { job.start { upkeep.start() } } else { upkeep.start() }
        }
        terminal.close()
        job?.cancel()
        job?.wait()
        upkeep.cancel()
        upkeep.wait()
        session.finish()
        return code
    }

    /// The settings as this start has them.
    private func shownSettings(_ environment: [String: String]) -> Settings {
        var settings = configuration.settings
        settings.rightToLeft = settings.rightToLeft.resolved(environment: environment)
        // A theme that only this start asked for is the one to begin with, on any ground.
        if configuration.isThemeGiven {
            settings.theme = configuration.theme.name
            (settings.lightTheme, settings.darkTheme) = ("", "")
        }
        return settings
    }

    /// Plays the log of a session again, without a terminal, on the library, which is to be as it was when the session began
    /// and is left as it was when it ended. Gives how many screens were the same, and what differed first; nil for a text
    /// that is no log.
    public func replay(_ log: String) -> (screens: Int, difference: String?)? {
        guard let replay = SessionReplay(log) else { return nil }
        let themes = configuration.themes.themes(at: replay.header.colorDepth).themes
        let state = ReaderState(
            settings: shownSettings(ProcessInfo.processInfo.environment), keyMap: keyMap, themes: themes,
            ground: replay.header.ground, size: replay.header.size, filter: replay.header.filter)
        let outcome = replay.run(state, desk: LibraryDesk(library: library, configuration: configuration))
        return (outcome.screens, outcome.difference)
    }
}
