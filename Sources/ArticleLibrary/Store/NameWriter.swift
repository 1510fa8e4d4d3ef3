import DocumentModel
import Foundation
import GRDB
import Query

/// Keeps the tables of names: who appears in which article under which spellings.
struct NameWriter {
    private let db: Database
    private let statements = Statements()
    private var known: [ArticleNames.Spelling: StoredName] = [:]
    /// Names of bodies and things whose spellings changed: see ``NameResolution``.
    private var changed: Set<Int64> = []
    private var people: PersonStore
    /// Names that some article bears no longer.
    private var loosened: Set<Int64> = []
    /// In how many new articles whoever has one name is called by another.
    private var aliasing: [Aliasing: Int] = [:]
    /// The spellings among these that people are called by.
    private var aliasesOfPeople: [Int64: String] = [:]

    private struct Aliasing: Hashable, Comparable {
        var name: Int64
        var alias: Int64
        static func < (one: Aliasing, other: Aliasing) -> Bool { (one.name, one.alias) < (other.name, other.alias) }
    }

    /// A name's row, and under which spelling it is displayed.
    struct StoredName {
        var number: Int64
        var display: String
    }

    /// What is carried out for each name of each article.
    private struct Statements {
        let find = RepeatedStatement("SELECT id, display FROM name WHERE class = ? AND folded = ?")
        let insertion = NameInsertion()
        let appear = RepeatedStatement(
            "INSERT INTO appearance (article, name, kind, mentions, quotations, aliases, topics) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        let play = RepeatedStatement("INSERT INTO role (name, article, role) VALUES (?, ?, ?)")
        let spell = RepeatedStatement(
            """
            INSERT INTO spelling (name, alias, articles) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET articles = articles + ?3 RETURNING articles
            """)
    }

    init(_ db: Database) {
        self.db = db
        people = PersonStore(db)
    }

    /// Decides anew who is who.
    mutating func close(isMoreToCome: Bool) throws {
        try storeSpellings()
        for name in loosened.sorted() { try dropUnused(name) }
        if !changed.isEmpty { try NameResolution(db: db).update(changed) }
        try people.resolve(isMoreToCome: isMoreToCome)
        try PeopleCorrections(db: db).apply()
        (changed, loosened, known) = ([], [], [:])
    }

    /// Stores what was counted of spellings: a batch says the same of many names again and again.
    private mutating func storeSpellings() throws {
        for (pair, count) in aliasing.sorted(by: { $0.key < $1.key }) {
            var articles = 0
            try statements.spell.forEachRow(db, pair.name, pair.alias, count) { articles = Int($0.number(0)) }
            // Known before: nothing is new about who may be meant.
            if articles != count { continue }
            if let spelling = aliasesOfPeople[pair.alias] {
                people.noteChange(of: spelling)
            } else {
                changed.insert(pair.alias)
            }
        }
        (aliasing, aliasesOfPeople) = ([:], [:])
    }

    /// Puts an article's names in; gives the row of each of its appearances' names.
    mutating func add(_ names: ArticleNames, to article: Int64) throws -> [StoredName] {
        return try names.appearances.map { appearance in
            let stored = try row(of: appearance.spelling, appearance.display)
            let name = stored.number
            var aliases = ByteWriter()
            for alias in appearance.aliases {
                let number = try row(of: alias.spelling, alias.display).number
                aliases.write(Int(number))
                aliasing[Aliasing(name: name, alias: number), default: 0] += 1
                aliasesOfPeople[number] = appearance.spelling.nameClass == .person ? alias.spelling.folded : nil
            }
            let kind = Int(ArticleRecord.code(appearance.kind, ArticleRecord.entityKinds))
            try statements.appear.run(
                db, article, name, kind, appearance.mentions, appearance.quotations, aliases.bytes,
                QuotationOrdinals.encoded(appearance.topicOf.lazy.filter { $0 < Schema.ordinals }))
            if appearance.spelling.nameClass == .person {
                people.noteAppearance(of: appearance.spelling.folded)
                for role in appearance.roles {
                    try statements.play.run(db, name, article, role)
                }
            }
            return stored
        }
    }

