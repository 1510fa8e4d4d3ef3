import EnglishModel

/// What stands behind a verb of saying and is not what is said: a joke, a lot, a thing that is put somewhere, a title.
extension Clauses {
    /// *told a joke that nobody got*: what is told is no listener.
    func isTold(_ at: Int, _ end: Int) -> Bool {
        guard let past = phrases.phrase(from: at, before: end), past > at else { return false }
        return Self.tales.contains { text.token(past - 1, is: $0) }
    }

    private static let tales: [StaticString] = [
        "joke", "jokes", "time", "story", "stories", "lie", "lies", "tale", "tales", "truth", "anecdote", "anecdotes",
    ]

    /// *says a lot about him*, *says nothing of it*, *said so*: how much is said, and not what.
    func saysMuch(_ at: Int, _ end: Int) -> Bool {
        var past = at
        if text.token(at, is: "a"), at + 1 < end, text.token(at + 1, is: "lot") {
            past = at + 2
        } else if ["much", "little", "nothing", "something", "everything", "volumes", "so"].contains(where: {
            text.token(at, is: $0)
        }) {
            past = at + 1
        } else {
            return false
        }
        return past >= end || text.tokens[past].kind == .stop || text.tokens[past].kind == .comma
            || text.tokens[past].classes.contains(.preposition) && !text.isQuoted(past)
    }

    /// *denied it*, *disputes this*: what was said before, to which somebody answers with the verb alone.
    func answersWhatWasSaid(_ verb: Int, _ content: Int) -> Bool {
        content == verb + 1 && ["it", "this", "that"].contains { text.token(content, is: $0) }
            && Self.answers.contains { text.token(verb, is: $0) }
    }

    private static let answers: [StaticString] = [
        "deny", "denies", "denied", "dispute", "disputes", "disputed", "doubt", "doubts", "doubted", "confirmed",
        "confirms",
    ]

    /// *recalled its ambassador*, *dismissed four members of staff*: what is done to people, and nothing that is said.
    func isDoneToPeople(_ verb: Int, _ content: TokenRange) -> Bool {
        guard
            ["recall", "recalls", "recalled", "dismiss", "dismisses", "dismissed"].contains(where: {
                text.token(verb, is: $0)
            }),
            content.lowerBound == verb + 1, !content.contains(where: { text.isQuoted($0) || text.token($0, is: "as") }),
            let past = phrases.phrase(from: content.lowerBound, before: text.tokens.count)
        else { return false }
        let head = phrases.head(of: content.lowerBound..<past)
        return phrases.nameOf[head] < 0 && text.tokens[head].isAny(of: [.role, .people])
            && !hasFiniteVerb(content.lowerBound, content.upperBound)
    }

    /// *put the real cost nearer $30 million*: an amount that is told, not a thing that is laid down.
    func measures(_ at: Int, _ end: Int) -> Bool {
        guard
            let amount = (at..<min(at + 8, end)).first(where: { at in
                Self.amounts.contains { text.token(at, is: $0) }
            })
        else { return false }
        return (amount + 1..<min(amount + 12, end)).contains { at in
            ["at", "closer", "nearer", "above", "below", "between", "around"].contains { text.token(at, is: $0) }
        }
    }

    private static let amounts: [StaticString] = [
        "number", "figure", "cost", "costs", "toll", "total", "damage", "loss", "losses", "odds", "value", "price", "age",
        "strength", "population", "size", "bill", "turnout", "chance", "chances", "share", "rate", "time", "amount",
        "crowd", "attendance", "numbers",
    ]

    /// Whether words in marks stand behind a word for a name: *under the title “Wash and Go”*.
    func isNamedBy(_ mark: Int) -> Bool {
        mark > 0 && text.isQuoted(mark) && Self.titles.contains { text.token(mark - 1, is: $0) }
    }

    /// *told “Good Morning Norvik”*: a paper or programme in marks that somebody speaks to; its end.
    func outletInMarks(_ mark: Int) -> Int? {
        guard text.isQuoted(mark) else { return nil }
        let quote = text.quoted[Int(text.quoteOf[mark])].tokens
        guard quote.lowerBound == mark, quote.count < 12 else { return nil }
        let words = quote.filter { text.tokens[$0].isWord }
        guard words.count > 1, words.count < 6, !leadsOn(before: quote.upperBound),
            words.allSatisfy({ text.tokens[$0].isCapital || text.tokens[$0].isAny(of: [.preposition, .determiner]) })
        else { return nil }
        return quote.upperBound
    }

    /// What things are called by.
    private static let titles: [StaticString] = ["title", "name", "headline", "heading", "caption", "hashtag", "slogan"]
}
