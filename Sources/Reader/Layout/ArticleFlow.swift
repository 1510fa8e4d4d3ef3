import DocumentModel
import Screen

/// An article set in lines of one width, item by item as they are looked at: the cost of a look does not grow with the
/// article, however long it or one of its lines is.
struct ArticleFlow: Sendable {
    /// The article.
    let article: Article
    /// The most columns a line takes.
    let width: Int
    private let details: [String]
    private let note: String
    private var laidOut: [FlowItem: [FlowLine]] = [:]

    /// Blocks longer than this are laid out in parts.
    private static let chunk = 4096
    /// How many items are kept.
    private static let kept = 256

    /// The article at this width, with the details under its title and, where there is one, the reader's note.
    init(_ article: Article, details: [String], note: String = "", width: Int) {
        self.article = article
        self.details = details
        self.note = note
        self.width = max(1, width)
    }

    // MARK: Items

    /// The last item.
    var last: FlowItem {
        guard let block = article.blocks.indices.last(where: { !isTitle($0) }) else { return .head }
        return FlowItem(block: block, chunk: chunkCount(of: block) - 1)
    }

    /// The item that follows; nil after the last.
    func item(after item: FlowItem) -> FlowItem? {
        if item.block >= 0, item.chunk + 1 < chunkCount(of: item.block) {
            return FlowItem(block: item.block, chunk: item.chunk + 1)
        }
        var block = item.block + 1
        while block < article.blocks.count, isTitle(block) { block += 1 }
        return block < article.blocks.count ? FlowItem(block: block, chunk: 0) : nil
    }

    /// The item before; nil before the head.
    func item(before item: FlowItem) -> FlowItem? {
        guard item.block >= 0 else { return nil }
        if item.chunk > 0 { return FlowItem(block: item.block, chunk: item.chunk - 1) }
        var block = item.block - 1
        while block >= 0, isTitle(block) { block -= 1 }
        return block >= 0 ? FlowItem(block: block, chunk: chunkCount(of: block) - 1) : .head
    }

