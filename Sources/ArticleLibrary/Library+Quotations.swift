public import DocumentModel
import GRDB
public import Query
import Synchronization

extension Library {
    /// The quotations in the articles that match, in the articles' order; where the filter speaks of quotations (`said:`,
    /// `quote:`, `about:`), only those of which it is true.
    public func quotations(matching filter: Filter, rows: Range<Int>) throws(LibraryError) -> QuotationPage {
        try reading { db in
            let numbers = try quotationNumbers(filter, db)
            let range = rows.clamped(to: 0..<numbers.count)
            return QuotationPage(
                total: numbers.count, first: range.lowerBound, rows: try summaries(ofQuotations: numbers[range], db))
        }
    }

    /// All quotations that ``quotations(matching:rows:)`` lists, one after the other. The library may change meanwhile;
    /// what is gone when its turn comes is left out.
    public func forEachQuotation(
        matching filter: Filter, _ body: (QuotationSummary) throws -> Void
    ) throws {
        let numbers = try reading { try quotationNumbers(filter, $0) }
        for start in stride(from: 0, to: numbers.count, by: 256) {
            let part = numbers[start..<min(start + 256, numbers.count)]
            for row in try reading({ try summaries(ofQuotations: part, $0) }) { try body(row) }
        }
    }

    private func quotationNumbers(_ filter: Filter, _ db: Database) throws -> [Int64] {
        let version = try version(for: filter, db)
        if let known = cache.withLock({ $0.listing(.quotations, filter, version) }) { return known.numbers }
        var numbers: [Int64]
        if let condition = filter.condition {
            var sql = FilterSQL(today: version.today)
            let text = sql.quotation(condition)
            numbers = try Int64.fetchAll(
                db, sql: "SELECT quotation.id FROM quotation WHERE \(text)", arguments: StatementArguments(sql.arguments))
        } else {
            numbers = try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM quotation"))
        }
        numbers = try inArticleOrder(numbers, filter, version, db)
        let listing = Listing(filter: filter, version: version, numbers: numbers)
        cache.withLock { $0.keep(.quotations, listing) }
        return numbers
    }

    private func inArticleOrder(
        _ numbers: [Int64], _ filter: Filter, _ version: ListingVersion, _ db: Database
    ) throws -> [Int64] {
        let rank: (Int64) -> Int32
        if filter.order?.key == .relevance {
            var ranks: [Int64: Int32] = [:]
            for (index, article) in try articleNumbers(filter, db).enumerated() { ranks[article] = Int32(index) }
            rank = { ranks[$0] ?? .max }
        } else {
            let ranking = try ranking(filter.order, version, db)
            rank = { ranking[$0] }
        }
        var keyed = numbers.map { (rank: rank($0 >> Schema.ordinalBits), number: $0) }
        keyed.sort { ($0.rank, $0.number) < ($1.rank, $1.number) }
        return keyed.map(\.number)
    }

    func summaries(ofQuotations numbers: ArraySlice<Int64>, _ db: Database) throws -> [QuotationSummary] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT quotation.text, speaker_name, form, act, confidence, title, name, source, date
                FROM quotation JOIN article ON article.id = quotation.id >> \(Schema.ordinalBits) WHERE quotation.id = ?
                """)
        return try numbers.compactMap { number in
            guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
            let (form, act): (Int, Int) = (row[2], row[3])
            guard ArticleRecord.quotationForms.indices.contains(form), ArticleRecord.acts.indices.contains(act) else {
                throw DamagedBytes()
            }
            return QuotationSummary(
                article: ArticleKey(rawValue: number >> Schema.ordinalBits), ordinal: Int(number) & (Schema.ordinals - 1),
                text: row[0], speaker: row[1], form: ArticleRecord.quotationForms[form], act: ArticleRecord.acts[act],
                speakerConfidence: Probability(thousandths: row[4]), title: row[5], id: roots.shown(row[6]), source: row[7],
                date: row[8])
        }
    }
}
