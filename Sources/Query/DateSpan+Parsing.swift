extension DateSpan {
    /// Why a text is no span.
    enum ParsingProblem: Error {
        case unknown
        case endsBeforeItBegins
    }

    /// The span that stands after `date:`.
    init(parsing text: String) throws(ParsingProblem) {
        if let period = CalendarPeriod(parsing: text) {
            self = .within(period)
        } else if text.hasPrefix(">="), let period = CalendarPeriod(parsing: text.dropFirst(2)) {
            self = .range(from: period, to: nil)
        } else if text.hasPrefix("<="), let period = CalendarPeriod(parsing: text.dropFirst(2)) {
            self = .range(from: nil, to: period)
        } else if text.hasPrefix(">"), let period = CalendarPeriod(parsing: text.dropFirst()) {
            self = .after(period)
        } else if text.hasPrefix("<"), let period = CalendarPeriod(parsing: text.dropFirst()) {
            self = .before(period)
        } else if let last = text.last, let unit = Unit(rawValue: last.lowercased()), text.utf8.count <= 5,
            text.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text.dropLast())
        {
            self = .last(count, unit)
        } else if let dots = text.rangeOfDots {
            let (before, after) = (text[..<dots.lowerBound], text[dots.upperBound...])
            let from = CalendarPeriod(parsing: before)
            let to = CalendarPeriod(parsing: after)
            guard from != nil || before.isEmpty, to != nil || after.isEmpty, from != nil || to != nil else {
                throw .unknown
            }
            if case .date(let from) = from, case .date(let to) = to, from.firstDay > to.lastDay {
                throw .endsBeforeItBegins
            }
            self = .range(from: from, to: to)
        } else {
            throw .unknown
        }
    }

    /// Whether more typing could make a span of it.
    static func isBegun(_ text: String) -> Bool {
        guard text.utf8.count <= 48 else { return false }
        let parts = text.rangeOfDots.map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text[...]]
        // What stands before the dots is finished.
        if parts.count > 1, !parts[0].isEmpty, CalendarPeriod(parsing: parts[0]) == nil { return false }
        guard let last = parts.last else { return false }
        let rest = last.drop { "<>=".contains($0) }.lowercased()
        if rest.allSatisfy({ "0123456789-.".contains($0) }) { return true }
        if rest.allSatisfy({ "0123456789- ,.".contains($0) || $0.isLetter }) {
            let words = rest.split { "-, .".contains($0) }
            // Numbers and one month's name, of which the last word may be only begun.
            let known = words.dropLast().allSatisfy { MonthName(parsing: $0) != nil || $0.allSatisfy(\.isNumber) }
            if known, let word = words.last {
                if word.allSatisfy(\.isNumber) { return true }
                if MonthName.all.contains(where: { $0.name.lowercased().hasPrefix(word) }) { return true }
            }
        }
        let joined = rest.split { $0 == " " }.joined(separator: "-")
        return DateWord.allCases.contains { $0.rawValue.hasPrefix(joined) }
    }

    /// The span that is already whole in one that is being typed: `2024-` is 2024, `2023..20` is from 2023 on.
    init?(begun text: String) {
        var text = Substring(text)
        while !text.isEmpty {
            if let span = try? DateSpan(parsing: String(text)) {
                self = span
                return
            }
            text.removeLast()
        }
        return nil
    }
}

extension String {
    /// Where the two dots of a range stand.
    var rangeOfDots: Range<Index>? {
        var start = startIndex
        while let first = self[start...].firstIndex(of: "."), index(after: first) < endIndex {
            if self[index(after: first)] == "." { return first..<index(first, offsetBy: 2) }
            start = index(after: first)
        }
        return nil
    }
}
