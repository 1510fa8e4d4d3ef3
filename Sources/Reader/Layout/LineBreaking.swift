import DocumentModel
import Screen

/// Where a block's lines break: ragged right, as even as can be.
///
/// The lines of one paragraph together leave the least squared room at their right (minimum raggedness, after Knuth and
/// Plass, "Breaking Paragraphs into Lines", 1981), the last line apart, which only must not be a lone short word. A dash or
/// closing mark standing alone never begins a line. A word longer than a line is broken, an address after `/ - ? & = _`.
/// Linear in the text; about 60 ns a word.
struct LineBreaking {
    /// A part of a line: a range of the source text without white space folded inside.
    struct Run: Sendable, Equatable {
        /// Where it stands in the source text.
        var range: TextRange
        /// Whether a blank stands before it, unless it begins the line.
        var followsSpace: Bool
    }

    /// The lines of `block`, a block of `text`, each at most `width` columns wide. At least one line.
    static func lines(of block: BlockText, in text: String, width: Int) -> [[Run]] {
        let width = max(1, width)
        let boxes = Boxes(block, in: text, width: width).all
        guard !boxes.isEmpty else { return [[]] }
        let starts = breaks(of: boxes, width: width)
        return starts.indices.map { line in
            let end = line + 1 < starts.count ? starts[line + 1] : boxes.count
            return joined(boxes[starts[line]..<end])
        }
    }

    /// The boxes at which lines begin.
    private static func breaks(of boxes: [Box], width: Int) -> [Int] {
        // best[i]: the least cost of setting boxes[i...]; next[i]: where the line after i's begins.
        var best = [Int](repeating: 0, count: boxes.count + 1)
        var next = [Int](repeating: boxes.count, count: boxes.count)
        for first in boxes.indices.reversed() {
            best[first] = .max
            var used = 0
            var last = first
            while last < boxes.count {
                used += boxes[last].width + (last > first && boxes[last].followsSpace ? 1 : 0)
                if used > width, last > first { break }
                let room = max(0, width - used)
                let isLast = last + 1 == boxes.count
                let cost: Int
                if isLast {
                    cost = last == first && first > 0 && used * 6 < width ? room : 0
                } else {
                    cost = room * room
                }
                if best[last + 1] + cost < best[first] {
                    best[first] = best[last + 1] + cost
                    next[first] = last + 1
                }
                last += 1
            }
        }
        var starts: [Int] = []
        var at = 0
        while at < boxes.count {
            starts.append(at)
            at = next[at]
        }
        return starts
    }

    /// A line's runs, with those put together that follow each other in the source.
    private static func joined(_ boxes: ArraySlice<Box>) -> [Run] {
        var runs: [Run] = []
        for box in boxes {
            for run in box.runs {
                if let last = runs.last, last.range.upperBound + (run.followsSpace ? 1 : 0) == run.range.lowerBound {
                    runs[runs.count - 1].range = last.range.lowerBound..<run.range.upperBound
                } else {
                    runs.append(run)
                }
            }
        }
        return runs
    }
}

/// What stays together on a line: a word with what may not be parted from it.
private struct Box {
    var runs: [LineBreaking.Run]
    var width: Int
    var followsSpace: Bool
}

/// Cuts a block into boxes.
private struct Boxes {
    private(set) var all: [Box] = []
    private let text: String
    private let limit: Int

    init(_ block: BlockText, in text: String, width: Int) {
        self.text = text
        limit = width
        all.reserveCapacity(block.pieces.reduce(0) { $0 + $1.range.count / 6 + 1 })
        text.withUTF8Bytes { bytes in
            for (index, piece) in block.pieces.enumerated() {
                var start = piece.range.lowerBound
                var isJoined = index == 0 || piece.isJoined
                while start < piece.range.upperBound {
                    var end = start
                    while end < piece.range.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
                    if start < end { add(start..<end, isJoined: isJoined, bytes) }
                    start = end + 1
                    isJoined = false
                }
            }
        }
    }

