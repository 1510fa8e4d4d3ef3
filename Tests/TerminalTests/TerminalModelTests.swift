import Screen
import TestSupport
import Testing

/// The tests' own terminal shows what the program draws, however it is drawn: with it bytes are counted.
@Suite("The model of a terminal")
struct TerminalModelTests {
    @Test("It shows the frames that are drawn, one after the other")
    func frames() throws {
        let size = Size(width: 60, height: 18)
        let terminal = try PseudoTerminal(
            [PseudoTerminal.path(of: "TerminalProbe") ?? ""], size: size,
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"])
        // The last thing it draws of its own accord.
        #expect(terminal.waitForFrame(with: "dark ground"))
        var model = TerminalModel(size: size)
        var sequence = FrameSequence(size: size)
        var fed = 0
        for _ in 0..<Soak.rounds(short: 150, long: 20_000) {
            sequence.advance()
            let before = terminal.output.count
            terminal.type("n")
            #expect(terminal.waitFor("?2026l", from: before))
            model.feed(terminal.output[fed...])
            fed = terminal.output.count
            let expected = (0..<size.height).flatMap { y in (0..<size.width).map { x in sequence.frame[x, y] } }
            let difference = zip(model.cells, expected).enumerated().first { !$0.element.0.looksLike($0.element.1) }
            guard difference == nil else {
                Issue.record("frame \(sequence.number): \(String(describing: difference))")
                return
            }
        }
        terminal.type("q")
        #expect(terminal.waitForEnd() == 0)
    }
}
