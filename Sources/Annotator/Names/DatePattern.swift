import EnglishModel

/// A date of the calendar as it is written: where it ends and of which form it is.
struct DatePattern: Equatable {
    /// The forms that dates are written in.
    enum Form: UInt8, CaseIterable {
        /// *Tuesday*
        case weekday = 1
        /// *July*
        case month
        /// *May* and *March* after a preposition of time
        case shortMonth
        /// *2022*
        case year
        /// *2021-22*, *2021/22*
        case years
        /// *27.08.2022*, *Feb.25*, *3Q2022*
        case digits
        /// *July 5*, *July 5-7*; *July 5, 2022*
        case monthDay, monthDayYear
        /// *July 2022*; *July of 2022*
        case monthYear, monthOfYear
        /// *5 July*, *5th of July*; *5 July 2022*
        case dayMonth, dayMonthYear
        /// *July 5 to 7*, *5 and 7 July*, *28–31 July*, with a year or without
        case days
        /// *July 30 to August 2*
        case span
        /// *Tuesday, July 5*; *Tuesday 5 July 2022*
        case whole
    }

    var form: Form
    /// The token after it.
    var end: Int
}

extension DatePattern {
    /// The longest date that begins at a token and ends before another; nil where there is none. Constant.
    init?(in text: AnalysedText, at first: Int, before end: Int) {
        let reader = Reader(text: text, end: end)
        guard let found = reader.date(first) else { return nil }
        self = found
    }

    /// What dates are made of, read off tokens.
    private struct Reader {
        let text: AnalysedText
        let end: Int

        func date(_ first: Int) -> DatePattern? {
            let token = text.tokens[first]
            if token.classes.contains(.weekday), token.isCapital {
                guard !isName(first) else { return nil }
                let next = skippingComma(first + 1)
                if let more = day(next), more.form != .monthYear || next == first + 1 {
                    return DatePattern(form: .whole, end: more.end)
                }
                return DatePattern(form: .weekday, end: first + 1)
            }
            if let day = day(first) { return day }
            if isGlued(first) { return DatePattern(form: .digits, end: first + 1) }
            if isMonth(first) { return month(first) }
            guard token.kind == .number, !isAmount(first) else { return nil }
            if isYear(first), let past = laterYear(first) { return DatePattern(form: .years, end: past) }
            if isYear(first) {
                return DatePattern(form: text.bytes(of: first).count > 4 ? .years : .year, end: first + 1)
            }
            return nil
        }

        /// A date that has a day, or a month with its year.
        private func day(_ first: Int) -> DatePattern? {
            guard first < end else { return nil }
            if isMonth(first) { return monthFirst(first) }
            guard text.tokens[first].kind == .number else { return nil }
            if isDigits(first) { return DatePattern(form: .digits, end: first + 1) }
            guard isDay(first), !isAmount(first) else { return nil }
            var past = first + 1
            var isRange = false
            if let other = joined(past), isDay(other) {
                past = other + 1
                isRange = true
            }
            if past < end, text.token(past, is: "of") { past += 1 }
            guard past < end, isMonth(past), !text.tokens[past].shape.contains(.digit) else { return nil }
            if let year = year(skippingComma(past + 1)) {
                return DatePattern(form: isRange ? .days : .dayMonthYear, end: year)
            }
            return DatePattern(form: isRange ? .days : .dayMonth, end: past + 1)
        }

        private func monthFirst(_ first: Int) -> DatePattern? {
            let next = first + 1
            guard next < end, isDay(next), !isAmount(next) else {
                if let year = year(skippingComma(next)) { return DatePattern(form: .monthYear, end: year) }
                if next < end, text.token(next, is: "of"), let year = year(next + 1) {
                    return DatePattern(form: .monthOfYear, end: year)
                }
                return nil
            }
            var past = next + 1
            var form = Form.monthDay
            if let other = joined(past) {
                if isDay(other), !isCounted(other), !isAmount(other) {
                    past = other + 1
                    form = .days
                } else if isMonth(other), other + 1 < end, isDay(other + 1), !isAmount(other + 1),
                    !text.token(past, is: "and")
                {
                    past = other + 2
                    form = .span
                }
            }
            if let year = year(skippingComma(past)) {
                return DatePattern(form: form == .monthDay ? .monthDayYear : form, end: year)
            }
            return DatePattern(form: form, end: past)
        }

        /// A month alone.
        private func month(_ first: Int) -> DatePattern? {
            guard text.token(first, is: "may") || text.token(first, is: "march") else {
                return DatePattern(form: .month, end: first + 1)
            }
            // A month only where a preposition of time is beside it.
            guard first > 0,
                text.tokens[first - 1].isAny(of: .preposition) || text.token(first - 1, is: "last")
                    || text.token(first - 1, is: "next") || text.token(first - 1, is: "this")
            else { return nil }
            return DatePattern(form: .shortMonth, end: first + 1)
        }

        /// What follows a dash or a word that joins two days.
        private func joined(_ at: Int) -> Int? {
            guard at + 1 < end else { return nil }
            let token = text.tokens[at]
            let joins =
                token.kind == .dash || text.token(at, is: "to") || text.token(at, is: "and") || text.token(at, is: "&")
                || text.token(at, is: "through")
            return joins ? at + 1 : nil
        }

        private func isMonth(_ at: Int) -> Bool {
            let token = text.tokens[at]
            guard token.classes.contains(.month), token.isCapital else { return false }
            return token.end - token.start > 3 || text.token(at, is: "may") || token.shape.contains(.dotted)
        }