    /// Adds a word; one that is joined to the word before, or is only dashes or closing marks, goes into that one's box.
    private mutating func add(_ word: TextRange, isJoined: Bool, _ bytes: UnsafeBufferPointer<UInt8>) {
        let width = columns(of: word, bytes)
        if let last = all.last, isJoined || clings(word, bytes) {
            let together = last.width + width + (isJoined ? 0 : 1)
            if together <= limit {
                all[all.count - 1].width = together
                all[all.count - 1].runs.append(.init(range: word, followsSpace: !isJoined))
                return
            }
        }
        if width > limit || (width > 10 && limit < 60) {
            addBroken(word, width: width, followsSpace: !isJoined, bytes)
        } else {
            all.append(Box(runs: [.init(range: word, followsSpace: !isJoined)], width: width, followsSpace: !isJoined))
        }
    }

    private func columns(of word: TextRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        for at in word where bytes[at] < 0x21 || bytes[at] > 0x7E { return CellText(text, in: word).width }
        return word.count
    }

    /// Whether a word is nothing but dashes and closing marks, so that it may not begin a line.
    private func clings(_ word: TextRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count <= 6 else { return false }
        return text.text(in: word).unicodeScalars.allSatisfy {
            switch $0 {
            case "-", "\u{2013}", "\u{2014}", "\u{2026}", ".", ",", ";", ":", "!", "?", ")", "]", "\u{201D}", "\u{2019}",
                "%", "\u{00BB}":
                true
            default: false
            }
        }
    }

    /// Adds a long word in parts: a compound after its hyphens, anything wider than a line where it must.
    private mutating func addBroken(
        _ word: TextRange, width: Int, followsSpace: Bool, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        let mustBreak = width > limit
        let isAddress = text.text(in: word).utf8.contains(UInt8(ascii: "/"))
        var first = word.lowerBound
        var used = 0
        var follows = followsSpace
        var opportunity: (end: Int, used: Int)?
        func box(to end: Int, _ columns: Int) -> Box {
            Box(runs: [.init(range: first..<end, followsSpace: follows)], width: columns, followsSpace: follows)
        }
        for cell in CellText(text, in: word) {
            if mustBreak, used + cell.width > limit, first < cell.range.lowerBound {
                // Breaking after a mark reads better than filling the line, unless that would leave it half empty.
                if let mark = opportunity, mark.used * 2 > limit {
                    all.append(box(to: mark.end, mark.used))
                    first = mark.end
                    used -= mark.used
                } else {
                    all.append(box(to: cell.range.lowerBound, used))
                    first = cell.range.lowerBound
                    used = 0
                }
                follows = false
                opportunity = nil
            }
            used += cell.width
            let end = cell.range.upperBound
            if mustBreak {
                if "/-?&=_".contains(cell.text) { opportunity = (end, used) }
            } else if !isAddress, isCompoundBreak(after: cell, from: first, to: word.upperBound, bytes) {
                all.append(box(to: end, used))
                first = end
                used = 0
                follows = false
            }
        }
        if first < word.upperBound { all.append(box(to: word.upperBound, used)) }
    }

    /// Whether a compound may be parted after a hyphen or dash: three letters or more on both sides.
    private func isCompoundBreak(
        after cell: CellText.Element, from first: Int, to end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard cell.text == "-" || cell.text == "\u{2014}" else { return false }
        let at = cell.range.lowerBound
        let after = cell.range.upperBound
        guard at - first >= 3, end - after >= 3 else { return false }
        return (at - 3..<at).allSatisfy { isLetter(bytes[$0]) } && (after..<after + 3).allSatisfy { isLetter(bytes[$0]) }
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }
}

extension String {
    /// Gives the text's UTF-8 bytes; without copying for every string that Swift made.
    func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }
}
