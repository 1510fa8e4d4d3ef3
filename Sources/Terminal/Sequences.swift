/// The few control sequences that ncurses does not know: xterm's and, for the update marks, those of the
/// "synchronized output" extension. A terminal that does not know one of them passes over it.
enum Sequences {
    static let updateBegins = "\u{1B}[?2026h"
    static let updateEnds = "\u{1B}[?2026l"
    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"
    /// Presses and the wheel, with places in SGR form.
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    /// What makes a terminal of this description whole from any state the program can leave it in.
    static func restoring(_ entry: TerminalDescription) -> [UInt8] {
        var bytes = Array((updateEnds + pasteOff + mouseOff).utf8)
        for capability in ["rmir", "sgr0", "op", "rmkx", "cnorm", "rmcup"] { bytes += entry.strings[capability] ?? [] }
        return bytes
    }
}