        private func isName(_ at: Int) -> Bool {
            at > 0 && text.tokens[at - 1].classes.contains(.givenName) && text.tokens[at - 1].isCapital
        }

        private func skippingComma(_ at: Int) -> Int { at < end && text.tokens[at].kind == .comma ? at + 1 : at }

        private func year(_ at: Int) -> Int? { at < end && isYear(at) ? at + 1 : nil }

        private func isDay(_ at: Int) -> Bool {
            guard at < end, text.tokens[at].kind == .number else { return false }
            let bytes = text.bytes(of: at)
            guard bytes.count <= 5 else { return false }
            let digits = bytes.prefix { Tokenizer.isDigit($0) }
            guard (1...2).contains(digits.count) else { return false }
            guard (1...31).contains(Self.value(digits)) else { return false }
            let rest = bytes.dropFirst(digits.count)
            if rest.isEmpty || Self.ordinals.contains(where: { rest.elementsEqual($0.utf8) }) { return true }
            // *5-7*
            guard rest.first == UInt8(ascii: "-"), rest.count > 1, rest.dropFirst().allSatisfy(Tokenizer.isDigit) else {
                return false
            }
            return (Self.value(digits)...31).contains(Self.value(rest.dropFirst()))
        }

        private static let ordinals = ["st", "nd", "rd", "th"]

        private static func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 & 15) } }

        /// *27.08.2022*, *4/6/2022*
        private func isDigits(_ at: Int) -> Bool {
            let bytes = text.bytes(of: at)
            guard bytes.count >= 8, bytes.count <= 10 else { return false }
            let parts = bytes.split(
                omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2F || $0 == 0x2E || $0 == 0x2D })
            guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(Tokenizer.isDigit) }) else { return false }
            let isYearLast = parts[2].count == 4 && (1...2).contains(parts[0].count)
            let isYearFirst = parts[0].count == 4 && (1...2).contains(parts[2].count)
            guard isYearLast || isYearFirst, (1...2).contains(parts[1].count) else { return false }
            return (1...31).contains(Self.value(parts[1])) && (1...31).contains(Self.value(parts[isYearLast ? 0 : 2]))
        }

        /// *Feb.25*, *3Q2022*: what others write with a space.
        private func isGlued(_ at: Int) -> Bool {
            let bytes = text.bytes(of: at)
            guard bytes.count >= 5, bytes.count <= 7 else { return false }
            if bytes.count == 6, let quarter = bytes.first, (0x31...0x34).contains(quarter) {
                return bytes.dropFirst().first == UInt8(ascii: "Q") && Self.isYear(bytes.suffix(4))
            }
            guard let stop = bytes.firstIndex(of: UInt8(ascii: ".")) else { return false }
            let day = bytes[(stop + 1)...]
            return (1...2).contains(day.count) && day.allSatisfy(Tokenizer.isDigit) && (1...31).contains(Self.value(day))
                && Self.shortMonths.contains { bytes[..<stop].elementsEqual($0.utf8) }
        }

        private static let shortMonths = [
            "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
        ]

        /// 1700 to 2099, or such a year with another one after a hyphen or a stroke.
        private func isYear(_ at: Int) -> Bool {
            let bytes = text.bytes(of: at)
            let first = bytes.startIndex
            guard bytes.count == 4 || bytes.count == 7 || bytes.count == 9 else { return false }
            guard
                bytes.count == 4 || bytes[first + 4] == UInt8(ascii: "-") || bytes[first + 4] == UInt8(ascii: "/")
            else { return false }
            for index in bytes.indices where index != first + 4 && !Tokenizer.isDigit(bytes[index]) { return false }
            return Self.isYear(bytes.prefix(4)) && !isAmount(at)
        }

        private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
            digits.allSatisfy(Tokenizer.isDigit) && (1700...2099).contains(value(digits))
        }

        /// What follows the second year of *2021–22*, with a dash that no space is beside.
        private func laterYear(_ at: Int) -> Int? {
            guard at + 2 < end, text.bytes(of: at).count == 4, text.tokens[at + 1].kind == .dash,
                !text.tokens[at + 1].shape.contains(.spaceBefore), !text.tokens[at + 2].shape.contains(.spaceBefore)
            else { return nil }
            let bytes = text.bytes(of: at + 2)
            guard bytes.allSatisfy(Tokenizer.isDigit) else { return nil }
            return isYear(at + 2) || bytes.count == 2 && !isAmount(at + 2) ? at + 3 : nil
        }

        /// Whether a word after a number may be what it counts.
        private func isCounted(_ at: Int) -> Bool {
            at + 1 < end && text.tokens[at + 1].kind == .word && !text.tokens[at + 1].isAny(of: .function)
        }

        /// Whether a number counts something: a sign before it, or a unit or counted noun after it.
        private func isAmount(_ at: Int) -> Bool {
            if at > 0, text.tokens[at - 1].kind == .symbol, !text.tokens[at].shape.contains(.spaceBefore),
                text.bytes(of: at - 1).first != UInt8(ascii: "-")
            {
                return true
            }
            guard at + 1 < text.tokens.count else { return false }
            let next = text.tokens[at + 1]
            if next.kind == .symbol { return text.bytes(of: at + 1).first == UInt8(ascii: "%") }
            return next.isAny(of: [.magnitude, .currency, .percent])
        }
    }
}
