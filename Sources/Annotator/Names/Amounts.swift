import DocumentModel
import EnglishModel

/// Dates of the calendar, amounts of money and percentages: patterns over tokens.
enum Amounts {
    /// The date, amount or percentage that begins at a token, or nil.
    static func name(in text: AnalysedText, at first: Int, before end: Int) -> Name? {
        if let past = date(text, first, end) { return Name(tokens: first..<past, kind: .date) }
        if let past = money(text, first, end) { return Name(tokens: first..<past, kind: .money) }
        if let past = percentage(text, first, end) { return Name(tokens: first..<past, kind: .percent) }
        return nil
    }

    private static func date(_ text: AnalysedText, _ first: Int, _ end: Int) -> Int? {
        let token = text.tokens[first]
        if token.classes.contains(.weekday), token.isCapital, !isName(text, first) {
            var past = first + 1
            if past < end, let more = monthDate(text, past, end) { return more }
            if past + 1 < end, text.tokens[past].kind == .comma, let more = monthDate(text, past + 1, end) { past = more }
            return past
        }
        if let past = monthDate(text, first, end) { return past }
        if token.kind == .number, !isAmount(text, first) {
            // 7 May 2022, 28th of March
            if dayNumber(text, first) {
                var next = first + 1
                if next < end, text.token(next, is: "of") { next += 1 }
                if next < end, isMonth(text, next), !text.tokens[next].shape.contains(.digit) {
                    return year(text, skippingComma(text, next + 1, end), end) ?? next + 1
                }
            }
            if isYear(text, first) { return first + 1 }
        }
        return nil
    }

    /// November; November 23; November 23, 2022; July 2022.
    private static func monthDate(_ text: AnalysedText, _ first: Int, _ end: Int) -> Int? {
        guard isMonth(text, first) else { return nil }
        var past = first + 1
        if past < end, dayNumber(text, past), !isAmount(text, past) {
            past += 1
            if let more = year(text, skippingComma(text, past, end), end) { return more }
            if past + 1 < end, text.tokens[past].kind == .dash || text.token(past, is: "and") || text.token(past, is: "to"),
                dayNumber(text, past + 1),
                past + 2 >= end || text.tokens[past + 2].kind != .word || text.tokens[past + 2].isAny(of: .function)
            {
                past += 2
            }
            return past
        }
        if let more = year(text, skippingComma(text, past, end), end) { return more }
        if text.token(first, is: "may") || text.token(first, is: "march") {
            // A month only where a day, a year or a preposition of time is beside it.
            guard first > 0,
                text.tokens[first - 1].isAny(of: .preposition) || text.token(first - 1, is: "last")
                    || text.token(first - 1, is: "next") || text.token(first - 1, is: "this")
            else { return nil }
        }
        return past
    }

    private static func isMonth(_ text: AnalysedText, _ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.classes.contains(.month), token.isCapital else { return false }
        return token.end - token.start > 3 || text.token(at, is: "may") || token.shape.contains(.dotted)
    }

    private static func isName(_ text: AnalysedText, _ at: Int) -> Bool {
        at > 0 && text.tokens[at - 1].classes.contains(.givenName) && text.tokens[at - 1].isCapital
    }

    private static func skippingComma(_ text: AnalysedText, _ at: Int, _ end: Int) -> Int {
        at < end && text.tokens[at].kind == .comma ? at + 1 : at
    }

    private static func year(_ text: AnalysedText, _ at: Int, _ end: Int) -> Int? {
        at < end && isYear(text, at) ? at + 1 : nil
    }

    private static func dayNumber(_ text: AnalysedText, _ at: Int) -> Bool {
        let bytes = text.bytes(of: at)
        guard text.tokens[at].kind == .number, bytes.count <= 4, let first = bytes.first, Tokenizer.isDigit(first) else {
            return false
        }
        let digits = bytes.prefix { Tokenizer.isDigit($0) }
        guard digits.count <= 2 else { return false }
        let value = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
        let rest = bytes.dropFirst(digits.count)
        return (1...31).contains(value)
            && (rest.isEmpty || ["st", "nd", "rd", "th"].contains { rest.elementsEqual($0.utf8) })
    }

    /// 1100 to 2099, or such a year with another one after a hyphen.
    private static func isYear(_ text: AnalysedText, _ at: Int) -> Bool {
        let bytes = Array(text.bytes(of: at))
        guard
            bytes.count == 4 || bytes.count == 9 && bytes[4] == UInt8(ascii: "-")
                || bytes.count == 7 && bytes[4] == UInt8(ascii: "-")
        else { return false }
        guard bytes.enumerated().allSatisfy({ $0.offset == 4 || Tokenizer.isDigit($0.element) }) else { return false }
        guard
            bytes[0] == UInt8(ascii: "1") && bytes[1] > UInt8(ascii: "6")
                || bytes[0] == UInt8(ascii: "2") && bytes[1] == UInt8(ascii: "0")
        else { return false }
        return !isAmount(text, at)
    }

    /// Whether a number counts something: a sign before it, or a unit or counted noun after it.
    private static func isAmount(_ text: AnalysedText, _ at: Int) -> Bool {
        if at > 0, text.tokens[at - 1].kind == .symbol, !text.tokens[at].shape.contains(.spaceBefore) { return true }
        guard at + 1 < text.tokens.count else { return false }
        let next = text.tokens[at + 1]
        if next.kind == .symbol { return text.bytes(of: at + 1).first == UInt8(ascii: "%") }
        return next.isAny(of: [.magnitude, .currency, .percent])
    }

    private static func money(_ text: AnalysedText, _ first: Int, _ end: Int) -> Int? {
        let token = text.tokens[first]
        var at = first
        let isSign = token.classes.contains(.moneySign)
        if isSign
            || token.isCapital && first + 1 < end && text.tokens[first + 1].kind == .symbol
                && text.tokens[first + 1].classes.contains(.moneySign) && token.end - token.start <= 4
        {
            if !isSign { at += 1 }
            at += 1
            guard at < end, text.tokens[at].kind == .number else { return nil }
            at += 1
            while at < end, text.tokens[at].classes.contains(.magnitude) { at += 1 }
            return at
        }
        guard token.kind == .number || token.classes.contains(.number) || token.classes.contains(.magnitude) else {
            return nil
        }
        at += 1
        while at < end, text.tokens[at].isAny(of: [.magnitude, .number]) || text.tokens[at].kind == .number { at += 1 }
        if at < end, text.token(at, is: "of"), at + 1 < end, text.tokens[at + 1].classes.contains(.currency) { at += 1 }
        let unit = at
        if at < end, text.tokens[at].isAny(of: [.demonym, .country]), at + 1 < end,
            text.tokens[at + 1].classes.contains(.currency)
        {
            at += 1
        }
        guard at < end, text.tokens[at].classes.contains(.currency), !text.token(at, is: "won"),
            !text.token(at, is: "rand") || unit > first
        else { return nil }
        return at + 1
    }

    private static func percentage(_ text: AnalysedText, _ first: Int, _ end: Int) -> Int? {
        let token = text.tokens[first]
        guard token.kind == .number || token.classes.contains(.number) else { return nil }
        guard first + 1 < end else { return nil }
        if text.tokens[first + 1].kind == .symbol, text.bytes(of: first + 1).first == UInt8(ascii: "%") { return first + 2 }
        if text.tokens[first + 1].classes.contains(.percent) { return first + 2 }
        if first + 2 < end, text.token(first + 1, is: "per"), text.token(first + 2, is: "cent") { return first + 3 }
        return nil
    }
}
