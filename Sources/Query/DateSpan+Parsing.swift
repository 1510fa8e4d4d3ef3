extension CalendarDate {
    /// `2024`, `2024-08` or `2024-08-18`; nil for anything else, and for days that no calendar has.
    init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 })
        else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part) else {
                return nil
            }
            numbers.append(number)
        }
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }
}

extension DateSpan {
    /// The span that stands after `date:`; nil when it is none.
    init?(parsing text: String) {
        if let date = CalendarDate(parsing: text) {
            self = .within(date)
        } else if text.hasPrefix(">"), let date = CalendarDate(parsing: text.dropFirst()) {
            self = .after(date)
        } else if text.hasPrefix("<"), let date = CalendarDate(parsing: text.dropFirst()) {
            self = .before(date)
        } else if text.hasPrefix(">="), let date = CalendarDate(parsing: text.dropFirst(2)) {
            self = .range(from: date, to: nil)
        } else if text.hasPrefix("<="), let date = CalendarDate(parsing: text.dropFirst(2)) {
            self = .range(from: nil, to: date)
        } else if let last = text.last, let unit = Unit(rawValue: last.lowercased()), text.utf8.count <= 5,
            text.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text.dropLast())
        {
            self = .last(count, unit)
        } else if let dots = text.firstRange(ofDots: ()) {
            let (before, after) = (text[..<dots.lowerBound], text[dots.upperBound...])
            let from = CalendarDate(parsing: before)
            let to = CalendarDate(parsing: after)
            guard from != nil || before.isEmpty, to != nil || after.isEmpty, from != nil || to != nil else { return nil }
            if let from, let to, from.firstDay > to.lastDay { return nil }
            self = .range(from: from, to: to)
        } else {
            return nil
        }
    }

    /// Whether more typing could make a span of it.
    static func isBegun(_ text: String) -> Bool {
        text.utf8.count <= 24 && text.allSatisfy { "0123456789-.<>=".contains($0) }
    }

    /// The span that is already whole in one that is being typed: `2024-` is 2024, `2023..20` is from 2023 on.
    init?(begun text: String) {
        var text = Substring(text)
        while !text.isEmpty {
            if let span = DateSpan(parsing: String(text)) {
                self = span
                return
            }
            text.removeLast()
        }
        return nil
    }
}

extension String {
    fileprivate func firstRange(ofDots: Void) -> Range<Index>? {
        guard let first = firstIndex(of: "."), index(after: first) < endIndex, self[index(after: first)] == "." else {
            return nil
        }
        return first..<index(first, offsetBy: 2)
    }
}
