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

/// All that match a filter.
struct Listing: Sendable {
    enum Kind { case articles, quotations }

    /// How they are held.
    enum Numbers: Sendable {
        /// In the filter's order.
        case listed([Int64])
        /// As a set of most of the library, of so many, whose rows are found by walking.
        case walked(NumberSet, total: Int)
    }

    var filter: Filter
    var version: ListingVersion
    var numbers: Numbers

    /// How many there are.
    var total: Int {
        switch numbers {
        case .listed(let numbers): numbers.count
        case .walked(_, let total): total
        }
    }

    /// How many numbers it holds in memory.
    var size: Int {
        switch numbers {
        case .listed(let numbers), .walked(.these(let numbers), _), .walked(.allBut(let numbers), _): numbers.count
        }
    }
}

/// The last lists, so that scrolling and going back ask nothing anew.
struct ListingCache: Sendable {
    private var articles: [Listing] = []
    private var quotations: [Listing] = []
    /// So many lists, and so many numbers in them, are kept: 16 MiB.
    private static let (mostLists, mostNumbers) = (8, 1 << 21)

    func listing(_ kind: Listing.Kind, _ filter: Filter, _ version: ListingVersion) -> Listing? {
        (kind == .articles ? articles : quotations).last { $0.version == version && $0.filter == filter }
    }

    mutating func keep(_ kind: Listing.Kind, _ listing: Listing) {
        func add(to list: inout [Listing]) {
            list.removeAll { $0.version.content != listing.version.content || $0.filter == listing.filter }
            list.append(listing)
            while list.count > 1, list.count > Self.mostLists || list.reduce(0, { $0 + $1.size }) > Self.mostNumbers {
                list.removeFirst()
            }
        }
        if kind == .articles { add(to: &articles) } else { add(to: &quotations) }
    }
}
