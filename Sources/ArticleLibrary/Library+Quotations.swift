public import DocumentModel
import GRDB
public import Query
import Synchronization

extension Library {
    /// The quotations in the articles that match, in the articles' order; where the filter speaks of quotations (`said:`,
    /// `quote:`, `about:`), only those of which it is true.
    ///
    /// - Parameter isWanted: asked now and then; once it says false the answer is nil.
    public func quotations(
        matching filter: Filter, rows: Range<Int>, while isWanted: () -> Bool
    ) throws(LibraryError) -> QuotationPage? {
        try followTexts()
        return try reading { db in
            guard let listing = try listing(.quotations, filter, db, isWanted) else { return nil }
            let range = rows.clamped(to: 0..<listing.total)
            let numbers =
                switch listing.numbers {
                case .listed(let all): Array(all[range])
                case .walked:
                    try Int64.fetchAll(
                        db.cachedStatement(sql: "SELECT id FROM quotation ORDER BY id LIMIT ? OFFSET ?"),
                        arguments: [range.count, range.lowerBound])
                }
            return QuotationPage(
                total: listing.total, first: range.lowerBound, rows: try summaries(ofQuotations: numbers[...], db))
        }
    }

    /// The quotations that match, those at `rows` among them.
    public func quotations(matching filter: Filter, rows: Range<Int>) throws(LibraryError) -> QuotationPage {
        try quotations(matching: filter, rows: rows) { true } ?? QuotationPage(total: 0, first: 0, rows: [])
    }

    /// The first rows at once, as ``firstArticles(matching:rows:)`` gives them.
    public func firstQuotations(matching filter: Filter, rows: Range<Int>) throws(LibraryError) -> QuotationPage? {
        try reading { db in
            guard let numbers = try firstNumbers(.quotations, filter, rows, db) else { return nil }
            return QuotationPage(
                total: numbers.count, isCounted: false, first: 0, rows: try summaries(ofQuotations: numbers[...], db))
        }
    }

    /// All quotations that ``quotations(matching:rows:)`` lists, one after the other. The library may change meanwhile;
    /// what is gone when its turn comes is left out.
    public func forEachQuotation(
        matching filter: Filter, _ body: (QuotationSummary) throws -> Void
    ) throws {
        let numbers = try reading { db -> [Int64] in
            switch try listing(.quotations, filter, db, { true })?.numbers {
            case .listed(let all)?: all
            case .walked?, nil: try FilterEvaluation(db: db, today: today()).quotations(of: .all)
            }
        }
        for start in stride(from: 0, to: numbers.count, by: 256) {
            let part = numbers[start..<min(start + 256, numbers.count)]
            for row in try reading({ try summaries(ofQuotations: part, $0) }) { try body(row) }
        }
    }

    func summaries(ofQuotations numbers: ArraySlice<Int64>, _ db: Database) throws -> [QuotationSummary] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT quotation.words, coalesce(speaker_name, (SELECT display FROM name WHERE id = speaker)), form, act, confidence,
                    title, name, source, date, content, content.text, speaker
                FROM quotation JOIN article ON article.id = quotation.id >> \(Schema.ordinalBits)
                JOIN content ON content.id = content WHERE quotation.id = ?
                """)
        let shown = try shownNames(db)
        var texts = QuotedTexts()
        return try numbers.compactMap { number in
            guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
            let (form, act): (Int, Int) = (row[2], row[3])
            guard ArticleRecord.quotationForms.indices.contains(form), ArticleRecord.acts.indices.contains(act) else {
                throw DamagedBytes()
            }
            return QuotationSummary(
                article: ArticleKey(rawValue: number >> Schema.ordinalBits), ordinal: Int(number) & (Schema.ordinals - 1),
                text: try texts.words(row, 0, content: 9, text: 10),
                speaker: (row[1] as String?).map { shown.name($0, row: row[11]) },
                form: ArticleRecord.quotationForms[form],
                act: ArticleRecord.acts[act],
                speakerConfidence: Probability(thousandths: row[4]), title: row[5], id: roots.shown(row[6]), source: row[7],
                date: row[8])
        }
    }
}