    /// Takes an article's names out.
    mutating func remove(from article: Int64) throws {
        let appearances = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT name, aliases FROM appearance WHERE article = ?"), arguments: [article])
        for row in appearances {
            let name: Int64 = row[0]
            let aliases = try row.withUnsafeData(atIndex: 1) { try Self.numbers($0 ?? Data()) }
            for alias in aliases {
                try db.run("UPDATE spelling SET articles = articles - 1 WHERE name = ? AND alias = ?", name, alias)
                try db.run("DELETE FROM spelling WHERE name = ? AND alias = ? AND articles < 1", name, alias)
            }
            try db.run("DELETE FROM role WHERE name = ? AND article = ?", name, article)
            for name in aliases + [name] {
                let row = try db.row("SELECT class, folded FROM name WHERE id = ?", [name])
                if let row, row[0] == NameClass.person.rawValue {
                    people.noteChange(of: PersonStore.spelling(row[1]))
                } else {
                    changed.insert(name)
                }
                loosened.insert(name)
            }
        }
        try db.run("DELETE FROM appearance WHERE article = ?", article)
    }

    private mutating func row(of spelling: ArticleNames.Spelling, _ display: String) throws -> StoredName {
        if let known = known[spelling] { return known }
        var found: StoredName?
        try statements.find.forEachRow(db, spelling.nameClass.rawValue, spelling.folded) {
            found = StoredName(number: $0.number(0), display: $0.text(1))
        }
        if let found {
            known[spelling] = found
            return found
        }
        let isPerson = spelling.nameClass == .person
        // Of one word without more ado; else as many words as say something.
        let isFull =
            isPerson && spelling.folded.utf8.contains(UInt8(ascii: " "))
            && display.split(whereSeparator: \.isWhitespace).count { !TextFold.folded(String($0)).isEmpty } > 1
        let id = try statements.insertion.run(
            spelling.nameClass, spelling.folded, display.onOneLine, family: isFull ? "" : nil,
            block: isPerson ? people.block(of: spelling.folded) : nil, db)
        let stored = StoredName(number: id, display: display.onOneLine)
        known[spelling] = stored
        return stored
    }

    /// Makes a name's row.
    static func insert(
        _ nameClass: NameClass, _ folded: String, _ display: String, family: String?, block: String?, _ db: Database
    ) throws -> Int64 {
        try NameInsertion().run(nameClass, folded, display, family: family, block: block, db)
    }

    /// A name that nothing in the library bears any more would still make others ambiguous.
    private func dropUnused(_ name: Int64) throws { try Self.dropUnused(name, db) }

    /// Takes a name's row away if nothing needs it.
    static func dropUnused(_ name: Int64, _ db: Database) throws {
        let used = try db.row(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM appearance WHERE name = ?1) OR EXISTS (SELECT 1 FROM spelling WHERE alias = ?1)
            """, [name])
        guard used == nil, let old = try db.row("SELECT display FROM name WHERE id = ?", [name]) else { return }
        try db.run(
            "INSERT INTO name_search (name_search, rowid, display) VALUES ('delete', ?, ?)", name, old[0] as String)
        try db.run("DELETE FROM name WHERE id = ?", name)
        try db.run("DELETE FROM link WHERE one = ?1 OR other = ?1", name)
    }

    static func numbers(_ data: Data) throws -> [Int64] {
        var reader = ByteReader(Array(data))
        var numbers: [Int64] = []
        while !reader.isAtEnd { numbers.append(Int64(try reader.int())) }
        return numbers
    }
}

/// Makes names' rows. Nobody else may make any while it does.
private final class NameInsertion {
    /// The number of the last row; nil before it is asked for.
    private var number: Int64?
    // A statement of its own: one that inserts what it selects would have what is new in the indexes of words written out.
    private let last = RepeatedStatement("SELECT max(id) FROM name")
    private let name = RepeatedStatement(
        """
        INSERT INTO name (id, class, folded, display, family, person, block, bearer)
        VALUES (?1, ?2, ?3, ?4, ?5, ?1, ?6, CASE WHEN ?6 IS NOT NULL THEN ?1 END)
        """)
    private let words = RepeatedStatement("INSERT INTO name_search (rowid, display) VALUES (?, ?)")

    /// Makes one; gives its number.
    func run(
        _ nameClass: NameClass, _ folded: String, _ display: String, family: String?, block: String?, _ db: Database
    ) throws -> Int64 {
        let id = try (number ?? last.number(db) ?? 0) + 1
        number = id
        try name.run(db, id, nameClass.rawValue, folded, display, family, block)
        try words.run(db, id, display)
        return id
    }
}
