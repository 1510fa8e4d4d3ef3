extension Frame {
    /// All of the frame.
    public var area: Area { Area(x: 0, y: 0, width: size.width, height: size.height) }

    /// Draws any text in one row, cleaned and in the order in which it stands (see ``VisualOrder``), from `position` on, as far as `area` (all of the frame by default) reaches.
    ///
    /// A wide character that only half fits leaves a blank there; one that is half overwritten loses its other half.
    /// A style without a ground of its own lets the one that is there show: text lies on what was filled before.
    /// Returns the columns that the text goes on for, whether or not they lie inside the area, as far as its right edge.
    @discardableResult
    public mutating func draw(_ text: String, at position: Position, in area: Area? = nil, style: Style = .plain) -> Int {
        if TextWidth.isPlain(text) { return draw(plain: text.utf8, at: position, in: area, style: style) }
        guard arrangesText, text.utf8.contains(where: { $0 >= 0xD6 }) else {
            return draw(CellText(text), at: position, in: area, style: style)
        }
        let cells = CellText(text).map { StyledCell($0, style) }
        return draw(cells, in: TextDirection(of: text[...]) ?? .leftToRight, at: position, in: area)
    }

    /// Draws a text as ``draw(_:at:in:style:)`` does, in so many columns: where it does not fit, as much of it as leaves room
    /// for an ellipsis, and that. Returns the columns it takes.
    @discardableResult
    public mutating func draw(
        _ text: String, at position: Position, fitting columns: Int, in area: Area? = nil, style: Style = .plain
    ) -> Int {
        guard TextWidth.isPlain(text) else {
            return draw(TextWidth.truncated(text, to: max(0, columns)), at: position, in: area, style: style)
        }
        guard text.utf8.count > columns else { return draw(plain: text.utf8, at: position, in: area, style: style) }
        guard columns > 0 else { return 0 }
        draw(plain: text.utf8.prefix(columns - 1), at: position, in: area, style: style)
        draw("…", at: Position(x: position.x + columns - 1, y: position.y), in: area, style: style)
        return columns
    }

    /// Draws printable ASCII, a byte a cell, without measuring: nearly all that a screen shows.
    @discardableResult
    private mutating func draw(
        plain bytes: some Collection<UInt8>, at position: Position, in area: Area?, style: Style
    ) -> Int {
        let ink = Ink(style, on: ground, clip: (area ?? self.area).intersection(self.area))
        let end = (area ?? self.area).columns.upperBound
        guard position.x < end else { return 0 }
        let width = min(bytes.count, end - position.x)
        let columns = (position.x..<position.x + width).clamped(to: ink.clip.columns)
        guard ink.clip.rows.contains(position.y), !columns.isEmpty else { return width }
        var x = columns.lowerBound
        for byte in bytes.dropFirst(x - position.x) {
            if x >= columns.upperBound { break }
            put(CellText.plain(byte), atX: x, y: position.y, ink)
            x += 1
        }
        return width
    }

    /// Draws the cells of a line, given in reading order, in the order in which they stand in a paragraph of this direction.
    @discardableResult
    public mutating func draw(
        _ cells: [StyledCell], in direction: TextDirection, at position: Position, in area: Area? = nil
    ) -> Int {
        draw(arranged(cells, in: direction), at: position, in: area)
    }

    /// Draws cells that are in the order in which they stand, one after the other.
    @discardableResult
    public mutating func draw(_ cells: [StyledCell], at position: Position, in area: Area? = nil) -> Int {
        let end = (area ?? self.area).columns.upperBound
        let clip = (area ?? self.area).intersection(self.area)
        var style = Style.plain
        var ink = Ink(style, on: ground, clip: clip)
        var x = position.x
        for cell in cells {
            if x >= end { break }
            // Neighbours mostly look alike.
            if cell.style != style {
                style = cell.style
                ink = Ink(style, on: ground, clip: clip)
            }
            x += put(cell.cell, at: Position(x: x, y: position.y), ink)
        }
        return x - position.x
    }

    /// The column, from the first of a text as this frame draws it, where the character at an offset stands, in UTF-8; for the
    /// text's end the one where the next would come: behind all of it, or, in text that runs right to left, at its left.
    public func column(of offset: Int, in text: String) -> Int {
        guard arrangesText, text.utf8.contains(where: { $0 >= 0xD6 }) else {
            return CellText(text, in: 0..<offset).width
        }
        let direction = TextDirection(of: text[...]) ?? .leftToRight
        if offset >= text.utf8.count, direction == .rightToLeft { return 0 }
        var column = 0
        for cell in arranged(CellText(text).map({ StyledCell($0, .plain) }), in: direction) {
            if cell.cell.range.contains(offset) { break }
            column += cell.cell.width
        }
        return column
    }

    /// The cells of a line as this frame draws them, from left to right: see ``VisualOrder``.
    public func arranged(_ cells: [StyledCell], in direction: TextDirection) -> [StyledCell] {
        arrangesText ? VisualOrder.arranged(cells, in: direction) : cells
    }

    /// Draws cells that have been measured, one after the other.
    @discardableResult
    public mutating func draw(
        _ cells: some Sequence<CellText.Element>, at position: Position, in area: Area? = nil, style: Style = .plain
    ) -> Int {
        let ink = Ink(style, on: ground, clip: (area ?? self.area).intersection(self.area))
        let end = (area ?? self.area).columns.upperBound
        var x = position.x
        for cell in cells {
            if x >= end { break }
            x += put(cell, at: Position(x: x, y: position.y), ink)
        }
        return x - position.x
    }

    /// What cells are drawn with: a style on the frame's ground, inside a part of the frame.
    private struct Ink {
        let style: Style
        /// Whether the ground that is there already shows.
        let isTransparent: Bool
        let clip: Area

        init(_ style: Style, on ground: Style, clip: Area) {
            self.style = style.on(ground)
            isTransparent = style.background == .standard
            self.clip = clip
        }
    }

    private mutating func put(_ cell: CellText.Element, at position: Position, _ ink: Ink) -> Int {
        guard ink.clip.rows.contains(position.y) else { return cell.width }
        let columns = position.x..<position.x + cell.width
        let visible = columns.clamped(to: ink.clip.columns)
        guard !visible.isEmpty else { return cell.width }
        put(visible == columns ? cell.text : " ", atX: visible.lowerBound, y: position.y, ink)
        if visible == columns, cell.width == 2 {
            let style = cells[position.y * size.width + visible.lowerBound].style
            set(Cell("", style: style), atX: columns.lowerBound + 1, y: position.y)
        }
        return cell.width
    }

    /// Writes one cell inside the frame, on the ground that is there.
    private mutating func put(_ text: String, atX x: Int, y: Int, _ ink: Ink) {
        var style = ink.style
        if ink.isTransparent { style.background = cells[y * size.width + x].style.background }
        set(Cell(text, style: style), atX: x, y: y)
    }

    /// Fills a rectangle with blanks, or with a character one column wide.
    public mutating func fill(_ area: Area, style: Style, with text: String = " ") {
        let area = area.intersection(self.area)
        let cell = Cell(text, style: style.on(ground))
        for y in area.rows {
            for x in area.columns { set(cell, atX: x, y: y) }
        }
    }

    /// Puts other characters, one column wide, in the place of some.
    public mutating func replace(_ characters: [String: String]) {
        for index in cells.indices {
            guard let other = characters[cells[index].text] else { continue }
            cells[index].text = other
        }
    }

    /// Lays a style over what a rectangle already shows: see ``Style/overlaid(by:)``.
    public mutating func overlay(_ area: Area, style: Style) {
        let area = area.intersection(self.area)
        for y in area.rows {
            for x in area.columns {
                let index = y * size.width + x
                cells[index].style = cells[index].style.overlaid(by: style)
            }
        }
    }

    /// Draws a horizontal line from a place to the right, cut at the frame's edges.
    public mutating func drawHorizontalLine(from start: Position, length: Int, style: Style, with text: String = "─") {
        fill(Area(x: start.x, y: start.y, width: length, height: 1), style: style, with: text)
    }

    /// Draws a vertical line from a place downwards, cut at the frame's edges.
    public mutating func drawVerticalLine(from start: Position, length: Int, style: Style, with text: String = "│") {
        fill(Area(x: start.x, y: start.y, width: 1, height: length), style: style, with: text)
    }

    /// Draws the four sides and corners of a rectangle, which is at least 2×2, along its inner edge.
    public mutating func drawBox(_ area: Area, style: Style) {
        guard area.size.width >= 2, area.size.height >= 2 else { return }
        let (left, right) = (area.origin.x, area.columns.upperBound - 1)
        let (top, bottom) = (area.origin.y, area.rows.upperBound - 1)
        for y in [top, bottom] {
            drawHorizontalLine(from: Position(x: left + 1, y: y), length: area.size.width - 2, style: style)
        }
        for x in [left, right] {
            drawVerticalLine(from: Position(x: x, y: top + 1), length: area.size.height - 2, style: style)
        }
        for (corner, x, y) in [("╭", left, top), ("╮", right, top), ("╰", left, bottom), ("╯", right, bottom)] {
            fill(Area(x: x, y: y, width: 1, height: 1), style: style, with: corner)
        }
    }

    /// Writes one cell inside the frame; the other half of a wide character that stood there becomes a blank.
    private mutating func set(_ cell: Cell, atX x: Int, y: Int) {
        let index = y * size.width + x
        let isRightHalf = cells[index].text.isEmpty
        if isRightHalf, !cell.text.isEmpty, x > 0 { cells[index - 1].text = " " }
        if !isRightHalf, x + 1 < size.width, cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
        cells[index] = cell
    }
}
