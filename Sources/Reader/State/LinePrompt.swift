/// A line being typed in the bottom row, for another end than a filter.
struct LinePrompt: Sendable {
    /// What the line is for.
    enum Purpose: Sendable {
        /// What to look for in the article; Esc goes back to a place.
        case find(before: FindOrigin)
        /// A command of the shell that gets the article.
        case pipe
    }

    /// What the line is for.
    var purpose: Purpose
    /// The line.
    var editor: LineEditor

    /// What stands before the line.
    var label: String {
        switch purpose {
        case .find: "find: "
        case .pipe: "pipe to: "
        }
    }
}

/// The article as it was before something was looked for in it.
struct FindOrigin: Sendable {
    var view: ArticleView
    var matches: ArticleMatches?
}
