import CUTF8Proc

/// Characters for terminals that show nothing but ASCII.
public enum PlainText {
    /// ASCII that looks like a cell's text and takes as many columns (1 or 2): `“` is `"`, `│` is `|`, `é` is `e`, and what
    /// resembles nothing is `?`.
    public static func lookalike(of text: String, width: Int) -> String {
        guard let scalar = text.unicodeScalars.first else { return text }
        if scalar.isASCII { return String(scalar) }
        let plain = lookalikes[scalar] ?? decomposed(scalar) ?? "?"
        return width == 2 && plain != " " ? plain + plain : plain + String(repeating: " ", count: width - 1)
    }

    /// The letter under an accent: the first scalar of the compatibility decomposition, if that is ASCII.
    private static func decomposed(_ scalar: Unicode.Scalar) -> String? {
        var buffer = [utf8proc_int32_t](repeating: 0, count: 24)
        var boundary: CInt = 0
        let count = utf8proc_decompose_char(
            utf8proc_int32_t(bitPattern: scalar.value), &buffer, buffer.count,
            utf8proc_option_t(UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue), &boundary)
        guard count > 0, (0x20..<0x7F).contains(buffer[0]) else { return nil }
        return Unicode.Scalar(UInt32(buffer[0])).map { String($0) }
    }

    private static let lookalikes: [Unicode.Scalar: String] = {
        let table: [(String, String)] = [
            ("‘’‚‛′‹›", "'"), ("“”„‟″«»", "\""), ("‐‑‒–—―−─━╌┄┈╴╶╼╾", "-"), ("│┃╎┆┊╵╷▏▎▍▌▐▕", "|"),
            ("┌┐└┘├┤┬┴┼╭╮╯╰┏┓┗┛┣┫┳┻╋╞╡╪", "+"), ("═", "="), ("║", "|"), ("╔╗╚╝╠╣╦╩╬", "+"), ("…·•‧∙●○◦", "."),
            ("★☆✱✶", "*"), ("←◀◂◄❮", "<"), ("→▶▸►❯", ">"), ("↑▲▴", "^"), ("↓▼▾", "v"), ("█▉▊▋▇▆▅▓▒", "#"), ("▁▂▃▄░", "_"),
            ("✓✔", "v"), ("✗✘×", "x"), ("÷", "/"), ("ØÖ", "O"), ("ø", "o"), ("Ł", "L"), ("łı", "l"), ("Đ", "D"),
            ("đð", "d"),
            ("Æ", "A"), ("æ", "a"), ("Œ", "O"), ("œ", "o"), ("ß", "s"), ("Þ", "T"), ("þ", "t"), ("£", "L"), ("€", "E"),
            ("¥", "Y"), ("©", "c"), ("®", "r"), ("°", "o"), ("¿", "?"), ("¡", "!"), ("¦", "|"), ("§", "S"), ("¶", "P"),
            ("\u{25CC}", "o"),
        ]
        var lookalikes: [Unicode.Scalar: String] = [:]
        for (characters, plain) in table {
            for scalar in characters.unicodeScalars { lookalikes[scalar] = plain }
        }
        lookalikes["ı"] = "i"
        return lookalikes
    }()
}
