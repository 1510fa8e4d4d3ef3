import GRDB
import Query

/// What a list was made of: it may be shown again while this is the same.
struct ListingVersion: Equatable {
    /// Counts changes of articles.
    var content: Int
    /// Counts changes of marks; 0 where they do not matter.
    var marks: Int
    /// `date:7d` means something else tomorrow.
    var today: Day
}

/// The numbers of all that match a filter, in its order.
struct Listing: Sendable {
    var filter: Filter
    var version: ListingVersion
    /// Articles' or quotations' numbers.
    var numbers: [Int64]
}

/// The place of each article in an order of all articles, by its number.
struct Ranking: Sendable {
    var order: ListOrder
    var content: Int
    private var ranks: [Int64: Int32] = [:]

    /// Takes milliseconds for each 10,000 articles.
    init(_ db: Database, _ order: ListOrder, content: Int) throws {
        self.order = order
        self.content = content
        var next: Int32 = 0
        let numbers = try Int64.fetchCursor(db.cachedStatement(sql: "SELECT id FROM article ORDER BY \(Self.sql(order))"))
        while let number = try numbers.next() {
            ranks[number] = next
            next += 1
        }
    }

    /// The rank of the article of this number; the last of all for one that is new since.
    subscript(number: Int64) -> Int32 { ranks[number] ?? .max }

    private static func sql(_ order: ListOrder) -> String {
        switch (order.key, order.isReversed) {
        case (.date, false), (.relevance, _): "id"
        case (.date, true): "instant IS NULL, instant, id"
        case (.title, false): "title_key = '', title_key, id"
        case (.title, true): "title_key = '', title_key DESC, id"
        case (.source, false): "source IS NULL, source COLLATE NOCASE, id"
        case (.source, true): "source IS NULL, source COLLATE NOCASE DESC, id"
        case (.quotes, false): "quotations DESC, id"
        case (.quotes, true): "quotations, id"
        }
    }
}

/// The last lists, so that scrolling and going back ask nothing anew.
struct ListingCache: Sendable {
    private var articles: [Listing] = []
    private var quotations: [Listing] = []
    private var rankings: [Ranking] = []
    private static let most = 8

    enum Kind { case articles, quotations }

    func listing(_ kind: Kind, _ filter: Filter, _ version: ListingVersion) -> Listing? {
        (kind == .articles ? articles : quotations).last { $0.version == version && $0.filter == filter }
    }

    mutating func keep(_ kind: Kind, _ listing: Listing) {
        func add(to list: inout [Listing]) {
            list.removeAll { $0.version.content != listing.version.content || $0.filter == listing.filter }
            list.append(listing)
            if list.count > Self.most { list.removeFirst() }
        }
        if kind == .articles { add(to: &articles) } else { add(to: &quotations) }
    }

    func ranking(_ order: ListOrder, content: Int) -> Ranking? {
        rankings.last { $0.order == order && $0.content == content }
    }

    mutating func keep(_ ranking: Ranking) {
        rankings.removeAll { $0.content != ranking.content || $0.order == ranking.order }
        rankings.append(ranking)
        if rankings.count > 3 { rankings.removeFirst() }
    }
}
