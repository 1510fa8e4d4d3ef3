import Foundation
import GRDB
import Query

/// Finds the first articles of a list in the order of dates without finding them all, where that is quicker.
///
/// The index of words gives articles in their order, the first of them at once. What it would have to put together
/// beforehand (the beginnings of many words), and what other indexes know, is looked at article by article, for as many as can be
/// looked at meanwhile: if many articles meet the filter, the first of them are soon found; if few do, finding all is quick.
struct FirstRows {
    let db: Database
    let today: Day
    /// How many articles there are.
    let total: Int

    /// So many articles are looked at by their words, some hundredths of a millisecond each.
    private static let mostRead = 240
    /// So many where those that are left have what is looked for, and only must not have something else.
    private static let mostReadForAbsence = 600
    /// After so many of them the words that stood in their way are left out by the index, and again after twice as many.
    private static let firstRound = 24
    /// So many words are left out at a time.
    private static let mostLeftOut = 24
    /// So many numbers are looked up in a set.
    private static let mostLookedUp = 20_000
    /// After so many looks it is asked whether enough of them were hits.
    private static let trial = 32
    /// Looking at an article's words takes as long as so many steps along the list of a word.
    private static let stepsOfReading = 100

    init(db: Database, today: Day, total: Int) {
        self.db = db
        self.today = today
        self.total = total
    }

    /// The first articles that meet the condition, at least `wanted` of them or all there are; nil where finding them is no
    /// quicker than finding all.
    func articles(_ condition: Condition, atLeast wanted: Int) throws -> [Int64]? {
        var parts: [Condition] = if case .all(let parts) = condition { parts } else { [condition] }
        let span = try takeDates(&parts)
        // What words alone decide, be it that some are not there.
        let (indexed, others) = parts.parted { IndexQuery.match($0) != nil || IndexQuery.match($0.negated) != nil }
        if parts.isEmpty { return try Candidates(numbers(nil, span), span, db).first(wanted) { _ in true }.numbers }
        var looked = indexed
        let check = try BeginningCheck(takingFrom: &looked, db)
        // Nothing that an index could begin with.
        if check == nil, Condition.joined(indexed).flatMap(IndexQuery.match) == nil { return nil }
        let set = try FilterEvaluation(db: db, today: today).articles(withoutIndex: others)
        func isCandidate(_ number: Int64) throws -> Bool { try set.contains(number) && check?.isMet(by: number) ?? true }
        if looked.isEmpty, let check { return try first(wanted, of: set, meeting: check, span) }
        let words = IndexedWords(db: db)
        var (quick, slow) = try looked.map { try words.expanded($0) }.parted(by: \.isQuick)
        // Whatever begins so is absent only where the word itself is.
        let absent = slow.compactMap { $0.condition.withoutBeginnings }
        let match = Condition.joined(quick.map(\.condition) + (quick.isEmpty ? [] : absent)).flatMap(IndexQuery.match)
        if match == nil { (quick, slow) = ([], quick + slow) }
        if slow.isEmpty, let match {
            if case .these(let these) = set, isReadSooner(these.count, wanted) {
                return try read(these, indexed, span, wanted, isAll: true)
            }
            // Of more it is as quick to find all.
            if set == .all, let check {
                var walk = check.walk(span.numbers, matching: match, most: check.mostLookups(of: total))
                let found = try Candidates({ try walk.number() }, span, db, most: .max).first(wanted) { _ in true }
                return found.numbers.count >= wanted || !walk.isCutShort ? found.numbers : nil
            }
            let most = set == .all ? .max : Self.mostLookedUp
            let found = try Candidates(numbers(match, span), span, db, most: most).first(wanted, where: isCandidate)
            return found.isEnough(wanted) ? found.numbers : nil
        }
        if match == nil, case .these(let these) = set {
            return try read(these, indexed, span, wanted, isAll: these.count <= Self.mostRead)
        }
        if match != nil, absent.count == slow.count {
            return try lacking(slow.map(\.condition), quick.map(\.condition) + absent, isCandidate, span, wanted)
        }
        let rest = Condition.joined(slow.map(\.condition)) ?? condition
        let candidates = Candidates(try numbers(match, span), span, db, mostLooks: Self.mostRead)
        let found = try candidates.first(wanted) { number in
            guard try isCandidate(number) else { return nil }
            return try self.words(of: number)?.meet(rest) ?? false
        }
        return found.isEnough(wanted) ? found.numbers : nil
    }

