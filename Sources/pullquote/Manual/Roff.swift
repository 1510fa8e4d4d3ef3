/// Text and requests of the `man` macros (groff_man(7)), as a page is put together.
struct Roff {
    private(set) var page = ""

    /// A request with its arguments, each quoted.
    mutating func request(_ name: String, _ arguments: String...) {
        page +=
            "." + name + arguments.map { " \"" + Self.escaped($0).replacing("\"", with: "\\(dq") + "\"" }.joined() + "\n"
    }

    /// Running text; an empty line begins a paragraph.
    mutating func text(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            page += line.isEmpty ? ".PP\n" : Self.line(Self.escaped(String(line)))
        }
    }

    /// A term, in bold, and what it means.
    mutating func item(_ term: String, _ meaning: String) {
        page += ".TP\n" + Self.line("\\fB" + Self.escaped(term) + "\\fR")
        page += Self.line(Self.escaped(meaning.isEmpty ? "" : meaning))
    }

    /// Lines as they stand.
    mutating func example(_ lines: String) {
        page += ".PP\n.in +4n\n.EX\n"
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            page += Self.line(Self.escaped(String(line)))
        }
        page += ".EE\n.in\n"
    }

    /// A line of text that no leading dot or apostrophe makes a request.
    private static func line(_ escaped: String) -> String {
        (escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" : "") + escaped + "\n"
    }

    /// Text as it reads: no character of it is markup, and dashes and quotes stay what the shell takes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\(rs"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return result
    }
}
