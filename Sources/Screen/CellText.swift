/// Any text as what its cells show, in reading order: clean, so that no byte of it can act on a terminal, and measured.
///
/// - Tabs, line ends, no-break and other spaces are one space; control characters are `·`; unassigned, private and
///   non-characters are `�`; what is invisible (bidi controls, zero-width characters, soft hyphens, selectors, tags) is
///   left out.
/// - Combining marks stand with their base, at most four; one without a base gets `◌`.
/// - A sequence of joined emoji is drawn as its first, a flag as its two letters, since terminals disagree on their width.
///
/// The cells' ranges follow each other without a gap and cover the text, so any cell's end is a fit place to cut.
/// Costs about 10 ns a cell, and a copy of the text.
public struct CellText: Sequence, Sendable {
    /// What one spacing character shows.
    public struct Element: Sendable, Hashable {
        /// The character with its combining marks; clean.
        public var text: String
        /// Its columns: 1 or 2.
        public var width: Int
        /// What it stands for in the text, as UTF-8 offsets.
        public var range: Range<Int>

        /// A character that stands for a part of a text.
        public init(text: String, width: Int, range: Range<Int>) {
            self.text = text
            self.width = width
            self.range = range
        }

        /// Whether it is a blank.
        public var isSpace: Bool {
            switch text.utf8.count {
            case 1: text.utf8.first == 0x20
            case 3: text.utf8.elementsEqual("\u{3000}".utf8)
            default: false
            }
        }
    }

    /// The text's bytes, which are valid UTF-8: reading them goes faster than going through a string's views.
    private let bytes: [UInt8]
    private let start: Int

    /// The cells of a text.
    public init(_ text: String) {
        bytes = Array(text.utf8)
        start = 0
    }

    /// The cells of a part of a text, given as UTF-8 offsets into it; a bound that lies outside the text, or inside a
    /// character, is moved inwards. The elements' ranges count from the text's start.
    public init(_ text: String, in range: Range<Int>) {
        let utf8 = text.utf8
        let from = Swift.min(Swift.max(range.lowerBound, 0), utf8.count)
        let to = Swift.min(Swift.max(range.upperBound, from), utf8.count)
        let lower = utf8.index(utf8.startIndex, offsetBy: from)
        let upper = utf8.index(lower, offsetBy: to - from)
        var part = utf8[lower..<upper]
        while let first = part.first, UTF8.isContinuation(first) { part.removeFirst() }
        start = from + (to - from) - part.count
        // A last character that goes on behind the part is none of it.
        if upper < utf8.endIndex, UTF8.isContinuation(utf8[upper]) {
            while let last = part.popLast(), UTF8.isContinuation(last) {}
        }
        bytes = Array(part)
    }

    /// Goes through the cells.
    public func makeIterator() -> Iterator { Iterator(bytes, from: start) }

    /// The cell's text of a byte of printable ASCII.
    static func plain(_ byte: UInt8) -> String { asciiCells[Int(byte) - 0x20] }

    /// How many columns the text takes.
    public var width: Int { reduce(0) { $0 + $1.width } }

    /// See ``CellText/makeIterator()``.
    public struct Iterator: IteratorProtocol {
        private let bytes: [UInt8]
        /// Where the bytes stand in the text.
        private let base: Int
        /// Read ahead to see whether it joins the cell; it begins at `offset`.
        private var ahead: Unicode.Scalar?
        private var offset: Int
        /// Where what was dropped before a cell begins.
        private var start: Int

        init(_ bytes: [UInt8], from base: Int) {
            self.bytes = bytes
            self.base = base
            (offset, start) = (base, base)
            ahead = scalar(at: 0)
        }

        /// The character that begins at a byte; nil at the end.
        private func scalar(at index: Int) -> Unicode.Scalar? {
            guard index < bytes.count else { return nil }
            let first = bytes[index]
            if first < 0x80 { return Unicode.Scalar(first) }
            let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard index + width <= bytes.count else { return "\u{FFFD}" }
            var value = UInt32(first) & (0x7F >> UInt32(width))
            for byte in bytes[index + 1..<index + width] { value = value << 6 | UInt32(byte & 0x3F) }
            return Unicode.Scalar(value) ?? "\u{FFFD}"
        }

        /// The next cell.
        public mutating func next() -> Element? {
            while let scalar = ahead {
                advance(past: scalar)
                if scalar.value < 0x7F, scalar.value >= 0x20 {
                    if let following = ahead, following.value >= 0x7F { return gathered(String(scalar), width: 1) }
                    return element(CellText.plain(UInt8(scalar.value)), width: 1)
                }
                switch CharacterClass(scalar) {
                case .spacing(let width): return gathered(String(scalar), width: width)
                case .skinTone: return gathered(String(scalar), width: 2)
                case .combining: return gathered("\u{25CC}" + String(scalar), width: 1, marks: 1)
                case .space: return gathered(" ", width: 1)
                case .regionalIndicator(let letter): return gathered(String(letter), width: 1)
                case .control: return gathered("\u{B7}", width: 1)
                case .unknown: return gathered("\u{FFFD}", width: 1)
                case .joiner, .dropped: continue
                }
            }
            return nil
        }

        private mutating func advance(past scalar: Unicode.Scalar) {
            offset += UTF8.width(scalar)
            ahead = self.scalar(at: offset - base)
        }

        private mutating func element(_ text: String, width: Int) -> Element {
            defer { start = offset }
            return Element(text: text, width: width, range: start..<offset)
        }

        /// The cell of a base with all that joins it.
        private mutating func gathered(_ base: String, width: Int, marks: Int = 0) -> Element {
            var text = base
            var marks = marks
            var joins = false
            gathering: while let scalar = ahead, scalar.value >= 0x7F {
                switch CharacterClass(scalar) {
                case .combining:
                    if marks < 4, !joins { text.unicodeScalars.append(scalar) }
                    marks += 1
                case .dropped: break
                case .joiner: joins = width == 2
                case .skinTone where width == 2: break
                case .spacing(width: 2) where joins: joins = false
                case .spacing where joins && scalar.value >= 0x2190 && scalar.value < 0x2C00:
                    // ♀, ♂, ⚕ and the like, joined to a person, are symbols one column wide.
                    joins = false
                default: break gathering
                }
                advance(past: scalar)
            }
            return element(text, width: width)
        }
    }
}

/// The texts of the cells from space to tilde.
private let asciiCells: [String] = (0x20..<0x7F).map { String(Unicode.Scalar(UInt8($0))) }
