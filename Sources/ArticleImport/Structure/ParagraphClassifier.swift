import DocumentModel

/// Finds out what each paragraph of an article is, by its words, its form and its neighbours.
struct ParagraphClassifier {
    var paragraphs: [Paragraph]
    var details = Details()
    /// The index of the paragraph that is the title, where one is.
    private(set) var title: Int?
    /// The title that a record or front matter gives.
    private let ownTitle: String?

    /// Classifies all of them. `isMarked`: headings carry marks, so that nothing else is a heading.
    init(_ paragraphs: [Paragraph], ownTitle: String?, hasTitle: Bool, isMarked: Bool, _ bytes: Span<UInt8>) {
        self.paragraphs = paragraphs
        self.ownTitle = ownTitle
        takeAddress(bytes)
        findCues(bytes)
        findLists(bytes)
        findTail(bytes)
        findTags(bytes)
        if !hasTitle { findTitle(bytes, isMarked: isMarked) }
        findBylineAndDate(bytes)
        if !isMarked { findHeadings(bytes) }
        for index in self.paragraphs.indices where self.paragraphs[index].kind == nil {
            self.paragraphs[index].kind = .paragraph
        }
    }

    // MARK: Boilerplate

    /// A page's address above its text, or as its last line, says where it was published.
    private mutating func takeAddress(_ bytes: Span<UInt8>) {
        for index in Set([0, paragraphs.count - 1]).sorted() where paragraphs.indices.contains(index) && details.url == nil
        {
            let range = paragraphs[index].range
            guard paragraphs.count > 1, range.count <= 2000, range.count > 8 else { continue }
            let start = bytes.string(in: range.lowerBound..<(range.lowerBound + 8))
            guard start.hasPrefix("http://") || start == "https://", Address.isAlone(range, bytes) else { continue }
            details.url = bytes.string(in: range)
        }
    }

    private mutating func findCues(_ bytes: Span<UInt8>) {
        for index in paragraphs.indices where paragraphs[index].kind == nil || paragraphs[index].kind == .listItem {
            let range = paragraphs[index].range
            guard let cue = Cue(range, bytes) else { continue }
            // *Sources: Minister to resign* and *Watch: …* are headlines, too.
            if index == 0, paragraphs.count > 1, bytes.wordCount(range, most: 4) > 3, cue == .boilerplate || cue == .list {
                continue
            }
            paragraphs[index].cue = cue
            switch cue {
            case .boilerplate, .list: paragraphs[index].kind = .boilerplate
            case .caption: paragraphs[index].kind = .caption
            case .tags(let offset):
                paragraphs[index].kind = .tags
                addTags(
                    TagLine.items((range.lowerBound + offset)..<range.upperBound, bytes, least: 1, needCapitals: false)
                        ?? [])
            }
        }
    }

    /// What follows a list's announcement: short items, to the end, or as long as they stand together.
    private mutating func findLists(_ bytes: Span<UInt8>) {
        let lastText = paragraphs.indices.last { paragraphs[$0].cue == nil && !isItem($0, bytes) } ?? -1
        var index = 0
        while index < paragraphs.count {
            defer { index += 1 }
            guard paragraphs[index].cue == .list else { continue }
            var next = index + 1
            while next < paragraphs.count, paragraphs[next].cue == nil, isItem(next, bytes) {
                // In the middle of the article, its own text comes again.
                if next < lastText {
                    let isApart = paragraphs[next].followsBlank && next > index + 1 && !paragraphs[index + 1].followsBlank
                    if isApart || LineEnding(paragraphs[next].range, bytes) == .sentence && paragraphs[next].followsBlank {
                        break
                    }
                }
                paragraphs[next].kind = .boilerplate
                next += 1
            }
            index = next - 1
        }
    }

    /// Whether a paragraph may be one of a list of headlines or names: short, and one sentence at most.
    private func isItem(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
        let range = paragraphs[index].range
        return range.count <= 180 && !LineJoiner.hasSentenceEndInside(range, bytes)
    }

    /// After the last paragraph of text, what stands beside boilerplate and is no sentence is boilerplate as well.
    private mutating func findTail(_ bytes: Span<UInt8>) {
        var hasBoilerplate = false
        let tail = paragraphs.indices.reversed().prefix { index in
            let paragraph = paragraphs[index]
            if paragraph.kind == .boilerplate || paragraph.kind == .tags { return true }
            return paragraph.kind == nil && paragraph.range.count <= 80 && LineEnding(paragraph.range, bytes) == .word
        }
        for index in tail.reversed() where index > 0 {
            if paragraphs[index].kind == .boilerplate { hasBoilerplate = true }
            if paragraphs[index].kind == nil, hasBoilerplate { paragraphs[index].kind = .boilerplate }
        }
    }

    // MARK: Tags

    /// A line of topics below the text: set in, or three and more of them.
    private mutating func findTags(_ bytes: Span<UInt8>) {
        for index in paragraphs.indices where paragraphs[index].kind == nil {
            let paragraph = paragraphs[index]
            let isHashtags = bytes[paragraph.range.lowerBound] == UInt8(ascii: "#")
            let isBelow = index > 0 && paragraphs[(index + 1)...].allSatisfy { $0.kind == .boilerplate || $0.kind == .tags }
            guard isHashtags || isBelow else { continue }
            let least = isHashtags || paragraph.isSetIn ? 1 : 3
            guard paragraph.range.count <= 400,
                let tags = TagLine.items(paragraph.range, bytes, least: least, needCapitals: !paragraph.isSetIn)
            else { continue }
            paragraphs[index].kind = .tags
            addTags(tags)
        }
    }

