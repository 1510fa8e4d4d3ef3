public import DocumentModel
import GRDB
import Query

extension Library {
    /// The pages of all who are called so, those with most quotations first: more than one where namesakes are told apart. A
    /// name in full finds those who bear just that name, if there are any; else part of a name is enough.
    ///
    /// A person who is named in a hundred thousand articles takes some tenths of a second.
    public func people(called name: String, limit: Int = 10) throws(LibraryError) -> [PersonPage] {
        try reading { db in
            guard TextFold.hasWords(name) else { return [] }
            var persons = try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT DISTINCT person FROM name
                        WHERE class < 2 AND (folded = ?1 OR folded > ?1 || '#' AND folded < ?1 || '$')
                        """), arguments: [TextFold.folded(name)])
            if persons.isEmpty {
                persons = try Int64.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT DISTINCT person FROM name_search JOIN name ON name.id = name_search.rowid
                            WHERE name_search MATCH ? AND class < 2
                            """), arguments: [IndexQuery.pattern(Words(name, isPrefix: false))])
            }
            let pages = try persons.compactMap { try PersonReader(db, person: $0).head() }
                .sorted { one, other in
                    let (first, second) = (one.summary, other.summary)
                    return (-first.quotations, -first.articles, first.name, one.person)
                        < (-second.quotations, -second.articles, second.name, other.person)
                }
            return try pages.prefix(limit).map { page in
                try PersonReader(db, person: page.person).page(page.summary) { try summaries(ofQuotations: $0, db) }
            }
        }
    }
}

extension Library {
    /// The page of the one whom a name means; nil for nobody. Takes as long as ``people(called:limit:)``.
    public func person(_ name: ActorName) throws(LibraryError) -> PersonPage? {
        try reading { db in
            guard let bearer = try NameBearers(db).meant(by: name) else { return nil }
            let reader = PersonReader(db, person: bearer.person)
            return try reader.head().map { try reader.page($0.summary) { try summaries(ofQuotations: $0, db) } }
        }
    }

    /// All who are called so, as articles tell them apart: for each the newest article that calls them so. More than one where
    /// a name alone does not say who is meant.
    public func bearers(of name: ActorName) throws(LibraryError) -> [ArticleKey] {
        try reading { try NameBearers($0).articles(of: name) }.map { ArticleKey(rawValue: $0) }
    }

    /// Whether somebody, or for a body's name something, in the library is called so, in full or by a spelling.
    public func knows(_ name: ActorName) throws(LibraryError) -> Bool {
        try reading { try NameBearers($0).meant(by: name) != nil }
    }

    /// A name as a correction says it: whom this article calls so; nil where it calls nobody so.
    public func name(_ name: ActorName, in article: ArticleKey) throws(LibraryError) -> ActorName? {
        try reading { db in
            var name = name
            name.article = try identity(ofArticle: article.rawValue, db)
            return try name.article != nil && NameBearers(db).isNamed(name) ? name : nil
        }
    }
}

/// Reads what the tables hold of one person.
private struct PersonReader {
    private let db: Database
    private let person: Int64
    /// The most of others, and of reports, that a page lists.
    private static let most = 20
    private static let names = "(SELECT id FROM name WHERE person = ?1)"

    init(_ db: Database, person: Int64) {
        self.db = db
        self.person = person
    }

    /// Who it is; nil for a name that stands in no article.
    func head() throws -> (person: Int64, summary: PersonSummary)? {
        let row = try db.row(
            """
            SELECT count(DISTINCT article), sum(mentions), sum(quotations) FROM appearance WHERE name IN \(Self.names)
            """, [person])
        guard let row, let first = try names().first, row[0] > 0 else { return nil }
        let isPerson = try db.row("SELECT class FROM name WHERE person = ? LIMIT 1", [person])?[0] == 0
        return (
            person,
            PersonSummary(
                name: first.name, kind: isPerson ? .person : .body, quotations: row[2], mentions: row[1], articles: row[0])
        )
    }

