import Screen

/// A screen for speech and braille: no lines and boxes, and ASCII for signs. The words are those of any other screen, and the
/// terminal's cursor, which is shown, stands at the selection.
enum PlainLook {
    /// Draws a frame's decoration anew.
    static func apply(to frame: inout Frame) {
        frame.replace(signs)
        frame.showsCursor = frame.cursor != nil
    }

    /// What stands for the signs that the layouts draw; what is only a line is blank. The kinds of quotations keep a mark each.
    private static let signs: [String: String] = {
        var signs = [
            "▌": ">", "▶": ">", "★": "*", "●": "+", "✎": "n", "·": "-", "•": "-", "¶": "#", "°": "~", "┃": "\"", "╏": "'",
            "┊": ":", "←": "<", "→": ">", "↑": "^", "↓": "v", "▾": "v",
        ]
        for line in "│─╭╮╰╯├┤┬┴┼━█" { signs[String(line)] = " " }
        return signs
    }()
}
