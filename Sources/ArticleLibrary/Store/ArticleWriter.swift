import DocumentModel
import Foundation
import GRDB
import Query

/// Puts articles into the tables and takes them out, inside one transaction.
///
/// What is new is indexed when the transaction closes, in the order of the articles' numbers: that is how the index of words
/// takes it best.
struct ArticleWriter {
    private let db: Database
    private let now: Int64
    private var numbers: ArticleNumbers
    private var names: NameWriter
    private var stories: StoryWriter
    private var annotators: Annotators
    /// What is in the tables and not yet in the indexes, by number.
    private var pending: [Int64: Pending] = [:]
    private let statements = Statements()
    /// How many quotations came, less those that went.
    private(set) var quotations = 0

    private struct Pending {
        var addition: Addition
        /// The rows of its names: these are written as they come, since whoever is named first decides how a name is displayed.
        var names: [NameWriter.StoredName]
    }

    /// What is carried out for each article and each quotation.
    private struct Statements {
        let find = RepeatedStatement("SELECT id FROM article WHERE identity = ?")
        let content = RepeatedStatement("INSERT INTO content (text, record) VALUES (?, ?)")
        let article = RepeatedStatement(
            """
            INSERT INTO article (id, content, identity, name, title, title_key, source, author, url, date, instant, day, tags,
                language, words, quotations, speakers, added, annotator)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let search = RepeatedStatement(
            "INSERT INTO search (rowid, title, text, source, author, tags) VALUES (?, ?, ?, ?, ?, ?)")
        let beginning = RepeatedStatement("INSERT INTO beginning (article, words) VALUES (?, ?)")
        let quotation = RepeatedStatement(Quotations.insertion)
        let words = RepeatedStatement("INSERT INTO quotation_search (rowid, text) VALUES (?, ?)")
    }

    init(_ db: Database, now: Int64) {
        self.db = db
        self.now = now
        numbers = ArticleNumbers(db)
        names = NameWriter(db)
        stories = StoryWriter(db)
        annotators = Annotators(db)
    }

    /// Brings all indexes up to date; nothing may come afterwards.
    mutating func close(isMoreToCome: Bool = false) throws {
        let pending = self.pending.sorted { $0.key < $1.key }
        self.pending = [:]
        // One index after the other: what each keeps of words in memory then stays in the processor's.
        for (number, one) in pending { try indexWords(number, one.addition) }
        for (number, one) in pending { try indexQuotedWords(number, one.addition) }
        for (number, one) in pending { try index(number, one.addition, one.names) }
        try numbers.store()
        try annotators.store()
        try names.close(isMoreToCome: isMoreToCome)
        try stories.close()
    }

    // MARK: Looking

    /// The number of the article of this identity.
    func number(of identity: ArticleIdentity) throws -> Int64? {
        try statements.find.number(db, identity.bytes)
    }

    /// Whether there is an article of this number.
    func exists(_ number: Int64) throws -> Bool {
        try db.row("SELECT 1 FROM article WHERE id = ?", [number]) != nil
    }

    /// Whether an article has exactly this annotation.
    func holds(_ number: Int64, _ record: [UInt8]) throws -> Bool {
        let row = try db.row(
            "SELECT text, record FROM article JOIN content ON content.id = article.content WHERE article.id = ?", [number])
        return try row?.unpackedRecord(atIndex: 1, of: row?.unpackedText(atIndex: 0) ?? "") == record
    }

    // MARK: Writing

    /// Remembers that a text takes the place of an article's: marks will follow, and what was put right in it does.
    func noteSuccession(of number: Int64, by identity: ArticleIdentity) throws {
        if let old: Data = try db.row("SELECT identity FROM article WHERE id = ?", [number])?[0] {
            try CorrectionTable(db: db).follow(from: old, to: identity)
        }
        try db.run(
            "INSERT INTO succession (old, new) SELECT identity, ?1 FROM article WHERE id = ?2 AND identity <> ?1",
            Data(identity.bytes), number)
    }

    /// Puts an article in; gives its number.
    mutating func insert(_ addition: Addition, added: Int64? = nil) throws -> Int64 {
        let number = try numbers.next(for: addition.published)
        try store(addition, as: number, added: added ?? now)
        return number
    }

    /// Indexes an article anew as its corrections have it now.
    mutating func reindex(_ number: Int64) throws {
        guard let original = try Self.stored(number, db) else { return }
        _ = try replace(number, with: Addition(original, from: Origin(path: "")))
    }

    /// An article with what the annotator found in it, without corrections; nil when it is gone.
    static func stored(_ number: Int64, _ db: Database) throws -> AnnotatedArticle? {
        let row = try db.row(
            "SELECT text, record FROM article JOIN content ON content.id = article.content WHERE article.id = ?", [number])
        guard let row else { return nil }
        let text = try row.unpackedText(atIndex: 0)
        return try ArticleRecord.decode(try row.unpackedRecord(atIndex: 1, of: text), text: text)
    }

    /// Puts an article in the place of another; gives its number, which is the other's unless the date is another.
    mutating func replace(_ old: Int64, with addition: Addition) throws -> Int64 {
        let row = try db.row("SELECT added, date, annotator, identity FROM article WHERE id = ?", [old])
        if let identity: Data = row?[3], Array(identity) != addition.identity.bytes {
            try NameBearers(db).follow(from: identity, to: addition.identity)
        }
        let hasSameDate = row.map { $0[1] as String? == addition.article.details.date?.withoutNUL } ?? false
        try takeOut(old)
        let number = hasSameDate ? old : try numbers.next(for: addition.published)
        try store(addition, as: number, added: row?[0] ?? now, annotator: row?[2])
        return number
    }

    /// Says who annotated an article whose annotation stays.
    mutating func setAnnotator(of number: Int64, to annotator: String?) throws {
        guard let annotator, let old: Int64 = try db.row("SELECT annotator FROM article WHERE id = ?", [number])?[0] else {
            return
        }
        let new = try annotators.number(of: annotator)
        guard new != old else { return }
        try db.run("UPDATE article SET annotator = ? WHERE id = ?", new, number)
        annotators.count(-1, old)
        annotators.count(1, new)
    }

    /// Takes an article out of all tables for good.
    mutating func remove(_ number: Int64, isForgotten: Bool = false) throws {
        try NameBearers(db).leave(number, isForgotten: isForgotten)
        try takeOut(number)
    }

    private mutating func takeOut(_ number: Int64) throws {
        if pending.removeValue(forKey: number) == nil { try removeFromIndexes(number) }
        try names.remove(from: number)
        guard let row = try db.row("SELECT content, quotations, annotator FROM article WHERE id = ?", [number]) else {
            return
        }
        quotations -= row[1] as Int
        annotators.count(-1, row[2])
        try db.run("DELETE FROM content WHERE id = ?", row[0] as Int64)
        try db.run("DELETE FROM article WHERE id = ?", number)
    }

    /// - Parameter annotator: the number of who annotated it, where the addition does not say.
    private mutating func store(
        _ addition: Addition, as number: Int64, added: Int64, annotator known: Int64? = nil
    ) throws {
        let addition = try addition.corrected(
            by: CorrectionTable(db: db).quotationChanges(for: addition.identity))
        try statements.content.run(db, addition.packedText, addition.packedRecord)
        let content = db.lastInsertedRowID
        let annotator = try addition.annotator.map { try annotators.number(of: $0) } ?? known ?? Annotators.nobody
        annotators.count(1, annotator)
        let details = addition.article.details
        try statements.article.run(
            db, number, content, addition.identity.bytes, addition.article.id.withoutNUL,
            addition.title.withoutNUL, addition.titleKey, details.source?.withoutNUL, details.author?.withoutNUL,
            details.url?.withoutNUL, details.date?.withoutNUL, addition.published?.instant,
            addition.published?.day.rawValue, addition.tags, addition.language, addition.words,
            addition.quotations.count, addition.speakers, added,
            annotator)
        quotations += addition.quotations.count
        pending[number] = Pending(addition: addition, names: try names.add(addition.names, to: number))
    }

    // MARK: Indexes

    private func indexWords(_ number: Int64, _ addition: Addition) throws {
        let details = addition.article.details
        try statements.search.run(
            db, number, addition.title.withoutNUL, Array(addition.article.text.utf8), details.source?.withoutNUL,
            details.author?.withoutNUL, addition.tags)
    }

    private func indexQuotedWords(_ number: Int64, _ addition: Addition) throws {
        let first = number << Schema.ordinalBits
        for (ordinal, quotation) in addition.quotations.enumerated() {
            try statements.words.run(db, first | Int64(ordinal), quotation.text)
        }
    }

    private mutating func index(_ number: Int64, _ addition: Addition, _ speakers: [NameWriter.StoredName]) throws {
        try statements.beginning.run(db, number, addition.beginnings.bytes)
        let first = number << Schema.ordinalBits
        for (ordinal, quotation) in addition.quotations.enumerated() {
            let speaker = quotation.speaker.map { speakers[$0] }
            let called = quotation.speaker.map { addition.names.appearances[$0].display.onOneLine }
            try statements.quotation.run(
                db, first | Int64(ordinal), quotation.key, speaker?.number, called == speaker?.display ? nil : called,
                Int(quotation.form), Int(quotation.act), quotation.confidence, quotation.words)
        }
        try stories.add(number, addition.sketch)
    }

    private mutating func removeFromIndexes(_ number: Int64) throws {
        try db.run(
            """
            INSERT INTO search (search, rowid, title, text, source, author, tags)
            SELECT 'delete', id, title, text, source, author, tags FROM searchable WHERE id = ?
            """, number)
        try db.run("DELETE FROM beginning WHERE article = ?", number)
        let first = number << Schema.ordinalBits
        let last = first | Int64(Schema.ordinals - 1)
        try db.run(
            """
            INSERT INTO quotation_search (quotation_search, rowid, text)
            SELECT 'delete', id, text FROM spoken WHERE id BETWEEN ? AND ?
            """, first, last)
        try db.run("DELETE FROM quotation WHERE id BETWEEN ? AND ?", first, last)
        try stories.remove(number)
    }
}
