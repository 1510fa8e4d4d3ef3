import Foundation
import Screen
import TestSupport

/// A program in a terminal, and what each key costs: the bytes it writes, and the time to the last of them.
final class TerminalMeter {
    /// What one key cost.
    struct Cost {
        var bytes: Int
        var time: Duration
        /// The UTF-8 bytes of the cells that it changed, and the changes of style among them.
        var changed: (bytes: Int, styles: Int)
    }

    let terminal: PseudoTerminal
    private(set) var screen: TerminalModel
    private var fed = 0
    /// After so long a silence a key's work counts as done.
    private let quiet: CInt

    init(_ command: [String], environment: [String: String], quiet: CInt = 60) throws {
        let size = Size(width: 120, height: 40)
        terminal = try PseudoTerminal(command, size: size, environment: environment)
        screen = TerminalModel(size: size)
        self.quiet = quiet
    }

    /// Waits until a text is on the screen.
    func waitFor(_ text: String, seconds: Int = 60) -> Bool {
        for _ in 0..<seconds * 5 {
            settle(milliseconds: 200)
            if screen.lines.contains(where: { $0.contains(text) }) { return true }
        }
        return false
    }

    /// Takes in what comes until it is quiet.
    func settle(milliseconds: CInt? = nil) {
        _ = terminal.readUntilQuiet(milliseconds: milliseconds ?? quiet)
        screen.feed(terminal.output[fed...])
        fed = terminal.output.count
    }

    /// Presses keys, all at once, and waits until their work is done.
    @discardableResult
    func press(_ keys: String) -> Cost {
        let before = screen
        let count = terminal.output.count
        let start = ContinuousClock.now
        terminal.type(keys)
        let end = terminal.readUntilQuiet(milliseconds: quiet) ?? start
        settle(milliseconds: 1)
        return Cost(
            bytes: terminal.output.count - count, time: start.duration(to: end), changed: screen.changes(since: before))
    }

    /// Presses a key again and again, each time on its own.
    func press(_ key: String, times: Int) -> [Cost] { (0..<times).map { _ in press(key) } }

    /// Ends the program.
    func end() {
        terminal.send(SIGTERM)
        if terminal.waitForEnd() == nil { terminal.send(SIGKILL) }
    }
}

extension [TerminalMeter.Cost] {
    /// The bytes of the median.
    var bytes: Int { isEmpty ? 0 : map(\.bytes).sorted()[count / 2] }
    /// The time of the median.
    var time: Duration { isEmpty ? .zero : map(\.time).sorted()[count / 2] }
    /// The time that 95 of 100 do not take longer than.
    var longTime: Duration { isEmpty ? .zero : map(\.time).sorted()[Swift.min(count - 1, count * 95 / 100)] }
}
