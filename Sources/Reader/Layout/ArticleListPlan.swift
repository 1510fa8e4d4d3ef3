import DocumentModel
import Query
import Screen

/// Which rows of the list of articles stand where on the screen, under headings where the list is grouped by what it is
/// ordered by. Arithmetic that drawing, moving and the mouse share.
struct ArticleListPlan: Sendable, Equatable {
    /// One row of the list, or a heading over rows.
    struct Line: Sendable, Equatable {
        /// Its first row of the pane, from 0.
        var y: Int
        /// The row of the list; for a heading the one below it.
        var index: Int
        /// The heading's words; nil for a row.
        var heading: String?
    }

    /// What stands in the pane from the top, the last of it cut where there is no room.
    private(set) var lines: [Line] = []
    /// How many rows of the list are whole; at least one.
    private(set) var rows = 0

    /// The plan of a list from the row `top` on, in a pane of `height` rows.
    init(_ list: WindowedList<ArticleSummary>, top: Int, height: Int, layout: RowLayout, groupedBy key: ListOrder.Key?) {
        var y = 0
        var index = top
        while y < height, index < list.count {
            if let key, let heading = Self.heading(of: index, in: list, by: key),
                index == top || !Self.isOneGroup(index - 1, index, in: list, by: key)
            {
                lines.append(Line(y: y, index: index, heading: heading))
                y += 1
                if y >= height { break }
            }
            lines.append(Line(y: y, index: index))
            y += layout.height
            if y <= height { rows += 1 }
            index += 1
        }
        rows = max(1, rows)
    }

    /// The row of the list that stands in a row of the pane; nil for headings and below the last.
    func row(at y: Int, layout: RowLayout) -> Int? {
        lines.last { $0.y <= y }.flatMap { $0.heading == nil && y < $0.y + layout.height ? $0.index : nil }
    }

    /// Whether two rows stand in the same group.
    private static func isOneGroup(
        _ one: Int, _ other: Int, in list: WindowedList<ArticleSummary>, by key: ListOrder.Key
    ) -> Bool {
        if key == .story { return list[one].map { $0.story?.number } == list[other].map { $0.story?.number } }
        return heading(of: one, in: list, by: key) == heading(of: other, in: list, by: key)
    }

    /// What the group of a row is called; nil for a row that is not held, or an order without groups.
    private static func heading(of index: Int, in list: WindowedList<ArticleSummary>, by key: ListOrder.Key) -> String? {
        guard let row = list[index] else { return nil }
        switch key {
        case .date: return row.date.map(ArticleDetails.day) ?? "no date"
        case .source: return row.source ?? "no outlet"
        case .title: return row.title.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() } ?? "#"
        case .quotes: return ArticleDetails.counted(row.quotations, "quotation", "quotations")
        case .story: return row.story.map { "\($0.articles) reports of one story" } ?? "reported once"
        case .relevance: return nil
        }
    }
}
