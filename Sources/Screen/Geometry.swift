/// A place on the screen: column and row in cells, from 0 at the top left.
public struct Position: Sendable, Hashable {
    /// The column, from the left.
    public var x: Int
    /// The row, from the top.
    public var y: Int
    /// The place at this column and row.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A width and a height in cells.
public struct Size: Sendable, Hashable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int
    /// So many columns and rows; never fewer than none.
    public init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }
}

/// A rectangle of cells.
public struct Area: Sendable, Hashable {
    /// Its top left cell.
    public var origin: Position
    /// Its extent.
    public var size: Size
    /// The rectangle of this extent whose top left cell is at `x`, `y`.
    public init(x: Int, y: Int, width: Int, height: Int) {
        origin = Position(x: x, y: y)
        size = Size(width: width, height: height)
    }
    /// The columns it covers.
    public var columns: Range<Int> { origin.x..<origin.x + size.width }
    /// The rows it covers.
    public var rows: Range<Int> { origin.y..<origin.y + size.height }
    /// Whether a cell lies in it.
    public func contains(_ position: Position) -> Bool { columns.contains(position.x) && rows.contains(position.y) }
    /// What lies in both; without cells when nothing does.
    public func intersection(_ other: Area) -> Area {
        let x = max(origin.x, other.origin.x)
        let y = max(origin.y, other.origin.y)
        return Area(
            x: x, y: y, width: min(columns.upperBound, other.columns.upperBound) - x,
            height: min(rows.upperBound, other.rows.upperBound) - y)
    }
}
