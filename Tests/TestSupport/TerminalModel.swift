public import Screen

/// A terminal as far as programs that use ncurses, and those that write plain control sequences, need one: what they write
/// becomes cells. For counting what a program changed and for looking at what it shows; not for judging terminals.
public struct TerminalModel {
    /// The screen's extent.
    public let size: Size
    /// The cells, row by row.
    public private(set) var cells: [Cell]

    private var x = 0
    private var y = 0
    private var style = Style.plain
    private var isWrapping = false
    private var region: Range<Int>
    private var saved = (x: 0, y: 0)
    private var rest: [UInt8] = []

    /// A blank screen.
    public init(size: Size) {
        self.size = size
        cells = Array(repeating: Cell(), count: size.width * size.height)
        region = 0..<size.height
    }

    /// The rows' text without trailing blanks.
    public var lines: [String] {
        (0..<size.height).map { y in
            var line = cells[y * size.width..<(y + 1) * size.width].map(\.text).joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// What it takes at least to turn `before` into this screen: the UTF-8 bytes of the cells that differ, and how often
    /// the style changes among them.
    public func changes(since before: TerminalModel) -> (bytes: Int, styles: Int) {
        var (bytes, styles) = (0, 0)
        var last: Style?
        for index in cells.indices where cells[index] != before.cells[index] {
            bytes += cells[index].text.utf8.count
            if cells[index].style != last { styles += 1 }
            last = cells[index].style
        }
        return (bytes, styles)
    }

    /// Takes what a program wrote. A sequence or character that is cut in two may go on in the next.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        rest += bytes
        var at = 0
        while at < rest.count, let length = take(at) { at += length }
        rest.removeFirst(at)
    }

    /// Takes what begins at a place; its length, nil when it is not all there.
    private mutating func take(_ at: Int) -> Int? {
        let byte = rest[at]
        switch byte {
        case 0x1B: return escape(at)
        case 0x0D: x = 0
        case 0x0A: lineFeed()
        case 0x08: x = max(0, x - 1)
        case 0x09: x = min(size.width - 1, (x / 8 + 1) * 8)
        case 0..<0x20: break
        default:
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard at + length <= rest.count else { return nil }
            draw(String(decoding: rest[at..<at + length], as: UTF8.self))
            return length
        }
        isWrapping = false
        return 1
    }

    private mutating func draw(_ text: String) {
        guard let scalar = text.unicodeScalars.first else { return }
        if scalar.properties.generalCategory == .nonspacingMark {
            let index = y * size.width + max(0, isWrapping ? x : x - 1)
            cells[index].text += text
            return
        }
        let width = max(1, TextWidth.of(text))
        if isWrapping || x + width > size.width {
            x = 0
            lineFeed()
        }
        for part in 0..<width where x + part < size.width {
            cells[y * size.width + x + part] = Cell(part == 0 ? text : "", style: style)
        }
        isWrapping = x + width >= size.width
        x = min(size.width - 1, x + width)
    }

    private mutating func lineFeed() {
        isWrapping = false
        if y == region.upperBound - 1 { scroll(region, by: 1) } else { y = min(size.height - 1, y + 1) }
    }

    /// Moves rows of a region up, or down for less than none; blank ones follow.
    private mutating func scroll(_ region: Range<Int>, by count: Int) {
        let blank = [Cell](repeating: Cell(style: ground), count: size.width)
        var rows = region.map { Array(cells[$0 * size.width..<($0 + 1) * size.width]) }
        for _ in 0..<min(abs(count), rows.count) {
            if count > 0 {
                rows.removeFirst()
                rows.append(blank)
            } else {
                rows.removeLast()
                rows.insert(blank, at: 0)
            }
        }
        for (row, place) in zip(rows, region) {
            cells.replaceSubrange(place * size.width..<(place + 1) * size.width, with: row)
        }
    }

    private var ground: Style { Style(background: style.background) }

    private mutating func blank(_ range: Range<Int>) {
        for index in range { cells[index] = Cell(style: ground) }
    }

    private mutating func escape(_ at: Int) -> Int? {
        guard at + 1 < rest.count else { return nil }
        switch rest[at + 1] {
        case UInt8(ascii: "["):
            var end = at + 2
            while end < rest.count, !(0x40...0x7E).contains(rest[end]) { end += 1 }
            guard end < rest.count else { return nil }
            control(String(decoding: rest[at + 2..<end], as: UTF8.self), rest[end])
            return end + 1 - at
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            var end = at + 2
            while end < rest.count {
                if rest[end] == 0x07 { return end + 1 - at }
                if rest[end] == 0x1B, end + 1 < rest.count, rest[end + 1] == UInt8(ascii: "\\") { return end + 2 - at }
                end += 1
            }
            return nil
        case UInt8(ascii: "("), UInt8(ascii: ")"): return at + 2 < rest.count ? 3 : nil
        case UInt8(ascii: "7"): saved = (x, y)
        case UInt8(ascii: "8"): (x, y) = saved
        case UInt8(ascii: "M"): if y == region.lowerBound { scroll(region, by: -1) } else { y = max(0, y - 1) }
        default: break
        }
        return 2
    }

    private mutating func control(_ parameters: String, _ final: UInt8) {
        if let first = parameters.utf8.first, !(0x30...0x3B).contains(first) { return }
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let count = max(1, numbers.first ?? 1)
        let row = y * size.width
        if final != UInt8(ascii: "m") { isWrapping = false }
        switch final {
        case UInt8(ascii: "A"): y = max(0, y - count)
        case UInt8(ascii: "B"): y = min(size.height - 1, y + count)
        case UInt8(ascii: "C"): x = min(size.width - 1, x + count)
        case UInt8(ascii: "D"): x = max(0, x - count)
        case UInt8(ascii: "G"), UInt8(ascii: "`"): x = min(size.width, count) - 1
        case UInt8(ascii: "d"): y = min(size.height, count) - 1
        case UInt8(ascii: "H"), UInt8(ascii: "f"):
            y = min(size.height, count) - 1
            x = min(size.width, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
        case UInt8(ascii: "J"):
            switch numbers.first ?? 0 {
            case 0: blank(row + x..<cells.count)
            case 1: blank(0..<row + x + 1)
            default: blank(0..<cells.count)
            }
        case UInt8(ascii: "K"):
            switch numbers.first ?? 0 {
            case 0: blank(row + x..<row + size.width)
            case 1: blank(row..<row + x + 1)
            default: blank(row..<row + size.width)
            }
        case UInt8(ascii: "X"): blank(row + x..<row + min(size.width, x + count))
        case UInt8(ascii: "@"), UInt8(ascii: "P"):
            let blanks = [Cell](repeating: Cell(style: ground), count: min(count, size.width - x))
            let kept = Array(cells[row + x..<row + size.width])
            let moved =
                final == UInt8(ascii: "@")
                ? blanks + kept.dropLast(blanks.count) : kept.dropFirst(blanks.count) + blanks
            cells.replaceSubrange(row + x..<row + size.width, with: moved)
        case UInt8(ascii: "L"): if region.contains(y) { scroll(y..<region.upperBound, by: -count) }
        case UInt8(ascii: "M"): if region.contains(y) { scroll(y..<region.upperBound, by: count) }
        case UInt8(ascii: "S"): scroll(region, by: count)
        case UInt8(ascii: "T"): scroll(region, by: -count)
        case UInt8(ascii: "r"):
            let top = max(1, numbers.first ?? 1) - 1
            let bottom = numbers.count > 1 && numbers[1] > 0 ? min(size.height, numbers[1]) : size.height
            region = top < bottom ? top..<bottom : 0..<size.height
            (x, y) = (0, 0)
        case UInt8(ascii: "m"): style.change(by: parameters[...])
        default: break
        }
    }
}
