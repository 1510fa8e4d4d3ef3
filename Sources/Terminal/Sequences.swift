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

    /// Asks whether all is well (DSR 5). The answer comes when all before it is done.
    static let areYouReady = "\u{1B}[5n"
    /// Asks for the colour of the ground (OSC 11), and to be told when it changes from dark to light or back (mode 2031).
    static let tellGround = "\u{1B}]11;?\u{1B}\\" + groundOn
    static let groundOn = "\u{1B}[?2031h"
    static let groundOff = "\u{1B}[?2031l"
    /// Asks how wide a character of ambiguous width (UAX #11) is drawn: draws one in the second row of a blank screen, asks
    /// where the cursor is, and blanks the row again.
    static let tellWidth = "\u{1B}7\u{1B}[2;1H\u{201C}\u{1B}[6n\r\u{1B}[2K\u{1B}8"

    /// Leaves the order of right-to-left text to the program (BDSM of ECMA-48, as VTE and mlterm have it), and takes it back.
    static let orderIsOurs = "\u{1B}[8l"
    static let orderIsYours = "\u{1B}[8h"

    /// What makes a terminal of this description whole from any state the program can leave it in.
    static func restoring(_ entry: TerminalDescription) -> [UInt8] {
        // The first ends what a crash may have cut in two.
        var bytes = Array(
            ((entry.isANSI ? "\u{1B}\\" : "") + updateEnds + pasteOff + mouseOff
                + (entry.answers ? groundOff + orderIsYours : "")).utf8)
        for capability in ["rmir", "sgr0", "op", "rmkx", "cnorm", "rmcup"] { bytes += entry.strings[capability] ?? [] }
        return bytes
    }
}
