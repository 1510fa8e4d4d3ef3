import DocumentModel
import GRDB
import Synchronization

/// Who and what stands in articles, remembered for as long as nobody changes them: an article is asked for by each of the
/// blocks that its people belong to. Several threads may share it.
final class Companions: Sendable {
    private struct Entry {
        var companion: PersonBlock.Companion
        /// Of the block of a person's name; of nothing for others.
        var block: UInt64
    }

    /// What a name's row says of it.
    private struct Name {
        var hash: UInt64
        var nameClass: Int64
        /// As in ``Entry``.
        var block: UInt64
    }

    private final class Articles: Sendable {
        let entries = Mutex<[Int64: [Entry]]>([:])
    }

    private let articles: Articles
    /// Most names stand in several articles.
    private let names = Mutex<[Int64: Name]>([:])
    /// So many articles are remembered, some hundred bytes each.
    private static let most = 16_384
    /// So many names are.
    private static let mostNames = 1 << 17

    /// Nothing is remembered yet.
    init() { articles = Articles() }

    /// What others remember of articles, which nobody has changed meanwhile.
    init(sharing others: Companions) { articles = others.articles }

    /// Whoever is named in an article beside the names of a block, and its outlet.
    func companions(in article: Int64, besides block: String, _ db: Database) throws -> [PersonBlock.Companion] {
        let entries = try articles.entries.withLock { $0[article] } ?? read(article, db)
        let block = Hash(block.utf8).value
        return entries.compactMap { $0.block == block && block != Hash().value ? nil : $0.companion }
    }

    /// By what a person of this name is known as somebody's company.
    static func hash(ofPerson spelling: String) -> UInt64 {
        hash(of: spelling.utf8, class: Int64(NameClass.person.rawValue))
    }

    private static func hash(of spelling: some Sequence<UInt8>, class nameClass: Int64) -> UInt64 {
        var hash = Hash("\(nameClass) ".utf8)
        hash.combine(spelling)
        return hash.value
    }

    private func read(_ article: Int64, _ db: Database) throws -> [Entry] {
        let places = [EntityKind.location, .facility].map { Int64(ArticleRecord.code($0, ArticleRecord.entityKinds)) }
        var entries: [Entry] = []
        var appearances: [(name: Int64, kind: Int64)] = []
        try db.forEachRow("SELECT name, kind FROM appearance WHERE article = ?", article) {
            appearances.append(($0.number(0), $0.number(1)))
        }
        for (name, place) in zip(try names(appearances.map(\.name), db), appearances.map { places.contains($0.kind) })
        where name.nameClass < NameClass.other.rawValue {
            let companion = PersonBlock.Companion(hash: name.hash, isTelling: !place)
            entries.append(Entry(companion: companion, block: name.block))
        }
        try db.forEachRow("SELECT source FROM article WHERE id = ? AND source IS NOT NULL", article) { row in
            var outlet = Hash("outlet ".utf8)
            row.bytes(0) { outlet.combine($0) }
            entries.append(
                Entry(companion: PersonBlock.Companion(hash: outlet.value, isTelling: false), block: Hash().value))
        }
        articles.entries.withLock { [entries] known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[article] = entries
        }
        return entries
    }

    /// Names of these numbers.
    private func names(_ numbers: [Int64], _ db: Database) throws -> [Name] {
        let known = names.withLock { known in numbers.map { known[$0] } }
        var new: [(number: Int64, name: Name)] = []
        let names = try zip(numbers, known).map { number, known in
            if let known { return known }
            var name = Name(hash: 0, nameClass: Int64(NameClass.other.rawValue), block: Hash().value)
            try db.forEachRow("SELECT folded, class, block FROM name WHERE id = ?", number) { row in
                // Whoever of its bearers it is about.
                let hash = row.bytes(0) { Self.hash(of: $0.prefix { $0 != UInt8(ascii: "#") }, class: row.number(1)) }
                name = Name(hash: hash, nameClass: row.number(1), block: row.bytes(2) { Hash($0).value })
            }
            new.append((number, name))
            return name
        }
        self.names.withLock { [new] known in
            if known.count >= Self.mostNames { known.removeAll(keepingCapacity: true) }
            for (number, name) in new { known[number] = name }
        }
        return names
    }

    /// To be called when rows of names went: others may get their numbers.
    func forgetNames() { names.withLock { $0 = [:] } }

    /// FNV-1a.
    private struct Hash {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

        init() {}
        init(_ bytes: some Sequence<UInt8>) { combine(bytes) }

        mutating func combine(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
    }
}
