import DocumentModel
import Foundation
import GRDB

/// Finds near-copies among articles, and keeps which story each belongs to.
///
/// The articles that share a key of their sketches lie side by side in an order of their own; each is compared with its nearest
/// neighbours there, by signature and then by the texts. Which pairs are compared, and so the outcome, depends on the articles
/// and not on the order in which they came; the cost of an article does not grow with the library, however common its
/// words. Stories are the groups that copies connect; an article that joins two others, which have nothing in common, is of the
/// story that it has more of.
struct StoryWriter {
    private let db: Database
    private var keys: SketchKeys
    /// Articles whose copies changed.
    private var changed: Set<Int64> = []
    private var texts: [Int64: ComparedText] = [:]
    private var outcomes: [Pair: Bool] = [:]

    private struct Pair: Hashable {
        var one: Int64
        var other: Int64
        init(_ one: Int64, _ other: Int64) { (self.one, self.other) = (min(one, other), max(one, other)) }
    }

    /// How many neighbours an article is compared with on either side, for each key.
    private static let reach = 2
    /// What part of the smaller text must be in the larger by the signatures for the texts to be read, in hundredths: they are
    /// rough.
    private static let likely = 30
    /// Stories of more articles are not looked through for articles that join two.
    private static let mostLooked = 64

    init(_ db: Database) {
        self.db = db
        keys = SketchKeys(db)
    }

    // MARK: Articles come and go

    /// Compares a new article with those there are.
    mutating func add(_ number: Int64, _ sketch: TextSketch) throws {
        guard sketch.size > 0 else { return }
        try db.run(
            "INSERT INTO sketch (article, size, signature) VALUES (?, ?, ?)",
            number, sketch.size, sketch.signature)
        let identity = try identity(number)
        for key in sketch.keys {
            let place = Self.place(identity, key)
            let (before, after) = try keys.neighbours(key, place, number, reach: Self.reach)
            // Those it comes between are no longer so near each other.
            for (left, right) in Self.parted(before, after) { try count(-1, left, right) }
            for other in before + after where try isCopy(number, other) { try count(1, number, other) }
            try keys.insert(key, place, number)
        }
    }

    /// Takes an article out; to be called while its text is still there.
    mutating func remove(_ number: Int64) throws {
        guard let article = try article(number) else { return }
        let sketch = TextSketch(article)
        let identity = try identity(number)
        for key in sketch.keys {
            let place = Self.place(identity, key)
            try keys.remove(key, place, number)
            let (before, after) = try keys.neighbours(key, place, number, reach: Self.reach)
            for (left, right) in Self.parted(before, after) where try isCopy(left, right) { try count(1, left, right) }
        }
        changed.formUnion(try copies(of: number))
        try db.run("DELETE FROM copy WHERE article = ?1", number)
        for other in changed { try db.run("DELETE FROM copy WHERE article = ? AND other = ?", other, number) }
        try db.run("DELETE FROM sketch WHERE article = ?", number)
        try db.run("DELETE FROM story WHERE article = ?", number)
        changed.remove(number)
        texts[number] = nil
        outcomes = outcomes.filter { $0.key.one != number && $0.key.other != number }
    }

    private static func place(_ identity: UInt64, _ key: Int64) -> Int64 {
        Int64(ComparedText.mixed(identity ^ UInt64(bitPattern: key)) >> 32)
    }

