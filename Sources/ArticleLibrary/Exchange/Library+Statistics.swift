import Foundation
import GRDB

/// How much a library holds.
public struct LibraryStatistics: Sendable, Equatable {
    /// How many articles.
    public var articles = 0
    /// How many quotations: direct, mixed and indirect.
    public var quotations: [Int] = [0, 0, 0]
    /// How many quotations have a speaker who is named.
    public var attributed = 0
    /// How many persons.
    public var people = 0
    /// How many outlets.
    public var outlets = 0
    /// How many words the texts have.
    public var words = 0
    /// How many bytes the texts have.
    public var textBytes: Int64 = 0
    /// How many bytes the library's file has; 0 for one in memory.
    public var fileBytes: Int64 = 0
    /// The first day on which something was published, as its source gives it; nil where nothing has a date.
    public var firstDate: String?
    /// The last such day.
    public var lastDate: String?
    /// How many files were read.
    public var files = 0
    /// How many corrections there are.
    public var corrections = 0
    /// How many filters are saved.
    public var filters = 0
    /// How many articles each model annotated, by its name; empty for those of which nobody knows.
    public var annotated: [String: Int] = [:]

    /// Nothing.
    public init() {}
}

extension Library {
    /// Counts everything. Walks the tables: a second or so for a million articles.
    public func statistics() throws(LibraryError) -> LibraryStatistics {
        var statistics = try reading { db -> LibraryStatistics in
            var result = LibraryStatistics()
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT " + sql) ?? 0 }
            result.articles = try number("count(*) FROM article")
            result.words = try number("total(words) FROM article")
            result.outlets = try number("count(DISTINCT source COLLATE NOCASE) FROM article")
            for row in try Row.fetchAll(db, sql: "SELECT form, count(*), count(speaker) FROM quotation GROUP BY form") {
                let form: Int = row[0]
                if result.quotations.indices.contains(form) { result.quotations[form] = row[1] }
                result.attributed += row[2] as Int
            }
            result.people = try number(
                "count(DISTINCT person) FROM name WHERE class = 0 AND EXISTS (SELECT 1 FROM appearance WHERE name = name.id)"
            )
            result.textBytes = try Int64.fetchOne(db, sql: "SELECT total(unpacked_size(text)) FROM content") ?? 0
            result.firstDate = try String.fetchOne(
                db, sql: "SELECT date FROM article WHERE day IS NOT NULL ORDER BY day LIMIT 1")
            result.lastDate = try String.fetchOne(
                db, sql: "SELECT date FROM article WHERE day IS NOT NULL ORDER BY day DESC LIMIT 1")
            result.files = try number("count(*) FROM file")
            result.corrections = try number("count(*) FROM correction")
            result.filters = try number("count(*) FROM saved_filter")
            result.annotated = try Annotators.counts(db)
            return result
        }
        if let path {
            for suffix in ["", "-wal"] {
                var status = stat()
                if stat(path + suffix, &status) == 0 { statistics.fileBytes += Int64(status.st_size) }
            }
        }
        return statistics
    }
}
