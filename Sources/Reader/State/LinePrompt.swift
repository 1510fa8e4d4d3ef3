import DocumentModel

/// A line being typed in the bottom row, for another end than a filter.
struct LinePrompt: Sendable {
    /// What the line is for.
    enum Purpose: Sendable {
        /// What to look for in the article; Esc goes back to a place.
        case find(before: FindOrigin)
        /// What the names in the list of people are to begin with; Esc goes back to what it was.
        case names(before: String)
        /// A command of the shell that gets the article.
        case pipe
        /// The file to write what is listed to.
        case export
        /// A name for the filter in force.
        case save
        /// The name of whoever says a quotation.
        case speaker(QuotationKey)
        /// The name of whom somebody is the same as.
        case merge(ActorName)
        /// A name that is not somebody's.
        case split(ActorName)
        /// The name under which somebody is to be listed.
        case rename(ActorName)
    }

    /// What the line is for.
    var purpose: Purpose
    /// The line.
    var editor: LineEditor

    /// What stands before the line.
    var label: String {
        switch purpose {
        case .find: "find: "
        case .names: "name: "
        case .pipe: "pipe to: "
        case .export: "write to (.tsv .csv .json .jsonl .md .bib .ris): "
        case .save: "save as: @"
        case .speaker: "said by: "
        case .merge(let name): "\(name.name) is also: "
        case .split(let name): "\(name.name) is not: "
        case .rename: "list as: "
        }
    }
}

/// The article as it was before something was looked for in it.
struct FindOrigin: Sendable {
    var view: ArticleView
    var matches: ArticleMatches?
}
