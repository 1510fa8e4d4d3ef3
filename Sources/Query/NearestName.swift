/// The name that a mistyped one most likely stands for: at most a third of its letters differ, and none is as near.
public func nearest(to name: String, among known: [String]) -> String? {
    let lowered = name.lowercased()
    let near = known.map { (name: $0, distance: editDistance(lowered, $0.lowercased())) }
        .filter { $0.distance <= max(1, max($0.name.count, name.count) / 3) }
    return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// How many characters must be changed, added, removed or swapped with their neighbour to make one word the other: the
/// optimal string alignment distance (Damerau 1964).
public func editDistance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var rows = [Array(0...other.count)]
    for i in one.indices {
        var row = [i + 1]
        for j in other.indices {
            var best = min(rows[i][j] + (one[i] == other[j] ? 0 : 1), min(rows[i][j + 1], row[j]) + 1)
            if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { best = min(best, rows[i - 1][j - 1] + 1) }
            row.append(best)
        }
        rows.append(row)
    }
    return rows[one.count][other.count]
}
