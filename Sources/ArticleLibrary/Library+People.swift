import DocumentModel
import Foundation
import GRDB
public import Query

extension Library {
    /// Everybody in the articles that match, those with most quotations first, then those named most often: all persons,
    /// and the organisations and places that are quoted. Counts are of the articles that match.
    ///
    /// - Parameter typed: Beginnings of words, each of which is to begin a word of the name; empty for everybody.
    public func people(
        matching filter: Filter, named typed: String = "", rows: Range<Int>
    ) throws(LibraryError) -> PeoplePage {
        try reading { db in
            let beginnings = TextFold.words(of: typed).map(\.folded)
            var condition = "1"
            var arguments = StatementArguments()
            var matching = NumberSet.all
            if let wanted = filter.condition {
                let (relation, list): (String, [Int64])
                matching = try FilterEvaluation(db: db, today: today()).articles(wanted)
                switch matching {
                case .these(let numbers): (relation, list) = ("IN", numbers)
                case .allBut(let numbers): (relation, list) = ("NOT IN", numbers)
                }
                condition = "appearance.article \(relation) (SELECT value FROM json_each(?))"
                arguments = ["[" + list.map { String($0) }.joined(separator: ",") + "]"]
            }
            // A person is listed under the full name that most articles use, of equals the first in the alphabet.
            let query = """
                WITH spelt AS (
                    SELECT name.person AS person, name.class AS class, name.display AS display,
                        sum(appearance.quotations) AS quotations, sum(mentions) AS mentions, count(*) AS articles,
                        name.id AS name, min(article) AS newest,
                        count(*) + (CASE WHEN name.family IS NULL AND name.class = 0 THEN 0 ELSE 1000000000 END) AS weight
                    FROM appearance JOIN name ON name.id = appearance.name
                    WHERE name.class < 2 AND \(condition) GROUP BY name.id
                ), ranked AS (
                    SELECT *, row_number() OVER (PARTITION BY person ORDER BY weight DESC, display) AS place FROM spelt
                )
                SELECT max(CASE place WHEN 1 THEN display END), class, sum(quotations) AS quotations,
                    sum(mentions) AS mentions, sum(articles) AS articles, max(CASE place WHEN 1 THEN name END),
                    max(CASE place WHEN 1 THEN newest END), person, count(*) AS spellings
                FROM ranked GROUP BY person HAVING class = 0 OR sum(quotations) > 0
                ORDER BY sum(quotations) DESC, sum(mentions) DESC, 1
                """
            let shown = try shownNames(db)
            let all = try Row.fetchCursor(db, sql: query, arguments: arguments)
            var people: [PersonSummary] = []
            var total = 0
            while let row = try all.next() {
                let name = shown.name(row[0], row: row[5])
                if !beginnings.isEmpty {
                    let words = TextFold.words(of: name).map(\.folded)
                    guard beginnings.allSatisfy({ typed in words.contains { $0.hasPrefix(typed) } }) else { continue }
                }
                if rows.contains(total) {
                    // An article may have two spellings of somebody.
                    let isCounted = row[8] as Int == 1
                    people.append(
                        PersonSummary(
                            name: name, kind: row[1] as Int == 0 ? .person : .body, quotations: row[2], mentions: row[3],
                            articles: isCounted ? row[4] : try articles(naming: row[7], in: matching, db),
                            article: try identity(ofArticle: row[6], db)))
                }
                total += 1
            }
            return PeoplePage(total: total, first: min(rows.lowerBound, total), rows: people)
        }
    }

    /// How many of these articles name a person, under whatever spelling.
    private func articles(naming person: Int64, in matching: NumberSet, _ db: Database) throws -> Int {
        var articles: Set<Int64> = []
        try db.forEachRow(
            "SELECT article FROM name JOIN appearance ON appearance.name = name.id WHERE person = ?", person
        ) { if matching.contains($0.number(0)) { articles.insert($0.number(0)) } }
        return articles.count
    }

    func identity(ofArticle number: Int64, _ db: Database) throws -> ArticleIdentity? {
        let identity: Data? = try db.row("SELECT identity FROM article WHERE id = ?", [number])?[0]
        return identity.flatMap { ArticleIdentity(bytes: Array($0)) }
    }
}
