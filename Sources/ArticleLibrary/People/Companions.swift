import DocumentModel
import GRDB

/// Who and what stands in articles, remembered for as long as nobody changes them: an article is asked for by each of the
/// blocks that its people belong to.
final class Companions {
    private struct Entry {
        var companion: PersonBlock.Companion
        /// The block of a person's name; empty for others.
        var block: String
    }

    private var known: [Int64: [Entry]] = [:]
    /// So many articles are remembered, some hundred bytes each.
    private static let most = 16_384

    /// Whoever is named in an article beside the names of a block, and its outlet.
    func companions(in article: Int64, besides block: String, _ db: Database) throws -> [PersonBlock.Companion] {
        let entries = try known[article] ?? read(article, db)
        return entries.compactMap { $0.block == block && !block.isEmpty ? nil : $0.companion }
    }

    private func read(_ article: Int64, _ db: Database) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT name.folded, name.class, kind, block FROM appearance JOIN name ON name.id = appearance.name
                WHERE article = ? AND class < 2
                """)
        var entries: [Entry] = []
        let rows = try Row.fetchCursor(statement, arguments: [article])
        while let row = try rows.next() {
            let kind =
                ArticleRecord.entityKinds.indices.contains(row[2]) ? ArticleRecord.entityKinds[row[2]] : .organisation
            let isPlace = kind == .location || kind == .facility
            entries.append(
                Entry(
                    companion: Self.companion("\(row[1] as Int) \(PersonStore.spelling(row[0]))", isPlace ? 1 : 2),
                    block: row[3] ?? ""))
        }
        if let outlet: String = try db.row("SELECT source FROM article WHERE id = ?", [article])?[0] {
            entries.append(Entry(companion: Self.companion("outlet \(outlet)", 1), block: ""))
        }
        if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
        known[article] = entries
        return entries
    }

    private static func companion(_ name: String, _ weight: Int) -> PersonBlock.Companion {
        // FNV-1a.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return PersonBlock.Companion(hash: hash, weight: weight)
    }
}
