import Screen

/// The cells of a row that differ from what the terminal shows.
struct ChangedRun: Equatable {
    /// The row.
    var y: Int
    /// The columns; both halves of a wide character or neither.
    var columns: Range<Int>
}

extension Frame {
    /// What has to be written where the terminal shows `other`, a frame of the same size: per row, runs that unchanged
    /// cells part.
    func changes(from other: Frame) -> [ChangedRun] {
        var runs: [ChangedRun] = []
        let width = size.width
        for y in 0..<size.height {
            let row = y * width
            var x = 0
            while x < width {
                if cells[row + x] == other.cells[row + x] {
                    x += 1
                    continue
                }
                var start = x
                while x < width, cells[row + x] != other.cells[row + x] { x += 1 }
                var end = x
                // Whole characters, both of what was there and of what comes.
                while start > 0, cells[row + start].text.isEmpty || other.cells[row + start].text.isEmpty { start -= 1 }
                while end < width, cells[row + end].text.isEmpty || other.cells[row + end].text.isEmpty { end += 1 }
                x = max(x, end)
                if let last = runs.last, last.y == y, last.columns.upperBound >= start {
                    runs[runs.count - 1].columns = last.columns.lowerBound..<end
                } else {
                    runs.append(ChangedRun(y: y, columns: start..<end))
                }
            }
        }
        return runs
    }
}
