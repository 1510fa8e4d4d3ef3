import DocumentModel
import Foundation
import GRDB
import Query

/// Finds whom a correction means by a name.
///
/// Of namesakes the article tells who is meant that calls somebody so. Where that is gone, and with it the one of several who
/// was meant, nobody is; where a name has one bearer, any article will do, also one that only another library has.
struct NameBearers {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// A bearer of a name.
    struct Bearer: Equatable {
        /// The number of the name; a person's name has one for each who bears it.
        var row: Int64
        /// The number of the name that stands for all of the person's.
        var person: Int64
    }

    /// Whom a name means; nil for nobody in the library.
    func meant(by name: ActorName) throws -> Bearer? {
        let bearers = try bearers(of: name)
        guard name.article != nil else { return bearers.first }
        if let bearer = try bearer(of: name, bearers) { return bearer }
        guard bearers.count == 1, let article = name.article else { return nil }
        let isGone = try db.number("SELECT 1 FROM departed WHERE identity = ?", article.bytes) != nil
        return isGone ? nil : bearers[0]
    }

    /// Whether the name's article calls somebody so.
    func isNamed(_ name: ActorName) throws -> Bool { try bearer(of: name, bearers(of: name)) != nil }

    /// The newest article of each person who bears a name.
    func articles(of name: ActorName) throws -> [Int64] {
        let persons = Dictionary(grouping: try bearers(of: name), by: \.person)
        return try persons.values.compactMap { bearers in
            try bearers.compactMap {
                try db.number("SELECT min(article) FROM appearance WHERE name = ?", $0.row)
            }.min()
        }.sorted()
    }