    private func identity(_ number: Int64) throws -> UInt64 {
        var identity: UInt64 = 0
        try db.forEachRow("SELECT identity FROM article WHERE id = ?", number) { row in
            identity = row.bytes(0) { $0.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
        }
        return identity
    }

    /// Pairs that are just near enough, and no longer so with one more between.
    private static func parted(_ before: [Int64], _ after: [Int64]) -> [(Int64, Int64)] {
        before.indices.compactMap { index in
            let other = reach - 1 - index
            return after.indices.contains(other) ? (before[index], after[other]) : nil
        }
    }

    // MARK: Comparing

    private mutating func isCopy(_ one: Int64, _ other: Int64) throws -> Bool {
        let pair = Pair(one, other)
        if let known = outcomes[pair] { return known }
        let (first, second) = (try signature(one), try signature(other))
        var outcome = TextSketch.likeness(first, second) >= Self.likely
        if outcome, let own = try text(one), let others = try text(other) { outcome = own.isCopy(of: others) }
        outcomes[pair] = outcome
        return outcome
    }

    private func signature(_ number: Int64) throws -> (signature: [UInt8], size: Int) {
        var signature: (signature: [UInt8], size: Int) = ([], 0)
        try db.forEachRow("SELECT signature, size FROM sketch WHERE article = ?", number) { row in
            signature = (row.bytes(0) { Array($0) }, Int(row.number(1)))
        }
        return signature
    }

    private mutating func text(_ number: Int64) throws -> ComparedText? {
        if let known = texts[number] { return known }
        guard let article = try article(number) else { return nil }
        let text = ComparedText(article)
        texts[number] = text
        return text
    }

    /// An article as it is stored; nil when there is none.
    func article(_ number: Int64) throws -> Article? { try ArticleWriter.stored(number, db)?.article }

    /// A key more or less brings two copies side by side.
    private mutating func count(_ change: Int, _ one: Int64, _ other: Int64) throws {
        let known = try db.number("SELECT keys FROM copy WHERE article = ? AND other = ?", one, other).map { Int($0) }
        guard known != nil || change > 0 else { return }
        for (article, other) in [(one, other), (other, one)] {
            try db.run(
                """
                INSERT INTO copy (article, other, keys) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET keys = keys + ?3
                """, article, other, change)
            if let known, known + change <= 0 {
                try db.run("DELETE FROM copy WHERE article = ? AND other = ?", article, other)
            }
        }
        if known == nil || (known ?? 0) + change <= 0 { changed.formUnion([one, other]) }
    }

    private func copies(of number: Int64) throws -> [Int64] {
        try db.numbers("SELECT other FROM copy WHERE article = ?", number)
    }

    // MARK: Stories

    /// Gives all whose copies changed their stories.
    mutating func close() throws {
        try keys.close()
        guard !changed.isEmpty else { return }
        var waiting = changed
        // Whoever was of one story may be of two now.
        let own = try db.cachedStatement(sql: "SELECT story FROM story WHERE article = ?")
        let stories = Set(try changed.compactMap { try Int64.fetchOne(own, arguments: [$0]) })
        let members = try db.cachedStatement(sql: "SELECT article FROM story WHERE story = ?")
        for story in stories { waiting.formUnion(try Int64.fetchAll(members, arguments: [story])) }
        var seen: Set<Int64> = []
        for start in waiting.sorted() where !seen.contains(start) {
            var graph: [Int64: [Int64]] = [:]
            var open = [start]
            while let number = open.popLast() {
                guard graph[number] == nil else { continue }
                let others = try copies(of: number)
                graph[number] = others
                open += others.filter { graph[$0] == nil }
            }
            seen.formUnion(graph.keys)
            for story in try self.stories(of: graph) {
                guard story.count > 1, let first = story.min() else {
                    for number in story { try db.run("DELETE FROM story WHERE article = ?", number) }
                    continue
                }
                for number in story.sorted() {
                    try db.run(
                        """
                        INSERT INTO story (article, story) VALUES (?1, ?2)
                        ON CONFLICT DO UPDATE SET story = ?2 WHERE story <> ?2
                        """, number, first)
                }
            }
        }
        (changed, texts, outcomes) = ([], [:], [:])
    }

    /// The groups that copies connect, once articles that join two stories are of one of them alone.
    private mutating func stories(of graph: [Int64: [Int64]]) throws -> [Set<Int64>] {
        guard graph.count > 2, graph.count <= Self.mostLooked else { return [Set(graph.keys)] }
        var graph = graph
        var order: [(identity: UInt64, number: Int64)] = []
        for number in graph.keys.sorted() { order.append((try identity(number), number)) }
        for (_, number) in order.sorted(by: { $0 < $1 }) {
            let parts = Self.groups(of: graph.filter { $0.key != number }.mapValues { $0.filter { $0 != number } })
                .compactMap { part in (graph[number] ?? []).filter(part.contains) }.filter { !$0.isEmpty }
            guard parts.count > 1, try joins(number, parts) else { continue }
            // It keeps the copies that it has most in common with.
            guard let own = try text(number) else { continue }
            var best: (shared: Int, identity: UInt64, part: [Int64])?
            for part in parts {
                for other in part {
                    let shared = try text(other)?.shared(with: own).count ?? 0
                    let one = (shared, try identity(other), part)
                    if let known = best, (known.shared, ~known.identity) >= (one.0, ~one.1) { continue }
                    best = one
                }
            }
            let kept = Set(best?.part ?? [])
            for other in graph[number] ?? [] where !kept.contains(other) { graph[other]?.removeAll { $0 == number } }
            graph[number] = graph[number]?.filter(kept.contains)
        }
        return Self.groups(of: graph)
    }

    /// Whether an article is longer than its copies, and what it shares with one part is not what it shares with another.
    private mutating func joins(_ number: Int64, _ parts: [[Int64]]) throws -> Bool {
        guard let own = try text(number) else { return false }
        var shares: [Set<UInt64>] = []
        for part in parts {
            var share: Set<UInt64> = []
            for other in part {
                guard let text = try text(other), text.runs.count < own.runs.count else { return false }
                share.formUnion(text.shared(with: own))
            }
            shares.append(share)
        }
        for (index, one) in shares.enumerated() {
            for other in shares[..<index] where one.intersection(other).count * 4 > min(one.count, other.count) {
                return false
            }
        }
        return true
    }

    private static func groups(of graph: [Int64: [Int64]]) -> [Set<Int64>] {
        var seen: Set<Int64> = []
        var groups: [Set<Int64>] = []
        for start in graph.keys.sorted() where !seen.contains(start) {
            var group: Set<Int64> = []
            var open = [start]
            while let number = open.popLast() {
                guard group.insert(number).inserted else { continue }
                open += (graph[number] ?? []).filter { !group.contains($0) }
            }
            seen.formUnion(group)
            groups.append(group)
        }
        return groups
    }
}
