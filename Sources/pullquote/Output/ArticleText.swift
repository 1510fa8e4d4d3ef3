import DocumentModel
import Interchange
import Screen

/// An article as plain text: its title and what is known of it, paragraphs with the number of each quotation behind it, and
/// at the end who says what.
struct ArticleText {
    private let article: Article
    private let annotation: Annotation
    private let width: Int

    /// The article in lines of at most `width` columns; 0 leaves them whole.
    init(_ annotated: AnnotatedArticle, width: Int) {
        article = annotated.article
        annotation = annotated.annotation
        self.width = width
    }

    /// All of it, with a line feed at its end.
    var text: String {
        var parts = [head]
        for block in article.blocks where block.kind != .title && block.kind != .boilerplate && block.kind != .tags {
            let (first, rest) = Self.indentation(of: block.kind)
            parts.append(wrapped(words(of: block), first: first, rest: rest))
        }
        if article.blocks.isEmpty, !article.text.isEmpty {
            parts.append(wrapped(article.text.split(whereSeparator: \.isWhitespace).map { String($0) }))
        }
        if !annotation.quotations.isEmpty { parts.append(speakers) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func indentation(of kind: Block.Kind) -> (first: String, rest: String) {
        switch kind {
        case .heading: ("## ", "   ")
        case .listItem: (" - ", "   ")
        case .caption: ("  | ", "  | ")
        case .title, .paragraph, .tags, .boilerplate: ("", "")
        }
    }

    private var head: String {
        let details = article.details
        var facts = [details.source, details.date, details.author.map { "by \($0)" }].compactMap(\.self)
        let count = annotation.quotations.count
        facts.append(count == 1 ? "1 quotation" : "\(count) quotations")
        let title: String = if case .lead = article.headline { "" } else { article.title }
        var numbers = ""
        for (index, quotation) in annotation.quotations.enumerated() where quotation.part == .title {
            numbers += " [\(index + 1)]"
        }
        let lines = [
            title + numbers, facts.joined(separator: " · "), details.tags.joined(separator: " · "), details.url ?? "",
        ]
        return lines.filter { !$0.isEmpty }.map { wrapped($0.split(separator: " ").map { String($0) }) }.joined(
            separator: "\n")
    }

    /// The block's words, with the numbers of the quotations that end in it.
    private func words(of block: Block) -> [String] {
        var ends: [(at: Int, number: Int)] = []
        for (index, quotation) in annotation.quotations.enumerated() where quotation.part == .text {
            if let end = quotation.spans.last?.upperBound, block.range.contains(end - 1) { ends.append((end, index + 1)) }
        }
        var words: [String] = []
        var start = block.range.lowerBound
        for end in ends.sorted(by: { $0 < $1 }) + [(block.range.upperBound, 0)] {
            let piece = BlockText(article.text, start..<max(start, end.at)).joined
            var next = piece.split(separator: " ").map { String($0) }
            // A piece that begins inside a word goes on with it.
            if start > block.range.lowerBound, !next.isEmpty, let before = article.text.text(in: start..<start + 1).first,
                !before.isWhitespace,
                let last = words.popLast()
            {
                next[0] = last + next[0]
            }
            words += next
            if end.number > 0 {
                if let last = words.popLast() { words.append(last + " [\(end.number)]") }
            }
            start = max(start, end.at)
        }
        return words
    }

    private var speakers: String {
        annotation.quotations.enumerated().map { index, quotation in
            let name = annotation.speaker(of: quotation)?.name ?? unnamed(quotation)
            let doubt = quotation.speakerConfidence.thousandths < 500 && name != nil ? "?" : ""
            let words = (name ?? "nobody named") + doubt + ":"
            let spoken = AnnotatedArticle(article, annotation).text(of: quotation)
            let number = "[\(index + 1)] "
            return wrapped(
                (words + " " + spoken).split(separator: " ").map { String($0) }, first: number,
                rest: String(repeating: " ", count: number.count))
        }.joined(separator: "\n")
    }

    /// The words that stand for somebody without a name: `the spokesman`.
    private func unnamed(_ quotation: Quotation) -> String? {
        guard let ranges = quotation.speaker?.ranges, !ranges.isEmpty else { return nil }
        let string = article.string(of: quotation.part)
        return ranges.map { BlockText(string, $0).joined }.joined(separator: " ")
    }

    /// Words in lines; one that is wider than a line stands alone.
    private func wrapped(_ words: [String], first: String = "", rest: String = "") -> String {
        var lines: [String] = []
        var line = first
        var columns = TextWidth.of(first)
        var isEmpty = true
        for word in words.map(Interchange.CellText.line) {
            let needed = TextWidth.of(word)
            if !isEmpty, width > 0, columns + 1 + needed > width {
                lines.append(line)
                (line, columns, isEmpty) = (rest, TextWidth.of(rest), true)
            }
            line += (isEmpty ? "" : " ") + word
            columns += needed + (isEmpty ? 0 : 1)
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