    /// Whom a name's article calls so, of those who bear it; nil where it calls nobody so.
    private func bearer(of name: ActorName, _ bearers: [Bearer]) throws -> Bearer? {
        guard let first = bearers.first, let article = name.article, let number = try number(of: article) else {
            return nil
        }
        if let bearer = try bearer(in: number, bearers) { return bearer }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT person, aliases FROM appearance JOIN name ON name.id = appearance.name
                    WHERE article = ? AND class = ?
                    """), arguments: [number, NameClass(name.kind).rawValue])
        // One of the names that the article has for somebody.
        for row in rows where try NameWriter.numbers(row[1]).contains(first.row) {
            return Bearer(row: first.row, person: row[0])
        }
        // A name that somebody gave them.
        let persons = Set(rows.map { $0[0] as Int64 })
        return bearers.first { persons.contains($0.person) }
    }

    /// The name itself as a spelling, whoever is called so beside another name.
    func spelling(_ name: ActorName) throws -> Bearer? {
        let bearers = try bearers(of: name)
        guard let article = name.article, let number = try number(of: article) else { return bearers.first }
        return try bearer(in: number, bearers) ?? bearers.first
    }

    /// A folded name that is two persons' in two articles.
    struct Apart {
        var spelling: String
        var one: Int64
        var other: Int64
    }

    /// Names of which somebody said that they are two persons'; none unless both articles are in the library.
    func apart() throws -> [Apart] {
        try CorrectionTable(db: db).splitsOfNamesakes().compactMap { one, other in
            guard let first = one.article, let second = other.article, let first = try number(of: first),
                let second = try number(of: second)
            else { return nil }
            return Apart(spelling: TextFold.folded(one.name), one: first, other: second)
        }
    }

    /// A person as an article names them, told from the same name's bearer elsewhere: a split of the two, as far as they are
    /// taken for one. Nil where no other article names them.
    func splitting(_ name: ActorName) throws -> Correction.Change? {
        guard name.kind == .person, let article = name.article, let own = try number(of: article),
            let bearer = try bearer(of: name, bearers(of: name)), try spelling(name) == bearer,
            let other: Data = try db.row(
                """
                SELECT identity FROM appearance JOIN article ON article.id = article WHERE appearance.name = ? AND article <> ?
                ORDER BY article LIMIT 1
                """, [bearer.row, own])?[0],
            let identity = ArticleIdentity(bytes: Array(other))
        else { return nil }
        return .split(ActorName(name.name, kind: name.kind, in: identity), name)
    }

    /// What corrections say of an article, in their order: not what they say of others who are called the same.
    func changes(_ all: [Correction.Change], in article: ArticleIdentity, _ annotation: Annotation) throws
        -> [Correction.Change]
    {
        guard all.contains(where: { $0.quotation == nil }) else { return all }
        // Few of many corrections are about somebody here: only those are looked up.
        var here = Set(annotation.actors.flatMap { $0.aliases + [$0.name] }.map(TextFold.folded))
        return try all.compactMap { change in
            switch change {
            case .speaker(_, let name):
                if let name { here.insert(TextFold.folded(name.name)) }
                return change
            case .notAQuotation, .form, .act: return change
            case .split(let name, _):
                return try here.contains(TextFold.folded(name.name)) && isMeant(name, in: article) ? change : nil
            case .rename(let name, let new):
                guard here.contains(TextFold.folded(name.name)), try isMeant(name, in: article) else { return nil }
                here.insert(TextFold.folded(new))
                return change
            case .merge(let name, let other):
                guard here.contains(TextFold.folded(other.name)), try isMeant(other, in: article) else { return nil }
                // Whoever else is called like the first is left alone.
                let isFirstMeant = try isMeant(name, in: article)
                here.insert(TextFold.folded(name.name))
                return isFirstMeant ? change : .rename(other, to: name.name)
            }
        }
    }

    /// The numbers of the names of people and bodies of this folded spelling, each bearer's.
    func rows(_ folded: String) throws -> [Int64] {
        try db.numbers(
            """
            SELECT id FROM name WHERE class < 2 AND folded = ?1
            UNION ALL SELECT id FROM name WHERE class = 0 AND folded > ?1 || '#' AND folded < ?1 || '$'
            """, folded)
    }

    /// Whether the one whom an article calls so is the one whom a name means, or nobody there is called so.
    private func isMeant(_ name: ActorName, in article: ArticleIdentity) throws -> Bool {
        guard try name.article != nil || bearers(of: name).count > 1 else { return true }
        var here = name
        here.article = article
        guard let own = try meant(by: here) else { return true }
        return try meant(by: name)?.person == own.person
    }

    private func bearer(in article: Int64, _ bearers: [Bearer]) throws -> Bearer? {
        let named = Set(try db.numbers("SELECT name FROM appearance WHERE article = ?", article))
        return bearers.first { named.contains($0.row) }
    }

    /// All who bear a name, whoever has the name's first row first.
    private func bearers(of name: ActorName) throws -> [Bearer] {
        let folded = TextFold.folded(name.name)
        var bearers: [Bearer] = []
        try db.forEachRow(
            "SELECT id, person FROM name WHERE class = ? AND folded = ?", NameClass(name.kind).rawValue, folded
        ) { bearers.append(Bearer(row: $0.number(0), person: $0.number(1))) }
        guard name.kind == .person else { return bearers }
        try db.forEachRow(
            "SELECT id, person FROM name WHERE class = 0 AND folded > ?1 || '#' AND folded < ?1 || '$' ORDER BY id", folded
        ) { bearers.append(Bearer(row: $0.number(0), person: $0.number(1))) }
        return bearers
    }

    private func number(of article: ArticleIdentity) throws -> Int64? {
        try db.number("SELECT id FROM article WHERE identity = ?", article.bytes)
    }
}

/// What is said of people by an article that goes is said by another that calls them so.
extension NameBearers {
    /// An article is about to go.
    ///
    /// - Parameter isForgotten: what no other article says is forgotten with it; else it waits for the article to come back.
    func leave(_ article: Int64, isForgotten: Bool = false) throws {
        guard let identity: Data = try db.row("SELECT identity FROM article WHERE id = ?", [article])?[0] else { return }
        let table = CorrectionTable(db: db)
        for entry in try table.peopleChanges(by: identity) {
            for (column, name) in zip(CorrectionTable.BearerColumn.allCases, entry.correction.change.names)
            where name.article.map({ Data($0.bytes) }) == identity {
                guard let bearer = try meant(by: name) else { continue }
                let other = try db.row(
                    """
                    SELECT identity FROM appearance JOIN article ON article.id = article WHERE appearance.name = ? AND article <> ?
                    ORDER BY article LIMIT 1
                    """, [bearer.row, article])
                if let other {
                    try table.setArticle(of: column, entry.id, to: other[0])
                } else if isForgotten {
                    try table.remove(entry.id)
                } else if try bearers(of: name).count > 1 {
                    try db.run("INSERT OR IGNORE INTO departed (identity) VALUES (?)", identity)
                }
            }
        }
    }

    /// An article's text takes the place of another.
    func follow(from old: Data, to new: ArticleIdentity) throws {
        let table = CorrectionTable(db: db)
        for entry in try table.peopleChanges(by: old) {
            for (column, name) in zip(CorrectionTable.BearerColumn.allCases, entry.correction.change.names)
            where name.article.map({ Data($0.bytes) }) == old {
                try table.setArticle(of: column, entry.id, to: Data(new.bytes))
            }
        }
    }
}
