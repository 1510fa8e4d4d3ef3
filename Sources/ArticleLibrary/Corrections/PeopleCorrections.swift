import DocumentModel
import Foundation
import GRDB
import Query

/// What readers said of people, laid over what ``NameResolution`` decided.
struct PeopleCorrections {
    private let db: Database
    private let bearers: NameBearers

    init(db: Database) {
        self.db = db
        bearers = NameBearers(db)
    }

    /// Merges, splits and renames, in the order in which they were made. To be called whenever names were resolved.
    func apply() throws {
        for change in try CorrectionTable(db: db).peopleChanges() {
            switch change {
            case .merge(let name, let other): try merge(name, other)
            case .split(let name, let other): try split(name, other)
            case .rename(let name, let new): try rename(name, new)
            case .speaker, .notAQuotation, .form, .act: break
            }
        }
    }

    /// Resolves anew the names that corrections speak of, which came or went, and all that were taken for the same.
    func decideAnew(for changes: [Correction.Change]) throws {
        var persons: Set<Int64> = []
        var numbers: Set<Int64> = []
        for change in changes {
            let names: [ActorName] =
                switch change {
                case .merge(let one, let two), .split(let one, let two): [one, two]
                case .rename(let one, let new): [one, ActorName(new, kind: one.kind)]
                case .speaker, .notAQuotation, .form, .act: []
                }
            for name in names {
                guard let meant = try bearers.meant(by: name) else { continue }
                persons.insert(meant.person)
                numbers.insert(meant.row)
            }
        }
        let ofPerson = try db.cachedStatement(sql: "SELECT id FROM name WHERE person = ?")
        for person in persons.sorted() { numbers.formUnion(try Int64.fetchAll(ofPerson, arguments: [person])) }
        for case .split(let one, let two) in changes { try countSpellings(one, two) }
        let apart = changes.lazy.compactMap { change -> String? in
            guard case .split(let one, let two) = change, one.article != nil, two.article != nil else { return nil }
            let folded = TextFold.folded(one.name)
            return folded == TextFold.folded(two.name) ? folded : nil
        }
        try resolve(numbers, formerly: persons, atOnce: apart.first)
        try apply()
    }

    /// Who these names are without corrections.
    private func resolve(_ numbers: Set<Int64>, formerly persons: Set<Int64>, atOnce spelling: String?) throws {
        var people = PersonStore(db)
        var bodies: Set<Int64> = []
        for number in numbers.sorted() {
            guard let row = try db.row("SELECT class, folded FROM name WHERE id = ?", [number]) else { continue }
            if row[0] == NameClass.person.rawValue {
                people.noteChange(of: PersonStore.spelling(row[1]))
            } else {
                bodies.insert(number)
                try db.run("UPDATE name SET person = id WHERE id = ?", number)
            }
        }
        try NameResolution(db: db).update(bodies)
        try people.resolve(atOnce: spelling)
        try PersonLinks(db).update(numbers.subtracting(bodies), formerly: persons)
    }

    /// In how many articles one is called the other, which a split had made forget.
    private func countSpellings(_ name: ActorName, _ other: ActorName) throws {
        guard let one = try bearers.meant(by: name), let two = try bearers.spelling(other) else { return }
        let lists = try Data.fetchAll(
            db.cachedStatement(sql: "SELECT aliases FROM appearance WHERE name = ?"), arguments: [one.row])
        var count = 0
        for list in lists where try NameWriter.numbers(list).contains(two.row) { count += 1 }
        guard count > 0 else { return }
        try db.run(
            "INSERT INTO spelling (name, alias, articles) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET articles = ?3",
            one.row, two.row, count)
    }

    private func merge(_ name: ActorName, _ other: ActorName) throws {
        // A name that nobody has yet.
        if name.article == nil, try bearers.meant(by: name) == nil { return try rename(other, name.name) }
        guard let one = try bearers.meant(by: name), let two = try bearers.meant(by: other), one.person != two.person
        else { return }
        try db.run("UPDATE name SET person = ? WHERE person = ?", one.person, two.person)
    }

    private func split(_ name: ActorName, _ other: ActorName) throws {
        guard let one = try bearers.meant(by: name), let two = try bearers.spelling(other), one.row != two.row else {
            return
        }
        // What articles call the one is no name of the other's, wherever one looks.
        try db.run("DELETE FROM spelling WHERE name = ? AND alias = ?", one.row, two.row)
        guard one.person == two.person else { return }
        // Those who were called after the second are called after the first.
        if two.person == two.row { try db.run("UPDATE name SET person = ? WHERE person = ?", one.row, two.row) }
        try db.run("UPDATE name SET person = id WHERE id = ?", two.row)
    }

    /// The new name becomes one more spelling, unless it is somebody's in an article.
    private func rename(_ name: ActorName, _ new: String) throws {
        guard let one = try bearers.meant(by: name) else { return }
        let name = ActorName(new, kind: name.kind)
        if try bearers.meant(by: name) == nil { try insert(name) }
        guard let renamed = try bearers.meant(by: name),
            try db.row("SELECT 1 FROM appearance WHERE name = ? LIMIT 1", [renamed.row]) == nil
        else { return }
        try db.run("UPDATE name SET person = ?1 WHERE id = ?2 AND person <> ?1", one.person, renamed.row)
    }

    /// A name that no article has.
    private func insert(_ name: ActorName) throws {
        let folded = TextFold.folded(name.name)
        guard !folded.isEmpty else { return }
        let isPerson = name.kind == .person
        let family = isPerson ? folded.lastIndex(of: " ").map { String(folded[folded.index(after: $0)...]) } : nil
        _ = try NameWriter.insert(
            NameClass(name.kind), folded, name.name.onOneLine, family: family,
            block: isPerson ? NameParts(folded: folded).block : nil, db)
    }
}
