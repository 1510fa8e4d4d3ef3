import DocumentModel

/// What the reader is at in an article, beside the lines on the screen.
enum ArticleCursor: Sendable, Hashable {
    /// The quotation of this index.
    case quotation(Int)
    /// The name of this index.
    case entity(Int)
}

/// The article in the article's pane: what it is, and where in it the reader is.
struct OpenArticle: Sendable {
    /// The article's number in the library.
    let key: ArticleKey
    /// The article.
    let article: AnnotatedArticle
    /// Its annotation, sorted for drawing.
    let marks: ArticleMarks
    /// It in lines of the pane's width.
    private(set) var flow: ArticleFlow
    /// The line at the pane's top.
    private(set) var top = FlowPosition.start
    /// The quotation or name the reader jumped to.
    var cursor: ArticleCursor?
    /// The pane's rows.
    private(set) var height: Int
    /// The place of the top line when the reader last moved: a change of width keeps to it. Nil at the very start.
    private var anchor: TextPlace?
    /// Those whose names the filter lit.
    private(set) var litActors: Set<Actor.ID> = []
    private var litFor = LitWords()
    /// The place the library knows.
    var keptPlace: Int
    /// What the reader wrote on the article; empty for nothing.
    var note: String {
        didSet {
            flow = ArticleFlow(article.article, details: details, note: note, width: flow.width)
            settle()
        }
    }
    /// Where what is searched for stands; nil while nothing is.
    var matches: ArticleMatches?
    /// The text made ready for the searches to come.
    var searchable: TextSearch?
    private let details: [String]
    /// Where the paragraphs begin, items of lists and headings among them.
    private let paragraphs: [Int]

    /// An article, at the place where the reader left it.
    init(
        _ key: ArticleKey, _ article: AnnotatedArticle, place: Int, note: String = "", words: Int?, width: Int, height: Int
    ) {
        self.key = key
        self.article = article
        self.height = max(1, height)
        marks = ArticleMarks(article)
        details = ArticleDetails.parts(of: article, words: words)
        paragraphs = article.article.blocks.filter { [.paragraph, .listItem, .heading].contains($0.kind) }
            .map(\.range.lowerBound)
        self.note = note
        flow = ArticleFlow(article.article, details: details, note: note, width: width)
        keptPlace = place
        if place > 0 {
            anchor = TextPlace(part: .text, offset: place)
            settle()
        }
    }

    /// The place to remember: the offset of the top line's first character, 0 at the very start.
    var place: Int {
        guard let anchor, anchor.part == .text else { return 0 }
        return anchor.offset
    }

    /// The quotation the reader is at.
    var quotation: Quotation? {
        guard case .quotation(let index) = cursor, article.annotation.quotations.indices.contains(index) else { return nil }
        return article.annotation.quotations[index]
    }

    /// The name the reader is at.
    var entity: Entity? {
        guard case .entity(let index) = cursor, article.annotation.entities.indices.contains(index) else { return nil }
        return article.annotation.entities[index]
    }

    // MARK: The pane

    /// Lights whom a filter names.
    mutating func light(_ lit: LitWords) {
        guard lit != litFor else { return }
        litFor = lit
        if matches?.phrase == nil { matches = nil }
        litActors = lit.actors(in: article.annotation)
    }

    /// Sets what is on the screen in lines, so that drawing finds them set.
    mutating func prepare() { _ = flow.lines(from: top, height: height) }

    /// Fits the article into a pane of another size; the text at the top stays there.
    mutating func fit(width: Int, height: Int) {
        let width = max(1, width)
        guard width != flow.width || max(1, height) != self.height else { return }
        self.height = max(1, height)
        if width != flow.width { flow = ArticleFlow(article.article, details: details, note: note, width: width) }
        settle()
    }

    private mutating func settle() {
        top = anchor.map { flow.position(of: $0) } ?? .start
        top = min(top, flow.lastTop(height: height))
    }

    private mutating func put(top newTop: FlowPosition) {
        top = max(.start, min(newTop, flow.lastTop(height: height)))
        anchor = top == .start ? nil : flow.place(of: top)
    }

    // MARK: Moving

    /// Scrolls by lines; false when there is nowhere to go.
    mutating func scroll(by lines: Int) -> Bool {
        let before = top
        put(top: flow.position(lines, from: top))
        return top != before
    }

    /// What of the article is on the screen.
    mutating func view() -> ArticleView {
        let place = topPlace()
        let above = place == .start ? 0 : flow.distance(from: top, to: flow.position(of: place), limit: height)
        return ArticleView(place: place, blanksAbove: above)
    }

