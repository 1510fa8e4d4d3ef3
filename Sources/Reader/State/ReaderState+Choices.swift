import DocumentModel

extension ReaderState {
    // MARK: The outline

    /// Shows the article's outline, at the part that is on the screen.
    mutating func openOutline() {
        guard var open else { return }
        let rows = Outline.rows(of: open.article)
        guard !rows.isEmpty else {
            messages.answer("This article has no parts.")
            return
        }
        let place = open.topPlace()
        let here = rows.lastIndex { $0.offset <= (place.part == .title ? 0 : place.offset) } ?? 0
        overlay = .choices(
            ChoiceList(purpose: .outline(before: open.view()), title: "Outline", rows: rows, selected: here))
    }

    // MARK: Links

    /// Shows the links of the article, its own source first; opens the only one at once.
    mutating func openLinks() {
        guard let open else { return }
        var links = Links.all(in: open.article.article.text)
        if let source = open.article.article.details.url, !links.contains(source) { links.insert(source, at: 0) }
        switch links.count {
        case 0: messages.answer("This article has no links.")
        case 1: browse(links[0])
        default:
            overlay = .choices(
                ChoiceList(purpose: .links, title: "Links", rows: links.map { ChoiceList.Row(text: $0) }))
        }
    }

    /// Opens the source of the article being read, or the list's.
    mutating func openSource() {
        let url = focus == .article ? open?.article.article.details.url : previewed?.article.article.details.url
        guard let url, Links.isLink(url) else {
            messages.answer("It is not known where this article was published.")
            return
        }
        browse(url)
    }

    private mutating func browse(_ url: String) {
        effects.append(.browse(url))
        messages.answer("Opened: \(url)")
    }

    /// The list's article, where it is open beside the list.
    var previewed: OpenArticle? {
        open?.key == list.selectedRow?.key || side != .articles ? open : nil
    }

    // MARK: Choosing

    /// Moves the selection; the outline's shows in the article.
    mutating func moveChoice(by count: Int) {
        guard case .choices(var choices) = overlay else { return }
        choices.selected = max(0, min(choices.selected + count, choices.rows.count - 1))
        overlay = .choices(choices)
        if case .outline = choices.purpose {
            open?.scroll(to: TextPlace(part: .text, offset: choices.rows[choices.selected].offset))
        }
    }

    /// Takes the row the reader is at.
    mutating func choose() {
        guard case .choices(let choices) = overlay else { return }
        overlay = nil
        let row = choices.rows[choices.selected]
        switch choices.purpose {
        case .outline(let before):
            if let spot { jumps.leave(Spot(article: spot.article, title: spot.title, view: before)) }
            open?.scroll(to: TextPlace(part: .text, offset: row.offset))
        case .links: browse(row.text)
        case .speaker, .merge, .split: correct(choices.purpose, row)
        }
    }

    /// Leaves everything as it was before choosing.
    mutating func giveUpChoice() {
        guard case .choices(let choices) = overlay else { return }
        overlay = nil
        if case .outline(let before) = choices.purpose { open?.show(before) }
    }
}

/// What an article consists of.
enum Outline {
    /// A row for each heading and, where there is none, for each paragraph, with the number of quotations up to the next.
    static func rows(of article: AnnotatedArticle) -> [ChoiceList.Row] {
        let blocks = article.article.blocks
        let headings = blocks.filter { $0.kind == .heading }
        let parts = headings.isEmpty ? blocks.filter { $0.kind == .paragraph || $0.kind == .listItem } : headings
        let starts = article.annotation.quotations.filter { $0.part == .text }.map(\.extent.lowerBound)
        return parts.enumerated().map { index, block in
            let end = index + 1 < parts.count ? parts[index + 1].range.lowerBound : Int.max
            let count = starts.count { (block.range.lowerBound..<end).contains($0) }
            let text = BlockText(article.article.text, block.range).joined
            return ChoiceList.Row(
                text: String(text.prefix(200)), detail: count > 0 ? "\(count)”" : "", offset: block.range.lowerBound,
                isHeading: !headings.isEmpty)
        }
    }
}

/// Links as they stand in a text.
enum Links {
    /// Whether a text is a link to a page.
    static func isLink(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

    /// All links in a text, each once, in their order: from the scheme to the next blank or bracket, without the
    /// punctuation of the sentence they stand in.
    static func all(in text: String) -> [String] {
        var links: [String] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "http") {
            rest = rest[start.lowerBound...]
            let link = rest.prefix { !$0.isWhitespace && !"<>\"”“«»`|\\^{}".contains($0) }
            let next = rest.index(after: rest.startIndex)
            if isLink(String(link)), let cut = trimmed(link), !links.contains(cut) { links.append(cut) }
            rest = rest[max(next, link.endIndex)...]
        }
        return links
    }

    private static func trimmed(_ link: Substring) -> String? {
        var link = link
        while let last = link.last {
            if ".,;:!?'’*_".contains(last) {
                link.removeLast()
            } else if last == ")" || last == "]",
                link.count(where: { $0 == "(" || $0 == "[" }) < link.count(where: { $0 == ")" || $0 == "]" })
            {
                link.removeLast()
            } else {
                break
            }
        }
        return link.count > "https://".count ? String(link) : nil
    }
}
