public import DocumentModel
import GRDB
import Synchronization

extension Library {
    /// The real quotations that come nearest to these words, the nearest first; empty when nobody in the library said
    /// anything like them. Reports of the same words by the same speaker are one match, told by the first that was published.
    ///
    /// At a million quotations some ten milliseconds.
    public func quotations(nearestTo words: String, limit: Int = 10) throws(LibraryError) -> [QuotationMatch] {
        try reading { db in
            let matches = try QuotationSearch(db, words, .askedWhole, wordWeights(db)).matches()
            return Array(try reports(of: matches.prefix(Self.mostReports), db, joined: true).prefix(limit))
        }
    }

    /// Other reports of a quotation, the nearest first and each by itself: quotations with the same words, with some of them,
    /// or with some changed. Empty where the quotation is gone.
    public func reports(
        ofQuotation ordinal: Int, in article: ArticleKey, limit: Int = 100
    ) throws(LibraryError) -> [QuotationMatch] {
        try reading { db in
            let own = article.rawValue << Schema.ordinalBits | Int64(ordinal)
            let statement = try db.cachedStatement(sql: "SELECT text FROM spoken WHERE id = ?")
            guard let text = try String.fetchOne(statement, arguments: [own]) else { return [] }
            let matches = try QuotationSearch(db, text, .eitherPart, wordWeights(db)).matches().filter { $0.number != own }
            return try reports(of: matches.prefix(limit), db, joined: false)
        }
    }

    /// How rare words are, counted anew when articles have come.
    private func wordWeights(_ db: Database) throws -> WordWeights {
        let content = try LibraryState(db).content
        if let known = weights.withLock({ $0 }), known.content == content { return known.weights }
        let new = try WordWeights(db)
        weights.withLock { $0 = (content, new) }
        return new
    }

    /// The most matches that are read before reports of the same words become one.
    private static let mostReports = 512

    private func reports(
        of matches: ArraySlice<QuotationSearch.Match>, _ db: Database, joined: Bool
    ) throws -> [QuotationMatch] {
        var outcomes: [Int64: QuotationSearch.Match] = [:]
        for match in matches { outcomes[match.number] = match }
        let rows = try summaries(ofQuotations: matches.map(\.number)[...], db)
        var reports: [QuotationMatch] = []
        var places: [String: Int] = [:]
        for row in rows {
            let number = row.article.rawValue << Schema.ordinalBits | Int64(row.ordinal)
            guard let outcome = outcomes[number]?.outcome else { continue }
            let report = QuotationMatch(row, closeness: outcome.closeness, alignment: outcome.alignment)
            let identity = row.text + "\u{0}" + (row.speaker ?? "")
            if joined, let place = places[identity] {
                let first = reports[place]
                let isEarlier = Self.isEarlier(row, first.quotation)
                reports[place] = isEarlier ? report : first
                reports[place].reports = first.reports + 1
            } else {
                places[identity] = reports.count
                reports.append(report)
            }
        }
        return reports
    }

    private static func isEarlier(_ one: QuotationSummary, _ other: QuotationSummary) -> Bool {
        let first = one.date.flatMap(PublicationDate.init(parsing:))?.instant ?? .max
        let second = other.date.flatMap(PublicationDate.init(parsing:))?.instant ?? .max
        return (first, one.id) < (second, other.id)
    }
}
