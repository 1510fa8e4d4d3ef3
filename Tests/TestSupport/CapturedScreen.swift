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
                Self.change(&style, by: sequence[sequence.index(after: sequence.startIndex)..<end])
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
                if found.text != expected.text || (found.style != expected.style && !expected.text.isEmpty) {
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

    private static func change(_ style: inout Style, by parameters: Substring) {
        var numbers = parameters.split(whereSeparator: { $0 == ";" || $0 == ":" }).map { Int($0) ?? 0 }[...]
        if numbers.isEmpty { numbers = [0] }
        while let number = numbers.popFirst() {
            switch number {
            case 0: style = .plain
            case 1: style.attributes.insert(.bold)
            case 2: style.attributes.insert(.dim)
            case 3: style.attributes.insert(.italic)
            case 4: style.attributes.insert(.underline)
            case 7: style.attributes.insert(.reverse)
            case 9: style.attributes.insert(.strikethrough)
            case 30...37: style.foreground = .ansi(UInt8(number - 30))
            case 40...47: style.background = .ansi(UInt8(number - 40))
            case 90...97: style.foreground = .ansi(UInt8(number - 82))
            case 100...107: style.background = .ansi(UInt8(number - 92))
            case 38, 48:
                let color: Color
                if numbers.popFirst() == 5 {
                    color = .ansi(UInt8(numbers.popFirst() ?? 0))
                } else {
                    color = .rgb(numbers.prefix(3).reduce(0) { $0 << 8 | UInt32($1) })
                    numbers = numbers.dropFirst(3)
                }
                if number == 38 { style.foreground = color } else { style.background = color }
            case 39: style.foreground = .standard
            case 49: style.background = .standard
            default: break
            }
        }
    }
}
