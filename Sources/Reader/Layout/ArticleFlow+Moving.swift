import DocumentModel

extension ArticleFlow {
    /// The line `count` lines further down, or up for less than none; the first or last line where that lies outside.
    mutating func position(_ count: Int, from start: FlowPosition) -> FlowPosition {
        var item = start.item
        var line = start.line + count
        while line < 0 {
            guard let before = self.item(before: item) else { return FlowPosition(item: item, line: 0) }
            item = before
            line += lines(of: item).count
        }
        while true {
            let here = lines(of: item).count
            if line < here { return FlowPosition(item: item, line: line) }
            guard let after = self.item(after: item) else { return FlowPosition(item: item, line: max(0, here - 1)) }
            line -= here
            item = after
        }
    }

    /// The last line.
    mutating func end() -> FlowPosition {
        let item = last
        return FlowPosition(item: item, line: max(0, lines(of: item).count - 1))
    }

    /// The top line of the last page.
    mutating func lastTop(height: Int) -> FlowPosition { position(1 - max(1, height), from: end()) }

    /// The line that shows a place, or the first after it.
    mutating func position(of place: TextPlace) -> FlowPosition {
        let item = self.item(showing: place)
        let lines = self.lines(of: item)
        var found: Int?
        for (index, line) in lines.enumerated() where line.part == place.part {
            guard let extent = line.extent else { continue }
            if found == nil || extent.lowerBound <= place.offset { found = index }
            if place.offset < extent.upperBound { break }
        }
        return FlowPosition(item: item, line: found ?? 0)
    }

    /// The place a line begins with: that of its first character, or, for a line without any, of the next line's.
    mutating func place(of position: FlowPosition) -> TextPlace {
        var item = position.item
        var lines = self.lines(of: item)[...].dropFirst(position.line)
        for _ in 0..<8 {
            for line in lines {
                if let extent = line.extent { return TextPlace(part: line.part, offset: extent.lowerBound) }
            }
            guard let after = self.item(after: item) else { break }
            item = after
            lines = self.lines(of: item)[...]
        }
        return TextPlace(part: .text, offset: article.text.utf8.count)
    }

    /// How many lines lie from one line down to another, at most `limit`.
    mutating func distance(from start: FlowPosition, to end: FlowPosition, limit: Int) -> Int {
        guard start < end else { return 0 }
        var count = -start.line
        var item = start.item
        while item < end.item, count < limit {
            count += lines(of: item).count
            guard let after = self.item(after: item) else { break }
            item = after
        }
        return min(limit, count + end.line)
    }

    /// The lines from one on that fill `height` rows.
    mutating func lines(from top: FlowPosition, height: Int) -> [(position: FlowPosition, line: FlowLine)] {
        var shown: [(position: FlowPosition, line: FlowLine)] = []
        var item = top.item
        var first = top.line
        while shown.count < height {
            for (index, line) in lines(of: item).enumerated().dropFirst(first) where shown.count < height {
                shown.append((FlowPosition(item: item, line: index), line))
            }
            guard let after = self.item(after: item) else { break }
            item = after
            first = 0
        }
        return shown
    }
}
