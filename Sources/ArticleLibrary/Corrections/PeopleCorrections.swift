import DocumentModel
import Foundation
import GRDB
import Query

/// What readers said of people, laid over what ``NameResolution`` decided.
struct PeopleCorrections {
    let db: Database

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
                guard let row = try row(name) else { continue }
                persons.insert(row.person)
                numbers.insert(row.id)
            }
        }
        let ofPerson = try db.cachedStatement(sql: "SELECT id FROM name WHERE person = ?")
        for person in persons.sorted() { numbers.formUnion(try Int64.fetchAll(ofPerson, arguments: [person])) }
        for case .split(let one, let two) in changes { try countSpellings(one, two) }
        try resolve(numbers, formerly: persons)
        try apply()
    }

    /// Who these names are without corrections.
    private func resolve(_ numbers: Set<Int64>, formerly persons: Set<Int64>) throws {
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
        try people.resolve()
        try PersonLinks(db).update(numbers.subtracting(bodies), formerly: persons)
    }

    /// In how many articles one is called the other, which a split had made forget.
    private func countSpellings(_ name: ActorName, _ other: ActorName) throws {
        guard let one = try row(name), let two = try row(other) else { return }
        let lists = try Data.fetchAll(
            db.cachedStatement(sql: "SELECT aliases FROM appearance WHERE name = ?"), arguments: [one.id])
        var count = 0
        for list in lists where try NameWriter.numbers(list).contains(two.id) { count += 1 }
        guard count > 0 else { return }
        try db.run(
            "INSERT INTO spelling (name, alias, articles) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET articles = ?3",
            one.id, two.id, count)
    }

    private func merge(_ name: ActorName, _ other: ActorName) throws {
        guard let one = try row(name), let two = try row(other), one.person != two.person else { return }
        try db.run("UPDATE name SET person = ? WHERE person = ?", one.person, two.person)
    }

    private func split(_ name: ActorName, _ other: ActorName) throws {
        guard let one = try row(name), let two = try row(other), one.id != two.id else { return }
        // What articles call the one is no name of the other's, wherever one looks.
        try db.run("DELETE FROM spelling WHERE name = ? AND alias = ?", one.id, two.id)
        guard one.person == two.person else { return }
        // Those who were called after the second are called after the first.
        if two.person == two.id { try db.run("UPDATE name SET person = ? WHERE person = ?", one.id, two.id) }
        try db.run("UPDATE name SET person = id WHERE id = ?", two.id)
    }

    /// The new name becomes one more spelling, unless it is somebody's in an article.
    private func rename(_ name: ActorName, _ new: String) throws {
        guard let one = try row(name) else { return }
        let name = ActorName(new, kind: name.kind)
        var renamed = try row(name)
        if renamed == nil {
            try insert(name)
            renamed = try row(name)
        }
        guard let renamed, try db.row("SELECT 1 FROM appearance WHERE name = ? LIMIT 1", [renamed.id]) == nil else {
            return
        }
        try db.run("UPDATE name SET person = ?1 WHERE id = ?2 AND person <> ?1", one.person, renamed.id)
    }

    /// A name that no article has.
    private func insert(_ name: ActorName) throws {
        let folded = TextFold.folded(name.name)
        guard !folded.isEmpty else { return }
        let isPerson = name.kind == .person
        let family = isPerson ? folded.lastIndex(of: " ").map { String(folded[folded.index(after: $0)...]) } : nil
        _ = try NameWriter.insert(
            Self.nameClass(name.kind), folded, name.name.onOneLine, family: family,
            block: isPerson ? NameParts(folded: folded).block : nil, db)
    }

    private func row(_ name: ActorName) throws -> (id: Int64, person: Int64)? {
        let row = try db.row(
            "SELECT id, person FROM name WHERE class = ? AND folded = ?",
            [Self.nameClass(name.kind).rawValue, TextFold.folded(name.name)])
        return row.map { ($0[0], $0[1]) }
    }

    private static func nameClass(_ kind: Actor.Kind) -> NameClass { kind == .person ? .person : .body }
}

/// Under which names people are shown whom somebody merged or renamed: by each of their spellings.
struct ShownNames {
    private var names: [String: String] = [:]

    /// Nobody was merged or renamed.
    init() {}

    init(_ db: Database) throws {
        for change in try CorrectionTable(db: db).peopleChanges() {
            let (name, shown): (ActorName, String)
            switch change {
            case .merge(let one, _): (name, shown) = (one, self.name(one.name) ?? "")
            case .rename(let one, let new): (name, shown) = (one, new)
            case .split, .speaker, .notAQuotation, .form, .act: continue
            }
            let spellings = try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT folded FROM name WHERE class = ?1 AND person =
                            (SELECT person FROM name WHERE class = ?1 AND folded = ?2)
                        """),
                arguments: [name.kind == .person ? 0 : 1, TextFold.folded(name.name)])
            for spelling in spellings + [TextFold.folded(name.name)] { names[PersonStore.spelling(spelling)] = shown }
        }
    }

    /// The name that is shown in this one's place.
    func name(_ name: String?) -> String? { names.isEmpty ? name : name.map { names[TextFold.folded($0)] ?? $0 } }

    /// The names of a list, one a line; each once.
    func list(_ lines: String) -> [String] {
        var list: [String] = []
        for line in lines.split(separator: "\n") {
            let name = name(String(line)) ?? ""
            if names.isEmpty || !list.contains(name) { list.append(name) }
        }
        return list
    }
}
