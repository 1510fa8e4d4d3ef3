/// What a key can do in the reader. The raw value is the command's name in `config.toml`, the help and the man page; all
/// else about it stands in ``CommandTable``.
public enum Command: String, Sendable, Hashable, CaseIterable {
    // Moving in whatever has the keys.
    case down, up
    case pageDown = "page-down"
    case pageUp = "page-up"
    case halfPageDown = "half-page-down"
    case halfPageUp = "half-page-up"
    case top, bottom

    // From one place to another.
    case open, back
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case nextArticle = "next-article"
    case previousArticle = "previous-article"
    case nextUnread = "next-unread"
    case jumpBack = "jump-back"
    case jumpForward = "jump-forward"
    case setMark = "set-mark"
    case goToMark = "go-to-mark"
    case people, quotations, outline, themes, help, quit
    case quitAtOnce = "quit-at-once"

    // Within an article.
    case nextQuotation = "next-quotation"
    case previousQuotation = "previous-quotation"
    case nextBySpeaker = "next-by-speaker"
    case previousBySpeaker = "previous-by-speaker"
    case nextName = "next-name"
    case previousName = "previous-name"
    case nextParagraph = "next-paragraph"
    case previousParagraph = "previous-paragraph"
    case find
    case nextMatch = "next-match"
    case previousMatch = "previous-match"
    case `repeat`
    case why

    // Choosing articles.
    case filter
    case filterByPerson = "filter-by-person"
    case saveFilter = "save-filter"
    case savedFilter = "saved-filter"
    case sortByDate = "sort-by-date"
    case sortBySource = "sort-by-source"
    case sortByTitle = "sort-by-title"
    case sortByQuotations = "sort-by-quotations"
    case sortByRelevance = "sort-by-relevance"
    case sortByStory = "sort-by-story"

    // Putting right.
    case correctSpeaker = "correct-speaker"
    case correctQuotation = "correct-quotation"
    case correctAct = "correct-act"
    case mergePeople = "merge-people"
    case splitPeople = "split-people"
    case renamePerson = "rename-person"
    case undoCorrection = "undo-correction"

    // Keeping and taking away.
    case toggleRead = "toggle-read"
    case toggleStar = "toggle-star"
    case sameWords = "same-words"
    case editNote = "edit-note"
    case copyQuotation = "copy-quotation"
    case copyParagraph = "copy-paragraph"
    case copyCitation = "copy-citation"
    case copyLink = "copy-link"
    case openSource = "open-source"
    case followLink = "follow-link"
    case pipe, export

    // The look.
    case toggleQuotations = "toggle-quotations"
    case toggleNames = "toggle-names"
    case toggleGroups = "toggle-groups"
    case widenList = "widen-list"
    case narrowList = "narrow-list"
    case stack
    case zoom
    case toggleMouse = "toggle-mouse"
    case redraw, suspend

    // In the prompt.
    case promptAccept = "prompt-accept"
    case promptCancel = "prompt-cancel"
    case promptOlder = "prompt-older"
    case promptNewer = "prompt-newer"
    case promptLeft = "prompt-left"
    case promptRight = "prompt-right"
    case promptStart = "prompt-start"
    case promptEnd = "prompt-end"
    case promptBackspace = "prompt-backspace"
    case promptDelete = "prompt-delete"
    case promptDeleteWord = "prompt-delete-word"
    case promptDeleteLine = "prompt-delete-line"
    case promptComplete = "prompt-complete"
    case promptCompleteBack = "prompt-complete-back"
}