    private mutating func addTags(_ tags: [String]) {
        for tag in tags where !details.tags.contains(tag) { details.tags.append(tag) }
    }

    // MARK: Title, byline, date

    private mutating func findTitle(_ bytes: Span<UInt8>, isMarked: Bool) {
        guard let index = paragraphs.indices.first(where: { isContent($0, bytes) }) else { return }
        let paragraph = paragraphs[index]
        if let ownTitle {
            // The title once more: to be read once.
            if Self.sameWords(bytes.string(in: paragraph.range), ownTitle) { paragraphs[index].kind = .title }
            return
        }
        if isMarked {
            if paragraph.kind == .heading { set(title: index) }
            return
        }
        guard paragraph.kind == nil, paragraph.lines <= 3, looksLikeTitle(paragraph.range, bytes),
            let next = paragraphs.indices.first(where: { $0 > index && isContent($0, bytes) }),
            paragraphs[next].kind == nil
        else { return }
        let below = paragraphs[next].range
        if below.count > paragraph.range.count || LineEnding(below, bytes) == .sentence { set(title: index) }
    }

    private mutating func set(title index: Int) {
        paragraphs[index].kind = .title
        title = index
    }

    /// Whether a paragraph is the article's own, and no date or author's name.
    private func isContent(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
        switch paragraphs[index].kind {
        case .boilerplate, .tags, .caption: return false
        default:
            return PublicationDate.iso(paragraphs[index].range, bytes) == nil
                && Byline.author(paragraphs[index].range, bytes) == nil
        }
    }

    private func looksLikeTitle(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard range.count <= 240, bytes.wordCount(range, most: 31) <= 30, !bytes.isLowercase(at: range.lowerBound) else {
            return false
        }
        switch LineEnding(range, bytes) {
        case .word: return true
        case .sentence:
            // A question or an exclamation may be one. A full stop is none of a headline's, except of words it quotes.
            if LineJoiner.hasSentenceEndInside(range, bytes) { return false }
            return !endsInStop(range, bytes) || isClaim(range, bytes)
        case .colon, .middle: return false
        }
    }

    /// Whether the last letter is followed by a full stop, whatever closes after it.
    private func endsInStop(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            let start = bytes.characterStart(before: end)
            switch bytes.scalar(at: start).scalar {
            case ".": return true
            case "\"", "'", "\u{201D}", "\u{2019}", "\u{BB}", ")": end = start
            default: return false
            }
        }
        return false
    }

    /// *Mayor: "It will turn."*: a headline that quotes, with no word of saying.
    private func isClaim(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard bytes[range.upperBound - 1] != UInt8(ascii: "."), bytes.isUppercase(at: range.lowerBound) else {
            return false
        }
        return !Cue.isAttributed(range, bytes)
    }

    /// Whether two texts are the same but for white space, case, marks and a full stop.
    private static func sameWords(_ one: String, _ other: String) -> Bool {
        func words(_ text: String) -> [UInt8] {
            Opening(0..<text.utf8.count, text.utf8Span.span).bytes.filter { $0.isWordByte }
        }
        return !one.isEmpty && words(one) == words(other)
    }

    /// Close to the title, the author's name and the date stand on lines of their own.
    private mutating func findBylineAndDate(_ bytes: Span<UInt8>) {
        let first = paragraphs.firstIndex { $0.kind != .boilerplate } ?? 0
        for index in paragraphs.indices.dropFirst(first).prefix(5) {
            let range = paragraphs[index].range
            guard range.count <= 120, paragraphs[index].kind == nil || paragraphs[index].cue == .boilerplate else {
                continue
            }
            if let date = PublicationDate.iso(range, bytes) {
                details.date = details.date ?? date
            } else if let author = Byline.author(range, bytes) {
                details.author = details.author ?? author
            } else {
                continue
            }
            paragraphs[index].kind = .boilerplate
        }
    }

    // MARK: Headings

    private mutating func findHeadings(_ bytes: Span<UInt8>) {
        for index in paragraphs.indices.dropLast() where paragraphs[index].kind == nil && paragraphs[index].lines == 1 {
            let range = paragraphs[index].range
            guard index > 0 || ownTitle != nil, looksLikeHeading(range, bytes) else { continue }
            guard let next = paragraphs[(index + 1)...].first(where: { $0.kind != .boilerplate }),
                next.kind == nil || next.kind == .listItem
            else { continue }
            let ending = LineEnding(next.range, bytes)
            if next.range.count > max(100, range.count) || ending == .sentence || ending == .colon {
                paragraphs[index].kind = .heading
            }
        }
    }

    private func looksLikeHeading(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard range.count <= 110, bytes.wordCount(range, most: 16) <= 15 else { return false }
        guard
            bytes.isUppercase(at: range.lowerBound) || bytes[range.lowerBound].isASCIIDigit
                || bytes[range.lowerBound] >= 0xE3
        else { return false }
        switch LineEnding(range, bytes) {
        case .word: return true
        case .sentence:
            // *What happens next?* is a heading; a question that somebody asks in an interview has a name in front.
            guard bytes[range.upperBound - 1] == UInt8(ascii: "?"), bytes.wordCount(range, most: 9) <= 8,
                let first = bytes.word(from: range.lowerBound, to: range.upperBound)
            else { return false }
            return Self.questionWords.contains(bytes.bareWord(first)) && !range.contains { bytes[$0] == UInt8(ascii: ":") }
                && !LineJoiner.hasSentenceEndInside(range, bytes)
        case .colon, .middle: return false
        }
    }

    private static let questionWords: Set<String> = ["what", "who", "why", "how", "when", "where", "which"]
}
