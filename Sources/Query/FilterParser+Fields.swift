extension FilterParser {
    mutating func field(_ name: String, _ token: FilterToken) throws(FilterError) -> Condition? {
        let name = name.lowercased()
        guard let field = FieldName(name) else {
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count, "no field is called “\(name)”",
                expected: FieldName.listing + " — or quotation marks around the words",
                suggestion: nearest(to: name, among: FieldName.all.map(\.name)).map { $0 + ":" })
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
        case .saved(let name): written = Words("@" + name, isPrefix: true)
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
            var problem = DateSpan.ParsingProblem.unknown
            do throws(DateSpan.ParsingProblem) { return .published(try DateSpan(parsing: written.text)) } catch {
                problem = error
            }
            if isUnfinished(at: range.upperBound), DateSpan.isBegun(written.text) {
                return DateSpan(begun: written.text).map { .published($0) }
            }
            if problem == .endsBeforeItBegins {
                throw FilterError(
                    at: range.lowerBound, length: range.count, "“\(written.text)” ends before it begins",
                    expected: "the earlier date first")
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
            expected: field.expected,
            suggestion: nearest(to: written.text, among: field.values.map(\.value)).map { "\(name):\($0)" })
    }

    private func begins(_ word: String, _ all: [String], _ range: Range<Int>) -> Bool {
        isUnfinished(at: range.upperBound) && all.contains { $0.hasPrefix(word.lowercased()) }
    }
}

extension FilterParser {
    /// The condition of a saved filter, read as if it stood in brackets here.
    mutating func savedFilter(_ name: String, _ token: FilterToken) throws(FilterError) -> Condition? {
        guard let text = saved.text(of: name) else {
            let names = saved.entries.map(\.name)
            let isBegun = names.contains { $0.lowercased().hasPrefix(name.lowercased()) }
            if isBegun, isUnfinished(at: token.range.upperBound) { return nil }
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count, "no filter is saved as “@\(name)”",
                expected: names.isEmpty
                    ? "a filter that was saved before — or quotation marks around the word"
                    : names.map { "@" + $0 }.joined(separator: " ") + " — or quotation marks around the word",
                suggestion: nearest(to: name, among: names).map { "@" + $0 })
        }
        guard !path.contains(name.lowercased()), expansions < 100, depth + depthBefore < 100 else {
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count,
                path.contains(name.lowercased())
                    ? "“@\(name)” stands for itself" : "too many saved filters stand in each other",
                expected: "filters that stand on others in no circle")
        }
        var inner = FilterParser(text, isLenient: false, saved: saved)
        inner.path = path + [name.lowercased()]
        inner.expansions = expansions + 1
        inner.depthBefore = depth + depthBefore + 1
        let filter: Filter
        do throws(FilterError) {
            filter = try inner.filter()
        } catch {
            throw FilterError(
                at: token.range.lowerBound, length: token.range.count, "in “@\(name)”: \(error.problem)",
                expected: error.expected, suggestion: error.suggestion)
        }
        expansions = inner.expansions
        if depth == 0 { savedOrder = filter.order ?? savedOrder }
        return filter.condition
    }
}

extension FilterToken {
    /// Whether it can stand after a field's colon.
    var isValue: Bool {
        switch kind {
        case .word, .phrase, .not, .saved: true
        case .open, .close, .or, .and, .field: false
        }
    }
}
