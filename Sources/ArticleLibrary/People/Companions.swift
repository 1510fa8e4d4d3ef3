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

    private let known = Mutex<[Int64: [Entry]]>([:])
    /// So many articles are remembered, some hundred bytes each.
    private static let most = 16_384

    /// Whoever is named in an article beside the names of a block, and its outlet.
    func companions(in article: Int64, besides block: String, _ db: Database) throws -> [PersonBlock.Companion] {
        let entries = try known.withLock { $0[article] } ?? read(article, db)
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
        try db.forEachRow(
            """
            SELECT folded, class, kind, block FROM appearance JOIN name ON name.id = appearance.name
            WHERE article = ? AND class < 2
            """, article
        ) { row in
            // Whoever of its bearers it is about.
            let hash = row.bytes(0) { Self.hash(of: $0.prefix { $0 != UInt8(ascii: "#") }, class: row.number(1)) }
            entries.append(
                Entry(
                    companion: PersonBlock.Companion(hash: hash, isTelling: !places.contains(row.number(2))),
                    block: row.bytes(3) { Hash($0).value }))
        }
        try db.forEachRow("SELECT source FROM article WHERE id = ? AND source IS NOT NULL", article) { row in
            var outlet = Hash("outlet ".utf8)
            row.bytes(0) { outlet.combine($0) }
            entries.append(
                Entry(companion: PersonBlock.Companion(hash: outlet.value, isTelling: false), block: Hash().value))
        }
        known.withLock { [entries] known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[article] = entries
        }
        return entries
    }

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