    /// The first of a set that have words which begin as they should, where nothing else is asked of words.
    private func first(
        _ wanted: Int, of set: NumberSet, meeting check: BeginningCheck, _ span: Span
    ) throws -> [Int64]? {
        guard case .these(let these) = set else {
            var walk = check.walk(span.numbers)
            return try Candidates({ try walk.number() }, span, db, most: .max).first(wanted) { set.contains($0) }.numbers
        }
        var left = these[these.firstSorted(notBelow: span.numbers.lowerBound)...]
        let found = try Candidates({ left.popFirst() }, span, db).first(wanted) { try check.isMet(by: $0) }
        return found.isEnough(wanted) ? found.numbers : nil
    }

    /// The first articles that the index of words gives and in which no words begin as these conditions forbid. What is found to
    /// begin so the index leaves out from there on: a few words that are in many articles stand in the way of most.
    private func lacking(
        _ forbidden: [Condition], _ given: [Condition], _ isCandidate: (Int64) throws -> Bool, _ span: Span, _ wanted: Int
    ) throws -> [Int64]? {
        var (given, span) = (given, span)
        var found: [Int64] = []
        var (looks, most) = (0, Self.firstRound)
        while looks < Self.mostReadForAbsence {
            guard let match = Condition.joined(given).flatMap(IndexQuery.match) else { return nil }
            var last = span.numbers.upperBound
            var met = Array(repeating: [String: Int](), count: forbidden.count)
            let candidates = Candidates(try numbers(match, span), span, db, mostLooks: most, trial: .max)
            let round = try candidates.first(wanted - found.count) { number in
                last = number
                guard try isCandidate(number) else { return nil }
                guard let words = try self.words(of: number) else { return false }
                let isMet = forbidden.allSatisfy { words.meet($0) }
                if !isMet {
                    for (index, condition) in forbidden.enumerated() {
                        for word in words.beginnings(forbiddenBy: condition) { met[index][word, default: 0] += 1 }
                    }
                }
                return isMet
            }
            found += round.numbers
            if round.isAll || found.count >= wanted { return found }
            guard last < span.numbers.upperBound else { return found }
            span.numbers = last + 1...span.numbers.upperBound
            (looks, most) = (looks + most, most * 2)
            for (condition, words) in zip(forbidden, met) {
                guard case .not(.words(let field, _)) = condition else { continue }
                let frequent = words.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                given += frequent.prefix(Self.mostLeftOut).map { .not(.words(field, Words($0.key, isPrefix: false))) }
            }
        }
        return nil
    }

    /// Whether looking at the words of all of so many is quicker than following a word's list until enough of them have come.
    private func isReadSooner(_ count: Int, _ wanted: Int) -> Bool {
        count <= Self.mostRead && count * Self.stepsOfReading * count < wanted * total
    }

    /// Those of these articles that have the words.
    private func read(
        _ numbers: [Int64], _ words: [Condition], _ span: Span, _ wanted: Int, isAll: Bool
    ) throws -> [Int64]? {
        guard let rest = Condition.joined(words) else { return nil }
        var left = numbers[numbers.firstSorted(notBelow: span.numbers.lowerBound)...]
        let candidates = Candidates({ left.popFirst() }, span, db, mostLooks: isAll ? .max : Self.mostRead)
        let found = try candidates.first(wanted) { try self.words(of: $0)?.meet(rest) ?? false }
        return found.isEnough(wanted) || isAll ? found.numbers : nil
    }

