public import DocumentModel
public import Query
import Synchronization

/// A library: articles with their annotation, found by any filter, and what a reader marked in them.
///
/// Every function may be called from any thread, returns when it is done, and wakes nobody afterwards. Reading never waits
/// for writing; writing waits for the batch that another thread or process is writing.
public final class Library: Sendable {
    private struct Kept {
        var articles: [AnnotatedArticle] = []
        var read: Set<ArticleKey> = []
        var starred: Set<ArticleKey> = []
        var places: [ArticleKey: Int] = [:]
        var changes = 0
    }
    private let kept = Mutex(Kept())
    /// The library's file; nil for one in memory.
    public let path: String?

    /// Opens the library in this file, making it where there is none, for its owner alone.
    public init(at path: String) throws(LibraryError) { self.path = path }
    private init() { path = nil }

    /// A library that is gone with the process.
    public static func inMemory() throws(LibraryError) -> Library { Library() }

    /// Grows whenever articles come, go or change, whoever wrote them; marks do not count. Cheap enough for every key.
    public var changeCount: Int { kept.withLock { $0.changes } }

    /// The articles that match, those at `rows` among them, and the row of the article `keeping`.
    public func articles(
        matching filter: Filter, rows: Range<Int>, keeping key: ArticleKey? = nil
    ) throws(LibraryError) -> ArticlePage {
        kept.withLock { kept in
            let range = rows.clamped(to: 0..<kept.articles.count)
            let summaries = range.map { index in
                let key = ArticleKey(rawValue: Int64(index + 1))
                let article = kept.articles[index].article
                return ArticleSummary(
                    key: key, title: article.title, id: article.id, source: article.details.source,
                    date: article.details.date, quotations: kept.articles[index].annotation.quotations.count,
                    isRead: kept.read.contains(key), isStarred: kept.starred.contains(key))
            }
            return ArticlePage(
                total: kept.articles.count, first: range.lowerBound, rows: summaries, kept: key.map { Int($0.rawValue) - 1 }
            )
        }
    }

    /// An article with its annotation; nil when it is gone.
    public func article(_ key: ArticleKey) throws(LibraryError) -> AnnotatedArticle? {
        kept.withLock { kept in
            let index = Int(key.rawValue) - 1
            return kept.articles.indices.contains(index) ? kept.articles[index] : nil
        }
    }

    /// Where the reader left an article, as an offset into its text; 0 for one never opened.
    public func place(in key: ArticleKey) throws(LibraryError) -> Int { kept.withLock { $0.places[key] ?? 0 } }

    /// Remembers where in an article the reader is.
    public func setPlace(_ place: Int, in key: ArticleKey) throws(LibraryError) {
        kept.withLock { $0.places[key] = place }
    }

    /// Remembers that an article was read, or was not.
    public func setRead(_ isRead: Bool, _ key: ArticleKey) throws(LibraryError) {
        kept.withLock { kept in
            if isRead { kept.read.insert(key) } else { kept.read.remove(key) }
        }
    }

    /// Remembers that an article is starred, or is not.
    public func setStarred(_ isStarred: Bool, _ key: ArticleKey) throws(LibraryError) {
        kept.withLock { kept in
            if isStarred { kept.starred.insert(key) } else { kept.starred.remove(key) }
        }
    }

    /// Everybody in the articles that match, those with most quotations first.
    public func people(matching filter: Filter, rows: Range<Int>) throws(LibraryError) -> PeoplePage {
        PeoplePage(total: 0, first: 0, rows: [])
    }

    /// The quotations in the articles that match, in the articles' order; where the filter speaks of quotations (`said:`,
    /// `quote:`, `about:`), only those of which it is true.
    public func quotations(matching filter: Filter, rows: Range<Int>) throws(LibraryError) -> QuotationPage {
        QuotationPage(total: 0, first: 0, rows: [])
    }

    /// All articles that match, in the filter's order, one after the other.
    public func forEachArticle(
        matching filter: Filter, _ body: (ArticleSummary) throws -> Void
    ) throws {
        for row in try articles(matching: filter, rows: 0..<Int.max).rows { try body(row) }
    }

    /// All quotations that ``quotations(matching:rows:)`` lists, one after the other.
    public func forEachQuotation(
        matching filter: Filter, _ body: (QuotationSummary) throws -> Void
    ) throws {
        for row in try quotations(matching: filter, rows: 0..<Int.max).rows { try body(row) }
    }

    /// Whether this file was read to its end before, by this annotator, and is as it was then.
    public func isUnchanged(_ path: String, _ facts: FileFacts, annotator: String) throws(LibraryError) -> Bool { false }

    /// The paths of all files that articles came from.
    public func files() throws(LibraryError) -> [String] { [] }

    /// Carries out the steps in one transaction.
    @discardableResult
    public func add(_ steps: [ImportStep]) throws(LibraryError) -> Additions {
        kept.withLock { kept in
            var result = Additions()
            for case .article(let article, _) in steps {
                kept.articles.append(article)
                result.added += 1
            }
            kept.changes += 1
            return result
        }
    }
}
