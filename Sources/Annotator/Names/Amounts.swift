import DocumentModel
import EnglishModel

/// Dates of the calendar, amounts of money and percentages: patterns over tokens.
enum Amounts {
    /// The date, amount or percentage that begins at a token, or nil.
    static func name(in text: AnalysedText, at first: Int, before end: Int) -> Name? {
        if let date = DatePattern(in: text, at: first, before: end) { return Name(tokens: first..<date.end, kind: .date) }
        if let past = money(text, first, end) { return Name(tokens: first..<past, kind: .money) }
        if let past = percentage(text, first, end) { return Name(tokens: first..<past, kind: .percent) }
        return nil
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
