import CNcurses
import Screen

// From cells to what ncurses has in its windows.
extension CursesTerminal {
    /// Puts a run of cells into ncurses' window.
    func put(_ run: ChangedRun, of frame: Frame, on window: UnsafeMutablePointer<WINDOW>) {
        guard run.y < size.height else { return }
        var row: [cchar_t] = []
        row.reserveCapacity(run.columns.count)
        var x = run.columns.lowerBound
        // Neighbours mostly look alike.
        var style = frame[x, run.y].style
        var (attributes, pair) = ink(of: style)
        while x < run.columns.upperBound {
            let cell = frame[x, run.y]
            let isWide = x + 1 < frame.size.width && frame[x + 1, run.y].text.isEmpty
            if cell.style != style {
                style = cell.style
                (attributes, pair) = ink(of: style)
            }
            var filled = cchar_t()
            if !isWide, let character = cell.text.onlyASCII {
                curses_set_character(&filled, wchar_t(character), attributes, pair)
                row.append(filled)
            } else {
                for glyph in encoding.glyphs(of: cell.text.isEmpty ? Cell(style: cell.style) : cell, isWide: isWide) {
                    curses_set_cell(&filled, glyph + [0], attributes, pair)
                    row.append(filled)
                }
            }
            x += isWide ? 2 : 1
        }
        mvwadd_wchnstr(window, CInt(run.y), CInt(run.columns.lowerBound), row, CInt(row.count))
    }

    /// A style's attributes, and the pair of its colours.
    private func ink(of style: Style) -> (attributes: attr_t, pair: CInt) {
        let look = look(of: style)
        return (look.attributes, colorDepth == .none ? 0 : max(0, alloc_pair(look.foreground, look.background)))
    }

    private func look(of style: Style) -> Look {
        if let known = looks[style] { return known }
        let reduced = style.reduced(to: colorDepth)
        let table: [(Style.Attributes, attr_t)] = [
            (.bold, curses_bold), (.dim, curses_dim), (.italic, curses_italic), (.underline, curses_underline),
            (.reverse, curses_reverse), (.strikethrough, curses_invisible),
        ]
        let look = Look(
            attributes: table.reduce(0) { reduced.attributes.contains($1.0) ? $0 | $1.1 : $0 },
            foreground: number(of: reduced.foreground), background: number(of: reduced.background))
        looks[style] = look
        return look
    }

    /// A colour as ncurses counts them: below 16 the terminal's own, with true colour the others as they are, and -1 for
    /// the terminal's standard.
    private func number(of color: Color) -> CInt {
        switch color {
        case .standard: -1
        case .ansi(let index) where colorDepth == .trueColor && index >= 16: CInt(Palette.xterm[Int(index)])
        case .ansi(let index): CInt(index)
        // The sixteen darkest blues would be taken for the terminal's own; nobody can tell them from the next.
        case .rgb(let value): max(16, CInt(value & 0xFFFFFF))
        }
    }
}

extension String {
    /// The one character of ASCII that this is; nil for any other text.
    fileprivate var onlyASCII: UInt8? {
        guard utf8.count == 1, let byte = utf8.first, byte < 0x80 else { return nil }
        return byte
    }
}
