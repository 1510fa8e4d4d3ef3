import Glibc
import Screen
import Terminal
import TestSupport

/// A program for the terminal's tests: shows rows of text, a selected one, and what it was told last. Its keys: `j k`
/// move, `q` quits, `z` stops, `r` redraws, `m` turns the mouse on and off, `c` copies, `e` exits without closing, `x`
/// crashes, `w` writes to standard error, `L` loops for ever, `n` shows the next of a sequence of frames of no meaning.
@main
struct TerminalProbe {
    private let terminal: CursesTerminal
    private let rows: [String]
    private var selected = 0
    private var last = "ready"
    private var code: Int32?
    private var sequence: FrameSequence?

    static func main() {
        do {
            var probe = TerminalProbe(terminal: try CursesTerminal(), rows: Array(CommandLine.arguments.dropFirst()))
            exit(probe.run())
        } catch {
            say("probe: \(error.message)")
            exit(2)
        }
    }

    private mutating func run() -> Int32 {
        while code == nil {
            var timeout: CInt = -1
            switch terminal.readiness {
            case .ready: terminal.show(frame())
            case .unanswered(let milliseconds): timeout = CInt(milliseconds)
            case .full: timeout = 10
            }
            var waiting = [terminal.inputDescriptor, terminal.signalDescriptor]
                .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            _ = poll(&waiting, 2, timeout)
            for signal in terminal.readSignals() {
                switch signal {
                case .resized: last = "resized"
                case .stop: terminal.suspend()
                case .continued: terminal.resume()
                case .end(let number): code = 128 + number
                }
            }
            guard let inputs = terminal.readInputs() else { return 129 }
            for input in inputs { take(input) }
        }
        terminal.close()
        return code ?? 0
    }

    private mutating func take(_ input: Input) {
        switch input {
        case .mouse(let action, let place): last = "mouse \(action) \(place.x),\(place.y)"
        case .resize: last = "resize"
        case .paste(let text): last = "paste [\(text)]"
        case .ground(let ground): last = "\(ground) ground"
        case .key(let key):
            last = "key \(key)"
            switch key.description {
            case "j": selected = min(selected + 1, max(0, terminal.size.height - 2))
            case "k": selected = max(0, selected - 1)
            case "q": code = 0
            case "z": terminal.suspend(group: true)
            case "r": terminal.redraw()
            case "m": terminal.mouse.toggle()
            case "c": last = terminal.copy("“copied”") ? "copied" : "not copied"
            case "e": exit(7)
            case "x": fatalError("a crash that was asked for")
            case "w": Self.say("a library's message")
            case "n":
                sequence = sequence ?? FrameSequence(size: terminal.size)
                sequence?.advance()
            case "L": while true { sleep(1) }
            default: break
            }
        }
    }

    private func frame() -> Frame {
        if let sequence { return sequence.frame }
        let size = terminal.size
        var frame = Frame(size: size)
        let colors: [Color] = [.standard, .ansi(2), .rgb(0xD08770), .rgb(0x88C0D0)]
        for y in 0..<max(0, size.height - 1) {
            let text = rows.isEmpty ? "row \(y), about as long as a row of a list of articles" : rows[y % rows.count]
            frame.draw(text, at: Position(x: 1, y: y), style: Style(foreground: colors[y % colors.count]))
        }
        let selection = Style(background: .rgb(0x3B4252), attributes: .bold)
        frame.overlay(Area(x: 0, y: selected, width: size.width, height: 1), style: selection)
        let status = "\(size.width)x\(size.height) \(terminal.colorDepth) \(last)"
        frame.draw(status, at: Position(x: 0, y: size.height - 1), style: Style(attributes: .reverse))
        frame.cursor = Position(x: 0, y: selected)
        return frame
    }

    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
