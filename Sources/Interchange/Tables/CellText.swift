/// Words made fit for one line of output.
public enum CellText {
    /// The words on one line that a terminal may show: line breaks, tabs and other white space of control characters
    /// become a space, what is unseen goes, other controls become `�`.
    public static func line(_ words: String) -> String {
        guard words.unicodeScalars.contains(where: { isUnseen($0.value) }) else { return words }
        var line = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: line.append(" ")
            case 0..<0x20, 0x7F...0x9F: line.append("\u{FFFD}")
            case let value where isUnseen(value): break
            default: line.append(scalar)
            }
        }
        return String(line)
    }

    /// The words in a Markdown table's cell, where nothing of them is markup.
    public static func markdown(_ words: String) -> String {
        var cell = ""
        for character in line(words) {
            switch character {
            case "\\", "|", "*", "_", "`", "[", "]": cell += "\\\(character)"
            case "<": cell += "&lt;"
            case "&": cell += "&amp;"
            default: cell.append(character)
            }
        }
        return cell
    }
}
