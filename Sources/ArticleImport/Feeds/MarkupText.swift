/// The words of a piece of HTML, as feeds carry it: paragraphs with an empty line between, without tags. Scripts, styles and
/// pictures are left out, list items begin with a hyphen. Text without a tag stays as it is.
enum MarkupText {
    private static let breaking: Set<String> = [
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "section",
        "article", "figure", "figcaption", "hr", "pre", "dd", "dt", "dl", "header", "footer",
    ]
    private static let silent: Set<String> = ["script", "style", "svg", "iframe", "noscript", "template"]

    static func text(of markup: String) -> String {
        guard markup.utf8.contains(UInt8(ascii: "<")) || markup.utf8.contains(UInt8(ascii: "&")) else {
            return folded(markup)
        }
        var scanner = XMLScanner(Array(markup.utf8))
        var paragraphs: [String] = [""]
        var muted: String?
        while let token = scanner.next() {
            switch token {
            case .start(let name, _):
                if muted == nil, silent.contains(name) { muted = name }
                if breaking.contains(name) { paragraphs.append(name == "li" ? "- " : "") }
            case .end(let name):
                if muted == name { muted = nil }
                if breaking.contains(name) { paragraphs.append("") }
            case .text(let text):
                if muted == nil { paragraphs[paragraphs.count - 1] += text }
            }
        }
        return paragraphs.map(folded).filter { !$0.isEmpty && $0 != "-" }.joined(separator: "\n\n")
    }

    /// With runs of white space as one space.
    private static func folded(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
    }
}
