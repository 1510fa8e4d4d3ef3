import Screen
import TestSupport
import Testing

/// What a terminal shows is what was drawn, whatever was there before: rows that scrolled, wide characters, any style.
@Suite(
    "Frames in a terminal", .enabled(if: TerminalSession.isAvailable, Comment(rawValue: TerminalSession.unavailable)))
struct DrawnFramesTests {
    @Test("Each of many frames is shown as it is", arguments: [(80, 24), (33, 9)])
    func frames(columns: Int, rows: Int) throws {
        let home = TemporaryHome()
        let terminal = try TerminalSession(
            in: home, size: (columns, rows), environment: ["COLORTERM": "truecolor"],
            program: PseudoTerminal.path(of: "TerminalProbe"))
        try terminal.shows("ready")
        var sequence = FrameSequence(size: Size(width: columns, height: rows))
        for _ in 0..<Soak.rounds(short: 60, long: 6000) {
            sequence.advance()
            try terminal.press("n")
            try terminal.shows("frame \(sequence.number).")
            let screen = CapturedScreen(try terminal.styledScreen())
            if let difference = screen.difference(from: sequence.frame) {
                Issue.record("frame \(sequence.number): \(difference)")
                return
            }
        }
    }
}
