public import DocumentModel
import Foundation
import GRDB

/// A correction as a library keeps it.
public struct KeptCorrection: Sendable, Hashable, Identifiable {
    /// Its number, by which it is taken back.
    public let id: Int64
    /// What is put right, by whom and when.
    public let correction: Correction
    /// The article of which it speaks, or that says which person is meant; nil where there is none or it is gone.
    public let article: ArticleKey?
}

/// What readers put right. Corrections are shared by all who use a library, and say whose they are. They stay when an article
/// is annotated anew, follow a text that takes its place as far as that says the same, and hold wherever the article or the
/// person is shown, listed, counted or looked for.
extension Library {
    /// Puts something right; gives the correction's number. Takes milliseconds for a quotation. Of two corrections that
    /// contradict each other the later counts.
    @discardableResult
    public func correct(_ change: Correction.Change, by author: String = Library.user) throws(LibraryError) -> Int64 {
        let correction = Correction(change, by: author, at: Int64(Date().timeIntervalSince1970))
        return try add([correction])[0]
    }

    /// Adds corrections that were made elsewhere; those that are there already are left as they are. Gives their numbers.
    @discardableResult
    public func add(_ corrections: [Correction]) throws(LibraryError) -> [Int64] {
        try writing { db in
            let table = CorrectionTable(db: db)
            let numbers = try corrections.map { try table.insert($0) }
            try Self.carryOut(corrections.map(\.change), db)
            return numbers
        }
    }

    /// Takes a correction back; what was put right before it counts again. Gives it, so that it can be made anew; nil when
    /// there is none of this number.
    @discardableResult
    public func undoCorrection(_ id: Int64) throws(LibraryError) -> Correction? {
        try writing { db in
            let table = CorrectionTable(db: db)
            guard let entry = try table.entry(id) else { return nil }
            try table.remove(id)
            try Self.carryOut([entry.correction.change], db)
            return entry.correction
        }
    }

    /// Takes back the last correction that somebody made; nil when there is none.
    @discardableResult
    public func undoLastCorrection(by author: String = Library.user) throws(LibraryError) -> Correction? {
        let last = try reading { db in
            try Int64.fetchOne(db, sql: "SELECT max(id) FROM correction WHERE author = ?", arguments: [author])
        }
        guard let last else { return nil }
        return try undoCorrection(last)
    }

    /// All corrections, in the order in which they were made.
    public func corrections() throws(LibraryError) -> [KeptCorrection] {
        try reading { db in
            try CorrectionTable(db: db).all().map { entry in
                let identity = entry.correction.change.article
                let number: Int64? = try identity.flatMap {
                    try db.row("SELECT id FROM article WHERE identity = ?", [Data($0.bytes)])?[0]
                }
                return KeptCorrection(
                    id: entry.id, correction: entry.correction, article: number.map { ArticleKey(rawValue: $0) })
            }
        }
    }

    /// How a quotation is found again: the one that is `ordinal`, from 0, in the article as it is shown. Nil when it is gone.
    public func anchor(ofQuotation ordinal: Int, in key: ArticleKey) throws(LibraryError) -> QuotationAnchor? {
        try reading { db in
            guard let anchors = try corrected(key, db)?.anchors, anchors.indices.contains(ordinal) else { return nil }
            return anchors[ordinal]
        }
    }

    /// What says that whom an article calls so is somebody else than who is called so in others; nil where no other article
    /// names them.
    public func splitting(_ name: ActorName) throws(LibraryError) -> Correction.Change? {
        try reading { try NameBearers($0).splitting(name) }
    }

    /// The name of whoever runs the program.
    public static var user: String {
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
        return ProcessInfo.processInfo.environment["USER"] ?? "\(getuid())"
    }

    // MARK: Reading

    /// An article as its corrections have it; nil when it is gone.
    func corrected(_ key: ArticleKey, _ db: Database) throws -> CorrectedArticle? {
        guard let original = try ArticleWriter.stored(key.rawValue, db) else { return nil }
        let identity = ArticleIdentity(of: original.article)
        let changes = try CorrectionTable(db: db).changes(for: identity)
        return CorrectedArticle(
            original, by: try NameBearers(db).changes(changes, in: identity, original.annotation), identity: identity)
    }

    /// Brings the indexes up to date with corrections that came or went.
    static func carryOut(_ changes: [Correction.Change], _ db: Database) throws {
        var articles = ArticleWriter(db, now: 0)
        let identities = Set(changes.compactMap { $0.quotation?.article }).map { Data($0.bytes) }
        for identity in identities.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let number: Int64 = try db.row("SELECT id FROM article WHERE identity = ?", [identity])?[0] else {
                continue
            }
            try articles.reindex(number)
        }
        try articles.close()
        if changes.contains(where: { $0.quotation == nil }) { try PeopleCorrections(db: db).decideAnew(for: changes) }
        try db.run("UPDATE state SET content = content + 1, quotations = quotations + ?", articles.quotations)
    }
}
