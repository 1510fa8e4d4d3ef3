import Screen

/// Where the panes lie on a screen. Pure arithmetic, so that moving and drawing agree.
struct PanePlan: Sendable, Equatable {
    /// The list of articles, people or quotations; without cells when it is not shown.
    var list = Area(x: 0, y: 0, width: 0, height: 0)
    /// The article with its margin; without cells when it is not shown.
    var article = Area(x: 0, y: 0, width: 0, height: 0)
    /// The line between the two; without cells when only one is shown.
    var divider = Area(x: 0, y: 0, width: 0, height: 0)
    /// The row at the bottom; without cells on a screen of one or two rows.
    var status: Area

    /// The fewest columns at which list and article stand side by side.
    static let twoPanes = 80
    /// The fewest columns at which the margin names the speakers.
    static let withMargin = 120
    /// The fewest rows at which the list stands above the article.
    static let stackedRows = 16

    /// The panes on a screen of this size; a list beside the article has at least `leastList` columns, at most 39.
    init(size: Size, panes: Settings.Panes, split: Settings.Split, showsArticle: Bool, leastList: Int = 20) {
        let height = size.height >= 3 ? size.height - 1 : size.height
        status = Area(x: 0, y: height, width: size.width, height: size.height - height)
        if panes == .sideBySide, size.width >= Self.twoPanes {
            let width = Self.bounded(split.columns(of: size.width), leastList, size.width - 41)
            list = Area(x: 0, y: 0, width: width, height: height)
            divider = Area(x: width, y: 0, width: 1, height: height)
            article = Area(x: width + 1, y: 0, width: size.width - width - 1, height: height)
        } else if panes == .stacked, size.height >= Self.stackedRows {
            let rows = Self.bounded(height * split.columns(of: size.width) / max(1, size.width), 4, height - 6)
            list = Area(x: 0, y: 0, width: size.width, height: rows)
            divider = Area(x: 0, y: rows, width: size.width, height: 1)
            article = Area(x: 0, y: rows + 1, width: size.width, height: height - rows - 1)
        } else if showsArticle {
            article = Area(x: 0, y: 0, width: size.width, height: height)
        } else {
            list = Area(x: 0, y: 0, width: size.width, height: height)
        }
    }

    /// Whether both panes are shown.
    var isDivided: Bool { divider.size.width > 0 && divider.size.height > 0 }
    /// Whether the article is shown.
    var showsArticle: Bool { article.size.width > 0 && article.size.height > 0 }
    /// Whether the list is shown.
    var showsList: Bool { list.size.width > 0 && list.size.height > 0 }

    private static func bounded(_ value: Int, _ least: Int, _ most: Int) -> Int { max(least, min(value, most)) }
}

/// How an article's pane is parted: gutter │ text │ margin, together in the pane's middle where there is room to spare.
struct ArticlePlan: Sendable, Equatable {
    /// The columns of the marks left of the text: current, kind of quotation, a blank or a doubt.
    var gutter: Area
    /// The text.
    var text: Area
    /// The names of the speakers; without columns when it is not shown.
    var margin: Area

    /// The parts of a pane.
    init(_ pane: Area, settings: Settings) {
        let width = pane.size.width
        let height = pane.size.height
        let gutterWidth = width >= 36 ? 3 : width >= 12 ? 2 : width >= 6 ? 1 : 0
        // A side-by-side article of a wide screen has at least this many columns; see PanePlan.
        var marginWidth = 0
        if settings.marginShown, !settings.plain, width >= PanePlan.withMargin * 5 / 9 {
            marginWidth = max(16, min(30, width / 4))
        }
        let between = marginWidth > 0 ? 2 : width >= 12 ? 1 : 0
        let room = width - gutterWidth - between - marginWidth
        let textWidth = max(min(1, width), min(settings.textWidth, room))
        if marginWidth > 0 { marginWidth = min(30, marginWidth + room - textWidth) }
        let used = gutterWidth + textWidth + between + marginWidth
        let left = pane.origin.x + max(0, width - used) / 2
        let top = pane.origin.y
        gutter = Area(x: left, y: top, width: gutterWidth, height: height)
        text = Area(x: left + gutterWidth, y: top, width: textWidth, height: height)
        margin = Area(x: left + gutterWidth + textWidth + between, y: top, width: marginWidth, height: height)
    }
}
