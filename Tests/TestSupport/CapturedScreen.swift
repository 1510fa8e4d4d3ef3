public import Screen

/// A screen as `tmux capture-pane -e` gives it: text with the sequences that change its style, one row a line.
public struct CapturedScreen {
    /// The cells of each row, as far as the terminal has any; the right half of a wide character has no text.
    public private(set) var rows: [[Cell]] = []

    /// Reads a capture.
    public init(_ text: String) {
        var style = Style.plain
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var row: [Cell] = []
            var rest = line[...]
            while let escape = rest.firstIndex(of: "\u{1B}") {
                Self.append(rest[..<escape], style, to: &row)
                let sequence = rest[escape...].dropFirst()
                guard sequence.first == "[", let end = sequence.firstIndex(of: "m") else { break }
                style.change(by: sequence[sequence.index(after: sequence.startIndex)..<end])
                rest = sequence[sequence.index(after: end)...]
            }
            Self.append(rest, style, to: &row)
            rows.append(row)
        }
    }

    /// What differs from a frame, in words; nil when nothing does. Cells that the terminal does not have are blank.
    public func difference(from frame: Frame) -> String? {
        for y in 0..<frame.size.height {
            for x in 0..<frame.size.width {
                let expected = frame[x, y]
                let has = y < rows.count && x < rows[y].count
                let found = has ? rows[y][x] : Cell()
                if !found.looksLike(expected) {
                    return "\(x),\(y): “\(found.text)” \(found.style) in place of “\(expected.text)” \(expected.style)"
                }
            }
        }
        return nil
    }

    private static func append(_ text: Substring, _ style: Style, to row: inout [Cell]) {
        for cell in CellText(String(text)) {
            row.append(Cell(cell.text, style: style))
            if cell.width == 2 { row.append(Cell("", style: style)) }
        }
    }
}

extension Cell {
    /// Whether nobody could tell two cells apart: of a blank only the ground is seen, and lines through and below it.
    public func looksLike(_ other: Cell) -> Bool {
        if self == other { return true }
        guard text == other.text else { return false }
        // The right half of a wide character is drawn with its left one.
        if text.isEmpty { return true }
        guard text == " " else { return false }
        let seen: Style.Attributes = [.underline, .reverse, .strikethrough]
        let attributes = style.attributes.intersection(seen)
        return attributes == other.style.attributes.intersection(seen) && style.background == other.style.background
            && (attributes.isEmpty || style.foreground == other.style.foreground)
    }
}

extension Style {
    /// Takes the parameters of a control sequence that selects graphic renditions (SGR).
    mutating func change(by parameters: Substring) {
        var numbers = parameters.split(whereSeparator: { $0 == ";" || $0 == ":" }).map { Int($0) ?? 0 }[...]
        if numbers.isEmpty { numbers = [0] }
        while let number = numbers.popFirst() {
            switch number {
            case 0: self = .plain
            case 1: attributes.insert(.bold)
            case 2: attributes.insert(.dim)
            case 3: attributes.insert(.italic)
            case 4: attributes.insert(.underline)
            case 7: attributes.insert(.reverse)
            case 9: attributes.insert(.strikethrough)
            case 22: attributes.subtract([.bold, .dim])
            case 23: attributes.remove(.italic)
            case 24: attributes.remove(.underline)
            case 27: attributes.remove(.reverse)
            case 29: attributes.remove(.strikethrough)
            case 30...37: foreground = .ansi(UInt8(number - 30))
            case 40...47: background = .ansi(UInt8(number - 40))
            case 90...97: foreground = .ansi(UInt8(number - 82))
            case 100...107: background = .ansi(UInt8(number - 92))
            case 38, 48:
                let color: Color
                if numbers.popFirst() == 5 {
                    color = .ansi(UInt8(numbers.popFirst() ?? 0))
                } else {
                    color = .rgb(numbers.prefix(3).reduce(0) { $0 << 8 | UInt32($1) })
                    numbers = numbers.dropFirst(3)
                }
                if number == 38 { foreground = color } else { background = color }
            case 39: foreground = .standard
            case 49: background = .standard
            default: break
            }
        }
    }
}