    func page(
        _ summary: PersonSummary, summaries: (ArraySlice<Int64>) throws -> [QuotationSummary]
    ) throws -> PersonPage {
        var page = PersonPage(summary)
        page.names = try names().sorted { (-$0.articles, $0.name) < (-$1.articles, $1.name) }
        page.roles = try rows(
            "SELECT role, count(DISTINCT article) FROM role WHERE name IN \(Self.names) GROUP BY role ORDER BY 2 DESC, 1"
        ) { PersonPage.Count($0[0], articles: $0[1]) }
        let seen = try db.row(
            """
            SELECT date(min(day) * 86400, 'unixepoch'), date(max(day) * 86400, 'unixepoch')
            FROM appearance JOIN article ON article.id = appearance.article WHERE appearance.name IN \(Self.names)
            """, [person])
        (page.firstSeen, page.lastSeen) = (seen?[0], seen?[1])
        page.outlets = try shares("source", "ORDER BY 2 DESC, 3 DESC, 1")
        page.months = try shares("strftime('%Y-%m', day * 86400, 'unixepoch')", "HAVING day IS NOT NULL ORDER BY 1")
        page.speaksOf = try others(
            """
            SELECT other.person, count(*) FROM quotation
            CROSS JOIN appearance ON appearance.article = quotation.id >> \(Schema.ordinalBits)
            JOIN name AS other ON other.id = appearance.name
            WHERE quotation.speaker IN \(Self.names) AND stands_in(topics, quotation.id)
                AND other.class < 2 AND other.person <> ?1 AND kind NOT IN (\(Self.places))
            GROUP BY other.person ORDER BY 2 DESC, 1 LIMIT \(Self.most)
            """)
        page.spokenOfBy = try others(
            """
            SELECT other.person, count(*) FROM appearance
            CROSS JOIN quotation ON quotation.id BETWEEN appearance.article << \(Schema.ordinalBits)
                AND appearance.article << \(Schema.ordinalBits) | \(Schema.ordinals - 1)
            JOIN name AS other ON other.id = quotation.speaker
            WHERE appearance.name IN \(Self.names) AND topics IS NOT NULL AND stands_in(topics, quotation.id)
                AND other.person <> ?1
            GROUP BY other.person ORDER BY 2 DESC, 1 LIMIT \(Self.most)
            """)
        // Articles have numbers by date, the newest the lowest: the first report has the highest.
        let reports = try rows(
            """
            SELECT max(id), count(DISTINCT id >> \(Schema.ordinalBits)) FROM quotation WHERE speaker IN \(Self.names)
            GROUP BY key ORDER BY 2 DESC, 1 DESC LIMIT \(4 * Self.most)
            """
        ) { ($0[0] as Int64, $0[1] as Int) }
        let quotations = try summaries(reports.map(\.0)[...])
        page.mostReported = zip(quotations, reports).filter { Self.isTelling($0.0) }.prefix(Self.most).map {
            PersonPage.Report($0, articles: $1.1)
        }
        return page
    }

    /// Whether a quotation has words enough that two articles with it report one statement: *“No,” he said* is in many.
    private static func isTelling(_ quotation: QuotationSummary) -> Bool { quotation.text.split(separator: " ").count >= 4 }

    /// All spellings, full names before single ones, those that most articles use first.
    private func names() throws -> [PersonPage.Count] {
        var counts: [String: (display: String, isSingle: Bool, articles: Int)] = [:]
        let all = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT folded, display, class = 0 AND family IS NULL, (SELECT count(*) FROM appearance WHERE name = name.id)
                        + coalesce((SELECT sum(articles) FROM spelling JOIN name AS full ON full.id = spelling.name
                            WHERE alias = name.id AND full.person = ?1), 0)
                    FROM name WHERE person = ?1 ORDER BY folded
                    """), arguments: [person])
        for row in all {
            let spelling = PersonStore.spelling(row[0])
            let known = counts[spelling]
            counts[spelling] = (known?.display ?? row[1], row[2], (known?.articles ?? 0) + row[3])
        }
        return counts.values
            .sorted { ($0.isSingle ? 1 : 0, -$0.articles, $0.display) < ($1.isSingle ? 1 : 0, -$1.articles, $1.display) }
            .map { PersonPage.Count($0.display, articles: $0.articles) }
    }

    private func shares(_ column: String, _ end: String) throws -> [PersonPage.Share] {
        try rows(
            """
            SELECT \(column), count(DISTINCT article.id), sum(appearance.quotations)
            FROM appearance JOIN article ON article.id = appearance.article
            WHERE appearance.name IN \(Self.names) GROUP BY 1 \(end)
            """
        ) { PersonPage.Share($0[0], articles: $0[1], quotations: $0[2]) }
    }

    private func others(_ sql: String) throws -> [PersonPage.Other] {
        try rows(sql) { ($0[0] as Int64, $0[1] as Int) }.compactMap { other, count in
            try PersonReader(db, person: other).head().map {
                PersonPage.Other($0.summary.name, kind: $0.summary.kind, quotations: count)
            }
        }.sorted { (-$0.quotations, $0.name) < (-$1.quotations, $1.name) }
    }

    private static let places = [EntityKind.location, .facility]
        .map { String(ArticleRecord.code($0, ArticleRecord.entityKinds)) }.joined(separator: ", ")

    private func rows<T>(_ sql: String, _ body: (Row) throws -> T) throws -> [T] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [person]).map(body)
    }
}
