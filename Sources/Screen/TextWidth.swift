/// Measuring and cutting in columns. All of these see a text as ``CellText`` does.
public enum TextWidth {
    /// How many columns a text takes.
    public static func of(_ text: String) -> Int {
        isPlain(text) ? text.utf8.count : CellText(text).width
    }

    /// Whether a text is printable ASCII, as most of a screen is: a byte a cell, clean, with no need of Unicode's tables.
    static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 <= 0x7E } }

    /// The longest beginning of a text that fits: where it ends, as a UTF-8 offset, and the columns it takes. A wide
    /// character is never halved.
    public static func prefix(of text: String, fitting columns: Int) -> (end: Int, columns: Int) {
        var end = 0
        var used = 0
        for cell in CellText(text) {
            if used + cell.width > columns { break }
            used += cell.width
            end = cell.range.upperBound
        }
        return (end, used)
    }

    /// The text, clean, if it fits, else as much of it as leaves room for `ellipsis`, and that.
    public static func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        let room = columns - of(ellipsis)
        if isPlain(text) {
            if text.utf8.count <= columns { return text }
            return room >= 0 ? String(Substring(text.utf8.prefix(room))) + cleaned(ellipsis) : ""
        }
        var whole = ""
        var cut = ""
        var used = 0
        for cell in CellText(text) {
            if used + cell.width > columns { return room >= 0 ? cut + cleaned(ellipsis) : "" }
            whole += cell.text
            used += cell.width
            if used <= room { cut = whole }
        }
        return whole
    }

    /// The text with everything that could act on a terminal or hide in it replaced or left out.
    public static func cleaned(_ text: String) -> String { CellText(text).reduce(into: "") { $0 += $1.text } }
}
