import DocumentModel
import EnglishModel

/// Where the tagger and what dates look like do not agree.
extension LearnedNames {
    /// Dates of which the tagger found only parts are taken whole, as the rules have them: *28 to 31 July*.
    func dated(_ learned: [TaggedName]) -> [TaggedName] {
        guard let date = NameTags.kinds.firstIndex(of: .date) else { return learned }
        var result: [TaggedName] = []
        result.reserveCapacity(learned.count)
        for name in learned {
            if let (before, weekday) = splitBeforeWeekday(name) {
                result += [before, TaggedName(weekday..<weekday + 1, date)]
                continue
            }
            if name.kind == date, isScore(name.tokens) { continue }
            guard name.kind == date, let rule = rule(at: name.tokens).map({ rules[$0] }), rule.kind == .date,
                rule.tokens.count > name.tokens.count, rule.tokens.lowerBound <= name.tokens.lowerBound,
                rule.tokens.upperBound >= name.tokens.upperBound
            else {
                // A mark inside a date that is whole now is no name.
                if let last = result.last, name.tokens.lowerBound < last.tokens.upperBound { continue }
                result.append(name)
                continue
            }
            while let last = result.last, last.tokens.lowerBound >= rule.tokens.lowerBound { result.removeLast() }
            if let last = result.last, last.tokens.upperBound > rule.tokens.lowerBound {
                result.append(name)
            } else {
                result.append(TaggedName(rule.tokens, date))
            }
        }
        return result
    }

    /// *Anna Berg Thursday*, *the Government of Norvia Sunday*: a day on which they did something is no part of their name. A name
    /// of one word more is left as it is: *Sheffield Wednesday*.
    private func splitBeforeWeekday(_ name: TaggedName) -> (TaggedName, weekday: Int)? {
        let last = name.tokens.upperBound - 1
        let kind = NameTags.kinds[name.kind]
        guard name.tokens.count > 2, kind == .person || kind == .organisation, text.tokens[last].classes.contains(.weekday),
            rule(at: last..<last + 1).map({ rules[$0].kind == .date }) ?? false
        else { return nil }
        return (TaggedName(name.tokens.lowerBound..<last, name.kind), last)
    }

    /// *the Otters 15*: a name and a number that no calendar has are no date.
    private func isScore(_ tokens: TokenRange) -> Bool {
        guard tokens.count == 2, text.tokens[tokens.lowerBound].isWord, text.tokens[tokens.lowerBound].isCapital,
            text.tokens[tokens.upperBound - 1].kind == .number
        else { return false }
        return tokens.allSatisfy { token in
            !text.tokens[token].isAny(of: [.month, .weekday])
                && DatePattern(in: text, at: token, before: tokens.upperBound) == nil
        }
    }
}
