/// The one table of what the reader can do. It feeds dispatch, the help, `pullquote keys` and the man page.
public enum CommandTable {
    /// What belongs together in the help.
    public enum Group: String, Sendable, CaseIterable {
        /// Between articles and panes.
        case places = "Going places"
        /// Which articles are listed.
        case filtering = "Filtering"
        /// Quotations, names, paragraphs.
        case inArticle = "In the article"
        /// Lines, pages and ends: what most programs have alike, after what they have not.
        case moving = "Moving"
        /// What the annotator got wrong.
        case correcting = "Putting right"
        /// Marks and the clipboard.
        case keeping = "Keeping and copying"
        /// How it looks.
        case look = "The look"
        /// The line in which a filter, or something to find, is typed.
        case prompt = "While typing"
    }

    /// All there is to know about one command.
    public struct Entry: Sendable, Equatable {
        /// The command.
        public var command: Command
        /// Its default keys, the one that hints show first: each a sequence as `Key.sequence(parsing:)` reads it.
        public var keys: [String]
        /// What it does, in one line.
        public var description: String
        /// What it does, in a word or two, for hints in the status line.
        public var label: String
        /// Where it applies.
        public var context: CommandContext
        /// Where it stands in the help.
        public var group: Group
    }

    /// What the table says about a command.
    public static func entry(of command: Command) -> Entry {
        byCommand[command] ?? Entry(command, [], "", "", .everywhere, .moving)
    }

