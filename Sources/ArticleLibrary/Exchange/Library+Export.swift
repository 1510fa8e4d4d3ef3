public import DocumentModel
import Foundation
import GRDB
public import Query

extension Library {
    /// Everything that the library holds and the reader marked in it, one after the other, without holding it: files, saved
    /// filters, corrections, articles in the order of the list, marks. ``restore(_:)`` makes the same library of it.
    ///
    /// - Parameter filter: only the articles that match, with their marks and what was put right in them; files are left out.
    public func forEachRecord(matching filter: Filter = .all, _ body: (LibraryRecord) throws -> Void) throws {
        try followTexts()
        let wanted = try reading { db in
            try filter.condition.map { try FilterEvaluation(db: db, today: today()).articles($0) }
        }
        if wanted == nil { try forEachFile { try body(.file($0)) } }
        for entry in try savedFilters().entries { try body(.filter(name: entry.name, text: entry.text)) }
        for kept in try corrections() {
            guard let wanted, kept.correction.change.quotation != nil else {
                try body(.correction(kept.correction))
                continue
            }
            if let article = kept.article, wanted.contains(article.rawValue) { try body(.correction(kept.correction)) }
        }
        var last = Int64.min
        while let end = try forEachArticle(after: last, wanted, body) { last = end }
        for row in try reading({ try Row.fetchAll($0, sql: Self.marksOfArticles) }) {
            if let wanted, !wanted.contains(row[5]) { continue }
            guard let identity = ArticleIdentity(bytes: Array(row[0] as Data)) else { continue }
            try body(.mark(KeptMark(article: identity, isRead: row[1], isStarred: row[2], place: row[3], note: row[4])))
        }
    }

    /// Some articles after this one in the order of the list, which is kept so; the last one's number, nil when none is left.
    private func forEachArticle(
        after last: Int64, _ wanted: NumberSet?, _ body: (LibraryRecord) throws -> Void
    ) throws -> Int64? {
        let (numbers, articles) = try reading { db in
            let numbers = try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 64"), arguments: [last])
            return (numbers, try numbers.compactMap { wanted?.contains($0) == false ? nil : try Self.kept($0, db) })
        }
        for article in articles { try body(.article(article)) }
        return numbers.last
    }

    private static let marksOfArticles = """
        SELECT own.mark.identity, read, starred, place, note, article.id FROM own.mark JOIN article USING (identity)
        ORDER BY own.mark.identity
        """

    private func forEachFile(_ body: (KeptFile) throws -> Void) throws {
        let files = try reading { db in
            try Row.fetchAll(db, sql: "SELECT path, size, modified, inode, annotator, problems FROM file ORDER BY path")
        }
        for row in files {
            let facts = [row[1], row[2], row[3]] as [Int64?]
            try body(
                KeptFile(
                    path: row[0], facts: facts.contains(nil) ? nil : facts.compactMap(\.self), annotator: row[4],
                    problems: row[5]))
        }
    }

    private static func kept(_ number: Int64, _ db: Database) throws -> KeptArticle? {
        guard let annotated = try ArticleWriter.stored(number, db) else { return nil }
        let added: Int64? = try db.row("SELECT added FROM article WHERE id = ?", [number])?[0]
        return KeptArticle(
            annotated, origins: try origins(of: number, db), added: added ?? 0, annotator: try annotator(of: number, db))
    }

    /// Who annotated an article; nil where nobody knows.
    static func annotator(of article: Int64, _ db: Database) throws -> String? {
        try db.row(
            """
            SELECT nullif(annotator.name, '') FROM article JOIN annotator ON annotator.id = article.annotator
            WHERE article.id = ?
            """, [article])?[0]
    }

    static func origins(of article: Int64, _ db: Database) throws -> [KeptArticle.Origin] {
        let origins = try db.cachedStatement(
            sql: """
                SELECT path, origin.name, line FROM origin JOIN file ON file.id = origin.file WHERE article = ?
                ORDER BY path, origin.name, line
                """)
        return try Row.fetchAll(origins, arguments: [article]).map {
            KeptArticle.Origin(path: $0[0], name: $0[1], line: $0[2])
        }
    }

    /// The quotations that match, with all by which they are cited, one after the other in the order of the list.
    public func forEachCitation(matching filter: Filter, _ body: (CitedQuotation) throws -> Void) throws {
        try forEachQuotation(matching: filter) { quotation in
            let row = try reading { db in
                try db.row(
                    "SELECT author, url, day, added, identity FROM article WHERE id = ?", [quotation.article.rawValue])
            }
            guard let row, let identity = ArticleIdentity(bytes: Array(row[4] as Data)) else { return }
            try body(
                CitedQuotation(
                    quotation, author: row[0], url: row[1], issued: Self.issued(quotation.date, day: row[2]),
                    retrieved: row[3], content: identity))
        }
    }

    /// As much of a date as its source gives: a year, a month or a day.
    private static func issued(_ date: String?, day: Int?) -> [Int] {
        guard let day else { return [] }
        let parts = Day(rawValue: day).components
        let given = date?.split(separator: "-").map(\.utf8.count) ?? []
        switch given {
        case [4]: return [parts.year]
        case [4, 2], [4, 1]: return [parts.year, parts.month]
        default: return [parts.year, parts.month, parts.day]
        }
    }
}
