import DocumentModel
import Screen

extension ReaderState {
    /// Where the reader is in the article being read; nil in a list.
    var spot: Spot? {
        guard focus == .article, var open else { return nil }
        return Spot(article: open.key, title: open.article.article.title, view: open.view(), cursor: open.cursor)
    }

    /// Goes to a spot, in this article or another, and reads on there.
    mutating func go(to spot: Spot) {
        if open?.key != spot.article || opening != nil {
            // The list follows where it holds the article.
            if let index = list.rows.firstIndex(where: { $0.key == spot.article }) {
                list.select(list.first + index, height: rowsShown)
            }
        }
        ask(for: spot.article, arrival: .spot(spot.view, spot.cursor))
        read()
    }

    /// A step back, or forward again, along the way through articles.
    mutating func retrace(_ direction: OpenArticle.Direction) {
        let next = direction == .backward ? jumps.back(from: spot) : jumps.forward(from: spot)
        guard let next else {
            messages.answer(direction == .backward ? "This is where the way began." : "This is where the way ends.")
            return
        }
        go(to: next)
    }

    // MARK: Marks

    /// Marks this place with a letter.
    mutating func setMark(_ letter: Character) {
        guard let spot, let open else { return }
        spots[letter] = spot
        effects.append(
            .setBookmark(Bookmark(letter: letter, article: spot.article, title: spot.title, place: open.place)))
        messages.answer("Marked \(letter)\(keyName(.goToMark).map { "; \($0)\(letter) comes back here" } ?? "").")
    }

    /// Takes over what was marked in earlier sessions; what was marked in this one is newer.
    mutating func take(_ bookmarks: [Bookmark]) {
        for bookmark in bookmarks where spots[bookmark.letter] == nil {
            let place = bookmark.place > 0 ? TextPlace(part: .text, offset: bookmark.place) : .start
            spots[bookmark.letter] = Spot(
                article: bookmark.article, title: bookmark.title, view: ArticleView(place: place, blanksAbove: 0))
        }
    }

    /// Goes to the place marked with a letter.
    mutating func goToMark(_ letter: Character) {
        guard let marked = spots[letter] else {
            let known = spots.keys.sorted().map(String.init).joined(separator: " ")
            messages.answer("Nothing is marked \(letter)\(known.isEmpty ? "" : "; there are \(known)").")
            return
        }
        if let here = spot { jumps.leave(here) }
        go(to: marked)
    }

    /// Takes the key that a command asked for.
    mutating func take(_ key: Key, for command: Command) {
        guard case .character(let letter) = key.code, key.modifiers.isEmpty, letter != " " else {
            if key != Key(.escape) { messages.answer("A mark is a letter or a digit.") }
            return
        }
        switch command {
        case .setMark: setMark(letter)
        case .savedFilter: applySaved(letter)
        default: goToMark(letter)
        }
    }

    // MARK: The next unread article

    /// Asks for the next article that is not read, in the list as it is filtered.
    mutating func askForUnread() {
        guard side == .articles, let total = list.total, total > 0 else { return }
        effects.append(.findUnread(shownFilter, after: list.selected, generation: list.held))
    }

    /// Goes to the row of an unread article; reads on there when reading.
    mutating func takeUnread(_ row: Int?, _ key: ArticleKey?, generation: Int) {
        guard generation == list.held, side == .articles else { return }
        guard let row, let key else {
            messages.answer("No unread article is listed.")
            return
        }
        if row <= list.selected { messages.answer("From the top: the first unread article.") }
        list.select(row, height: articlesShown)
        guard focus == .article else { return }
        ask(for: key, arrival: .place)
        read()
    }
}
