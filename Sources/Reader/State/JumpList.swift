import DocumentModel

/// A place in an article to come back to.
struct Spot: Sendable, Equatable {
    /// The article.
    var article: ArticleKey
    /// The article's title, for lists of spots.
    var title: String
    /// What of it was on the screen.
    var view: ArticleView
    /// The quotation or name the reader was at.
    var cursor: ArticleCursor?
}

/// The way the reader came through articles: spots behind, and, after steps back, spots ahead.
struct JumpList: Sendable, Equatable {
    private var behind: [Spot] = []
    private var ahead: [Spot] = []

    /// How many spots are remembered.
    private static let most = 100

    /// A jump leaves a spot: what lay ahead is forgotten.
    mutating func leave(_ spot: Spot) {
        ahead = []
        push(spot)
    }

    /// One step back from a spot (nil when the reader is in no article); nil when there is none.
    mutating func back(from spot: Spot?) -> Spot? {
        while let last = behind.popLast() {
            if last == spot { continue }
            if let spot { ahead.append(spot) }
            return last
        }
        return nil
    }

    /// One step forward again; nil when there is none.
    mutating func forward(from spot: Spot?) -> Spot? {
        while let next = ahead.popLast() {
            if next == spot { continue }
            if let spot { push(spot) }
            return next
        }
        return nil
    }

    private mutating func push(_ spot: Spot) {
        if behind.last != spot { behind.append(spot) }
        if behind.count > Self.most { behind.removeFirst() }
    }
}
