import GRDB
import Query

/// Conditions that words begin with one or two letters, or that none does, as the table of beginnings answers them.
struct BeginningCheck {
    fileprivate let db: Database
    private let lookup = RepeatedStatement("SELECT words FROM beginning WHERE article = ?")
    private var wanted: [Int] = []
    private var forbidden: [Int] = []

    /// So many rows are read at a time by whoever walks.
    fileprivate static let stride = 512
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
    func walk(_ numbers: ClosedRange<Int64>) -> Walk {
        Walk(check: self, next: numbers.lowerBound, last: numbers.upperBound)
    }

    /// Gives articles one after the other, each when it is asked for.
    struct Walk {
        fileprivate let check: BeginningCheck
        /// Where the next rows begin, and where the last may be.
        fileprivate var next: Int64
        fileprivate let last: Int64
        private var read: ArraySlice<Int64> = []
        private var isAtEnd = false

        fileprivate init(check: BeginningCheck, next: Int64, last: Int64) {
            (self.check, self.next, self.last) = (check, next, last)
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
            try check.db.forEachRow(
                "SELECT article, words FROM beginning WHERE article BETWEEN ? AND ? ORDER BY article LIMIT ?", next, last,
                BeginningCheck.stride
            ) { row in
                end = row.number(0)
                count += 1
                if row.bytes(1, { check.isMet(by: $0) }) { met.append(end) }
            }
            read = met[...]
            isAtEnd = count < BeginningCheck.stride || end >= last
            if !isAtEnd { next = end + 1 }
        }
    }

    fileprivate func isMet(by words: UnsafeRawBufferPointer) -> Bool {
        guard words.count == WordBeginnings.size else { return false }
        func has(_ bit: Int) -> Bool { words[bit >> 3] >> UInt8(bit & 7) & 1 == 1 }
        return wanted.allSatisfy(has) && !forbidden.contains(where: has)
    }
}
