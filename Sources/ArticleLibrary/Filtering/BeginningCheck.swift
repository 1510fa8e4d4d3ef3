import GRDB
import Query

/// Conditions that words begin with one or two letters, or that none does, as the table of beginnings answers them.
struct BeginningCheck {
    fileprivate let db: Database
    private let lookup = RepeatedStatement("SELECT words FROM beginning WHERE article = ?")
    private var wanted: [Int] = []
    private var forbidden: [Int] = []

    /// So many rows are read first by whoever walks, then twice as many each time, up to so many.
    fileprivate static let (stride, longest) = (512, 8_192)
    /// For fewer articles each is looked up; that takes as long as walking past so many.
    private static let stepsOfLookup = 8

    /// Takes out of the parts what the table knows and the index would take long for, since many words begin so; nil where there is
    /// nothing such.
    init?(takingFrom parts: inout [Condition], _ db: Database) throws {
        self.db = db
        let words = IndexedWords(db: db)
        var others: [Condition] = []
        for part in parts {
            if let bit = WordBeginnings.bit(of: part), try !words.expanded(part).isQuick {
                wanted.append(bit)
            } else if let bit = WordBeginnings.bit(of: part.negated), try !words.expanded(part.negated).isQuick {
                forbidden.append(bit)
            } else {
                others.append(part)
            }
        }
        guard others.count < parts.count else { return nil }
        parts = others
    }

    /// So many articles, of a library of so many, are sooner looked up than all are walked past.
    func mostLookups(of total: Int) -> Int { total / Self.stepsOfLookup }

    /// Whether an article meets them. Takes a microsecond.
    func isMet(by article: Int64) throws -> Bool {
        var isMet = false
        try lookup.forEachRow(db, article) { row in
            isMet = row.bytes(0) { self.isMet(by: $0) }
        }
        return isMet
    }

    /// The articles that meet them of those that the index of words gives for this, in a library of so many; nil where these are too
    /// many to look each up, and when `isWanted`, which is asked now and then, says false.
    func articles(matching match: String, total: Int, isWanted: () -> Bool) throws -> NumberSet? {
        var found: [Int64] = []
        var walk = walk(1...Int64.max, matching: match, most: mostLookups(of: total))
        while let number = try walk.number() {
            found.append(number)
            if found.count & 0xFFF == 0, !isWanted() { return nil }
        }
        return walk.isCutShort ? nil : .these(found)
    }

    /// The articles of a set, in a library of so many, that meet them.
    ///
    /// - Parameter isWanted: asked now and then; once it says false the outcome is nil.
    func articles(of set: NumberSet, total: Int, isWanted: () -> Bool) throws -> NumberSet? {
        if case .these(let numbers) = set, numbers.count < mostLookups(of: total) {
            return .these(try numbers.filter { try isMet(by: $0) })
        }
        var found: [Int64] = []
        var walk = walk(1...Int64.max)
        while let number = try walk.number() {
            if set == .all || set.contains(number) { found.append(number) }
            if found.count & 0xFFF == 0, !isWanted() { return nil }
        }
        return .these(found)
    }

    /// The articles with these numbers that meet them, in order.
    ///
    /// - Parameters:
    ///   - match: only those that the index of words gives for this. Both are then read side by side, which takes a third of
    ///     looking each up.
    ///   - most: it ends after looking at so many.
    func walk(_ numbers: ClosedRange<Int64>, matching match: String? = nil, most: Int = .max) -> Walk {
        Walk(check: self, match: match, left: most, next: numbers.lowerBound, last: numbers.upperBound)
    }

    /// Gives articles one after the other, each when it is asked for.
    struct Walk {
        fileprivate let check: BeginningCheck
        fileprivate let match: String?
        /// So many more may be looked at.
        fileprivate var left: Int
        private var stride = BeginningCheck.stride
        /// Whether there may be others where it ended.
        private(set) var isCutShort = false
        /// Where the next rows begin, and where the last may be.
        fileprivate var next: Int64
        fileprivate let last: Int64
        private var read: ArraySlice<Int64> = []
        private var isAtEnd = false

        fileprivate init(check: BeginningCheck, match: String?, left: Int, next: Int64, last: Int64) {
            (self.check, self.match, self.left, self.next, self.last) = (check, match, left, next, last)
        }

        /// The next one; nil when there are no others.
        mutating func number() throws -> Int64? {
            while read.isEmpty, !isAtEnd { try readOn() }
            return read.popFirst()
        }

        private mutating func readOn() throws {
            var met: [Int64] = []
            var count = 0
            var end = next
            let limit = min(stride, left)
            func take(_ row: RawRow) {
                end = row.number(0)
                count += 1
                if row.bytes(1, { check.isMet(by: $0) }) { met.append(end) }
            }
            if let match {
                try check.db.forEachRow(
                    """
                    SELECT search.rowid, words FROM search CROSS JOIN beginning ON article = search.rowid
                    WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? ORDER BY search.rowid LIMIT ?
                    """, match, next, last, limit, body: take)
            } else {
                try check.db.forEachRow(
                    "SELECT article, words FROM beginning WHERE article BETWEEN ? AND ? ORDER BY article LIMIT ?", next,
                    last, limit, body: take)
            }
            read = met[...]
            isAtEnd = count < limit || end >= last
            guard !isAtEnd else { return }
            next = end + 1
            left -= count
            stride = min(stride * 2, BeginningCheck.longest)
            (isAtEnd, isCutShort) = (left == 0, left == 0)
        }
    }

    fileprivate func isMet(by words: UnsafeRawBufferPointer) -> Bool {
        guard words.count == WordBeginnings.size else { return false }
        func has(_ bit: Int) -> Bool { words[bit >> 3] >> UInt8(bit & 7) & 1 == 1 }
        return wanted.allSatisfy(has) && !forbidden.contains(where: has)
    }
}
