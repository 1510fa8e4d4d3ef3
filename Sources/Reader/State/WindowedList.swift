/// A list of any length of which only the rows around the ones on the screen are held.
struct WindowedList<Row: Sendable & Equatable>: Sendable, Equatable {
    /// How many rows there are in all; nil until the first answer.
    private(set) var total: Int?
    /// Whether there are as many and not more: the first rows of a long list come before they are all counted.
    private(set) var isCounted = true
    /// The rows held, a run of them from `first` on.
    private(set) var rows: [Row] = []
    /// Which of all the first row held is.
    private(set) var first = 0
    /// The row the reader is at, from 0.
    var selected = 0
    /// The row at the top of the screen.
    var top = 0

    /// The newest question's generation.
    private(set) var asked = 0
    /// The generation of the rows held.
    private(set) var held = -1
    /// The rows that were asked for and have not come.
    private(set) var awaited: Range<Int>?
    /// Whether the rows have changed since they were asked for.
    private(set) var isStale = false

    /// How many rows are held at most; beyond, those far from the screen go.
    private static var capacity: Int { 4000 }

    /// How many rows there are, as far as known.
    var count: Int { total ?? 0 }

    /// Whether an answer is on its way.
    var isWaiting: Bool { awaited != nil }

    /// Whether the answer on its way decides which row the reader is at: it is to a new question, or brings that row.
    var awaitsSelection: Bool { isWaiting && (asked != held || selectedRow == nil) }

    /// A row; nil where it is not held.
    subscript(index: Int) -> Row? { rows.indices.contains(index - first) ? rows[index - first] : nil }

    /// The row the reader is at.
    var selectedRow: Row? { self[selected] }

    /// Puts a new question: all that is held is of an older one. Returns its generation.
    mutating func ask(_ wanted: Range<Int>, generation: Int) {
        asked = generation
        awaited = wanted
        isStale = false
    }

    /// Notes that the rows have changed. Returns whether to ask at once; otherwise the answer to come says so.
    mutating func goStale() -> Bool {
        if awaited != nil { isStale = true }
        return awaited == nil
    }

    /// Takes an answer; false when it is to an older question.
    mutating func take(total: Int, isCounted: Bool = true, first: Int, rows: [Row], generation: Int) -> Bool {
        guard generation == asked else { return false }
        let total = max(0, total)
        let replaces = generation != self.held
        let held = self.first..<self.first + self.rows.count
        let new = first..<first + rows.count
        if replaces || self.total != total || new.isEmpty || new.lowerBound > held.upperBound
            || new.upperBound < held.lowerBound
        {
            self.rows = rows
            self.first = first
        } else {
            let before = self.rows.prefix(max(0, new.lowerBound - held.lowerBound))
            let after = self.rows.dropFirst(max(0, new.upperBound - held.lowerBound))
            self.rows = before + rows + after
            self.first = min(held.lowerBound, new.lowerBound)
        }
        self.total = total
        self.isCounted = isCounted
        self.held = generation
        awaited = nil
        trim()
        return true
    }

    /// Changes a row that is held.
    mutating func change(_ index: Int, _ body: (inout Row) -> Void) {
        if rows.indices.contains(index - first) { body(&rows[index - first]) }
    }

    /// The rows to ask for so that a screen of `height` rows and the pages beside it are there; nil when they are, or are
    /// on their way.
    func missing(height: Int) -> Range<Int>? {
        guard let total, total > 0, asked == self.held else { return nil }
        let height = max(1, height)
        let near = max(0, top - height)..<min(total, top + 2 * height)
        let held = first..<first + rows.count
        let covered = near.isEmpty || (held.lowerBound <= near.lowerBound && held.upperBound >= near.upperBound)
        if covered { return nil }
        if let awaited, awaited.lowerBound <= near.lowerBound, awaited.upperBound >= near.upperBound { return nil }
        return wanted(height: height)
    }

    /// The rows to ask for around the screen: four pages before and after, at least a hundred.
    func wanted(height: Int) -> Range<Int> {
        let around = max(100, 4 * max(1, height))
        let lower = max(0, top - around)
        return lower..<max(lower, top) + max(1, height) + around
    }

    /// Moves to a row, clamped, and keeps it on a screen of `height` rows.
    mutating func select(_ row: Int, height: Int) {
        selected = max(0, min(row, count - 1))
        show(height: height)
    }

    /// Keeps the selected row on a screen of `height` rows, with no room left below the last row.
    mutating func show(height: Int) {
        let height = max(1, height)
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        top = max(0, min(top, count - height))
    }

    private mutating func trim() {
        guard rows.count > Self.capacity else { return }
        let keep = max(first, top - Self.capacity / 2)..<min(first + rows.count, top + Self.capacity / 2)
        guard !keep.isEmpty else { return }
        rows = Array(rows[keep.lowerBound - first..<keep.upperBound - first])
        first = keep.lowerBound
    }
}