    /// The quotation or name the reader jumped to, as another annotation of the same text has it; nil where it has none.
    func cursor(in other: AnnotatedArticle) -> ArticleCursor? {
        guard other.article.text == article.article.text else { return nil }
        switch cursor {
        case .quotation(let index):
            let spans = article.annotation.quotations[index].spans
            return other.annotation.quotations.firstIndex { $0.spans == spans }.map { .quotation($0) }
        case .entity(let index):
            let range = article.annotation.entities[index].range
            return other.annotation.entities.firstIndex { $0.range == range }.map { .entity($0) }
        case nil: return nil
        }
    }

    /// Scrolls to what was on the screen, at this width or another.
    mutating func show(_ view: ArticleView) {
        put(top: view.place == .start ? .start : flow.position(-view.blanksAbove, from: flow.position(of: view.place)))
    }

    /// Scrolls so that the line which shows a place is at the top; the very start for the title's first character.
    mutating func scroll(to place: TextPlace) {
        put(top: place == .start ? .start : flow.position(of: place))
    }

    /// Scrolls to the first line.
    mutating func scrollToStart() { put(top: .start) }
    /// Scrolls to the last page.
    mutating func scrollToEnd() { put(top: flow.lastTop(height: height)) }

    /// Scrolls so that the next paragraph begins at the top.
    mutating func scrollToNextParagraph() -> Bool {
        let before = top
        guard let next = flow.item(after: firstItemShown()) else { return false }
        put(top: textStart(of: next))
        return top != before
    }

    /// Scrolls so that the paragraph at the top, or the one before it, begins at the top.
    mutating func scrollToPreviousParagraph() -> Bool {
        let before = top
        let here = textStart(of: firstItemShown())
        if here < top {
            put(top: here)
        } else if let previous = flow.item(before: here.item) {
            put(top: textStart(of: previous))
        } else {
            put(top: .start)
        }
        return top != before
    }

    /// The item whose text is at the top: the next one where only its room is left.
    private mutating func firstItemShown() -> FlowItem {
        let lines = flow.lines(of: top.item)
        let isOver = lines.dropFirst(top.line).allSatisfy { $0.kind == .blank }
        return isOver ? flow.item(after: top.item) ?? top.item : top.item
    }

    private mutating func textStart(of item: FlowItem) -> FlowPosition {
        guard item != .head else { return .start }
        let line = flow.lines(of: item).firstIndex { $0.kind != .blank } ?? 0
        return FlowPosition(item: item, line: line)
    }

    /// Scrolls so that a stretch of text can be seen, with some lines before it, if it cannot be.
    mutating func reveal(_ range: TextRange, in part: TextPart) {
        let start = flow.position(of: TextPlace(part: part, offset: range.lowerBound))
        let end = flow.position(of: TextPlace(part: part, offset: max(range.lowerBound, range.upperBound - 1)))
        let room = height > 4 ? 1 : 0
        let rowsBefore = flow.distance(from: top, to: start, limit: 2 * height)
        if start < top || rowsBefore + room >= height {
            put(top: flow.position(-(height / 4), from: start))
        }
        let first = flow.distance(from: top, to: start, limit: 2 * height)
        let last = flow.distance(from: top, to: end, limit: 2 * height)
        if last >= height { put(top: flow.position(min(first, last - height + 1), from: top)) }
    }

    /// Whether any line of a stretch of text is on the screen.
    mutating func shows(_ range: TextRange, in part: TextPart) -> Bool {
        let start = flow.position(of: TextPlace(part: part, offset: range.lowerBound))
        let end = flow.position(of: TextPlace(part: part, offset: max(range.lowerBound, range.upperBound - 1)))
        return end >= top && start <= flow.position(height - 1, from: top)
    }

    /// Where the screen begins: for what lies on or below it.
    mutating func topPlace() -> TextPlace {
        top == .start ? .start : flow.place(of: top)
    }

    /// How far the reader has come.
    mutating func progress() -> ReadingProgress {
        let place = topPlace()
        let offset = place.part == .title ? 0 : place.offset
        let here = paragraphs.partitioningIndex { $0 > offset }
        return ReadingProgress(
            percentage: percentage(), paragraph: max(1, here), paragraphs: max(1, paragraphs.count))
    }

    /// How much of the text lies above the screen's end, in hundredths.
    private mutating func percentage() -> Int {
        let below = flow.position(height, from: top)
        if below == flow.end(), flow.distance(from: top, to: below, limit: height) < height { return 100 }
        let total = max(1, article.article.text.utf8.count)
        let offset = flow.place(of: below)
        return min(99, (offset.part == .title ? 0 : offset.offset) * 100 / total)
    }

    /// Whether all of the article is on the screen.
    mutating func isWhole() -> Bool { flow.lastTop(height: height) == .start }
}

/// How far a reader has come in an article.
struct ReadingProgress: Sendable, Equatable {
    /// How much of the text lies above the screen's end, in hundredths.
    var percentage: Int
    /// The paragraph at the top of the screen, from 1.
    var paragraph: Int
    /// How many there are.
    var paragraphs: Int
}