    /// All commands, as help lists them.
    public static let entries: [Entry] = [
        Entry(.down, ["j", "<down>"], "a line down", "down", .everywhere, .moving),
        Entry(.up, ["k", "<up>"], "a line up", "up", .everywhere, .moving),
        Entry(.pageDown, ["<space>", "<pgdn>", "<c-f>"], "a page down", "page", .everywhere, .moving),
        Entry(.pageUp, ["b", "<pgup>", "<c-b>"], "a page up", "page up", .everywhere, .moving),
        Entry(.halfPageDown, ["<c-d>"], "half a page down", "half page", .everywhere, .moving),
        Entry(.halfPageUp, ["<c-u>"], "half a page up", "half up", .everywhere, .moving),
        Entry(.top, ["g", "<home>"], "to the first line", "top", .everywhere, .moving),
        Entry(.bottom, ["G", "<end>"], "to the last line", "end", .everywhere, .moving),

        Entry(
            .nextQuotation, ["]"], "to the next quotation; after the last one, press again for the next article",
            "next quote", .panes, .inArticle),
        Entry(.previousQuotation, ["["], "to the quotation before", "quote before", .panes, .inArticle),
        Entry(
            .nextBySpeaker, [">"], "to the next quotation by the same person", "same person", .article, .inArticle),
        Entry(
            .previousBySpeaker, ["<lt>"], "to the quotation by the same person before", "same before", .article,
            .inArticle),
        Entry(.nextName, ["e"], "to the next name", "next name", .article, .inArticle),
        Entry(.previousName, ["E"], "to the name before", "name before", .article, .inArticle),
        Entry(.nextParagraph, ["}"], "to the next paragraph", "paragraph", .article, .inArticle),
        Entry(.previousParagraph, ["{"], "to the paragraph before", "paragraph up", .article, .inArticle),
        Entry(
            .find, ["f"], "find words in the article; in the list of people, names", "find", [.list, .article, .people],
            .inArticle),
        Entry(
            .nextMatch, ["n"],
            "to the next place of what was looked for, or of the filter's words; else the next quotation",
            "next match", [.list, .article], .inArticle),
        Entry(.previousMatch, ["N"], "the same, backwards", "match before", [.list, .article], .inArticle),
        Entry(.repeat, ["."], "the last jump once more", "again", [.list, .article], .inArticle),
        Entry(.why, ["w"], "why this speaker, and how sure; again: close", "why", .article, .inArticle),

        Entry(
            .open, ["<enter>", "l", "<right>"], "read the article; all the person said; keep what is chosen", "read",
            [.list, .people, .quotations, .choices, .themes], .places),
        Entry(
            .back, ["<esc>", "h", "<left>"], "one step back, with the place kept; in the list: undo the last filter",
            "back", .everywhere, .places),
        Entry(.nextArticle, ["J"], "the next article", "next article", [.list, .article], .places),
        Entry(.previousArticle, ["K"], "the article before", "article before", [.list, .article], .places),
        Entry(.nextUnread, ["R"], "the next unread article", "next unread", [.list, .article], .places),
        Entry(.jumpBack, ["H", "<c-o>"], "back along the way through articles and quotations", "back", .panes, .places),
        Entry(.jumpForward, ["L"], "forward again along that way", "forward", .panes, .places),
        Entry(.setMark, ["m"], "mark this place with the letter typed next", "mark", .article, .places),
        Entry(.goToMark, ["'"], "to the place marked with the letter typed next", "to mark", .panes, .places),
        Entry(.nextPane, ["<tab>"], "to the other pane", "other pane", .panes, .places),
        Entry(.previousPane, ["<s-tab>"], "to the other pane, backwards", "other pane", .panes, .places),
        Entry(.people, ["P"], "everybody in the listed articles; again: back", "people", .panes, .places),
        Entry(.quotations, ["Q"], "every quotation in the listed articles; again: back", "quotes", .panes, .places),
        Entry(.outline, ["O"], "the article's outline: headings, or paragraphs", "outline", .article, .places),
        Entry(
            .sameWords, ["S"], "the same words elsewhere: other reports of the quotation, with what differs", "same words",
            [.article, .quotations], .places),
        Entry(.help, ["?", "<f1>"], "these keys", "help", .everywhere, .places),
        Entry(.quit, ["q"], "one step back; from the list of articles: end the program", "quit", .everywhere, .places),
        Entry(.quitAtOnce, ["ZZ"], "end the program from anywhere", "quit", .everywhere, .places),

        Entry(
            .filter, ["/"], "filter the list with every key typed; in the help: search it", "filter", [.panes, .help],
            .filtering),
        Entry(
            .filterByPerson, ["p"], "only articles that quote, or name, the person under the cursor", "person",
            [.article, .people, .quotations, .list], .filtering),
        Entry(.saveFilter, ["W"], "save the filter under a name: @name stands for it", "save filter", .panes, .filtering),
        Entry(
            .savedFilter, ["@"], "filter by the saved filter of the digit typed next", "saved filter", .panes, .filtering),
        Entry(.sortByDate, ["sd"], "newest first; again: oldest first", "by date", .panes, .filtering),
        Entry(.sortBySource, ["so"], "by outlet; again: backwards", "by outlet", .panes, .filtering),
        Entry(.sortByTitle, ["st"], "by title; again: backwards", "by title", .panes, .filtering),
        Entry(.sortByQuotations, ["sq"], "most quotations first; again: fewest", "by quotations", .panes, .filtering),
        Entry(
            .sortByRelevance, ["sr"], "what matches the filter's words best first", "by relevance", .panes, .filtering),
        Entry(
            .sortByStory, ["ss"], "reports of one story together; again: oldest first", "by story", .panes, .filtering),

        Entry(
            .correctSpeaker, ["cs"], "say who says the quotation", "speaker", [.article, .quotations], .correcting),
        Entry(
            .correctQuotation, ["cn"], "say that this is no quotation", "no quote", [.article, .quotations], .correcting),
        Entry(
            .correctAct, ["ct"], "say that this was thought, not said; or said, not thought", "thought",
            [.article, .quotations], .correcting),
        Entry(.mergePeople, ["cm"], "say that two names are one person's", "merge", [.article, .people], .correcting),
        Entry(.splitPeople, ["cx"], "say that a name is somebody else's", "split", [.article, .people], .correcting),
        Entry(
            .renamePerson, ["cr"], "give a person another name to be listed under", "rename", [.article, .people],
            .correcting),
        Entry(
            .undoCorrection, ["u"], "take the last correction back", "undo", [.article, .quotations, .people], .correcting),

        Entry(.toggleRead, ["r"], "mark the article read, or unread", "read", [.list, .article], .keeping),
        Entry(.toggleStar, ["*"], "star the article, or take its star away", "star", [.list, .article], .keeping),
        Entry(.editNote, ["a"], "write a note on the article, in $EDITOR", "note", [.list, .article], .keeping),
        Entry(
            .copyQuotation, ["yy", "yq"], "copy the quotation with who said it, where and when", "copy",
            [.article, .quotations], .keeping),
        Entry(.copyParagraph, ["yp"], "copy the paragraph", "paragraph", .article, .keeping),
        Entry(
            .copyCitation, ["yc"], "copy the article's citation: author, title, outlet, date, place", "citation",
            [.list, .article], .keeping),
        Entry(.copyLink, ["yl"], "copy the article's link, or path", "link", [.list, .article, .quotations], .keeping),
        Entry(.openSource, ["o"], "open the article's source in $BROWSER", "source", [.list, .article], .keeping),
        Entry(.followLink, ["F"], "choose one of the article's links and open it in $BROWSER", "links", .article, .keeping),
        Entry(.export, ["X"], "write the list, the people or the quotations to a file", "export", .panes, .keeping),
        Entry(.pipe, ["!"], "give the article to a command of the shell", "pipe", [.list, .article], .keeping),

        Entry(.themes, ["t"], "choose a theme, seeing each at once", "theme", .panes, .look),
        Entry(.toggleQuotations, ["vq"], "light up quotations, or not", "quotes", .panes, .look),
        Entry(.toggleNames, ["vn"], "light up names, or not", "names", .panes, .look),
        Entry(
            .toggleGroups, ["vg"], "group the list by what it is ordered by: date, outlet, story; or not", "groups", .panes,
            .look),
        Entry(.widenList, ["+", "="], "a wider list", "wider", .panes, .look),
        Entry(.narrowList, ["-"], "a narrower list", "narrower", .panes, .look),
        Entry(.stack, ["|"], "list above the article, or beside it", "stack", .panes, .look),
        Entry(.zoom, ["z"], "one pane at a time, or both", "one pane", .panes, .look),
        Entry(.toggleMouse, ["M"], "use the mouse, or leave it to the terminal", "mouse", .panes, .look),
        Entry(.redraw, ["<c-l>"], "draw the screen anew", "redraw", .everywhere, .look),
        Entry(.suspend, ["<c-z>"], "stop and go back to the shell; `fg` returns", "stop", .everywhere, .look),

        Entry(.promptAccept, ["<enter>"], "keep the filter; find; do it", "keep", .prompt, .prompt),
        Entry(.promptCancel, ["<esc>", "<c-g>"], "give everything back, with the place kept", "give up", .prompt, .prompt),
        Entry(
            .promptComplete, ["<tab>"], "complete what is typed: fields, names, outlets; again: the next", "complete",
            .prompt, .prompt),
        Entry(.promptCompleteBack, ["<s-tab>"], "the same, backwards", "complete back", .prompt, .prompt),
        Entry(.promptOlder, ["<up>", "<c-p>"], "an earlier line", "earlier", .prompt, .prompt),
        Entry(.promptNewer, ["<down>", "<c-n>"], "a later line", "later", .prompt, .prompt),
        Entry(.promptLeft, ["<left>", "<c-b>"], "a character to the left", "left", .prompt, .prompt),
        Entry(.promptRight, ["<right>", "<c-f>"], "a character to the right", "right", .prompt, .prompt),
        Entry(.promptStart, ["<home>", "<c-a>"], "to the line's beginning", "start", .prompt, .prompt),
        Entry(.promptEnd, ["<end>", "<c-e>"], "to the line's end", "end", .prompt, .prompt),
        Entry(.promptBackspace, ["<backspace>", "<c-h>"], "delete the character before", "delete", .prompt, .prompt),
        Entry(.promptDelete, ["<del>", "<c-d>"], "delete the character under the cursor", "delete", .prompt, .prompt),
        Entry(.promptDeleteWord, ["<c-w>"], "delete the word before", "delete word", .prompt, .prompt),
        Entry(.promptDeleteLine, ["<c-u>"], "delete the line", "delete all", .prompt, .prompt),
    ]

    private static let byCommand = Dictionary(entries.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })
}

extension CommandTable.Entry {
    fileprivate init(
        _ command: Command, _ keys: [String], _ description: String, _ label: String, _ context: CommandContext,
        _ group: CommandTable.Group
    ) {
        self.init(
            command: command, keys: keys, description: description, label: label, context: context, group: group)
    }
}
