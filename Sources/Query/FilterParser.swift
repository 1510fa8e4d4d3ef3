extension Filter {
    /// The filter that `text` describes: see PRODUCT's filter language.
    ///
    /// - Parameter whileTyping: what is unfinished at the very end (`person:`, `"peace ta`, `date:20`, `is:un`, `(`, `-`,
    ///   `OR`) is then understood as far as it goes instead of being a mistake, so that a list can narrow with every key.
    public init(parsing text: String, whileTyping: Bool = false) throws(FilterError) {
        var parser = FilterParser(text, isLenient: whileTyping)
        self = try parser.filter()
    }
}

/// A recursive-descent parser: `or := and (OR and)*`, `and := not*`, `not := -not | ( or ) | field value | words`.
struct FilterParser {
    private let text: String
    private let tokens: [FilterToken]
    private let end: Int
    private let isLenient: Bool
    private var index = 0
    private var depth = 0
    private var order: ListOrder?

    init(_ text: String, isLenient: Bool) {
        self.text = text
        tokens = FilterLexer.tokens(of: text)
        end = text.utf8.count
        self.isLenient = isLenient
    }

    mutating func filter() throws(FilterError) -> Filter {
        let condition = try alternatives()
        if let token = current {
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count, "nothing is open that “)” could close",
                expected: "a word or a field")
        }
        return Filter(condition, order: order)
    }

    private var current: FilterToken? { index < tokens.count ? tokens[index] : nil }

    /// Whether what ended at `offset` may still be unfinished: a person is typing right there.
    private func isUnfinished(at offset: Int) -> Bool { isLenient && offset == end }

    private static let operand = "a word, a “phrase”, a field or “(”"

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
        guard depth < 100 else {
            throw FilterError(at: token.range.lowerBound, length: token.range.count, "too deep", expected: "fewer levels")
        }
        depth += 1
        let result = try body(&self)
        depth -= 1
        return result
    }

    private func phrase(_ token: FilterToken) throws(FilterError) -> Words {
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
    private static func words(_ field: Field, _ words: Words) -> Condition? {
        TextFold.hasWords(words.text) ? .words(field, Words(words.text.trimmed, isPrefix: words.isPrefix)) : nil
    }

    // MARK: Fields

    private mutating func field(_ name: String, _ token: FilterToken) throws(FilterError) -> Condition? {
        let name = name.lowercased()
        guard let field = FieldName(name) else {
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count, "no field is called “\(name)”",
                expected: FieldName.listing + " — or quotation marks around the words")
        }
        guard let value = current, value.isAttached, value.isValue else {
            if isUnfinished(at: token.range.upperBound) { return nil }
            throw FilterError(at: token.range.upperBound, "nothing follows “\(name):”", expected: field.expected)
        }
        index += 1
        // A word goes on over marks of its own (`date:<2024`), never over white space.
        let written: Words
        switch value.kind {
        case .word(let word): written = Words(word, isPrefix: true)
        case .not:  // A reversed order: `sort:-date`.
            guard case .word(let word) = current?.kind, current?.isAttached == true else {
                if isUnfinished(at: value.range.upperBound) { return nil }
                throw FilterError(at: value.range.upperBound, "nothing follows “-”", expected: field.expected)
            }
            index += 1
            written = Words("-" + word, isPrefix: true)
        default: written = try phrase(value)
        }
        let range = value.range.lowerBound..<tokens[index - 1].range.upperBound
        switch field {
        case .words(let field): return Self.words(field, written)
        case .date:
            if let span = DateSpan(parsing: written.text) { return .published(span) }
            if isUnfinished(at: range.upperBound), DateSpan.isBegun(written.text) {
                return DateSpan(begun: written.text).map { .published($0) }
            }
        case .state:
            if let state = ReadingState(rawValue: written.text.lowercased()) { return .state(state) }
            if begins(written.text, ReadingState.allCases.map(\.rawValue), range) { return nil }
        case .has:
            if ["quote", "quotes"].contains(written.text.lowercased()) { return .hasQuotation }
            if begins(written.text, ["quote"], range) { return nil }
        case .sort:
            let isReversed = written.text.hasPrefix("-")
            let key = (isReversed ? String(written.text.dropFirst()) : written.text).lowercased()
            guard depth == 0 else {
                throw FilterError(
                    at: token.range.lowerBound, length: range.upperBound - token.range.lowerBound,
                    "an order holds for the whole list", expected: "“sort:” outside brackets and without “-” before it")
            }
            if let key = ListOrder.Key(rawValue: key) {
                order = ListOrder(key, isReversed: isReversed)
                return nil
            }
            if begins(key, ListOrder.Key.allCases.map(\.rawValue), range) { return nil }
        }
        throw FilterError(
            at: range.lowerBound, length: range.count, "“\(written.text)” is nothing that “\(name):” knows",
            expected: field.expected)
    }

    private func begins(_ word: String, _ all: [String], _ range: Range<Int>) -> Bool {
        isUnfinished(at: range.upperBound) && all.contains { $0.hasPrefix(word.lowercased()) }
    }
}

extension FilterToken {
    /// Whether it can stand after a field's colon.
    fileprivate var isValue: Bool {
        switch kind {
        case .word, .phrase, .not: true
        case .open, .close, .or, .and, .field: false
        }
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

    fileprivate func utf8Slice(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }
}
