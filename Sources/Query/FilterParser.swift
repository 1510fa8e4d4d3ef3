extension Filter {
    /// The filter that `text` describes: see PRODUCT's filter language.
    ///
    /// - Parameter whileTyping: what is unfinished at the very end (`person:`, `"peace ta`, `date:20`, `is:un`, `(`, `-`,
    ///   `OR`) is then understood as far as it goes instead of being a mistake, so that a list can narrow with every key.
    /// - Parameter saved: the filters that `@name` stands for.
    public init(
        parsing text: String, whileTyping: Bool = false, saved: SavedFilters = .none
    ) throws(FilterError) {
        var parser = FilterParser(text, isLenient: whileTyping, saved: saved)
        self = try parser.filter()
    }
}

/// A recursive-descent parser: `or := and (OR and)*`, `and := not*`, `not := -not | ( or ) | field value | @name |
/// words`.
struct FilterParser {
    let text: String
    let tokens: [FilterToken]
    private let end: Int
    private let isLenient: Bool
    let saved: SavedFilters
    var index = 0
    var depth = 0
    var order: ListOrder?
    /// The order of a saved filter, for where no other is given.
    var savedOrder: ListOrder?
    /// The saved filters inside of which this one is read.
    var path: [String] = []
    /// How deep the place is where this filter is put in.
    var depthBefore = 0
    /// How many saved filters were put in, so that none grows beyond measure.
    var expansions = 0

    init(_ text: String, isLenient: Bool, saved: SavedFilters) {
        self.text = text
        tokens = FilterLexer.tokens(of: text)
        end = text.utf8.count
        self.isLenient = isLenient
        self.saved = saved
    }

    mutating func filter() throws(FilterError) -> Filter {
        let condition = try alternatives()
        if let token = current {
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count, "nothing is open that “)” could close",
                expected: "a word or a field")
        }
        return Filter(condition, order: order ?? savedOrder)
    }

    var current: FilterToken? { index < tokens.count ? tokens[index] : nil }

    /// Whether what ended at `offset` may still be unfinished: a person is typing right there.
    func isUnfinished(at offset: Int) -> Bool { isLenient && offset == end }

    static let operand = "a word, a “phrase”, a field or “(”"

    private mutating func alternatives() throws(FilterError) -> Condition? {
        var parts: [Condition] = []
        // What comes to nothing (a dash alone, an empty phrase) lets everything through, and so does what it is joined to.
        var isEverything = false
        var isFirst = true
        while true {
            let start = index
            let part = try conjunction()
            let isEmpty = index == start
            if isEmpty, current?.kind == .or || !isFirst, !(isLenient && current == nil) {
                let range = current?.range ?? end..<end
                throw FilterError(
                    at: range.lowerBound, length: range.count, "“OR” stands between two conditions",
                    expected: Self.operand)
            }
            if let part { parts.append(part) } else if !isEmpty { isEverything = true }
            guard current?.kind == .or else { break }
            index += 1
            isFirst = false
        }
        return isEverything && parts.count > 0 && !isFirst ? nil : .either(parts)
    }

    private mutating func conjunction() throws(FilterError) -> Condition? {
        var parts: [Condition] = []
        while let token = current, token.kind != .or, token.kind != .close {
            if token.kind == .and {
                index += 1
                if current == nil, isLenient { break }
                guard index > 1, let next = current, ![.or, .and, .close].contains(next.kind) else {
                    throw FilterError(
                        at: token.range.lowerBound, length: token.range.count, "“AND” stands between two conditions",
                        expected: Self.operand)
                }
                continue
            }
            if let part = try operand() { parts.append(part) }
        }
        return .joined(parts)
    }

    private mutating func operand() throws(FilterError) -> Condition? {
        guard let token = current else { return nil }
        index += 1
        switch token.kind {
        case .word(let word): return Self.words(.anywhere, Words(word, isPrefix: true))
        case .phrase: return Self.words(.anywhere, try phrase(token))
        case .field(let name): return try field(name, token)
        case .saved(let name): return try savedFilter(name, token)
        case .not: return try negation(token)
        case .open: return try group(token)
        case .close, .or, .and: return nil
        }
    }

    private mutating func negation(_ token: FilterToken) throws(FilterError) -> Condition? {
        guard let next = current, ![.or, .and, .close].contains(next.kind) else {
            if current == nil, isLenient { return nil }
            throw FilterError(
                at: token.range.upperBound, "nothing follows “\(text.utf8Slice(token.range))”", expected: Self.operand)
        }
        return try nested(token) { (parser) throws(FilterError) in try parser.operand() }?.negated
    }

    private mutating func group(_ token: FilterToken) throws(FilterError) -> Condition? {
        let start = index
        let inner = try nested(token) { (parser) throws(FilterError) in try parser.alternatives() }
        guard current?.kind == .close else {
            if isLenient { return inner }
            throw FilterError(at: end, "“(” is not closed", expected: "“)”")
        }
        if index == start {
            throw FilterError(at: tokens[index].range.lowerBound, "nothing stands in “()”", expected: Self.operand)
        }
        index += 1
        return inner
    }

    /// Runs a deeper level, up to a depth no person writes, so that no input exhausts the stack.
    private mutating func nested(
        _ token: FilterToken, _ body: (inout FilterParser) throws(FilterError) -> Condition?
    ) throws(FilterError) -> Condition? {
        guard depth + depthBefore < 100 else {
            throw FilterError(at: token.range.lowerBound, length: token.range.count, "too deep", expected: "fewer levels")
        }
        depth += 1
        let result = try body(&self)
        depth -= 1
        return result
    }

    func phrase(_ token: FilterToken) throws(FilterError) -> Words {
        guard case .phrase(let words, let isClosed, let isStarred) = token.kind else { return Words("", isPrefix: false) }
        if !isClosed, !isLenient {
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count, "the quotation mark is not closed",
                expected: "a closing quotation mark")
        }
        // While the phrase is being typed, its last word is only begun.
        return Words(words, isPrefix: isStarred || !isClosed)
    }

    /// Words to look for; nil where there is nothing to look for: a dash alone, an empty phrase.
    static func words(_ field: Field, _ words: Words) -> Condition? {
        TextFold.hasWords(words.text) ? .words(field, Words(words.text.trimmed, isPrefix: words.isPrefix)) : nil
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }

    func utf8Slice(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }
}
