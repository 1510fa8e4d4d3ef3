/// What a cell means: the names by which a theme says how things look. The raw value is the role's name in a theme file.
public enum Role: String, Sendable, CaseIterable {
    // The article.
    case text, title, heading, boilerplate, tags, details
    // Quotations: a margin mark tells them apart too. Their speaker's colour is laid over these.
    case direct, mixed, indirect, thought, cue, uncertain
    // Names.
    case person, organisation, place, group, name, figure
    // Lists.
    case unread, read, star, count
    // Where the reader is, and what a filter or a search lit.
    case selection, selectionElsewhere = "selection-elsewhere", current, match, matchCurrent = "match-current"
    // The frame around it.
    case border, status, statusKey = "status-key", progress, notice, error, prompt, popup, popupBorder = "popup-border"
}