    /// Takes the dates out of the parts; gives the days, and the numbers that articles of these days have.
    private func takeDates(_ parts: inout [Condition]) throws -> Span {
        var span = Span(numbers: 1...Int64.max, days: nil)
        for part in parts {
            guard case .published(let dates) = part else { continue }
            let (first, last) = dates.days(today: today)
            let numbers = try ArticleNumbers.span(first: first?.rawValue, last: last?.rawValue, db)
            let days = (first?.rawValue ?? .min)...(last?.rawValue ?? .max)
            span.numbers = span.numbers.clamped(to: numbers)
            span.days = span.days.map { $0.clamped(to: days) } ?? days
        }
        parts.removeAll { if case .published = $0 { true } else { false } }
        return span
    }

    /// Days, and the numbers among which their articles are.
    private struct Span {
        var numbers: ClosedRange<Int64>
        var days: ClosedRange<Int>?
    }

    /// The articles that the index of words names, or that there are, one after the other.
    private func numbers(_ match: String?, _ span: Span) throws -> () throws -> Int64? {
        let (table, condition) = match == nil ? ("article", "?1 IS NULL") : ("search", "search MATCH ?1")
        let cursor = try Int64.fetchCursor(
            db.cachedStatement(
                sql: "SELECT rowid FROM \(table) WHERE \(condition) AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid"),
            arguments: [match, span.numbers.lowerBound, span.numbers.upperBound])
        return { try cursor.next() }
    }

    /// Articles that may be the first of a list, in their order.
    private struct Candidates {
        private let next: () throws -> Int64?
        private let span: Span
        private let db: Database
        private let most: Int
        private let mostLooks: Int
        private let trial: Int

        /// What was found among them.
        struct Found {
            var numbers: [Int64] = []
            /// Whether there are no others.
            var isAll = false

            func isEnough(_ wanted: Int) -> Bool { isAll || numbers.count >= wanted }
        }

        /// - Parameters:
        ///   - most: So many are taken.
        ///   - mostLooks: So many are looked at, and fewer where few of the first are hits.
        ///   - trial: After so many looks it is asked whether they are.
        init(
            _ next: @escaping () throws -> Int64?, _ span: Span, _ db: Database, most: Int = FirstRows.mostLookedUp,
            mostLooks: Int = .max, trial: Int = FirstRows.trial
        ) {
            (self.next, self.span, self.db) = (next, span, db)
            (self.most, self.mostLooks, self.trial) = (most, mostLooks, trial)
        }

        /// The first that are as wanted, which is nil where no look was needed to tell that one is not.
        func first(_ wanted: Int, where isWanted: (Int64) throws -> Bool?) throws -> Found {
            var found = Found()
            var (count, looks) = (0, 0)
            while found.numbers.count < wanted, count < most, looks < mostLooks {
                guard let number = try next(), number <= span.numbers.upperBound else {
                    found.isAll = true
                    break
                }
                count += 1
                guard let isHit = try isWanted(number) else { continue }
                looks += 1
                if isHit, try span.days.map({ try isPublished(number, on: $0) }) ?? true { found.numbers.append(number) }
                // At this rate there will not be enough of them; half of it may be bad luck in the first looks.
                let isHopeless =
                    mostLooks < .max && looks >= trial && found.numbers.count * mostLooks * 2 < wanted * looks
                if isHopeless { break }
            }
            return found
        }

        private func isPublished(_ number: Int64, on days: ClosedRange<Int>) throws -> Bool {
            let statement = try db.cachedStatement(sql: "SELECT day FROM article WHERE id = ?")
            guard let day = try Int.fetchOne(statement, arguments: [number]) else { return false }
            return days.contains(day)
        }
    }

    private func words(of number: Int64) throws -> ArticleWords? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT title, text, source, author, tags FROM article JOIN content ON content.id = article.content
                WHERE article.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
        return ArticleWords(
            title: row[0],
            text: try row.unpackedText(atIndex: 1),
            source: row[2], author: row[3], tags: row[4])
    }
}

extension Condition {
    /// That the word itself is absent, where this says that all words are that begin so; nil for other conditions.
    fileprivate var withoutBeginnings: Condition? {
        guard case .not(.words(let field, let words)) = self, words.isPrefix else { return nil }
        return .not(.words(field, Words(words.text, isPrefix: false)))
    }
}