    /// The item that shows a place; for white space between blocks the block after it.
    func item(showing place: TextPlace) -> FlowItem {
        if place.part == .title { return .head }
        var low = 0
        var high = article.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if article.blocks[middle].range.upperBound <= place.offset { low = middle + 1 } else { high = middle }
        }
        guard low < article.blocks.count else { return last }
        if isTitle(low) { return .head }
        let start = article.blocks[low].range.lowerBound
        var chunk = min(max(0, place.offset - start) / Self.chunk, chunkCount(of: low) - 1)
        if chunk > 0, chunkStart(chunk, of: low) > place.offset { chunk -= 1 }
        return FlowItem(block: low, chunk: chunk)
    }

    /// Whether a block is the title that the head shows.
    private func isTitle(_ block: Int) -> Bool {
        guard case .inText(let range) = article.headline, article.blocks[block].kind == .title else { return false }
        return article.blocks[block].range == range
    }

    private func chunkCount(of block: Int) -> Int {
        let count = article.blocks[block].range.count
        return count <= Self.chunk * 3 / 2 ? 1 : count / Self.chunk
    }

    /// Where a part of a block begins: at the first word after its even share.
    private func chunkStart(_ chunk: Int, of block: Int) -> Int {
        let range = article.blocks[block].range
        guard chunk > 0 else { return range.lowerBound }
        guard chunk < chunkCount(of: block) else { return range.upperBound }
        return article.text.withUTF8Bytes { bytes in
            let even = range.lowerBound + chunk * Self.chunk
            let limit = min(even + Self.chunk / 4, range.upperBound)
            var at = even
            while at < limit, bytes[at] != 0x20, bytes[at] != 0x0A { at += 1 }
            if at < limit { return at + 1 }
            at = even
            while at < range.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
            return at
        }
    }

    // MARK: Lines

    /// The lines of an item; they are kept for the next look.
    mutating func lines(of item: FlowItem) -> [FlowLine] {
        if let lines = laidOut[item] { return lines }
        let lines = layOut(item)
        if laidOut.count >= Self.kept { laidOut.removeAll(keepingCapacity: true) }
        laidOut[item] = lines
        return lines
    }

    /// As ``lines(of:)``, without keeping what is not kept yet.
    func knownLines(of item: FlowItem) -> [FlowLine] { laidOut[item] ?? layOut(item) }

    private func layOut(_ item: FlowItem) -> [FlowLine] {
        item.block < 0 ? head : block(item)
    }

    /// The title, the details and the tags that came beside the text.
    private var head: [FlowLine] {
        var lines: [FlowLine] = []
        switch article.headline {
        case .own(let title):
            lines += set(BlockText(title, 0..<title.utf8.count), of: title, as: .title, in: .title)
        case .inText(let range) where article.blocks.contains { $0.kind == .title && $0.range == range }:
            lines += set(BlockText(article.text, range), of: article.text, as: .title, in: .text)
        case .inText, .lead, .none: break
        }
        if !lines.isEmpty, !details.isEmpty { lines.append(FlowLine(kind: .blank)) }
        lines += made(details, as: .details)
        if !article.details.tags.isEmpty {
            lines += made(article.details.tags, as: .block(.tags))
        }
        if !note.isEmpty {
            lines.append(FlowLine(kind: .blank))
            let mark = width >= 8 ? "✎ " : ""
            for paragraph in note.split(separator: "\n", omittingEmptySubsequences: false) {
                for words in PaneMessage.wrapped(TextWidth.cleaned(String(paragraph)), to: max(1, width - 2)) {
                    lines.append(FlowLine(kind: .note, madeText: mark + words))
                }
            }
        }
        return lines.isEmpty ? [FlowLine(kind: .blank)] : lines
    }

    private func made(_ parts: [String], as kind: FlowLine.Kind) -> [FlowLine] {
        ArticleDetails.lines(parts, width: width).map { FlowLine(kind: kind, madeText: $0) }
    }

    private func block(_ item: FlowItem) -> [FlowLine] {
        let block = article.blocks[item.block]
        var range = chunkStart(item.chunk, of: item.block)..<chunkStart(item.chunk + 1, of: item.block)
        var lines: [FlowLine] = []
        if item.chunk == 0, hasRoomBefore(item.block) { lines.append(FlowLine(kind: .blank)) }
        var mark = ""
        var indent = 0
        if block.kind == .listItem, width >= 8 {
            if item.chunk == 0 {
                let found = ListMark(at: range, in: article.text)
                mark = found.text
                range = found.end..<max(found.end, range.upperBound)
            }
            indent = max(2, TextWidth.of(mark))
        }
        lines += set(
            BlockText(article.text, range), of: article.text, as: .block(block.kind), in: .text, indent: indent, mark: mark)
        return lines
    }

    private func set(
        _ text: BlockText, of source: String, as kind: FlowLine.Kind, in part: TextPart, indent: Int = 0, mark: String = ""
    ) -> [FlowLine] {
        let lines = LineBreaking.lines(of: text, in: source, width: width - indent)
        let start = lines.first?.first?.range.lowerBound ?? 0
        let end = lines.last?.last?.range.upperBound ?? start
        let direction = TextDirection(of: source.text(in: start..<end)) ?? .leftToRight
        return lines.enumerated().map { index, runs in
            FlowLine(
                kind: kind, indent: indent, mark: index == 0 ? mark : "", runs: runs, part: part, direction: direction)
        }
    }

    /// Whether a blank line parts a block from the one before: not between items of a list, nor lines of boilerplate.
    private func hasRoomBefore(_ block: Int) -> Bool {
        guard block > 0, !isTitle(block - 1) else { return true }
        let (kind, before) = (article.blocks[block].kind, article.blocks[block - 1].kind)
        return !(kind == before && (kind == .listItem || kind == .boilerplate))
    }
}

/// What a list item begins with, and what is drawn for it.
struct ListMark {
    /// What is drawn: `• ` for a bullet of any kind or for none, a number as it stands.
    let text: String
    /// Where the item's words begin.
    let end: Int

    /// The mark of the item in `range` of `text`.
    init(at range: TextRange, in text: String) {
        let beginning = text.text(in: range.lowerBound..<range.upperBound).prefix(12)
        if let first = beginning.first, "-*+•–‣◦·".contains(first), beginning.dropFirst().first?.isWhitespace == true {
            self.text = "• "
            end = range.lowerBound + first.utf8.count + 1
            return
        }
        let number = beginning.prefix { $0.isASCII && $0.isNumber }
        let rest = beginning.dropFirst(number.count)
        if !number.isEmpty, number.count <= 3, let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first?.isWhitespace == true
        {
            self.text = "\(number)\(mark) "
            end = range.lowerBound + number.utf8.count + 2
            return
        }
        self.text = "• "
        end = range.lowerBound
    }
}
