import DocumentModel
import Foundation

/// Names found against names by hand: exact spans, micro F1. Types are folded as in the corpora's own scorer.
struct EntityScores {
    struct Count {
        var right = 0
        var found = 0
        var gold = 0
        var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
        var recall: Double { gold == 0 ? 0 : 100 * Double(right) / Double(gold) }
        /// Adds other counts.
        mutating func add(right: Int, found: Int, gold: Int) {
            self.right += right
            self.found += found
            self.gold += gold
        }

        var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    private static let folds = [
        "GPE": "LOC", "FAC": "LOC", "FACILITY": "LOC", "EVENT": "MISC", "WORK": "MISC", "LAW": "MISC", "PRODUCT": "MISC",
        "PER": "PERSON",
    ]
    private static let kept: Set = ["PERSON", "ORG", "LOC", "NORP", "MISC", "DATE", "MONEY"]
    private static let views: [(String, @Sendable (String) -> String?)] = [
        ("all", { $0 }), ("four", { $0 == "DATE" || $0 == "MONEY" ? nil : $0 == "NORP" ? "MISC" : $0 }),
        ("core", { ["PERSON", "ORG", "LOC", "NORP"].contains($0) ? $0 : nil }), ("spans", { _ in "x" }),
    ]

    private(set) var counts: [String: Count] = [:]

    mutating func add(_ document: EntityCorpus.Document, _ names: [EntityCorpus.GoldName]) {
        let gold = Self.folded(document.names, document.article.text)
        let found = Self.folded(names, document.article.text)
        for (view, fold) in Self.views {
            let one = Set(
                gold.compactMap { name in fold(name.type).map { EntityCorpus.GoldName(range: name.range, type: $0) } })
            let other = Set(
                found.compactMap { name in fold(name.type).map { EntityCorpus.GoldName(range: name.range, type: $0) } })
            let right = one.intersection(other)
            counts[view, default: Count()].add(right: right.count, found: other.count, gold: one.count)
            guard view == "all" else { continue }
            for name in one { counts[name.type, default: Count()].gold += 1 }
            for name in other { counts[name.type, default: Count()].found += 1 }
            for name in right { counts[name.type, default: Count()].right += 1 }
        }
    }

    private static func folded(_ names: [EntityCorpus.GoldName], _ text: String) -> Set<EntityCorpus.GoldName> {
        let bytes = Array(text.utf8)
        var result: Set<EntityCorpus.GoldName> = []
        for name in names {
            let type = folds[name.type] ?? name.type
            guard kept.contains(type) else { continue }
            var range = name.range
            while let first = range.first, bytes[first] <= 0x20 { range = first + 1..<range.upperBound }
            while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
            for tail in ["'s", "’s"] where bytes[range].suffix(tail.utf8.count).elementsEqual(tail.utf8) {
                // As the scorer does it: two code points.
                range = range.lowerBound..<range.upperBound - tail.utf8.count
            }
            if !range.isEmpty { result.insert(.init(range: range, type: type)) }
        }
        return result
    }

    /// The views, then the types.
    private static let rows = [
        "all", "four", "core", "spans", "PERSON", "ORG", "LOC", "NORP", "MISC", "DATE", "MONEY",
    ]

    /// F1 by view and type, in percent.
    var figures: [(name: String, value: Double)] { Self.rows.map { ("\($0) F1", counts[$0]?.f1 ?? 0) } }
}
