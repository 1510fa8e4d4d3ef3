import Foundation
import GRDB
import Query
import Synchronization

/// How lists of articles and quotations are made and kept.
extension Library {
    /// Libraries of up to so many articles are counted as quickly as their first rows are found.
    private static let small = 2_000
    /// At least so many rows are worth showing before the rest is known: more than a screen has.
    private static let screen = 80
    /// Rows beyond are no first rows.
    private static let first = 2_000

    /// All that match, remembered or found now; nil once it is not wanted any more.
    func listing(
        _ kind: Listing.Kind, _ filter: Filter, _ db: Database, _ isWanted: () -> Bool
    ) throws -> Listing? {
        let state = try LibraryState(db)
        let version = version(for: filter, state)
        if let known = cache.withLock({ $0.listing(kind, filter, version) }) { return known }
        do {
            return try withoutActuallyEscaping(isWanted) { isWanted in
                let evaluation = FilterEvaluation(db: db, today: version.today, isWanted: isWanted)
                let numbers =
                    switch kind {
                    case .articles: try articles(filter, state, evaluation)
                    case .quotations: try quotations(filter, state, evaluation)
                    }
                let listing = Listing(filter: filter, version: version, numbers: numbers)
                cache.withLock { $0.keep(kind, listing) }
                return listing
            }
        } catch is FilterEvaluation.Unwanted {
            return nil
        }
    }

    /// The first numbers of a list in the order of dates, where they are found before the list is; nil otherwise.
    func firstNumbers(_ kind: Listing.Kind, _ filter: Filter, _ rows: Range<Int>, _ db: Database) throws -> [Int64]? {
        let state = try LibraryState(db)
        let version = version(for: filter, state)
        guard let condition = filter.condition, ListOrdering(db, filter).isByNumber, state.articles > Self.small,
            rows.lowerBound == 0, rows.upperBound <= Self.first,
            cache.withLock({ $0.listing(kind, filter, version) }) == nil
        else { return nil }
        let first = FirstRows(db: db, today: today(), total: state.articles)
        switch kind {
        case .articles:
            let wanted = min(Self.screen, rows.upperBound)
            let numbers = try first.articles(condition, atLeast: wanted)
            // Fewer are all there are: nobody need find them again to count them.
            if let numbers, numbers.count < wanted {
                cache.withLock { $0.keep(kind, Listing(filter: filter, version: version, numbers: .listed(numbers))) }
            }
            return numbers
        case .quotations:
            guard !condition.mentionsQuotation, let articles = try first.articles(condition, atLeast: Self.screen) else {
                return nil
            }
            return try FilterEvaluation(db: db, today: today()).quotations(of: .these(articles), atMost: Self.screen)
        }
    }

    private func version(for filter: Filter, _ state: LibraryState) -> ListingVersion {
        let marks = filter.condition?.dependsOnMarks == true ? state.marks : 0
        return ListingVersion(content: state.content, marks: marks, today: today())
    }

    private func articles(
        _ filter: Filter, _ state: LibraryState, _ evaluation: FilterEvaluation
    ) throws -> Listing.Numbers {
        let ordering = ListOrdering(evaluation.db, filter)
        let set = try filter.condition.map { try evaluation.articles($0) } ?? .all
        // Most of a library is not worth listing.
        if case .allBut = set, ordering.order.key != .relevance {
            return .walked(set, total: set.count(of: state.articles))
        }
        return .listed(try ordering.ordered(set))
    }

    private func quotations(
        _ filter: Filter, _ state: LibraryState, _ evaluation: FilterEvaluation
    ) throws -> Listing.Numbers {
        let ordering = ListOrdering(evaluation.db, filter)
        if filter.condition == nil, ordering.isByNumber { return .walked(.all, total: state.quotations) }
        let set = try filter.condition.map { try evaluation.quotations($0) } ?? .all
        var numbers: [Int64]
        switch set {
        case .these(let these): numbers = these
        case .allBut(let gone): numbers = try evaluation.quotations(of: .all).filter { !gone.hasSorted($0) }
        }
        if ordering.isByNumber { return .listed(numbers) }
        // In the order of their articles.
        var articles: [Int64] = []
        for number in numbers where articles.last != number >> Schema.ordinalBits {
            articles.append(number >> Schema.ordinalBits)
        }
        var ranks: [Int64: Int] = [:]
        for (rank, article) in try ordering.ordered(.these(articles)).enumerated() { ranks[article] = rank }
        var keyed = numbers.map { (rank: ranks[$0 >> Schema.ordinalBits] ?? .max, number: $0) }
        keyed.sort { ($0.rank, $0.number) < ($1.rank, $1.number) }
        return .listed(keyed.map(\.number))
    }
}
