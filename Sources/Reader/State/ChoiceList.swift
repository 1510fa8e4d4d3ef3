import DocumentModel

/// A list to choose from that lies over the panes: few rows, all held.
struct ChoiceList: Sendable {
    /// What is chosen.
    enum Purpose: Sendable {
        /// A part of the article, which shows as the selection moves; Esc goes back to what was shown.
        case outline(before: ArticleView)
        /// A link to open.
        case links
        /// Who says a quotation.
        case speaker(QuotationKey)
        /// Whom somebody is the same as.
        case merge(ActorName)
        /// Which spelling is not somebody's.
        case split(ActorName)
    }

    /// One row.
    struct Row: Sendable, Equatable {
        /// What it says.
        var text: String
        /// What stands at its end: a count, a name.
        var detail = ""
        /// What it leads to, as an offset into the article's text; 0 for rows that lead elsewhere.
        var offset = 0
        /// Whether it stands out: a heading.
        var isHeading = false
        /// Whom it stands for, in a list of people.
        var name: ActorName?
        /// Whether it leads to a line in which something else is typed.
        var isOther = false
    }

    /// What is chosen.
    var purpose: Purpose
    /// What stands over the rows.
    var title: String
    /// The rows; at least one.
    var rows: [Row]
    /// The row the reader is at.
    var selected = 0
}
