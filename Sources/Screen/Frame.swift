/// One cell of a screen.
public struct Cell: Sendable, Hashable {
    /// What stands in it: one spacing character with at most four combining ones; empty in the right half of a wide one.
    public var text: String
    /// How it looks.
    public var style: Style
    /// A cell with this text, which must be clean: see ``CellText``.
    public init(_ text: String = " ", style: Style = .plain) {
        self.text = text
        self.style = style
    }
}

/// All that a terminal shows at one moment: what `Reader` draws and `Terminal` puts on the screen. Draw with the methods
/// of the extension in `Frame+Drawing.swift`, which keep wide characters whole and cut at the edges.
public struct Frame: Sendable, Equatable {
    /// Its extent.
    public let size: Size
    /// Row by row, `size.width × size.height` of them.
    public internal(set) var cells: [Cell]
    /// Where the terminal's cursor stands: at the selection, so that screen readers and braille lines follow it.
    public var cursor: Position?
    /// Whether the cursor is drawn (as while typing) or only placed.
    public var showsCursor = false

    /// Whether text is drawn in the order in which it stands, and not in reading order for a terminal that sees to it.
    public let arrangesText: Bool

    /// What ``Color/standard`` stands for in what is drawn.
    let ground: Style

    /// An empty screen. Where a style drawn later leaves a colour at ``Color/standard``, `style`'s shows.
    public init(size: Size, style: Style = .plain, arrangesText: Bool = true) {
        self.size = size
        self.arrangesText = arrangesText
        ground = style
        cells = Array(repeating: Cell(style: style), count: size.width * size.height)
    }

    /// The cell at a place; a blank outside the frame.
    public subscript(x: Int, y: Int) -> Cell {
        guard (0..<size.width).contains(x), (0..<size.height).contains(y) else { return Cell() }
        return cells[y * size.width + x]
    }

    /// What a person would read: the rows' text without trailing blanks, as tests write it.
    public var lines: [String] {
        (0..<size.height).map { y in
            var line = ""
            for x in 0..<size.width { line += cells[y * size.width + x].text }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
